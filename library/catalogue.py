"""The documents of the library, stored as Akoma Ntoso with their citations and corrections.

Nothing is deleted: a text that was replaced or removed stays as a former version.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from documents.corrections import Correction
from documents.model import Document
from documents.position import Span
from library import citations
from library.database import Database, Row
from library.errors import NotHeld


@dataclass(frozen=True, slots=True)
class Stored:
    """The result of `add`: whether it replaced a held text, and whether the stored text differs from it."""

    replaced: bool
    changed: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """A document in the list of the library. `provisions` and `footnotes` are counts."""

    symbol: str
    language: str
    title: str
    organ: str
    date: datetime.date | None
    session: str
    provisions: int
    footnotes: int
    added: datetime.datetime


def add(
    db: Database,
    document: Document,
    answers: citations.CitationSet,
    corrections: Iterable[Correction] = (),
    origin: str = "bundled",
) -> Stored:
    """Store a document with its citations and corrections. A held text becomes a former version.

    Of the same text only the citations are stored again.
    """
    # Imported at the first use: opening a text does not need the writer.
    from documents.exporters.akn.writer import write_akn

    akn, layers = write_akn(document), tuple(corrections)
    made = _digest(akn, layers)
    with db.transaction():
        held = db.row(
            "SELECT id, digest FROM held WHERE symbol = ? AND language = ?",
            (document.symbol, document.language),
        )
        if held and held[1] == made:
            citations.store(db, document, answers)
            return Stored(replaced=True, changed=False)
        if held:
            citations.remove_from_totals(db, held[0])
            db.write("UPDATE documents SET superseded = ? WHERE id = ?", (db.moment(), held[0]))
        row = _insert(db, document, made, answers.rules_version)
        db.write("INSERT INTO texts VALUES (?, ?)", (row, akn))
        citations.insert(db, row, document, answers)
        citations.add_to_totals(db, row)
        _insert_corrections(db, row, layers, origin)
    return Stored(replaced=held is not None, changed=True)


def entries(db: Database) -> tuple[Entry, ...]:
    """List the held documents: the latest adopted first, then by symbol and language."""
    found = db.rows(
        "SELECT symbol, language, title, organ, adopted, session, provisions, footnotes, added FROM held"
        " ORDER BY adopted IS NULL, adopted DESC, symbol, language"
    )
    return tuple(_entry(row) for row in found)


def symbols(db: Database) -> tuple[str, ...]:
    """Return the symbols of the held documents, each once."""
    return tuple(row[0] for row in db.rows("SELECT DISTINCT symbol FROM held ORDER BY symbol"))


def has(db: Database, symbol: str, language: str | None = None) -> bool:
    """Return whether a document is held, in `language` or in any."""
    held = languages(db, symbol)
    return bool(held) if language is None else language in held


def languages(db: Database, symbol: str) -> tuple[str, ...]:
    """Return the languages a document is held in: Arabic first, then in the order they were added."""
    found = db.rows("SELECT language FROM held WHERE symbol = ? ORDER BY language <> 'ar', id", (symbol,))
    return tuple(row[0] for row in found)


def load(db: Database, symbol: str, language: str | None = None) -> Document:
    """Load a document in `language`, or else in Arabic or the first language held. NotHeld."""
    from documents.importers.akn.reader import read_akn

    row = db.row("SELECT akn FROM texts WHERE document = ?", (_id(db, symbol, language),))
    assert row is not None, "a document without a text"
    return read_akn(row[0], symbol)


def corrections(db: Database, document: Document) -> tuple[Correction, ...]:
    """Return the corrections and suspected errors of a document. NotHeld."""
    found = db.rows(
        'SELECT provision, start, "end", received, corrected, confidence, reason FROM corrections'
        " WHERE document = ? ORDER BY rowid",
        (_id(db, document.symbol, document.language),),
    )
    return tuple(Correction(Span(*row[:3]), *row[3:]) for row in found)


def digests(db: Database) -> dict[tuple[str, str], str]:
    """Return by (symbol, language) a digest of each held text and its corrections."""
    return {(row[0], row[1]): row[2] for row in db.rows("SELECT symbol, language, digest FROM held")}


def index_digests(db: Database) -> dict[tuple[str, str], str]:
    """Return by (symbol, language) the digest, a dot, and a mark that changes with the citations."""
    found = db.rows(
        "SELECT held.symbol, held.language, held.digest || '.' || rules_version || '.' || catalogue_digest || '.' ||"
        " coalesce(stamp, '') FROM held LEFT JOIN (SELECT symbol, language, count(*) || ':' || max(changed) AS stamp"
        " FROM citation_edits GROUP BY symbol, language) AS edits"
        " ON edits.symbol = held.symbol AND edits.language = held.language"
    )
    return {(row[0], row[1]): row[2] for row in found}


def digest(db: Database, symbol: str, language: str) -> str | None:
    """Return the digest of one text, None where it is not held."""
    row = db.row("SELECT digest FROM held WHERE symbol = ? AND language = ?", (symbol, language))
    return str(row[0]) if row else None


def _id(db: Database, symbol: str, language: str | None) -> int:
    row = db.row(
        "SELECT id FROM held WHERE symbol = ?1 AND (?2 IS NULL OR language = ?2) ORDER BY language <> 'ar', id",
        (symbol, language),
    )
    if row is None:
        raise NotHeld(symbol, language)
    return int(row[0])


def _insert(db: Database, document: Document, digest: str, rules: int) -> int:
    facts = document.masthead
    return db.write(
        "INSERT INTO documents (symbol, language, title, organ, adopted, session, provisions, footnotes,"
        " source_name, source_sha256, digest, rules_version, added) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(document.symbol, document.language, document.title, facts.organ),
            *(facts.adopted.isoformat() if facts.adopted else None, facts.session),
            *(len(document.provisions), len(document.footnotes), document.source.name, document.source.sha256),
            *(digest, rules, db.moment()),
        ),
    )


def _insert_corrections(db: Database, row: int, found: Iterable[Correction], origin: str) -> None:
    db.write_all(
        "INSERT INTO corrections VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (row, c.span.provision, c.span.start, c.span.end, c.received, c.corrected, c.confidence, c.reason, origin)
            for c in found
        ),
    )


def _entry(row: Row) -> Entry:
    symbol, language, title, organ, adopted, session, provisions, footnotes, added = row
    date = datetime.date.fromisoformat(adopted) if adopted else None
    moment = datetime.datetime.fromisoformat(added)
    return Entry(symbol, language, title, organ, date, session, provisions, footnotes, moment)


def _digest(akn: bytes, layers: tuple[Correction, ...]) -> str:
    import hashlib

    return hashlib.sha256(akn + repr(layers).encode()).hexdigest()
