"""The list of the places that cite an instrument: document and provision, then the words with the citation marked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QStandardItem, QStandardItemModel, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from documents.language import direction, isolate
from services.citations.cited_by import CitingPlace
from ui.desktop.support.appearance import Appearance
from ui.desktop.support.place_names import display_name
from ui.desktop.support.utf16 import utf16_length
from ui.desktop.widgets.item_painting import (
    caption,
    format_range,
    layout_height,
    origin,
    paint_ground,
    row_state,
    row_width,
    wrapped,
)
from ui.desktop.widgets.row_list import RowList

PLACE = int(Qt.ItemDataRole.UserRole) + 1
"""Item data role: the CitingPlace of a row."""


@dataclass(frozen=True, slots=True)
class CitedByStyle:
    """Room around the words of a row in px, the most lines of a quotation, and how the citation in it is marked."""

    pad: int
    above: int
    below: int
    lines: int
    as_hit: bool
    """Whether the citation has the ground of a search hit instead of an accent underline."""


class CitedByDelegate(QStyledItemDelegate):
    """Paints one place a row."""

    def __init__(self, appearance: Appearance, style: CitedByStyle, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._appearance, self._style = appearance, style

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of the words at the width of the view."""
        place, width, px = index.data(PLACE), row_width(option), self._appearance.px
        head = layout_height(self._caption(place, width, current=False))
        words = layout_height(self._words(place, width), self._line())
        return QSize(width, px(self._style.above) + head + px(2) + words + px(self._style.below))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one row."""
        place, px, style = index.data(PLACE), self._appearance.px, self._style
        rect = QRect(0, option.rect.top(), row_width(option), option.rect.height())
        painter.save()
        state = row_state(option, current=bool(option.state & QStyle.StateFlag.State_Selected))
        paint_ground(painter, rect, self._appearance, state, rtl=self._appearance.rtl)
        head = self._caption(place, rect.width(), current=state.current)
        head.draw(painter, origin(rect.adjusted(px(style.pad), px(style.above), 0, 0)))
        painter.setPen(self._appearance.color("ink"))
        below = rect.adjusted(px(style.pad), px(style.above) + layout_height(head) + px(2), 0, 0)
        self._words(place, rect.width()).draw(painter, origin(below))
        painter.restore()

    def _line(self) -> float:
        return self._appearance.text_px(27)

    def _room(self, width: int) -> int:
        return width - 2 * self._appearance.px(self._style.pad)

    def _caption(self, place: CitingPlace, width: int, *, current: bool) -> QTextLayout:
        name = _name(place, self._appearance)
        return caption(name, place.symbol, self._appearance, self._room(width), current=current)

    def _words(self, place: CitingPlace, width: int) -> QTextLayout:
        start = utf16_length(place.quote[: place.quote_start])
        length = utf16_length(place.quote[place.quote_start :][: place.end - place.start])
        rtl = direction(place.language) == "rtl"
        return wrapped(
            place.quote,
            self._appearance.reading_font(17),
            self._room(width),
            rtl=rtl,
            words_rtl=rtl,
            lines=self._style.lines,
            height=self._line(),
            formats=(format_range(start, length, self._mark()),) if length else (),
        )

    def _mark(self) -> QTextCharFormat:
        mark, color = QTextCharFormat(), self._appearance.color
        if self._style.as_hit:
            mark.setBackground(color("hit"))
            mark.setForeground(color("ink"))
        else:
            mark.setForeground(color("accent"))
            mark.setFontUnderline(True)
        return mark


class CitedByList(RowList):
    """Lists citing places, of which Enter or a click opens one."""

    place_opened = Signal(object)
    """The CitingPlace to go to."""

    def __init__(self, appearance: Appearance, style: CitedByStyle) -> None:
        super().__init__(appearance)
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.setItemDelegate(CitedByDelegate(appearance, style, self))
        self.opened.connect(self._open)
        self.clicked.connect(self._open)
        appearance.changed.connect(self._retranslate)

    def show_places(self, places: Iterable[CitingPlace]) -> None:
        """List other places, from the top."""
        self._model.clear()
        self.add_places(places)
        self.scrollToTop()

    def add_places(self, places: Iterable[CitingPlace]) -> None:
        """Add places at the end, keeping current row and scroll position."""
        for place in places:
            item = QStandardItem(_spoken(place, self._appearance))
            item.setData(place, PLACE)
            item.setToolTip(place.title)
            self._model.appendRow(item)

    def select_first(self) -> bool:
        """Make the first place the current row, and return whether there is one."""
        self.setCurrentIndex(self._model.index(0, 0))
        return self._model.rowCount() > 0

    def changeEvent(self, event: QEvent) -> None:
        """Name the places in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        for row in range(self._model.rowCount()):
            item = self._model.item(row)
            item.setText(_spoken(item.data(PLACE), self._appearance))

    def _open(self, index: QModelIndex) -> None:
        place = index.data(PLACE)
        if isinstance(place, CitingPlace):
            self.place_opened.emit(place)


def _name(place: CitingPlace, appearance: Appearance) -> str:
    return display_name(place.provision, place.label, appearance.number)


def _spoken(place: CitingPlace, appearance: Appearance) -> str:
    """Return a row as assistive technology says it."""
    return f"{isolate(place.symbol, 'ltr')} {isolate(_name(place, appearance))}: {place.title}. {place.quote}"
