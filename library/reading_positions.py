"""The last reading position in every document, and the document read last."""

from __future__ import annotations

from dataclasses import dataclass

from documents.position import Position
from library.database import Database


@dataclass(frozen=True, slots=True)
class Place:
    """A position in a document, given by its symbol and language."""

    document: str
    language: str
    position: Position


def remember_place(db: Database, symbol: str, language: str, position: Position) -> None:
    """Store the reading position. Its document becomes the one read last."""
    with db.transaction():
        # REPLACE gives the row a new number, so that the highest is the latest whatever the clock says.
        db.write(
            'INSERT OR REPLACE INTO places (symbol, language, provision, "offset") VALUES (?, ?, ?, ?)',
            (symbol, language, position.provision, position.offset),
        )


def last_place(db: Database) -> Place | None:
    """Return the position in the document read last, None on a first start."""
    row = db.row('SELECT symbol, language, provision, "offset" FROM places ORDER BY visit DESC')
    return Place(row[0], row[1], Position(*row[2:])) if row else None


def place_in(db: Database, symbol: str, language: str) -> Position | None:
    """Return the last position in one document, None where it was never read."""
    row = db.row('SELECT provision, "offset" FROM places WHERE symbol = ? AND language = ?', (symbol, language))
    return Position(*row) if row else None
