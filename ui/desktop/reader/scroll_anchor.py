"""The reader's place in pixels and in words, so that the line at the top stays there whatever changes."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QTextCursor, QTextDocument

from ui.desktop.reader.layout import ProvisionLayout


@dataclass(frozen=True, slots=True)
class Anchor:
    """What stands at the top of the screen: a UTF-16 offset in a provision, and how far above its line begins."""

    at: int
    offset: int
    above: float


def anchor_at(document: QTextDocument, layout: ProvisionLayout, y: float) -> Anchor:
    """Return the first line that is at least half below `y`."""
    at = layout.at_y(y)
    block = document.findBlockByNumber(at)
    rect = layout.blockBoundingRect(block)
    line_height = layout.page.measure.line_height
    number = -int(-max(0.0, y - rect.top() - line_height / 2) // line_height)
    if number >= block.layout().lineCount() and at + 1 < document.blockCount():
        at, number, block = at + 1, 0, block.next()
        rect = layout.blockBoundingRect(block)
    line = block.layout().lineAt(min(number, max(0, block.layout().lineCount() - 1)))
    return Anchor(at, line.textStart() if line.isValid() else 0, y - rect.top() - number * line_height)


def caret_anchor(caret: QTextCursor, layout: ProvisionLayout | None, scrolled: int, height: int) -> Anchor | None:
    """Return the line of the caret as the anchor, on a screen of this height; None where it is elsewhere."""
    if layout is None or not layout.count:
        return None
    at, offset = caret.blockNumber(), caret.positionInBlock()
    above = scrolled - line_top(caret.document(), layout, at, offset)
    return Anchor(at, offset, above) if -height < above <= 0 else None


def line_top(document: QTextDocument, layout: ProvisionLayout, at: int, offset: int) -> float:
    """Return the y of the line that holds a UTF-16 offset of a provision; lays the provision out if need be."""
    block = document.findBlockByNumber(at)
    rect = layout.blockBoundingRect(block)
    line = block.layout().lineForTextPosition(offset)
    return rect.top() + (line.lineNumber() if line.isValid() else 0) * layout.page.measure.line_height
