"""`show`, `list`, `import` and `export`: the documents of the library."""

from __future__ import annotations

import argparse
from pathlib import Path

from documents.importers.formats import ImportKind, import_kind
from services.documents.document_export import FORMATS
from services.documents.document_export import export as export_text
from services.documents.document_import import FailedFile, ImportReport, import_paths
from services.documents.library_documents import list_documents
from services.documents.open_text import open_text, resolve_place, split_reference
from ui.terminal import document_json, text_page
from ui.terminal.command import Command, CommandParser, add_document_language, no_arguments
from ui.terminal.messages import import_failure, row_failure, sentence
from ui.terminal.note_file_commands import merge_files
from ui.terminal.session import Session, with_library


def _add_document(parser: CommandParser, nargs: str | None = None) -> None:
    parser.add_argument("document", metavar="DOC", nargs=nargs, help="a symbol in any written form")
    add_document_language(parser)


def _add_reading(parser: CommandParser) -> None:
    parser.add_argument("--as-received", action="store_true", help="without the corrections")


def _show_arguments(parser: CommandParser) -> None:
    _add_document(parser, nargs="+")
    parser.add_argument("--visual", action="store_true", help="for terminals that do not order Arabic themselves")
    _add_reading(parser)


def _show(session: Session, options: argparse.Namespace) -> int:
    """Print a document, or one provision with those below it and its footnotes."""
    written, typed = split_reference(" ".join(options.document))
    text = open_text(session.db, written, options.in_language)
    place = resolve_place(text.document, typed) if typed else None
    if typed and place is None:
        session.say("no-place", symbol=text.document.symbol, place=typed)
        return 1
    reading = text.as_received().reading if options.as_received else text.corrected().reading
    only = text_page.provisions_shown(reading, place) if place else None
    if options.json:
        session.print_json(document_json.document(text, only))
        return 0
    shaped = text_page.shaper(text.document.language, wanted=options.visual)
    for line in text_page.lines(reading, only):
        session.print(shaped(line))
    return 0


def _list(session: Session, options: argparse.Namespace) -> int:
    """Print the documents of the library."""
    held = list_documents(session.db)
    if options.json:
        session.print_json(document_json.entries(held))
        return 0
    for entry in held:
        session.print(f"{entry.symbol}\t{entry.language}\t{entry.date or ''}\t{entry.title}")
    return 0


def _import_arguments(parser: CommandParser) -> None:
    parser.add_argument("files", metavar="PATH", nargs="+", type=Path)


def _import(session: Session, options: argparse.Namespace) -> int:
    """Import files and folders, then merge the files of notes among them. Report each file that fails."""

    def progress(done: int, total: int, name: str) -> None:
        if name:
            session.say("importing", done=done + 1, total=total, name=name)

    notes = [path for path in options.files if import_kind(path.name) is ImportKind.NOTES and not path.is_dir()]
    report = import_paths(session.db, [path for path in options.files if path not in notes], progress=progress)
    merged, status = merge_files(session, notes)
    if options.json:
        form = document_json.imported(report, lambda failed: _reason(session, failed))
        session.print_json({**form, "merged": merged} if notes else form)
    else:
        _print_imported(session, report)
    _report_refused(session, report)
    if not (report.imported or report.added or report.failed or notes):
        session.say("nothing", path=", ".join(map(str, options.files)))
        return 1
    return 1 if report.failed else status


def _print_imported(session: Session, report: ImportReport) -> None:
    for one in report.imported:
        code = "replaced" if one.replaced else "imported"
        session.print(sentence(session.language, code, symbol=one.symbol, language=one.language))
    for added in report.added:
        session.print(sentence(session.language, "instruments", path=added.path, count=added.instruments))


def _report_refused(session: Session, report: ImportReport) -> None:
    """Report the facts on instruments that contradict the catalogue, and the files that failed."""
    for added in report.added:
        for kept in added.conflicts:
            session.say("instrument-kept", target=kept.target, field=kept.field, known=kept.known, given=kept.given)
    for failed in report.failed:
        session.say("failed", path=failed.path, reason=_reason(session, failed))


def _reason(session: Session, failed: FailedFile) -> str:
    language, fault = session.language, failed.fault
    return row_failure(language, fault) if fault else import_failure(language, failed.code)


def _export_arguments(parser: CommandParser) -> None:
    _add_document(parser)
    parser.add_argument("--format", choices=FORMATS, required=True)
    _add_reading(parser)
    parser.add_argument("-o", "--output", metavar="FILE", help="else to stdout")


def _export(session: Session, options: argparse.Namespace) -> int:
    """Write a document to a file or to stdout."""
    text = open_text(session.db, options.document, options.in_language)
    text = text.as_received() if options.as_received else text.corrected()
    return session.write_file(export_text(text, options.format), options.output)


COMMANDS = {
    "show": Command(_show_arguments, with_library(_show)),
    "list": Command(no_arguments, with_library(_list)),
    "import": Command(_import_arguments, with_library(_import)),
    "export": Command(_export_arguments, with_library(_export)),
}
