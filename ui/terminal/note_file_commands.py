"""`notes export`, `import` and `merge`: files of notes."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

from services.documents.open_text import open_text
from services.notes.note_exchange import (
    FORMATS,
    WHOLE_FORMATS,
    export,
    export_annotated_text,
    read_notes,
    removals_to_share,
)
from ui.terminal import note_output
from ui.terminal.command import Command, CommandParser
from ui.terminal.note_list_command import FILTERS, add_filters, chosen
from ui.terminal.safe_text import Json
from ui.terminal.session import Session, with_library


def _export_arguments(parser: CommandParser) -> None:
    add_filters(parser)
    parser.add_argument("--format", choices=FORMATS, help="jsonld, or with --whole-text html, is the usual one")
    parser.add_argument("--whole-text", action="store_true", help="the whole text of DOC with its notes in place")
    parser.add_argument("-o", "--output", metavar="FILE", help="else to stdout")


def _export(session: Session, options: argparse.Namespace) -> int:
    """Write the chosen notes to a file, or a whole text with its notes."""
    if options.whole_text:
        return _export_whole(session, options)
    format_, made = options.format or "jsonld", chosen(session, options)
    if format_ == "jsonld" and not any(getattr(options, name) for name in (*FILTERS, "document", "in_language")):
        made += removals_to_share(session.db)  # removals are exported too
    data = export(session.db, made, format_, session.language, options.label or "")
    return session.write_file(data, options.output)


def _export_whole(session: Session, options: argparse.Namespace) -> int:
    format_ = options.format or "html"
    narrowed = [f"--{name}" for name in FILTERS if getattr(options, name) is not None]
    if not options.document or narrowed or format_ not in WHOLE_FORMATS:
        wrong = narrowed or ([f"--format {format_}"] if options.document else [])
        told = f": {' '.join(wrong)}" if wrong else ""
        session.say("usage", detail=f"notes export DOC --whole-text [--format {'|'.join(WHOLE_FORMATS)}]{told}")
        return 2
    text = open_text(session.db, options.document, options.in_language)
    return session.write_file(export_annotated_text(session.db, text, session.language, format_), options.output)


def _import_arguments(parser: CommandParser) -> None:
    parser.add_argument("files", metavar="FILE", nargs="+", type=Path, help="W3C Web Annotations (JSON-LD)")


def _merge_arguments(parser: CommandParser) -> None:
    parser.add_argument("files", metavar="FILE", nargs=1, type=Path, help="W3C Web Annotations (JSON-LD)")


def _import(session: Session, options: argparse.Namespace) -> int:
    """Merge files of notes with the notes held. `notes merge` does the same with one file."""
    merged, status = merge_files(session, options.files)
    if options.json:
        session.print_json({"merged": merged})
    return status


def merge_files(session: Session, files: Iterable[Path]) -> tuple[list[Json], int]:
    """Merge files of notes. Return the reports of those that were read, and the exit status."""
    merged, status = [], 0
    for path in files:
        done = _merge(session, path)
        if done is None:
            status = 1
            continue
        report, refused = done
        status = status or int(bool(refused))
        merged.append({"path": str(path), **report})
    return merged, status


def _merge(session: Session, path: Path) -> tuple[Json, int] | None:
    """Merge one file and report refused notes and conflicts.

    Return the report as JSON and the number of notes refused, None where the file cannot be read.
    """
    from documents.annotations.web.reader import NotAnnotations
    from services.notes.note_merge import merge_notes

    try:
        found = read_notes(path.read_bytes())
    except OSError as error:
        session.say("failed", path=path, reason=error.strerror or type(error).__name__)
        return None
    except NotAnnotations as error:
        session.say(f"notes-{error.code}", path=path)
        return None
    report = merge_notes(session.db, found.annotations, path.name, found.order)
    session.say("merged", path=path, added=len(report.added), changed=len(report.changed), same=report.same)
    for refused in found.refused:
        session.say(
            "note-refused", path=path, id=refused.id or refused.index + 1, rule=refused.rule, detail=refused.detail
        )
    for one in report.conflicts:
        session.say("conflict", id=one.id, field=one.field)
    refusals = [{"id": r.id, "index": r.index, "rule": r.rule, "detail": r.detail} for r in found.refused]
    return {**note_output.merge_json(report), "refused": refusals}, len(refusals)


EXPORT = Command(_export_arguments, with_library(_export))
IMPORT = Command(_import_arguments, with_library(_import))
MERGE = Command(_merge_arguments, with_library(_import))
