"""Painting of the rows of the results: headings of tiers, hits with their words in the reading face."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from documents.language import direction
from services.search.library_search import Hit
from ui.desktop.panels.search_results.rows import Tier, snippet
from ui.desktop.panels.search_results.texts import ResultCounts, hit_name, tier_name
from ui.desktop.support.appearance import Appearance
from ui.desktop.support.utf16 import utf16_offsets
from ui.desktop.widgets.item_painting import (
    advance,
    caption,
    draw_line,
    end_box,
    format_range,
    layout_height,
    origin,
    paint_ground,
    row_state,
    row_width,
    start_box,
    wrapped,
)

ROW = int(Qt.ItemDataRole.UserRole) + 1
"""Item data role: a Tier, a Hit, a CitedBy, or the symbol (str) that was typed."""

_LINES = 9
_PAD = 16


class ResultsDelegate(QStyledItemDelegate):
    """Paints tiers, hits and the rows that open a symbol."""

    def __init__(self, appearance: Appearance, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._counts = ResultCounts(appearance, self)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of the words at the width of the view."""
        value, px, width = index.data(ROW), self._appearance.px, row_width(option)
        if isinstance(value, Hit):
            head = layout_height(self._caption(value, width, current=False))
            return QSize(width, px(7) + head + px(2) + layout_height(self._words(value, width), self._line()) + px(8))
        if isinstance(value, Tier):
            under = self._line_below() if self._count_below(value, width) else 0
            return QSize(width, max(px(32), layout_height(self._heading(value, width)) + under + px(12)))
        return QSize(width, max(px(32), QFontMetrics(self._appearance.interface_font(13)).height() + px(10)))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one row."""
        value, rtl = index.data(ROW), self._appearance.rtl
        rect = QRect(0, option.rect.top(), row_width(option), option.rect.height())
        painter.save()
        if isinstance(value, Tier):
            self._tier(painter, rect, value, rtl=rtl)
        else:
            state = row_state(option, current=_selected(option))
            paint_ground(painter, rect, self._appearance, state, rtl=rtl)
            if isinstance(value, Hit):
                self._hit(painter, rect, value, current=state.current)
            else:
                self._symbol(painter, rect, str(index.data(Qt.ItemDataRole.DisplayRole)), rtl=rtl)
        painter.restore()

    def _line(self) -> float:
        return self._appearance.text_px(27)

    def _words(self, hit: Hit, width: int) -> QTextLayout:
        """Lay out the words around the hits, with the ground of a hit under each."""
        cut, room = snippet(hit.text, hit.highlights), width - 2 * self._appearance.px(_PAD)
        rtl = direction(hit.language) == "rtl"
        marked = QTextCharFormat()
        marked.setBackground(self._appearance.color("hit"))
        marked.setForeground(self._appearance.color("ink"))
        units = utf16_offsets(cut.text)
        formats = tuple(format_range(units[a], units[b] - units[a], marked) for a, b in cut.highlights if b > a)
        font = self._appearance.reading_font(17)
        return wrapped(cut.text, font, room, rtl=rtl, lines=_LINES, height=self._line(), formats=formats)

    def _heading(self, tier: Tier, width: int) -> QTextLayout:
        """Lay out the name of a tier, before its count, or above it where both do not fit in one line."""
        font, rtl = self._appearance.interface_font(12, 600), self._appearance.rtl
        room = self._head_room(width)
        if not self._count_below(tier, width):
            room -= advance(self._counts.of_tier(tier), self._appearance.interface_font(12))
        return wrapped(tier_name(tier.name), font, room, rtl=rtl, words_rtl=rtl, lines=6)

    def _head_room(self, width: int) -> int:
        return width - self._appearance.px(_PAD + 9 + 8 + 24)

    def _count_below(self, tier: Tier, width: int) -> bool:
        """Return whether the count of a tier goes under its name, so that neither is cut."""
        name = advance(tier_name(tier.name), self._appearance.interface_font(12, 600))
        count = advance(self._counts.of_tier(tier), self._appearance.interface_font(12))
        return name + count > self._head_room(width)

    def _line_below(self) -> int:
        return QFontMetrics(self._appearance.interface_font(12)).height()

    def _tier(self, painter: QPainter, rect: QRect, tier: Tier, *, rtl: bool) -> None:
        px, color = self._appearance.px, self._appearance.color
        font, side = self._appearance.interface_font(12), px(9)
        below = self._count_below(tier, rect.width())
        whole, rect = rect, rect.adjusted(0, 0, 0, -self._line_below() if below else 0)
        box = start_box(rect, side, rtl=rtl, skip=px(_PAD))
        self._sign(painter, QRectF(box.left(), rect.center().y() - side / 2, side, side), tier.name, rtl=rtl)
        count, name = self._counts.of_tier(tier), self._heading(tier, rect.width())
        wide = advance(count, font)
        painter.setPen(color("ink2"))
        name_wide = round(name.lineAt(0).width()) if name.lineCount() else 0
        place = start_box(rect, name_wide, rtl=rtl, skip=px(_PAD) + side + px(8))
        place.setTop(rect.center().y() - layout_height(name) // 2)
        if below:
            rect = QRect(0, place.top() + layout_height(name), whole.width(), self._line_below())
        name.draw(painter, origin(place))
        painter.setPen(color("ink3"))
        skip = px(_PAD) + side + px(8)
        spot = start_box(rect, wide, rtl=rtl, skip=skip) if below else end_box(rect, wide, rtl=rtl, skip=px(14))
        draw_line(painter, spot, count, font, rtl=rtl, words_rtl=rtl)

    def _sign(self, painter: QPainter, box: QRectF, tier: str, *, rtl: bool) -> None:
        """Paint a full, half or empty circle: exact, folded, or any other tier."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent = self._appearance.color("accent")
        painter.setPen(QPen(accent, 1.5))
        painter.setBrush(accent if tier == "exact" else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box)
        if tier == "folded":
            painter.setBrush(accent)
            painter.drawPie(box, -90 * 16 if rtl else 90 * 16, 180 * 16)

    def _caption(self, hit: Hit, width: int, *, current: bool) -> QTextLayout:
        room = width - 2 * self._appearance.px(_PAD)
        return caption(hit_name(hit, self._appearance), hit.document, self._appearance, room, current=current)

    def _hit(self, painter: QPainter, rect: QRect, hit: Hit, *, current: bool) -> None:
        px = self._appearance.px
        head = self._caption(hit, rect.width(), current=current)
        head.draw(painter, origin(rect.adjusted(px(_PAD), px(7), 0, 0)))
        painter.setPen(self._appearance.color("ink"))
        words = rect.adjusted(px(_PAD), px(7) + layout_height(head) + px(2), 0, 0)
        self._words(hit, rect.width()).draw(painter, origin(words))

    def _symbol(self, painter: QPainter, rect: QRect, words: str, *, rtl: bool) -> None:
        px, side = self._appearance.px, self._appearance.px(15)
        box = start_box(rect, side, rtl=rtl, skip=px(_PAD))
        painter.drawPixmap(
            box.left(), rect.center().y() - side // 2, self._appearance.pixmap("book-open", "accent", size=15)
        )
        painter.setPen(self._appearance.color("accent"))
        skip = px(_PAD) + side + px(8)
        room = start_box(rect, rect.width() - skip - px(_PAD), rtl=rtl, skip=skip)
        draw_line(painter, room, words, self._appearance.interface_font(13, 500), rtl=rtl, words_rtl=rtl)


def _selected(option: QStyleOptionViewItem) -> bool:
    return bool(option.state & QStyle.StateFlag.State_Selected)
