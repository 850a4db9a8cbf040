"""The notes of a label as one page to be read: each with its number, place, quote, words, and what else is known."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, QUrl, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QTextCursor

from documents.annotations.export.exported_annotation import Cited
from ui.desktop.panels.notes.study_pad_writer import StudyPadWriter
from ui.desktop.support.appearance import Appearance
from ui.desktop.widgets.item_painting import BAR
from ui.desktop.widgets.text_sheet import TextSheet

_AROUND = 9
"""How far the ground of the chosen note goes above and below its words, in px."""


@dataclass(frozen=True, slots=True)
class StudyPadNote:
    """A note ready to be read; `group` is the label it stands under: the pad's own, or one within it."""

    cited: Cited
    group: str

    @property
    def id(self) -> str:
        """The id of the annotation."""
        return self.cited.annotation.id


class StudyPadPage(TextSheet):
    """Shows notes one under another; one of them is chosen: by a click on it, by the arrow keys, by Home and End."""

    chosen = Signal(int)
    opened = Signal(int)
    move_asked = Signal(int)
    """The chosen note is to go up (-1) or down (1)."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance, "paper")
        self.setObjectName("studyPadText")
        self.notes: tuple[StudyPadNote, ...] = ()
        self.at = 0
        self._blocks: list[tuple[int, int]] = []
        self.anchorClicked.connect(self._follow)

    def show_notes(self, notes: Sequence[StudyPadNote], label: str, nothing: str) -> None:
        """Write the page anew; the note that was chosen stays so, and what was on screen stays there."""
        held = self.notes[self.at].id if self.notes else ""
        line = self._first_on_screen()
        self.notes = tuple(notes)
        self._blocks = StudyPadWriter(self.document(), self._appearance).write(self.notes, label, nothing)
        ids = [one.id for one in self.notes]
        self.at = ids.index(held) if held in ids else max(0, min(self.at, len(ids) - 1))
        self._put_caret()
        if line is not None and line[0] in ids:
            self._scroll(self.rect_of(ids.index(line[0])).top() + line[1])
        else:
            self._scroll(0)
        self.viewport().update()

    def choose(self, at: int) -> None:
        """Choose a note by its place, and bring it on screen; no more is scrolled than it needs."""
        if not 0 <= at < len(self.notes):
            return
        self._take(at)
        self.bring()

    def bring(self) -> None:
        """Bring the chosen note on screen; of one that is higher than the screen its beginning."""
        if not self.notes:
            return
        rect, height, value = self.rect_of(self.at), self.viewport().height(), self.verticalScrollBar().value()
        lowest = min(rect.top(), rect.bottom() + 1 - height)
        self._scroll(min(rect.top(), max(value, lowest)) if rect.height() < height else rect.top())

    def rect_of(self, at: int) -> QRect:
        """Return the ground of a note, in pixels from the top of the page."""
        first, last = self._blocks[at]
        layout, document = self.document().documentLayout(), self.document()
        top = layout.blockBoundingRect(document.findBlockByNumber(first)).top()
        bottom = layout.blockBoundingRect(document.findBlockByNumber(last)).bottom()
        around = self._appearance.px(_AROUND)
        return QRectF(0, top - around, self.viewport().width(), bottom - top + 2 * around).toAlignedRect()

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose, with Alt they move the note; Enter opens it in its text."""
        key, keys = event.key(), Qt.Key
        step = {keys.Key_Up: -1, keys.Key_Down: 1}.get(keys(key))
        ends = {keys.Key_Home: 0, keys.Key_End: len(self.notes) - 1}
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if step is not None and modifiers == Qt.KeyboardModifier.AltModifier:
            self.move_asked.emit(step)
        elif modifiers != Qt.KeyboardModifier.NoModifier:
            super().keyPressEvent(event)
        elif step is not None:
            self.choose(self.at + step)
        elif key in ends:
            self.choose(ends[keys(key)])
        elif key in {keys.Key_Return, keys.Key_Enter} and self.notes:
            self.opened.emit(self.at)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click chooses the note it falls on; words that were selected with the pointer stay selected."""
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            at = self.note_at(event.position().toPoint())
            if at is not None:
                self._take(at)

    def note_at(self, point: QPoint) -> int | None:
        """Return the place of the note at a point of the viewport, None between the notes."""
        there = point + QPoint(0, self.verticalScrollBar().value())
        block = self.cursorForPosition(point).blockNumber()
        at = bisect_right(self._blocks, block, key=lambda blocks: blocks[0]) - 1
        return at if at >= 0 and self.rect_of(at).contains(there) else None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground of the chosen note under the words, and a hairline over every note but the first."""
        painter, color = QPainter(self.viewport()), self._appearance.color
        above = self.verticalScrollBar().value()
        for at in range(len(self._blocks)):
            rect = self.rect_of(at).translated(0, -above)
            if rect.bottom() < 0:
                continue
            if rect.top() > self.viewport().height():
                break
            if at == self.at:
                painter.fillRect(rect, color("accentsoft"))
                left = rect.right() + 1 - BAR if self._appearance.rtl else rect.left()
                painter.fillRect(left, rect.top(), BAR, rect.height(), color("accent"))
            elif at and at - 1 != self.at:
                painter.fillRect(rect.left(), rect.top(), rect.width(), 1, color("line"))
        painter.end()
        super().paintEvent(event)

    # Inside

    def _take(self, at: int) -> None:
        self.at = at
        above = self.verticalScrollBar().value()
        self._put_caret()
        self._scroll(above)
        self.viewport().update()
        self.chosen.emit(at)

    def _put_caret(self) -> None:
        """Put the caret, which is not seen, where a screen reader begins to read."""
        cursor = QTextCursor(self.document())
        if self._blocks:
            cursor.setPosition(self.document().findBlockByNumber(self._blocks[self.at][0]).position())
        self.setTextCursor(cursor)

    def _follow(self, url: QUrl) -> None:
        at = int(url.path())
        self._take(at)
        self.opened.emit(at)

    def _first_on_screen(self) -> tuple[str, int] | None:
        """Return the first note on screen by its id, and how far the top of the screen is below its own."""
        above = self.verticalScrollBar().value()
        for at, note in enumerate(self.notes):
            rect = self.rect_of(at)
            if rect.bottom() > above:
                return note.id, above - rect.top()
        return None

    def _scroll(self, value: int) -> None:
        self.document().size()  # laid out to its end, so that the bar knows how far it goes
        self.verticalScrollBar().setValue(value)
