"""`search` and `reindex`. The index is updated before a search, as a command line has no background."""

from __future__ import annotations

import argparse
from contextlib import suppress

from index.errors import IndexBusy, IndexUnusable
from services.search import saved_searches
from services.search.index_sync import reindex as build_index
from services.search.index_sync import state
from services.search.library_search import Hit, SearchAnswer, search_once
from services.search.saved_searches import SavedSearch
from services.search.search_request import SearchOptions, SearchRequest
from ui.terminal import search_json
from ui.terminal.command import Command, CommandParser, natural_number, no_arguments
from ui.terminal.safe_text import harmless
from ui.terminal.session import Session, with_library

_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"


def _search_arguments(parser: CommandParser) -> None:
    parser.add_argument("query", metavar="QUERY", nargs="*", help="words, fields and signs: docs/query-language.md")
    parser.add_argument("--limit", type=natural_number, default=50, metavar="N")
    parser.add_argument("--offset", type=natural_number, default=0, metavar="N")
    parser.add_argument("--sort", choices=("order", "symbol", "date", "relevance"), default="order")
    parser.add_argument(
        "--strict",
        type=_differences,
        default=frozenset(),
        metavar="LIST",
        help="differences not to ignore, with commas: marks,hamza,ya,ta_marbuta,digits,case",
    )
    parser.add_argument("--no-inflection", action="store_true", help="only the very words")
    parser.add_argument("--facets", action="store_true", help="count by organ, year, verb, kind and language")
    parser.add_argument("--save", metavar="NAME", help="keep this search by a name")
    kept = parser.add_mutually_exclusive_group()
    kept.add_argument("--saved", metavar="NAME", help="search what was kept by this name")
    kept.add_argument("--history", action="store_true", help="list what was searched for and what is kept")


def _differences(written: str) -> frozenset[str]:
    """Return the names of a comma-separated list. ArgumentTypeError for an unknown one."""
    names = frozenset(name.strip() for name in written.split(",") if name.strip())
    if unknown := names - {"marks", "hamza", "ya", "ta_marbuta", "digits", "case"}:
        raise argparse.ArgumentTypeError(f"unknown: {', '.join(sorted(unknown))}")
    return names


def _search(session: Session, options: argparse.Namespace) -> int:
    """Print the hits of a query. Return 0 also where there are none."""
    if options.history:
        return _history(session, options)
    query, chosen = " ".join(options.query), _choices(options)
    if options.saved is not None:
        kept = saved_searches.find(session.db, options.saved)
        if kept is None:
            session.say("no-saved-search", name=options.saved)
            return 1
        query, chosen = f"{kept.query} {query}".strip(), _chosen(kept, chosen)
    if not query:
        session.say("usage", detail="QUERY")
        return 2
    answer = _answer(session, query, chosen, options)
    if options.save:
        saved_searches.save(session.db, options.save, query, chosen)
        session.say("saved-search", name=options.save.strip())
    if options.json:
        session.print_json(search_json.answer(answer))
    else:
        _print(session, answer)
    return 0


def _answer(session: Session, query: str, chosen: SearchOptions, options: argparse.Namespace) -> SearchAnswer:
    if state(session.db, session.paths.index) != "ready":
        # Where the index cannot be written, the search scans the library.
        with suppress(IndexBusy, IndexUnusable, OSError):
            build_index(session.db, session.paths.index)
    request = SearchRequest(query, chosen, options.limit, options.offset, facets=options.facets or options.json)
    answer = session.ask_index(lambda folder: search_once(session.db, folder, request))
    saved_searches.remember(session.db, query, answer.total)
    return answer


def _choices(options: argparse.Namespace) -> SearchOptions:
    return SearchOptions(options.sort, options.strict, not options.no_inflection)


def _chosen(kept: SavedSearch, asked: SearchOptions) -> SearchOptions:
    """Return the options of a saved search, overridden by those asked for now."""
    usual = SearchOptions.from_words(kept.options)
    return SearchOptions(
        usual.sort if asked.sort == "order" else asked.sort,
        asked.strict or usual.strict,
        asked.inflect and usual.inflect,
    )


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


def _reindex(session: Session, _options: argparse.Namespace) -> int:
    """Build the index again from the library."""
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


SEARCH = Command(_search_arguments, with_library(_search))
REINDEX = Command(no_arguments, with_library(_reindex))
