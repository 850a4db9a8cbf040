"""Sources that "ibid." refers to: the footnote before, or the document in brackets before in running text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from documents.citations.citation import Citation, CitationKind
from documents.citations.evidence import Evidence, EvidenceCode
from documents.citations.forms.ibid import in_brackets
from documents.citations.forms.mention import RECORDS, UNTS, Known, Same
from documents.citations.resolver.answer import Answer, Found
from documents.model import Document
from documents.position import footnote_id


@dataclass(frozen=True, slots=True)
class _Where:
    """The place of a source: the number of a footnote, or the id of a provision."""

    place: str
    note: bool

    def named(self, source: str) -> tuple[Evidence, ...]:
        """Return the evidence that a source was named here."""
        code = EvidenceCode.IBID_NOTE if self.note else EvidenceCode.IBID_PLACE
        return (Evidence(code, (self.place, source)),)

    def numberless(self) -> tuple[Evidence, ...]:
        """Return the evidence that numbers of its own are missing after the source named here."""
        code = EvidenceCode.IBID_NOTE_NUMBERLESS if self.note else EvidenceCode.IBID_PLACE_NUMBERLESS
        return (Evidence(code, (self.place,)),)


@dataclass
class IbidSources:
    """The sources cited so far by footnotes and in brackets, in text order."""

    document: Document
    _notes: dict[str, list[Answer]] = field(default_factory=dict)
    _bracket: tuple[str, Answer] | None = None

    def keep(self, found: Found, answer: Answer) -> None:
        """Enter the answer of a mention. The document's own symbol at the foot of a page is no source."""
        if answer.own or (answer.target and answer.target == self.document.symbol):
            return
        if found.note:
            self._notes.setdefault(found.note, []).append(answer)
        elif not isinstance(found.mention, Same):
            text = self.document.text_of(found.span.provision)
            document = answer.kind in (CitationKind.DOCUMENT, CitationKind.OFFICIAL_RECORDS)
            inside = document and in_brackets(text, found.span.start)
            self._bracket = (found.span.provision, answer) if inside else None

    def known(self, found: Found, mention: Known) -> Answer:
        """Resolve a mention that states its target. After "ibid." the source before must be of the same kind."""
        if not mention.ibid:
            own = mention.target == self.document.symbol
            return Answer(mention.kind, mention.target, (mention.evidence,), own=own)
        before, where = self._before(found)
        if any(_source(answer) == mention.ibid for answer in before):
            return Answer(mention.kind, mention.target, where.named(mention.ibid))
        if mention.kind is CitationKind.OFFICIAL_RECORDS:
            return Answer(mention.kind, mention.target, (Evidence(EvidenceCode.SYMBOL),))
        missing = (Evidence(EvidenceCode.IBID_OTHER_SOURCE),)
        return Answer(mention.kind, candidates=(mention.target,), evidence=missing)

    def same(self, found: Found, mention: Same) -> Answer:
        """Resolve "ibid." alone.

        After a treaty it is left open unless a pinpoint follows: no second footnote on the same treaty is written, so
        its numbers were lost.
        """
        before, where = self._before(found)
        targets = _targets(before)
        if mention.number:
            return _other_number(mention, targets, where)
        if len(targets) != 1 or mention.overridden:
            return Answer(CitationKind.SHORT_FORM, evidence=(Evidence(EvidenceCode.IBID_NO_SOURCE),))
        if _source(before[0]) == UNTS and not found.pinpoints:
            return Answer(CitationKind.SHORT_FORM, candidates=targets, evidence=where.numberless())
        return Answer(CitationKind.SHORT_FORM, targets[0], where.named(targets[0]))

    def _before(self, found: Found) -> tuple[list[Answer], _Where]:
        """Return the answers of the source before a mention and its place."""
        if not found.note:
            here = _Where(found.span.provision, note=False)
            near = self._bracket and self._bracket[0] == here.place
            return ([self._bracket[1]], here) if self._bracket and near else ([], here)
        earlier = self._notes.get(found.note)
        if earlier:
            return earlier, _Where(found.note, note=True)
        previous = str(int(found.note) - 1) if found.note.isdecimal() else ""
        return self._notes.get(previous, []), _Where(previous, note=True)


def _targets(before: list[Answer]) -> tuple[str, ...]:
    """Return the distinct targets, none where any is unknown. A supplement and its corrigenda are one."""
    if not all(answer.target for answer in before):
        return ()
    targets = tuple(dict.fromkeys(answer.target for answer in before))
    return tuple(target for target in targets if not target.startswith(tuple(f"{other}/Corr." for other in targets)))


def _other_number(mention: Same, targets: tuple[str, ...], where: _Where) -> Answer:
    """Resolve `Ibid., No. 973`: the volume of the note before, another number."""
    volumes = {target.partition("/")[0] for target in targets}
    if len(volumes) != 1 or not targets[0].startswith(UNTS):
        return Answer(CitationKind.SHORT_FORM, evidence=(Evidence(EvidenceCode.IBID_NO_VOLUME),))
    return Answer(mention.kind, f"{volumes.pop()}/{mention.number}", where.named(UNTS))


def _source(answer: Answer) -> str:
    target = answer.target or "".join(answer.candidates[:1])
    if target.startswith(UNTS):
        return UNTS
    return RECORDS if answer.kind is CitationKind.OFFICIAL_RECORDS else ""


_BEGINS = re.compile(r"\W*(?:المرجع\s+(?:نفسه|السابق)|ibid\b|ibídem|там же|同上)", re.IGNORECASE)
_ORGANS = {"A": "GA", "E": "ECOSOC", "S": "SC"}


def ibid_chain(document: Document, citations: Iterable[Citation]) -> dict[str, str]:
    """Return the work that each footnote with "ibid." refers to, by the footnote's number.

    `UNTS` is the Treaty Series, `OR ECOSOC` the Official Records of an organ, any other work the last target of the
    footnote before. Footnotes are taken in printed order. One without a source breaks the chain.
    """
    by_note: dict[str, list[Citation]] = {}
    for citation in citations:
        by_note.setdefault(citation.span.provision, []).append(citation)
    found: dict[str, str] = {}
    work = ""
    for note in document.footnotes:
        if _BEGINS.match(note.text):
            if work:
                found[note.number] = work
        elif note.text:
            work = _work(by_note.get(footnote_id(note.number), []))
    return found


def _work(cited: list[Citation]) -> str:
    for citation in cited:
        if citation.target.startswith(UNTS) and not citation.has(EvidenceCode.NAME):
            return UNTS
        if citation.kind is CitationKind.OFFICIAL_RECORDS:
            return f"OR {_ORGANS.get(citation.target.partition('/')[0], '')}".strip()
    return cited[-1].target if cited else ""
