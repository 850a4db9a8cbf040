"""Search the library: from the index, or by reading the library through while the index is not in step with it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from documents.labels import label
from index.errors import Cancelled, IndexUnusable
from index.folder import mark_damaged
from index.matching import Match, Tier, match, may_match
from index.passages import Passage, document_order, passages
from index.parsing import parse
from index.query import Query
from library import catalogue
from library.database import Database
from services.reindexing import State, state


@dataclass(frozen=True, slots=True)
class Hit:
    """A provision or footnote (`fn_6`) that was found; `text` is its received text.

    `tier` is exact, folded or inflected. `highlights` are spans of `text` in code points, `why` has for each the
    rules by which it was met: exact, marks, hamza, ya, ta_marbuta, digits, case, symbol, inflected, corrected.
    """

    document: str
    language: str
    provision: str
    label: str
    tier: str
    text: str
    highlights: tuple[tuple[int, int], ...]
    score: float
    title: str = ""
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchAnswer:
    """A page of hits: tier by tier, then by document and place.

    `source` is index or scan; `index` the state the index was in (anything but ready: reindex). `partial` means that
    not all of the library was searched. `symbols` are documents held that the query names: to be opened first.
    """

    query: str
    total: int
    partial: bool
    took_ms: float
    suggestions: tuple[str, ...] = ()
    hits: tuple[Hit, ...] = ()
    symbols: tuple[str, ...] = ()
    source: Literal["index", "scan"] = "index"
    index: State = "ready"


def _never() -> bool:
    return False


def search(
    db: Database,
    index_folder: Path,
    query: str,
    *,
    limit: int = 50,
    offset: int = 0,
    cancelled: Callable[[], bool] = _never,
    clock: Callable[[], float] = time.perf_counter,
) -> SearchAnswer:
    """Return the hits `offset` to `offset + limit` of a query; nothing that is typed raises.

    Cancelled, it returns what it has so far as a partial answer.
    """
    begun = clock()
    wanted = parse(query)
    found = _find(db, index_folder, wanted, range(max(0, offset), max(0, offset) + max(0, limit)), cancelled)
    hits = tuple(_hit(wanted, tier, passage) for tier, passage in found.page)
    return SearchAnswer(
        query,
        found.total,
        found.partial,
        (clock() - begun) * 1000,
        hits=hits,
        symbols=_symbols(db, wanted),
        source=found.source,
        index=found.index,
    )


Page = Sequence[tuple[Tier, Passage]]


@dataclass(frozen=True, slots=True)
class _Found:
    index: State
    total: int = 0
    page: Page = ()
    partial: bool = False
    source: Literal["index", "scan"] = "index"


def _find(db: Database, folder: Path, query: Query, page: range, cancelled: Callable[[], bool]) -> _Found:
    held = state(db, folder)
    if query.root is None:
        return _Found(held)
    if held == "ready":
        # Whoosh takes 60 ms to load: not before the first search.
        from index.searcher import find

        try:
            found = find(folder, query, limit=len(page), offset=page.start, cancelled=cancelled)
            return _Found(held, found.total, found.page)
        except Cancelled:
            return _Found(held, partial=True)
        except IndexUnusable:
            mark_damaged(folder)
            held = "damaged"
    met, partial = _scan(db, query, cancelled)
    return _Found(held, len(met), met[page.start : page.stop], partial, "scan")


def _scan(db: Database, query: Query, cancelled: Callable[[], bool]) -> tuple[list[tuple[Tier, Passage]], bool]:
    """Read the library through; the same hits in the same order as the index gives, and whether it was cut short."""
    found: list[tuple[Tier, Passage]] = []
    partial = False
    for passage in _all_passages(db):
        if cancelled():
            partial = True
            break
        readings = passage.text + "\n" + passage.corrected.apply(passage.text) if passage.edits else passage.text
        met = match(query, passage) if may_match(query, readings) else None
        if met:
            found.append((met.tier, passage))
    found.sort(key=lambda each: each[0])
    return found, partial


def _all_passages(db: Database) -> Iterator[Passage]:
    for symbol, language in sorted(catalogue.digests(db), key=lambda name: document_order(*name)):
        document = catalogue.load(db, symbol, language)
        yield from passages(document, catalogue.corrections(db, document), label)


def _hit(query: Query, tier: Tier, passage: Passage) -> Hit:
    met = match(query, passage) or Match(tier, (), (), 0.0)
    return Hit(
        passage.document,
        passage.language,
        passage.provision,
        passage.label,
        tier.name.lower(),
        passage.text,
        met.highlights,
        met.score,
        passage.title,
        met.why,
    )


def _symbols(db: Database, query: Query) -> tuple[str, ...]:
    """Return the documents held that the query, or a word of it, is the symbol of."""
    typed = [query.text, *(word for word in query.words if any(character.isdigit() for character in word))]
    return tuple(dict.fromkeys(symbol for symbol in _meant(typed) if catalogue.has(db, symbol)))


def _meant(typed: Iterable[str]) -> Iterator[str]:
    # Only a query with digits needs the grammar of symbols.
    if not any(character.isdigit() for text in typed for character in text):
        return
    from documents.symbol import symbols_for

    for text in typed:
        yield from symbols_for(text)
