"""Translate mouse and keyboard events in the text into signals and commands."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QWidget

from documents.corrections import Correction
from ui.desktop.reader.highlight_ranges import Handle
from ui.desktop.reader.hotspots import Hotspot
from ui.desktop.support.safe_event_filter import guarded

_REST_MS, _LEAVE_MS = 120, 250
_DRAG = 4.0
"""Greatest distance of the pointer during a click, in pixels."""


class MouseInput(QObject):
    """Watches the mouse over a viewport: the hotspot it rests on, clicks, and drags of the ends of a note.

    Points are in pixels of the viewport.
    """

    rested = Signal(object)
    """The pointer rested on a Hotspot."""
    left = Signal()
    """The pointer left the hotspot, and the popup that explains it."""
    pressed = Signal()
    hotspot_clicked = Signal(object, bool)
    """A Hotspot was clicked, with Ctrl held or not."""
    text_clicked = Signal(QPointF, QPoint)
    """Other text was clicked, at a point of the viewport and of the screen."""
    handle_dragged = Signal(object, QPoint)
    """A Handle was dragged to a point."""
    handle_released = Signal(object, QPoint)
    """A Handle was let go at a point."""

    def __init__(
        self,
        viewport: QWidget,
        popup: QWidget,
        hotspot_at: Callable[[QPointF], Hotspot | None],
        handle_at: Callable[[QPointF], Handle | None],
    ) -> None:
        """`popup` belongs to the hotspot: while the pointer is over it, the hotspot is not left."""
        super().__init__(viewport)
        self._viewport, self._popup = viewport, popup
        self._hotspot_at, self._handle_at = hotspot_at, handle_at
        self._hotspot: Hotspot | None = None
        self._pressed: QPointF | None = None
        self._handle: Handle | None = None
        self._rest = QTimer(self, interval=_REST_MS, singleShot=True)
        self._rest.timeout.connect(self._tell_rest)
        self._leave = QTimer(self, interval=_LEAVE_MS, singleShot=True)
        self._leave.timeout.connect(self._tell_leave)
        viewport.setMouseTracking(True)
        viewport.installEventFilter(self)

    @guarded
    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follow the mouse. Only the events of a dragged handle are kept from Qt."""
        if event.type() == QEvent.Type.Leave:
            self._point_at(None)
        if not isinstance(event, QMouseEvent):
            return False
        if self._handle is not None:
            self._drag(self._handle, event)
            return True
        left_button = event.button() is Qt.MouseButton.LeftButton
        if event.type() == QEvent.Type.MouseMove:
            self._move(event)
        elif event.type() == QEvent.Type.MouseButtonPress and left_button:
            self._handle = self._handle_at(event.position())
            if self._handle is None:
                self._pressed = event.position()
                self.pressed.emit()
        elif event.type() == QEvent.Type.MouseButtonRelease and left_button:
            self._release(event)
        return self._handle is not None

    def _drag(self, handle: Handle, event: QMouseEvent) -> None:
        if event.type() == QEvent.Type.MouseMove:
            self.handle_dragged.emit(handle, event.position().toPoint())
        elif event.type() == QEvent.Type.MouseButtonRelease:
            self._handle = None
            self.handle_released.emit(handle, event.position().toPoint())

    def _move(self, event: QMouseEvent) -> None:
        if event.buttons() != Qt.MouseButton.NoButton:
            return
        hotspot = self._hotspot_at(event.position())
        clickable = hotspot is not None and not isinstance(hotspot.value, Correction)
        self._viewport.setCursor(Qt.CursorShape.PointingHandCursor if clickable else Qt.CursorShape.IBeamCursor)
        self._point_at(hotspot)

    def _point_at(self, hotspot: Hotspot | None) -> None:
        if hotspot == self._hotspot:
            return
        self._hotspot = hotspot
        started, stopped = (self._leave, self._rest) if hotspot is None else (self._rest, self._leave)
        stopped.stop()
        started.start()

    def _tell_rest(self) -> None:
        if self._hotspot is not None:
            self.rested.emit(self._hotspot)

    def _tell_leave(self) -> None:
        if self._popup.isVisible() and self._popup.underMouse():
            self._leave.start()
        else:
            self.left.emit()

    def _release(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        if pressed is None or (event.position() - pressed).manhattanLength() > _DRAG:
            return
        hotspot = self._hotspot_at(event.position())
        if hotspot is None:
            self.text_clicked.emit(event.position(), event.globalPosition().toPoint())
        else:
            self.hotspot_clicked.emit(hotspot, bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))


class KeyCommand(Enum):
    """A command that a key gives in the text."""

    PREVIOUS_PROVISION = auto()
    NEXT_PROVISION = auto()
    PREVIOUS_MARKER = auto()
    NEXT_MARKER = auto()
    ACTIVATE = auto()
    ESCAPE = auto()
    COPY = auto()
    LEAVE_BACKWARD = auto()
    LEAVE_FORWARD = auto()


_MODIFIERS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_PLAIN = {
    Qt.Key.Key_Return: KeyCommand.ACTIVATE,
    Qt.Key.Key_Enter: KeyCommand.ACTIVATE,
    Qt.Key.Key_Escape: KeyCommand.ESCAPE,
    Qt.Key.Key_F7: KeyCommand.NEXT_MARKER,
}
_WITH_ALT = {Qt.Key.Key_Up: KeyCommand.PREVIOUS_PROVISION, Qt.Key.Key_Down: KeyCommand.NEXT_PROVISION}


def key_command(event: QKeyEvent) -> KeyCommand | None:
    """Return the command of a key event, None where the key has its meaning of Qt."""
    key, modifiers = Qt.Key(event.key()), event.modifiers() & _MODIFIERS
    if modifiers == Qt.KeyboardModifier.NoModifier and key in _PLAIN:
        return _PLAIN[key]
    if modifiers == Qt.KeyboardModifier.AltModifier and key in _WITH_ALT:
        return _WITH_ALT[key]
    if key == Qt.Key.Key_F7:
        return KeyCommand.PREVIOUS_MARKER
    if event.matches(QKeySequence.StandardKey.Copy):
        return KeyCommand.COPY
    if key in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab} and modifiers & Qt.KeyboardModifier.ControlModifier:
        backward = key == Qt.Key.Key_Backtab or modifiers & Qt.KeyboardModifier.ShiftModifier
        return KeyCommand.LEAVE_BACKWARD if backward else KeyCommand.LEAVE_FORWARD
    return None
