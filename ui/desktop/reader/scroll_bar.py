"""The scroll bar beside the text: a quiet thumb and nothing else."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar, QStyle, QStyleOptionSlider, QWidget

from ui.desktop.appearance import Appearance

_WIDTH, _THUMB = 14, 8


class QuietScrollBar(QScrollBar):
    """A vertical scroll bar drawn from theme tokens; it works as Qt's does."""

    def __init__(self, appearance: Appearance, parent: QWidget, ground: str = "paper") -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._appearance, self._ground = appearance, ground
        appearance.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Keep one width at every interface size: it is no text."""
        return QSize(_WIDTH, super().sizeHint().height())

    def enterEvent(self, event: QEnterEvent) -> None:
        """Darken the thumb under the pointer."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Lighten it again."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the thumb on paper."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._appearance.color(self._ground))
        if self.maximum() <= self.minimum():
            return
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        control, part = QStyle.ComplexControl.CC_ScrollBar, QStyle.SubControl.SC_ScrollBarSlider
        thumb = QRectF(self.style().subControlRect(control, option, part, self))
        thumb.setLeft((self.width() - _THUMB) / 2)
        thumb.setWidth(_THUMB)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        busy = self.underMouse() or self.isSliderDown()
        painter.setBrush(self._appearance.color("line2" if busy else "line"))
        painter.drawRoundedRect(thumb.adjusted(0, 2, 0, -2), _THUMB / 2, _THUMB / 2)
