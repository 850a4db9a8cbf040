"""The arguments by which a long operation tells how far it is and learns that it was cancelled."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[int, int, str], None]
"""Called with the number of items done, their total, and the name of the next one, "" at the end."""

IsCancelled = Callable[[], bool]
"""Asked between two items whether to stop."""


def no_progress(_done: int, _total: int, _name: str) -> None:
    """Ignore the progress."""


def never() -> bool:
    """Go on to the end."""
    return False
