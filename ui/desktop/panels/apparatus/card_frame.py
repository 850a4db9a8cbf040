"""The frame of a card: it lights with pointer and focus, is kept lit by a click, and draws border and ring."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame

from ui.desktop.support.appearance import Appearance

HOVER_MS = 120


class CardFrame(QFrame):
    """Tells what the pointer or the focus is on, under the name `target`."""

    entered = Signal(str)
    """The target under the pointer or the focus, or "" when it is left."""
    pinned = Signal(str)
    returned = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._lit = False
        self._timer = QTimer(self, interval=HOVER_MS, singleShot=True)
        self._timer.timeout.connect(lambda: self.entered.emit(self.target))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def target(self) -> str:
        """What the card stands for, or ""."""
        return ""

    def light(self, *, lit: bool) -> None:
        """Draw the border of what is linked."""
        if lit != self._lit:
            self._lit = lit
            self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Light what belongs to the card after 120 ms."""
        super().enterEvent(event)
        self._timer.start()
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Put out what the pointer lit."""
        super().leaveEvent(event)
        self._timer.stop()
        self.entered.emit("")
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The focus lights like the pointer."""
        super().focusInEvent(event)
        self.entered.emit(self.target)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What the focus lit goes out."""
        super().focusOutEvent(event)
        self.entered.emit("")
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click keeps the card lit."""
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.pinned.emit(self.target)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps the card lit; Esc goes back to the text."""
        if event.key() == Qt.Key.Key_Escape:
            self.returned.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and self.hasFocus():
            self.pinned.emit(self.target)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Raised ground, border, and the ring of the focus two pixels outside it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = self._appearance.color
        width = 2 if self._lit else 1
        border = color("accent") if self._lit else color("line2" if self.underMouse() else "line")
        painter.setPen(QPen(border, width))
        painter.setBrush(color("raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(4.5, 4.5, -4.5, -4.5), 9, 9)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(color("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 11, 11)
