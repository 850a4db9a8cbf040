"""The layout of the reading text: a provision is broken and justified when it is first seen, not before.

Qt's own document layout would lay out everything from the top (half a second for 2,000 provisions) and justify
wrongly from right to left. Here the height of an unseen provision is an estimate, put right when its turn comes.
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
from ui.desktop.reader.text_formats import Dresser, format_range

_CHARACTERS = 83.0
"""Characters in a line of the full column, for estimates."""


class ProvisionPainter(Protocol):
    """Paints what lies under and over the words of a provision; `origin` is the provision's top left."""

    def before(self, painter: QPainter, at: int, block: QTextBlock, origin: QPointF) -> None:
        """Paint grounds."""

    def looks(self, at: int) -> list[QTextLayout.FormatRange]:
        """Return looks that change no width: words in a hit, a lit marker."""

    def after(self, painter: QPainter, at: int, block: QTextBlock, origin: QPointF) -> None:
        """Paint lines and frames."""


class ProvisionLayout(QAbstractTextDocumentLayout):
    """Lays out, measures, paints and hit-tests one block a provision, lazily."""

    def __init__(self, document: QTextDocument, page: PageMetrics) -> None:
        super().__init__(document)
        self._page = page
        self._dresser: Dresser = lambda _at: []
        self._painter: ProvisionPainter | None = None
        self._levels: Callable[[int], int] = lambda _at: 0
        self._caret = QColor()
        self._heights: list[float] = []
        self._laid: list[bool] = []
        self._tops: list[float] | None = None
        self.unlaid = 0

    # What is laid out

    def start(self, dresser: Dresser, painter: ProvisionPainter, levels: Callable[[int], int]) -> None:
        """Begin with estimates for every block of the document."""
        self._dresser, self._painter, self._levels = dresser, painter, levels
        self._heights, self._laid = [], []
        block = self.document().firstBlock()
        while block.isValid():
            self._heights.append(self._estimate(block.length()))
            block = block.next()
        self._laid = [False] * len(self._heights)
        self.unlaid, self._tops = len(self._laid), None

    def set_page(self, page: PageMetrics, caret: QColor) -> None:
        """Take new sizes or looks: everything is laid out again when seen, from estimates near the truth."""
        before, self._page, self._caret = self._page, page, caret
        if self._heights:
            grown = (page.measure.line_height / before.measure.line_height) * (before.width / page.width)
            grown *= page.scale / before.scale
            self._heights = [height * grown for height in self._heights]
            self._laid = [False] * len(self._heights)
            self.unlaid, self._tops = len(self._laid), None

    @property
    def count(self) -> int:
        """How many provisions there are."""
        return len(self._heights)

    @property
    def page(self) -> PageMetrics:
        """The sizes in use."""
        return self._page

    def ensure(self, first: int, last: int) -> bool:
        """Lay out provisions `first` to `last` (inclusive) where that is still to be done; say whether any was."""
        done = False
        for at in range(max(0, first), min(last + 1, len(self._heights))):
            if not self._laid[at]:
                self._lay_out(at, self.document().findBlockByNumber(at))
                done = True
        return done

    def ensure_from(self, top: float, height: float) -> bool:
        """Lay out what stands between `top` and `top + height`; say whether anything was."""
        done = False
        while True:
            first, last = self.at_y(top), self.at_y(top + height)
            if not self.ensure(first, last):
                return done
            done = True

    def is_laid(self, at: int) -> bool:
        """Say whether a provision's height is exact."""
        return self._laid[at]

    def tell_size(self) -> None:
        """Tell the view that heights have become exact."""
        self.documentSizeChanged.emit(self.documentSize())

    # Where provisions stand

    def top(self, at: int) -> float:
        """Return the y of a provision, its label row included."""
        return self._all_tops()[at]

    def height(self, at: int) -> float:
        """Return a provision's height without the gap below it."""
        return self._heights[at]

    def at_y(self, y: float) -> int:
        """Return the provision at a height; the nearest one outside the text."""
        return max(0, min(bisect_right(self._all_tops(), y), len(self._heights)) - 1)

    def text_rect(self, at: int) -> QRectF:
        """Return where the lines of a provision stand (indented, below its label row)."""
        indent = self._indent(at)
        left = self._page.left + (0 if self._page.measure.rtl else indent)
        top = self.top(at) + self._page.label_row
        return QRectF(left, top, self._page.width - indent, self._heights[at] - self._page.label_row)

    def line_at(self, at: int, y: float) -> int:
        """Return the index of the line of a laid-out provision at a height in the document."""
        inside = int((y - self.text_rect(at).top()) // self._page.measure.line_height)
        return max(0, min(inside, self._block(at).layout().lineCount() - 1))

    # What Qt asks of a layout

    def documentChanged(self, _start: int, _removed: int, _added: int) -> None:
        """Nothing: the reader starts the layout when the text is in."""

    def pageCount(self) -> int:
        """One endless page."""
        return 1

    def documentSize(self) -> QSizeF:
        """Return the size of the whole text."""
        return QSizeF(self._page.viewport, self._all_tops()[-1] + self._page.bottom)

    def frameBoundingRect(self, _frame: QTextFrame) -> QRectF:
        """Return the whole text: it has one frame."""
        return QRectF(QPointF(0, 0), self.documentSize())

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        """Return where a block's lines stand; lays it out if need be."""
        at = block.blockNumber()
        if not 0 <= at < len(self._heights):
            return QRectF()
        if not self._laid[at]:
            self._lay_out(at, block)
        return self.text_rect(at)

    def hitTest(self, point: QPointF, accuracy: Qt.HitTestAccuracy) -> int:  # type: ignore[override]  # Qt hands a QPointF
        """Return the position at a point, -1 where an exact hit was asked for and there are no words."""
        if not self._heights:
            return 0
        at = self.at_y(point.y())
        block = self._block(at)
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
        """Paint the provisions in the clip: grounds, words with the selection, lines over them, the caret."""
        clip = context.clip
        painter.setPen(context.palette.text().color())
        for at in range(self.at_y(clip.top()), len(self._heights)):
            if self.top(at) > clip.bottom():
                break
            block = self._block(at)
            origin = self.blockBoundingRect(block).topLeft()
            layout = block.layout()
            if self._painter is not None:
                self._painter.before(painter, at, block, origin)
            looks = self._painter.looks(at) if self._painter is not None else []
            layout.draw(painter, origin, [*looks, *_selected(block, context)], clip)
            if self._painter is not None:
                self._painter.after(painter, at, block, origin)
            if 0 <= context.cursorPosition - block.position() < block.length():
                painter.setPen(self._caret)
                layout.drawCursor(painter, origin, context.cursorPosition - block.position(), 2)
                painter.setPen(context.palette.text().color())

    # Inside

    def _block(self, at: int) -> QTextBlock:
        return self.document().findBlockByNumber(at)

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
        height = lay_out(layout, block.text(), self._dresser(at), measure) + self._page.label_row
        self._laid[at] = True
        self.unlaid -= 1
        if height != self._heights[at]:
            self._heights[at], self._tops = height, None

    def _all_tops(self) -> list[float]:
        """Return the top of every provision, and the end of the last one."""
        if self._tops is None:
            gap = self._page.gap
            self._tops = list(accumulate((height + gap for height in self._heights), initial=self._page.top))
        return self._tops


def _selected(block: QTextBlock, context: QAbstractTextDocumentLayout.PaintContext) -> list[QTextLayout.FormatRange]:
    """Return the selection's ground in one block; words keep their colours on it."""
    made: list[QTextLayout.FormatRange] = []
    for selection in context.selections:
        start = max(0, selection.cursor.selectionStart() - block.position())
        end = min(block.length() - 1, selection.cursor.selectionEnd() - block.position())
        if start < end:
            look = QTextCharFormat()
            look.setBackground(selection.format.background())
            made.append(format_range(start, end, look))
    return made
