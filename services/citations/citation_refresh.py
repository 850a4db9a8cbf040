"""Find citations again where the rules or the catalogue of instruments changed. The user's overrides stay applied."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace

from documents.citations.citation import Citation
from documents.citations.rules_version import RULES_VERSION
from documents.corrections import Correction
from documents.model import Document
from documents.reading import Reading
from library import catalogue, citation_overrides, citations
from library.database import Database
from library.errors import LibraryBusy
from services.citations import instrument_catalogue
from services.progress import IsCancelled, Progress, never, no_progress


@dataclass(frozen=True, slots=True)
class RefreshReport:
    """The number of documents that were refreshed, and whether a cancel left others stale."""

    documents: int = 0
    cancelled: bool = False


def stale_count(db: Database) -> int:
    """Return how many documents have citations of former rules or of a former catalogue."""
    return len(_stale(db))


def refresh(
    db: Database,
    *,
    progress: Progress = no_progress,
    cancelled: IsCancelled = never,
) -> RefreshReport:
    """Find the citations of all stale documents again, a transaction each. A read-only library is left as it is.

    `progress(done, total, symbol)` is called before each document and once at the end.
    """
    names = () if db.read_only else _stale(db)
    for done, (symbol, language) in enumerate(names):
        if cancelled():
            return RefreshReport(done, cancelled=True)
        progress(done, len(names), symbol)
        _refresh_document(db, symbol, language)
    if names:
        progress(len(names), len(names), "")
    return RefreshReport(len(names))


def _refresh_document(db: Database, symbol: str, language: str) -> None:
    """Refresh one document. The library is not locked while the rules read the text."""
    digest = catalogue.digest(db, symbol, language)
    if digest is None:
        return
    document = catalogue.load(db, symbol, language)
    found = _found(db, document, catalogue.corrections(db, document))
    with db.transaction():
        # Another process may have replaced, removed or refreshed it meanwhile.
        if catalogue.digest(db, symbol, language) == digest and not _is_current(db, symbol, language):
            citations.store(db, document, _with_overrides(db, document, found))


def current_citations(db: Database, document: Document) -> tuple[Citation, ...]:
    """Return the citations of a held document. Stale ones are found again and, where possible, stored. NotHeld."""
    if _is_current(db, document.symbol, document.language):
        return citations.of_document(db, document.symbol, document.language)
    found = find_with_overrides(db, document, catalogue.corrections(db, document))
    if not db.read_only:
        # A reader does not wait for another process that writes: they are stored the next time.
        with suppress(LibraryBusy):
            citations.store(db, document, found)
    return found.standing


def find_with_overrides(db: Database, document: Document, corrections: tuple[Correction, ...]) -> citations.CitationSet:
    """Find the citations of a document by the present rules and catalogue, with the user's overrides applied."""
    return _with_overrides(db, document, _found(db, document, corrections))


def reapply_overrides(db: Database, document: Document) -> None:
    """Store a document's citations with the present overrides. NotHeld."""
    if not _is_current(db, document.symbol, document.language):
        found = find_with_overrides(db, document, catalogue.corrections(db, document))
    else:
        by_rules = citations.rule_citations(db, document.symbol, document.language).standing
        found = _with_overrides(db, document, by_rules)
    citations.store(db, document, found)


def _found(db: Database, document: Document, corrections: tuple[Correction, ...]) -> tuple[Citation, ...]:
    from documents.citations.find import find_citations

    return find_citations(document, Reading(document, corrections), instrument_catalogue.load(db))


def _with_overrides(db: Database, document: Document, found: tuple[Citation, ...]) -> citations.CitationSet:
    from services.citations.override_layer import apply, in_text_order

    overrides = citation_overrides.of_document(db, document.symbol, document.language)
    if overrides:
        answer = apply(document, in_text_order(document, found), overrides, instrument_catalogue.load(db))
    else:
        answer = citations.CitationSet(in_text_order(document, found))
    return replace(answer, rules_version=RULES_VERSION, catalogue_digest=instrument_catalogue.digest(db))


def _stale(db: Database) -> tuple[tuple[str, str], ...]:
    return citations.stale(db, RULES_VERSION, instrument_catalogue.digest(db))


def _is_current(db: Database, symbol: str, language: str) -> bool:
    return citations.is_current(db, symbol, language, RULES_VERSION, instrument_catalogue.digest(db))
