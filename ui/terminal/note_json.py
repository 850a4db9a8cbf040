"""Notes as JSON (`contract.md` §4) and as lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import zip_longest

from documents.language import isolate
from documents.model import Document
from documents.provision_labels import label
from library.conflicts import OpenConflict
from services.notes.anchor_resolution import Placed
from services.notes.note_merge import MergeReport
from ui.terminal.json_values import Json

NO_TEXT = Document("", "", "", ())
"""Stands for a text that is not held: its places are named by their ids."""


def notes(found: Iterable[Placed]) -> Json:
    """Return notes; a target that was moved is where it is now, and `was` says where it was."""
    return {"notes": [note(one) for one in found]}


def note(placed: Placed) -> Json:
    """Return one note."""
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


def _targets(placed: Placed) -> list[Json]:
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


def conflict(one: OpenConflict) -> Json:
    """Return a conflict with both its sides."""
    return {
        "id": one.id,
        "note": one.annotation,
        "field": one.field,
        "mine": _side(one.mine),
        "theirs": _side(one.theirs),
        "source": one.source,
    }


def _side(values: dict[str, object]) -> Json:
    """Return one side; of targets only what a person compares: the places and their words."""
    return {name: _places(value) if name == "targets" else value for name, value in values.items()}


def _places(targets: object) -> list[Json]:
    assert isinstance(targets, list)
    return [{"provision": t[0], "start": t[1], "end": t[2], "quote": t[3]} for t in targets]


def merged(report: MergeReport) -> Json:
    """Return what merging a file did."""
    return {
        "added": list(report.added),
        "changed": list(report.changed),
        "same": report.same,
        "conflicts": [conflict(one) for one in report.conflicts],
    }


def side_line(values: Mapping[str, object]) -> str:
    """Return one side of a conflict as words."""
    return " ".join(filter(None, (_words_of(name, value) for name, value in values.items()))) or "-"


def _words_of(name: str, value: object) -> str:
    if name == "targets":
        return " + ".join(f"{t['provision']} {isolate(t['quote'])}".strip() for t in _places(value))
    if name == "labels" and isinstance(value, list):
        return " ".join(f"#{label_}" for label_ in value)
    words = " ".join(str(value or "").split())
    return isolate(f"({words})" if name == "author" else words) if words else ""


def line(placed: Placed, text: Document = NO_TEXT) -> str:
    """Return a note as one line: id, kind, place in `text`, state, words of the text, the reader's own."""
    one = placed.annotation
    spans = placed.spans or tuple(target.span for target in one.targets)
    places = "+".join(label(text, id_) for id_ in dict.fromkeys(span.provision for span in spans))
    where = isolate(f"{one.document} {places}".strip(), "ltr")
    marks = " ".join(filter(None, (one.colour, one.stance, *(f"#{name}" for name in one.labels))))
    quote = " … ".join(target.quote.exact for target in one.targets if not target.is_whole)
    words = "\t".join(isolate(" ".join(part.split())) if part else "" for part in (quote, one.text))
    return f"{one.id}\t{one.kind.value}\t{where}\t{placed.state.value}\t{marks}\t{words}"
