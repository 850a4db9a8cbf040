"""Words of footnotes that a reader marked or selected: where they stand in the list, and how they are shown."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from ui.desktop.panels.apparatus.footnote_display import drawn_places, stored
from ui.desktop.panels.apparatus.footnote_rows import blocks
from ui.desktop.panels.apparatus.footnote_writer import NUMBER, WORDS_AT
from ui.desktop.support.appearance import COLOURS, Appearance


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a footnote's words as they are read, in code points, and the annotation it belongs to."""

    start: int
    end: int
    id: str
    colour: str = ""


Marks = Mapping[str, Sequence[Mark]]
"""By the number of a footnote what is marked in it, the uppermost last."""


def marked(document: QTextDocument, marks: Marks, appearance: Appearance) -> list[QTextEdit.ExtraSelection]:
    """Return what shows the marks: a ground in their colour, a line under those without one."""
    found = []
    for number, block in _words(document) if marks else ():
        places = _places(block)
        for mark in marks.get(number, ()):
            if mark.start < mark.end < len(places):
                cursor = QTextCursor(document)
                cursor.setPosition(_begin(block) + places[mark.start])
                # What is drawn after the last letter, to keep it in its order, is painted with it.
                last = block.length() - 1 - _at(block) if mark.end == len(places) - 1 else places[mark.end]
                cursor.setPosition(_begin(block) + last, QTextCursor.MoveMode.KeepAnchor)
                selection = QTextEdit.ExtraSelection()
                selection.cursor, selection.format = cursor, _look(mark.colour, appearance)
                found.append(selection)
    return found


def selected(cursor: QTextCursor) -> list[tuple[str, int, int]]:
    """Return (number, start, end) of what is selected in the words of each footnote, in code points of them."""
    found = []
    for number, block in _words(cursor.document()):
        places = _places(block)
        first, last = (at - _begin(block) for at in (cursor.selectionStart(), cursor.selectionEnd()))
        start, end = bisect_left(places, max(first, 0)), bisect_left(places, min(last, places[-1]))
        if last > 0 and start < end:
            found.append((number, start, end))
    return found


def at_position(document: QTextDocument, marks: Marks, position: int) -> tuple[str, ...]:
    """Return the annotations whose marks are at a position of the document, the uppermost first."""
    for number, block in _words(document):
        if block.contains(position):
            at = bisect_left(_places(block), position - _begin(block))
            met = [mark.id for mark in marks.get(number, ()) if mark.start <= at <= mark.end]
            return tuple(dict.fromkeys(reversed(met)))
    return ()


def _words(document: QTextDocument) -> Iterator[tuple[str, QTextBlock]]:
    """Yield by number the blocks that hold the words of footnotes."""
    for block in blocks(document):
        if block.blockFormat().hasProperty(WORDS_AT):
            yield str(block.blockFormat().property(NUMBER)), block


def _begin(block: QTextBlock) -> int:
    return block.position() + _at(block)


def _at(block: QTextBlock) -> int:
    return int(block.blockFormat().property(WORDS_AT))


def _places(block: QTextBlock) -> list[int]:
    # What stands before the words is a numeral: no letter of it takes two units.
    shown = block.text()[_at(block) :]
    return drawn_places(stored(shown), shown)


def _look(colour: str, appearance: Appearance) -> QTextCharFormat:
    look = QTextCharFormat()
    if colour in COLOURS:
        look.setBackground(appearance.mark(colour))
    else:
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        look.setUnderlineColor(appearance.color("accent"))
    return look
