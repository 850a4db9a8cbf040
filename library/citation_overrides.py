"""The user's overrides of citations, by symbol and language, undone and redone across restarts.

Nothing is deleted: a removed override stays as a tombstone.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from documents.model import Document
from documents.position import Quote, Span
from library import journal
from library.database import Database, Row

SUBJECT = "citation"
"""The journal's name for an override."""

_COLUMNS = 'id, symbol, language, provision, start, "end", exact, prefix, suffix, target, created, changed'


@dataclass(frozen=True, slots=True)
class Override:
    """An override: the words at `span` cite `target`, or nothing where it is "".

    `span` and `quote` are those of the text it was made on. `changed` is the time of the last change.
    """

    id: str
    symbol: str
    language: str
    span: Span
    quote: Quote
    target: str
    created: datetime.datetime
    changed: datetime.datetime


def of_document(db: Database, symbol: str, language: str, *, removed: bool = False) -> tuple[Override, ...]:
    """List the overrides of a text, the latest changed first, with `removed` the tombstones too."""
    found = db.rows(
        f"SELECT {_COLUMNS} FROM citation_edits WHERE symbol = ? AND language = ? AND (removed IS NULL OR ?)"  # noqa: S608 - a constant
        " ORDER BY changed DESC, id",
        (symbol, language, removed),
    )
    return tuple(_from_row(row) for row in found)


def _get(db: Database, id_: str) -> Override:
    """Return an override or its tombstone. KeyError for an unknown id."""
    row = db.row(f"SELECT {_COLUMNS} FROM citation_edits WHERE id = ?", (id_,))  # noqa: S608
    if row is None:
        raise KeyError(id_)
    return _from_row(row)


def add(db: Database, document: Document, span: Span, target: str) -> Override:
    """Store a new override of the words at a span, as one turn to undo. KeyError for an unknown provision."""
    quote = Quote.of(document.text_of(span.provision), span.start, span.end)
    with db.transaction():
        id_, moment = db.new_id(), db.moment()
        db.write(
            "INSERT INTO citation_edits VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(id_, document.symbol, document.language, span.provision, span.start, span.end),
                *(quote.exact, quote.prefix, quote.suffix, "", moment, moment, moment),
            ),
        )
        return change(db, id_, target)


def change(db: Database, id_: str, target: str | None) -> Override:
    """Change the target of an override, or remove it with None, as one turn to undo. KeyError for an unknown id."""
    with db.transaction():
        before = _target(db, id_)
        journal.record(db, SUBJECT, id_, {"target": before}, {"target": target})
        _put(db, id_, target)
        return _get(db, id_)


def undo(db: Database) -> Override | None:
    """Undo the last turn and return the override that it changed, None where there is none."""
    with db.transaction():
        return _apply(db, journal.undo(db, SUBJECT))


def redo(db: Database) -> Override | None:
    """Redo the turn that was undone last and return the override that it changed, None where there is none."""
    with db.transaction():
        return _apply(db, journal.redo(db, SUBJECT))


def _apply(db: Database, steps: tuple[journal.Step, ...]) -> Override | None:
    for step in steps:
        target = step.to["target"]
        _put(db, step.entity, None if target is None else str(target))
    return _get(db, steps[-1].entity) if steps else None


def _put(db: Database, id_: str, target: str | None) -> None:
    moment = db.moment()
    if target is None:
        db.write("UPDATE citation_edits SET changed = ?1, removed = ?1 WHERE id = ?2", (moment, id_))
    else:
        db.write(
            "UPDATE citation_edits SET target = ?, changed = ?, removed = NULL WHERE id = ?", (target, moment, id_)
        )


def _target(db: Database, id_: str) -> str | None:
    row = db.row("SELECT target FROM citation_edits WHERE id = ? AND removed IS NULL", (id_,))
    return str(row[0]) if row else None


def _from_row(row: Row) -> Override:
    id_, symbol, language, provision, start, end, exact, prefix, suffix, target, created, changed = row
    moment = datetime.datetime.fromisoformat
    return Override(
        id_,
        symbol,
        language,
        Span(provision, start, end),
        Quote(exact, prefix, suffix),
        target,
        moment(created),
        moment(changed),
    )
