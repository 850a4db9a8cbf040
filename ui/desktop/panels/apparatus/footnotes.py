"""The footnotes of what is on screen, as one readable text: caret, selection, links and lit rows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QMenu

from documents.citations.citation import Citation
from ui.desktop.panels.apparatus.entries import CitedWords, Note
from ui.desktop.panels.apparatus.footnote_rows import blocks
from ui.desktop.panels.apparatus.footnote_sheet import NoteSheet
from ui.desktop.panels.apparatus.footnote_writer import CITED, NUMBER, NoteWriter, cited_at, place_at
from ui.desktop.support.appearance import Appearance

HOVER_MS = 120


class FootnotesView(NoteSheet):
    """Lists notes; says which one the pointer or the caret is on, and which place is asked for."""

    note_entered = Signal(str)
    """The number of the note under the pointer or the caret, or "" when it is left."""
    note_pinned = Signal(str)
    citation_entered = Signal(object)
    """The Citation whose words the pointer or the caret is on; leaving it is told as entering a note or nothing."""
    citation_pinned = Signal(object)
    citation_activated = Signal(object)
    """CitedWords that are to be followed."""
    menu_opening = Signal(object, object)
    """A menu, and the Citation it opens on or None: whoever knows what can be done puts it in."""
    place_requested = Signal(object)
    returned = Signal()
    marks_clicked = Signal(object, object)
    """The ids of the annotations whose marked words were clicked, the uppermost first, and where on the screen."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance)
        self.describe: Callable[[Citation], str] = lambda citation: citation.text
        """Says in words what a citation cites, for assistive technology."""
        self._notes: tuple[Note, ...] = ()
        self._pinned: Citation | None = None
        self._following = False
        self._entered = ""
        self._timer = QTimer(self, interval=HOVER_MS, singleShot=True)
        self._timer.timeout.connect(lambda: self._enter(self._hovered))
        self.anchorClicked.connect(self._ask_for)
        self.cursorPositionChanged.connect(self._follow_caret)

    def show_notes(self, notes: tuple[Note, ...]) -> None:
        """Write the notes; the view stays where it is when it can."""
        writer = self._begin()
        self._notes = notes
        for note in notes:
            writer.write(note)
        self._end(writer)

    def show_none(self, words: str, lines: tuple[tuple[str, str, object], ...]) -> None:
        """Say that there is no note here, with links (icon, words, place) to the nearest ones."""
        writer = self._begin()
        self._notes = ()
        writer.plain_line(words)
        for icon, line, place in lines:
            writer.link_line(icon, line, place)  # type: ignore[arg-type]  # a Position
        self._end(writer)

    def light(self, numbers: frozenset[str], *, scroll: bool) -> None:
        """Light the rows of these notes; `scroll` brings the first of them into view."""
        self._lit = numbers
        self.viewport().update()
        if scroll:
            for number, rect in self._note_rects():
                if number in numbers:
                    self._bring(rect)
                    break

    def focus_note(self, number: str) -> None:
        """Put the caret at the start of a note and take the keyboard."""
        for block in blocks(self.document()):
            if block.blockFormat().property(NUMBER) == number:
                self.setTextCursor(QTextCursor(block))
                break
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureCursorVisible()

    def _begin(self) -> NoteWriter:
        self._keep = self.verticalScrollBar().value()
        self.blockSignals(True)
        self.setExtraSelections([])
        self.document().clear()
        return NoteWriter(self.document(), self._appearance, self.viewport().width())

    def _end(self, writer: NoteWriter) -> None:
        writer.finish()
        self.show_marks(self._marks)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.blockSignals(False)
        self.verticalScrollBar().setValue(self._keep)
        self._hovered = self._entered = ""

    # --- pointer and caret -------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Note which cited words or row the pointer is on; it is told after 120 ms."""
        super().mouseMoveEvent(event)
        point = event.position().toPoint()
        link = self.anchorAt(point)
        number = link if link.startswith(CITED) else self.note_at(point)
        if number != self._hovered:
            self._hovered = number
            self.viewport().update()
            self._timer.start()

    def leaveEvent(self, event: QEvent) -> None:
        """Put the hover out at once."""
        super().leaveEvent(event)
        self._hovered = ""
        self._timer.stop()
        self._enter("")
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a row, not on a link and not a selection, keeps it lit; with Ctrl cited words are followed."""
        self._following = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        super().mouseReleaseEvent(event)
        self._following = False
        point = event.position().toPoint()
        if self.textCursor().hasSelection() or self.anchorAt(point):
            return
        if event.button() is Qt.MouseButton.LeftButton and (ids := self.marks_at(point)):
            self.marks_clicked.emit(ids, event.globalPosition().toPoint())
        elif number := self.note_at(point):
            self.note_pinned.emit(number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the text; Enter follows a link, else keeps the note lit."""
        if event.key() == Qt.Key.Key_Escape:
            self.returned.emit()
            return
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and not self.textCursor().charFormat().isAnchor() and (number := self._caret_note()):
            self.note_pinned.emit(number)
            return
        cited = self.cited_under_caret()
        self._following = cited is not None and cited.citation == self._pinned
        super().keyPressEvent(event)
        self._following = False

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes from link to link; Qt tells of that by no signal."""
        stayed = super().focusNextPrevChild(forward)
        self._follow_caret()
        return stayed

    def cited_under_caret(self) -> CitedWords | None:
        """Return the cited words that the keyboard is on."""
        return cited_at(self.textCursor().charFormat().anchorHref(), self._notes)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to copy, and what can be done with a citation."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        cited = cited_at(self.anchorAt(event.pos()), self._notes) if by_mouse else self.cited_under_caret()
        if by_mouse and not self.textCursor().hasSelection():
            self.setTextCursor(self.cursorForPosition(event.pos()))  # what is asked for is asked of this place
        menu = QMenu(self)
        menu.setObjectName("footnotesMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Copy"), self.copy).setEnabled(self.textCursor().hasSelection())
        self.menu_opening.emit(menu, cited.citation if cited else None)
        menu.popup(event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The caret lights the note it stands in."""
        super().focusInEvent(event)
        self._follow_caret()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What the caret lit goes out."""
        super().focusOutEvent(event)
        self._enter("")
        self.viewport().update()

    def _follow_caret(self) -> None:
        if self.hasFocus():
            link = self.textCursor().charFormat().anchorHref()
            self._enter(link if link.startswith(CITED) else self._caret_note())
            self._say(cited_at(link, self._notes))
            self.viewport().update()

    def _say(self, cited: CitedWords | None) -> None:
        """Tell assistive technology which citation the keyboard is on."""
        words = self.describe(cited.citation) if cited else ""
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)
            if words:
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _enter(self, entered: str) -> None:
        """Tell the note, or the citation, that is entered."""
        if entered == self._entered:
            return
        self._entered = entered
        cited = cited_at(entered, self._notes)
        if cited is not None:
            self.citation_entered.emit(cited.citation)
        else:
            self.note_entered.emit(entered)

    def _ask_for(self, url: QUrl) -> None:
        link = url.toString()
        cited = cited_at(link, self._notes)
        if cited is not None and self._following:
            self.citation_activated.emit(cited)
        elif cited is not None:
            self._pinned = cited.citation
            self.citation_pinned.emit(cited.citation)
        elif (place := place_at(link)) is not None:
            self.place_requested.emit(place)
