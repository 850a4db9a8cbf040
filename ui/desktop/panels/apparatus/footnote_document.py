"""The footnotes in their text document: rows and icons, links, highlights and the selection."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QTextBlock, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from ui.desktop.panels.apparatus.footnote_writer import ICON, NUMBER, WORDS_AT
from ui.desktop.support.appearance import COLOURS, Appearance
from ui.desktop.support.bidi_text import display_offsets, stored_text


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked stretch of a footnote, in code points of its reading, and the id of its annotation."""

    start: int
    end: int
    id: str
    colour: str = ""


Marks = Mapping[str, Sequence[Mark]]
"""The marks of each footnote by its number, the uppermost last."""


def blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    """Yield the blocks of a document in order."""
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def note_rects(document: QTextDocument, width: int, shift: int, gap: float) -> list[tuple[str, QRect]]:
    """Return (number, row) of every footnote, scrolled by `shift` px, with `gap` px above and below its words."""
    layout = document.documentLayout()
    found: dict[str, QRectF] = {}
    for block in blocks(document):
        number = block.blockFormat().property(NUMBER)
        if number:
            rect = layout.blockBoundingRect(block)
            found[number] = found[number].united(rect) if number in found else rect
    return [
        (number, QRect(0, int(rect.top() - gap - shift), width, int(rect.height() + 2 * gap)))
        for number, rect in found.items()
    ]


def paint_icons(painter: QPainter, document: QTextDocument, appearance: Appearance, width: int, shift: int) -> None:
    """Paint the icons of all blocks that have one."""
    for block in blocks(document):
        if icon := block.blockFormat().property(ICON):
            _paint_icon(painter, block, str(icon), appearance, width, shift)


def _paint_icon(
    painter: QPainter, block: QTextBlock, icon: str, appearance: Appearance, width: int, shift: int
) -> None:
    """Paint an icon at the start of a block's first line, in its margin or hanging space."""
    line, rect = block.layout().lineAt(0), block.document().documentLayout().blockBoundingRect(block)
    block_format, px = block.blockFormat(), appearance.px
    side, rtl = px(16), block_format.layoutDirection() == Qt.LayoutDirection.RightToLeft
    start = block_format.rightMargin() if rtl else block_format.leftMargin()
    if icon != "warning":
        start -= px(24)
    y = int(rect.top() + (line.height() - side) / 2) - shift
    x = int(width - start - side) if rtl else int(start)
    painter.drawPixmap(x, y, appearance.pixmap(icon, "warn" if icon == "warning" else "ink2", size=16))


def underline_selections(document: QTextDocument, address: str) -> list[QTextEdit.ExtraSelection]:
    """Return the selections that underline every link to an address."""
    found = []
    for block in blocks(document) if address else ():
        pieces = block.begin()
        while not pieces.atEnd():
            piece = pieces.fragment()
            if piece.charFormat().anchorHref() == address:
                found.append(_underlined(document, piece.position(), piece.length()))
            pieces += 1
    return found


def _underlined(document: QTextDocument, position: int, length: int) -> QTextEdit.ExtraSelection:
    selection = QTextEdit.ExtraSelection()
    cursor = QTextCursor(document)
    cursor.setPosition(position)
    cursor.setPosition(position + length, QTextCursor.MoveMode.KeepAnchor)
    char_format = QTextCharFormat()
    char_format.setFontUnderline(True)
    selection.cursor, selection.format = cursor, char_format
    return selection


def mark_selections(document: QTextDocument, marks: Marks, appearance: Appearance) -> list[QTextEdit.ExtraSelection]:
    """Return the selections that show the marks: a ground in their colour, an underline for those without one."""
    found = []
    for number, block in _words(document) if marks else ():
        places = _places(block)
        for mark in marks.get(number, ()):
            if mark.start < mark.end < len(places):
                cursor = QTextCursor(document)
                cursor.setPosition(_begin(block) + places[mark.start])
                # Isolates after the last letter are painted with it, to keep the letters in order.
                last = block.length() - 1 - _at(block) if mark.end == len(places) - 1 else places[mark.end]
                cursor.setPosition(_begin(block) + last, QTextCursor.MoveMode.KeepAnchor)
                selection = QTextEdit.ExtraSelection()
                selection.cursor, selection.format = cursor, _look(mark.colour, appearance)
                found.append(selection)
    return found


def selected(cursor: QTextCursor) -> list[tuple[str, int, int]]:
    """Return (number, start, end) of the selection in each footnote, in code points of its words."""
    found = []
    for number, block in _words(cursor.document()):
        places = _places(block)
        first, last = (at - _begin(block) for at in (cursor.selectionStart(), cursor.selectionEnd()))
        start, end = bisect_left(places, max(first, 0)), bisect_left(places, min(last, places[-1]))
        if last > 0 and start < end:
            found.append((number, start, end))
    return found


def annotations_at(document: QTextDocument, marks: Marks, position: int) -> tuple[str, ...]:
    """Return the ids of the annotations marked at a position of the document, the uppermost first."""
    for number, block in _words(document):
        if block.contains(position):
            at = bisect_left(_places(block), position - _begin(block))
            met = [mark.id for mark in marks.get(number, ()) if mark.start <= at <= mark.end]
            return tuple(dict.fromkeys(reversed(met)))
    return ()


def _words(document: QTextDocument) -> Iterator[tuple[str, QTextBlock]]:
    """Yield (number, block) of the blocks that hold the words of footnotes."""
    for block in blocks(document):
        if block.blockFormat().hasProperty(WORDS_AT):
            yield str(block.blockFormat().property(NUMBER)), block


def _begin(block: QTextBlock) -> int:
    return block.position() + _at(block)


def _at(block: QTextBlock) -> int:
    return int(block.blockFormat().property(WORDS_AT))


def _places(block: QTextBlock) -> list[int]:
    # The number before the words has no letter of two units.
    shown = block.text()[_at(block) :]
    return display_offsets(stored_text(shown), shown)


def _look(colour: str, appearance: Appearance) -> QTextCharFormat:
    look = QTextCharFormat()
    if colour in COLOURS:
        look.setBackground(appearance.mark(colour))
    else:
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        look.setUnderlineColor(appearance.color("accent"))
    return look
