"""Remove documents and restore former versions. A replaced or removed text stays stored as a former version."""

from __future__ import annotations

from library import catalogue, citations, journal
from library.database import Database
from library.errors import NotHeld

SUBJECT = "document"
"""The journal's name for the removal of a document."""


def remove(db: Database, symbol: str, language: str) -> int:
    """Remove a document, a step to undo, and return its id for `restore`. The notes on it stay. NotHeld."""
    with db.transaction():
        id_ = _remove(db, symbol, language)
        journal.record(db, SUBJECT, str(id_), {"held": True}, {"held": False})
    return id_


def restore(db: Database, former: int) -> None:
    """Make a former version the held text again. The text that it replaces becomes a former version. NotHeld."""
    with db.transaction():
        row = db.row(
            "SELECT symbol, language FROM documents WHERE id = ? AND id NOT IN (SELECT id FROM held)", (former,)
        )
        if row is None:
            raise NotHeld(f"#{former}")
        displaced = db.row("SELECT id FROM held WHERE symbol = ? AND language = ?", row)
        if displaced:
            citations.remove_from_totals(db, displaced[0])
            db.write("UPDATE documents SET superseded = ? WHERE id = ?", (db.moment(), displaced[0]))
        # Its citations may have been overridden meanwhile: version 0 makes them stale.
        db.write("UPDATE documents SET superseded = NULL, removed = NULL, rules_version = 0 WHERE id = ?", (former,))
        citations.add_to_totals(db, former)


def apply(db: Database, entity: str, to: journal.Values) -> None:
    """Apply a step of the journal, inside a transaction. A text that was imported meanwhile is kept."""
    id_ = int(entity)
    row = db.row("SELECT symbol, language FROM documents WHERE id = ?", (id_,))
    if row is None:
        raise NotHeld(f"#{id_}")
    symbol, language = str(row[0]), str(row[1])
    if to["held"]:
        if not catalogue.has(db, symbol, language):
            restore(db, id_)
    elif db.row("SELECT 1 FROM held WHERE id = ?", (id_,)) is not None:
        _remove(db, symbol, language)


def _remove(db: Database, symbol: str, language: str) -> int:
    row = db.row("SELECT id FROM held WHERE symbol = ? AND language = ?", (symbol, language))
    if row is None:
        raise NotHeld(symbol, language)
    citations.remove_from_totals(db, row[0])
    db.write("UPDATE documents SET removed = ? WHERE id = ?", (db.moment(), row[0]))
    return int(row[0])
