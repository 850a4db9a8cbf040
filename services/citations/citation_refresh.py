"""Find citations anew where the rules or the catalogue have changed; the user's edits stay over them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace

from documents.citations.citation import Citation
from documents.citations.rules_version import RULES_VERSION
from documents.corrections import Correction
from documents.model import Document
from documents.reading import Reading
from library import catalogue, citations
from library import citation_overrides as layer
from library.database import Database
from library.errors import LibraryBusy
from services.citations import instruments


@dataclass(frozen=True, slots=True)
class Recited:
    """What was done: the documents whose citations were found anew; `cancelled` before the last."""

    documents: int = 0
    cancelled: bool = False


def _no_progress(_done: int, _total: int, _name: str) -> None:
    """Tell nobody."""


def _never() -> bool:
    return False


def stale(db: Database) -> int:
    """Return how many documents have citations of other rules or of another catalogue."""
    return len(_stale(db))


def recite(
    db: Database,
    *,
    progress: Callable[[int, int, str], None] = _no_progress,
    cancelled: Callable[[], bool] = _never,
) -> Recited:
    """Bring all stale citations up to date, a document a transaction; a library that is read-only stays as it is.

    `progress(done, total, symbol)` is called before each document and once at the end.
    """
    names = () if db.read_only else _stale(db)
    for done, (symbol, language) in enumerate(names):
        if cancelled():
            return Recited(done, cancelled=True)
        progress(done, len(names), symbol)
        _recite(db, symbol, language)
    if names:
        progress(len(names), len(names), "")
    return Recited(len(names))


def _recite(db: Database, symbol: str, language: str) -> None:
    """Bring one document up to date, without holding the library while the rules read it."""
    digest = catalogue.digest(db, symbol, language)
    if digest is None:
        return
    document = catalogue.load(db, symbol, language)
    found = _found(db, document, catalogue.corrections(db, document))
    with db.transaction():
        # Another process may have replaced or removed it meanwhile, or brought it up to date.
        if catalogue.digest(db, symbol, language) == digest and not _is_current(db, symbol, language):
            citations.store(db, document, _with_edits(db, document, found))


def current(db: Database, document: Document) -> tuple[Citation, ...]:
    """Return what a document held cites, with the user's edits; found anew, and stored where that can be, when stale.

    NotHeld.
    """
    if _is_current(db, document.symbol, document.language):
        return citations.of_document(db, document.symbol, document.language)
    found = answers(db, document, catalogue.corrections(db, document))
    if not db.read_only:
        # Whoever only wants to read does not wait for another process that writes: it is stored the next time.
        with suppress(LibraryBusy):
            citations.store(db, document, found)
    return found.standing


def answers(db: Database, document: Document, corrections: tuple[Correction, ...]) -> citations.Answers:
    """Return what a document cites by the rules and the catalogue of today, with the user's edits over it."""
    return _with_edits(db, document, _found(db, document, corrections))


def restate(db: Database, document: Document) -> None:
    """Store a document's citations with the user's edits as they are now; NotHeld."""
    if not _is_current(db, document.symbol, document.language):
        found = answers(db, document, catalogue.corrections(db, document))
    else:
        found = _with_edits(db, document, citations.of_rules(db, document.symbol, document.language).standing)
    citations.store(db, document, found)


def _found(db: Database, document: Document, corrections: tuple[Correction, ...]) -> tuple[Citation, ...]:
    from documents.citations.find import find_citations

    return find_citations(document, Reading(document, corrections), instruments.known(db))


def _with_edits(db: Database, document: Document, found: tuple[Citation, ...]) -> citations.Answers:
    edits = layer.of_document(db, document.symbol, document.language)
    answers = citations.Answers(_in_order(document, found))
    if edits:
        from services.citations.overrides import apply

        answers = apply(document, answers.standing, edits, instruments.known(db))
    return replace(answers, rules_version=RULES_VERSION, catalogue_digest=instruments.digest(db))


def _in_order(document: Document, found: tuple[Citation, ...]) -> tuple[Citation, ...]:
    order = {id_: place for place, (id_, _) in enumerate(document.texts())}
    return tuple(sorted(found, key=lambda c: (order[c.span.provision], c.span.start, c.span.end)))


def _stale(db: Database) -> tuple[tuple[str, str], ...]:
    return citations.stale(db, RULES_VERSION, instruments.digest(db))


def _is_current(db: Database, symbol: str, language: str) -> bool:
    return citations.is_current(db, symbol, language, RULES_VERSION, instruments.digest(db))
