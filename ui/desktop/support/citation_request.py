"""What a person can ask for at a citation: one vocabulary for text, footnotes, cards and menus."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from documents.citations.citation import Citation
from documents.position import Span


class CitationAction(StrEnum):
    """What is asked for."""

    OPEN = "open"
    BESIDE = "beside"
    IMPORT = "import"
    CITED_BY = "cited-by"
    CORRECT = "correct"
    CHOOSE = "choose"
    DISMISS = "dismiss"
    RESET = "reset"


@dataclass(frozen=True, slots=True)
class CitationRequest:
    """One thing asked for: of a `target`, at a `place` in it (as in `Pinpoint`), or of the words at `span`.

    `citation` is the one that stands there; words that are no citation yet have only a span.
    """

    act: CitationAction
    target: str = ""
    place: str = ""
    citation: Citation | None = None
    span: Span | None = None


def place_in(citation: Citation | None) -> str:
    """Return the place that a citation names in its instrument, where it names one alone, else ""."""
    places = {pinpoint.place for pinpoint in citation.pinpoints} if citation is not None else set()
    return places.pop() if len(places) == 1 else ""
