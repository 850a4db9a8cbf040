"""Words of footnotes that a reader marked: a ground in the colour of the mark, a line under those without one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from ui.desktop.apparatus.display import drawn_places, stored
from ui.desktop.apparatus.note_blocks import NUMBER
from ui.desktop.apparatus.note_rows import blocks
from ui.desktop.appearance import COLOURS, Appearance


def marked(
    document: QTextDocument, marks: Mapping[str, Sequence[tuple[str, str]]], appearance: Appearance
) -> list[QTextEdit.ExtraSelection]:
    """Return what shows the marks: by the number of a footnote its words, as they are stored, and their colour."""
    found = []
    for block in blocks(document) if marks else ():
        for words, colour in marks.get(str(block.blockFormat().property(NUMBER) or ""), ()):
            shown = block.text()
            text = stored(shown)
            start = text.find(words)
            if start >= 0:
                places = drawn_places(text, shown)
                cursor = QTextCursor(document)
                cursor.setPosition(block.position() + places[start])
                cursor.setPosition(block.position() + places[start + len(words)], QTextCursor.MoveMode.KeepAnchor)
                selection = QTextEdit.ExtraSelection()
                selection.cursor, selection.format = cursor, _look(colour, appearance)
                found.append(selection)
    return found


def _look(colour: str, appearance: Appearance) -> QTextCharFormat:
    look = QTextCharFormat()
    if colour in COLOURS:
        look.setBackground(appearance.mark(colour))
    else:
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        look.setUnderlineColor(appearance.color("accent"))
    return look
