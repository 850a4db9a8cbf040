"""The JSON of `citations`: citations of a text, citing places, coverage."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from documents.citations.catalogue.instrument_catalogue import Catalogue
from documents.citations.citation import Citation, CitationStatus, Pinpoint
from documents.model import Document
from documents.position import Span
from services.citations.cited_by import CitedBy, CitingPlace
from services.citations.coverage import CitedInstrument
from services.citations.override_layer import PlacedOverride
from services.citations.overrides import list_overrides
from services.documents.library_documents import held_languages, load_document
from services.documents.open_text import OpenText
from services.documents.pinpoint_location import locate_pinpoint
from services.open_library import Database
from ui.terminal.evidence_text import evidence_text
from ui.terminal.safe_text import Json


def citations(db: Database, text: OpenText, known: Catalogue) -> Json:
    """Return the citations of a text, and the user's overrides whose words are not in it any more."""
    shown = text.document
    held = held_languages(db, {one.target for one in text.citations})
    targets = _Targets(db, held)
    lost = [one for one in list_overrides(db, shown.symbol, shown.language) if one.anchor == "lost"]
    form: Json = {
        "document": shown.symbol,
        "language": shown.language,
        "citations": [_citation(one, known, targets) for one in text.citations],
    }
    if lost:
        form["lost_corrections"] = [_lost(one) for one in lost]
    return form


class _Targets:
    """The documents that pinpoints point into, each loaded once."""

    def __init__(self, db: Database, held: Mapping[str, tuple[str, ...]]) -> None:
        self._db, self.held = db, held
        self._documents: dict[str, Document] = {}

    def provision(self, target: str, place: str) -> str | None:
        """Return the provision at a place of a target, None where it is not held or has no such place."""
        if target not in self.held:
            return None
        if target not in self._documents:
            self._documents[target] = load_document(self._db, target)
        found = locate_pinpoint(self._documents[target], place)
        return found.provision if found else None


def _citation(one: Citation, known: Catalogue, targets: _Targets) -> Json:
    instrument = known.get(one.target) if one.target else None
    form: Json = {
        "provision": one.span.provision,
        "start": one.span.start,
        "end": one.span.end,
        "text": one.text,
        "kind": one.kind.value,
        "target": one.target,
        "status": one.status.value,
        "evidence": evidence_text(one.evidence),
        "title": dict(instrument.names) if instrument else {},
        "date": instrument.date.isoformat() if instrument and instrument.date else None,
        "in_library": one.target in targets.held,
    }
    if instrument and instrument.uncertain:
        form["uncertain"] = sorted(instrument.uncertain)
    if one.own:
        form["self"] = True
    if one.status is CitationStatus.AMBIGUOUS:
        form["candidates"] = list(one.candidates)
    if one.pinpoints:
        form["pinpoints"] = [_pinpoint(one.target, pinpoint, targets) for pinpoint in one.pinpoints]
    if one.antecedent:
        form["antecedent"] = _span(one.antecedent)
    if one.by_user:
        form["by_user"] = True
    return form


def _pinpoint(target: str, pinpoint: Pinpoint, targets: _Targets) -> Json:
    """Return a pinpoint with its provision in the cited document, null where that is not held."""
    return {
        **_span(pinpoint.span),
        "text": pinpoint.text,
        "place": pinpoint.place,
        "target_provision": targets.provision(target, pinpoint.place),
    }


def _span(span: Span) -> Json:
    return {"provision": span.provision, "start": span.start, "end": span.end}


def _lost(one: PlacedOverride) -> Json:
    quote = one.override.quote
    return {
        **_span(one.span),
        "quote": quote.exact,
        "prefix": quote.prefix,
        "suffix": quote.suffix,
        "target": one.override.target,
        "changed": one.override.changed.isoformat(),
    }


def cited_by(found: CitedBy) -> Json:
    """Return the citing places of a target. `citations` counts places, `documents` symbols."""
    return {
        "document": found.target,
        "citations": found.citations,
        "documents": found.documents,
        "cited_by": [_citing(one) for one in found.rows],
    }


def _citing(one: CitingPlace) -> Json:
    return {
        "document": one.symbol,
        "language": one.language,
        "title": one.title,
        "date": one.date.isoformat() if one.date else None,
        "provision": one.provision,
        "label": one.label,
        "start": one.start,
        "end": one.end,
        "text": one.quote[one.quote_start : one.quote_start + one.end - one.start],
        "quote": one.quote,
        "quote_start": one.quote_start,
    }


def coverage(name: tuple[str, str] | None, rows: Iterable[CitedInstrument]) -> Json:
    """Return the instruments cited by a document, or by the library where `name` is None."""
    return {
        "document": name[0] if name else None,
        "language": name[1] if name else None,
        "instruments": [_covered(row) for row in rows],
    }


def _covered(row: CitedInstrument) -> Json:
    return {
        "target": row.target,
        "kind": row.kind.value,
        "title": dict(row.names),
        "date": row.date.isoformat() if row.date else None,
        "status": row.status,
        "citations": row.citations,
        "documents": row.documents,
        "languages": list(row.languages),
        "links": list(row.links),
        "uncertain": row.uncertain,
    }
