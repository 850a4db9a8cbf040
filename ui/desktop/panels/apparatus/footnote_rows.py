"""Where the notes stand in their document, and what is drawn at them: icons in the margin, a line under a link."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QTextBlock, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from ui.desktop.panels.apparatus.footnote_writer import ICON, NUMBER
from ui.desktop.support.appearance import Appearance


def blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    """Yield the blocks of a document in order."""
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def note_rects(document: QTextDocument, width: int, shift: int, gap: float) -> list[tuple[str, QRect]]:
    """Return (number, row) of every note, `shift` px scrolled, with `gap` px above and below its words."""
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
    """Paint an icon in the room that the block's margin or hanging space leaves at the start of its first line."""
    line, rect = block.layout().lineAt(0), block.document().documentLayout().blockBoundingRect(block)
    block_format, px = block.blockFormat(), appearance.px
    side, rtl = px(16), block_format.layoutDirection() == Qt.LayoutDirection.RightToLeft
    start = block_format.rightMargin() if rtl else block_format.leftMargin()
    if icon != "warning":
        start -= px(24)
    y = int(rect.top() + (line.height() - side) / 2) - shift
    x = int(width - start - side) if rtl else int(start)
    painter.drawPixmap(x, y, appearance.pixmap(icon, "warn" if icon == "warning" else "ink2", size=16))


def underlines(document: QTextDocument, address: str) -> list[QTextEdit.ExtraSelection]:
    """Return what underlines every link to an address; nothing for none."""
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
