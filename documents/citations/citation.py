"""A citation: a stretch of text that names an instrument, what it was resolved to, and by what evidence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from documents.position import Span


class CitationKind(StrEnum):
    """What is cited, or how (`contract.md` §2)."""

    RESOLUTION = "resolution"
    DECISION = "decision"
    DOCUMENT = "document"
    TREATY = "treaty"
    OFFICIAL_RECORDS = "official-records"
    SHORT_FORM = "short-form"


class CitationStatus(StrEnum):
    """Whether the target is known: `ambiguous` comes with candidates, `unresolved` without a target."""

    RESOLVED = "resolved"
    AMBIGUOUS = "ambiguous"
    UNRESOLVED = "unresolved"


@dataclass(frozen=True, slots=True)
class Citation:
    """One place that cites one target.

    `span` lies in the received text; in a footnote its provision is `fn_6`. `target` is a canonical symbol
    or a treaty key `UNTS 1577/27531`, empty while unresolved. `evidence` is data in words
    (`date 2018-12-17 = session 73`), not a sentence for people. `own` marks the document's own number.
    """

    span: Span
    text: str
    kind: CitationKind
    target: str
    status: CitationStatus = CitationStatus.RESOLVED
    evidence: str = ""
    candidates: tuple[str, ...] = ()
    own: bool = False
