"""Paints the rows of the notes: place and symbol, the words of the text, the reader's own, what else is known."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QTextLayout
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.desktop.annotations.rows import Line, Row
from ui.desktop.appearance import COLOURS, Appearance
from ui.desktop.rows import caption, layout_height, origin, paint_ground, row_state, start_box, wrapped

ROW = int(Qt.ItemDataRole.UserRole) + 1
_PAD, _LINES = 16, 4
_ICON, _REMOVE = 21, 18
"""Room for the icon at the start and the remove sign at the end of the first line, in px."""


class NotesDelegate(QStyledItemDelegate):
    """Draws one note a row, all of one height, so that ten thousand are listed at once."""

    def __init__(self, appearance: Appearance, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as a head and four lines."""
        look = self._appearance
        head = QFontMetricsF(look.interface_font(12)).height()
        return QSize(self._width(option), round(head + 2 * look.px(8) + look.px(3) + _LINES * self._line_height()))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one row."""
        row, look = index.data(ROW), self._appearance
        if not isinstance(row, Row):
            return
        rtl, px = look.rtl, look.px
        rect = QRect(0, option.rect.top(), self._width(option), option.rect.height())
        painter.save()
        painter.setClipRect(rect)
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        state = row_state(option, current=current)
        paint_ground(painter, rect, look, state, rtl=rtl)
        if current or state.hovered:
            at, side = self.remove_box(rect).center(), px(14)
            painter.drawPixmap(at.x() - side // 2, at.y() - side // 2, look.pixmap("x", "ink2", size=14))
        head = self._caption(row, rect.width(), current=current)
        self._sign(painter, row, rect, rtl=rtl)
        head.draw(painter, origin(rect.adjusted(px(_PAD), px(8), 0, 0)))
        self._lines(painter, row, rect, rect.top() + px(8) + layout_height(head) + px(3))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look.color("line"))
        painter.restore()

    def remove_box(self, rect: QRect) -> QRect:
        """Return where a row's remove sign can be hit: 28 px at the end edge."""
        side = self._appearance.px(28)
        left = rect.left() + 4 if self._appearance.rtl else rect.right() - side - 3
        return QRect(left, rect.top() + self._appearance.px(4), side, side)

    def _lines(self, painter: QPainter, row: Row, rect: QRect, y: float) -> None:
        """Paint the lines there is room for; the reader's own words get what the others leave."""
        room = _LINES
        for number, line in enumerate(row.lines):
            left = len(row.lines) - number - 1
            layout = self._layout(line, rect.width(), max(1, min(2, room - left)))
            painter.setPen(self._appearance.color("ink3" if line.muted else "ink2" if line.quoted else "ink"))
            layout.draw(painter, QPointF(rect.left() + self._appearance.px(_PAD), y))
            y += layout.lineCount() * self._line_height()
            room -= layout.lineCount()
            if room <= 0:
                return

    def _layout(self, line: Line, width: int, lines: int) -> QTextLayout:
        look = self._appearance
        font = look.reading_font(15) if line.quoted else look.interface_font(11.5 if line.muted else 12.5)
        room = width - 2 * look.px(_PAD)
        own = look.rtl if line.muted else None  # what the interface says of it is in its own direction
        height = self._line_height()
        return wrapped(line.words, font, room, rtl=line.rtl, words_rtl=own, lines=lines, height=height)

    def _line_height(self) -> float:
        look = self._appearance
        return max(
            QFontMetricsF(look.reading_font(15)).height() * 0.82, QFontMetricsF(look.interface_font(12.5)).height()
        )

    def _sign(self, painter: QPainter, row: Row, rect: QRect, *, rtl: bool) -> None:
        look, side = self._appearance, self._appearance.px(15)
        height = QFontMetricsF(look.interface_font(12)).height()
        box = start_box(rect, side, rtl=rtl, skip=look.px(_PAD))
        top = rect.top() + look.px(8) + round((height - side) / 2)
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

    def _width(self, option: QStyleOptionViewItem) -> int:
        widget = option.widget
        return widget.viewport().width() if isinstance(widget, QAbstractItemView) else option.rect.width()
