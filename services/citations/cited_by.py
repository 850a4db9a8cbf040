"""List the places that cite a target, with their words and counts."""

from __future__ import annotations

from dataclasses import dataclass

from library import citations
from library.citations import CitingPlace
from library.database import Database

__all__ = ["CitedBy", "CitingPlace", "cited_by"]


@dataclass(frozen=True, slots=True)
class CitedBy:
    """How often the library cites a target, and a page of the citing places, those of the latest documents first.

    `citations` counts places, `documents` symbols: two languages of a text are one document.
    """

    target: str
    citations: int
    documents: int
    rows: tuple[CitingPlace, ...]


def cited_by(db: Database, target: str, *, limit: int = 200, offset: int = 0) -> CitedBy:
    """Return the places that cite a target, held or not. A `limit` of -1 means all. No document cites itself."""
    total = citations.total(db, target)
    rows = citations.cited_by(db, target, limit, offset) if limit and total.citations else ()
    return CitedBy(target, total.citations, total.documents, rows)
