"""Corrections of a text that was received damaged: the received words, the corrected words and the reason.

A correction never changes a document. With a confidence of at least `APPLIED_FROM` it is applied in the corrected
reading, which is shown and searched. With less it is a suspicion, which is listed and marked only.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from documents.model import Document
from documents.offsets import Edit, OffsetMap
from documents.position import Span
from resources import resource

APPLIED_FROM = 0.75
"""The least confidence with which a correction is applied."""


@dataclass(frozen=True, slots=True, order=True)
class Correction:
    """One correction of the fewest words that differ, at a span of the received text.

    `corrected` is None where a fault is suspected and no reading is offered. `confidence` is 0 to 1.
    """

    span: Span
    received: str
    corrected: str | None
    confidence: float
    reason: str = ""

    @property
    def applied(self) -> bool:
        """Whether the corrected reading shows it. Otherwise it is a suspicion."""
        return self.corrected is not None and self.confidence >= APPLIED_FROM


@cache
def bundled(sha256: str) -> tuple[Correction, ...]:
    """Return the corrections that ship with Qarar for a source file by its SHA-256, none for any other file."""
    for file in resource("documents").iterdir():
        if file.name.endswith(".corrections.tsv"):
            source, _, *rows = file.read_text(encoding="utf-8").splitlines()
            if source == f"# sha256 {sha256}":
                return tuple(_correction(row.split("\t")) for row in rows)
    return ()


def _correction(cells: list[str]) -> Correction:
    provision, start, end, received, corrected, confidence, reason = cells
    return Correction(Span(provision, int(start), int(end)), received, corrected or None, float(confidence), reason)


def fitting(document: Document, corrections: Iterable[Correction]) -> tuple[Correction, ...]:
    """Return, in text order, the corrections whose received words stand at their span in this document."""
    order = {id_: index for index, (id_, _) in enumerate(document.texts())}
    found = [
        c
        for c in corrections
        if c.span.provision in order and c.span.cut(document.text_of(c.span.provision)) == c.received
    ]
    return tuple(sorted(found, key=lambda c: (order[c.span.provision], c.span.start)))


def offset_map(text: str, corrections: Iterable[Correction]) -> OffsetMap:
    """Return the map from a provision's received text to its corrected reading. Suspicions change nothing."""
    edits = [Edit(c.span.start, c.span.end, c.corrected or "") for c in corrections if c.applied]
    return OffsetMap(edits, len(text))
