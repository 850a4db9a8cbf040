"""Find passages: in the index where it is in step with the library, else by reading the library through."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from index.errors import Cancelled, IndexUnusable
from index.index_folder import mark_damaged
from index.matching import Match, Tier, match, may_match
from index.passages import Passage, document_order
from index.query import Field, Query
from library import catalogue
from library.database import Database
from services.search.index_sync import State, passages_of, state
from services.search.search_options import Sort

if TYPE_CHECKING:
    from index.index_handle import IndexHandle

FACETS = (Field.ORGAN, Field.YEAR, Field.VERB, Field.KIND, Field.LANGUAGE)
"""What is counted of the passages found."""


@dataclass(frozen=True, slots=True)
class Found:
    """Passages that meet a query: how many in all and in each tier, a page of them, and counts by field and value."""

    index: State
    total: int = 0
    page: Sequence[tuple[Tier, Passage]] = ()
    tiers: tuple[int, int, int] = (0, 0, 0)
    partial: bool = False
    source: Literal["index", "scan"] = "index"
    facets: Mapping[str, tuple[tuple[str, int], ...]] = field(default_factory=dict)


def find(
    db: Database,
    folder: Path,
    query: Query,
    page: range,
    *,
    sort: Sort,
    facets: bool,
    held: IndexHandle | None,
    cancelled: Callable[[], bool],
) -> Found:
    """Return what meets a query; a damaged index is marked as such, and the library is read through."""
    known = state(db, folder, held)
    if query.root is None:
        return Found(known)
    if known == "ready":
        try:
            return _indexed(folder, query, page, sort, facets, held, cancelled)
        except Cancelled:
            return Found(known, partial=True)
        except IndexUnusable:
            if held is not None:
                held.close()
            mark_damaged(folder)
            known = "damaged"
    return _scanned(db, known, query, page, sort, facets, cancelled)


def _indexed(
    folder: Path,
    query: Query,
    page: range,
    sort: Sort,
    facets: bool,
    held: IndexHandle | None,
    cancelled: Callable[[], bool],
) -> Found:
    # Whoosh and numpy take 100 ms to load: not before the first search.
    from index.index_handle import IndexHandle

    index = held or IndexHandle(folder)
    try:
        searcher = index.searcher()
        found = searcher.find(query, limit=len(page), offset=page.start, sort=sort, cancelled=cancelled)
        counts = searcher.facets(query, FACETS) if facets else {}
        told = {each.value: values for each, values in counts.items()}
        return Found("ready", found.total, found.page, found.tiers, facets=told)
    finally:
        if held is None:
            index.close()


def _scanned(
    db: Database,
    known: State,
    query: Query,
    page: range,
    sort: Sort,
    facets: bool,
    cancelled: Callable[[], bool],
) -> Found:
    """Read the library through; the same hits in the same order as the index gives, but for relevance."""
    met, partial = _scan(db, query, cancelled)
    met.sort(key=_KEYS[sort])
    tiers = Counter(each.tier for _, each in met)
    counts = _counts([passage for passage, _ in met]) if facets else {}
    return Found(
        known,
        len(met),
        tuple((each.tier, passage) for passage, each in met[page.start : page.stop]),
        (tiers[Tier.EXACT], tiers[Tier.FOLDED], tiers[Tier.INFLECTED]),
        partial,
        "scan",
        counts,
    )


def _scan(db: Database, query: Query, cancelled: Callable[[], bool]) -> tuple[list[tuple[Passage, Match]], bool]:
    found: list[tuple[Passage, Match]] = []
    for passage in _all_passages(db):
        if cancelled():
            return found, True
        readings = passage.text + "\n" + passage.corrected.apply(passage.text) if passage.edits else passage.text
        met = match(query, passage) if may_match(query, readings) else None
        if met:
            found.append((passage, met))
    return found, False


def _all_passages(db: Database) -> Iterator[Passage]:
    for symbol, language in sorted(catalogue.digests(db), key=lambda name: document_order(*name)):
        yield from passages_of(db, catalogue.load(db, symbol, language))


def _newest(each: tuple[Passage, Match]) -> tuple[Tier, int, tuple[int, ...]]:
    about = each[0].about
    date = about.date or about.year
    return each[1].tier, not date, tuple(-ord(character) for character in date)


_KEYS: Mapping[str, Callable[[tuple[Passage, Match]], Any]] = {
    "order": lambda each: each[1].tier,
    "symbol": lambda each: each[1].tier,
    "date": _newest,
    "relevance": lambda each: (each[1].tier, -each[1].score),
}


def _counts(passages: Sequence[Passage]) -> dict[str, tuple[tuple[str, int], ...]]:
    told: dict[str, tuple[tuple[str, int], ...]] = {}
    for each in FACETS:
        counts = Counter(value for passage in passages for value in set(passage.values(each)) if value)
        told[each.value] = tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
    return told
