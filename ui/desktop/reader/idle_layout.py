"""Lay out unseen provisions in the background, in short slices, nearest to the screen first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

from ui.desktop.reader.layout import ProvisionLayout

_SLICE_SECONDS = 0.008
_AHEAD = 2
"""Screens above and below that are laid out before the rest."""


class IdleLayout(QObject):
    """Works through one layout at a time, whenever the event loop is idle."""

    def __init__(self, parent: QObject, done: Callable[[float], None]) -> None:
        """`done` is called after each slice with the pixels by which the provision at the top of the screen moved."""
        super().__init__(parent)
        self._done = done
        self._layout: ProvisionLayout | None = None
        self._screen: Callable[[], tuple[float, float]] = lambda: (0.0, 0.0)
        self._next = 0
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self.slice)

    def start(self, layout: ProvisionLayout, screen: Callable[[], tuple[float, float]]) -> None:
        """Begin with a layout. `screen` returns top and height of the visible part, in pixels of the document."""
        self._layout, self._screen, self._next = layout, screen, 0
        self._timer.start()

    def slice(self) -> None:
        """Lay out provisions for a few milliseconds."""
        layout = self._layout
        if layout is None or not layout.unlaid:
            self._timer.stop()
            return
        until = perf_counter() + _SLICE_SECONDS
        first = layout.at_y(self._screen()[0])
        before = layout.top(first)
        for at in self._unlaid(layout):
            layout.ensure(at, at)
            if perf_counter() > until:
                break
        self._done(layout.top(first) - before)

    def _unlaid(self, layout: ProvisionLayout) -> Iterator[int]:
        top, height = self._screen()
        near = range(layout.at_y(top - _AHEAD * height), layout.at_y(top + (_AHEAD + 1) * height) + 1)
        yield from (at for at in near if not layout.is_laid(at))
        while self._next < layout.count:
            if not layout.is_laid(self._next):
                yield self._next
            self._next += 1
