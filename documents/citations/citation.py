"""A citation: a stretch of text that names an instrument, with its target and the evidence for it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from documents.citations.evidence import Evidence, EvidenceCode
from documents.position import Span


class CitationKind(StrEnum):
    """The kind of a cited instrument or of the citation (`contract.md` §2)."""

    RESOLUTION = "resolution"
    DECISION = "decision"
    DOCUMENT = "document"
    TREATY = "treaty"
    OFFICIAL_RECORDS = "official-records"
    SHORT_FORM = "short-form"


class CitationStatus(StrEnum):
    """Whether the target is known. `ambiguous` comes with candidates, `unresolved` without a target."""

    RESOLVED = "resolved"
    AMBIGUOUS = "ambiguous"
    UNRESOLVED = "unresolved"


@dataclass(frozen=True, slots=True)
class Pinpoint:
    """The place inside an instrument that a citation names: `paragraph 3 (a) of …`, `…، المادة ١٩`.

    `span` lies in the received text, before or after the citation's own. `place` is a path of Akoma Ntoso 3.0
    abbreviations with Western digits and Latin letters (`para_3__point_a`, `art_19`, `annex_2`, `chp_I__sec_D`).
    """

    span: Span
    text: str
    place: str


@dataclass(frozen=True, slots=True)
class Citation:
    """One place that cites one target.

    `span` lies in the received text. In a footnote its provision is `fn_6`. `target` is a canonical symbol or a treaty
    key `UNTS 1577/27531`, empty while unresolved. `evidence` holds the reason for the answer and then anything that
    qualifies it. `own` marks the document's own number. `pinpoints` are the places of the target that are named with
    it. `antecedent` is the span of the name that a short form (`the said Protocol`, `القرار المذكور`) repeats.
    `by_user` marks an answer of the user in place of one of the rules.
    """

    span: Span
    text: str
    kind: CitationKind
    target: str
    status: CitationStatus = CitationStatus.RESOLVED
    evidence: tuple[Evidence, ...] = ()
    candidates: tuple[str, ...] = ()
    own: bool = False
    pinpoints: tuple[Pinpoint, ...] = ()
    antecedent: Span | None = None
    by_user: bool = False

    def has(self, code: EvidenceCode) -> bool:
        """Say whether a code is among the evidence."""
        return any(one.code is code for one in self.evidence)
