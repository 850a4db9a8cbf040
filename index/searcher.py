"""Answering a query from the index: which passages, how closely, in which order.

Whatever Whoosh raises on a damaged index (it has no one class for that) becomes IndexUnusable.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from documents.offsets import Edit
from index.engine import opened
from index.errors import Cancelled, IndexUnusable
from index.folder import read_stamp
from index.matching import Tier
from index.passages import Passage
from index.postings import Segment
from index.query import Query

Ids = set[int]


@dataclass(frozen=True, slots=True)
class Found:
    """How many passages meet a query, and those of the page asked for with their tiers."""

    total: int
    page: tuple[tuple[Tier, Passage], ...]


def find(folder: Path, query: Query, *, limit: int, offset: int, cancelled: Callable[[], bool]) -> Found:
    """Search the index in a private folder; IndexUnusable, Cancelled.

    Order: tier, then document, then place in it.
    """
    read_stamp(folder)
    with _reader(folder) as reader:
        ranked: list[tuple[Tier, bytes, int]] = []
        for leaf, base in reader.leaf_readers():
            tiers = _tiers(Segment(leaf), query, cancelled)
            if tiers:
                order = leaf.column_reader("order")
                ranked += [(tier, order[number], base + number) for number, tier in tiers.items()]
        ranked.sort()
        page = ranked[offset : offset + limit]
        return Found(len(ranked), tuple((tier, _passage(reader, number)) for tier, _, number in page))


@contextmanager
def _reader(folder: Path) -> Iterator[Any]:
    try:
        with opened(folder) as files, closing(files.reader()) as reader:
            yield reader
    except (Cancelled, IndexUnusable):
        raise
    except Exception as error:
        raise IndexUnusable("damaged", folder, repr(error)) from error


def _tiers(segment: Segment, query: Query, cancelled: Callable[[], bool]) -> dict[int, Tier]:
    """Return the closest tier in which each passage of a segment meets the query."""
    exact: Ids | None = None
    folded: Ids | None = None
    widest: Ids | None = None
    for clause in query.clauses:
        if cancelled():
            raise Cancelled
        met = segment.following("folded", [term.folded for term in clause.terms])
        wide = met | segment.any_of("inflected", clause.terms[0].stems) if len(clause.terms) == 1 else met
        near = segment.following("exact", [(term.exact,) for term in clause.terms], within=met)
        widest = wide if widest is None else widest & wide
        folded = met if folded is None else folded & met
        exact = near if exact is None else exact & near
        if not widest:
            return {}
    found = dict.fromkeys(widest or (), Tier.INFLECTED)
    found.update(dict.fromkeys(folded or (), Tier.FOLDED))
    found.update(dict.fromkeys(exact or (), Tier.EXACT))
    return found


def _passage(reader: Any, number: int) -> Passage:
    document, language, title, provision, label, place, text, edits = reader.stored_fields(number)["passage"]
    return Passage(document, language, title, provision, label, place, text, tuple(Edit(*edit) for edit in edits))
