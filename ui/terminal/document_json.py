"""The JSON of `show`, `list` and `import`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import asdict

from documents.corrections import Correction
from documents.language import direction
from documents.model import Document, Footnote, FootnoteStatus, Kind, Provision, SourceWarning
from documents.provision_labels import label
from documents.reading import Reading
from documents.verbs import Verb
from services.documents.document_import import AddedInstruments, FailedFile, ImportedFile, ImportReport
from services.documents.library_documents import Entry
from services.documents.open_text import OpenText
from ui.terminal.safe_text import Json

_WITH_VERBS = (Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH)


def document(text: OpenText, only: frozenset[str] | None = None) -> Json:
    """Return a text with both its readings, or only the provisions and footnotes (`fn_6`) with these ids."""
    shown, reading = text.document, text.corrected().reading
    facts = shown.masthead
    provisions = [p for p in shown.provisions if only is None or p.id in only]
    footnotes = [n for n in shown.footnotes if only is None or f"fn_{n.number}" in only]
    corrections = [c for c in reading.corrections if only is None or c.span.provision in only]
    return {
        "symbol": shown.symbol,
        "language": shown.language,
        "direction": direction(shown.language),
        "title": shown.title,
        "organ": facts.organ,
        "nested_organ": facts.nested_organ,
        "date": facts.adopted.isoformat() if facts.adopted else None,
        "session": facts.session,
        "agenda_items": list(facts.agenda_items),
        "provenance": facts.provenance,
        "meeting": facts.meeting,
        "provisions": [_provision(shown, reading, provision) for provision in provisions],
        "footnotes": [_footnote(text, note) for note in footnotes],
        "corrections": [_correction(correction) for correction in corrections],
        "source": _source(shown),
    }


def _provision(shown: Document, reading: Reading, provision: Provision) -> Json:
    verbs = reading.verbs(provision.id) if provision.kind in _WITH_VERBS else ()
    return {
        "id": provision.id,
        "kind": provision.kind.value,
        "number": provision.number,
        "printed_number": provision.printed_number,
        "label": label(shown, provision.id),
        "parent": provision.parent,
        "text": provision.text,
        "corrected_text": reading.text(provision.id),
        "verbs": [_verb(verb) for verb in verbs],
        "markers": [asdict(marker) for marker in provision.markers],
    }


def _verb(verb: Verb) -> Json:
    return {
        "text": verb.text,
        "lemma": verb.lemma,
        "english": list(verb.english),
        "force": verb.force,
        "adverb": verb.adverb,
        "start": verb.start,
        "end": verb.end,
    }


def _footnote(text: OpenText, note: Footnote) -> Json:
    places = text.document.markers_of(note.number)
    form: Json = {
        "number": note.number,
        "text": note.text,
        "printed": note.printed,
        "language": note.language,
        "markers": [{"provision": place.provision, "offset": place.offset} for place in places],
        "status": note.status.value,
    }
    if note.status is FootnoteStatus.MISSING and note.number in text.likely:
        form["likely"] = text.likely[note.number]
    return form


def _correction(correction: Correction) -> Json:
    return {
        "provision": correction.span.provision,
        "start": correction.span.start,
        "end": correction.span.end,
        "received": correction.received,
        "corrected": correction.corrected,
        "confidence": correction.confidence,
        "reason": correction.reason,
        "applied": correction.applied,
    }


def _source(shown: Document) -> Json:
    source = shown.source
    return {
        "name": source.name,
        "sha256": source.sha256,
        "format": source.format,
        "warnings": [_warning(warning) for warning in source.warnings],
        "unplaced": source.unplaced,
    }


def _warning(warning: SourceWarning) -> Json:
    return {"code": warning.code, "provision": warning.provision, "text": warning.text}


def entries(held: Iterable[Entry]) -> Json:
    """Return the documents of the library."""
    return {
        "documents": [
            {
                "symbol": entry.symbol,
                "language": entry.language,
                "title": entry.title,
                "organ": entry.organ,
                "date": entry.date.isoformat() if entry.date else None,
                "session": entry.session,
                "provisions": entry.provisions,
                "footnotes": entry.footnotes,
                "added": entry.added.isoformat(),
            }
            for entry in held
        ]
    }


def imported(report: ImportReport, reason: Callable[[FailedFile], str]) -> Json:
    """Return the outcome for each file. `reason` makes the sentence about a failure."""
    form: Json = {
        "imported": [_imported(one) for one in report.imported],
        "failed": [_failed(one, reason(one)) for one in report.failed],
    }
    if report.added:
        form["added"] = [_added(one) for one in report.added]
    return form


def _imported(one: ImportedFile) -> Json:
    return {
        "path": str(one.path),
        "symbol": one.symbol,
        "language": one.language,
        "provisions": one.provisions,
        "footnotes": one.footnotes,
        "citations": one.citations,
        "warnings": [_warning(warning) for warning in one.warnings],
        "replaced": one.replaced,
    }


def _added(one: AddedInstruments) -> Json:
    conflicts = [asdict(conflict) for conflict in one.conflicts]
    return {"path": str(one.path), "instruments": one.instruments, "conflicts": conflicts}


def _failed(one: FailedFile, message: str) -> Json:
    form: Json = {"path": str(one.path), "code": one.code, "message": message}
    if one.fault:
        form |= {"row": one.fault.row, "field": one.fault.field, "problem": one.fault.problem}
    return form
