"""The way back: texts that were replaced or removed stay as former versions and can be had again."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from library import citations
from library.database import Database, Row
from library.errors import NotHeld


@dataclass(frozen=True, slots=True)
class Former:
    """A text that was held: `replaced` by a later import, or else removed, at `ended`."""

    id: int
    symbol: str
    language: str
    title: str
    added: datetime.datetime
    ended: datetime.datetime
    replaced: bool


def remove(db: Database, symbol: str, language: str) -> int:
    """Take a document out of the library and return the id to `restore` it by; NotHeld. Bookmarks stay."""
    with db.transaction():
        row = db.row("SELECT id FROM held WHERE symbol = ? AND language = ?", (symbol, language))
        if row is None:
            raise NotHeld(symbol, language)
        citations.uncount(db, row[0])
        db.write("UPDATE documents SET removed = ? WHERE id = ?", (db.moment(), row[0]))
    return int(row[0])


def formers(db: Database) -> tuple[Former, ...]:
    """List the former versions, the last ended first."""
    found = db.rows(
        "SELECT id, symbol, language, title, added, coalesce(superseded, removed) AS ended, superseded IS NOT NULL"
        " FROM documents WHERE ended IS NOT NULL ORDER BY ended DESC, id DESC"
    )
    return tuple(_former(row) for row in found)


def name(db: Database, id_: int) -> tuple[str, str]:
    """Return the symbol and language of a text that is or was held; NotHeld."""
    row = db.row("SELECT symbol, language FROM documents WHERE id = ?", (id_,))
    if row is None:
        raise NotHeld(f"#{id_}")
    return str(row[0]), str(row[1])


def is_held(db: Database, id_: int) -> bool:
    """Say whether a text is the one that is held now."""
    return db.row("SELECT 1 FROM held WHERE id = ?", (id_,)) is not None


def restore(db: Database, former: int) -> None:
    """Make a former version the current text again; the text it displaces becomes former. NotHeld."""
    with db.transaction():
        row = db.row(
            "SELECT symbol, language FROM documents WHERE id = ? AND id NOT IN (SELECT id FROM held)", (former,)
        )
        if row is None:
            raise NotHeld(f"#{former}")
        displaced = db.row("SELECT id FROM held WHERE symbol = ? AND language = ?", row)
        if displaced:
            citations.uncount(db, displaced[0])
            db.write("UPDATE documents SET superseded = ? WHERE id = ?", (db.moment(), displaced[0]))
        # The user may have corrected its citations meanwhile: they are made anew when next needed.
        db.write("UPDATE documents SET superseded = NULL, removed = NULL, rules_version = 0 WHERE id = ?", (former,))
        citations.count(db, former)


def _former(row: Row) -> Former:
    id_, symbol, language, title, added, ended, replaced = row
    moment = datetime.datetime.fromisoformat
    return Former(id_, symbol, language, title, moment(added), moment(ended), bool(replaced))
