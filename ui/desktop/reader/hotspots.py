"""The places in a provision that answer to pointer and keyboard: markers, citations, corrections."""

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
class Hotspot:
    """One such place: provision `at`, UTF-16 `start` to `end` in it, and what stands there."""

    at: int
    start: int
    end: int
    value: StopValue


def stops_of(text: ShownText, at: int) -> list[Hotspot]:
    """Return the stops of a provision in text order; a marker comes before the words it stands in.

    The words of a pinpoint are a stop of their own: its citation with that place alone.
    """
    if at >= len(text.displayed):
        return []
    displayed_text = text.displayed[at]
    found = [
        Hotspot(at, displayed_text.utf_16(m.start), displayed_text.utf_16(m.end), m) for m in displayed_text.markers
    ]
    cited = [c for c in text.citations(at) if not c.own]
    values: list[tuple[Span, Citation | Correction]] = [(c.span, c) for c in cited]
    values += [(p.span, replace(c, pinpoints=(p,))) for c in cited for p in c.pinpoints]
    values += [(correction.span, correction) for correction in text.corrections(at)]
    for span, value in values:
        shown = text.shown_span(span)
        if shown is not None and shown[0] == at and shown[1] < shown[2]:
            found.append(Hotspot(at, shown[1], shown[2], value))
    return sorted(found, key=lambda hotspot: (hotspot.start, hotspot.end))


def markers(hotspots: Iterable[Hotspot]) -> list[Hotspot]:
    """Return the markers among stops."""
    return [hotspot for hotspot in hotspots if isinstance(hotspot.value, ShownMarker)]


def at_offset(hotspots: Iterable[Hotspot], offset: int) -> Hotspot | None:
    """Return the stop that a caret at `offset` touches, markers first; None where there is none."""
    touched = [hotspot for hotspot in hotspots if hotspot.start <= offset <= hotspot.end]
    return min(touched, key=lambda s: (not isinstance(s.value, ShownMarker), s.end - s.start), default=None)
