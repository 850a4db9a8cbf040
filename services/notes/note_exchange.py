"""Export notes to files, alone or within the whole text, and read files of notes."""

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
from services.citations.official_address import official_address
from services.documents.open_text import OpenText
from services.documents.provision_reference import reference
from services.notes.anchor_resolution import PlacedAnnotation, resolve_all

if TYPE_CHECKING:
    from documents.annotations.web.reader import AnnotationFile

FORMATS = ("jsonld", "md", "html", "docx", "csv")
"""The formats of exported notes, as the command line names them."""

WHOLE_FORMATS = ("html", "docx")
"""The formats of a whole text exported with its notes."""

_NO_TEXT = Document("", "", "", ())
"""Stands for a text that is not held, so that its notes are named by their provisions all the same."""


@dataclass(frozen=True, slots=True)
class _HeldText:
    """A held document in a reading."""

    document: Document
    reading: Reading


def with_references(
    db: Database, made: Sequence[Annotation], language: str, *, as_received: bool = False
) -> tuple[ExportedAnnotation, ...]:
    """Return annotations with their references in a language, and the words they are on as the text reads."""
    placed = resolve_all(db, made)
    texts: dict[tuple[str, str], _HeldText | None] = {}
    for one in made:
        key = (one.document, one.language)
        if key not in texts:
            texts[key] = _load(db, *key, as_received=as_received)
    return tuple(_cited(texts[one.document, one.language], placed[one.id], language) for one in made)


def export(db: Database, made: Sequence[Annotation], format_: str, language: str, heading: str = "") -> bytes:
    """Return a file of annotations in the order given, with words of the interface's `language`.

    KeyError for a format that is not one of FORMATS.
    """
    exported = with_references(db, made, language)
    match format_:
        case "jsonld":
            from documents.annotations.web.writer import write

            return write(exported, _label_order(db, made))
        case "md":
            from documents.annotations.export import markdown_export

            return markdown_export.write(exported, language=language, heading=heading)
        case "html":
            from documents.annotations.export import html_export

            return html_export.write(exported, language=language, heading=heading)
        case "docx":
            from documents.annotations.export import docx_export

            return docx_export.write(exported, language=language, heading=heading)
        case "csv":
            from documents.annotations.export import csv_export

            return csv_export.write(exported, language=language, heading=heading)
        case _:
            raise KeyError(format_)


def _label_order(db: Database, made: Sequence[Annotation]) -> LabelOrder:
    """Return the labels of annotations in the user's order, each with the ids of those annotations in its own order."""
    ids = {one.id for one in made}
    named = {label for one in made for label in one.labels}
    held = [(label.path, labels.members(db, label.path)) for label in labels.all_labels(db)]
    return [(path, [id_ for id_ in order if id_ in ids]) for path, order in held if path in named]


def export_annotated_text(db: Database, text: OpenText, language: str, format_: str = "html") -> bytes:
    """Return the file of a whole text in its present reading, with its notes. KeyError for none of WHOLE_FORMATS."""
    made = notes.of_document(db, text.document.symbol, text.document.language)
    placed = resolve_all(db, made)
    exported = with_references(db, made, language, as_received=text.reading.as_received)
    standing = [(one, placed[one.annotation.id].spans) for one in exported]
    match format_:
        case "html":
            from documents.annotations.export import annotated_html

            return annotated_html.write(text.reading, standing, language=language)
        case "docx":
            from documents.annotations.export import annotated_docx

            return annotated_docx.write(text.reading, standing, language=language)
        case _:
            raise KeyError(format_)


def removals_to_share(db: Database, documents: Iterable[tuple[str, str]] | None = None) -> tuple[Annotation, ...]:
    """Return removed notes without their words, to be exported so that a merge removes them elsewhere.

    `documents` are (symbol, language) of the texts whose notes are exported, None for all.
    """
    return notes.removals_to_share(db, documents)


def read_notes(data: bytes) -> AnnotationFile:
    """Read a file of notes. NotAnnotations where it is none."""
    from documents.annotations.web.reader import read

    return read(data)


def _load(db: Database, symbol: str, language: str, *, as_received: bool) -> _HeldText | None:
    if not catalogue.has(db, symbol, language):
        return None
    document = catalogue.load(db, symbol, language)
    return _HeldText(document, Reading(document, catalogue.corrections(db, document), as_received=as_received))


def _cited(held: _HeldText | None, placed: PlacedAnnotation, language: str) -> ExportedAnnotation:
    one = placed.annotation
    if held is None:
        places = tuple(_former_place(target) for target in one.targets)
        return ExportedAnnotation(
            one, _without_text(one, places, language), "", places, official_address(one.document, one.language)
        )
    spans = placed.spans
    if spans:
        places = tuple(_place(held, span) for span in spans)
        ids = dict.fromkeys(span.provision for span in spans)
        corrected = any(_is_corrected(held.reading, span) for span in spans)
        reference_text = reference(held.document, ids, language, corrected=corrected)
    else:
        places = tuple(_former_place(target) for target in one.targets)
        reference_text = _without_text(one, places, language)
    return ExportedAnnotation(
        one, reference_text, held.document.title, places, official_address(one.document, one.language)
    )


def _is_corrected(reading: Reading, span: Span) -> bool:
    found = () if reading.as_received else reading.corrections_in(span.provision)
    return any(correction.applied and correction.span.overlaps(span) for correction in found)


def _place(held: _HeldText, span: Span) -> ExportedPlace:
    return ExportedPlace(span.provision, label(held.document, span.provision), held.reading.cut(span))


def _former_place(target: Target) -> ExportedPlace:
    return ExportedPlace(target.span.provision, label(_NO_TEXT, target.span.provision), target.quote.exact)


def _without_text(one: Annotation, places: Sequence[ExportedPlace], language: str) -> str:
    """Return a reference for an annotation whose text is not held or no longer has its words."""
    names = dict.fromkeys(place.label for place in places if place.label)
    return interface_language(language).comma.join((one.document, *names))
