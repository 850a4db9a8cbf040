"""`notes export`, and `notes import` or `merge`: files of notes."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from library import notes
from services.documents.open_text import open_text
from ui.terminal import note_json as forms
from ui.terminal.note_list_command import FILTERS, chosen
from ui.terminal.session import Session


def export_(session: Session, options: argparse.Namespace) -> int:
    """Write notes to a file, or a whole text with its notes."""
    from services.notes.note_exchange import export

    if options.whole_text:
        return _export_whole(session, options)
    format_, made = options.format or "jsonld", chosen(session, options)
    if format_ == "jsonld" and not any(getattr(options, name) for name in (*FILTERS, "document", "in_language")):
        made += notes.removals_to_share(session.db)  # what was removed here is removed there too
    data = export(session.db, made, format_, session.language, options.label or "")
    return session.write_file(data, options.output)


def _export_whole(session: Session, options: argparse.Namespace) -> int:
    from services.notes.note_exchange import WHOLE_FORMATS, export_annotated_text

    format_ = options.format or "html"
    narrowed = [f"--{name}" for name in FILTERS if getattr(options, name) is not None]
    if not options.document or narrowed or format_ not in WHOLE_FORMATS:
        wrong = narrowed or ([f"--format {format_}"] if options.document else [])
        told = f": {' '.join(wrong)}" if wrong else ""
        session.say("usage", detail=f"notes export DOC --whole-text [--format {'|'.join(WHOLE_FORMATS)}]{told}")
        return 2
    text = open_text(session.db, options.document, options.in_language)
    return session.write_file(export_annotated_text(session.db, text, session.language, format_), options.output)


def import_(session: Session, options: argparse.Namespace) -> int:
    """Bring in files of notes, or join one with those held: it is the same."""
    from services.notes.note_exchange import read_notes

    status, told = 0, []
    for path in options.files:
        done = _join(session, path, read_notes)
        if done is None:
            status = 1
            continue
        report, refused = done
        status = status or int(bool(refused))
        told.append({"path": str(path), **report})
    if options.json:
        session.print_json({"merged": told})
    return status


def _join(session: Session, path: Path, read: Callable[[bytes], object]) -> tuple[dict[str, object], int] | None:
    """Join the notes of one file with those held; say what could not be read, and what is to be chosen."""
    from documents.annotations.web.reader import NotAnnotations, Read
    from services.notes.note_merge import merge_notes

    try:
        found = read(path.read_bytes())
    except OSError as error:
        session.say("failed", path=path, reason=error.strerror or type(error).__name__)
        return None
    except NotAnnotations as error:
        session.say(f"notes-{error.code}", path=path)
        return None
    assert isinstance(found, Read)
    report = merge_notes(session.db, found.annotations, path.name, found.order)
    session.say("merged", path=path, added=len(report.added), changed=len(report.changed), same=report.same)
    for refused in found.refused:
        session.say(
            "note-refused", path=path, id=refused.id or refused.index + 1, rule=refused.rule, detail=refused.detail
        )
    for one in report.conflicts:
        session.say("conflict", id=one.id, field=one.field)
    refusals = [{"id": r.id, "index": r.index, "rule": r.rule, "detail": r.detail} for r in found.refused]
    return {**forms.merged(report), "refused": refusals}, len(refusals)
