"""What else is done with notes: the trash, undo, places and conflicts to choose, labels."""

from __future__ import annotations

import argparse
import datetime

from documents.annotations.anchor_search import AnchorState
from documents.annotations.model import Annotation, AnnotationKind
from documents.position import Span
from library import labels, notes
from services import undo
from services.documents.open_text import open_text
from services.notes import anchor_resolution
from services.notes.anchor_resolution import PlacedAnnotation
from services.undo import UndoResult
from ui.terminal.json_values import Json
from ui.terminal.note_edit_commands import known, stands
from ui.terminal.note_output import show_note
from ui.terminal.session import Session


def remove(session: Session, options: argparse.Namespace) -> int:
    """Put notes into the trash."""
    complete = known(session, options.ids)
    gone = notes.remove(session.db, [id_ for id_ in options.ids if notes.has(session.db, id_)])
    _tell(session, options, {"removed": list(gone)})
    return 0 if complete else 1


def restore(session: Session, options: argparse.Namespace) -> int:
    """Take notes out of the trash; of those that the trash no longer holds it is said."""
    complete = known(session, options.ids)
    ids = [id_ for id_ in options.ids if notes.has(session.db, id_)]
    gone = [id_ for id_ in ids if _is_gone(session, notes.annotation(session.db, id_))]
    for id_ in gone:
        session.say("gone", id=id_)
    back = notes.restore(session.db, [id_ for id_ in ids if id_ not in gone])
    _tell(session, options, {"restored": list(back)})
    return 0 if complete and not gone else 1


def _is_gone(session: Session, one: Annotation) -> bool:
    """Say whether nothing of a removed note is left to be restored.

    A bookmark on a whole document has no words to lose: it is told from others by when the trash was last emptied.
    """
    if one.removed is None or not one.is_bare:
        return False
    copies = session.paths.backups.glob("library-before-emptying-*.db")
    removed = one.removed.astimezone(datetime.UTC).strftime("%Y%m%d%H%M%S")
    return one.kind is not AnnotationKind.BOOKMARK or any(copy.stem.rpartition("-")[2] >= removed for copy in copies)


def empty_trash(session: Session, options: argparse.Namespace) -> int:
    """Drop what lies in the trash for good."""
    from services.notes.trash import empty_trash

    count = empty_trash(session.db, session.paths)
    session.say("emptied" if count else "trash-empty", count=count)
    _tell(session, options, {"emptied": count})
    return 0


def undo_or_redo(session: Session, options: argparse.Namespace) -> int:
    """Take the last change back, or make it again."""
    done = undo.undo(session.db) if options.action == "undo" else undo.redo(session.db)
    _tell(session, options, {_DONE[options.action]: _undone(done)})
    if done is None:
        session.say("no-step")
        return 1
    return 0


_DONE = {"undo": "undone", "redo": "redone"}


def _undone(done: UndoResult | None) -> Json | None:
    if done is None:
        return None
    told: Json = {"subjects": sorted(done.subjects), "annotations": list(done.annotations)}
    if done.citation is not None:
        changed = done.citation
        told["citation"] = {
            "document": changed.symbol,
            "language": changed.language,
            "provision": changed.override.span.provision,
        }
    return told


def accept(session: Session, options: argparse.Namespace) -> int:
    """Let a note stand where it was found, or at one of the places offered."""
    if not known(session, (options.id,)) or not stands(session, options.id):
        return 1
    one = notes.annotation(session.db, options.id)
    text = open_text(session.db, one.document, one.language)
    (placed,) = anchor_resolution.resolve(session.db, text.document, (one,))
    if placed.state is AnchorState.EXACT:
        session.say("stands-already", id=one.id)
        return show_note(session, options, one)
    spans = anchor_resolution.candidate_spans(placed, options.place - 1) if options.place else placed.spans
    if not spans:
        session.say("not-certain", id=one.id)
        for number, candidate in enumerate(_offers(placed), 1):
            words = candidate.cut(text.document.text_of(candidate.provision))
            session.say("offer", number=number, place=candidate.provision, words=words)
        return 1
    return show_note(session, options, anchor_resolution.accept(session.db, text.document, placed, spans))


def _offers(placed: PlacedAnnotation) -> list[Span]:
    unsure = [one for one in placed.found if one.state in {AnchorState.AMBIGUOUS, AnchorState.ORPHANED}]
    return [candidate.span for candidate in unsure[0].candidates] if unsure else []


def choose(session: Session, options: argparse.Namespace) -> int:
    """Choose between the two sides of a conflict."""
    from services.notes.note_merge import pending_conflicts, resolve_conflict

    found = [one for one, _ in pending_conflicts(session.db) if one.id == options.id]
    if not found:
        session.say("no-conflict", id=options.id)
        return 1
    try:
        resolve_conflict(session.db, found[0], options.side)
    except ValueError:
        session.say("no-both", field=found[0].field)
        return 1
    return show_note(session, options, notes.annotation(session.db, found[0].annotation))


def labels_(session: Session, options: argparse.Namespace) -> int:
    """List the labels after what is to be done with one."""
    if options.rename and not labels.cleaned(options.rename[1]):
        session.say("label-empty")
        return 2
    try:
        _change_label(session, options)
    except KeyError as error:
        session.say("no-label", name=error.args[0])
        return 1
    except labels.LabelExists:
        session.say("label-exists", name=options.rename[1])
        return 1
    held = labels.all_labels(session.db)
    if options.json:
        session.print_json({"labels": [{"label": one.path, "notes": one.notes} for one in held]})
    else:
        for one in held:
            session.print(f"{one.path}\t{one.notes}")
    return 0


def _change_label(session: Session, options: argparse.Namespace) -> None:
    if options.rename is not None:
        labels.rename(session.db, *options.rename)
    elif options.up is not None:
        labels.step(session.db, options.up, -1)
    elif options.down is not None:
        labels.step(session.db, options.down, 1)
    elif options.remove is not None:
        labels.remove(session.db, options.remove)


def _tell(session: Session, options: argparse.Namespace, done: Json) -> None:
    if options.json:
        session.print_json(done)
