"""The way of the keyboard from pane to pane: search box, sidebar, text, apparatus or companion, status line."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from ui.desktop.window.main_window import MainWindow


class FocusCycler:
    """Steps through the panes of a window that can be seen."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def step(self, step: int) -> None:
        """Move the keyboard to the next pane, or with -1 to the one before."""
        window, focused = self._window, QApplication.focusWidget()
        stops: list[tuple[bool, bool, Callable[[], object]]] = [
            (True, _holds(window.toolbar, focused), window.toolbar.search.line.setFocus),
            (window.sidebar.isVisible(), window.sidebar.holds_focus(focused), window.sidebar.take_focus),
            (window.reader.current() is not None, _holds(window.pane_layout.front, focused), self._take_front),
            (window.pane_layout.beside.isVisible(), _holds(window.pane_layout.beside, focused), self._take_beside),
            (True, _holds(window.status, focused), window.status.zoom.setFocus),
        ]
        here = next((i for i, stop in enumerate(stops) if stop[1]), 0)
        for distance in range(1, len(stops) + 1):
            visible, _, take = stops[(here + step * distance) % len(stops)]
            if visible:
                take()
                return

    def _take_front(self) -> None:
        coverage_controller = self._window.coverage_controller
        if coverage_controller is not None and coverage_controller.is_open():
            coverage_controller.focus()
        else:
            self._window.document_controller.focus_text()

    def _take_beside(self) -> None:
        target, companion_controller = self._window.pane_layout.beside, self._window.companion_controller
        if companion_controller is not None and companion_controller.is_open():
            companion_controller.focus()
            return
        first = target.findChild(QWidget, "footnotesPane")
        (first or target).setFocus(Qt.FocusReason.ShortcutFocusReason)


def _holds(pane: QWidget, focused: QWidget | None) -> bool:
    return focused is not None and (pane is focused or pane.isAncestorOf(focused))
