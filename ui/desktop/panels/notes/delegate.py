"""Painting of the rows of the notes page: place and symbol, quotation, the user's words, remarks."""

from __future__ import annotations

import math
from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.desktop.panels.notes.rows import Line, Row
from ui.desktop.support.appearance import COLOURS, Appearance
from ui.desktop.widgets.item_painting import (
    caption,
    fitted,
    layout_height,
    origin,
    paint_ground,
    row_state,
    row_width,
    start_box,
)

ROW = int(Qt.ItemDataRole.UserRole) + 1
_PAD, _TOP, _UNDER_HEAD = 16, 8, 3
_QUOTE, _QUOTE_LINE = 16, 25
_MOST_LINES = 2
"""The most lines of a quotation, of the user's words, or of remarks."""
_KEPT = 600
"""How many laid-out rows are cached: more than a list with heights of their own has."""
_MEASURED = 160
"""A length in characters that no line of the sidebar reaches."""
_FACES = {"name": (12, 600), "fact": (12, 400), "own": (12.5, 400), "remark": (11.5, 400)}
"""Size in px and weight of the parts of a row in the interface face. A quotation has the reading face."""
_ICON, _REMOVE = 21, 18
"""Room in px for the icon at the start and the button at the end of the first line."""


class NotesDelegate(QStyledItemDelegate):
    """Paints one note a row.

    With `own_heights` a row is as high as its words. Without, all rows have the height of a two-line quotation, a line
    of words and one of remarks, and longer words are cut: then a list of ten thousand opens at once.
    """

    def __init__(self, appearance: Appearance, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.own_heights = False
        self._laid: dict[tuple[int, int], tuple[Row, list[tuple[Line, QTextLayout]]]] = {}
        self._faces: dict[str, QFontMetricsF] = {}
        self._advances: dict[tuple[str, str], float] = {}

    def forget(self, *, fonts: bool = False) -> None:
        """Clear the cache of layouts, and with `fonts` that of measures."""
        self._laid.clear()
        if fonts or len(self._advances) > _KEPT * 10:
            self._faces.clear()
            self._advances.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of the words, or the height that all rows share."""
        row, width = index.data(ROW) if self.own_heights else None, row_width(option)
        if not isinstance(row, Row):
            return QSize(width, round(self._around(self._metrics("fact").height()) + self._room()))
        inner = width - 2 * self._appearance.px(_PAD)
        lines = sum(self._height(line) * self._count(line, inner) for line in row.lines)
        return QSize(width, round(self._around(self._head_height(row, inner)) + lines))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one row."""
        row, look = index.data(ROW), self._appearance
        if not isinstance(row, Row):
            return
        rtl, px = look.rtl, look.px
        rect = QRect(0, option.rect.top(), row_width(option), option.rect.height())
        painter.save()
        painter.setClipRect(rect)
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        state = row_state(option, current=current)
        paint_ground(painter, rect, look, state, rtl=rtl)
        if row.sign and (current or state.hovered):
            at, side = self.sign_box(rect).center(), px(14)
            painter.drawPixmap(at.x() - side // 2, at.y() - side // 2, look.pixmap(row.sign, "ink2", size=14))
        head = self._caption(row, rect.width(), current=current)
        self._sign(painter, row, rect, rtl=rtl)
        head.draw(painter, origin(rect.adjusted(px(_PAD), px(_TOP), 0, 0)))
        y = rect.top() + px(_TOP) + layout_height(head) + px(_UNDER_HEAD)
        for line, layout in self._lines(row, rect.width()):
            painter.setPen(look.color(_ink(line, current=current)))
            layout.draw(painter, QPointF(rect.left() + px(_PAD), y))
            y += layout_height(layout, self._height(line))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look.color("line"))
        painter.restore()

    def sign_box(self, rect: QRect) -> QRect:
        """Return the area of the button of a row: 28 px at the end edge."""
        side = self._appearance.px(28)
        left = rect.left() + 4 if self._appearance.rtl else rect.right() - side - 3
        return QRect(left, rect.top() + self._appearance.px(4), side, side)

    def _lines(self, row: Row, width: int) -> list[tuple[Line, QTextLayout]]:
        """Return the lines under the head of a row, laid out.

        The cache holds the row too, so that its id is not reused while it is cached.
        """
        key = (id(row), width)
        if key not in self._laid:
            if len(self._laid) > _KEPT:
                self._laid.clear()
            self._laid[key] = (row, list(self._lay_out(row, width)))
        return self._laid[key][1]

    def _lay_out(self, row: Row, width: int) -> Iterator[tuple[Line, QTextLayout]]:
        """Yield the lines laid out. Where all rows have one height, each leaves room for the others."""
        room = self._room()
        for number, line in enumerate(row.lines):
            lines, height = _MOST_LINES, self._height(line)
            if not self.own_heights:
                others = sum(self._height(other) for other in row.lines[number + 1 :])
                lines = max(1, min(lines, int((room - others) / height)))
                if room < height:
                    return
            font, inner = self._font(_face(line)), width - 2 * self._appearance.px(_PAD)
            layout = fitted(line.words, font, inner, rtl=line.rtl, lines=lines, height=height, closing=line.closing)
            room -= layout_height(layout, height)
            yield line, layout

    def _head_height(self, row: Row, inner: int) -> float:
        """Return the height of a head: one line where name and fact fit, else as many as they need."""
        px = self._appearance.px
        words = self._advance(f"{row.name}\u2003", "name") + self._advance(row.fact, "fact")
        if words <= inner - px(_ICON) - px(_REMOVE):
            return self._metrics("fact").height()
        return layout_height(self._caption(row, inner + 2 * px(_PAD), current=False))

    def _count(self, line: Line, inner: int) -> int:
        """Return the number of lines that words take, at most two."""
        return 1 if self._advance(line.words, _face(line)) <= inner - 1 else _MOST_LINES

    def _advance(self, words: str, face: str) -> float:
        """Return the width of words in one line, measuring only the beginning of long words."""
        key = (words[:_MEASURED], face)
        if key not in self._advances:
            self._advances[key] = math.ceil(self._metrics(face).horizontalAdvance(key[0])) + 1
        return self._advances[key]

    def _metrics(self, face: str) -> QFontMetricsF:
        if face not in self._faces:
            self._faces[face] = QFontMetricsF(self._font(face))
        return self._faces[face]

    def _font(self, face: str) -> QFont:
        """Return the font of a part of a row, scaled with the interface."""
        look = self._appearance
        if face == "quote":
            return look.reading_font(_QUOTE * look.interface_scale / look.text_scale)
        px, weight = _FACES[face]
        return look.interface_font(px, weight)

    def _height(self, line: Line) -> float:
        if line.quoted:
            return self._appearance.px(_QUOTE_LINE)
        return self._metrics(_face(line)).height()

    def _room(self) -> float:
        """Return the height under the head of rows that share one height."""
        return sum(map(self._height, (_SAMPLES[0], *_SAMPLES)))

    def _around(self, head: float) -> float:
        px = self._appearance.px
        return px(_TOP) + head + px(_UNDER_HEAD) + px(_TOP)

    def _sign(self, painter: QPainter, row: Row, rect: QRect, *, rtl: bool) -> None:
        look, side = self._appearance, self._appearance.px(15)
        height = QFontMetricsF(look.interface_font(12)).height()
        box = start_box(rect, side, rtl=rtl, skip=look.px(_PAD))
        top = rect.top() + look.px(_TOP) + round((height - side) / 2)
        if row.note.colour in COLOURS and row.conflict is None:
            painter.setPen(look.mark(row.note.colour, strip=True))
            painter.setBrush(look.mark(row.note.colour))
            painter.drawRoundedRect(QRectF(box.left() + 1, top + 1, side - 2, side - 2), 3, 3)
        else:
            painter.drawPixmap(box.left(), top, look.pixmap(row.icon, "accent", size=15))

    def _caption(self, row: Row, width: int, *, current: bool) -> QTextLayout:
        room = width - self._appearance.px(2 * _PAD)
        insets = self._appearance.px(_ICON), self._appearance.px(_REMOVE)
        return caption(row.name, row.fact, self._appearance, room, current=current, insets=insets)


_SAMPLES = (Line("", rtl=True, quoted=True), Line("", rtl=True), Line("", rtl=True, muted=True))


def _face(line: Line) -> str:
    return "quote" if line.quoted else "remark" if line.muted else "own"


def _ink(line: Line, *, current: bool) -> str:
    """Return the colour token of a line. On the accent ground only `ink2` has enough contrast for remarks."""
    if line.quoted or (line.muted and current):
        return "ink2"
    return "ink3" if line.muted else "ink"
