"""The times of annotations in files: of the whole, and of the changes of each field."""

from __future__ import annotations

import datetime
import re
from typing import Any

from documents.annotations.model import NEVER, TAG

_OF_TWO = re.compile("[0-9a-f]{8}")


def moment_of(told: Any) -> datetime.datetime:
    """Return a time in UTC, the beginning of 1970 for a value that is no text. ValueError for a malformed time."""
    if not isinstance(told, str):
        return datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
    found = datetime.datetime.fromisoformat(told)
    return (found if found.tzinfo else found.replace(tzinfo=datetime.UTC)).astimezone(datetime.UTC)


def stamps(told: Any) -> dict[str, tuple[str, ...]]:
    """Return the times of the fields as stored. ValueError for a malformed time, which would win every merge."""
    if not isinstance(told, dict):
        return {}
    listed = {str(name): times if isinstance(times, list) else [times] for name, times in told.items() if times}
    return {name: tuple(map(_stamp, times)) for name, times in listed.items()}


def _stamp(told: Any) -> str:
    if not isinstance(told, str):
        raise TypeError(f"no time: {told}")
    if told == NEVER:
        return NEVER
    time, tag, of_two = told.partition(TAG)
    if tag and not _OF_TWO.fullmatch(of_two):
        raise ValueError(told)
    return moment_of(time).isoformat(timespec="microseconds") + tag + of_two
