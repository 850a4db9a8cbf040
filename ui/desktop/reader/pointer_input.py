"""The pointer in the text: what it rests on lights up, a click pins it, a rest on a correction explains it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent

from documents.citations.citation import Citation
from documents.corrections import Correction
from ui.desktop.reader.hotspots import Stop
from ui.desktop.support.safe_event_filter import guarded

if TYPE_CHECKING:
    from ui.desktop.reader.view import ReaderView

_REST_MS, _LEAVE_MS = 120, 250
_DRAG = 4.0


class Pointing(QObject):
    """Watches the pointer over one view's viewport."""

    def __init__(self, view: ReaderView) -> None:
        super().__init__(view)
        self._view = view
        self._stop: Stop | None = None
        self._pressed: QPointF | None = None
        self._rest = QTimer(self, interval=_REST_MS, singleShot=True)
        self._rest.timeout.connect(self._rested)
        self._leave = QTimer(self, interval=_LEAVE_MS, singleShot=True)
        self._leave.timeout.connect(self._left)
        view.viewport().setMouseTracking(True)
        view.viewport().installEventFilter(self)

    @guarded
    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follow moves, presses and releases; nothing is kept from Qt but a click on a marker."""
        if isinstance(event, QMouseEvent):
            if event.type() == QEvent.Type.MouseMove:
                self._moved(event)
            elif event.type() == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
                self._pressed = event.position()
                if self._view.marks.state.focused is not None:
                    self._view.lighting.focus(None)
            elif event.type() == QEvent.Type.MouseButtonRelease and event.button() == Qt.MouseButton.LeftButton:
                self._released(event)
        elif event.type() == QEvent.Type.Leave:
            self._to(None)
        return False

    def _moved(self, event: QMouseEvent) -> None:
        if event.buttons() != Qt.MouseButton.NoButton:
            return
        stop = self._view.stop_at(event.position())
        clickable = stop is not None and not isinstance(stop.value, Correction)
        shape = Qt.CursorShape.PointingHandCursor if clickable else Qt.CursorShape.IBeamCursor
        self._view.viewport().setCursor(shape)
        self._to(stop)

    def _to(self, stop: Stop | None) -> None:
        if stop == self._stop:
            return
        self._stop = stop
        if stop is None:
            self._rest.stop()
            self._leave.start()
        else:
            self._leave.stop()
            self._rest.start()

    def _rested(self) -> None:
        if self._stop is not None:
            self._view.lighting.hover(self._stop)
            self._view.lighting.explain(self._stop)

    def _left(self) -> None:
        if self._view.popup.isVisible() and self._view.popup.underMouse():
            self._leave.start()
            return
        if self._view.marks.state.focused is None:
            self._view.popup.hide()
            self._view.lighting.hover(None)

    def _released(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        if pressed is None or (event.position() - pressed).manhattanLength() > _DRAG:
            return
        if self._view.textCursor().hasSelection():
            return
        stop = self._view.stop_at(event.position())
        if stop is None:
            notes = self._view.noted.at(event.position())
            if notes:
                self._view.note_clicked.emit(notes, event.globalPosition().toPoint())
            return
        follow = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if follow and isinstance(stop.value, Citation):
            self._view.citation_activated.emit(stop.value)
        else:
            self._view.lighting.pin(stop)
