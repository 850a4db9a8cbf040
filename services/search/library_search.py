"""Search the library: from the index, or by reading the library through while the index is not in step with it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from index.matching import Match, Tier, match
from index.passages import Passage
from index.query import Problem, Query
from index.query_parser import parse
from library import catalogue
from library.database import Database
from services.search.index_sync import State
from services.search.passage_search import Found, find
from services.search.search_options import Sort

if TYPE_CHECKING:
    from index.index_handle import IndexHandle
    from services.citations.cited_by import CitedBy
    from services.search.zero_hits import Failed

_CITING_ROWS = 5


@dataclass(frozen=True, slots=True)
class Hit:
    """A provision or footnote (`fn_6`) that was found; `text` is its received text.

    `tier` is exact, folded, inflected, note or instrument; an instrument has its target as document, no provision, and
    the name that was found as text. A note has the reader's own words as text, and its id as `note`. `highlights` are
    spans of `text` in code points, `why` has for each the rules by which it was met (`index.match_reasons`). `kind` is
    the model's, or footnote, note or instrument.
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
    kind: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class SearchAnswer:
    """A page of hits: tier by tier, then by document and place.

    `source` is index or scan; `index` the state the index was in (anything but ready: reindex). `partial` means that
    not all of the library was searched. `symbols` are documents held that the query names: to be opened first;
    `citing` says who cites what it names. `tiers` counts all hits by tier, `facets` by field and value, most first.
    `problems` are places of the query that were not understood. Without a hit, `failed` says why, and `suggestions` are
    queries that find something.
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
    tiers: Mapping[str, int] = field(default_factory=dict)
    facets: Mapping[str, tuple[tuple[str, int], ...]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    failed: tuple[Failed, ...] = ()
    citing: tuple[CitedBy, ...] = ()


def _never() -> bool:
    return False


def search(
    db: Database,
    index_folder: Path,
    query: str,
    *,
    limit: int = 50,
    offset: int = 0,
    sort: Sort = "order",
    strict: frozenset[str] = frozenset(),
    inflect: bool = True,
    facets: bool = False,
    instruments: bool = True,
    held: IndexHandle | None = None,
    held_notes: IndexHandle | None = None,
    cancelled: Callable[[], bool] = _never,
    clock: Callable[[], float] = time.perf_counter,
) -> SearchAnswer:
    """Return the hits `offset` to `offset + limit` of a query; nothing that is typed raises.

    `strict` names differences that are not ignored: marks, hamza, ya, ta_marbuta, digits, case; `inflect` also finds
    other forms of a word; `instruments` adds those whose names are met. `held` is an index that is kept open,
    `held_notes` that of the notes.
    Cancelled, it returns what it has so far as a partial answer.
    """
    begun = clock()
    wanted = parse(query, strict=strict, inflect=inflect)
    page = range(max(0, offset), max(0, offset) + max(0, limit))
    found = find(db, index_folder, wanted, page, sort=sort, facets=facets, held=held, cancelled=cancelled)
    noted = (0, []) if cancelled() else _notes(db, index_folder, wanted, _after(page, found.total), held_notes)
    named = _instruments(db, wanted) if instruments and not cancelled() else ()
    rest = _after(page, found.total + noted[0])
    answer = _answer(db, wanted, found, held)
    return replace(
        answer,
        total=found.total + noted[0] + len(named),
        hits=(*answer.hits, *noted[1], *named[rest.start : rest.stop]),
        tiers={**answer.tiers, "note": noted[0], "instrument": len(named)},
        took_ms=(clock() - begun) * 1000,
    )


def _after(page: range, total: int) -> range:
    """Return what of a page is left for hits that come after `total` others."""
    return range(max(0, page.start - total), max(0, page.stop - total))


def _answer(db: Database, wanted: Query, found: Found, held: IndexHandle | None) -> SearchAnswer:
    """Return the answer as far as provisions go."""
    named = _named(wanted)
    failed, suggestions = ((), ()) if found.total or found.partial else _why_nothing(wanted, found, held)
    return SearchAnswer(
        wanted.text,
        found.total,
        found.partial,
        0.0,
        suggestions,
        tuple(_hit(wanted, tier, passage) for tier, passage in found.page),
        tuple(symbol for symbol in named if catalogue.has(db, symbol)),
        found.source,
        found.index,
        {tier.name.lower(): count for tier, count in zip(Tier, found.tiers, strict=True)},
        found.facets,
        wanted.problems,
        failed,
        tuple(_citing(db, named)),
    )


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
        passage.kind,
    )


def _notes(db: Database, folder: Path, query: Query, page: range, held: IndexHandle | None) -> tuple[int, list[Hit]]:
    """Return how many notes have the query in their own words, and a page of them."""
    from library import notes

    if query.root is None or not notes.count(db):
        return 0, []
    from services.notes.note_search import find

    found = find(db, folder, query, page, held=held)
    hits = []
    for hit in found.hits:
        one, passage = notes.annotation(db, hit.id), hit.passage
        provision = one.targets[0].span.provision if one.targets else ""
        hits.append(
            Hit(
                *(passage.document, passage.language, provision, passage.label, "note", passage.text),
                *(hit.met.highlights, hit.met.score, passage.title, hit.met.why, "note", hit.id),
            )
        )
    return found.total, hits


def _instruments(db: Database, query: Query) -> tuple[Hit, ...]:
    from services.search.instrument_search import named

    return tuple(
        Hit(
            *(passage.document, passage.language, "", "", "instrument", passage.text),
            *(met.highlights, met.score, passage.text, met.why, "instrument"),
        )
        for passage, met in named(db, query)
    )


def _why_nothing(query: Query, found: Found, held: IndexHandle | None) -> tuple[tuple[Failed, ...], tuple[str, ...]]:
    """Say what failed; only an open index can be asked as often as that takes."""
    if query.root is None or found.index != "ready" or held is None:
        return (), ()
    from index.errors import IndexUnusable
    from services.search.zero_hits import explain, suggest

    try:
        searcher = held.searcher()
        failed = explain(searcher, query)
        return failed, suggest(searcher, query, failed)
    except IndexUnusable:
        return (), ()


def _citing(db: Database, named: Iterable[str]) -> Iterator[CitedBy]:
    from services.citations.cited_by import cited_by

    for symbol in named:
        found = cited_by(db, symbol, limit=_CITING_ROWS)
        if found.citations:
            yield found


def _named(query: Query) -> tuple[str, ...]:
    """Return the symbols that the query, or a word of it, is one of the written forms of."""
    typed = [query.text, *(word for word in query.words if any(character.isdigit() for character in word))]
    # Only a query with digits needs the grammar of symbols.
    if not any(character.isdigit() for text in typed for character in text):
        return ()
    from documents.symbol import symbols_for

    return tuple(dict.fromkeys(symbol for text in typed for symbol in symbols_for(text)))
