"""What a reader does to a text: bookmarks, highlights, notes and stances, each on spans of the received text."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from documents.annotations.merge import stamps_of
from documents.annotations.model import Annotation, AnnotationKind, Target, kind_for, target_of
from documents.language import FSI, LRI, PDI, RLI
from documents.model import Document
from documents.offsets import Edit, OffsetMap
from documents.position import FOOTNOTE_PREFIX, Span
from documents.reading import Reading
from library import catalogue, conflicts, notes
from library.database import Database
from services.notes.anchor_cache import keep_where_made

if TYPE_CHECKING:
    import re

NOW = datetime.datetime.min.replace(tzinfo=datetime.UTC)
"""Stands for the time that the library sets when it stores."""


def add(
    db: Database,
    document: Document,
    spans: Iterable[Span],
    *,
    kind: AnnotationKind | None = None,
    text: str = "",
    colour: str = "",
    labels: Sequence[str] = (),
    stance: str = "",
    author: str = "",
) -> Annotation:
    """Store a new annotation on spans of a text, none: on the whole document; on disk when this returns.

    Without `kind` it is what its parts make of it. KeyError where there is no such provision, ValueError where a span
    lies outside of its text or holds no words, or where the parts make another kind than is asked for.
    """
    targets = targets_for(document, spans)
    made_of = kind_for(kind or AnnotationKind.BOOKMARK, text, colour, stance)
    if kind not in (None, made_of):
        raise ValueError(f"a {made_of}, no {kind}")
    made = Annotation(
        *("", made_of, document.symbol, document.language, targets, NOW, NOW),
        text=text,
        colour=colour,
        labels=tuple(labels),
        stance=stance,
        author=author if stance else "",
    )
    return store(db, made, document)


def store(db: Database, made: Annotation, document: Document | None = None) -> Annotation:
    """Store a new annotation, and that it stands where it was made; on disk when this returns."""
    with db.transaction():
        stored = notes.add(db, made)
        if document is None and catalogue.has(db, made.document, made.language):
            document = catalogue.load(db, made.document, made.language)
        if document is not None:
            keep_where_made(db, document, stored)
    return stored


def targets_for(document: Document, spans: Iterable[Span]) -> tuple[Target, ...]:
    """Return the targets for spans in reading order, without the white space at their ends; see `add` for errors."""
    # Who marks something needs it; who only reads does not.
    from documents.annotations.anchor_search import rivalry_of
    from documents.annotations.similarity import ComparableProvisions

    order = {id_: place for place, (id_, _) in enumerate(document.texts())}
    trimmed = [_trimmed(document, span) for span in spans]
    trimmed.sort(key=lambda span: (order[span.provision], span.start, span.end))
    provisions = ComparableProvisions(document)
    return tuple(target_of(document, span, *rivalry_of(document, span, provisions)) for span in dict.fromkeys(trimmed))


def whole(document: Document, provision: str) -> Span:
    """Return the span of a whole provision or footnote; KeyError."""
    return Span(provision, 0, len(document.text_of(provision)))


def toggle_bookmark(db: Database, document: Document, provision: str) -> Annotation | None:
    """Bookmark a provision, or take its bookmark away; return the new one, None when it is gone. KeyError."""
    with db.transaction():
        held = [one.id for one in _on(db, document, provision) if one.kind is AnnotationKind.BOOKMARK]
        if held:
            notes.remove(db, held)
            return None
        return add(db, document, (whole(document, provision),), kind=AnnotationKind.BOOKMARK)


def highlight(db: Database, document: Document, spans: Sequence[Span], colour: str) -> Annotation:
    """Colour words; where these very words are coloured already, they get the new colour."""
    targets = targets_for(document, spans)
    with db.transaction():
        for one in notes.of_document(db, document.symbol, document.language):
            if one.colour and [target.span for target in one.targets] == [target.span for target in targets]:
                return notes.change(db, one.id, colour=colour)
        return add(db, document, spans, colour=colour)


def take_stance(db: Database, document: Document, provision: str, stance: str, author: str) -> Annotation | None:
    """Let `author` take a stance on a provision, or change it; others' stances on it stay.

    "" takes back the author's own, or the only one there is. Return the annotation, None when none is left of it.
    KeyError where there is no such provision.
    """
    with db.transaction():
        taken = [one for one in _on(db, document, provision) if one.stance]
        mine = [one for one in taken if one.author == author] or (taken if not stance and len(taken) == 1 else [])
        held = next(iter(mine), None)
        if held is None:
            spans = (whole(document, provision),)
            return add(db, document, spans, stance=stance, author=author) if stance else None
        if stance:
            return notes.change(db, held.id, stance=stance, author=author, kind=AnnotationKind.STANCE)
        if held.text:
            kind = kind_for(AnnotationKind.NOTE, held.text, held.colour, "")
            return notes.change(db, held.id, stance="", author="", kind=kind)
        notes.remove(db, (held.id,))
        return None


def set_text(db: Database, id_: str, text: str, *, continuing: bool = False, expected: str | None = None) -> Annotation:
    """Write the words of an annotation; `continuing` while the same sentence is being typed. KeyError.

    `expected` are the words the writer went on from: where somebody else wrote others meanwhile, those are kept as a
    conflict. One that was removed meanwhile comes back.
    """
    with db.transaction():
        held = notes.annotation(db, id_)
        if held.removed is not None:
            notes.restore(db, (id_,))
        if expected is not None and held.text not in (expected, text):
            times = (db.moment(), stamps_of(held, "text")[0])
            conflicts.add(db, id_, "text", ({"text": text}, {"text": held.text}), times, "")
            continuing = False
        kind = kind_for(held.kind, text, held.colour, held.stance)
        return notes.change(db, id_, continuing=continuing, text=text, kind=kind)


def set_colour(db: Database, id_: str, colour: str) -> Annotation:
    """Give an annotation a colour, "" for none. KeyError."""
    with db.transaction():
        held = notes.annotation(db, id_)
        return notes.change(db, id_, colour=colour, kind=kind_for(held.kind, held.text, colour, held.stance))


def set_stance(db: Database, id_: str, stance: str, author: str = "") -> Annotation:
    """Give an annotation a stance and who takes it, "" for none. KeyError."""
    with db.transaction():
        held = notes.annotation(db, id_)
        kind = kind_for(held.kind, held.text, held.colour, stance)
        return notes.change(db, id_, stance=stance, author=author if stance else "", kind=kind)


def set_spans(db: Database, document: Document, id_: str, spans: Sequence[Span]) -> Annotation:
    """Let an annotation stand on other words of its text. KeyError, ValueError as `add`."""
    with db.transaction():
        stood = notes.change(db, id_, targets=targets_for(document, spans), language=document.language)
        keep_where_made(db, document, stood)
    return stood


def set_labels(db: Database, id_: str, labels: Sequence[str]) -> Annotation:
    """Give an annotation these labels in this order. KeyError."""
    from library.labels import cleaned

    return notes.change(db, id_, labels=tuple(dict.fromkeys(filter(None, map(cleaned, labels)))))


def find_words(
    document: Document, words: str, provision: str | None = None, reading: Reading | None = None
) -> tuple[Span, ...]:
    """Return where words stand in a text, or in one provision of it; differences in white space do not count.

    With a `reading` they may also be the words it shows, and may have the numbers and the footnote markers that are
    printed among them. The spans are of the received text all the same.
    """
    import re

    pattern = re.compile(r"\s+".join(map(re.escape, words.split())))
    if not words.split():
        return ()
    places = [(provision, document.text_of(provision))] if provision else list(document.texts())
    found = tuple(Span(id_, *place) for id_, text in places for place in _places(pattern, id_, text, reading))
    bare = words.translate(_DISPLAYED)
    return found if found or bare == words else find_words(document, bare, provision, reading)


_DISPLAYED = dict.fromkeys(map(ord, (LRI, RLI, FSI, PDI, "\u200e", "\u200f")))
"""What a display puts around words to keep them in order; where the text has none, they are found without it."""


def _places(pattern: re.Pattern[str], id_: str, text: str, reading: Reading | None) -> list[tuple[int, int]]:
    """Return where a pattern is met in one provision, however it is read; a place met in two readings is one place."""
    found = [met.span() for met in pattern.finditer(text)]
    for shown in _shown(id_, reading) if reading else ():
        for met in pattern.finditer(shown.apply(text)):
            start, end = shown.span_to_source(*met.span())
            if start < end and not any(start < other[1] and other[0] < end for other in found):
                found.append((start, end))
    return sorted(found)


def _shown(id_: str, reading: Reading) -> Iterator[OffsetMap]:
    """Yield how a provision is shown where it is not as received: corrected, and as printed, corrected or not."""
    corrected = reading.offset_map(id_)
    if corrected.edits:
        yield corrected
        yield _printed(reading.document, id_, corrected)
    yield _printed(reading.document, id_, OffsetMap((), corrected.source_length))


def _printed(document: Document, id_: str, read: OffsetMap) -> OffsetMap:
    """Return a reading with what is printed beside its words: the number of the provision first, and the markers."""
    from documents.exporters.export_texts import printed

    if id_.startswith(FOOTNOTE_PREFIX):
        note = document.footnote(id_.removeprefix(FOOTNOTE_PREFIX))
        return OffsetMap((Edit(0, 0, f"{printed(note, document.language)} "), *read.edits), read.source_length)
    provision = document.provision(id_)
    number = f"{provision.printed_number} " if provision.printed_number else ""
    edits = [Edit(0, 0, number), *read.edits]
    for marker in provision.markers:
        at = min(max(marker.offset, 0), read.source_length)
        # Within words that are replaced there is no place for it: it is shown after them.
        at = next((edit.end for edit in read.edits if edit.start < at < edit.end), at)
        edits.append(Edit(at, at, printed(marker, document.language)))
    return OffsetMap(edits, read.source_length)


def _on(db: Database, document: Document, provision: str) -> list[Annotation]:
    """Return what stands on one whole provision of a text, as it was made."""
    found = notes.of_document(db, document.symbol, document.language)
    return [one for one in found if [target.span.provision for target in one.targets] == [provision]]


def _trimmed(document: Document, span: Span) -> Span:
    text = document.text_of(span.provision)
    words = span.cut(text)
    if span.end > len(text) or (text and not words.strip()):
        raise ValueError(f"no words at {span}")
    start = span.start + len(words) - len(words.lstrip())
    return Span(span.provision, start, start + len(words.strip()))
