"""The notes page: filter, list, search, and offers to undo or to look at uncertain notes."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QSizePolicy, QVBoxLayout, QWidget

from documents.language import isolate
from services.notes.note_query import NO_CHOICES, NoteFilter, NoteListing
from ui.desktop.panels.notes.delegate import ROW, NotesDelegate
from ui.desktop.panels.notes.header import NotesHeader
from ui.desktop.panels.notes.model import NotesModel
from ui.desktop.panels.notes.rows import Row, row_of
from ui.desktop.support.appearance import Appearance
from ui.desktop.widgets.buttons import FlatButton, Look
from ui.desktop.widgets.empty_page import EmptyPage
from ui.desktop.widgets.filter_box import FilterBox
from ui.desktop.widgets.flow_layout import FlowLayout
from ui.desktop.widgets.labels import SectionHeader, TextLabel
from ui.desktop.widgets.row_list import RowList

_SEARCH_MS = 150
_OWN_HEIGHTS = 300
"""The most rows with heights of their own. The rows of a longer list share one, so that it opens as fast."""


class NotesList(RowList):
    """Enter opens a note, Delete removes it, Space or a digit accepts one of the places offered.

    In the trash Enter and Space restore.
    """

    removed = Signal(QModelIndex)
    restored = Signal(QModelIndex)
    accepted = Signal(QModelIndex, int)

    def __init__(self, appearance: Appearance, delegate: NotesDelegate) -> None:
        super().__init__(appearance)
        self._delegate = delegate
        self.setItemDelegate(delegate)
        self.setUniformItemSizes(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open, remove, restore or accept the current row."""
        index, key = self.currentIndex(), event.key()
        row = index.data(ROW) if index.isValid() else None
        digit = key - Qt.Key.Key_0
        if not isinstance(row, Row):
            super().keyPressEvent(event)
        elif row.is_gone and key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.restored.emit(index)
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.removed.emit(index)
        elif row.offers and (key == Qt.Key.Key_Space or 1 <= digit <= row.offers):
            self.accepted.emit(index, digit - 1 if 1 <= digit <= row.offers else 0)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the row clicked, or on its button remove or restore it."""
        super().mouseReleaseEvent(event)
        at = event.position().toPoint()
        index = self.indexAt(at)
        row = index.data(ROW) if index.isValid() else None
        if event.button() is not Qt.MouseButton.LeftButton or not isinstance(row, Row):
            return
        on_sign = bool(row.sign) and self._delegate.sign_box(self.visualRect(index)).contains(at)
        if on_sign:
            (self.restored if row.is_gone else self.removed).emit(index)
        elif not row.is_gone:
            self.opened.emit(index)


class NotesPage(QWidget):
    """Lists notes, and emits a signal for each request of the user."""

    opened = Signal(object)
    removed = Signal(object)
    restored = Signal(object)
    accepted = Signal(object, int)
    """A Row, and the index of the place or side accepted."""
    filter_changed = Signal(object)
    search_asked = Signal(str)
    asked = Signal(str)
    moved = Signal(str, str)
    undo_asked = Signal()
    told = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.model = NotesModel(self)
        self.head = SectionHeader(appearance)
        self.narrowing = NotesHeader(appearance)
        self._delegate = NotesDelegate(appearance, self)
        self.list = NotesList(appearance, self._delegate)
        self.empty, self.clear = EmptyPage(appearance, "note-pencil"), FlatButton(appearance, Look.OUTLINED)
        self.search = FilterBox(appearance, "magnifying-glass")
        self.strip, self.said = QWidget(), TextLabel(appearance, 12, "ink2")
        self.undo = FlatButton(appearance, Look.LINK)
        self._offered = "undo"
        self._typing = QTimer(self, interval=_SEARCH_MS, singleShot=True)
        self._build()
        self._connect()
        appearance.changed.connect(self._restyle)
        self._restyle()

    @property
    def filter(self) -> NoteFilter:
        """The present filter."""
        return self.narrowing.filter

    def show_listing(self, listing: NoteListing) -> None:
        """List notes, keeping the current row at its place."""
        listed, choices = listing.items, listing.choices
        chosen, scroll = self.list.currentIndex().row(), self.list.verticalScrollBar().value()
        ordered = bool(self.filter.label) and self.filter.show == "notes"
        self._delegate.forget()
        self._delegate.own_heights = len(listed) <= _OWN_HEIGHTS
        self.list.setUniformItemSizes(not self._delegate.own_heights)
        self.model.show(listed, partial(row_of, texts=listing.texts, look=self._appearance), ordered=ordered)
        self.list.setDragEnabled(ordered)
        self.list.setAcceptDrops(ordered)
        self.narrowing.know(choices)
        if self.filter.label and choices is not NO_CHOICES and self.filter.label not in choices.labels:
            self.narrowing.choose(label="")  # the label was removed, by undo or elsewhere
        if chosen >= 0 and listed:
            self.list.setCurrentIndex(self.model.index(min(chosen, len(listed) - 1), 0))
        self._say()
        self.list.verticalScrollBar().setValue(scroll)

    def offer_undo(self, words: str) -> None:
        """Show a sentence, with a button that undoes the change it tells of."""
        self._offer_to("undo", words)

    def withdraw_undo(self) -> None:
        """Hide the offer to undo: it would undo something else."""
        if self._offered == "undo":
            self.strip.hide()

    def offer_look(self, words: str) -> None:
        """Show a sentence on moved or uncertain notes, with a button that lists them."""
        self._offer_to("look", words)

    def _offer_to(self, what: str, words: str) -> None:
        self._offered = what
        self.said.setText(words)
        self.strip.setVisible(bool(words))
        self._say()

    def _take_offer(self) -> None:
        self.strip.hide()
        if self._offered == "look":
            self.narrowing.choose(show="look")
            self.list.setFocus()
        else:
            self.undo_asked.emit()

    def _build(self) -> None:
        view = self.list
        view.setObjectName("notesView")
        view.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.setModel(self.model)
        self.search.line.setObjectName("notesSearch")
        self.empty.add(self.clear)
        self.said.setWordWrap(False)
        self.said.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        flow = FlowLayout(8, self.strip)
        flow.setContentsMargins(14, 6, 14, 6)
        flow.addWidget(self.said)
        flow.addWidget(self.undo)
        self.strip.hide()
        foot = QWidget()
        around = QVBoxLayout(foot)
        around.setContentsMargins(10, 6, 10, 8)
        around.addWidget(self.search)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget, stretch in (
            (self.head, 0),
            (self.narrowing, 0),
            (view, 1),
            (self.empty, 1),
            (self.strip, 0),
            (foot, 0),
        ):
            column.addWidget(widget, stretch)

    def _connect(self) -> None:
        self.list.opened.connect(lambda index: self._emit(self.opened, index))
        self.list.removed.connect(self._remove)
        self.list.restored.connect(lambda index: self._emit(self.restored, index))
        self.list.accepted.connect(lambda index, number: self.accepted.emit(index.data(ROW), number))
        self.list.customContextMenuRequested.connect(self._offer)
        self.model.moved.connect(self.moved)
        self.narrowing.changed.connect(self.filter_changed)
        self.narrowing.asked.connect(self.asked)
        self.search.line.textChanged.connect(lambda _: self._typing.start())
        self._typing.timeout.connect(lambda: self.search_asked.emit(self.search.line.text().strip()))
        self.undo.clicked.connect(self._take_offer)
        self.clear.clicked.connect(self._widen)

    def _emit(self, signal: object, index: QModelIndex) -> None:
        row = index.data(ROW)
        if isinstance(row, Row):
            signal.emit(row)  # type: ignore[attr-defined]

    def _remove(self, index: QModelIndex) -> None:
        """Request the removal of a note, but not of one in the trash or of a conflict."""
        row = index.data(ROW)
        if isinstance(row, Row) and row.is_gone:
            self.told.emit(self.tr("It lies in the trash; Enter brings it back"))
        elif isinstance(row, Row) and row.conflict is None:
            self.removed.emit(row)

    def _widen(self) -> None:
        """Clear the search, or else the filter."""
        if self.search.line.text():
            self.search.line.clear()
            self._typing.stop()
            self.search_asked.emit("")
        else:
            self.narrowing.clear()
        self.setFocus()

    def _offer(self, at: QPoint) -> None:
        index = self.list.indexAt(at)
        row = index.data(ROW) if index.isValid() else None
        if not isinstance(row, Row):
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Open")).triggered.connect(lambda: self.opened.emit(row))
        for number in range(row.offers):
            words = (
                (self.tr("Keep mine"), self.tr("Take theirs"))[number]
                if row.conflict is not None
                else self.tr("Let it stand at place {number}").format(number=self._appearance.number(number + 1))
            )
            menu.addAction(words).triggered.connect(lambda _=False, number=number: self.accepted.emit(row, number))
        if row.is_gone:
            menu.addAction(self.tr("Bring back")).triggered.connect(lambda: self.restored.emit(row))
        elif row.conflict is None:
            menu.addAction(self.tr("Remove")).triggered.connect(lambda: self.removed.emit(row))
        menu.popup(self.list.viewport().mapToGlobal(at))

    def _say(self) -> None:
        """Set every text, and show the list or the empty page."""
        count, show = self.model.rowCount(), self.filter.show
        self.head.show_words(self.tr("My notes"), self._appearance.number(count) if count else "")
        self.list.setAccessibleName(self.tr("My notes"))
        self._say_empty(self.search.line.text().strip(), show)
        self.list.setVisible(count > 0)
        self.empty.setVisible(count == 0)
        self.search.set_prompt(self.tr("Search my notes"))
        self.undo.set_words(self.tr("Show them") if self._offered == "look" else self.tr("Undo"))

    def _say_empty(self, query: str, show: str) -> None:
        """Tell why nothing is listed, with a button that clears the search or the filter."""
        if query and show in {"notes", "look"}:
            head, body = self.tr("Nothing here"), self.tr("No note meets the search “{query}”.")
            body, clear = body.format(query=isolate(query)), self.tr("Clear the search")
        elif self.filter.narrows or show != "notes":
            head, body = self.tr("Nothing here"), self.tr("No note meets this filter.")
            clear = self.tr("Show all my notes")
        else:
            head, body = self.tr("No notes yet"), self.tr("Select words, or press Alt+1 to mark the paragraph.")
            clear = ""
        self.empty.show_words(head, body)
        self.clear.set_words(clear)
        self.clear.setVisible(bool(clear))

    def changeEvent(self, event: QEvent) -> None:
        """Retranslate on a change of language or direction, keeping selection and scroll position."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.LayoutDirectionChange}:
            self._forget()
            self._say()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground and the hairline over the offer."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._appearance.color("window"))
        if self.strip.isVisible():
            painter.fillRect(0, self.strip.geometry().top(), self.width(), 1, self._appearance.color("line"))

    def _restyle(self) -> None:
        self._forget()
        self.narrowing.retranslate()
        self._say()
        self.update()

    def _forget(self) -> None:
        """Make the rows again and lay them out."""
        self._delegate.forget(fonts=True)
        self.model.forget()
        self.list.scheduleDelayedItemsLayout()
