"""Back and forward through the places that were read: like a browser's, but the place is restored, not the page."""

from __future__ import annotations

from dataclasses import dataclass

from documents.position import Position

LIMIT = 200


@dataclass(frozen=True, slots=True)
class Visit:
    """A place in a text: symbol, language, and where in it."""

    symbol: str
    language: str
    place: Position


class NavigationHistory:
    """Where reading was before and after the present place."""

    def __init__(self) -> None:
        self._before: list[Visit] = []
        self._after: list[Visit] = []

    def can_go_back(self) -> bool:
        """Say whether there is a place before."""
        return bool(self._before)

    def can_go_forward(self) -> bool:
        """Say whether there is a place after."""
        return bool(self._after)

    def leave(self, visit: Visit) -> None:
        """Remember the place that is left for a new one; what lay ahead is gone."""
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

    def forget(self, symbol: str, language: str) -> None:
        """Drop the places in a text that is gone."""
        for side in (self._before, self._after):
            side[:] = [visit for visit in side if (visit.symbol, visit.language) != (symbol, language)]

    @staticmethod
    def _step(source: list[Visit], target: list[Visit], now: Visit | None) -> Visit | None:
        if not source:
            return None
        if now is not None:
            target.append(now)
        return source.pop()
