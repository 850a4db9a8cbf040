"""The user's answers to what a text cites: a layer by symbol and language, undone and redone across restarts.

Nothing is deleted: an answer that was taken back stays as a tombstone.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from documents.model import Document
from documents.position import Quote, Span
from library.database import Database, Row

KEPT_STEPS = 100
"""How many steps can be undone, whichever session took them."""

_COLUMNS = 'id, symbol, language, provision, start, "end", exact, prefix, suffix, target, created, changed'


@dataclass(frozen=True, slots=True)
class Edit:
    """One answer of the user: the words at `span` cite `target`; where it is empty, they cite nothing.

    `span` and `quote` are those of the text it was made on. `changed` is the time of the last answer.
    """

    id: str
    symbol: str
    language: str
    span: Span
    quote: Quote
    target: str
    created: datetime.datetime
    changed: datetime.datetime


def of_document(db: Database, symbol: str, language: str, *, removed: bool = False) -> tuple[Edit, ...]:
    """List the answers for a document, the latest changed first; with `removed` the tombstones too."""
    found = db.rows(
        f"SELECT {_COLUMNS} FROM citation_edits WHERE symbol = ? AND language = ? AND (removed IS NULL OR ?)"  # noqa: S608 - a constant
        " ORDER BY changed DESC, id",
        (symbol, language, removed),
    )
    return tuple(_edit(row) for row in found)


def all_edits(db: Database) -> tuple[Edit, ...]:
    """List every standing answer, the latest changed first."""
    found = db.rows(f"SELECT {_COLUMNS} FROM citation_edits WHERE removed IS NULL ORDER BY changed DESC, id")  # noqa: S608
    return tuple(_edit(row) for row in found)


def edit(db: Database, id_: str) -> Edit:
    """Return an answer or its tombstone; KeyError where there never was one."""
    row = db.row(f"SELECT {_COLUMNS} FROM citation_edits WHERE id = ?", (id_,))  # noqa: S608
    if row is None:
        raise KeyError(id_)
    return _edit(row)


def add(db: Database, document: Document, span: Span, target: str) -> Edit:
    """Store a new answer for the words at a span; KeyError where the document has no such provision."""
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


def change(db: Database, id_: str, target: str | None) -> Edit:
    """Give an answer another target, or take it back with None; a step that can be undone. KeyError."""
    with db.transaction():
        before = _target(db, id_)
        db.write("DELETE FROM citation_steps WHERE undone")
        db.write("INSERT INTO citation_steps (edit, before, after) VALUES (?, ?, ?)", (id_, before, target))
        db.write(
            "DELETE FROM citation_steps WHERE step <= (SELECT max(step) FROM citation_steps) - ?",
            (KEPT_STEPS,),
        )
        _put(db, id_, target)
        return edit(db, id_)


def undo(db: Database) -> Edit | None:
    """Take the last step back; return the answer that it changed, or None where there is no step."""
    return _step(db, "SELECT step, edit, before FROM citation_steps WHERE NOT undone ORDER BY step DESC", undone=True)


def redo(db: Database) -> Edit | None:
    """Take the step again that was undone last; return the answer that it changed, or None where there is none."""
    return _step(db, "SELECT step, edit, after FROM citation_steps WHERE undone ORDER BY step", undone=False)


def can_undo(db: Database) -> bool:
    """Say whether there is a step to take back."""
    return db.row("SELECT 1 FROM citation_steps WHERE NOT undone") is not None


def can_redo(db: Database) -> bool:
    """Say whether there is a step to take again."""
    return db.row("SELECT 1 FROM citation_steps WHERE undone") is not None


def _step(db: Database, sql: str, *, undone: bool) -> Edit | None:
    with db.transaction():
        found = db.row(sql)
        if found is None:
            return None
        step, id_, target = found
        db.write("UPDATE citation_steps SET undone = ? WHERE step = ?", (undone, step))
        _put(db, id_, target)
        return edit(db, id_)


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


def _edit(row: Row) -> Edit:
    id_, symbol, language, provision, start, end, exact, prefix, suffix, target, created, changed = row
    moment = datetime.datetime.fromisoformat
    return Edit(
        id_,
        symbol,
        language,
        Span(provision, start, end),
        Quote(exact, prefix, suffix),
        target,
        moment(created),
        moment(changed),
    )
