"""Paints the rows of the library: title, then symbol, date and size."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QTextLayout
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from documents.dates import un_date
from documents.language import isolate
from library.catalogue import Entry
from ui.desktop.support.appearance import Appearance
from ui.desktop.widgets.item_painting import LINE_SEPARATOR, layout_height, origin, paint_ground, row_state, wrapped

ENTRY = int(Qt.ItemDataRole.UserRole) + 1
_PAD, _LINES = 16, 8


class CatalogueDelegate(QStyledItemDelegate):
    """Draws one document a row."""

    def __init__(self, appearance: Appearance, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.words = EntryWords(appearance, self)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as title and facts at the width of the view."""
        px, width = self._appearance.px, self._width(option)
        title = layout_height(self._title(index.data(ENTRY), width))
        return QSize(width, px(8) + title + px(3) + layout_height(self._facts(index.data(ENTRY), width)) + px(9))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one row."""
        entry, rtl, px = index.data(ENTRY), self._appearance.rtl, self._appearance.px
        rect = QRect(0, option.rect.top(), self._width(option), option.rect.height())
        painter.save()
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        paint_ground(painter, rect, self._appearance, row_state(option, current=current), rtl=rtl)
        painter.setPen(self._appearance.color("ink"))
        title = self._title(entry, rect.width())
        title.draw(painter, origin(rect.adjusted(px(_PAD), px(8), 0, 0)))
        painter.setPen(self._appearance.color("ink2" if current else "ink3"))
        below = rect.adjusted(px(_PAD), px(8) + layout_height(title) + px(3), 0, 0)
        self._facts(entry, rect.width()).draw(painter, origin(below))
        painter.restore()

    def _width(self, option: QStyleOptionViewItem) -> int:
        widget = option.widget
        return widget.viewport().width() if isinstance(widget, QAbstractItemView) else option.rect.width()

    def _title(self, entry: Entry, width: int) -> QTextLayout:
        room, font = width - 2 * self._appearance.px(_PAD), self._appearance.interface_font(13.5, 600)
        return wrapped(entry.title or entry.symbol, font, room, rtl=self._appearance.rtl, lines=_LINES)

    def _facts(self, entry: Entry, width: int) -> QTextLayout:
        room, rtl = width - 2 * self._appearance.px(_PAD), self._appearance.rtl
        words = isolate(entry.symbol, "ltr") + LINE_SEPARATOR + self.words.facts(entry)
        return wrapped(words, self._appearance.interface_font(12), room, rtl=rtl, words_rtl=rtl, lines=8)


class EntryWords(QObject):
    """The facts of a document in words."""

    def __init__(self, appearance: Appearance, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance

    def facts(self, entry: Entry) -> str:
        """Return `٢٣ تموز/يوليه ٢٠١٩ · ٥٠ فقرة`."""
        look = self._appearance
        when = look.number(un_date(entry.date, look.language)) if entry.date else ""
        size = look.number(self.tr("%n paragraph(s)", "", entry.provisions))
        return " · ".join(part for part in (when, size) if part)

    def said(self, entry: Entry) -> str:
        """Return a row as assistive technology says it."""
        return f"{entry.title}. {isolate(entry.symbol, 'ltr')}. {self.facts(entry)}"
