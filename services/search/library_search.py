"""Search the library: texts, notes and instruments in one answer.

The index answers while it matches the library. Otherwise the texts themselves are read through.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from index.index_handle import IndexHandle
from index.matching import Match, Tier, match, may_match
from index.passages import Passage
from index.query import All, Either, Fuzzy, Limit, Node, Problem, Query, Range, Without
from index.query_parser import parse
from library import catalogue
from library.database import Database
from services.progress import IsCancelled, never
from services.search.index_sync import State
from services.search.passage_search import Found, find
from services.search.search_indexes import SearchIndexes
from services.search.search_request import SearchRequest

if TYPE_CHECKING:
    from documents.citations.catalogue.instrument_catalogue import Catalogue
    from services.citations.cited_by import CitedBy
    from services.search.zero_hits import FailedPart

_CITING_ROWS = 5


@dataclass(frozen=True, slots=True)
class Hit:
    """A provision or footnote (`fn_6`) that matches, and its received text.

    `tier` is exact, folded, inflected, note or instrument. An instrument hit has its target as document, no
    provision, and the matched name as text. A note hit has the user's own words as text, and its id as `note`.
    `highlights` are spans of `text` in code points, `why` names for each the rules that matched
    (`index.match_reasons`). `kind` is that of the model, or footnote, note or instrument.
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
    """A page of hits, tier by tier, then by document and place.

    `source` is index or scan. `index` is the state the index was in: anything but ready needs `reindex`. `partial` says
    that part of the library was not searched. `symbols` are held documents that the query names, to be opened first.
    `citing` lists who cites the symbols it names. `tiers` counts all hits by tier, `facets` by field and value, the
    most frequent first. `problems` are the places of the query that could not be parsed. Without a hit `failed` tells
    why, and `suggestions` are queries with hits.
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
    failed: tuple[FailedPart, ...] = ()
    citing: tuple[CitedBy, ...] = ()


def search(
    db: Database,
    indexes: SearchIndexes,
    request: SearchRequest,
    *,
    cancelled: IsCancelled = never,
    clock: Callable[[], float] = time.perf_counter,
) -> SearchAnswer:
    """Return the requested page of hits. No query raises an error.

    A cancelled search returns the hits found so far as a partial answer. `clock` returns seconds.
    """
    begun = clock()
    query, page = parse(request.query, strict=request.options.strict, inflect=request.options.inflect), request.page
    texts = find(db, indexes.texts, query, request, cancelled=cancelled)
    notes = (0, []) if cancelled() else _notes(db, indexes, query, _after(page, texts.total))
    instruments = _instruments(db, query) if request.instruments and not cancelled() else ()
    rest = _after(page, texts.total + notes[0])
    answer = _answer(db, query, texts, indexes.texts)
    return replace(
        answer,
        total=texts.total + notes[0] + len(instruments),
        hits=(*answer.hits, *notes[1], *instruments[rest.start : rest.stop]),
        tiers={**answer.tiers, "note": notes[0], "instrument": len(instruments)},
        took_ms=(clock() - begun) * 1000,
    )


def search_once(
    db: Database,
    index_folder: Path,
    request: SearchRequest,
    *,
    cancelled: IsCancelled = never,
    clock: Callable[[], float] = time.perf_counter,
) -> SearchAnswer:
    """Search as `search` does, with indexes that are opened for this one request."""
    with SearchIndexes(index_folder) as indexes:
        return search(db, indexes, request, cancelled=cancelled, clock=clock)


def _after(page: range, total: int) -> range:
    """Return the part of a page that is left for hits after `total` others."""
    return range(max(0, page.start - total), max(0, page.stop - total))


def _answer(db: Database, query: Query, found: Found, index: IndexHandle) -> SearchAnswer:
    """Return the answer from the texts alone."""
    symbols = _symbols(query)
    failed, suggestions = ((), ()) if found.total or found.partial else _explain(query, found, index)
    return SearchAnswer(
        query.text,
        found.total,
        found.partial,
        0.0,
        suggestions,
        tuple(_hit(query, tier, passage) for tier, passage in found.page),
        tuple(symbol for symbol in symbols if catalogue.has(db, symbol)),
        found.source,
        found.index,
        {tier.name.lower(): count for tier, count in zip(Tier, found.tiers, strict=True)},
        found.facets,
        query.problems,
        failed,
        tuple(_citing(db, symbols)),
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


def _notes(db: Database, indexes: SearchIndexes, query: Query, page: range) -> tuple[int, list[Hit]]:
    """Return how many notes match in their own words, and a page of them."""
    from library import notes

    if query.root is None or not notes.count(db):
        return 0, []
    from services.notes.note_search import find

    found = find(db, indexes.notes, query, page)
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
    """Return the instruments of the catalogue, held or not, whose name matches: each once, the best tier first.

    A query for a field of a text or for absent words matches no instrument.
    """
    if query.root is None or _is_about_texts(query.root):
        return ()
    from services.citations import instrument_catalogue

    found: dict[str, tuple[Passage, Match]] = {}
    for passage, key in _names(instrument_catalogue.load(db)):
        if passage.document not in found and may_match(query, key):
            met = match(query, passage)
            if met:
                found[passage.document] = passage, met
    return tuple(
        Hit(
            *(passage.document, passage.language, "", "", "instrument", passage.text),
            *(met.highlights, met.score, passage.text, met.why, "instrument"),
        )
        for passage, met in sorted(found.values(), key=lambda each: each[1].tier)
    )


def _is_about_texts(node: Node) -> bool:
    if isinstance(node, All | Either):
        return any(map(_is_about_texts, node.parts))
    # A fuzzy word would be compared with hundreds of names, letter by letter.
    return isinstance(node, Limit | Range | Without | Fuzzy)


@lru_cache(maxsize=2)
def _names(instruments: Catalogue) -> tuple[tuple[Passage, str], ...]:
    """Return every name of every instrument as a passage, with its folded key."""
    from documents.folding import fold_key

    return tuple(
        (Passage(one.target, language, name, "", "", place, name, kind="instrument"), fold_key(name))
        for one in instruments.all()
        for place, (language, name) in enumerate(sorted(one.names.items()))
        if name
    )


def _explain(query: Query, found: Found, index: IndexHandle) -> tuple[tuple[FailedPart, ...], tuple[str, ...]]:
    """Return why the texts have no hit and which queries have some. Only a ready index is fast enough to tell."""
    if query.root is None or found.index != "ready":
        return (), ()
    from index.errors import IndexUnusable
    from services.search.zero_hits import explain, suggest

    try:
        searcher = index.searcher()
        failed = explain(searcher, query)
        return failed, suggest(searcher, query, failed)
    except IndexUnusable:
        return (), ()


def _citing(db: Database, symbols: Iterable[str]) -> Iterator[CitedBy]:
    from services.citations.cited_by import cited_by

    for symbol in symbols:
        found = cited_by(db, symbol, limit=_CITING_ROWS)
        if found.citations:
            yield found


def _symbols(query: Query) -> tuple[str, ...]:
    """Return the symbols that the query, or one of its words, is a written form of."""
    typed = [query.text, *(word for word in query.words if any(character.isdigit() for character in word))]
    # Only a query with digits can be a symbol.
    if not any(character.isdigit() for text in typed for character in text):
        return ()
    from documents.symbol import symbols_for

    return tuple(dict.fromkeys(symbol for text in typed for symbol in symbols_for(text)))
