"""`notes`: bookmarks, highlights, notes and stances from the command line."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from documents.annotations.anchoring import AnchorState
from documents.annotations.model import Annotation, AnnotationKind
from documents.model import Document
from documents.position import Span
from library import labels, notes
from library.conflicts import OpenConflict
from services import anchored, noting, undoing
from services.anchored import Placed
from services.opening import find_symbol, open_text, resolve_place, split_reference
from ui.terminal import note_forms as forms
from ui.terminal.session import Session


def notes_(session: Session, options: argparse.Namespace) -> int:
    """Do what is asked of notes."""
    return _ACTIONS[options.action](session, options)


def _list(session: Session, options: argparse.Namespace) -> int:
    if options.conflicts:
        return _conflicts(session, options.json)
    found = notes.in_trash(session.db) if options.trash else _chosen(session, options)
    placed = anchored.everywhere(session.db, found)
    shown = [placed[one.id] for one in found]
    if options.repair:
        shown = [one for one in shown if one.needs_a_look]
    if options.json:
        session.print_json(forms.notes(shown))
        return 0
    for one in shown:
        session.print(forms.line(one))
    if not shown:
        session.say("no-notes")
    return 0


def _conflicts(session: Session, as_json: bool) -> int:
    from services.merging_notes import waiting

    found = [one for one, _ in waiting(session.db)]
    if as_json:
        session.print_json({"conflicts": [forms.conflict(one) for one in found]})
        return 0
    for one in found:
        _print_conflict(session, one)
    return 0


def _print_conflict(session: Session, one: OpenConflict) -> None:
    session.print(f"{one.id}\t{one.annotation}\t{one.field}\t{one.source}")
    for side in ("mine", "theirs"):
        session.print(f"  {side}\t{forms.conflict(one)[side]}")


def _chosen(session: Session, options: argparse.Namespace) -> tuple[Annotation, ...]:
    """Return the notes that the filters let through: in the order of a label, else in that of the texts."""
    from services.note_files import in_text_order

    db = session.db
    found = in_text_order(notes.all_annotations(db))
    if options.document:
        symbol = find_symbol(db, options.document) if _is_held(session, options.document) else options.document
        found = tuple(one for one in found if one.document == symbol)
    if options.label:
        by_id = {one.id: one for one in found}
        found = tuple(by_id[id_] for id_ in labels.order(db, options.label) if id_ in by_id)
    if options.text:
        met = _with_words(session, options.text)
        found = tuple(one for one in found if one.id in met)
    wanted = {"language": options.in_language, "kind": options.kind, "colour": options.colour, "stance": options.stance}
    return tuple(one for one in found if all(value in (None, getattr(one, name)) for name, value in wanted.items()))


def _is_held(session: Session, written: str) -> bool:
    from library.errors import NotHeld

    try:
        find_symbol(session.db, written)
    except NotHeld:
        # What was written on a document outlives it.
        return not any(one.document == written for one in notes.all_annotations(session.db))
    return True


def _with_words(session: Session, query: str) -> frozenset[str]:
    from index.parsing import parse
    from services.note_search import ids

    return ids(session.db, session.paths.index, parse(query))


def _add(session: Session, options: argparse.Namespace) -> int:
    written, typed = split_reference(options.document)
    text = open_text(session.db, written, options.in_language)
    place = resolve_place(text.document, typed) if typed else None
    if typed and place is None:
        session.say("no-place", symbol=text.document.symbol, place=typed)
        return 1
    spans = _spans(session, text.document, place, options.quote or ())
    if spans is None:
        return 1
    words = sys.stdin.read() if options.text == "-" else options.text
    made = noting.add(
        session.db,
        text.document,
        spans,
        kind=AnnotationKind(options.kind) if options.kind else None,
        text=words,
        colour=options.colour or "",
        labels=_labels_of(options),
        stance=options.stance or "",
        author=options.by or "",
    )
    return _show(session, options, made)


def _spans(session: Session, document: Document, place: str | None, quotes: Sequence[str]) -> list[Span] | None:
    """Return the spans of the words that are quoted; each must stand in one place only."""
    if not quotes:
        return [noting.whole(document, place)] if place else []
    spans: list[Span] = []
    for words in quotes:
        found = noting.find_words(document, words, place)
        if len(found) != 1:
            session.say("quote-not-found" if not found else "quote-twice", words=words, count=len(found))
            return None
        spans.append(found[0])
    return spans


def _labels_of(options: argparse.Namespace) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(labels.cleaned, options.label or ()))))


def _show(session: Session, options: argparse.Namespace, made: Annotation) -> int:
    placed = anchored.everywhere(session.db, (made,))[made.id]
    if options.json:
        session.print_json(forms.note(placed))
    else:
        session.print(forms.line(placed))
    return 0


def _edit(session: Session, options: argparse.Namespace) -> int:
    if not _known(session, (options.id,)):
        return 1
    db = session.db
    with db.transaction():
        if options.text is not None:
            noting.set_text(db, options.id, options.text)
        if options.colour is not None:
            noting.set_colour(db, options.id, options.colour)
        if options.label is not None:
            noting.set_labels(db, options.id, _labels_of(options))
        if options.stance is not None:
            noting.set_stance(db, options.id, options.stance, options.by or "")
    return _show(session, options, notes.annotation(db, options.id))


def _known(session: Session, ids: Iterable[str]) -> bool:
    unknown = [id_ for id_ in ids if not notes.has(session.db, id_)]
    for id_ in unknown:
        session.say("no-note", id=id_)
    return not unknown


def _remove(session: Session, options: argparse.Namespace) -> int:
    known = _known(session, options.ids)
    notes.remove(session.db, [id_ for id_ in options.ids if notes.has(session.db, id_)])
    return 0 if known else 1


def _restore(session: Session, options: argparse.Namespace) -> int:
    known = _known(session, options.ids)
    notes.restore(session.db, [id_ for id_ in options.ids if notes.has(session.db, id_)])
    return 0 if known else 1


def _accept(session: Session, options: argparse.Namespace) -> int:
    if not _known(session, (options.id,)):
        return 1
    one = notes.annotation(session.db, options.id)
    text = open_text(session.db, one.document, one.language)
    (placed,) = anchored.placed_in(session.db, text.document, (one,))
    spans = anchored.offered(placed, options.place - 1) if options.place else placed.spans
    if not spans:
        session.say("not-certain", id=one.id)
        for number, candidate in enumerate(_offers(placed), 1):
            words = candidate.cut(text.document.text_of(candidate.provision))
            session.say("offer", number=number, place=candidate.provision, words=words)
        return 1
    return _show(session, options, anchored.accept(session.db, text.document, placed, spans))


def _offers(placed: Placed) -> list[Span]:
    unsure = [one for one in placed.found if one.state in {AnchorState.AMBIGUOUS, AnchorState.ORPHANED}]
    return [candidate.span for candidate in unsure[0].candidates] if unsure else []


def _choose(session: Session, options: argparse.Namespace) -> int:
    from services.merging_notes import choose, waiting

    found = [one for one, _ in waiting(session.db) if one.id == options.id]
    if not found:
        session.say("no-conflict", id=options.id)
        return 1
    try:
        choose(session.db, found[0], options.side)
    except ValueError:
        session.say("no-both", field=found[0].field)
        return 1
    return 0


def _labels(session: Session, options: argparse.Namespace) -> int:
    try:
        if options.rename:
            labels.rename(session.db, *options.rename)
        elif options.up or options.down:
            labels.step(session.db, options.up or options.down, -1 if options.up else 1)
        elif options.remove:
            labels.remove(session.db, options.remove)
    except KeyError:
        session.say("no-label", name=options.remove or options.up or options.down or options.rename[0])
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


def _export(session: Session, options: argparse.Namespace) -> int:
    from services.note_files import export, export_whole

    if options.whole_text:
        if not options.document:
            session.say("usage", detail="notes export DOC --whole-text")
            return 2
        text = open_text(session.db, options.document, options.in_language)
        data = export_whole(session.db, text, session.language)
    else:
        data = export(session.db, _chosen(session, options), options.format, session.language, options.label or "")
    return session.write_file(data, options.output)


def _import(session: Session, options: argparse.Namespace) -> int:
    from services.note_files import read_notes

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
    from documents.annotations.web_annotation_in import NotAnnotations, Read
    from services.merging_notes import merge_notes

    try:
        found = read(path.read_bytes())
    except OSError as error:
        session.say("failed", path=path, reason=error.strerror or type(error).__name__)
        return None
    except NotAnnotations as error:
        session.say(f"notes-{error.code}", path=path)
        return None
    assert isinstance(found, Read)
    report = merge_notes(session.db, found.annotations, path.name)
    session.say("merged", path=path, added=len(report.added), changed=len(report.changed), same=report.same)
    for refused in found.refused:
        session.say(
            "note-refused", path=path, id=refused.id or refused.index + 1, rule=refused.rule, detail=refused.detail
        )
    for one in report.conflicts:
        session.say("conflict", id=one.id, field=one.field)
    refusals = [{"id": r.id, "index": r.index, "rule": r.rule, "detail": r.detail} for r in found.refused]
    return {**forms.merged(report), "refused": refusals}, len(refusals)


def _undo(session: Session, options: argparse.Namespace) -> int:
    done = undoing.undo(session.db) if options.action == "undo" else undoing.redo(session.db)
    if done is None:
        session.say("no-step")
        return 1
    return 0


def _empty(session: Session, _options: argparse.Namespace) -> int:
    from services.trash import empty

    session.say("emptied", count=empty(session.db, session.paths))
    return 0


_ACTIONS: dict[str, Callable[[Session, argparse.Namespace], int]] = {
    "list": _list,
    "add": _add,
    "edit": _edit,
    "remove": _remove,
    "restore": _restore,
    "accept": _accept,
    "choose": _choose,
    "labels": _labels,
    "export": _export,
    "import": _import,
    "merge": _import,
    "undo": _undo,
    "redo": _undo,
    "empty-trash": _empty,
}
