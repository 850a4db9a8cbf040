"""The scroll bar of the window: a plain thumb without buttons."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar, QWidget

from ui.desktop.support.appearance import Appearance

_WIDTH, _THUMB = 14, 8
_BUTTON = 14
"""Room in px that Fusion keeps free at both ends of a scroll bar."""
_SHORTEST = 26


class ScrollBar(QScrollBar):
    """A vertical scroll bar that behaves as Qt's, painted from theme tokens."""

    def __init__(self, appearance: Appearance, parent: QWidget, ground: str = "paper") -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._appearance, self._ground = appearance, ground
        appearance.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return one width at every interface size."""
        return QSize(_WIDTH, super().sizeHint().height())

    def enterEvent(self, event: QEnterEvent) -> None:
        """Darken the thumb under the pointer."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Lighten the thumb again."""
        super().leaveEvent(event)
        self.update()

    def thumb(self) -> tuple[int, int]:
        """Return (top, length) of the thumb in px, as the style places it. Asking the style is slow at start."""
        room, steps = self.height() - 2 * _BUTTON, self.maximum() - self.minimum()
        length = min(room, max(_SHORTEST, self.pageStep() * room // (steps + self.pageStep())))
        way = (room - length) * (self.sliderPosition() - self.minimum()) / max(1, steps)
        return _BUTTON + int(way + 0.5), length

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground and thumb."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._appearance.color(self._ground))
        if self.maximum() <= self.minimum():
            return
        top, length = self.thumb()
        thumb = QRectF((self.width() - _THUMB) / 2, top, _THUMB, length)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        busy = self.underMouse() or self.isSliderDown()
        painter.setBrush(self._appearance.color("line2" if busy else "line"))
        painter.drawRoundedRect(thumb.adjusted(0, 2, 0, -2), _THUMB / 2, _THUMB / 2)


def use_quiet_scroll_bars(pane: QWidget, appearance: Appearance) -> None:
    """Give every scroll area of a pane the scroll bar of the window."""
    for area in pane.findChildren(QAbstractScrollArea):
        area.setVerticalScrollBar(ScrollBar(appearance, area, "window"))
