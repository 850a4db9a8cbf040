"""Conflicts of merged notes: both sides are kept until the user chooses one."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass

from library import journal
from library.database import Database

SUBJECT = "conflict"
"""The journal's name for a conflict."""


@dataclass(frozen=True, slots=True)
class OpenConflict:
    """An unresolved conflict in one field of an annotation. Its sides have the form of `library.notes.field_values`.

    `source` names the file of the other side, "" for another window or the command line.
    """

    id: str
    annotation: str
    field: str
    mine: dict[str, object]
    theirs: dict[str, object]
    source: str


def add(
    db: Database,
    annotation: str,
    field: str,
    sides: tuple[journal.Values, journal.Values],
    stamps: tuple[str, str],
    source: str,
) -> OpenConflict | None:
    """Store both sides of a field (mine, theirs) with their times, inside a transaction. Undone with its turn.

    None where the same two sides were met before, in either order.
    """
    if db.row(
        "SELECT 1 FROM conflicts WHERE annotation = ?1 AND field = ?2 AND forgotten IS NULL"
        " AND ((mine_stamp = ?3 AND theirs_stamp = ?4) OR (mine_stamp = ?4 AND theirs_stamp = ?3))",
        (annotation, field, *stamps),
    ):
        return None
    found = OpenConflict(db.new_id(), annotation, field, dict(sides[0]), dict(sides[1]), source)
    moment = db.moment()
    told = (json.dumps(found.mine, ensure_ascii=False), json.dumps(found.theirs, ensure_ascii=False))
    values = (found.id, annotation, field, *told, *stamps, source, moment)
    db.write("INSERT INTO conflicts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, NULL)", values)
    journal.record(db, SUBJECT, found.id, {"forgotten": moment}, {"forgotten": None})
    return found


def times_of(db: Database, id_: str) -> tuple[str, str]:
    """Return the times of the sides of a conflict, mine first. KeyError for an unknown id."""
    row = db.row("SELECT mine_stamp, theirs_stamp FROM conflicts WHERE id = ?", (id_,))
    if row is None:
        raise KeyError(id_)
    return str(row[0]), str(row[1])


def settle_known(db: Database, annotation: str, field: str, lineage: Collection[str]) -> None:
    """Settle the conflicts of a field both sides of which are in the `lineage` of its present value."""
    sql = (
        "SELECT id, mine_stamp, theirs_stamp FROM conflicts"
        " WHERE annotation = ? AND field = ? AND settled IS NULL AND forgotten IS NULL"
    )
    for id_, mine, theirs in db.rows(sql, (annotation, field)):
        if mine in lineage and theirs in lineage:
            settle(db, id_)


def open_conflicts(db: Database) -> tuple[OpenConflict, ...]:
    """Return the unresolved conflicts, oldest first."""
    found = db.rows(
        "SELECT c.id, annotation, field, mine, theirs, source FROM conflicts AS c"
        " WHERE settled IS NULL AND forgotten IS NULL ORDER BY found, c.id"
    )
    return tuple(
        OpenConflict(id_, annotation, field, json.loads(mine), json.loads(theirs), source)
        for id_, annotation, field, mine, theirs, source in found
    )


def settle(db: Database, id_: str) -> None:
    """Settle a conflict, a step to undo. Inside a transaction."""
    moment = db.moment()
    journal.record(db, SUBJECT, id_, {"settled": None}, {"settled": moment})
    apply(db, id_, {"settled": moment})


def apply(db: Database, id_: str, to: journal.Values) -> None:
    """Apply a step of the journal, inside a transaction."""
    for name in ("settled", "forgotten"):
        if name in to:
            db.write(f"UPDATE conflicts SET {name} = ? WHERE id = ?", (to[name], id_))  # noqa: S608 - a constant
