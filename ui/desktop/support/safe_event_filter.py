"""Event filters whose errors reach the exception hook: in PySide 6.11 they end the process."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject

Owner = TypeVar("Owner", bound=QObject)
Filter = Callable[[Owner, QObject, QEvent], bool]


def guarded(method: Filter[Owner]) -> Filter[Owner]:
    """Decorate an `eventFilter` to hand its errors to the exception hook and pass the event on."""

    @wraps(method)
    def filter_event(owner: Owner, watched: QObject, event: QEvent) -> bool:
        try:
            return method(owner, watched, event)
        except Exception:  # noqa: BLE001 - handed to the one exception hook
            sys.excepthook(*sys.exc_info())
            return False

    return filter_event
