"""Paints the rows of the library: title, then symbol, date and size."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from documents.dates import un_date
from documents.language import isolate
from library.catalogue import Entry
from ui.desktop.appearance import Appearance
from ui.desktop.rows import draw_line, layout_height, origin, paint_ground, row_state, start_box, wrapped

ENTRY = int(Qt.ItemDataRole.UserRole) + 1
_PAD, _LINES = 16, 2


class CatalogueDelegate(QStyledItemDelegate):
    """Draws one document a row."""

    def __init__(self, appearance: Appearance, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Two lines of title at most, two of facts."""
        px, width = self._appearance.px, self._width(option)
        title = layout_height(self._title(index.data(ENTRY), width))
        meta = QFontMetrics(self._appearance.interface_font(12)).height()
        return QSize(width, px(8) + title + px(3) + 2 * meta + px(9))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one row."""
        entry, rtl, px = index.data(ENTRY), self._appearance.rtl, self._appearance.px
        rect = QRect(0, option.rect.top(), self._width(option), option.rect.height())  # type: ignore[attr-defined]
        painter.save()
        current = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        paint_ground(painter, rect, self._appearance, row_state(option, current=current), rtl=rtl)
        painter.setPen(self._appearance.color("ink"))
        title = self._title(entry, rect.width())
        title.draw(painter, origin(rect.adjusted(px(_PAD), px(8), 0, 0)))
        font = self._appearance.interface_font(12)
        height, top = QFontMetrics(font).height(), rect.top() + px(8) + layout_height(title) + px(3)
        painter.setPen(self._appearance.color("ink2" if current else "ink3"))
        for line, words in enumerate((isolate(entry.symbol, "ltr"), facts(entry, self._appearance))):
            row = QRect(rect.left(), top + line * height, rect.width(), height)
            draw_line(
                painter, start_box(row, rect.width() - 2 * px(_PAD), rtl=rtl, skip=px(_PAD)), words, font, rtl=rtl
            )
        painter.restore()

    def _width(self, option: QStyleOptionViewItem) -> int:
        widget = option.widget  # type: ignore[attr-defined]
        return int(widget.viewport().width()) if widget is not None else int(option.rect.width())  # type: ignore[attr-defined]

    def _title(self, entry: Entry, width: int) -> QTextLayout:
        room, font = width - 2 * self._appearance.px(_PAD), self._appearance.interface_font(13.5, 600)
        return wrapped(entry.title or entry.symbol, font, room, rtl=self._appearance.rtl, lines=_LINES)


def facts(entry: Entry, appearance: Appearance) -> str:
    """Return `٢٣ تموز/يوليه ٢٠١٩ · ٤٩ فقرة`."""
    when = appearance.number(un_date(entry.date, appearance.language)) if entry.date else ""
    size = QCoreApplication.translate("Catalogue", "%n paragraph(s)", "", entry.provisions)
    return " · ".join(part for part in (when, appearance.number(size)) if part)


def said(entry: Entry, appearance: Appearance) -> str:
    """Return a row as assistive technology says it."""
    return f"{entry.title}. {isolate(entry.symbol, 'ltr')}. {facts(entry, appearance)}"
