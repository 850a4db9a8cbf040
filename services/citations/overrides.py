"""Override the citations of a text. Overrides outlive new imports and new rules, and can be undone and redone."""

from __future__ import annotations

from dataclasses import dataclass, replace

from documents.model import Document
from documents.position import Span
from library import catalogue, citation_overrides
from library.citation_overrides import Override
from library.database import Database
from services.citations.citation_refresh import reapply_overrides
from services.citations.override_layer import PlacedOverride, place


@dataclass(frozen=True, slots=True)
class OverrideChange:
    """An override that undo or redo changed. `span` is its words in the held text, None where these are lost."""

    symbol: str
    language: str
    span: Span | None
    override: Override


def set_target(db: Database, document: Document, span: Span, target: str) -> Override:
    """Store that the words at a span cite `target`, whether the rules found a citation there or not.

    ValueError for an empty target or a span without words, KeyError for an unknown provision.
    """
    if not target:
        raise ValueError("no target")
    return _store(db, document, span, target)


def dismiss(db: Database, document: Document, span: Span) -> Override:
    """Store that the words at a span cite nothing. ValueError for a span without words, KeyError as `set_target`."""
    return _store(db, document, span, "")


def reset(db: Database, document: Document, span: Span) -> bool:
    """Remove the override at a span, so that the citation of the rules stands again. Return False where none is."""
    with db.transaction():
        standing = [one for one in place(document, _of(db, document)) if one.anchor != "lost"]
        mine = next((one for one in standing if one.span == span), None)
        mine = mine or next((one for one in standing if one.span.overlaps(span)), None)
        if mine is None:
            return False
        citation_overrides.change(db, mine.override.id, None)
        reapply_overrides(db, document)
    return True


def undo(db: Database) -> OverrideChange | None:
    """Undo the last step, of whatever session. None where there is none."""
    with db.transaction():
        changed = citation_overrides.undo(db)
        return _reapplied(db, changed) if changed else None


def redo(db: Database) -> OverrideChange | None:
    """Redo the step that was undone last. None where there is none."""
    with db.transaction():
        changed = citation_overrides.redo(db)
        return _reapplied(db, changed) if changed else None


def list_overrides(db: Database, symbol: str, language: str) -> tuple[PlacedOverride, ...]:
    """List the overrides of a text, the latest changed first. All are lost where the text is not held."""
    found = citation_overrides.of_document(db, symbol, language)
    if not found:
        return ()
    if not catalogue.has(db, symbol, language):
        return tuple(PlacedOverride(override, override.span, "lost") for override in found)
    return place(catalogue.load(db, symbol, language), found)


def _store(db: Database, document: Document, span: Span, target: str) -> Override:
    span = _trimmed(document, span)
    with db.transaction():
        # A tombstone on the same words is used again, so that their history stays one.
        known = place(document, _of(db, document, removed=True))
        mine = next((one for one in known if one.anchor != "lost" and one.span == span), None)
        if mine:
            override = citation_overrides.change(db, mine.override.id, target)
        else:
            override = citation_overrides.add(db, document, span, target)
        reapply_overrides(db, document)
    return override


def _trimmed(document: Document, span: Span) -> Span:
    words = span.cut(document.text_of(span.provision))
    if not words.strip():
        raise ValueError(f"no words at {span}")
    start = span.start + len(words) - len(words.lstrip())
    return replace(span, start=start, end=start + len(words.strip()))


def _of(db: Database, document: Document, *, removed: bool = False) -> tuple[Override, ...]:
    return citation_overrides.of_document(db, document.symbol, document.language, removed=removed)


def _reapplied(db: Database, override: Override) -> OverrideChange:
    span = None
    if catalogue.has(db, override.symbol, override.language):
        document = catalogue.load(db, override.symbol, override.language)
        reapply_overrides(db, document)
        (placed,) = place(document, (override,))
        span = None if placed.anchor == "lost" else placed.span
    return OverrideChange(override.symbol, override.language, span, override)
