"""The bookmarks of all documents, with the words they stand at; removing one can be undone."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QMenu, QSizePolicy, QVBoxLayout, QWidget

from documents.language import isolate
from library.bookmarks import Bookmark
from ui.desktop.annotations.marks import Mark, shown
from ui.desktop.annotations.painting import MARK, BookmarksDelegate
from ui.desktop.appearance import Appearance
from ui.desktop.controls import EmptyPage, FlatButton, Look, SectionHead, Words
from ui.desktop.flow import FlowLayout


class BookmarksList(QListView):
    """The list; Enter goes there, Delete removes, and so does the sign at a row's end."""

    opened = Signal(QModelIndex)
    removed = Signal(QModelIndex)

    def __init__(self, delegate: BookmarksDelegate) -> None:
        super().__init__()
        self._delegate = delegate
        self.setItemDelegate(delegate)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Delete removes the row the focus is on."""
        index = self.currentIndex()
        if index.isValid() and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit(index)
        elif index.isValid() and event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.removed.emit(index)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens, on the sign it removes."""
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        index = self.indexAt(at)
        if event.button() is not Qt.MouseButton.LeftButton or not index.isValid():
            return
        on_sign = self._delegate.remove_box(self.visualRect(index)).contains(at)
        (self.removed if on_sign else self.opened).emit(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words wrap anew at another width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class BookmarksPage(QWidget):
    """Lists bookmarks; says which is to be opened, removed, or brought back."""

    bookmark_activated = Signal(object)
    bookmark_removed = Signal(object)
    bookmark_restored = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._gone: Bookmark | None = None
        self._model = QStandardItemModel(self)
        self.head = SectionHead(appearance)
        self.list = BookmarksList(BookmarksDelegate(appearance, self))
        self.empty = EmptyPage(appearance, "bookmark-simple")
        self.strip, self.said = QWidget(), Words(appearance, 12, "ink2")
        self.said.setWordWrap(False)
        self.said.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.undo = FlatButton(appearance, Look.LINK)
        self._build()
        appearance.changed.connect(self._restyle)
        self._restyle()

    def show_bookmarks(self, bookmarks: tuple[Bookmark, ...]) -> None:
        """List the bookmarks in the order they come; the row the focus was on keeps it."""
        chosen, scroll = self.list.currentIndex().row(), self.list.verticalScrollBar().value()
        self._model.clear()
        for bookmark in bookmarks:
            item = QStandardItem()
            item.setData(shown(bookmark, self._appearance.number), MARK)
            self._model.appendRow(item)
        if self._gone is not None and self._gone in bookmarks:
            self._gone = None
        if chosen >= 0 and bookmarks:
            self.list.setCurrentIndex(self._model.index(min(chosen, len(bookmarks) - 1), 0))
        self._say()
        self.list.verticalScrollBar().setValue(scroll)

    def _build(self) -> None:
        self.list.setObjectName("notesView")
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setMouseTracking(True)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.setModel(self._model)
        self.list.opened.connect(lambda index: self.bookmark_activated.emit(index.data(MARK).bookmark))
        self.list.removed.connect(self._remove)
        self.list.customContextMenuRequested.connect(self._offer)
        flow = FlowLayout(8, self.strip)
        flow.setContentsMargins(14, 6, 14, 6)
        flow.addWidget(self.said)
        flow.addWidget(self.undo)
        self.undo.clicked.connect(self._restore)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget, stretch in ((self.head, 0), (self.list, 1), (self.empty, 1), (self.strip, 0)):
            column.addWidget(widget, stretch)

    def _remove(self, index: QModelIndex) -> None:
        mark = index.data(MARK)
        if isinstance(mark, Mark):
            self._gone = mark.bookmark
            self.bookmark_removed.emit(mark.bookmark)
            self._say()

    def _restore(self) -> None:
        if self._gone is not None:
            gone, self._gone = self._gone, None
            self.bookmark_restored.emit(gone)
            self._say()

    def _offer(self, at: QPoint) -> None:
        index = self.list.indexAt(at)
        if not index.isValid():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        bookmark = index.data(MARK).bookmark
        menu.addAction(self.tr("Open")).triggered.connect(lambda: self.bookmark_activated.emit(bookmark))
        menu.addAction(self.tr("Remove bookmark")).triggered.connect(lambda: self.list.removed.emit(index))
        menu.popup(self.list.viewport().mapToGlobal(at))

    def _say(self) -> None:
        """Say everything in the language of the interface, and show what there is to show."""
        count = self._model.rowCount()
        self.head.show_words(self.tr("Bookmarks"), self._appearance.number(count) if count else "")
        self.list.setAccessibleName(self.tr("Bookmarks"))
        self.empty.show_words(
            self.tr("No bookmarks yet"), self.tr("Press Alt+7 to bookmark the paragraph you are reading.")
        )
        for row in range(count):
            item = self._model.item(row)
            mark = item.data(MARK)
            words = f"{mark.name} {isolate(mark.bookmark.document, 'ltr')} {mark.words}"
            item.setText(words)
            item.setData(words, Qt.ItemDataRole.AccessibleTextRole)
        self.list.setVisible(count > 0)
        self.empty.setVisible(count == 0)
        self.said.setText(self.tr("Bookmark removed"))
        self.undo.set_words(self.tr("Undo"))
        self.strip.setVisible(self._gone is not None)

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again in another language; selection and scroll stay."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.LayoutDirectionChange}:
            self._say()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Hairlines under the head and over the strip."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._appearance.color("window"))
        if self.strip.isVisible():
            painter.fillRect(0, self.strip.geometry().top(), self.width(), 1, self._appearance.color("line"))

    def _restyle(self) -> None:
        palette = QPalette(self.list.palette())
        palette.setColor(QPalette.ColorRole.Base, self._appearance.color("window"))
        self.list.setPalette(palette)
        self.list.scheduleDelayedItemsLayout()
        self._say()
        self.update()
