"""The sub-commands: each takes a session and its options, and returns the exit status."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from library import catalogue
from services.documents.document_export import export as export_text
from services.documents.document_import import FailedFile, ImportedFile, import_paths
from services.documents.open_text import open_text, resolve_place, split_reference
from ui.terminal import json_values, text_page
from ui.terminal.messages import reason, sentence, wrong_row
from ui.terminal.session import Session


def show(session: Session, options: argparse.Namespace) -> int:
    """Print a document, or one provision with what lies below it and its footnotes."""
    written, typed = split_reference(" ".join(options.document))
    text = open_text(session.db, written, options.in_language)
    place = resolve_place(text.document, typed) if typed else None
    if typed and place is None:
        session.say("no-place", symbol=text.document.symbol, place=typed)
        return 1
    reading = text.as_received().reading if options.as_received else text.corrected().reading
    only = text_page.provisions_shown(reading, place) if place else None
    if options.json:
        session.print_json(json_values.document(text, only))
        return 0
    shaped = text_page.shaper(text.document.language, wanted=options.visual)
    for line in text_page.lines(reading, only):
        session.print(shaped(line))
    return 0


def list_(session: Session, options: argparse.Namespace) -> int:
    """Print what the library holds."""
    held = catalogue.entries(session.db)
    if options.json:
        session.print_json(json_values.entries(held))
        return 0
    for entry in held:
        session.print(f"{entry.symbol}\t{entry.language}\t{entry.date or ''}\t{entry.title}")
    return 0


def import_(session: Session, options: argparse.Namespace) -> int:
    """Import files and folders; what failed is said file by file."""

    def progress(done: int, total: int, name: str) -> None:
        if name:
            session.say("importing", done=done + 1, total=total, name=name)

    report = import_paths(session.db, options.files, progress=progress)
    if options.json:
        session.print_json(json_values.imported(report, lambda failed: _why(session, failed)))
    else:
        for one in report.imported:
            session.print(_imported(session, one))
        for added in report.added:
            session.print(sentence(session.language, "instruments", path=added.path, count=added.instruments))
    for added in report.added:
        for kept in added.conflicts:
            session.say("instrument-kept", target=kept.target, field=kept.field, known=kept.known, given=kept.given)
    for failed in report.failed:
        session.say("failed", path=failed.path, reason=_why(session, failed))
    if not (report.imported or report.added or report.failed):
        session.say("nothing", path=", ".join(map(str, options.files)))
        return 1
    return 1 if report.failed else 0


def _why(session: Session, failed: FailedFile) -> str:
    return wrong_row(session.language, failed.fault) if failed.fault else reason(session.language, failed.code)


def _imported(session: Session, one: ImportedFile) -> str:
    key = "replaced" if one.replaced else "imported"
    return sentence(session.language, key, symbol=one.symbol, language=one.language)


def export(session: Session, options: argparse.Namespace) -> int:
    """Write a document to a file or to stdout."""
    text = open_text(session.db, options.document, options.in_language)
    text = text.as_received() if options.as_received else text.corrected()
    data = export_text(text, options.format)
    return session.write_file(data, options.output)


def _citations(session: Session, options: argparse.Namespace) -> int:
    from ui.terminal.citation_commands import citations

    return citations(session, options)


def _search(session: Session, options: argparse.Namespace) -> int:
    # Whoosh is loaded only for this.
    from ui.terminal.search_command import search_

    return search_(session, options)


def _reindex(session: Session, options: argparse.Namespace) -> int:
    from ui.terminal.search_command import reindex

    return reindex(session, options)


def _notes(session: Session, options: argparse.Namespace) -> int:
    from ui.terminal.note_commands import notes_

    return notes_(session, options)


COMMANDS: dict[str, Callable[[Session, argparse.Namespace], int]] = {
    "show": show,
    "list": list_,
    "import": import_,
    "export": export,
    "citations": _citations,
    "search": _search,
    "notes": _notes,
    "reindex": _reindex,
}
