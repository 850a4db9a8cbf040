"""The page of the study pad: notes with number, reference, quotation, words and remarks, one of them chosen."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QRectF, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from documents.annotations.export.exported_annotation import ExportedAnnotation
from documents.annotations.model import LABEL_SEPARATOR, Annotation, first_strong
from documents.annotations.rich_text import Run, blocks
from documents.language import direction, isolate
from ui.desktop.support.appearance import COLOURS, Appearance
from ui.desktop.support.note_text import remarks
from ui.desktop.widgets.item_painting import BAR
from ui.desktop.widgets.text_sheet import TextSheet

_QUOTE, _OWN, _SMALL = 19, 14, 12
_BETWEEN, _CLOSE, _INSET = 26, 6, 18
_AROUND = 9
"""How far the ground of the chosen note reaches above and below its words, in px."""


@dataclass(frozen=True, slots=True)
class StudyPadNote:
    """A note and the label that it stands under: the pad's own, or one nested in it."""

    cited: ExportedAnnotation
    group: str

    @property
    def id(self) -> str:
        """The id of the annotation."""
        return self.cited.annotation.id


class StudyPadPage(TextSheet):
    """Shows notes one under another, and chooses one by a click, the arrow keys, Home and End."""

    chosen = Signal(int)
    opened = Signal(int)
    move_asked = Signal(int)
    """-1 to move the chosen note up, 1 to move it down."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance, "paper")
        self.setObjectName("studyPadText")
        self.notes: tuple[StudyPadNote, ...] = ()
        self.at = 0
        self._blocks: list[tuple[int, int]] = []
        self.anchorClicked.connect(self._follow)

    def show_notes(self, notes: Sequence[StudyPadNote], label: str, nothing: str) -> None:
        """Write the page again, keeping the chosen note and the scroll position."""
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
        """Choose the note at an index, and scroll no further than needed to show it."""
        if not 0 <= at < len(self.notes):
            return
        self._take(at)
        self.bring()

    def bring(self) -> None:
        """Scroll the chosen note into view, or its beginning where it is higher than the viewport."""
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
        """Choose with the arrows, move the chosen note with Alt and the arrows, open it on Enter."""
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
        """Choose the note clicked, unless words are selected."""
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            at = self.note_at(event.position().toPoint())
            if at is not None:
                self._take(at)

    def note_at(self, point: QPoint) -> int | None:
        """Return the index of the note at a point of the viewport, None between the notes."""
        there = point + QPoint(0, self.verticalScrollBar().value())
        block = self.cursorForPosition(point).blockNumber()
        at = bisect_right(self._blocks, block, key=lambda blocks: blocks[0]) - 1
        return at if at >= 0 and self.rect_of(at).contains(there) else None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground of the chosen note, the text, and a hairline over every other note but the first."""
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
        """Put the invisible caret at the chosen note: screen readers read from there."""
        cursor = QTextCursor(self.document())
        if self._blocks:
            cursor.setPosition(self.document().findBlockByNumber(self._blocks[self.at][0]).position())
        self.setTextCursor(cursor)

    def _follow(self, url: QUrl) -> None:
        at = int(url.path())
        self._take(at)
        self.opened.emit(at)

    def _first_on_screen(self) -> tuple[str, int] | None:
        """Return (id, distance in px from its top to the top of the viewport) of the first note shown."""
        above = self.verticalScrollBar().value()
        for at, note in enumerate(self.notes):
            rect = self.rect_of(at)
            if rect.bottom() > above:
                return note.id, above - rect.top()
        return None

    def _scroll(self, value: int) -> None:
        self.document().size()  # laid out to its end, so that the bar knows how far it goes
        self.verticalScrollBar().setValue(value)


class StudyPadWriter:
    """Writes notes into a document, scaled with text or interface, whichever is larger."""

    def __init__(self, document: QTextDocument, appearance: Appearance) -> None:
        self._document, self._look = document, appearance
        self._cursor = QTextCursor(document)
        self._scale = max(appearance.text_scale, appearance.interface_scale)

    def write(self, notes: Sequence[StudyPadNote], label: str, nothing: str) -> list[tuple[int, int]]:
        """Write the page, and return the numbers of the first and last block of every note.

        Without notes it writes `nothing`.
        """
        self._document.clear()
        self._document.setDocumentMargin(self._look.px(20))
        self._document.setDefaultFont(self._own())
        found: list[tuple[int, int]] = []
        self._cursor.beginEditBlock()
        group = label
        for number, note in enumerate(notes):
            if note.group != group:
                group = note.group
                self._heading(group)
            first = self._note(note, number)
            found.append((first, self._cursor.blockNumber()))
        if not notes:
            self._paragraph(rtl=self._look.rtl)
            self._put(nothing, self._own(), "ink2")
        self._cursor.endEditBlock()
        return found

    def _heading(self, label: str) -> None:
        """Write the name of a nested label over its notes."""
        self._paragraph(rtl=self._look.rtl, above=_BETWEEN)
        self._put(isolate(label.rpartition(LABEL_SEPARATOR)[2]), self._own(600), "ink2")

    def _note(self, note: StudyPadNote, number: int) -> int:
        """Write a note, and return the number of its first block."""
        cited, one, look = note.cited, note.cited.annotation, self._look
        self._paragraph(rtl=look.rtl, above=_BETWEEN)
        first = self._cursor.blockNumber()
        self._put(isolate(look.number(number + 1)) + "\u2003", self._own(600), "ink2")
        self._link(isolate(cited.reference, "rtl" if look.rtl else "ltr"), f"note:{number}")
        if not one.targets:
            self._put(" · " + QCoreApplication.translate("Notes", "Whole document"), self._small(), "ink2")
        rtl = direction(one.language) == "rtl"
        for place in cited.places:
            self._paragraph(rtl=rtl, above=_CLOSE, inset=True)
            ground = look.mark(one.colour) if one.colour in COLOURS else None
            self._put(f"«{place.words}»", self._quote(), "ink", ground)
        self._said(one)
        self._paragraph(rtl=look.rtl, above=_CLOSE, inset=True)
        self._put(remarks(one, look), self._small(), "ink2")
        return first

    def _said(self, one: Annotation) -> None:
        """Write the user's words with the formats of their Markdown."""
        for block in blocks(one.text):
            for number, line in enumerate(_lines(block.runs)):
                words = "".join(run.text for run in line)
                self._paragraph(rtl=first_strong(words or block.text, one.language) == "rtl", above=_CLOSE, inset=True)
                if block.mark and not number:
                    self._put(f"{block.mark} ", self._own(), "ink")
                for run in line:
                    font = self._own(600 if run.bold or block.heading else 400)
                    font.setItalic(run.italic)
                    self._put(run.text, font, "rubric" if run.code else "ink")

    # One paragraph

    def _paragraph(self, *, rtl: bool, above: int = 0, inset: bool = False) -> None:
        form = QTextBlockFormat()
        form.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        form.setTopMargin(self._look.px(above))
        if inset:  # on the side of the interface, where the numbers stand, whatever the direction of the words
            (form.setRightMargin if self._look.rtl else form.setLeftMargin)(self._look.px(_INSET))
        if self._cursor.position():
            self._cursor.insertBlock(form, QTextCharFormat())
        else:
            self._cursor.setBlockFormat(form)

    def _put(self, words: str, font: QFont, token: str, ground: QColor | None = None) -> None:
        self._cursor.insertText(words.replace("\n", "\u2028"), self._format(font, token, ground))

    def _link(self, words: str, address: str) -> None:
        form = self._format(self._small(500), "accent")
        form.setAnchor(True)
        form.setAnchorHref(address)
        form.setFontUnderline(True)
        self._cursor.insertText(words, form)

    def _format(self, font: QFont, token: str, ground: QColor | None = None) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setFont(font)
        form.setForeground(self._look.color(token))
        if ground is not None:
            form.setBackground(ground)
        return form

    def _quote(self) -> QFont:
        return self._look.reading_font(_QUOTE * self._scale / self._look.text_scale)

    def _own(self, weight: int = 400) -> QFont:
        return self._look.interface_font(_OWN * self._scale / self._look.interface_scale, weight)

    def _small(self, weight: int = 400) -> QFont:
        return self._look.interface_font(_SMALL * self._scale / self._look.interface_scale, weight)


def _lines(runs: Sequence[Run]) -> list[list[Run]]:
    """Return the runs of a Markdown block, line by line."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        for number, words in enumerate(run.text.split("\n")):
            if number:
                lines.append([])
            if words:
                lines[-1].append(replace(run, text=words))
    return lines
