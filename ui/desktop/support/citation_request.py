"""Requests at a citation, shared by text, footnotes, cards and menus."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from documents.citations.citation import Citation
from documents.position import Span


class CitationAction(StrEnum):
    """The kinds of requests."""

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
    """A request for a `target`, at a `place` in it as in `Pinpoint`, or for the words of a `span`.

    `citation` is None for words that are no citation yet.
    """

    act: CitationAction
    target: str = ""
    place: str = ""
    citation: Citation | None = None
    span: Span | None = None


def place_in(citation: Citation | None) -> str:
    """Return the place that a citation names in its instrument if it is the only one, else ""."""
    places = {pinpoint.place for pinpoint in citation.pinpoints} if citation is not None else set()
    return places.pop() if len(places) == 1 else ""
