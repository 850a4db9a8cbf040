"""Writes footnotes into a text document: a block for the words of each, and one for its places and remarks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from documents.citations.citation import CitationStatus
from documents.language import isolate
from documents.model import FootnoteStatus
from documents.position import Position
from ui.desktop.panels.apparatus.model import CitedWords, FootnoteEntry, Place, place_link
from ui.desktop.panels.apparatus.texts import records_name
from ui.desktop.support.appearance import Appearance
from ui.desktop.support.bidi_text import display_offsets, display_text
from ui.desktop.support.place_names import spaced_reference
from ui.desktop.support.utf16 import utf16_length, utf16_slice

NUMBER = int(QTextFormat.Property.UserProperty) + 1
"""Block property: the number of the footnote that a block belongs to."""
ICON = NUMBER + 1
"""Block property: the icon painted at the start of the block's words."""

WORDS_AT = NUMBER + 2
"""Block property: where the words of the footnote begin in the block, in UTF-16 units."""
CITED = "cite:"
"""Prefix of the links of cited words, followed by the footnote's number and an index into its cited words."""

_SERIES = re.compile("Treaty Series")


def cited_at(link: str, notes: tuple[FootnoteEntry, ...]) -> CitedWords | None:
    """Return the cited words among `notes` that a link stands for, or None for any other link."""
    if not link.startswith(CITED):
        return None
    number, _, index = link.removeprefix(CITED).rpartition(":")
    return next((note.cited[int(index)] for note in notes if note.number == number), None)


@dataclass(frozen=True, slots=True)
class Sizes:
    """Measures of the list in px, derived from the fonts and the two scales."""

    hang: float
    pad: float
    line: float
    gap: float


def sizes(appearance: Appearance, width: int) -> Sizes:
    """Return the measures at the present scales. In a narrow list with large letters nothing hangs."""
    hang, pad = appearance.text_px(30), float(appearance.px(14))
    if width - hang - 2 * pad < appearance.text_px(120):
        hang, pad = 0.0, min(pad, 12.0)
    return Sizes(hang, pad, appearance.text_px(27), float(appearance.px(7)))


class FootnoteWriter:
    """Writes one list of footnotes into a document, in the fonts and colours of the appearance."""

    def __init__(self, document: QTextDocument, appearance: Appearance, width: int) -> None:
        self._cursor = QTextCursor(document)
        self._cursor.beginEditBlock()  # one layout at the end, not one for each piece
        self._appearance = appearance
        self._sizes = sizes(appearance, width)
        self._rtl_interface = appearance.rtl
        self._first = True

    def finish(self) -> None:
        """End the edit, on which Qt lays the document out once."""
        self._cursor.endEditBlock()

    def write(self, note: FootnoteEntry) -> None:
        """Write a footnote and its line of facts."""
        number = self._format(self._appearance.interface_font(13.5, 500), "accent")
        self._scaled(number)
        self._note_block(note)
        self._cursor.insertText(note.mark, number)
        self._hang(QFontMetricsF(number.font()).horizontalAdvance(note.mark), self._sizes.hang)
        if note.status is FootnoteStatus.MISSING:
            self._missing(note)
        else:
            self._words(note)
        self._facts(note)

    def link_line(self, icon: str, words: str, position: Position) -> None:
        """Write a line that is one link with an icon before it."""
        block = self._block(rtl=self._rtl_interface, pad=self._sizes.pad + self._appearance.px(24))
        block.setProperty(ICON, icon)
        self._insert_block(block)
        self._link(words, position)

    def plain_line(self, words: str) -> None:
        """Write a line of plain words."""
        block = self._block(rtl=self._rtl_interface, pad=self._sizes.pad)
        block.setTopMargin(self._sizes.gap)
        self._insert_block(block)
        self._cursor.insertText(words, self._format(self._appearance.interface_font(13), "ink"))

    def _hang(self, taken: float, wanted: float) -> None:
        """Write one space so wide that the next words start `wanted` px from the start edge.

        Tabs fail in text from right to left.
        """
        if not self._sizes.hang:
            gap = self._format(self._appearance.interface_font(13.5), "ink")
            self._scaled(gap)  # a gap beside the number, as large as its letters
            self._cursor.insertText("\u00a0\u00a0", gap)
            return
        space = self._format(self._appearance.interface_font(13.5), "ink")
        room = wanted - taken - QFontMetricsF(space.font()).horizontalAdvance(" ")
        space.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
        space.setFontLetterSpacing(max(0.0, room))
        self._cursor.insertText(" ", space)

    def _note_block(self, note: FootnoteEntry) -> None:
        size = self._sizes
        block = self._block(rtl=note.rtl, pad=size.pad + size.hang)
        block.setTextIndent(-size.hang)
        block.setTopMargin(size.gap)
        block.setProperty(NUMBER, note.number)
        if note.status is FootnoteStatus.MISSING:
            block.setProperty(ICON, "warning")
        else:
            block.setLineHeight(size.line, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        self._insert_block(block)

    def _words(self, note: FootnoteEntry) -> None:
        """Write the words in pieces: the name of the series in italics, cited words as links."""
        shown = display_text(note.text, rtl=note.rtl)
        length = utf16_length(shown)
        places = display_offsets(note.text, shown)
        self._tell_where_words_begin()
        series = [found.span() for found in _SERIES.finditer(shown)]
        cited = [(places[c.start], places[c.end - 1] + 1, index) for index, c in enumerate(note.cited)]
        cuts = sorted({0, length, *(at for start, end in series for at in (start, end))})
        cuts = sorted({*cuts, *(at for start, end, _ in cited for at in (start, end))})
        for start, end in pairwise(cuts):
            index = next((i for first, last, i in cited if first <= start < last), None)
            italic = any(first <= start < last for first, last in series)
            self._cursor.insertText(utf16_slice(shown, start, end), self._look(note, index, italic=italic))

    def _tell_where_words_begin(self) -> None:
        block = self._cursor.blockFormat()
        block.setProperty(WORDS_AT, self._cursor.positionInBlock())
        self._cursor.setBlockFormat(block)

    def _look(self, note: FootnoteEntry, index: int | None, *, italic: bool) -> QTextCharFormat:
        """Return the format of plain words, or of the cited words with this index."""
        look = self._format(self._appearance.reading_font(17, italic=italic), "ink")
        if index is None:
            return look
        citation = note.cited[index].citation
        doubtful = citation.status is not CitationStatus.RESOLVED
        look.setForeground(self._appearance.color("warn" if doubtful else "accent"))
        if doubtful or citation.by_user:
            style = QTextCharFormat.UnderlineStyle
            look.setUnderlineStyle(style.DotLine if doubtful else style.DashUnderline)
            look.setUnderlineColor(self._appearance.color("warn" if doubtful else "accent"))
        look.setAnchor(True)
        look.setAnchorHref(f"{CITED}{note.number}:{index}")
        return look

    def _missing(self, note: FootnoteEntry) -> None:
        words = self._format(self._appearance.interface_font(13, 500), "ink")
        self._hang(0, self._appearance.px(24))
        self._cursor.insertText(QCoreApplication.translate("Footnotes", "The file lacks this footnote"), words)
        if note.received:
            self._facts_block(note, last=False)
            self._plain(QCoreApplication.translate("Footnotes", "Received as %1").replace("%1", isolate(note.received)))

    def _facts(self, note: FootnoteEntry) -> None:
        self._facts_block(note, last=True)
        parts = 0
        if note.likely:
            self._plain(
                QCoreApplication.translate("Footnotes", "Likely: %1").replace(
                    "%1", isolate(spaced_reference(note.likely), "ltr")
                )
            )
            parts += 1
        if note.places:
            self._plain(" · " if parts else "")
            before, _, after = QCoreApplication.translate(
                "Footnotes", "At %1", "before the labels of paragraphs"
            ).partition("%1")
            self._plain(before)
            self._places(note.places)
            self._plain(after)
            parts += 1
        for words in self._remarks(note):
            self._plain((" · " if parts else "") + words)
            parts += 1

    def _remarks(self, note: FootnoteEntry) -> list[str]:
        remarks = []
        if note.ibid:
            ibid = QCoreApplication.translate("Footnotes", "Ibid. = %1")
            remarks.append(ibid.replace("%1", isolate(records_name(note.ibid))))
        if note.status is FootnoteStatus.DOUBTFUL:
            remarks.append(QCoreApplication.translate("Footnotes", "doubtful marker"))
        if note.status is FootnoteStatus.ORPHAN:
            remarks.append(QCoreApplication.translate("Footnotes", "no marker in the text"))
        return remarks

    def _places(self, places: tuple[Place, ...]) -> None:
        for index, place in enumerate(places):
            if index:
                self._plain(QCoreApplication.translate("Footnotes", ", ", "joins the labels of paragraphs"))
            self._link(isolate(place.name, "ltr"), place.position)

    def _link(self, words: str, position: Position) -> None:
        link = self._format(self._appearance.interface_font(12, 500), "accent")
        link.setAnchor(True)
        link.setAnchorHref(place_link(position))
        self._cursor.insertText(words, link)

    def _plain(self, words: str) -> None:
        self._cursor.insertText(words, self._format(self._appearance.interface_font(12), "ink2"))

    def _facts_block(self, note: FootnoteEntry, *, last: bool) -> None:
        size = self._sizes
        hang = size.hang if note.rtl == self._rtl_interface else 0.0
        block = self._block(rtl=self._rtl_interface, pad=size.pad + hang)
        # Descenders reach below a line of fixed height: the room for them grows with the text.
        follows_words = note.status is not FootnoteStatus.MISSING
        block.setTopMargin(2 + (self._appearance.text_px(6) - 6 if follows_words else 0))
        block.setBottomMargin(size.gap if last else 0)
        block.setProperty(NUMBER, note.number)
        self._insert_block(block)

    def _block(self, *, rtl: bool, pad: float) -> QTextBlockFormat:
        """Return the format of a block with `pad` px at its start edge."""
        block = QTextBlockFormat()
        block.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        block.setAlignment(Qt.AlignmentFlag.AlignLeading)
        block.setRightMargin(pad if rtl else self._sizes.pad)
        block.setLeftMargin(self._sizes.pad if rtl else pad)
        return block

    def _insert_block(self, block: QTextBlockFormat) -> None:
        if self._first:
            self._cursor.setBlockFormat(block)
            self._first = False
        else:
            self._cursor.insertBlock(block)

    def _format(self, font: QFont, token: str) -> QTextCharFormat:
        char_format = QTextCharFormat()
        char_format.setFont(font)
        char_format.setForeground(QColor(self._appearance.color(token)))
        return char_format

    def _scaled(self, char_format: QTextCharFormat) -> None:
        """Scale the number with the reading text, not with the interface."""
        char_format.setFontPointSize(self._appearance.text_px(13.5) * 0.75)
