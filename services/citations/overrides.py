"""The user's corrections of citations: a layer over what the rules find, kept through new texts and new rules.

An edit stands where its words stand. Where they are found no more, or in two places that answer equally well, it is
kept and reported as lost; it is never moved by a guess.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from documents.citations.catalogue.instrument_catalogue import Catalogue
from documents.citations.citation import Citation, CitationStatus
from documents.citations.evidence import Evidence, EvidenceCode
from documents.model import Document
from documents.position import Span
from documents.quote_search import find_own_quote
from library import catalogue, citations
from library import citation_overrides as layer
from library.citation_overrides import Edit
from library.database import Database
from services.citations.instrument_lookup import kind_of, meant

Anchor = Literal["exact", "moved", "lost"]

candidates = meant
"""What a person may mean by a typed target, likeliest first."""


@dataclass(frozen=True, slots=True)
class Placed:
    """An edit and where it stands in the text held now; lost, `span` is where it stood."""

    edit: Edit
    span: Span
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class Changed:
    """What undo or redo changed: the document, and the words where they stand now (None where they are lost)."""

    symbol: str
    language: str
    span: Span | None
    edit: Edit


def set_target(db: Database, document: Document, span: Span, target: str) -> Edit:
    """Say what the words at a span cite, whether the rules found them or not; ValueError for an empty span or target.

    KeyError where the document has no such provision.
    """
    if not target:
        raise ValueError("no target")
    return _answer(db, document, span, target)


def dismiss(db: Database, document: Document, span: Span) -> Edit:
    """Say that the words at a span cite nothing; ValueError for an empty span, KeyError for no such provision."""
    return _answer(db, document, span, "")


def reset(db: Database, document: Document, span: Span) -> bool:
    """Take the user's answer at a span back, so that the rules' stands again; say whether there was one."""
    with db.transaction():
        standing = [one for one in placed(document, _of(db, document)) if one.anchor != "lost"]
        mine = next((one for one in standing if one.span == span), None)
        mine = mine or next((one for one in standing if one.span.overlaps(span)), None)
        if mine is None:
            return False
        layer.change(db, mine.edit.id, None)
        _restate(db, document)
    return True


def forget(db: Database, id_: str) -> None:
    """Take an edit back by its id, a lost one too; KeyError where there never was one."""
    with db.transaction():
        _after(db, layer.change(db, id_, None))


def undo(db: Database) -> Changed | None:
    """Take the last step back, whichever session took it; None where there is none."""
    with db.transaction():
        changed = layer.undo(db)
        return _after(db, changed) if changed else None


def redo(db: Database) -> Changed | None:
    """Take the step again that was undone last; None where there is none."""
    with db.transaction():
        changed = layer.redo(db)
        return _after(db, changed) if changed else None


def edits(db: Database, symbol: str, language: str) -> tuple[Placed, ...]:
    """List the edits of a document and where they stand now, the latest first; all are lost where it is not held."""
    found = layer.of_document(db, symbol, language)
    if not found:
        return ()
    if not catalogue.has(db, symbol, language):
        return tuple(Placed(edit, edit.span, "lost") for edit in found)
    return placed(catalogue.load(db, symbol, language), found)


def placed(document: Document, found: Iterable[Edit]) -> tuple[Placed, ...]:
    """Return where edits stand in a text."""
    return tuple(_placed(document, edit) for edit in found)


def apply(document: Document, found: Sequence[Citation], edits_: Sequence[Edit], known: Catalogue) -> citations.Answers:
    """Put the user's edits (the latest first) over what the rules found; a later edit wins where two meet."""
    standing, overridden = list(found), []
    claimed: list[Span] = []
    for one in placed(document, edits_):
        if one.anchor == "lost" or any(one.span.overlaps(span) for span in claimed):
            continue
        claimed.append(one.span)
        met = [c for c in standing if not c.by_user and c.span == one.span]
        met = met or [c for c in standing if not c.by_user and c.span.overlaps(one.span)]
        overridden += met
        standing = [c for c in standing if c not in met]
        if one.edit.target:
            standing.append(_citation(document, one, met, known))
    order = {id_: place for place, (id_, _) in enumerate(document.texts())}
    standing.sort(key=lambda c: (order[c.span.provision], c.span.start, c.span.end))
    return citations.Answers(tuple(standing), tuple(overridden))


def _citation(document: Document, one: Placed, met: list[Citation], known: Catalogue) -> Citation:
    target = one.edit.target
    found = tuple(c.target or c.status.value for c in met)
    evidence = Evidence(EvidenceCode.USER_OVER_RULES, found) if found else Evidence(EvidenceCode.USER)
    return Citation(
        one.span,
        one.span.cut(document.text_of(one.span.provision)),
        kind_of(target, known),
        target,
        CitationStatus.RESOLVED,
        (evidence,),
        own=target == document.symbol,
        pinpoints=tuple(dict.fromkeys(pinpoint for c in met for pinpoint in c.pinpoints)),
        by_user=True,
    )


def _answer(db: Database, document: Document, span: Span, target: str) -> Edit:
    span = _trimmed(document, span)
    with db.transaction():
        # A tombstone at the same words is used again: then its history is one.
        known = placed(document, _of(db, document, removed=True))
        mine = next((one for one in known if one.anchor != "lost" and one.span == span), None)
        edit = layer.change(db, mine.edit.id, target) if mine else layer.add(db, document, span, target)
        _restate(db, document)
    return edit


def _trimmed(document: Document, span: Span) -> Span:
    words = span.cut(document.text_of(span.provision))
    if not words.strip():
        raise ValueError(f"no words at {span}")
    start = span.start + len(words) - len(words.lstrip())
    return replace(span, start=start, end=start + len(words.strip()))


def _of(db: Database, document: Document, *, removed: bool = False) -> tuple[Edit, ...]:
    return layer.of_document(db, document.symbol, document.language, removed=removed)


def _placed(document: Document, edit: Edit) -> Placed:
    span = find_own_quote(document.texts(), edit.span, edit.quote)
    if span is None:
        return Placed(edit, edit.span, "lost")
    return Placed(edit, span, "exact" if span == edit.span else "moved")


def _after(db: Database, edit: Edit) -> Changed:
    span = None
    if catalogue.has(db, edit.symbol, edit.language):
        document = catalogue.load(db, edit.symbol, edit.language)
        _restate(db, document)
        span = find_own_quote(document.texts(), edit.span, edit.quote)
    return Changed(edit.symbol, edit.language, span, edit)


def _restate(db: Database, document: Document) -> None:
    """Store a document's citations with the edits as they are now."""
    from services.citations.citation_refresh import restate

    restate(db, document)
