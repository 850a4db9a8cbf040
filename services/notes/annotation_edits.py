"""Create and change annotations: bookmarks, highlights, notes and stances on spans of the received text."""

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
from services.notes.anchor_cache import remember_original_spans

if TYPE_CHECKING:
    import re

NOW = datetime.datetime.min.replace(tzinfo=datetime.UTC)
"""A placeholder for the time that the library sets when it stores."""


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
    """Store a new annotation on spans of a text, or without spans on the whole document. It is on disk on return.

    Without `kind` the kind follows from the parts given. KeyError for an unknown provision. ValueError for a span
    outside its text or without words, and where the parts make another kind than the one asked for.
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
    """Store a new annotation and cache its spans. It is on disk on return."""
    with db.transaction():
        stored = notes.add(db, made)
        if document is None and catalogue.has(db, made.document, made.language):
            document = catalogue.load(db, made.document, made.language)
        if document is not None:
            remember_original_spans(db, document, stored)
    return stored


def targets_for(document: Document, spans: Iterable[Span]) -> tuple[Target, ...]:
    """Return targets for spans in text order, with white space at their ends removed. The errors are those of `add`."""
    # Imported at the first use: reading does not need it.
    from documents.annotations.anchor_search import rivalry_of
    from documents.annotations.similarity import ComparableProvisions

    order = {id_: place for place, (id_, _) in enumerate(document.texts())}
    trimmed = [_trimmed(document, span) for span in spans]
    trimmed.sort(key=lambda span: (order[span.provision], span.start, span.end))
    provisions = ComparableProvisions(document)
    return tuple(target_of(document, span, *rivalry_of(document, span, provisions)) for span in dict.fromkeys(trimmed))


def whole_provision(document: Document, provision: str) -> Span:
    """Return the span of a whole provision or footnote. KeyError for an unknown one."""
    return Span(provision, 0, len(document.text_of(provision)))


def toggle_bookmark(db: Database, document: Document, provision: str) -> Annotation | None:
    """Add a bookmark to a provision and return it, or remove the one it has and return None. KeyError."""
    with db.transaction():
        held = [one.id for one in _annotations_on(db, document, provision) if one.kind is AnnotationKind.BOOKMARK]
        if held:
            notes.remove(db, held)
            return None
        return add(db, document, (whole_provision(document, provision),), kind=AnnotationKind.BOOKMARK)


def highlight(db: Database, document: Document, spans: Sequence[Span], colour: str) -> Annotation:
    """Highlight words in a colour. Where the same words are highlighted already, change their colour."""
    targets = targets_for(document, spans)
    with db.transaction():
        for one in notes.of_document(db, document.symbol, document.language):
            if one.colour and [target.span for target in one.targets] == [target.span for target in targets]:
                return notes.change(db, one.id, colour=colour)
        return add(db, document, spans, colour=colour)


def take_stance(db: Database, document: Document, provision: str, stance: str, author: str) -> Annotation | None:
    """Set the stance that `author` takes on a provision. The stances of others stay.

    "" removes the author's own stance, or the only one there is. Return the annotation, None where nothing is left
    of it. KeyError for an unknown provision.
    """
    with db.transaction():
        taken = [one for one in _annotations_on(db, document, provision) if one.stance]
        mine = [one for one in taken if one.author == author] or (taken if not stance and len(taken) == 1 else [])
        held = next(iter(mine), None)
        if held is None:
            spans = (whole_provision(document, provision),)
            return add(db, document, spans, stance=stance, author=author) if stance else None
        if stance:
            return notes.change(db, held.id, stance=stance, author=author, kind=AnnotationKind.STANCE)
        if held.text:
            kind = kind_for(AnnotationKind.NOTE, held.text, held.colour, "")
            return notes.change(db, held.id, stance="", author="", kind=kind)
        notes.remove(db, (held.id,))
        return None


def set_text(db: Database, id_: str, text: str, *, continuing: bool = False, expected: str | None = None) -> Annotation:
    """Set the text of an annotation. `continuing` joins the change to the last one, as typing does. KeyError.

    `expected` is the text that the writer started from. Where the stored text differs by now, it is kept as a
    conflict. A removed annotation is restored.
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
    """Set the colour of an annotation, "" for none. KeyError."""
    with db.transaction():
        held = notes.annotation(db, id_)
        return notes.change(db, id_, colour=colour, kind=kind_for(held.kind, held.text, colour, held.stance))


def set_stance(db: Database, id_: str, stance: str, author: str = "") -> Annotation:
    """Set the stance of an annotation and its author, "" for none. KeyError."""
    with db.transaction():
        held = notes.annotation(db, id_)
        kind = kind_for(held.kind, held.text, held.colour, stance)
        return notes.change(db, id_, stance=stance, author=author if stance else "", kind=kind)


def set_spans(db: Database, document: Document, id_: str, spans: Sequence[Span]) -> Annotation:
    """Re-anchor an annotation to other spans of a text. KeyError and ValueError as for `add`."""
    with db.transaction():
        stood = notes.change(db, id_, targets=targets_for(document, spans), language=document.language)
        remember_original_spans(db, document, stood)
    return stood


def set_labels(db: Database, id_: str, labels: Sequence[str]) -> Annotation:
    """Set the labels of an annotation, in this order. KeyError."""
    from library.labels import normalize_path

    return notes.change(db, id_, labels=tuple(dict.fromkeys(filter(None, map(normalize_path, labels)))))


def find_words(
    document: Document, words: str, provision: str | None = None, reading: Reading | None = None
) -> tuple[Span, ...]:
    """Return the spans of words in a text, or in one provision. Differences in white space are ignored.

    With a `reading` the words may also be those of the reading, with the numbers and footnote markers printed among
    them. The spans are always of the received text.
    """
    import re

    pattern = re.compile(r"\s+".join(map(re.escape, words.split())))
    if not words.split():
        return ()
    places = [(provision, document.text_of(provision))] if provision else list(document.texts())
    found = tuple(Span(id_, *place) for id_, text in places for place in _matches(pattern, id_, text, reading))
    bare = words.translate(_DIRECTIONAL)
    return found if found or bare == words else find_words(document, bare, provision, reading)


_DIRECTIONAL = dict.fromkeys(map(ord, (LRI, RLI, FSI, PDI, "\u200e", "\u200f")))
"""Directional characters that a display adds. Where the text has none, words are found without them."""


def _matches(pattern: re.Pattern[str], id_: str, text: str, reading: Reading | None) -> list[tuple[int, int]]:
    """Return the matches in one provision, in all its readings. Matches of two readings that overlap are one."""
    found = [met.span() for met in pattern.finditer(text)]
    for shown in _readings(id_, reading) if reading else ():
        for met in pattern.finditer(shown.apply(text)):
            start, end = shown.span_to_source(*met.span())
            if start < end and not any(start < other[1] and other[0] < end for other in found):
                found.append((start, end))
    return sorted(found)


def _readings(id_: str, reading: Reading) -> Iterator[OffsetMap]:
    """Yield the readings of a provision that differ from the received text: corrected, and as printed."""
    corrected = reading.offset_map(id_)
    if corrected.edits:
        yield corrected
        yield _as_printed(reading.document, id_, corrected)
    yield _as_printed(reading.document, id_, OffsetMap((), corrected.source_length))


def _as_printed(document: Document, id_: str, read: OffsetMap) -> OffsetMap:
    """Return a reading with the printed characters added: the number of the provision, and its footnote markers."""
    from documents.exporters.export_texts import printed

    if id_.startswith(FOOTNOTE_PREFIX):
        note = document.footnote(id_.removeprefix(FOOTNOTE_PREFIX))
        return OffsetMap((Edit(0, 0, f"{printed(note, document.language)} "), *read.edits), read.source_length)
    provision = document.provision(id_)
    number = f"{provision.printed_number} " if provision.printed_number else ""
    edits = [Edit(0, 0, number), *read.edits]
    for marker in provision.markers:
        at = min(max(marker.offset, 0), read.source_length)
        # Within corrected words it is printed after them.
        at = next((edit.end for edit in read.edits if edit.start < at < edit.end), at)
        edits.append(Edit(at, at, printed(marker, document.language)))
    return OffsetMap(edits, read.source_length)


def _annotations_on(db: Database, document: Document, provision: str) -> list[Annotation]:
    """Return the annotations of a text that are on this provision alone."""
    found = notes.of_document(db, document.symbol, document.language)
    return [one for one in found if [target.span.provision for target in one.targets] == [provision]]


def _trimmed(document: Document, span: Span) -> Span:
    text = document.text_of(span.provision)
    words = span.cut(text)
    if span.end > len(text) or (text and not words.strip()):
        raise ValueError(f"no words at {span}")
    start = span.start + len(words) - len(words.lstrip())
    return Span(span.provision, start, start + len(words.strip()))
