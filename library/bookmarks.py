"""Bookmarks: clauses a reader marked. They keep the words they stand at, and outlive the document."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from documents.model import Document
from documents.position import Quote
from library.database import Database, Row


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A marked clause: `document` is its symbol, `quote` its words when it was marked."""

    id: str
    document: str
    language: str
    provision: str
    quote: Quote
    created: datetime.datetime


def add(db: Database, document: Document, provision: str) -> Bookmark:
    """Mark a clause, or return its mark where there is one; KeyError where there is no such clause."""
    text = document.text_of(provision)
    with db.transaction():
        held = _at(db, document, provision)
        if held:
            return held
        values = (db.new_id(), document.symbol, document.language, provision, text, "", "", db.moment())
        db.write("INSERT INTO bookmarks VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL)", values)
    return _bookmark(values)


def remove(db: Database, id_: str) -> bool:
    """Take a mark away; say whether there was one. `restore` brings it back."""
    with db.transaction():
        held = db.row("SELECT 1 FROM bookmarks WHERE id = ? AND removed IS NULL", (id_,))
        db.write("UPDATE bookmarks SET removed = ? WHERE id = ? AND removed IS NULL", (db.moment(), id_))
    return held is not None


def restore(db: Database, id_: str) -> bool:
    """Bring a mark back that was taken away; say whether it came back (its clause may have a new one)."""
    with db.transaction():
        gone = db.row(
            "SELECT 1 FROM bookmarks AS gone WHERE id = ? AND removed IS NOT NULL AND NOT EXISTS"
            " (SELECT 1 FROM standing_bookmarks AS s WHERE s.symbol = gone.symbol"
            " AND s.language = gone.language AND s.provision = gone.provision)",
            (id_,),
        )
        if gone:
            db.write("UPDATE bookmarks SET removed = NULL WHERE id = ?", (id_,))
    return gone is not None


def toggle(db: Database, document: Document, provision: str) -> Bookmark | None:
    """Mark a clause, or take its mark away; return the new mark, or None when it is gone."""
    with db.transaction():
        held = _at(db, document, provision)
        if held is None:
            return add(db, document, provision)
        remove(db, held.id)
    return None


def all_bookmarks(db: Database) -> tuple[Bookmark, ...]:
    """List every mark in the library, the latest first, those of removed documents too."""
    found = db.rows("SELECT * FROM standing_bookmarks ORDER BY created DESC, id")
    return tuple(_bookmark(row) for row in found)


def of_document(db: Database, symbol: str, language: str) -> tuple[Bookmark, ...]:
    """List the marks of one document, the earliest made first."""
    found = db.rows(
        "SELECT * FROM standing_bookmarks WHERE symbol = ? AND language = ? ORDER BY created, id",
        (symbol, language),
    )
    return tuple(_bookmark(row) for row in found)


def _at(db: Database, document: Document, provision: str) -> Bookmark | None:
    row = db.row(
        "SELECT * FROM standing_bookmarks WHERE symbol = ? AND language = ? AND provision = ? ORDER BY created",
        (document.symbol, document.language, provision),
    )
    return _bookmark(row) if row else None


def _bookmark(row: Row) -> Bookmark:
    id_, symbol, language, provision, exact, prefix, suffix, created = row
    moment = datetime.datetime.fromisoformat(created)
    return Bookmark(id_, symbol, language, provision, Quote(exact, prefix, suffix), moment)
