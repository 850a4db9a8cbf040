"""Paints the rows of what cites an instrument: the document and provision, then its words with the citation marked."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from documents.language import direction, isolate
from services.citations.cited_by import CitingPlace
from ui.desktop.support.appearance import Appearance
from ui.desktop.support.place_names import display_name
from ui.desktop.widgets.item_painting import (
    caption,
    format_range,
    layout_height,
    origin,
    paint_ground,
    row_state,
    wrapped,
)

PLACE = int(Qt.ItemDataRole.UserRole) + 1
"""The CitingPlace of a row."""
_LINES, _PAD = 8, 14


class CitingDelegate(QStyledItemDelegate):
    """Draws one place that cites."""

    def __init__(self, appearance: Appearance, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """A row is as high as its words at the width of the view."""
        place, width, px = index.data(PLACE), _width(option), self._appearance.px
        head = layout_height(self._head(place, width, current=False))
        return QSize(width, px(7) + head + px(2) + layout_height(self._words(place, width), self._line()) + px(8))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one row."""
        place, px = index.data(PLACE), self._appearance.px
        rect = QRect(0, option.rect.top(), _width(option), option.rect.height())
        painter.save()
        state = row_state(option, current=bool(option.state & QStyle.StateFlag.State_Selected))
        paint_ground(painter, rect, self._appearance, state, rtl=self._appearance.rtl)
        head = self._head(place, rect.width(), current=state.current)
        head.draw(painter, origin(rect.adjusted(px(_PAD), px(7), 0, 0)))
        painter.setPen(self._appearance.color("ink"))
        words = rect.adjusted(px(_PAD), px(7) + layout_height(head) + px(2), 0, 0)
        self._words(place, rect.width()).draw(painter, origin(words))
        painter.restore()

    def _line(self) -> float:
        return self._appearance.text_px(27)

    def _head(self, place: CitingPlace, width: int, *, current: bool) -> QTextLayout:
        room = width - 2 * self._appearance.px(_PAD)
        return caption(place_name(place, self._appearance), place.symbol, self._appearance, room, current=current)

    def _words(self, place: CitingPlace, width: int) -> QTextLayout:
        marked = QTextCharFormat()
        marked.setForeground(self._appearance.color("accent"))
        marked.setFontUnderline(True)
        start = _units(place.quote[: place.quote_start])
        end = _units(place.quote[: place.quote_start + place.end - place.start])
        return wrapped(
            place.quote,
            self._appearance.reading_font(17),
            width - 2 * self._appearance.px(_PAD),
            rtl=direction(place.language) == "rtl",
            words_rtl=direction(place.language) == "rtl",
            lines=_LINES,
            height=self._line(),
            formats=(format_range(start, end - start, marked),),
        )


def place_name(place: CitingPlace, appearance: Appearance) -> str:
    """Return what the provision of a citing place is called."""
    return display_name(place.provision, place.label, appearance.number)


def said(place: CitingPlace, appearance: Appearance) -> str:
    """Return a row as assistive technology says it."""
    return f"{isolate(place.symbol, 'ltr')} {isolate(place_name(place, appearance))}: {place.title}. {place.quote}"


def _width(option: QStyleOptionViewItem) -> int:
    widget = option.widget
    return widget.viewport().width() if isinstance(widget, QAbstractItemView) else option.rect.width()


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
