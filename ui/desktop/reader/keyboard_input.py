"""The keyboard in the text: provisions, markers, and the stops of a provision one after another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from documents.citations.citation import Citation
from ui.desktop.reader import hotspots as stop_list
from ui.desktop.reader.hotspots import Hotspot

if TYPE_CHECKING:
    from ui.desktop.reader.view import ReaderView

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_MODIFIERS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class KeyboardInput:
    """Turns keys into steps through one view."""

    def __init__(self, view: ReaderView) -> None:
        self._view = view

    def key(self, event: QKeyEvent) -> bool:
        """Do what a key means in the text; say whether it means anything."""
        key, modifiers = Qt.Key(event.key()), event.modifiers() & _MODIFIERS
        alt, none = modifiers == Qt.KeyboardModifier.AltModifier, modifiers == Qt.KeyboardModifier.NoModifier
        if alt and key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self._view.step_provision(-1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_F7:
            self.next_marker(forward=none)
        elif none and key in _ENTER:
            return self.enter()
        elif none and key == Qt.Key.Key_Escape:
            return self._view.link_highlighter.escape()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._view.copier.copy()
        elif key in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab} and modifiers & Qt.KeyboardModifier.ControlModifier:
            self._view.leave(forward=key == Qt.Key.Key_Tab and not modifiers & Qt.KeyboardModifier.ShiftModifier)
        else:
            return False
        return True

    def tab(self, *, forward: bool) -> bool:
        """Go to the next stop of the current provision; False where there is none left."""
        at = self._view.marks.state.current
        if at is None:
            return False
        hotspots = self._view.hotspots(at)
        focused = self._view.marks.state.focused
        if focused is None or focused not in hotspots:
            index = 0 if forward else len(hotspots) - 1
        else:
            index = hotspots.index(focused) + (1 if forward else -1)
        if not 0 <= index < len(hotspots):
            return False
        self._view.link_highlighter.focus(hotspots[index])
        return True

    def next_marker(self, *, forward: bool) -> None:
        """Go to the next or previous marker of the text."""
        shown = self._view.shown
        if shown is None:
            return
        cursor = self._view.textCursor()
        here = (cursor.blockNumber(), cursor.positionInBlock())
        focused = self._view.marks.state.focused
        for at in range(here[0], len(shown.provisions)) if forward else range(here[0], -1, -1):
            markers = stop_list.markers(self._view.hotspots(at)) if shown.displayed[at].markers else []
            for hotspot in markers if forward else reversed(markers):
                beyond = (at, hotspot.start) >= here if forward else (at, hotspot.start) <= here
                if beyond and hotspot != focused:
                    self._view.link_highlighter.focus(hotspot)
                    return

    def citation(self, point: QPointF | None = None) -> Citation | None:
        """Return the citation under a point of the viewport; without one, that which has the focus or the caret."""
        if point is not None:
            hotspot = None if self._view.textCursor().hasSelection() else self._view.stop_at(point)
        else:
            hotspot = self._view.marks.state.focused or self._under_caret()
        return hotspot.value if hotspot is not None and isinstance(hotspot.value, Citation) else None

    def enter(self) -> bool:
        """Pin, or pinned follow, the stop that has the focus or the caret."""
        hotspot = self._view.marks.state.focused or self._under_caret()
        if hotspot is None:
            return False
        self._view.link_highlighter.activate(hotspot)
        return True

    def _under_caret(self) -> Hotspot | None:
        cursor = self._view.textCursor()
        return stop_list.at_offset(self._view.hotspots(cursor.blockNumber()), cursor.positionInBlock())
