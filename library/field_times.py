"""The times at which the fields of an annotation were changed, by which copies of it are merged."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from library.database import Database

KEPT_STAMPS = 64
"""The number of times kept for a field, with the first one among them: they identify older copies of a note."""

NEXT_REVISION = "(SELECT coalesce(max(revision), 0) + 1 FROM annotations)"
"""The SQL of the next revision number over all annotations."""


def trimmed(times: Sequence[str]) -> list[str]:
    """Return the times to keep of a field. The first one is always kept, as every copy has it."""
    return list(times) if len(times) <= KEPT_STAMPS else [*times[: KEPT_STAMPS - 1], times[-1]]


def to_json(stamps: Mapping[str, Sequence[str]]) -> str:
    """Return the times of all fields as they are stored."""
    return json.dumps({name: list(times) for name, times in sorted(stamps.items())}, separators=(",", ":"))


def touch(db: Database, ids: Iterable[str], field: str) -> None:
    """Record that a field of annotations has changed now, for values stored elsewhere. Inside a transaction."""
    moment = db.moment()
    for id_ in ids:
        row = db.row("SELECT stamps, created FROM annotations WHERE id = ?", (id_,))
        if row is None:
            continue
        known: dict[str, list[str]] = json.loads(row[0])
        known[field] = trimmed([moment, *(known.get(field) or [row[1]])])
        sql = f"UPDATE annotations SET stamps = ?, revision = {NEXT_REVISION} WHERE id = ?"  # noqa: S608 - a constant
        db.write(sql, (to_json(known), id_))
