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


QUOTE_WIDTH = 160
"""The length of an excerpt in code points, unless the place itself is longer."""


def words_around(text: str, start: int, end: int, width: int = QUOTE_WIDTH) -> tuple[str, int]:
    """Return whole words around `text[start:end]` and the offset of the place in them.

    The excerpt has at most `width` code points. A longer place is returned alone. Line breaks are kept, so that offsets
    in the excerpt differ from those of the text by one constant.
    """
    spare = max(0, width - (end - start))
    # What one side does not need the other gets.
    after = min(len(text) - end, max(spare // 2, spare - start))
    first = max(0, start - (spare - after))
    last = end + after
    if first:
        first = next((at for at in range(first, start) if text[at - 1].isspace()), start)
    if last < len(text):
        last = next((at for at in range(last, end, -1) if text[at].isspace()), end)
    while first < start and text[first].isspace():
        first += 1
    while last > end and text[last - 1].isspace():
        last -= 1
    return text[first:last], start - first
