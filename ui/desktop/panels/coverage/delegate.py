"""Painting of the coverage table: headings of groups, cells, and the row of column names."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from documents.language import has_rtl_letter, isolate
from ui.desktop.panels.coverage.model import COLUMNS, ROW
from ui.desktop.panels.coverage.rows import Group, Row
from ui.desktop.panels.coverage.texts import CoverageTexts
from ui.desktop.support.appearance import Appearance
from ui.desktop.support.utf16 import utf16_slice
from ui.desktop.widgets.item_painting import (
    BAR,
    RowState,
    draw_line,
    layout_height,
    origin,
    paint_ground,
    start_box,
    wrapped,
)

ICONS = {"held": ("check-circle", "ok"), "known": ("circle-dashed", "ink2"), "unknown": ("question", "warn")}
"""Icon and colour token by state. The state's name is always painted beside the icon."""

PAD = 10
_NUMBERS = {"citations", "documents"}


class CoverageDelegate(QStyledItemDelegate):
    """Paints cells, with the row under the pointer (`hovered`) and the columns shown under the name (`folded`)."""

    def __init__(self, appearance: Appearance, words: CoverageTexts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._appearance, self._words = appearance, words
        self.hovered = -1
        self.folded: tuple[str, ...] = ()

    def row_height(self) -> int:
        """Return the height of a two-line name, and of one more line where columns are folded."""
        px, font = self._appearance.px, self._appearance.interface_font
        height = 2 * QFontMetrics(font(13)).lineSpacing() + px(12)
        return height + (QFontMetrics(font(12)).lineSpacing() if self.folded else 0)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one cell, or the heading of a group across all columns."""
        value, rtl = index.data(ROW), self._appearance.rtl
        painter.save()
        if isinstance(value, Group):
            self._heading(painter, option.rect, self._words.group(value), rtl=rtl)
        elif isinstance(value, Row):
            current = bool(option.state & QStyle.StateFlag.State_Selected)
            self._ground(painter, option, index, current=current, rtl=rtl)
            self._cell(painter, option.rect, value, COLUMNS[index.column()], current=current)
        painter.restore()

    def _ground(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        *,
        current: bool,
        rtl: bool,
    ) -> None:
        rect, color = option.rect, self._appearance.color
        state = RowState(hovered=index.row() == self.hovered)
        if current:
            painter.fillRect(rect, color("accentsoft"))
        else:
            paint_ground(painter, rect, self._appearance, state, rtl=rtl)
        if current and index.column() == 0:
            painter.fillRect(start_box(rect, BAR, rtl=rtl), color("accent"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, color("line"))
        view = option.widget
        if current and view is not None and view.hasFocus():
            painter.fillRect(rect.left(), rect.top(), rect.width(), 2, color("accent"))
            painter.fillRect(rect.left(), rect.bottom() - 1, rect.width(), 2, color("accent"))

    def _heading(self, painter: QPainter, rect: QRect, words: str, *, rtl: bool) -> None:
        px, font = self._appearance.px, self._appearance.interface_font(13, 600)
        painter.fillRect(rect, self._appearance.color("window"))
        painter.setPen(self._appearance.color("ink2"))
        line = QFontMetrics(font).lineSpacing() + px(10)
        foot = QRect(rect.left(), rect.bottom() - line, rect.width(), line)
        box = start_box(foot, foot.width() - 2 * px(PAD), rtl=rtl, skip=px(PAD))
        draw_line(painter, box, words, font, rtl=rtl, words_rtl=rtl)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._appearance.color("line2"))

    def _cell(self, painter: QPainter, rect: QRect, row: Row, column: str, *, current: bool) -> None:
        box = rect.adjusted(self._appearance.px(PAD), 0, -self._appearance.px(PAD), 0)
        painter.setPen(self._appearance.color("ink" if column == "name" else "ink2"))
        if column == "state":
            self._state(painter, box, row.covered.status)
        elif column == "name":
            self._name(painter, box, row, current=current)
        elif column in _NUMBERS:
            number = self._words.count(getattr(row.covered, column))
            painter.setFont(self._appearance.interface_font(13))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter), number)
        else:
            words = isolate(row.reference, "ltr") if column == "reference" else self._date(row)
            self._lines(painter, box, words, 12.0, rtl_words=column == "date" and self._appearance.rtl)

    def _state(self, painter: QPainter, box: QRect, status: str) -> None:
        rtl, side = self._appearance.rtl, self._appearance.px(15)
        icon, token = ICONS[status]
        place = start_box(box, side, rtl=rtl)
        picture = self._appearance.pixmap(icon, token, size=15)
        painter.drawPixmap(place.left(), box.center().y() - side // 2, picture)
        painter.setPen(self._appearance.color(token))
        skip = side + self._appearance.px(6)
        room = start_box(box, box.width() - skip, rtl=rtl, skip=skip)
        draw_line(painter, room, self._words.state(status), self._appearance.interface_font(12), rtl=rtl)

    def _name(self, painter: QPainter, box: QRect, row: Row, *, current: bool) -> None:
        """Paint the name in at most two lines, and the folded columns under it."""
        font, name = self._appearance.interface_font(13, 500 if current else 400), row.name or row.reference
        under = self._under(row)
        own = has_rtl_letter(name)
        shown = _cut(name, font, box.width(), lines=2)
        layout = wrapped(shown, font, box.width(), rtl=self._appearance.rtl, lines=2, words_rtl=own)
        below = QFontMetrics(self._appearance.interface_font(12)).lineSpacing() if under else 0
        top = box.top() + (box.height() - layout_height(layout) - below) // 2
        layout.draw(painter, origin(QRect(box.left(), top, box.width(), 1)))
        if under:
            painter.setPen(self._appearance.color("ink2" if current else "ink3"))
            place = QRect(box.left(), top + layout_height(layout), box.width(), below)
            rtl = self._appearance.rtl
            draw_line(painter, place, under, self._appearance.interface_font(12), rtl=rtl, words_rtl=rtl)

    def _under(self, row: Row) -> str:
        """Return the texts of the folded columns in one line."""
        parts: dict[str, Callable[[], str]] = {
            "reference": lambda: isolate(row.reference, "ltr") if row.name else "",
            "date": lambda: self._date(row),
            "documents": lambda: self._words.counts(row),
        }
        return " · ".join(filter(None, (parts[column]() for column in COLUMNS if column in self.folded)))

    def _date(self, row: Row) -> str:
        return self._words.date(row)

    def _lines(self, painter: QPainter, box: QRect, words: str, size: float, *, rtl_words: bool) -> None:
        font, rtl = self._appearance.interface_font(size), self._appearance.rtl
        layout = wrapped(words, font, box.width(), rtl=rtl, lines=2, words_rtl=rtl_words)
        top = box.top() + (box.height() - layout_height(layout)) // 2
        layout.draw(painter, origin(QRect(box.left(), top, box.width(), 1)))


class ColumnHeader(QHeaderView):
    """The names of the columns, with an arrow at the sorted one."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._appearance = appearance
        self.sorted_by, self.descending = -1, True
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(24)

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        """Paint the name of one column."""
        look, px = self._appearance, self._appearance.px
        painter.save()
        painter.fillRect(rect, look.color("window"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look.color("line2"))
        chosen = logical == self.sorted_by
        painter.setPen(look.color("ink" if chosen else "ink3"))
        words = str(self.model().headerData(logical, Qt.Orientation.Horizontal))
        box, font = rect.adjusted(px(PAD), 0, -px(PAD), 0), look.interface_font(12, 600 if chosen else 500)
        arrow = " ↓" if chosen and self.descending else " ↑" if chosen else ""
        if COLUMNS[logical] in _NUMBERS:
            painter.setFont(font)
            painter.drawText(rect, int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter), words + arrow)
        else:
            draw_line(painter, box, words + arrow, font, rtl=look.rtl, words_rtl=look.rtl)
        painter.restore()


def _cut(words: str, font: QFont, width: int, *, lines: int) -> str:
    """Return the words that fit into `lines` lines, ending in an ellipsis where some are left out."""
    layout = wrapped(words, font, width, rtl=False, lines=lines + 1, words_rtl=has_rtl_letter(words))
    if layout.lineCount() <= lines:
        return words
    last = layout.lineAt(lines - 1).textStart()
    before, rest = utf16_slice(words, 0, last), utf16_slice(words, last)
    return before + QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width - 2)
