"""When each field of an annotation was changed: how that is kept, and how many changes are remembered."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from library.database import Database

KEPT_STAMPS = 64
"""How many changes of a field are remembered, and the first: what an older copy of a note is recognised by."""

NEXT_REVISION = "(SELECT coalesce(max(revision), 0) + 1 FROM annotations)"
"""The number of the next change of any annotation."""


def trimmed(times: Sequence[str]) -> list[str]:
    """Return as many times as are remembered; the first is always, for every copy has it."""
    return list(times) if len(times) <= KEPT_STAMPS else [*times[: KEPT_STAMPS - 1], times[-1]]


def to_json(stamps: Mapping[str, Sequence[str]]) -> str:
    """Return the times of all fields as they are stored."""
    return json.dumps({name: list(times) for name, times in sorted(stamps.items())}, separators=(",", ":"))


def touch(db: Database, ids: Iterable[str], field: str) -> None:
    """Say that a field of annotations was changed just now by what is stored elsewhere; inside a transaction."""
    moment = db.moment()
    for id_ in ids:
        row = db.row("SELECT stamps, created FROM annotations WHERE id = ?", (id_,))
        if row is None:
            continue
        known: dict[str, list[str]] = json.loads(row[0])
        known[field] = trimmed([moment, *(known.get(field) or [row[1]])])
        sql = f"UPDATE annotations SET stamps = ?, revision = {NEXT_REVISION} WHERE id = ?"  # noqa: S608 - a constant
        db.write(sql, (to_json(known), id_))
