"""Search the texts passage by passage: in the index while it matches the library, else by a scan of all texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from index.errors import Cancelled, IndexUnusable
from index.index_folder import mark_damaged
from index.index_handle import IndexHandle
from index.matching import Match, Tier, match, may_match
from index.passages import Passage, document_order
from index.query import Field, Query
from library import catalogue
from library.database import Database
from services.progress import IsCancelled
from services.search.index_sync import State, passages_of, state
from services.search.search_request import SearchRequest

FACETS = (Field.ORGAN, Field.YEAR, Field.VERB, Field.KIND, Field.LANGUAGE)
"""The fields whose values are counted over all hits."""


@dataclass(frozen=True, slots=True)
class Found:
    """Matching passages: counts in all, by tier, and by field and value, and the passages of one page."""

    index: State
    total: int = 0
    page: Sequence[tuple[Tier, Passage]] = ()
    tiers: tuple[int, int, int] = (0, 0, 0)
    partial: bool = False
    source: Literal["index", "scan"] = "index"
    facets: Mapping[str, tuple[tuple[str, int], ...]] = field(default_factory=dict)


def find(db: Database, index: IndexHandle, query: Query, request: SearchRequest, *, cancelled: IsCancelled) -> Found:
    """Return the page of passages that `request` wants of its parsed `query`.

    A damaged index is closed and marked as damaged, and the texts are scanned.
    """
    known = state(db, index.folder, index)
    if query.root is None:
        return Found(known)
    if known == "ready":
        try:
            return _indexed(index, query, request, cancelled)
        except Cancelled:
            return Found(known, partial=True)
        except IndexUnusable:
            index.close()
            mark_damaged(index.folder)
            known = "damaged"
    return _scanned(db, known, query, request, cancelled)


def _indexed(index: IndexHandle, query: Query, request: SearchRequest, cancelled: IsCancelled) -> Found:
    searcher, page = index.searcher(), request.page
    found = searcher.find(query, limit=len(page), offset=page.start, sort=request.options.sort, cancelled=cancelled)
    counts = searcher.facets(query, FACETS) if request.facets else {}
    facets = {each.value: values for each, values in counts.items()}
    return Found("ready", found.total, found.page, found.tiers, facets=facets)


def _scanned(db: Database, known: State, query: Query, request: SearchRequest, cancelled: IsCancelled) -> Found:
    """Scan all texts. Hits and order equal those of the index, except by relevance, which needs its statistics."""
    met, partial = _scan(db, query, cancelled)
    met.sort(key=_KEYS[request.options.sort])
    tiers = Counter(each.tier for _, each in met)
    return Found(
        known,
        len(met),
        tuple((each.tier, passage) for passage, each in met[request.page.start : request.page.stop]),
        (tiers[Tier.EXACT], tiers[Tier.FOLDED], tiers[Tier.INFLECTED]),
        partial,
        "scan",
        _facets([passage for passage, _ in met]) if request.facets else {},
    )


def _scan(db: Database, query: Query, cancelled: IsCancelled) -> tuple[list[tuple[Passage, Match]], bool]:
    """Return the matching passages of all texts, and whether the scan was cancelled before the last one."""
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


def _facets(passages: Sequence[Passage]) -> dict[str, tuple[tuple[str, int], ...]]:
    facets: dict[str, tuple[tuple[str, int], ...]] = {}
    for each in FACETS:
        counts = Counter(value for passage in passages for value in set(passage.values(each)) if value)
        facets[each.value] = tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
    return facets
