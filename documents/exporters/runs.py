"""A provision in a reading, cut into runs by corrections, verbs and markers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from documents.corrections import Correction
from documents.model import Kind, Marker
from documents.position import FOOTNOTE_PREFIX
from documents.reading import Reading
from documents.verbs import Verb


@dataclass(frozen=True, slots=True)
class Run:
    """Words with the same correction and verb: `text` in the reading, `received` in the source."""

    text: str
    received: str
    correction: Correction | None = None
    verb: Verb | None = None


def runs(reading: Reading, id_: str) -> Iterator[Run | Marker]:
    """Yield the runs and markers of a provision (or footnote, `fn_6`) in order. Joined, the runs are the reading."""
    text = reading.document.text_of(id_)
    corrections = reading.corrections_in(id_)
    replaced = [c for c in corrections if c.applied and not reading.as_received]
    verbs, markers = _verbs(reading, id_), _markers(reading, id_)
    places = {0, len(text), *(min(max(m.offset, 0), len(text)) for m in markers)}
    places |= {place for c in corrections for place in (c.span.start, c.span.end)}
    places |= {place for verb in verbs for place in (verb.start, verb.end)}
    kept = sorted(p for p in places if not any(c.span.start < p < c.span.end for c in replaced))
    waiting = sorted(markers, key=lambda m: m.offset)
    for start, end in zip(kept, [*kept[1:], len(text)], strict=True):
        for insertion in (c for c in replaced if c.span.start == c.span.end == start):
            yield Run(insertion.corrected or "", "", insertion, _at(verbs, start, end))
        while waiting and waiting[0].offset <= start:
            yield waiting.pop(0)
        if start < end:
            yield _run(text[start:end], start, end, corrections, replaced, _at(verbs, start, end))
    yield from waiting


def _run(
    words: str, start: int, end: int, corrections: tuple[Correction, ...], replaced: list[Correction], verb: Verb | None
) -> Run:
    for correction in replaced:
        if correction.span.start == start and correction.span.end == end:
            return Run(correction.corrected or "", words, correction, verb)
    found = next((c for c in corrections if c.span.start <= start and end <= c.span.end), None)
    return Run(words, words, found, verb)


def _at(verbs: tuple[Verb, ...], start: int, end: int) -> Verb | None:
    return next((verb for verb in verbs if verb.start <= start < verb.end and end <= verb.end), None)


def _verbs(reading: Reading, id_: str) -> tuple[Verb, ...]:
    if id_.startswith(FOOTNOTE_PREFIX) or reading.document.provision(id_).kind not in (
        Kind.PREAMBULAR,
        Kind.OPERATIVE,
        Kind.SUBPARAGRAPH,
    ):
        return ()
    return reading.verbs(id_)


def _markers(reading: Reading, id_: str) -> tuple[Marker, ...]:
    return () if id_.startswith(FOOTNOTE_PREFIX) else reading.document.provision(id_).markers
