"""The places that cite the chosen instrument: where each stands, and the words around it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QPainter,
    QPalette,
    QResizeEvent,
    QStandardItem,
    QStandardItemModel,
    QTextCharFormat,
    QTextLayout,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

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
_PAD, _LINES = 16, 4


class CitingDelegate(QStyledItemDelegate):
    """Draws the name of the place and the quotation, the citing words on the colour of a hit."""

    def __init__(self, appearance: Appearance, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as its words at the width of the view."""
        place, px, width = index.data(PLACE), self._appearance.px, self._width(option)
        head = layout_height(self._caption(place, width, current=False))
        return QSize(width, px(6) + head + px(2) + layout_height(self._words(place, width), self._line()) + px(6))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one place."""
        place, px = index.data(PLACE), self._appearance.px
        rect = QRect(0, option.rect.top(), self._width(option), option.rect.height())
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        paint_ground(painter, rect, self._appearance, row_state(option, current=current), rtl=self._appearance.rtl)
        head = self._caption(place, rect.width(), current=current)
        head.draw(painter, origin(rect.adjusted(px(_PAD), px(6), 0, 0)))
        painter.setPen(self._appearance.color("ink"))
        below = rect.adjusted(px(_PAD), px(6) + layout_height(head) + px(2), 0, 0)
        self._words(place, rect.width()).draw(painter, origin(below))
        painter.restore()

    def _width(self, option: QStyleOptionViewItem) -> int:
        widget = option.widget
        return widget.viewport().width() if isinstance(widget, QAbstractItemView) else option.rect.width()

    def _line(self) -> float:
        return self._appearance.text_px(27)

    def _caption(self, place: CitingPlace, width: int, *, current: bool) -> QTextLayout:
        room = width - 2 * self._appearance.px(_PAD)
        return caption(place_name(place, self._appearance), place.symbol, self._appearance, room, current=current)

    def _words(self, place: CitingPlace, width: int) -> QTextLayout:
        marked = QTextCharFormat()
        marked.setBackground(self._appearance.color("hit"))
        marked.setForeground(self._appearance.color("ink"))
        start = _units(place.quote[: place.quote_start])
        length = _units(place.quote[place.quote_start :][: place.end - place.start])
        return wrapped(
            place.quote,
            self._appearance.reading_font(17),
            width - 2 * self._appearance.px(_PAD),
            rtl=direction(place.language) == "rtl",
            lines=_LINES,
            height=self._line(),
            formats=(format_range(start, length, marked),) if length else (),
        )


class CitingList(QListView):
    """The list of places; Enter or a click goes to one."""

    place_opened = Signal(object)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._model = QStandardItemModel(self)
        self.setObjectName("citingPlaces")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setModel(self._model)
        self.setItemDelegate(CitingDelegate(appearance, self))
        self.clicked.connect(self._open)

    def show_places(self, places: tuple[CitingPlace, ...]) -> None:
        """List other places."""
        self._model.clear()
        for place in places:
            words = f"{place_name(place, self._appearance)} {isolate(place.symbol, 'ltr')} {place.quote}"
            item = QStandardItem(words)
            item.setData(place, PLACE)
            item.setData(words, Qt.ItemDataRole.AccessibleTextRole)
            item.setToolTip(place.title)
            self._model.appendRow(item)
        self.scrollToTop()

    def take_first(self) -> bool:
        """Take the keyboard to the first place; say whether there is one."""
        if self._model.rowCount():
            self.setCurrentIndex(self._model.index(0, 0))
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        return self._model.rowCount() > 0

    def restyle(self) -> None:
        """Take colours and sizes anew."""
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Base, self._appearance.color("window"))
        self.setPalette(palette)
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes there."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words wrap anew at another width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _open(self, index: QModelIndex | QPersistentModelIndex) -> None:
        place = index.data(PLACE)
        if isinstance(place, CitingPlace):
            self.place_opened.emit(place)


def place_name(place: CitingPlace, appearance: Appearance) -> str:
    """Return the name of a citing place, as the window calls places."""
    return display_name(place.provision, place.label, appearance.number)


def _units(words: str) -> int:
    """Return how many UTF-16 units words take."""
    return len(words.encode("utf-16-le")) // 2
