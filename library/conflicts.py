"""What was changed both here and in a colleague's file: both sides are kept until the user has chosen."""

from __future__ import annotations

import json
from dataclasses import dataclass

from library import journal
from library.database import Database

SUBJECT = "conflict"
"""What the journal calls a conflict."""


@dataclass(frozen=True, slots=True)
class OpenConflict:
    """One field of one annotation: `mine` and `theirs` as `library.notes.state` gives them, by attribute.

    `source` names the file the other side came from.
    """

    id: str
    annotation: str
    field: str
    mine: dict[str, object]
    theirs: dict[str, object]
    source: str


def add(
    db: Database, annotation: str, field: str, mine: journal.Values, theirs: journal.Values, source: str
) -> OpenConflict:
    """Keep both sides of a field, inside a transaction; undone with the turn it belongs to."""
    found = OpenConflict(db.new_id(), annotation, field, dict(mine), dict(theirs), source)
    moment = db.moment()
    told = (json.dumps(found.mine, ensure_ascii=False), json.dumps(found.theirs, ensure_ascii=False))
    db.write(
        "INSERT INTO conflicts VALUES (?, ?, ?, ?, ?, ?, ?, NULL)", (found.id, annotation, field, *told, source, moment)
    )
    journal.record(db, SUBJECT, found.id, {"settled": moment}, {"settled": None})
    return found


def open_conflicts(db: Database) -> tuple[OpenConflict, ...]:
    """Return what the user has still to choose between, the first found first."""
    found = db.rows(
        "SELECT c.id, annotation, field, mine, theirs, source FROM conflicts AS c"
        " WHERE settled IS NULL ORDER BY found, c.id"
    )
    return tuple(
        OpenConflict(id_, annotation, field, json.loads(mine), json.loads(theirs), source)
        for id_, annotation, field, mine, theirs, source in found
    )


def settle(db: Database, id_: str) -> None:
    """Say that the user has chosen; a step to undo. Inside a transaction."""
    moment = db.moment()
    journal.record(db, SUBJECT, id_, {"settled": None}, {"settled": moment})
    apply(db, id_, {"settled": moment})


def apply(db: Database, id_: str, to: journal.Values) -> None:
    """Write what the journal keeps of a conflict; inside a transaction."""
    db.write("UPDATE conflicts SET settled = ? WHERE id = ?", (to["settled"], id_))
