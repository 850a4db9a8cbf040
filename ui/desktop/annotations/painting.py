"""Paints the rows of the bookmarks: name and symbol, then the words of the clause."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QTextLayout
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from documents.language import direction
from ui.desktop.annotations.marks import Mark
from ui.desktop.appearance import Appearance
from ui.desktop.rows import caption, layout_height, origin, paint_ground, row_state, start_box, wrapped

MARK = int(Qt.ItemDataRole.UserRole) + 1
_PAD, _LINES = 16, 9
_ICON, _REMOVE = 21, 18
"""Room for the icon at the start and the remove sign at the end of the first line, in px."""


class BookmarksDelegate(QStyledItemDelegate):
    """Draws one bookmark a row; knows where its remove sign stands."""

    def __init__(self, appearance: Appearance, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as the quoted words at the width of the view."""
        px, width, mark = self._appearance.px, self._width(option), index.data(MARK)
        head = layout_height(self._caption(mark, width, current=False))
        return QSize(width, px(10) + head + px(3) + layout_height(self._quote(mark, width), self._line()) + px(10))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one row."""
        mark, rtl, px = index.data(MARK), self._appearance.rtl, self._appearance.px
        rect = QRect(0, option.rect.top(), self._width(option), option.rect.height())
        painter.save()
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        state = row_state(option, current=current)
        paint_ground(painter, rect, self._appearance, state, rtl=rtl)
        if current or state.hovered:
            at, side = self.remove_box(rect).center(), px(14)
            painter.drawPixmap(at.x() - side // 2, at.y() - side // 2, self._appearance.pixmap("x", "ink2", size=14))
        head = self._caption(mark, rect.width(), current=current)
        self._icon(painter, rect, rtl=rtl)
        head.draw(painter, origin(rect.adjusted(px(_PAD), px(10), 0, 0)))
        painter.setPen(self._appearance.color("ink"))
        words = rect.adjusted(px(_PAD), px(10) + layout_height(head) + px(3), 0, 0)
        self._quote(mark, rect.width()).draw(painter, origin(words))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._appearance.color("line"))
        painter.restore()

    def remove_box(self, rect: QRect) -> QRect:
        """Return where a row's remove sign can be hit: 28 px at the end edge."""
        side = self._appearance.px(28)
        left = rect.left() + 4 if self._appearance.rtl else rect.right() - side - 3
        return QRect(left, rect.top() + self._appearance.px(4), side, side)

    def _icon(self, painter: QPainter, rect: QRect, *, rtl: bool) -> None:
        px = self._appearance.px
        side, height = px(15), QFontMetrics(self._appearance.interface_font(12)).height()
        box = start_box(rect, side, rtl=rtl, skip=px(_PAD))
        icon = self._appearance.pixmap("bookmark-simple-fill", "accent", size=15)
        painter.drawPixmap(box.left(), rect.top() + px(10) + (height - side) // 2, icon)

    def _caption(self, mark: Mark, width: int, *, current: bool) -> QTextLayout:
        room = width - self._appearance.px(2 * _PAD)
        insets = self._appearance.px(_ICON), self._appearance.px(_REMOVE)
        return caption(mark.name, mark.bookmark.document, self._appearance, room, current=current, insets=insets)

    def _line(self) -> float:
        return self._appearance.text_px(25)

    def _width(self, option: QStyleOptionViewItem) -> int:
        widget = option.widget
        return widget.viewport().width() if isinstance(widget, QAbstractItemView) else option.rect.width()

    def _quote(self, mark: Mark, width: int) -> QTextLayout:
        room, font = width - 2 * self._appearance.px(_PAD), self._appearance.reading_font(16)
        rtl = direction(mark.bookmark.language) == "rtl"
        return wrapped(mark.words, font, room, rtl=rtl, lines=_LINES, height=self._line())
