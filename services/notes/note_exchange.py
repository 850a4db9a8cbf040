"""A reader's notes as files, out and in: for a brief, for a spreadsheet, and for a colleague's laptop."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from documents.annotations.export.exported_annotation import ExportedAnnotation, ExportedPlace
from documents.annotations.model import Annotation, LabelOrder, Target
from documents.interface_languages import interface_language
from documents.model import Document
from documents.position import Span
from documents.provision_labels import label
from documents.reading import Reading
from library import catalogue, labels, notes
from library.database import Database
from services.citations.citation_target import address
from services.documents.document_reader import OpenText
from services.documents.provision_reference import reference
from services.notes.anchor_resolution import Placed, everywhere

if TYPE_CHECKING:
    from documents.annotations.web.reader import AnnotationFile

FORMATS = ("jsonld", "md", "html", "docx", "csv")
"""The formats that notes are written in, as the command line names them."""

WHOLE_FORMATS = ("html", "docx")
"""The formats that a whole text is written in with its notes."""

_NO_TEXT = Document("", "", "", ())
"""Names are the same without the text: a note is named even when its document is gone."""


@dataclass(frozen=True, slots=True)
class _Held:
    """A document that is held, as it is read."""

    document: Document
    reading: Reading


def cited(
    db: Database, made: Sequence[Annotation], language: str, *, as_received: bool = False
) -> tuple[ExportedAnnotation, ...]:
    """Return annotations with their references in a language, and their words as the text is read."""
    placed = everywhere(db, made)
    texts: dict[tuple[str, str], _Held | None] = {}
    for one in made:
        key = (one.document, one.language)
        if key not in texts:
            texts[key] = _held(db, *key, as_received=as_received)
    return tuple(_cited(texts[one.document, one.language], placed[one.id], language) for one in made)


def export(db: Database, made: Sequence[Annotation], format_: str, language: str, heading: str = "") -> bytes:
    """Return a file of annotations in the order they come, with words of the interface's `language`.

    KeyError for a format that is none of FORMATS.
    """
    told = cited(db, made, language)
    match format_:
        case "jsonld":
            from documents.annotations.web.writer import write

            return write(told, _order(db, made))
        case "md":
            from documents.annotations.export import markdown_export

            return markdown_export.write(told, language=language, heading=heading)
        case "html":
            from documents.annotations.export import html_export

            return html_export.write(told, language=language, heading=heading)
        case "docx":
            from documents.annotations.export import docx_export

            return docx_export.write(told, language=language, heading=heading)
        case "csv":
            from documents.annotations.export import csv_export

            return csv_export.write(told, language=language, heading=heading)
        case _:
            raise KeyError(format_)


def _order(db: Database, made: Sequence[Annotation]) -> LabelOrder:
    """Return the labels of annotations in the reader's order, each with those of them that it holds in theirs."""
    ids = {one.id for one in made}
    named = {label for one in made for label in one.labels}
    held = [(label.path, labels.within(db, label.path)) for label in labels.all_labels(db)]
    return [(path, [id_ for id_ in order if id_ in ids]) for path, order in held if path in named]


def export_whole(db: Database, text: OpenText, language: str, format_: str = "html") -> bytes:
    """Return the whole text as it is open, with its notes in place: one of WHOLE_FORMATS, KeyError for another."""
    made = notes.of_document(db, text.document.symbol, text.document.language)
    placed = everywhere(db, made)
    told = cited(db, made, language, as_received=text.reading.as_received)
    standing = [(one, placed[one.annotation.id].spans) for one in told]
    match format_:
        case "html":
            from documents.annotations.export import annotated_html

            return annotated_html.write(text.reading, standing, language=language)
        case "docx":
            from documents.annotations.export import annotated_docx

            return annotated_docx.write(text.reading, standing, language=language)
        case _:
            raise KeyError(format_)


def read_notes(data: bytes) -> AnnotationFile:
    """Read a file of notes; NotAnnotations. The targets of others are named by the provisions of texts held here."""
    from documents.annotations.web.reader import read

    return read(data)


def in_text_order(made: Iterable[Annotation]) -> tuple[Annotation, ...]:
    """Return annotations by document and, as far as their places tell, in the order of its text."""
    return tuple(sorted(made, key=lambda one: (one.document, one.language, *_place(one))))


def _place(one: Annotation) -> tuple[object, ...]:
    if not one.targets:
        return ("", 0, one.created)
    span = one.targets[0].span
    number = "".join(part.zfill(6) if part.isdecimal() else _RANK.get(part, part) for part in span.provision.split("_"))
    return (number, span.start, one.created)


_RANK = {"masthead": "0", "title": "1", "chapeau": "2", "pp": "3", "op": "4", "closing": "8", "fn": "9"}


def _held(db: Database, symbol: str, language: str, *, as_received: bool) -> _Held | None:
    if not catalogue.has(db, symbol, language):
        return None
    document = catalogue.load(db, symbol, language)
    return _Held(document, Reading(document, catalogue.corrections(db, document), as_received=as_received))


def _cited(held: _Held | None, placed: Placed, language: str) -> ExportedAnnotation:
    one = placed.annotation
    if held is None:
        places = tuple(_lost(target) for target in one.targets)
        return ExportedAnnotation(
            one, _without_text(one, places, language), "", places, address(one.document, one.language)
        )
    spans = placed.spans
    if spans:
        places = tuple(_standing(held, span) for span in spans)
        ids = dict.fromkeys(span.provision for span in spans)
        corrected = any(_is_corrected(held.reading, span) for span in spans)
        told = reference(held.document, ids, language, corrected=corrected)
    else:
        places = tuple(_lost(target) for target in one.targets)
        told = _without_text(one, places, language)
    return ExportedAnnotation(one, told, held.document.title, places, address(one.document, one.language))


def _is_corrected(reading: Reading, span: Span) -> bool:
    found = () if reading.as_received else reading.corrections_in(span.provision)
    return any(correction.applied and correction.span.overlaps(span) for correction in found)


def _standing(held: _Held, span: Span) -> ExportedPlace:
    return ExportedPlace(span.provision, label(held.document, span.provision), held.reading.cut(span))


def _lost(target: Target) -> ExportedPlace:
    return ExportedPlace(target.span.provision, label(_NO_TEXT, target.span.provision), target.quote.exact)


def _without_text(one: Annotation, places: Sequence[ExportedPlace], language: str) -> str:
    """Return a reference to where it was made: the text is not held, or has lost the words."""
    names = dict.fromkeys(place.label for place in places if place.label)
    return interface_language(language).comma.join((one.document, *names))
