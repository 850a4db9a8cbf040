"""The keyboard moved from pane to pane."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QApplication, QWidget


@dataclass(frozen=True, slots=True)
class Stop:
    """A pane that takes the keyboard: whether it is visible, whether it holds the focus, and how it takes it."""

    is_visible: Callable[[], bool]
    holds: Callable[[QWidget], bool]
    take_focus: Callable[[], object]


class FocusCycler:
    """Steps through the visible panes in their order, round at the ends."""

    def __init__(self, stops: Sequence[Stop]) -> None:
        self._stops = stops

    def step(self, step: int) -> None:
        """Move the keyboard to the next pane, or with -1 to the one before."""
        focused = QApplication.focusWidget()
        here = next((i for i, stop in enumerate(self._stops) if focused is not None and stop.holds(focused)), 0)
        for distance in range(1, len(self._stops) + 1):
            stop = self._stops[(here + step * distance) % len(self._stops)]
            if stop.is_visible():
                stop.take_focus()
                return


def holds(pane: QWidget, focused: QWidget) -> bool:
    """Return whether a widget is a pane or lies in it."""
    return pane is focused or pane.isAncestorOf(focused)
