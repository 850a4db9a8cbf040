"""`search` and `reindex`: the index is brought up to date first, for a command line has no background."""

from __future__ import annotations

import argparse
from contextlib import suppress

from index.errors import IndexBusy, IndexUnusable
from services.reindexing import reindex as build_index
from services.reindexing import state
from services.searching import Hit, SearchAnswer, search
from ui.terminal import json_forms
from ui.terminal.session import Session

_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"


def search_(session: Session, options: argparse.Namespace) -> int:
    """Print the hits of a query; none is an answer too."""
    if state(session.db, session.paths.index) != "ready":
        # An index that cannot be written is no reason not to search: the library itself is read through then.
        with suppress(IndexBusy, IndexUnusable, OSError):
            build_index(session.db, session.paths.index)
    query = " ".join(options.query)
    answer = search(session.db, session.paths.index, query, limit=options.limit, offset=options.offset)
    if options.json:
        session.print_json(answer_form(answer))
        return 0
    if answer.partial:
        session.say("partial")
    if not answer.hits:
        session.say("no-hits", query=query)
    for hit in answer.hits:
        session.print(_line(hit, marked=session.out.isatty()))
    if answer.suggestions:
        session.say("suggestions", words=", ".join(answer.suggestions))
    session.say("hits", total=answer.total)
    return 0


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
    text = hit.text.replace("\n", " ")
    if marked:
        for start, end in sorted(hit.highlights, reverse=True):
            text = text[:start] + _BOLD + text[start:end] + _PLAIN + text[end:]
    return f"{hit.document}\t{hit.label}\t{hit.tier}\t{text}"


def answer_form(found: SearchAnswer) -> json_forms.Json:
    """Return the JSON of an answer."""
    return {
        "query": found.query,
        "total": found.total,
        "partial": found.partial,
        "took_ms": round(found.took_ms, 1),
        "suggestions": list(found.suggestions),
        "hits": [_hit(hit) for hit in found.hits],
    }


def _hit(hit: Hit) -> json_forms.Json:
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
    }
