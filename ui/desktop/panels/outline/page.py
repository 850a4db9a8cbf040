"""The outline page: provisions of the open text by verb, a filter, and the place of the reader."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeView, QVBoxLayout, QWidget

from documents.position import Position
from services.documents.open_text import OpenText
from ui.desktop.panels.outline.delegate import OutlineDelegate
from ui.desktop.panels.outline.model import ENTRY, GROUP, OutlineFilter, OutlineModel
from ui.desktop.panels.outline.rows import Entry, Part
from ui.desktop.support.appearance import Appearance
from ui.desktop.widgets.filter_box import FilterBox
from ui.desktop.widgets.labels import TextLabel

_MOST_MEASURED = 400
"""The most rows with heights of their own: measuring more would delay the opening of a text."""
_FOLDED_AT_FIRST = {Part.OPENING, Part.CLOSING}


class OutlineTree(QTreeView):
    """The tree. Enter chooses a row, Space folds a group."""

    chosen = Signal(QModelIndex)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the rows out again at another width: their words wrap."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the current row on Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex())
            return
        super().keyPressEvent(event)


class OutlinePage(QWidget):
    """Lists the provisions of one text, and requests to go to one."""

    place_requested = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._text: OpenText | None = None
        self._model = OutlineModel(appearance, self)
        self._filter = OutlineFilter(self._model, self)
        self._delegate = OutlineDelegate(appearance, self)
        self.tree, self.filter_box = OutlineTree(), FilterBox(appearance)
        self.nothing = TextLabel(appearance, 13, "ink2")
        self._build()
        appearance.changed.connect(self._restyle)
        self._restyle()

    def show_text(self, text: OpenText | None) -> None:
        """Show the outline of a text, keeping fold and scroll position for another reading of the same document."""
        same = text is not None and self._text is not None and text.document == self._text.document
        folded = self._folded() if same else set(_FOLDED_AT_FIRST)
        scroll = self.tree.verticalScrollBar().value() if same else 0
        self._text = text
        self.tree.setUniformRowHeights(text is not None and len(text.document.provisions) > _MOST_MEASURED)
        self._model.show_text(text)
        if not same:
            self._delegate.current, self._delegate.visible = "", frozenset()
        self._unfold(folded)
        self.retranslate()
        self.tree.verticalScrollBar().setValue(scroll)

    def set_current(self, id_: str) -> None:
        """Mark the provision the reader is in, and scroll it into view."""
        if id_ == self._delegate.current:
            return
        self._delegate.current = id_
        index = self._filter.mapFromSource(self._model.index_of(id_))
        if index.isValid():
            head = index
            while head.parent().isValid():
                head = head.parent()
            self.tree.scrollTo(index if self.tree.isExpanded(head) else head)
            if not self.tree.hasFocus() and self.tree.isExpanded(head):
                self.tree.selectionModel().setCurrentIndex(
                    index, self.tree.selectionModel().SelectionFlag.ClearAndSelect
                )
        self.tree.viewport().update()

    def set_visible(self, ids: tuple[str, ...]) -> None:
        """Mark the provisions that are on screen."""
        self._delegate.visible = frozenset(ids)
        self.tree.viewport().update()

    def retranslate(self) -> None:
        """Set every text in the language of the interface."""
        self.filter_box.set_prompt(self.tr("Filter outline"))
        self.tree.setAccessibleName(self.tr("Outline"))
        self._delegate.forget()
        self.tree.scheduleDelayedItemsLayout()
        self._say_nothing()

    def _build(self) -> None:
        self.tree.setObjectName("outlineView")
        self.tree.setFrameShape(QFrame.Shape.NoFrame)
        self.tree.setHeaderHidden(True)
        self.tree.setRootIsDecorated(False)
        self.tree.setIndentation(0)
        self.tree.setMouseTracking(True)
        self.tree.setExpandsOnDoubleClick(False)
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tree.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.tree.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.tree.setModel(self._filter)
        self.tree.setItemDelegate(self._delegate)
        self.tree.setTabKeyNavigation(False)
        self.tree.clicked.connect(self._clicked)
        self.tree.chosen.connect(self._choose)
        self.filter_box.changed.connect(self._filter_by)
        self.filter_box.entered.connect(self._choose_first)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.nothing.setContentsMargins(16, 12, 16, 12)
        column.addWidget(self.nothing)
        column.addWidget(self.tree, 1)
        box = QVBoxLayout()
        box.setContentsMargins(10, 7, 10, 7)
        box.addWidget(self.filter_box)
        column.addLayout(box)

    def _clicked(self, index: QModelIndex) -> None:
        if index.data(GROUP):
            self.tree.setExpanded(index, not self.tree.isExpanded(index))
            return
        self._choose(index)

    def _choose(self, index: QModelIndex) -> None:
        entry = index.data(ENTRY)
        if isinstance(entry, Entry):
            self.place_requested.emit(Position(entry.id))
        elif index.isValid():
            self.tree.setExpanded(index, not self.tree.isExpanded(index))

    def _choose_first(self) -> None:
        """Go to the first provision that passes the filter."""
        for row in range(self._filter.rowCount()):
            first = self._filter.index(0, 0, self._filter.index(row, 0))
            if first.isValid():
                self._choose(first)
                return

    def _filter_by(self, typed: str) -> None:
        self._filter.set_words(typed)
        if typed:
            self.tree.expandAll()
        else:
            self._unfold(_FOLDED_AT_FIRST)
        self._say_nothing()

    def _say_nothing(self) -> None:
        typed = bool(self.filter_box.line.text())
        self.nothing.setText(self.tr("No paragraph matches.") if typed else self.tr("No text is open."))
        self.nothing.setVisible(self._filter.rowCount() == 0)
        self.tree.setVisible(self._filter.rowCount() > 0)

    def _heads(self) -> list[QModelIndex]:
        return [self._filter.index(row, 0) for row in range(self._filter.rowCount())]

    def _folded(self) -> set[Part]:
        return {index.data(GROUP).part for index in self._heads() if not self.tree.isExpanded(index)}

    def _unfold(self, folded: set[Part]) -> None:
        self.tree.expandAll()
        for index in self._heads():
            self.tree.setExpanded(index, index.data(GROUP).part not in folded)

    def changeEvent(self, event: QEvent) -> None:
        """Retranslate on a change of language or direction."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.LayoutDirectionChange}:
            self.retranslate()

    def _restyle(self) -> None:
        palette = QPalette(self.tree.palette())
        palette.setColor(QPalette.ColorRole.Base, self._appearance.color("window"))
        self.tree.setPalette(palette)
        self.retranslate()
