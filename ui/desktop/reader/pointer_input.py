"""The pointer in the text: what it rests on lights up, a click pins it, a rest on a correction explains it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent

from documents.citations.citation import Citation
from documents.corrections import Correction
from ui.desktop.reader.hotspots import Hotspot
from ui.desktop.support.safe_event_filter import guarded

if TYPE_CHECKING:
    from ui.desktop.reader.view import ReaderView

_REST_MS, _LEAVE_MS = 120, 250
_DRAG = 4.0


class PointerInput(QObject):
    """Watches the pointer over one view's viewport."""

    def __init__(self, view: ReaderView) -> None:
        super().__init__(view)
        self._view = view
        self._hotspot: Hotspot | None = None
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
                    self._view.link_highlighter.focus(None)
            elif event.type() == QEvent.Type.MouseButtonRelease and event.button() == Qt.MouseButton.LeftButton:
                self._released(event)
        elif event.type() == QEvent.Type.Leave:
            self._to(None)
        return False

    def _moved(self, event: QMouseEvent) -> None:
        if event.buttons() != Qt.MouseButton.NoButton:
            return
        hotspot = self._view.stop_at(event.position())
        clickable = hotspot is not None and not isinstance(hotspot.value, Correction)
        shape = Qt.CursorShape.PointingHandCursor if clickable else Qt.CursorShape.IBeamCursor
        self._view.viewport().setCursor(shape)
        self._to(hotspot)

    def _to(self, hotspot: Hotspot | None) -> None:
        if hotspot == self._hotspot:
            return
        self._hotspot = hotspot
        if hotspot is None:
            self._rest.stop()
            self._leave.start()
        else:
            self._leave.stop()
            self._rest.start()

    def _rested(self) -> None:
        if self._hotspot is not None:
            self._view.link_highlighter.hover(self._hotspot)
            self._view.link_highlighter.explain(self._hotspot)

    def _left(self) -> None:
        if self._view.popup.isVisible() and self._view.popup.underMouse():
            self._leave.start()
            return
        if self._view.marks.state.focused is None:
            self._view.popup.hide()
            self._view.link_highlighter.hover(None)

    def _released(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        if pressed is None or (event.position() - pressed).manhattanLength() > _DRAG:
            return
        if self._view.textCursor().hasSelection():
            return
        hotspot = self._view.stop_at(event.position())
        if hotspot is None:
            notes = self._view.annotation_overlay.at(event.position())
            if notes:
                self._view.note_clicked.emit(notes, event.globalPosition().toPoint())
            return
        follow = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if follow and isinstance(hotspot.value, Citation):
            self._view.citation_activated.emit(hotspot.value)
        else:
            self._view.link_highlighter.pin(hotspot)
