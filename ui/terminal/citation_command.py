"""`citations`: the citations of a document, its citing places, coverage by the library, and the user's overrides."""

from __future__ import annotations

import argparse
import re
from typing import TYPE_CHECKING

from documents.citations.citation import Citation
from documents.language import isolate
from documents.position import FOOTNOTE_PREFIX, Span
from services.documents.open_text import OpenText, open_text
from ui.terminal import citation_json
from ui.terminal.command import Command, CommandParser, add_document_language, natural_number
from ui.terminal.evidence_text import evidence_text
from ui.terminal.session import Session, with_library

if TYPE_CHECKING:
    from documents.model import Document

_PLACE = re.compile(r"(?P<provision>\S+):(?P<start>[0-9]+)-(?P<end>[0-9]+)")


def _add_arguments(parser: CommandParser) -> None:
    parser.add_argument(
        "document", metavar="DOC", nargs="?", help="a symbol in any written form; with --by also a treaty by its name"
    )
    add_document_language(parser)
    asked = parser.add_mutually_exclusive_group()
    asked.add_argument("--by", action="store_true", help="what cites it, whether it is held or not")
    asked.add_argument(
        "--coverage", action="store_true", help="what it, or without DOC the library, cites: held or not"
    )
    asked.add_argument(
        "--set", nargs=2, metavar=("PROVISION:START-END", "TARGET"), help="say what these words of DOC cite"
    )
    asked.add_argument("--dismiss", metavar="PROVISION:START-END", help="say that these words cite nothing")
    asked.add_argument("--reset", metavar="PROVISION:START-END", help="take such an answer back")
    asked.add_argument("--undo", action="store_true", help="take the last of these answers back")
    asked.add_argument("--redo", action="store_true", help="give it again")
    parser.add_argument("--format", choices=("csv", "txt", "md"), help="with --coverage: a list of what to fetch")
    parser.add_argument(
        "--limit", type=natural_number, default=-1, metavar="N", help="with --by: at most so many places"
    )
    parser.add_argument(
        "--offset", type=natural_number, default=0, metavar="N", help="with --by: without the first ones"
    )


def _citations(session: Session, options: argparse.Namespace) -> int:
    """List or override citations. Those found by older rules are found again before citing places or coverage."""
    if options.by or options.coverage:
        _refresh(session)
    if options.by:
        return _cited_by(session, options)
    if options.coverage:
        return _coverage(session, options)
    if options.document is None:
        session.say("usage", detail="citations DOC")
        return 2
    if options.set or options.dismiss or options.reset:
        return _override(session, options)
    if options.undo or options.redo:
        return _undo_or_redo(session, options)
    return _cites(session, options)


def _refresh(session: Session) -> None:
    from services.citations.citation_refresh import refresh

    def progress(done: int, total: int, symbol: str) -> None:
        if symbol:
            session.say("reciting", done=done + 1, total=total, name=symbol)

    refresh(session.db, progress=progress)


def _cites(session: Session, options: argparse.Namespace) -> int:
    from services.citations.instrument_catalogue import load

    text = open_text(session.db, options.document, options.in_language)
    if options.json:
        session.print_json(citation_json.citations(session.db, text, load(session.db)))
        return 0
    others = [citation for citation in text.citations if not citation.own]
    for one in others:
        session.print(_line(one))
    if not others:
        session.say("no-citations", symbol=text.document.symbol)
    _report_lost(session, text)
    return 0


def _line(one: Citation) -> str:
    places = ", ".join(pinpoint.place for pinpoint in one.pinpoints)
    target = f"{one.target or '?'}{f' {places}' if places else ''}"
    return f"{one.span.provision}\t{target}\t{one.status.value}\t{isolate(one.text)}\t{evidence_text(one.evidence)}"


def _cited_by(session: Session, options: argparse.Namespace) -> int:
    from services.citations.cited_by import cited_by

    if options.document is None:
        session.say("usage", detail="citations DOC --by")
        return 2
    found = cited_by(session.db, _target(session, options.document), limit=options.limit, offset=options.offset)
    if options.json:
        session.print_json(citation_json.cited_by(found))
        return 0
    for one in found.rows:
        quote = " ".join(one.quote.split())
        session.print(f"{one.symbol}\t{one.language}\t{one.label}\t{isolate(quote)}")
    if found.citations:
        session.say("cited", symbol=found.target, citations=found.citations, documents=found.documents)
    else:
        session.say("not-cited", symbol=found.target)
    return 0


def _target(session: Session, written: str) -> str:
    from services.citations.instrument_lookup import lookup

    return next(iter(lookup(session.db, written)), written.strip())


def _coverage(session: Session, options: argparse.Namespace) -> int:
    from services.citations.coverage import coverage, fetch_list

    name = None
    if options.document is not None:
        document = open_text(session.db, options.document, options.in_language).document
        name = (document.symbol, document.language)
    rows = coverage(session.db, name, session.language)
    if options.format:
        session.out.write(fetch_list(rows, options.format, session.language))
    elif options.json:
        session.print_json(citation_json.coverage(name, rows))
    else:
        for row in rows:
            named = row.names.get(session.language) or next(iter(row.names.values()), "")
            session.print(f"{row.target}\t{row.status}\t{row.documents}\t{row.citations}\t{isolate(named)}")
    if not rows:
        session.say("nothing-cited")
    return 0


def _override(session: Session, options: argparse.Namespace) -> int:
    from services.citations import overrides
    from services.citations.instrument_lookup import lookup

    document = open_text(session.db, options.document, options.in_language).document
    written, target = options.set or (options.dismiss or options.reset, "")
    span = _span(document, written)
    if span is None:
        session.say("no-place", symbol=document.symbol, place=written)
        return 1
    if options.reset:
        if not overrides.reset(session.db, document, span):
            session.say("nothing-corrected", place=written)
            return 1
    elif options.dismiss:
        overrides.dismiss(session.db, document, span)
    else:
        found = lookup(session.db, target)
        if not found:
            session.say("not-understood", target=target)
            return 1
        overrides.set_target(session.db, document, span, found[0])
        if len(found) > 1:
            session.say("also-meant", target=found[0], others=", ".join(found[1:5]))
    return _cites(session, options)


def _undo_or_redo(session: Session, options: argparse.Namespace) -> int:
    from services.citations import overrides

    changed = overrides.undo(session.db) if options.undo else overrides.redo(session.db)
    if changed is None:
        session.say("no-step")
        return 1
    session.say("step-taken", symbol=changed.symbol, place=changed.override.span.provision)
    return _cites(session, options)


def _report_lost(session: Session, text: OpenText) -> None:
    """Report the overrides whose words are not in the text any more. They are kept."""
    from services.citations.overrides import list_overrides

    for one in list_overrides(session.db, text.document.symbol, text.document.language):
        if one.anchor == "lost":
            session.say("correction-lost", place=one.span.provision, quote=one.override.quote.exact)


def _span(document: Document, written: str) -> Span | None:
    """Return the span of `pp_12:14-27`, or of a whole provision (`pp_12`), None where it has no words."""
    match = _PLACE.fullmatch(written)
    provision = match["provision"] if match else written
    if not _has(document, provision):
        return None
    text = document.text_of(provision)
    start, end = (int(match["start"]), int(match["end"])) if match else (0, len(text))
    return Span(provision, start, end) if start < end <= len(text) and text[start:end].strip() else None


def _has(document: Document, id_: str) -> bool:
    return document.has_provision(id_) or (
        id_.startswith(FOOTNOTE_PREFIX) and document.has_footnote(id_.removeprefix(FOOTNOTE_PREFIX))
    )


CITATIONS = Command(_add_arguments, with_library(_citations))
