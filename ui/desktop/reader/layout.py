"""The document layout of the reading text: lays out a provision when it is first seen.

Qt's own document layout lays out everything from the top (half a second for 2,000 provisions) and justifies
right-to-left lines wrongly. Here the height of a provision is an estimate until it is laid out.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from itertools import accumulate
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QPainter,
    QTextBlock,
    QTextCharFormat,
    QTextDocument,
    QTextFrame,
    QTextLayout,
)

from ui.desktop.reader.justify import lay_out
from ui.desktop.reader.metrics import PageMetrics
from ui.desktop.reader.text_formats import ProvisionFormats, format_range

_CHARACTERS = 83.0
"""Characters in a line of the full column, for estimates."""


class ProvisionPainter(Protocol):
    """Paints under and over the words of the provision with index `at`, in pixels of the document."""

    def before(self, painter: QPainter, at: int) -> None:
        """Paint backgrounds under the words."""

    def formats(self, at: int) -> list[QTextLayout.FormatRange]:
        """Return formats for the words that change no width."""

    def after(self, painter: QPainter, at: int) -> None:
        """Paint lines and frames over the words."""


class ProvisionLayout(QAbstractTextDocumentLayout):
    """Lays out, measures, paints and hit-tests a document of one block a provision."""

    def __init__(self, document: QTextDocument, page: PageMetrics) -> None:
        super().__init__(document)
        self._page = page
        self._formats: ProvisionFormats = lambda _at: []
        self._painter: ProvisionPainter | None = None
        self._levels: Callable[[int], int] = lambda _at: 0
        self._caret = QColor()
        self._heights: list[float] = []
        self._laid: list[bool] = []
        self._tops: list[float] | None = None
        self.unlaid = 0

    # Laying out

    def start(self, formats: ProvisionFormats, painter: ProvisionPainter, levels: Callable[[int], int]) -> None:
        """Estimate the height of every block. `levels` returns the nesting depth of a provision."""
        self._formats, self._painter, self._levels = formats, painter, levels
        self._heights, self._laid = [], []
        block = self.document().firstBlock()
        while block.isValid():
            self._heights.append(self._estimate(block.length()))
            block = block.next()
        self._laid = [False] * len(self._heights)
        self.unlaid, self._tops = len(self._laid), None

    def set_page(self, page: PageMetrics, caret: QColor) -> None:
        """Set new sizes or formats. Scale the heights to estimates and lay out everything again when seen."""
        before, self._page, self._caret = self._page, page, caret
        if self._heights:
            grown = (page.measure.line_height / before.measure.line_height) * (before.width / page.width)
            grown *= page.scale / before.scale
            self._heights = [height * grown for height in self._heights]
            self._laid = [False] * len(self._heights)
            self.unlaid, self._tops = len(self._laid), None

    @property
    def count(self) -> int:
        """The number of provisions."""
        return len(self._heights)

    @property
    def page(self) -> PageMetrics:
        """The sizes of the page."""
        return self._page

    def ensure(self, first: int, last: int) -> bool:
        """Lay out provisions `first` to `last` (inclusive). Return whether any was not laid out before."""
        done = False
        for at in range(max(0, first), min(last + 1, len(self._heights))):
            if not self._laid[at]:
                self._lay_out(at, self.block(at))
                done = True
        return done

    def ensure_from(self, top: float, height: float) -> bool:
        """Lay out the provisions between `top` and `top + height`. Return whether any was not laid out before."""
        done = False
        while True:
            first, last = self.at_y(top), self.at_y(top + height)
            if not self.ensure(first, last):
                return done
            done = True

    def is_laid(self, at: int) -> bool:
        """Return whether a provision is laid out and its height exact."""
        return self._laid[at]

    def tell_size(self) -> None:
        """Emit the present size of the document."""
        self.documentSizeChanged.emit(self.documentSize())

    # Positions

    def top(self, at: int) -> float:
        """Return the top of a provision, its label row included."""
        return self._all_tops()[at]

    def height(self, at: int) -> float:
        """Return the height of a provision without the gap below it."""
        return self._heights[at]

    def at_y(self, y: float) -> int:
        """Return the provision at `y`, the nearest one outside of the text."""
        return max(0, min(bisect_right(self._all_tops(), y), len(self._heights)) - 1)

    def text_rect(self, at: int) -> QRectF:
        """Return the rectangle of the lines of a provision, indented and below its label row."""
        indent = self._indent(at)
        left = self._page.left + (0 if self._page.measure.rtl else indent)
        top = self.top(at) + self._page.label_row
        return QRectF(left, top, self._page.width - indent, self._heights[at] - self._page.label_row)

    def line_at(self, at: int, y: float) -> int:
        """Return the index of the line of a laid-out provision at `y`, the nearest one outside of it."""
        inside = int((y - self.text_rect(at).top()) // self._page.measure.line_height)
        return max(0, min(inside, self.block(at).layout().lineCount() - 1))

    def line_top(self, at: int, offset: int) -> float:
        """Return the top of the line that holds a UTF-16 offset of a provision. Lays out the provision."""
        block = self.block(at)
        rect = self.blockBoundingRect(block)
        line = block.layout().lineForTextPosition(offset)
        return rect.top() + (line.lineNumber() if line.isValid() else 0) * self._page.measure.line_height

    def line_from(self, y: float) -> tuple[int, int, float]:
        """Return the provision, UTF-16 offset and top of the first line that is at least half below `y`."""
        at = self.at_y(y)
        block = self.block(at)
        top, height = self.blockBoundingRect(block).top(), self._page.measure.line_height
        number = -int(-max(0.0, y - top - height / 2) // height)
        if number >= block.layout().lineCount() and at + 1 < len(self._heights):
            at, number, block = at + 1, 0, block.next()
            top = self.blockBoundingRect(block).top()
        line = block.layout().lineAt(min(number, max(0, block.layout().lineCount() - 1)))
        return at, line.textStart() if line.isValid() else 0, top + number * height

    def beginning_between(self, top: float, bottom: float) -> list[int]:
        """Return the provisions whose first line is between two heights, at the top at least by half."""
        found, height = [], self._page.measure.line_height
        for at in range(self.at_y(top), len(self._heights)):
            first = self.text_rect(at).top()
            if first + height > bottom:
                break
            if first >= top - height / 2:
                found.append(at)
        return found

    def block(self, at: int) -> QTextBlock:
        """Return the block of a provision."""
        return self.document().findBlockByNumber(at)

    # Qt's interface of a document layout

    def documentChanged(self, _start: int, _removed: int, _added: int) -> None:
        """Do nothing. `start` begins the layout when the document is complete."""

    def pageCount(self) -> int:
        """Return 1: the page has no end."""
        return 1

    def documentSize(self) -> QSizeF:
        """Return the size of the whole text."""
        return QSizeF(self._page.viewport, self._all_tops()[-1] + self._page.bottom)

    def frameBoundingRect(self, _frame: QTextFrame) -> QRectF:
        """Return the rectangle of the whole text, the only frame."""
        return QRectF(QPointF(0, 0), self.documentSize())

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        """Return the rectangle of the lines of a block. Lays out the block."""
        at = block.blockNumber()
        if not 0 <= at < len(self._heights):
            return QRectF()
        if not self._laid[at]:
            self._lay_out(at, block)
        return self.text_rect(at)

    def hitTest(self, point: QPointF, accuracy: Qt.HitTestAccuracy) -> int:  # type: ignore[override]  # Qt hands a QPointF
        """Return the position at a point, -1 for an exact hit beside the words."""
        if not self._heights:
            return 0
        at = self.at_y(point.y())
        block = self.block(at)
        rect = self.blockBoundingRect(block)
        line = block.layout().lineAt(self.line_at(at, point.y()))
        if not line.isValid():
            return block.position()
        x = point.x() - rect.left()
        if accuracy == Qt.HitTestAccuracy.ExactHit and not (
            rect.top() <= point.y() <= rect.bottom() and 0 <= x - line.x() <= line.naturalTextWidth()
        ):
            return -1
        return block.position() + line.xToCursor(x)

    def draw(self, painter: QPainter, context: QAbstractTextDocumentLayout.PaintContext) -> None:
        """Paint the provisions in the clip rectangle, with their overlays, the selection and the caret."""
        clip, over = context.clip, self._painter
        painter.setPen(context.palette.text().color())
        for at in range(self.at_y(clip.top()), len(self._heights)):
            if self.top(at) > clip.bottom():
                break
            block = self.block(at)
            origin = self.blockBoundingRect(block).topLeft()
            layout = block.layout()
            if over is not None:
                over.before(painter, at)
            formats = over.formats(at) if over is not None else []
            layout.draw(painter, origin, [*formats, *_selected(block, context)], clip)
            if over is not None:
                over.after(painter, at)
            if 0 <= context.cursorPosition - block.position() < block.length():
                painter.setPen(self._caret)
                layout.drawCursor(painter, origin, context.cursorPosition - block.position(), 2)
                painter.setPen(context.palette.text().color())

    # Inside

    def _indent(self, at: int) -> float:
        return min(self._levels(at) * self._page.indent, self._page.width / 3)

    def _estimate(self, length: int) -> float:
        columns = max(8.0, _CHARACTERS * self._page.width / (604.0 * self._page.scale))
        lines = max(1, -int(-length // columns))
        return lines * self._page.measure.line_height + self._page.label_row

    def _lay_out(self, at: int, block: QTextBlock) -> None:
        layout = block.layout()
        layout.setCacheEnabled(True)
        indent = self._indent(at)
        measure = self._page.measure.narrower(indent)
        height = lay_out(layout, block.text(), self._formats(at), measure) + self._page.label_row
        self._laid[at] = True
        self.unlaid -= 1
        if height != self._heights[at]:
            self._heights[at], self._tops = height, None

    def _all_tops(self) -> list[float]:
        """Return the top of every provision, and the y after the last one."""
        if self._tops is None:
            gap = self._page.gap
            self._tops = list(accumulate((height + gap for height in self._heights), initial=self._page.top))
        return self._tops


def _selected(block: QTextBlock, context: QAbstractTextDocumentLayout.PaintContext) -> list[QTextLayout.FormatRange]:
    """Return the background of the selection in one block. The words keep their colours."""
    made: list[QTextLayout.FormatRange] = []
    for selection in context.selections:
        start = max(0, selection.cursor.selectionStart() - block.position())
        end = min(block.length() - 1, selection.cursor.selectionEnd() - block.position())
        if start < end:
            background = QTextCharFormat()
            background.setBackground(selection.format.background())
            made.append(format_range(start, end, background))
    return made
