"""The journal of the user's changes, which are undone and redone from it across restarts.

The steps of one transaction are one turn, undone as one. A step has the changed values. The module of its subject
applies them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from library.database import Database

KEPT_TURNS = 500
"""The number of turns that can be undone, of all sessions."""

Values = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Step:
    """A change to apply: its subject, the id of the changed thing, and the values its fields are to have."""

    subject: str
    entity: str
    to: Values


def record(db: Database, subject: str, entity: str, before: Values, after: Values, *, continuing: bool = False) -> bool:
    """Record a step, inside a transaction. Steps that were undone can no longer be redone.

    With `continuing` it joins the last turn where that changed only the same fields of the same thing, so that
    typing is undone by the burst. Return whether it joined.
    """
    db.write("DELETE FROM steps WHERE undone")
    if continuing and _continue(db, subject, entity, after):
        return True
    if db.turn is None:
        row = db.row("SELECT max(turn) FROM steps")
        db.turn = (row[0] or 0) + 1 if row else 1
        db.write("DELETE FROM steps WHERE turn <= ?", (db.turn - KEPT_TURNS,))
    db.write(
        "INSERT INTO steps (turn, subject, entity, before, after) VALUES (?, ?, ?, ?, ?)",
        (db.turn, subject, entity, _to_json(before), _to_json(after)),
    )
    return False


def undo(db: Database, subject: str | None = None) -> tuple[Step, ...]:
    """Mark the last turn (of a subject) as undone and return its steps, the last first. Inside a transaction."""
    return _step(db, "SELECT max(turn) FROM steps WHERE NOT undone", "before", "DESC", subject, undone=True)


def redo(db: Database, subject: str | None = None) -> tuple[Step, ...]:
    """Mark the turn that was undone last (of a subject) as done and return its steps. Inside a transaction."""
    return _step(db, "SELECT min(turn) FROM steps WHERE undone", "after", "ASC", subject, undone=False)


def next_undo(db: Database, subject: str | None = None) -> str | None:
    """Return the subject of the turn that `undo` would undo, None where there is none."""
    return _next(db, "SELECT subject FROM steps WHERE NOT undone", "DESC", subject)


def next_redo(db: Database, subject: str | None = None) -> str | None:
    """Return the subject of the turn that `redo` would redo, None where there is none."""
    return _next(db, "SELECT subject FROM steps WHERE undone", "ASC", subject)


def _next(db: Database, sql: str, order: str, subject: str | None) -> str | None:
    row = db.row(f"{sql} AND (?1 IS NULL OR subject = ?1) ORDER BY step {order} LIMIT 1", (subject,))
    return str(row[0]) if row else None


def _step(
    db: Database, turn_sql: str, column: str, order: str, subject: str | None, *, undone: bool
) -> tuple[Step, ...]:
    row = db.row(f"{turn_sql} AND (?1 IS NULL OR subject = ?1)", (subject,))
    if row is None or row[0] is None:
        return ()
    found = db.rows(
        f"SELECT subject, entity, {column} FROM steps WHERE turn = ? ORDER BY step {order}",  # noqa: S608 - constants
        (row[0],),
    )
    db.write("UPDATE steps SET undone = ? WHERE turn = ?", (undone, row[0]))
    return tuple(Step(subject_, entity, json.loads(values)) for subject_, entity, values in found)


def _continue(db: Database, subject: str, entity: str, after: Values) -> bool:
    last = db.rows("SELECT step, subject, entity, after FROM steps WHERE turn = (SELECT max(turn) FROM steps)")
    if len(last) != 1 or tuple(last[0][1:3]) != (subject, entity) or json.loads(last[0][3]).keys() != after.keys():
        return False
    db.write("UPDATE steps SET after = ? WHERE step = ?", (_to_json(after), last[0][0]))
    return True


def _to_json(values: Values) -> str:
    return json.dumps(dict(values), ensure_ascii=False, separators=(",", ":"))
