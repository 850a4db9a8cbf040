"""Notes as they are printed: JSON (`notes list --json` of the contract) and lines."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Mapping
from itertools import zip_longest

from documents.annotations.model import Annotation
from documents.language import isolate
from documents.model import Document
from documents.provision_labels import label
from services.documents.library_documents import load_if_held
from services.notes import anchor_resolution
from services.notes.anchor_resolution import PlacedAnnotation
from services.notes.note_merge import MergeReport, OpenConflict
from ui.terminal.safe_text import Json
from ui.terminal.session import Session

_NO_TEXT = Document("", "", "", ())
"""In the place of a text that is not held: its provisions are named by their ids."""


def notes_json(found: Iterable[PlacedAnnotation]) -> Json:
    """Return notes. A target is at its present place, with its former one as `was` where that differs."""
    return {"notes": [_note(one) for one in found]}


def _note(placed: PlacedAnnotation) -> Json:
    one = placed.annotation
    return {
        "id": one.id,
        "kind": one.kind.value,
        "document": one.document,
        "language": one.language,
        "targets": _targets(placed),
        "text": one.text,
        "direction": one.direction,
        "colour": one.colour or None,
        "labels": list(one.labels),
        "stance": one.stance or None,
        "author": one.author or None,
        "stance_taken": one.stance_taken.isoformat() if one.stance_taken else None,
        "created": one.created.isoformat(),
        "changed": one.changed.isoformat(),
        "removed": one.removed.isoformat() if one.removed else None,
        "anchor": placed.state.value,
    }


def _targets(placed: PlacedAnnotation) -> list[Json]:
    told: list[Json] = []
    for target, found in zip_longest(placed.annotation.targets, placed.found):
        assert target is not None
        now = found.span if found is not None and found.span is not None else target.span
        row: Json = {"provision": now.provision, "start": now.start, "end": now.end, "quote": target.quote.exact}
        if now != target.span:
            row["was"] = {"provision": target.span.provision, "start": target.span.start, "end": target.span.end}
        if found is not None and found.candidates:
            row["candidates"] = [
                {"provision": c.span.provision, "start": c.span.start, "end": c.span.end, "score": round(c.score, 3)}
                for c in found.candidates
            ]
        told.append(row)
    return told


def conflict_json(one: OpenConflict) -> Json:
    """Return a conflict with both sides."""
    return {
        "id": one.id,
        "note": one.annotation,
        "field": one.field,
        "mine": _side(one.mine),
        "theirs": _side(one.theirs),
        "source": one.source,
    }


def _side(values: dict[str, object]) -> Json:
    """Return the fields of one side, with targets as places and words, without their context."""
    return {name: _places(value) if name == "targets" else value for name, value in values.items()}


def _places(targets: object) -> list[Json]:
    assert isinstance(targets, list)
    return [{"provision": t[0], "start": t[1], "end": t[2], "quote": t[3]} for t in targets]


def merge_json(report: MergeReport) -> Json:
    """Return the report of a merged file."""
    return {
        "added": list(report.added),
        "changed": list(report.changed),
        "same": report.same,
        "conflicts": [conflict_json(one) for one in report.conflicts],
    }


def side_line(values: Mapping[str, object]) -> str:
    """Return one side of a conflict as a line of text."""
    return " ".join(filter(None, (_words_of(name, value) for name, value in values.items()))) or "-"


def _words_of(name: str, value: object) -> str:
    if name == "targets":
        return " + ".join(f"{t['provision']} {isolate(t['quote'])}".strip() for t in _places(value))
    if name == "labels" and isinstance(value, list):
        return " ".join(f"#{label_}" for label_ in value)
    words = " ".join(str(value or "").split())
    return isolate(f"({words})" if name == "author" else words) if words else ""


def _line(placed: PlacedAnnotation, text: Document) -> str:
    """Return a note as one line: id, kind, place in `text`, state, marks, words of the text, words of the note."""
    one = placed.annotation
    spans = placed.spans or tuple(target.span for target in one.targets)
    places = "+".join(label(text, id_) for id_ in dict.fromkeys(span.provision for span in spans))
    where = isolate(f"{one.document} {places}".strip(), "ltr")
    marks = " ".join(filter(None, (one.colour, one.stance, *(f"#{name}" for name in one.labels))))
    quote = " … ".join(target.quote.exact for target in one.targets if not target.is_whole)
    words = "\t".join(isolate(" ".join(part.split())) if part else "" for part in (quote, one.text))
    return f"{one.id}\t{one.kind.value}\t{where}\t{placed.state.value}\t{marks}\t{words}"


def print_note(session: Session, options: argparse.Namespace, one: Annotation) -> int:
    """Print a note with its present place, as a line or as JSON, and return 0."""
    placed = anchor_resolution.resolve_all(session.db, (one,))[one.id]
    if options.json:
        session.print_json(_note(placed))
    else:
        print_lines(session, (placed,))
    return 0


def print_lines(session: Session, shown: Iterable[PlacedAnnotation]) -> None:
    """Print notes, a line each. A place has the label of the text that is held, as labels depend on the text."""
    texts: dict[tuple[str, str], Document] = {}
    for one in shown:
        name = (one.annotation.document, one.annotation.language)
        if name not in texts:
            texts[name] = load_if_held(session.db, *name) or _NO_TEXT
        session.print(_line(one, texts[name]))
