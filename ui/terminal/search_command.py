"""`search` and `reindex`: the index is brought up to date first, for a command line has no background."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypedDict, TypeVar, cast

from index.errors import IndexBusy, IndexUnusable
from index.index_handle import IndexHandle
from library import saved_searches
from services.search.index_sync import reindex as build_index
from services.search.index_sync import state
from services.search.library_search import Hit, SearchAnswer, search
from services.search.search_options import Sort
from ui.terminal import json_values
from ui.terminal.control_characters import harmless
from ui.terminal.session import Session

_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"
Answer = TypeVar("Answer")


def search_(session: Session, options: argparse.Namespace) -> int:
    """Print the hits of a query; none is an answer too."""
    if options.history:
        return _history(session, options)
    query, chosen = " ".join(options.query), _choices(options)
    if options.saved is not None:
        kept = next((one for one in saved_searches.saved(session.db) if one.name == options.saved.strip()), None)
        if kept is None:
            session.say("no-saved-search", name=options.saved)
            return 1
        query, chosen = f"{kept.query} {query}".strip(), _chosen(kept.options, chosen)
    if not query:
        session.say("usage", detail="QUERY")
        return 2
    answer = _answer(session, query, chosen, options)
    if options.save:
        saved_searches.save(session.db, options.save, query, _as_words(chosen))
        session.say("saved-search", name=options.save.strip())
    if options.json:
        session.print_json(answer_form(answer))
    else:
        _print(session, answer)
    return 0


def _answer(session: Session, query: str, chosen: Choices, options: argparse.Namespace) -> SearchAnswer:
    if state(session.db, session.paths.index) != "ready":
        # An index that cannot be written is no reason not to search: the library itself is read through then.
        with suppress(IndexBusy, IndexUnusable, OSError):
            build_index(session.db, session.paths.index)
    answer = with_index(session.paths.index, lambda folder: _asked(session, query, chosen, options, folder))
    if not session.db.read_only:
        saved_searches.remember(session.db, query, answer.total)
    return answer


def _asked(session: Session, query: str, chosen: Choices, options: argparse.Namespace, folder: Path) -> SearchAnswer:
    held = IndexHandle(folder)
    try:
        return search(
            session.db,
            folder,
            query,
            limit=options.limit,
            offset=options.offset,
            facets=options.facets or options.json,
            held=held,
            **chosen,
        )
    finally:
        held.close()


def with_index(folder: Path, ask: Callable[[Path], Answer]) -> Answer:
    """Return what is answered from the index folder; where it cannot be written, from one made for the moment."""
    try:
        return ask(folder)
    except OSError:
        # The notes' index is brought in step by every search: on a read-only medium there is no room for it.
        with TemporaryDirectory(prefix="qarar-") as made:
            return ask(Path(made) / folder.name)


class Choices(TypedDict):
    """How a query is searched for."""

    sort: Sort
    strict: frozenset[str]
    inflect: bool


def _choices(options: argparse.Namespace) -> Choices:
    return {"sort": options.sort, "strict": options.strict, "inflect": not options.no_inflection}


def _as_words(chosen: Choices) -> dict[str, str]:
    """Return choices as they are kept with a search."""
    told = {"sort": chosen["sort"], "strict": ",".join(sorted(chosen["strict"]))}
    return {**told, "inflect": "yes" if chosen["inflect"] else "no"}


def _chosen(kept: Mapping[str, str], asked: Choices) -> Choices:
    """Return the choices kept with a search, but for what was asked for now."""
    usual = asked["sort"] == "order"
    sort = {"date": "date", "relevance": "relevance", "symbol": "symbol"}.get(kept.get("sort", ""), "order")
    return {
        "sort": cast("Sort", sort) if usual else asked["sort"],
        "strict": asked["strict"] or frozenset(filter(None, kept.get("strict", "").split(","))),
        "inflect": asked["inflect"] and kept.get("inflect") != "no",
    }


def _history(session: Session, options: argparse.Namespace) -> int:
    past, kept = saved_searches.history(session.db, options.limit), saved_searches.saved(session.db)
    if options.json:
        session.print_json(
            {
                "history": [{"query": one.query, "total": one.total} for one in past],
                "saved": [{"name": one.name, "query": one.query, "options": dict(one.options)} for one in kept],
            }
        )
        return 0
    for search_kept in kept:
        session.print(f"{search_kept.name}\t{search_kept.query}")
    for one in past:
        session.print(f"{one.total}\t{one.query}")
    return 0


def _print(session: Session, answer: SearchAnswer) -> None:
    for problem in answer.problems:
        session.say(f"query-{problem.code}", detail=problem.detail, place=problem.place[0] + 1)
    if answer.partial:
        session.say("partial")
    if not answer.hits:
        session.say("no-hits", query=answer.query)
    for hit in answer.hits:
        session.out.write(_line(hit, marked=session.out.isatty()) + "\n")
    for field, values in answer.facets.items():
        session.print(f"{field}\t" + ", ".join(f"{value} {count}" for value, count in values))
    for one in answer.failed:
        session.say("failed-together" if one.alone else "failed-word", word=one.text, count=one.alone)
        for remedy in one.remedies:
            session.say(f"remedy-{remedy}")
    if answer.suggestions:
        session.say("suggestions", words=", ".join(answer.suggestions))
    session.say("hits", total=answer.total)


def reindex(session: Session, _options: argparse.Namespace) -> int:
    """Build the index anew."""
    try:
        build_index(session.db, session.paths.index, anew=True)
    except (IndexBusy, IndexUnusable, OSError) as error:
        session.say("cannot-write", path=session.paths.index, detail=error)
        return 1
    session.say("indexed")
    return 0


def _line(hit: Hit, *, marked: bool) -> str:
    text = harmless(hit.text.replace("\n", " "))
    if marked:
        for start, end in sorted(hit.highlights, reverse=True):
            text = text[:start] + _BOLD + text[start:end] + _PLAIN + text[end:]
    return harmless(f"{hit.document}\t{hit.label}\t{hit.tier}\t") + text


def answer_form(found: SearchAnswer) -> json_values.Json:
    """Return the JSON of an answer."""
    return {
        "query": found.query,
        "total": found.total,
        "partial": found.partial,
        "took_ms": round(found.took_ms, 1),
        "suggestions": list(found.suggestions),
        "hits": [_hit(hit) for hit in found.hits],
        "tiers": dict(found.tiers),
        "facets": {field: [list(value) for value in values] for field, values in found.facets.items()},
        "problems": [
            {"code": one.code, "start": one.place[0], "end": one.place[1], "detail": one.detail}
            for one in found.problems
        ],
        "failed": [
            {
                "text": one.text,
                "start": one.place[0],
                "end": one.place[1],
                "alone": one.alone,
                "remedies": list(one.remedies),
            }
            for one in found.failed
        ],
        "symbols": list(found.symbols),
        "citing": [
            {"target": one.target, "citations": one.citations, "documents": one.documents} for one in found.citing
        ],
    }


def _hit(hit: Hit) -> json_values.Json:
    return {
        "document": hit.document,
        "language": hit.language,
        "provision": hit.provision,
        "label": hit.label,
        "tier": str(hit.tier),
        "text": hit.text,
        "highlights": [list(span) for span in hit.highlights],
        "score": hit.score,
        "title": hit.title,
        "why": list(hit.why),
        **({"note": hit.note} if hit.note else {}),
        "kind": hit.kind,
    }
