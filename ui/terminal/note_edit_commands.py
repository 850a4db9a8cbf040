"""`notes add`, `edit`, `remove`, `restore`, `accept`, `choose`, `labels`, `undo`, `redo` and `empty-trash`."""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Iterable, Sequence

from documents.annotations.anchor_search import AnchorState
from documents.annotations.model import Annotation, AnnotationKind, Colour, Stance, kind_for
from documents.position import Span
from services import undo
from services.documents.open_text import OpenText, open_text, resolve_place, split_reference
from services.notes import anchor_resolution, annotation_edits, note_labels, note_list, trash
from services.notes.anchor_resolution import PlacedAnnotation
from services.undo import UndoResult
from ui.terminal.command import Command, CommandParser, add_document_language, no_arguments
from ui.terminal.note_output import print_note
from ui.terminal.safe_text import Json, is_text
from ui.terminal.session import Session, with_library


def _parts_arguments(parser: CommandParser) -> None:
    parser.add_argument("--colour", choices=["", *(colour.value for colour in Colour)], metavar="NAME")
    parser.add_argument("--label", metavar="L", action="append", help="may be given again; outer/inner nests one")
    parser.add_argument("--stance", choices=["", *(stance.value for stance in Stance)], metavar="NAME")
    parser.add_argument("--by", metavar="WHO", help="who takes the stance; alone, with edit, it changes who")


def _add_arguments(parser: CommandParser) -> None:
    parser.add_argument("document", metavar="DOC[#provision]")
    parser.add_argument("text", metavar="TEXT", nargs="?", default="", help="simple Markdown; - reads it from stdin")
    add_document_language(parser)
    parser.add_argument("--quote", metavar="WORDS", action="append", help="words it stands on; may be given again")
    parser.add_argument("--kind", choices=[kind.value for kind in AnnotationKind])
    _parts_arguments(parser)


def _add(session: Session, options: argparse.Namespace) -> int:
    """Write a note. Return 0 only when it is on disk."""
    written, typed = split_reference(options.document)
    if (words := _words(session, options.text)) is None or not _is_consistent(session, options, words):
        return 2
    if "#" in options.document and not typed:
        session.say("usage", detail=f"{options.document}: DOC#PROVISION")
        return 2
    text = open_text(session.db, written, options.in_language)
    place = resolve_place(text.document, typed) if typed else None
    if typed and place is None:
        session.say("no-place", symbol=text.document.symbol, place=typed)
        return 1
    spans = _spans(session, text, place, options.quote or ())
    if spans is None:
        return 1
    made = annotation_edits.add(
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
    return print_note(session, options, made)


def _is_consistent(session: Session, options: argparse.Namespace, words: str) -> bool:
    """Return whether the parts of a new note go together, and report those that do not."""
    if options.by and not options.stance:
        session.say("by-without-stance")
        return False
    kind = AnnotationKind(options.kind or AnnotationKind.BOOKMARK)
    made = kind_for(kind, words, options.colour or "", options.stance or "")
    if options.kind and made is not kind:
        session.say("other-kind", made=made.value, kind=kind.value)
        return False
    return True


def _words(session: Session, given: str) -> str | None:
    """Return the text of a note, for `-` the text on stdin. None, with a report, where that is not UTF-8."""
    if given != "-":
        return given
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8-sig", errors="strict")
    try:
        read = sys.stdin.read() if sys.stdin is not None else None
    except UnicodeDecodeError:
        read = None
    if read is None or not is_text(read):
        session.say("not-utf-8", words="stdin")
        return None
    return read


def _spans(session: Session, text: OpenText, place: str | None, quotes: Sequence[str]) -> list[Span] | None:
    """Return the spans of quoted words, or of `place`. None, with a report, where a quote has no single place."""
    document = text.document
    if place and not document.text_of(place).strip():
        session.say("no-words", place=place)
        return None
    if not quotes:
        return [annotation_edits.whole_provision(document, place)] if place else []
    spans: list[Span] = []
    reading = text.corrected().reading
    for words in quotes:
        found = annotation_edits.find_words(document, words, place, reading)
        if len(found) != 1:
            session.say("quote-not-found" if not found else "quote-twice", words=words, count=len(found))
            return None
        spans.append(found[0])
    return spans


def _labels_of(options: argparse.Namespace) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(note_labels.normalize_path, options.label or ()))))


def _edit_arguments(parser: CommandParser) -> None:
    parser.add_argument("id", metavar="ID")
    parser.add_argument("--text", metavar="TEXT", help="- reads it from stdin")
    _parts_arguments(parser)


def _edit(session: Session, options: argparse.Namespace) -> int:
    """Change the parts of a note that are given. Without --by the author of a stance is kept."""
    if options.by and options.stance == "":
        session.say("by-without-stance")
        return 2
    words = None if options.text is None else _words(session, options.text)
    if words is None and options.text is not None:
        return 2
    if not _are_known(session, (options.id,)) or not _is_kept(session, options.id):
        return 1
    held = note_list.get_note(session.db, options.id)
    if options.by is not None and options.stance is None and not held.stance:
        session.say("no-stance", id=held.id)
        return 1
    _change(session, options, held, words)
    return print_note(session, options, note_list.get_note(session.db, held.id))


def _change(session: Session, options: argparse.Namespace, held: Annotation, words: str | None) -> None:
    db = session.db
    with db.transaction():
        if words is not None:
            annotation_edits.set_text(db, held.id, words)
        if options.colour is not None:
            annotation_edits.set_colour(db, held.id, options.colour)
        if options.label is not None:
            annotation_edits.set_labels(db, held.id, _labels_of(options))
        if options.stance is not None or options.by is not None:
            stance = held.stance if options.stance is None else options.stance
            annotation_edits.set_stance(db, held.id, stance, held.author if options.by is None else options.by)


def _are_known(session: Session, ids: Iterable[str]) -> bool:
    """Return whether all notes exist, and report those that do not."""
    unknown = [id_ for id_ in ids if not note_list.has_note(session.db, id_)]
    for id_ in unknown:
        session.say("no-note", id=id_)
    return not unknown


def _is_kept(session: Session, id_: str) -> bool:
    """Return whether a note is outside the trash, and report it where it is not."""
    one = note_list.get_note(session.db, id_)
    if one.removed is not None:
        session.say("in-trash", id=id_)
    return one.removed is None


def _ids_arguments(parser: CommandParser) -> None:
    parser.add_argument("ids", metavar="ID", nargs="+")


def _remove(session: Session, options: argparse.Namespace) -> int:
    """Move notes to the trash."""
    complete = _are_known(session, options.ids)
    gone = trash.move_to_trash(session.db, options.ids)
    _print_done(session, options, {"removed": list(gone)})
    return 0 if complete else 1


def _restore(session: Session, options: argparse.Namespace) -> int:
    """Take notes out of the trash, and report those that it does not hold any more."""
    complete = _are_known(session, options.ids)
    ids = [id_ for id_ in options.ids if note_list.has_note(session.db, id_)]
    gone = [id_ for id_ in ids if trash.is_emptied(session.paths, note_list.get_note(session.db, id_))]
    for id_ in gone:
        session.say("gone", id=id_)
    back = trash.restore(session.db, [id_ for id_ in ids if id_ not in gone])
    _print_done(session, options, {"restored": list(back)})
    return 0 if complete and not gone else 1


def _empty_trash(session: Session, options: argparse.Namespace) -> int:
    """Drop the notes in the trash for good."""
    count = trash.empty_trash(session.db, session.paths)
    session.say("emptied" if count else "trash-empty", count=count)
    _print_done(session, options, {"emptied": count})
    return 0


def _undo_or_redo(session: Session, options: argparse.Namespace) -> int:
    """Undo the last change, or redo the last one undone."""
    done = undo.undo(session.db) if options.action == "undo" else undo.redo(session.db)
    _print_done(session, options, {_DONE[options.action]: _changes(done)})
    if done is None:
        session.say("no-step")
        return 1
    return 0


_DONE = {"undo": "undone", "redo": "redone"}


def _changes(done: UndoResult | None) -> Json | None:
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


def _accept_arguments(parser: CommandParser) -> None:
    parser.add_argument("id", metavar="ID")
    parser.add_argument("place", metavar="N", nargs="?", type=_ordinal, help="which of the places offered, from 1")


def _ordinal(written: str) -> int:
    """Return a whole number from one."""
    number = int(written)
    if number < 1:
        raise argparse.ArgumentTypeError(f"less than 1: {written}")
    return number


def _accept(session: Session, options: argparse.Namespace) -> int:
    """Re-anchor a note where it was found, or at the Nth candidate. Without N list the candidates where unsure."""
    if not _are_known(session, (options.id,)) or not _is_kept(session, options.id):
        return 1
    one = note_list.get_note(session.db, options.id)
    text = open_text(session.db, one.document, one.language)
    (placed,) = anchor_resolution.resolve(session.db, text.document, (one,))
    if placed.state is AnchorState.EXACT:
        session.say("stands-already", id=one.id)
        return print_note(session, options, one)
    spans = anchor_resolution.candidate_spans(placed, options.place - 1) if options.place else placed.spans
    if not spans:
        session.say("not-certain", id=one.id)
        for number, candidate in enumerate(_offers(placed), 1):
            words = candidate.cut(text.document.text_of(candidate.provision))
            session.say("offer", number=number, place=candidate.provision, words=words)
        return 1
    return print_note(session, options, anchor_resolution.accept(session.db, text.document, placed, spans))


def _offers(placed: PlacedAnnotation) -> list[Span]:
    unsure = [one for one in placed.found if one.state in {AnchorState.AMBIGUOUS, AnchorState.ORPHANED}]
    return [candidate.span for candidate in unsure[0].candidates] if unsure else []


def _choose_arguments(parser: CommandParser) -> None:
    parser.add_argument("id", metavar="CONFLICT")
    parser.add_argument("side", choices=("mine", "theirs", "both"))


def _choose(session: Session, options: argparse.Namespace) -> int:
    """Resolve a conflict by one of its sides, or by both."""
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
    return print_note(session, options, note_list.get_note(session.db, found[0].annotation))


def _labels_arguments(parser: CommandParser) -> None:
    change = parser.add_mutually_exclusive_group()
    change.add_argument("--rename", nargs=2, metavar=("LABEL", "NAME"))
    change.add_argument("--up", metavar="LABEL", help="puts it before the one above it")
    change.add_argument("--down", metavar="LABEL", help="puts it after the one below it")
    change.add_argument("--remove", metavar="LABEL", help="the notes that have it stay")


def _labels(session: Session, options: argparse.Namespace) -> int:
    """Change a label where that is asked, then list all labels."""
    if options.rename and not note_labels.normalize_path(options.rename[1]):
        session.say("label-empty")
        return 2
    try:
        _change_label(session, options)
    except KeyError as error:
        session.say("no-label", name=error.args[0])
        return 1
    except note_labels.LabelExists:
        session.say("label-exists", name=options.rename[1])
        return 1
    held = note_labels.all_labels(session.db)
    if options.json:
        session.print_json({"labels": [{"label": one.path, "notes": one.notes} for one in held]})
    else:
        for one in held:
            session.print(f"{one.path}\t{one.notes}")
    return 0


def _change_label(session: Session, options: argparse.Namespace) -> None:
    if options.rename is not None:
        note_labels.rename(session.db, *options.rename)
    elif options.up is not None:
        note_labels.step(session.db, options.up, -1)
    elif options.down is not None:
        note_labels.step(session.db, options.down, 1)
    elif options.remove is not None:
        note_labels.remove(session.db, options.remove)


def _print_done(session: Session, options: argparse.Namespace, done: Json) -> None:
    if options.json:
        session.print_json(done)


ADD = Command(_add_arguments, with_library(_add))
EDIT = Command(_edit_arguments, with_library(_edit))
REMOVE = Command(_ids_arguments, with_library(_remove))
RESTORE = Command(_ids_arguments, with_library(_restore))
ACCEPT = Command(_accept_arguments, with_library(_accept))
CHOOSE = Command(_choose_arguments, with_library(_choose))
LABELS = Command(_labels_arguments, with_library(_labels))
UNDO = REDO = Command(no_arguments, with_library(_undo_or_redo))
EMPTY_TRASH = Command(no_arguments, with_library(_empty_trash))
