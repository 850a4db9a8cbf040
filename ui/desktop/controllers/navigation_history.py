"""History of the places read, with steps back and forward."""

from __future__ import annotations

from dataclasses import dataclass

from documents.position import Position

LIMIT = 200


@dataclass(frozen=True, slots=True)
class Visit:
    """A place in a text."""

    symbol: str
    language: str
    place: Position


class NavigationHistory:
    """The places before and after the present one."""

    def __init__(self) -> None:
        self._before: list[Visit] = []
        self._after: list[Visit] = []

    def can_go_back(self) -> bool:
        """Return whether there is a place before."""
        return bool(self._before)

    def can_go_forward(self) -> bool:
        """Return whether there is a place after."""
        return bool(self._after)

    def leave(self, visit: Visit) -> None:
        """Keep a place that is left for a new one, and drop the places after it."""
        self._after.clear()
        if not self._before or self._before[-1] != visit:
            self._before.append(visit)
        del self._before[:-LIMIT]

    def back(self, now: Visit | None) -> Visit | None:
        """Return the place before and keep `now` as the one after."""
        return self._step(self._before, self._after, now)

    def forward(self, now: Visit | None) -> Visit | None:
        """Return the place after and keep `now` as the one before."""
        return self._step(self._after, self._before, now)

    @staticmethod
    def _step(source: list[Visit], target: list[Visit], now: Visit | None) -> Visit | None:
        if not source:
            return None
        if now is not None:
            target.append(now)
        return source.pop()
