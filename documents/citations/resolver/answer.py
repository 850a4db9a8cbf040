"""A mention as found in a text, and the answer of the resolver."""

from __future__ import annotations

from dataclasses import dataclass

from documents.citations.citation import CitationKind, CitationStatus, Pinpoint
from documents.citations.evidence import Evidence
from documents.citations.forms.mention import Mention
from documents.position import Span


@dataclass(frozen=True, slots=True)
class Answer:
    """The meaning of a mention.

    `order` is set where the evidence also shows how this document orders its numbers. `glued` is the number of digits
    at the end of the mention that are a footnote mark and no part of the citation.
    """

    kind: CitationKind
    target: str = ""
    evidence: tuple[Evidence, ...] = ()
    candidates: tuple[str, ...] = ()
    order: str = ""
    own: bool = False
    glued: int = 0

    @property
    def status(self) -> CitationStatus:
        """Resolved with a target, ambiguous with several candidates, else unresolved."""
        if self.target:
            return CitationStatus.RESOLVED
        return CitationStatus.AMBIGUOUS if len(self.candidates) > 1 else CitationStatus.UNRESOLVED


@dataclass(frozen=True, slots=True)
class Found:
    """A mention with its span in the received text.

    `named` are the organs named before it in its passage, `note` is the number of its footnote, `pinpoints` are the
    places named with it.
    """

    mention: Mention
    span: Span
    named: tuple[str, ...] = ()
    note: str = ""
    pinpoints: tuple[Pinpoint, ...] = ()
