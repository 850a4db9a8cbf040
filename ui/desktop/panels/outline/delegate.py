"""Painting of the rows of the outline: label, verbs, footnote markers or bars of force, mirrored in Arabic."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.desktop.panels.outline.model import ENTRY, GROUP
from ui.desktop.panels.outline.rows import Entry, Group, OutlineCounts, force_name, part_name
from ui.desktop.support.appearance import Appearance
from ui.desktop.support.place_names import margin_name
from ui.desktop.widgets.item_painting import (
    advance,
    draw_line,
    end_box,
    layout_height,
    origin,
    paint_ground,
    row_state,
    row_width,
    start_box,
    wrapped,
)

_BARS = 5


class OutlineDelegate(QStyledItemDelegate):
    """Paints groups and provisions, marking the current provision and those on screen."""

    def __init__(self, appearance: Appearance, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.counts = OutlineCounts(appearance, self)
        self._heights: dict[tuple[str, int], int] = {}
        self.current = ""
        self.visible: frozenset[str] = frozenset()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return at least 32 px for groups and 28 for provisions, more where font or words need it."""
        width, entry = row_width(option), index.data(ENTRY)
        key = entry.id if isinstance(entry, Entry) else "", width
        if key not in self._heights:
            self._heights[key] = self._height(entry, width)
        return QSize(width, self._heights[key])

    def forget(self) -> None:
        """Clear the measured heights, for other words or sizes."""
        self._heights.clear()

    def _height(self, entry: object, width: int) -> int:
        px = self._appearance.px
        if not isinstance(entry, Entry):
            return max(px(32), QFontMetrics(self._appearance.interface_font(12, 500)).height() + px(8))
        above = self._above() if self._stacked(entry, width) else 0
        return max(px(28), above + layout_height(self._words(entry, width, current=False)) + px(6))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one row across the whole width of the view."""
        rtl = self._appearance.rtl
        rect = QRect(0, option.rect.top(), row_width(option), option.rect.height())
        group, entry = index.data(GROUP), index.data(ENTRY)
        painter.save()
        if isinstance(group, Group):
            opened = bool(option.state & QStyle.StateFlag.State_Open)
            inside = not opened and self.current in group.ids
            paint_ground(painter, rect, self._appearance, row_state(option, current=inside), rtl=rtl)
            self._group(painter, rect, group, rtl=rtl, opened=opened)
        elif isinstance(entry, Entry):
            current = entry.id == self.current
            state = row_state(option, current=current, visible=entry.id in self.visible)
            paint_ground(painter, rect, self._appearance, state, rtl=rtl)
            self._entry(painter, rect, entry, rtl=rtl, current=current)
        painter.restore()

    def _group(self, painter: QPainter, rect: QRect, group: Group, *, rtl: bool, opened: bool) -> None:
        px, font = self._appearance.px, self._appearance.interface_font(12, 500)
        side = px(12)
        icon = "caret-down" if opened else ("caret-left" if rtl else "caret-right")
        box = start_box(rect, side, rtl=rtl, skip=px(14))
        painter.drawPixmap(box.left(), rect.center().y() - side // 2, self._appearance.pixmap(icon, "ink2", size=12))
        painter.setPen(self._appearance.color("ink3"))
        count = self.counts.of_group(group)
        width = advance(count, font)
        name_from = px(14) + side + px(8)
        room = rect.width() - name_from - width - px(22)
        draw_line(painter, start_box(rect, max(room, 0), rtl=rtl, skip=name_from), part_name(group.part), font, rtl=rtl)
        draw_line(painter, end_box(rect, width, rtl=rtl, skip=px(12)), count, font, rtl=rtl)

    def _label_room(self, entry: Entry) -> int:
        """Return the distance from the start edge to a row's words."""
        px, font = self._appearance.px, self._appearance.interface_font(11.5, 500)
        if not margin_name(entry.label):
            return px(16)
        wide = max(advance("OP20", font), advance(margin_name(entry.label), font))
        return px(16) + (px(12) if entry.parent else 0) + wide + px(12)

    def _stacked(self, entry: Entry, width: int) -> bool:
        """Return whether the words go below the label: in a narrow pane with large letters."""
        room = width - self._label_room(entry) - self._end_room(entry, width) - self._appearance.px(6)
        return room < self._appearance.px(78)

    def _above(self) -> int:
        return QFontMetrics(self._appearance.interface_font(12)).height()

    def _words(self, entry: Entry, width: int, *, current: bool) -> QTextLayout:
        """Lay out a row's words between its label and its end, or below both."""
        if self._stacked(entry, width):
            room = width - self._appearance.px(16 + 12)
        else:
            room = width - self._label_room(entry) - self._end_room(entry, width) - self._appearance.px(6)
        font = self._appearance.interface_font(13.5, 500 if current else 400)
        words, rtl = entry.words(self._appearance.language), self._appearance.rtl
        return wrapped(words, font, room, rtl=rtl, lines=4)

    def _entry(self, painter: QPainter, rect: QRect, entry: Entry, *, rtl: bool, current: bool) -> None:
        px, color = self._appearance.px, self._appearance.color
        font = self._appearance.interface_font(11.5, 500)
        words, stacked = self._words(entry, rect.width(), current=current), self._stacked(entry, rect.width())
        line = round(words.lineAt(0).height()) if words.lineCount() else rect.height()
        above = self._above() if stacked else 0
        y = rect.center().y() + 1 - (layout_height(words) + above) // 2
        top = QRect(rect.left(), y, rect.width(), above or line)
        # On the soft accent ground only ink2 has enough contrast (window.md §4).
        painter.setPen(color("ink2" if current else "ink3"))
        skip = px(16) + (px(12) if entry.parent else 0)
        name = margin_name(entry.label)
        draw_line(painter, start_box(top, advance(name, font), rtl=rtl, skip=skip), name, font, rtl=rtl)
        self._end(painter, top, entry, rtl=rtl)
        painter.setPen(color("ink"))
        wide = round(words.lineAt(0).width()) if words.lineCount() else 0
        below = QRect(rect.left(), y + above, rect.width(), line)
        words_from = px(16) if stacked else self._label_room(entry)
        words.draw(painter, origin(start_box(below, wide, rtl=rtl, skip=words_from)))

    def _end_room(self, entry: Entry, width: int) -> int:
        """Return the width of bars, force and markers at the end edge."""
        px, font = self._appearance.px, self._appearance.interface_font(12)
        if entry.force:
            word = self._force_word(entry, width)
            return px(12) + _BARS * px(3) + (_BARS - 1) * px(2) + (px(8) + advance(word, font) if word else 0)
        marks = self._appearance.interface_font(12, 500)
        return px(12) + (advance(" ".join(entry.marks), marks) if entry.marks else 0)

    def _force_word(self, entry: Entry, width: int) -> str:
        """Return the word beside the bars, or "" where there is no room for it."""
        word = force_name(entry.force, self._appearance.language)
        bars = _BARS * self._appearance.px(3) + (_BARS - 1) * self._appearance.px(2)
        room = width - bars - advance(word, self._appearance.interface_font(12))
        return word if room >= self._appearance.px(200) else ""

    def _end(self, painter: QPainter, rect: QRect, entry: Entry, *, rtl: bool) -> None:
        """Paint the bars and the force, or the footnote markers, at the end edge."""
        if entry.force:
            self._force(painter, rect, entry, rtl=rtl)
        elif entry.marks:
            font, marks = self._appearance.interface_font(12, 500), " ".join(entry.marks)
            painter.setPen(self._appearance.color("accent"))
            box = end_box(rect, advance(marks, font), rtl=rtl, skip=self._appearance.px(12))
            draw_line(painter, box, marks, font, rtl=rtl)

    def _force(self, painter: QPainter, rect: QRect, entry: Entry, *, rtl: bool) -> None:
        px, color = self._appearance.px, self._appearance.color
        bar, gap, tall = px(3), px(2), px(12)
        total = _BARS * bar + (_BARS - 1) * gap
        box, foot = end_box(rect, total, rtl=rtl, skip=px(12)), rect.center().y() + tall // 2
        for at in range(_BARS):
            height = tall * (at + 1) // _BARS
            x = box.left() + at * (bar + gap)
            painter.fillRect(x, foot - height, bar, height, color("rubric" if at < entry.rank else "line"))
        word, font = self._force_word(entry, rect.width()), self._appearance.interface_font(12)
        painter.setPen(color("ink2" if entry.id == self.current else "ink3"))
        skip = px(12) + total + px(8)
        draw_line(painter, end_box(rect, advance(word, font), rtl=rtl, skip=skip), word, font, rtl=rtl)
