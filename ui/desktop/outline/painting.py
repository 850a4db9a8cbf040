"""Paints the rows of the outline: label, verbs, marks of footnotes or bars of force, mirrored with the window."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.desktop.appearance import Appearance
from ui.desktop.outline.clauses import Clause, Group
from ui.desktop.outline.model import CLAUSE, GROUP
from ui.desktop.outline.words import count_words, force_name, part_name
from ui.desktop.rows import draw_line, end_box, paint_ground, row_state, start_box

_BARS = 5


class OutlineDelegate(QStyledItemDelegate):
    """Draws groups and clauses; knows which clause is current and which are on screen."""

    def __init__(self, appearance: Appearance, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.current = ""
        self.visible: frozenset[str] = frozenset()

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Rows are 28 px, groups 32, or what the font needs."""
        px, font = self._appearance.px, self._appearance.interface_font(13.5)
        least = px(32) if index.data(GROUP) else px(28)
        return QSize(px(120), max(least, QFontMetrics(font).height() + px(4)))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one row across the whole width of the view."""
        rtl = self._appearance.rtl
        rect = QRect(0, option.rect.top(), self._width(option), option.rect.height())  # type: ignore[attr-defined]
        group, clause = index.data(GROUP), index.data(CLAUSE)
        painter.save()
        if isinstance(group, Group):
            opened = bool(option.state & QStyle.StateFlag.State_Open)  # type: ignore[attr-defined]
            inside = not opened and any(c.id == self.current for c in group.clauses)
            paint_ground(painter, rect, self._appearance, row_state(option, current=inside), rtl=rtl)
            self._group(painter, rect, group, rtl=rtl, opened=opened)
        elif isinstance(clause, Clause):
            current = clause.id == self.current
            state = row_state(option, current=current, visible=clause.id in self.visible)
            paint_ground(painter, rect, self._appearance, state, rtl=rtl)
            self._clause(painter, rect, clause, rtl=rtl, current=current)
        painter.restore()

    def _width(self, option: QStyleOptionViewItem) -> int:
        widget = option.widget  # type: ignore[attr-defined]
        return int(widget.viewport().width()) if widget is not None else int(option.rect.right() + 1)  # type: ignore[attr-defined]

    def _group(self, painter: QPainter, rect: QRect, group: Group, *, rtl: bool, opened: bool) -> None:
        px, font = self._appearance.px, self._appearance.interface_font(12, 500)
        side = px(12)
        icon = "caret-down" if opened else ("caret-left" if rtl else "caret-right")
        box = start_box(rect, side, rtl=rtl, skip=px(14))
        painter.drawPixmap(box.left(), rect.center().y() - side // 2, self._appearance.pixmap(icon, "ink2", size=12))
        painter.setPen(self._appearance.color("ink3"))
        count = count_words(group, self._appearance)
        width = QFontMetrics(font).horizontalAdvance(count)
        name_from = px(14) + side + px(8)
        room = rect.width() - name_from - width - px(22)
        draw_line(painter, start_box(rect, max(room, 0), rtl=rtl, skip=name_from), part_name(group.part), font, rtl=rtl)
        draw_line(painter, end_box(rect, width, rtl=rtl, skip=px(12)), count, font, rtl=rtl)

    def _clause(self, painter: QPainter, rect: QRect, clause: Clause, *, rtl: bool, current: bool) -> None:
        px, color = self._appearance.px, self._appearance.color
        font = self._appearance.interface_font(11.5, 500)
        # On the soft accent ground only ink2 has enough contrast (window.md §4).
        painter.setPen(color("ink2" if current else "ink3"))
        label_from, wide = px(16), QFontMetrics(font).horizontalAdvance("OP20")
        if clause.parent:
            label_from += px(12)
        wide = max(wide, QFontMetrics(font).horizontalAdvance(clause.label))
        draw_line(painter, start_box(rect, wide, rtl=rtl, skip=label_from), clause.label, font, rtl=rtl)
        taken = self._end(painter, rect, clause, rtl=rtl)
        words_from = label_from + wide + px(12)
        room = rect.width() - words_from - taken - px(6)
        painter.setPen(color("ink"))
        words = self._appearance.interface_font(13.5, 500 if current else 400)
        box = start_box(rect, max(room, 0), rtl=rtl, skip=words_from)
        draw_line(painter, box, clause.words(self._appearance.language), words, rtl=rtl)

    def _end(self, painter: QPainter, rect: QRect, clause: Clause, *, rtl: bool) -> int:
        """Paint what stands at the end edge; return how much room it took."""
        px = self._appearance.px
        if clause.force:
            return self._force(painter, rect, clause, rtl=rtl)
        if not clause.marks:
            return px(12)
        font = self._appearance.interface_font(12, 500)
        marks = " ".join(clause.marks)
        width = QFontMetrics(font).horizontalAdvance(marks)
        painter.setPen(self._appearance.color("accent"))
        draw_line(painter, end_box(rect, width, rtl=rtl, skip=px(12)), marks, font, rtl=rtl)
        return width + px(12)

    def _force(self, painter: QPainter, rect: QRect, clause: Clause, *, rtl: bool) -> int:
        px, color = self._appearance.px, self._appearance.color
        bar, gap, tall = px(3), px(2), px(12)
        total = _BARS * bar + (_BARS - 1) * gap
        box, foot = end_box(rect, total, rtl=rtl, skip=px(12)), rect.center().y() + tall // 2
        for at in range(_BARS):
            height = tall * (at + 1) // _BARS
            x = box.left() + at * (bar + gap)
            painter.fillRect(x, foot - height, bar, height, color("rubric" if at < clause.rank else "line"))
        word = force_name(clause.force, self._appearance.language)
        font = self._appearance.interface_font(12)
        width = QFontMetrics(font).horizontalAdvance(word)
        if not word or rect.width() - total - width < px(200):
            return total + px(12)
        painter.setPen(color("ink2" if clause.id == self.current else "ink3"))
        skip = px(12) + total + px(8)
        draw_line(painter, end_box(rect, width, rtl=rtl, skip=skip), word, font, rtl=rtl)
        return skip + width


def said(clause: Clause, appearance: Appearance) -> str:
    """Return a row as assistive technology says it."""
    parts = [clause.label, clause.words(appearance.language)]
    parts += [force_name(clause.force, "") if clause.force else "", " ".join(clause.marks)]
    return " ".join(part for part in parts if part)


def said_group(group: Group, appearance: Appearance) -> str:
    """Return a group's heading as assistive technology says it."""
    return f"{part_name(group.part)}, {count_words(group, appearance)}"
