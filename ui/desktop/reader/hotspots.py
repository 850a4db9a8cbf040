"""The places in a clause that answer to pointer and keyboard: markers, citations, corrections."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from documents.citations.citation import Citation
from documents.corrections import Correction
from documents.position import Span
from ui.desktop.reader.display import ShownMarker
from ui.desktop.reader.shown_text import ShownText

StopValue = ShownMarker | Citation | Correction


@dataclass(frozen=True, slots=True)
class Stop:
    """One such place: clause `at`, UTF-16 `start` to `end` in it, and what stands there."""

    at: int
    start: int
    end: int
    value: StopValue


def stops_of(text: ShownText, at: int) -> list[Stop]:
    """Return the stops of a clause in text order; a marker comes before the words it stands in.

    The words of a pinpoint are a stop of their own: its citation with that place alone.
    """
    if at >= len(text.clauses):
        return []
    clause = text.clauses[at]
    found = [Stop(at, clause.utf_16(m.start), clause.utf_16(m.end), m) for m in clause.markers]
    cited = [c for c in text.citations(at) if not c.own]
    values: list[tuple[Span, Citation | Correction]] = [(c.span, c) for c in cited]
    values += [(p.span, replace(c, pinpoints=(p,))) for c in cited for p in c.pinpoints]
    values += [(correction.span, correction) for correction in text.corrections(at)]
    for span, value in values:
        shown = text.shown_span(span)
        if shown is not None and shown[0] == at and shown[1] < shown[2]:
            found.append(Stop(at, shown[1], shown[2], value))
    return sorted(found, key=lambda stop: (stop.start, stop.end))


def markers(stops: Iterable[Stop]) -> list[Stop]:
    """Return the markers among stops."""
    return [stop for stop in stops if isinstance(stop.value, ShownMarker)]


def at_offset(stops: Iterable[Stop], offset: int) -> Stop | None:
    """Return the stop that a caret at `offset` touches, markers first; None where there is none."""
    touched = [stop for stop in stops if stop.start <= offset <= stop.end]
    return min(touched, key=lambda s: (not isinstance(s.value, ShownMarker), s.end - s.start), default=None)
