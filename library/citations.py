"""The stored citations of the held documents, each with the text around it, and their totals by target.

A citation is of the rules or an override of the user. An overridden one is kept but not standing. The document's own
number is never counted.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from documents.citations.citation import Citation, CitationKind, CitationStatus, Pinpoint, words_around
from documents.citations.evidence import Evidence, EvidenceCode
from documents.model import Document
from documents.position import Span
from documents.provision_labels import label
from library.database import Database, Row
from library.errors import NotHeld

_COUNTED = "c.standing = 1 AND c.own = 0 AND c.target <> ''"
"""The condition on counted citations, written so that the index `citations_counted` covers it."""

_COLUMNS = (
    'provision, start, "end", text, kind, target, status, evidence, candidates, own, pinpoints, antecedent, by_user'
)


@dataclass(frozen=True, slots=True)
class CitationSet:
    """The citations of a document: the `standing` ones in text order, and those that overrides replace.

    `rules_version` and `catalogue_digest` tell the rules and the catalogue they were found with.
    """

    standing: tuple[Citation, ...] = ()
    overridden: tuple[Citation, ...] = ()
    rules_version: int = 0
    catalogue_digest: str = ""


@dataclass(frozen=True, slots=True)
class CitingPlace:
    """A place in a held document that cites a target.

    `quote` is the text around it. The cited words begin at `quote_start` in it and have `end - start` code points.
    """

    symbol: str
    language: str
    title: str
    date: datetime.date | None
    provision: str
    label: str
    start: int
    end: int
    quote: str
    quote_start: int


@dataclass(frozen=True, slots=True)
class Total:
    """How often a target is cited: citing places, citing documents by symbol. `languages` are those it is held in."""

    target: str
    citations: int
    documents: int
    languages: tuple[str, ...] = ()


def of_document(db: Database, symbol: str, language: str) -> tuple[Citation, ...]:
    """Return the citations of a document in text order, with the user's overrides applied. NotHeld."""
    row = _row_of(db, symbol, language)
    found = db.rows(f"SELECT {_COLUMNS} FROM citations WHERE document = ? AND standing ORDER BY place", (row,))  # noqa: S608 - a constant
    return tuple(_citation(each) for each in found)


def rule_citations(db: Database, symbol: str, language: str) -> CitationSet:
    """Return the citations that the rules found in a document, without overrides and unsorted. NotHeld."""
    row = _row_of(db, symbol, language)
    found = db.rows(f"SELECT {_COLUMNS} FROM citations WHERE document = ? AND NOT by_user ORDER BY place", (row,))  # noqa: S608
    stamp = db.row("SELECT rules_version, catalogue_digest FROM documents WHERE id = ?", (row,)) or (0, "")
    return CitationSet(tuple(_citation(each) for each in found), (), *stamp)


def store(db: Database, document: Document, answers: CitationSet) -> None:
    """Replace the stored citations of a document. NotHeld."""
    with db.transaction():
        row = _row_of(db, document.symbol, document.language)
        remove_from_totals(db, row)
        db.write("DELETE FROM citations WHERE document = ?", (row,))
        insert(db, row, document, answers)
        add_to_totals(db, row)


def insert(db: Database, row: int, document: Document, answers: CitationSet) -> None:
    """Store the citations of a document that has none, inside a transaction. They are not yet in the totals."""
    db.write_all(
        "INSERT INTO citations VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        ((row, place, *values) for place, values in enumerate(_all_values(document, answers))),
    )
    db.write(
        "UPDATE documents SET rules_version = ?, catalogue_digest = ? WHERE id = ?",
        (answers.rules_version, answers.catalogue_digest, row),
    )


def stale(db: Database, rules_version: int, catalogue_digest: str) -> tuple[tuple[str, str], ...]:
    """Return (symbol, language) of the documents whose citations are of other rules or another catalogue."""
    found = db.rows(
        "SELECT symbol, language FROM held WHERE rules_version <> ? OR catalogue_digest <> ? ORDER BY id",
        (rules_version, catalogue_digest),
    )
    return tuple((row[0], row[1]) for row in found)


def is_current(db: Database, symbol: str, language: str, rules_version: int, catalogue_digest: str) -> bool:
    """Return whether the citations of a document are of these rules and this catalogue. NotHeld."""
    row = db.row("SELECT rules_version, catalogue_digest FROM documents WHERE id = ?", (_row_of(db, symbol, language),))
    return row == (rules_version, catalogue_digest)


def cited_by(db: Database, target: str, limit: int, offset: int = 0) -> tuple[CitingPlace, ...]:
    """Return places that cite a target: those of the latest documents first, then by symbol, language and place.

    A `limit` of -1 means all.
    """
    found = db.rows(
        'SELECT symbol, language, title, adopted, c.provision, c.label, c.start, c."end", c.quote, c.quote_start FROM ('  # noqa: S608
        " SELECT h.symbol, h.language, h.title, h.adopted, h.id, c.place FROM citations AS c"
        f" JOIN held AS h ON h.id = c.document WHERE c.target = ? AND {_COUNTED}"
        " ORDER BY h.adopted IS NULL, h.adopted DESC, h.symbol, h.language, c.place LIMIT ? OFFSET ?"
        ") AS page JOIN citations AS c ON c.document = page.id AND c.place = page.place"
        " ORDER BY adopted IS NULL, adopted DESC, symbol, language, c.place",
        (target, limit, offset),
    )
    return tuple(_place(row) for row in found)


def total(db: Database, target: str) -> Total:
    """Return how often the library cites a target."""
    row = db.row("SELECT citations, documents FROM target_totals WHERE target = ?", (target,)) or (0, 0)
    return Total(target, row[0], row[1], held_languages(db, [target]).get(target, ()))


def totals(db: Database) -> tuple[Total, ...]:
    """Return every cited target, the most cited first."""
    found = db.rows(
        "SELECT target, citations, documents, (SELECT group_concat(language, ' ') FROM"
        " (SELECT language FROM held WHERE symbol = target ORDER BY language <> 'ar', id))"
        " FROM target_totals ORDER BY documents DESC, citations DESC, target"
    )
    return tuple(Total(row[0], row[1], row[2], tuple((row[3] or "").split())) for row in found)


def totals_of(db: Database, symbol: str, language: str) -> tuple[Total, ...]:
    """Return the targets of one document in the order of their first citation, counted in it alone. NotHeld."""
    found = db.rows(
        f"SELECT c.target, count(*) FROM citations AS c WHERE c.document = ? AND {_COUNTED}"  # noqa: S608
        " GROUP BY c.target ORDER BY min(c.place)",
        (_row_of(db, symbol, language),),
    )
    held = held_languages(db, [row[0] for row in found])
    return tuple(Total(row[0], row[1], 1, held.get(row[0], ())) for row in found)


def held_languages(db: Database, targets: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """Return those of many targets that are held, with their languages, Arabic first. One query."""
    import json

    return _by_symbol(
        db.rows(
            "SELECT symbol, language FROM held WHERE symbol IN (SELECT value FROM json_each(?))"
            " ORDER BY language <> 'ar', id",
            (json.dumps(list(targets)),),
        )
    )


def add_to_totals(db: Database, row: int) -> None:
    """Add the citations of a held document to the totals, inside a transaction."""
    _add_to_totals(db, row, 1)


def remove_from_totals(db: Database, row: int) -> None:
    """Remove the citations of a document that is still held from the totals, inside a transaction."""
    _add_to_totals(db, row, -1)


def _add_to_totals(db: Database, row: int, sign: int) -> None:
    """Change the totals of a document's targets. It stays a citing document while another language of it is held."""
    db.write(
        "INSERT INTO target_totals"  # noqa: S608
        " SELECT c.target, ?1 * count(*), ?1 * NOT EXISTS ("
        # CROSS JOIN starts from the few other languages, not from all citations of the target.
        "  SELECT 1 FROM documents AS d CROSS JOIN held AS o CROSS JOIN citations AS other"
        "  WHERE d.id = ?2 AND o.symbol = d.symbol AND o.id <> d.id AND other.target = c.target"
        "  AND other.standing = 1 AND other.own = 0 AND other.document = o.id)"
        f" FROM citations AS c WHERE c.document = ?2 AND {_COUNTED} GROUP BY c.target"
        " ON CONFLICT (target) DO UPDATE SET citations = citations + excluded.citations,"
        " documents = documents + excluded.documents",
        (sign, row),
    )
    if sign < 0:
        db.write(
            "DELETE FROM target_totals WHERE citations <= 0 AND target IN"
            " (SELECT target FROM citations WHERE document = ?)",
            (row,),
        )


def _by_symbol(rows: Iterable[Row]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for symbol, language in rows:
        found[symbol] = (*found.get(symbol, ()), language)
    return found


def _row_of(db: Database, symbol: str, language: str) -> int:
    row = db.row("SELECT id FROM held WHERE symbol = ? AND language = ?", (symbol, language))
    if row is None:
        raise NotHeld(symbol, language)
    return int(row[0])


def _all_values(document: Document, answers: CitationSet) -> Iterator[tuple[object, ...]]:
    for citation in answers.standing:
        yield _values(document, citation, standing=True)
    for citation in answers.overridden:
        yield _values(document, citation, standing=False)


def _values(document: Document, citation: Citation, *, standing: bool) -> tuple[object, ...]:
    span, candidates = citation.span, "\n".join(citation.candidates)
    quote, quote_start = words_around(document.text_of(span.provision), span.start, span.end)
    return (
        *(span.provision, span.start, span.end, citation.text, citation.kind.value),
        *(citation.target, citation.status.value, _written_evidence(citation.evidence), candidates, int(citation.own)),
        *(_written_pinpoints(citation.pinpoints), _written_span(citation.antecedent)),
        *(int(citation.by_user), int(standing), label(document, span.provision), quote, quote_start),
    )


def _written_evidence(evidence: tuple[Evidence, ...]) -> str:
    """Return a JSON list of lists, each a code and its arguments, "" for no evidence."""
    if not evidence:
        return ""
    import json

    return json.dumps([[one.code.value, *one.arguments] for one in evidence], ensure_ascii=False, separators=(",", ":"))


def _written_pinpoints(pinpoints: tuple[Pinpoint, ...]) -> str:
    if not pinpoints:
        return ""
    import json

    rows = [[p.span.provision, p.span.start, p.span.end, p.text, p.place] for p in pinpoints]
    return json.dumps(rows, ensure_ascii=False)


def _written_span(span: Span | None) -> str:
    return f"{span.provision}:{span.start}-{span.end}" if span else ""


def _read_evidence(written: str) -> tuple[Evidence, ...]:
    """Read the form of `_written_evidence`. Any other text becomes `UNKNOWN` evidence with that text."""
    if not written:
        return ()
    import json

    try:
        return tuple(
            Evidence(EvidenceCode(code), tuple(map(str, arguments))) for code, *arguments in json.loads(written)
        )
    except (ValueError, TypeError):
        return (Evidence(EvidenceCode.UNKNOWN, (written,)),)


def _read_pinpoints(written: str) -> tuple[Pinpoint, ...]:
    if not written:
        return ()
    import json

    return tuple(Pinpoint(Span(*row[:3]), *row[3:]) for row in json.loads(written))


def _read_span(written: str) -> Span | None:
    if not written:
        return None
    provision, _, offsets = written.rpartition(":")
    start, _, end = offsets.partition("-")
    return Span(provision, int(start), int(end))


def _citation(row: Row) -> Citation:
    provision, start, end, text, kind, target, status, evidence, candidates, own, pinpoints, antecedent, by_user = row
    return Citation(
        Span(provision, start, end),
        text,
        CitationKind(kind),
        target,
        CitationStatus(status),
        _read_evidence(evidence),
        tuple(candidates.split("\n")) if candidates else (),
        bool(own),
        _read_pinpoints(pinpoints),
        _read_span(antecedent),
        bool(by_user),
    )


def _place(row: Row) -> CitingPlace:
    symbol, language, title, adopted, *rest = row
    return CitingPlace(symbol, language, title, datetime.date.fromisoformat(adopted) if adopted else None, *rest)
