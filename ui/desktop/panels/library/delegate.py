"""Painting of the rows of the library page: title, then symbol, date and size."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from documents.dates import un_date
from documents.language import isolate
from ui.desktop.support.appearance import Appearance
from ui.desktop.widgets.item_painting import (
    LINE_SEPARATOR,
    layout_height,
    origin,
    paint_ground,
    row_state,
    row_width,
    wrapped,
)

ENTRY = int(Qt.ItemDataRole.UserRole) + 1
_PAD, _LINES = 16, 8


@dataclass(frozen=True, slots=True)
class LibraryEntry:
    """A document as the page lists it, with the number of its provisions."""

    symbol: str
    language: str
    title: str
    date: datetime.date | None
    provisions: int


class CatalogueDelegate(QStyledItemDelegate):
    """Paints one document a row."""

    def __init__(self, appearance: Appearance, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.texts = EntryTexts(appearance, self)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of title and facts at the width of the view."""
        px, width = self._appearance.px, row_width(option)
        title = layout_height(self._title(index.data(ENTRY), width))
        return QSize(width, px(8) + title + px(3) + layout_height(self._facts(index.data(ENTRY), width)) + px(9))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one row."""
        entry, rtl, px = index.data(ENTRY), self._appearance.rtl, self._appearance.px
        rect = QRect(0, option.rect.top(), row_width(option), option.rect.height())
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

    def _title(self, entry: LibraryEntry, width: int) -> QTextLayout:
        room, font = width - 2 * self._appearance.px(_PAD), self._appearance.interface_font(13.5, 600)
        return wrapped(entry.title or entry.symbol, font, room, rtl=self._appearance.rtl, lines=_LINES)

    def _facts(self, entry: LibraryEntry, width: int) -> QTextLayout:
        room, rtl = width - 2 * self._appearance.px(_PAD), self._appearance.rtl
        words = isolate(entry.symbol, "ltr") + LINE_SEPARATOR + self.texts.facts(entry)
        return wrapped(words, self._appearance.interface_font(12), room, rtl=rtl, words_rtl=rtl, lines=8)


class EntryTexts(QObject):
    """Texts of a document's facts in the language of the interface."""

    def __init__(self, appearance: Appearance, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance

    def facts(self, entry: LibraryEntry) -> str:
        """Return date and size: `٢٣ تموز/يوليه ٢٠١٩ · ٥٠ فقرة`."""
        look = self._appearance
        when = look.number(un_date(entry.date, look.language)) if entry.date else ""
        size = look.number(self.tr("%n paragraph(s)", "", entry.provisions))
        return " · ".join(part for part in (when, size) if part)

    def spoken(self, entry: LibraryEntry) -> str:
        """Return a row as assistive technology says it."""
        return f"{entry.title}. {isolate(entry.symbol, 'ltr')}. {self.facts(entry)}"
