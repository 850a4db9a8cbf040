"""The library page: its documents with a filter, and the import of new ones."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from documents.folding import fold_key
from ui.desktop.panels.library.delegate import ENTRY, CatalogueDelegate, LibraryEntry
from ui.desktop.support.appearance import Appearance
from ui.desktop.widgets.buttons import FlatButton, Look
from ui.desktop.widgets.empty_page import EmptyPage
from ui.desktop.widgets.filter_box import FilterBox
from ui.desktop.widgets.labels import TextLabel
from ui.desktop.widgets.row_list import RowList


class CatalogueList(RowList):
    """List of documents. Enter opens one, Delete requests its removal."""

    removed = Signal(QModelIndex)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Request removal of the current document on Delete."""
        if event.key() == Qt.Key.Key_Delete and self.currentIndex().isValid():
            self.removed.emit(self.currentIndex())
            return
        super().keyPressEvent(event)


class CataloguePage(QWidget):
    """Lists the documents of the library, and requests to open or remove one, and to import files."""

    document_requested = Signal(str, str)
    import_requested = Signal()
    removal_requested = Signal(str, str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._entries: tuple[LibraryEntry, ...] = ()
        self._model = QStandardItemModel(self)
        self.list, self._delegate = CatalogueList(appearance), CatalogueDelegate(appearance, self)
        self.filter_box = FilterBox(appearance)
        self.import_button = FlatButton(appearance, Look.OUTLINED, "download-simple")
        self.empty = EmptyPage(appearance, "books")
        self.empty_import = FlatButton(appearance, Look.PRIMARY, "plus")
        self.nothing = TextLabel(appearance, 13, "ink2")
        self._build()
        appearance.changed.connect(self._restyle)
        self._restyle()

    def show_entries(self, entries: tuple[LibraryEntry, ...]) -> None:
        """List documents, keeping the chosen one."""
        if entries != self._entries:
            self._entries = entries
            self._fill()

    def _build(self) -> None:
        self.list.setObjectName("catalogueView")
        self.list.setModel(self._model)
        self.list.setItemDelegate(self._delegate)
        self.list.opened.connect(self._open)
        self.list.clicked.connect(self._open)
        self.list.removed.connect(self._remove)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._offer)
        self.filter_box.changed.connect(lambda _: self._fill())
        self.filter_box.entered.connect(lambda: self._open(self._model.index(0, 0)))
        self.empty.add(self.empty_import)
        for button in (self.import_button, self.empty_import):
            button.clicked.connect(lambda _=False: self.import_requested.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._top, self._foot = QWidget(), QWidget()
        top, foot = QVBoxLayout(self._top), QVBoxLayout(self._foot)
        top.setContentsMargins(10, 7, 10, 5)
        top.addWidget(self.import_button, 0, Qt.AlignmentFlag.AlignLeading)
        foot.setContentsMargins(10, 7, 10, 7)
        foot.addWidget(self.filter_box)
        self.nothing.setContentsMargins(16, 12, 16, 12)
        for widget, stretch in ((self._top, 0), (self.nothing, 0), (self.list, 1), (self.empty, 1), (self._foot, 0)):
            column.addWidget(widget, stretch)

    def _fill(self) -> None:
        chosen = self.list.currentIndex().data(ENTRY)
        words = fold_key(self.filter_box.line.text()).split()
        self._model.clear()
        for entry in self._entries:
            key = fold_key(f"{entry.title} {entry.symbol}")
            if all(word in key for word in words):
                item = QStandardItem()
                item.setData(entry, ENTRY)
                self._model.appendRow(item)
                if entry == chosen:
                    self.list.setCurrentIndex(item.index())
        self._say()

    def _open(self, index: QModelIndex) -> None:
        entry = index.data(ENTRY)
        if isinstance(entry, LibraryEntry):
            self.document_requested.emit(entry.symbol, entry.language)

    def _remove(self, index: QModelIndex) -> None:
        entry = index.data(ENTRY)
        if isinstance(entry, LibraryEntry):
            self.removal_requested.emit(entry.symbol, entry.language)

    def _offer(self, at: QPoint) -> None:
        index = self.list.indexAt(at)
        if index.isValid():
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.addAction(self.tr("Open")).triggered.connect(lambda: self._open(index))
            menu.addAction(self.tr("Remove from the library")).triggered.connect(lambda: self._remove(index))
            menu.popup(self.list.viewport().mapToGlobal(at))

    def _say(self) -> None:
        """Set every text, and show list, filter or empty page."""
        self.list.setAccessibleName(self.tr("Library"))
        self.filter_box.set_prompt(self.tr("Filter library"))
        for button in (self.import_button, self.empty_import):
            button.set_words(self.tr("Import files…"))
        formats = self.tr("Add text (TXT) or Akoma Ntoso (XML) files; the files stay as they are.")
        self.empty.show_words(self.tr("Your library is empty"), formats)
        self.nothing.setText(self.tr("No document matches."))
        for row in range(self._model.rowCount()):
            item = self._model.item(row)
            words = self._delegate.texts.spoken(item.data(ENTRY))
            item.setText(words)
            item.setData(words, Qt.ItemDataRole.AccessibleTextRole)
            item.setToolTip(item.data(ENTRY).title)
        held, shown = bool(self._entries), self._model.rowCount() > 0
        for widget, visible in (
            (self.empty, not held),
            (self.nothing, held and not shown),
            (self._top, held),
            (self._foot, held),
        ):
            widget.setVisible(visible)
        self.list.setVisible(held)

    def changeEvent(self, event: QEvent) -> None:
        """Retranslate on a change of language or direction, keeping selection and scroll position."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.LayoutDirectionChange}:
            self._say()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground and the hairline over the filter."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._appearance.color("window"))
        if self._foot.isVisible():
            painter.fillRect(0, self._foot.geometry().top() - 1, self.width(), 1, self._appearance.color("line"))

    def _restyle(self) -> None:
        self._say()
        self.update()
