"""`notes add` and `notes edit`."""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Iterable, Sequence

from documents.annotations.model import Annotation, AnnotationKind, kind_for
from documents.position import Span
from library import labels, notes
from services.documents.open_text import OpenText, open_text, resolve_place, split_reference
from services.notes import annotation_edits
from ui.terminal.control_characters import is_text
from ui.terminal.note_output import show_note
from ui.terminal.session import Session


def add(session: Session, options: argparse.Namespace) -> int:
    """Write a note; 0 only when it is on disk."""
    written, typed = split_reference(options.document)
    if (words := _words(session, options.text)) is None or _is_wrong(session, options, words):
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
    return show_note(session, options, made)


def _is_wrong(session: Session, options: argparse.Namespace, words: str) -> bool:
    """Say whether the parts do not go together, and why."""
    if options.by and not options.stance:
        session.say("by-without-stance")
        return True
    kind = AnnotationKind(options.kind or AnnotationKind.BOOKMARK)
    made = kind_for(kind, words, options.colour or "", options.stance or "")
    if options.kind and made is not kind:
        session.say("other-kind", made=made.value, kind=kind.value)
        return True
    return False


def _words(session: Session, given: str) -> str | None:
    """Return the words of a note, `-` stands for those on stdin; None where these are no text in UTF-8."""
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
    """Return the spans of the words that are quoted; each must stand in one place only."""
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
    return tuple(dict.fromkeys(filter(None, map(labels.cleaned, options.label or ()))))


def edit(session: Session, options: argparse.Namespace) -> int:
    """Change a note: only what is given; who takes a stance stays unless --by says otherwise."""
    if options.by and options.stance == "":
        session.say("by-without-stance")
        return 2
    words = None if options.text is None else _words(session, options.text)
    if words is None and options.text is not None:
        return 2
    if not known(session, (options.id,)) or not stands(session, options.id):
        return 1
    held = notes.annotation(session.db, options.id)
    if options.by is not None and options.stance is None and not held.stance:
        session.say("no-stance", id=held.id)
        return 1
    _change(session, options, held, words)
    return show_note(session, options, notes.annotation(session.db, held.id))


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


def known(session: Session, ids: Iterable[str]) -> bool:
    """Say whether there are such notes, and which there are not."""
    unknown = [id_ for id_ in ids if not notes.has(session.db, id_)]
    for id_ in unknown:
        session.say("no-note", id=id_)
    return not unknown


def stands(session: Session, id_: str) -> bool:
    """Say whether a note is not in the trash, and what to do where it is."""
    one = notes.annotation(session.db, id_)
    if one.removed is not None:
        session.say("in-trash", id=id_)
    return one.removed is None
