"""Writes the page of a study pad: paragraphs in their own direction and face, in the colours of the theme."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from documents.annotations.model import Annotation, first_strong
from documents.annotations.rich_text import Run, blocks
from documents.language import direction, isolate
from library.labels import BETWEEN
from ui.desktop.support.appearance import COLOURS, Appearance
from ui.desktop.support.note_text import remarks

if TYPE_CHECKING:
    from ui.desktop.panels.notes.study_pad_page import StudyPadNote

_QUOTE, _OWN, _SMALL = 19, 14, 12
_BETWEEN, _CLOSE, _INSET = 26, 6, 18


class StudyPadWriter:
    """Writes notes into a document; all of it grows with the text or with the interface, whichever is larger."""

    def __init__(self, document: QTextDocument, appearance: Appearance) -> None:
        self._document, self._look = document, appearance
        self._cursor = QTextCursor(document)
        self._scale = max(appearance.text_scale, appearance.interface_scale)

    def write(self, notes: Sequence[StudyPadNote], label: str, nothing: str) -> list[tuple[int, int]]:
        """Write the page; return the first and last paragraph of every note. `nothing` stands where there is none."""
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
        """Write the name of a label within the pad's own over its notes."""
        self._paragraph(rtl=self._look.rtl, above=_BETWEEN)
        self._put(isolate(label.rpartition(BETWEEN)[2]), self._own(600), "ink2")

    def _note(self, note: StudyPadNote, number: int) -> int:
        """Write a note; return its first paragraph."""
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
        """Write what the reader wrote, with the looks of its Markdown."""
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
    """Return the lines that were typed in a paragraph."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        for number, words in enumerate(run.text.split("\n")):
            if number:
                lines.append([])
            if words:
                lines[-1].append(replace(run, text=words))
    return lines
