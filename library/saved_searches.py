"""Searches that the user saved by a name, and the history of queries. Removed ones stay as tombstones."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from library.database import Database, Row

KEPT = 200
"""The number of queries in the history."""

_NO_OPTIONS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A query saved by a name. `options` are its search options as words (sort, strict, inflect)."""

    id: str
    name: str
    query: str
    options: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class PastSearch:
    """A query of the history and the number of its hits."""

    query: str
    total: int


def save(db: Database, name: str, query: str, options: Mapping[str, str] = _NO_OPTIONS) -> SavedSearch:
    """Save a search. It replaces one of the same name. ValueError for an empty name or query."""
    name = name.strip()
    if not name or not query.strip():
        raise ValueError("empty")
    told = json.dumps(dict(options), ensure_ascii=False, sort_keys=True)
    with db.transaction():
        held = db.row("SELECT id FROM saved_searches WHERE name = ? AND removed IS NULL", (name,))
        id_, moment = (str(held[0]) if held else db.new_id()), db.moment()
        if held:
            db.write(
                "UPDATE saved_searches SET query = ?, options = ?, changed = ? WHERE id = ?", (query, told, moment, id_)
            )
        else:
            values = (id_, name, query, told, moment, moment)
            db.write("INSERT INTO saved_searches VALUES (?, ?, ?, ?, ?, ?, NULL)", values)
    return SavedSearch(id_, name, query, dict(options))


def saved(db: Database) -> tuple[SavedSearch, ...]:
    """Return the saved searches, sorted by name."""
    found = db.rows("SELECT id, name, query, options FROM saved_searches WHERE removed IS NULL ORDER BY name")
    return tuple(map(_saved, found))


def remove(db: Database, id_: str) -> bool:
    """Remove a saved search. Return whether there was one."""
    with db.transaction():
        held = db.row("SELECT 1 FROM saved_searches WHERE id = ? AND removed IS NULL", (id_,))
        db.write("UPDATE saved_searches SET removed = ? WHERE id = ? AND removed IS NULL", (db.moment(), id_))
    return held is not None


def remember(db: Database, query: str, total: int) -> None:
    """Put a query at the head of the history. Queries beyond `KEPT` are deleted."""
    query = query.strip()
    if not query:
        return
    with db.transaction():
        # REPLACE gives the row a new number, so that the highest is the latest whatever the clock says.
        db.write(
            "INSERT OR REPLACE INTO search_history (query, total, searched) VALUES (?, ?, ?)",
            (query, total, db.moment()),
        )
        db.write(
            "DELETE FROM search_history WHERE turn NOT IN (SELECT turn FROM search_history ORDER BY turn DESC LIMIT ?)",
            (KEPT,),
        )


def history(db: Database, limit: int = KEPT) -> tuple[PastSearch, ...]:
    """Return the queries of the history, the last first."""
    found = db.rows(
        "SELECT query, total FROM search_history WHERE cleared IS NULL ORDER BY turn DESC LIMIT ?", (limit,)
    )
    return tuple(PastSearch(row[0], row[1]) for row in found)


def clear_history(db: Database) -> str:
    """Empty the history. Return the mark by which `restore_history` restores it."""
    with db.transaction():
        moment = db.moment()
        db.write("UPDATE search_history SET cleared = ? WHERE cleared IS NULL", (moment,))
    return moment


def restore_history(db: Database, cleared: str) -> int:
    """Restore the queries that were removed with that mark. Return their number."""
    with db.transaction():
        row = db.row("SELECT count(*) FROM search_history WHERE cleared = ?", (cleared,))
        db.write("UPDATE search_history SET cleared = NULL WHERE cleared = ?", (cleared,))
    return int(row[0]) if row else 0


def _saved(row: Row) -> SavedSearch:
    return SavedSearch(row[0], row[1], row[2], json.loads(row[3]))
