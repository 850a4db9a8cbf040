"""Resolutions and decisions cited by number: their organ, session and number, each answer with its evidence."""

from __future__ import annotations

import datetime
from collections import Counter
from dataclasses import dataclass, field, replace

from documents.citations.citation import CitationKind
from documents.citations.evidence import Evidence, EvidenceCode
from documents.citations.forms.mention import (
    NUMBER_FIRST,
    SESSION_FIRST,
    Act,
    Numbered,
    OldNumbered,
)
from documents.citations.organs import COMMISSION, COUNCIL, KNOWN_UNTIL, ORGANS, council_year
from documents.citations.resolver.answer import Answer, Found
from documents.citations.resolver.glued_note_numbers import unglued
from documents.model import Document
from documents.numerals import from_roman
from documents.symbol import Symbol


@dataclass(frozen=True, slots=True)
class _Reading:
    """One way to read two numbers."""

    session: int
    number: int
    order: str


@dataclass
class ActResolver:
    """Resolve the acts of one document. `order` is the order of numbers that the document prefers, "" if unknown."""

    document: Document
    order: str = ""
    council: dict[int, int] = field(default_factory=dict)
    _day: datetime.date = field(init=False)

    def __post_init__(self) -> None:
        self._day = self.document.masthead.adopted or max(datetime.datetime.now(datetime.UTC).date(), KNOWN_UNTIL)

    def act(self, found: Found) -> Answer:
        """Resolve a resolution or decision cited by number."""
        mention = found.mention
        if isinstance(mention, OldNumbered):
            return self._old(mention, found)
        if not isinstance(mention, Numbered):
            raise TypeError(type(mention).__name__)
        organs = self._organs(mention, found)
        if mention.own:
            own = self._own_number(mention)
            if own:
                return own
        answer = self._by_numbers(mention, organs)
        if answer.target or answer.candidates:
            return answer
        return self._glued(mention, organs) or answer

    def _by_numbers(self, mention: Numbered, organs: tuple[str, ...]) -> Answer:
        return self._by_year(mention, organs) or self._by_session(mention, organs)

    def _glued(self, mention: Numbered, organs: tuple[str, ...]) -> Answer | None:
        """Resolve a mention without a footnote mark glued to its number: `59/3009` = 59/300 and note 9."""
        found = [(each, self._by_numbers(each.mention, organs)) for each in unglued(mention, self.document)]
        found = [(each, answer) for each, answer in found if answer.target]
        if not found:
            return None
        targets = tuple(answer.target for _, answer in found)
        if len(found) > 1:
            return Answer(mention.kind, candidates=targets, evidence=_evidence(EvidenceCode.GLUED_MARK))
        ((each, answer),) = found
        evidence = answer.evidence + _evidence(EvidenceCode.MARK_TAKEN_OFF, each.note)
        return replace(answer, evidence=evidence, order="", glued=len(each.note))

    def _own_number(self, mention: Numbered) -> Answer | None:
        """Match a title's number with the symbol of the document itself."""
        try:
            own = Symbol.parse(self.document.symbol)
        except ValueError:
            return None
        pair = {str(own.year or own.session.rpartition("-")[2]), own.number}
        if pair != {str(mention.first), str(mention.second)}:
            return None
        first_is_number = str(mention.first) == own.number and mention.first != mention.second
        order = NUMBER_FIRST if first_is_number else SESSION_FIRST
        return Answer(mention.kind, own.text, _evidence(EvidenceCode.OWN_SYMBOL), order=order, own=True)

    def _organs(self, mention: Act, found: Found) -> tuple[str, ...]:
        """Return the organs that may be meant, likeliest first."""
        if mention.organ and mention.organ not in (COUNCIL, COMMISSION):
            return (mention.organ,)
        enacting = self._enacting(found.span.provision)
        named = tuple(reversed(found.named))
        if mention.organ == COUNCIL:
            return _first(_of(named, ("ECOSOC", "SC", "HRC")), ("ECOSOC", "HRC", "SC"))
        if mention.organ == COMMISSION:
            return _of(named, ("CHR", "CCPCJ", "CND", "CSW"))
        if mention.pronoun in ("f", "m"):
            feminine = mention.pronoun == "f"
            fitting = tuple(code for code, organ in ORGANS.items() if organ.feminine == feminine)
            own, before = _of((enacting,), fitting), _of(named, fitting)
            default = ("GA",) if feminine else ("ECOSOC",)
            return _first(own, before, default) if feminine else _first(before, own, default)
        return _first((enacting,), ("GA",)) if mention.pronoun else _first((enacting,), named, ("GA",))

    def _enacting(self, provision: str) -> str:
        masthead = self.document.masthead
        outer = provision.startswith(("outer_", "masthead", "title", "closing"))
        organ = masthead.organ if outer else masthead.nested_organ or masthead.organ
        if organ in ORGANS:
            return organ
        try:
            organ = Symbol.parse(self.document.symbol).organ
        except ValueError:
            organ = ""
        return organ if organ in ORGANS else "GA"

    def _by_year(self, mention: Numbered, organs: tuple[str, ...]) -> Answer | None:
        """Decide by a four-digit year on one side: `2019/20`, `٣٣/٢٠١١`."""
        readings = [r for r in _readings(mention) if 1946 <= r.session <= self._day.year]
        if not readings or mention.special:
            return None
        organ = next((code for code in organs if ORGANS[code].by_year), "")
        if not organ and (mention.organ or mention.pronoun == "f"):
            return Answer(mention.kind, evidence=_evidence(EvidenceCode.YEAR_UNFIT, readings[0].session, *organs))
        symbols = tuple(_symbol(mention, organ or "ECOSOC", str(r.session), r.number) for r in readings)
        if len(readings) > 1 and mention.first != mention.second:
            return Answer(mention.kind, candidates=symbols, evidence=_evidence(EvidenceCode.TWO_YEARS))
        evidence = _evidence(EvidenceCode.YEAR, readings[0].session)
        return Answer(mention.kind, symbols[0], evidence, order=readings[0].order)

    def _by_session(self, mention: Numbered, organs: tuple[str, ...]) -> Answer:
        readings = _readings(mention)
        for organ in organs:
            answer = self._by_date(mention, organ, readings)
            if answer:
                return answer
        for organ in organs:
            fitting = [r for r in readings if self._plausible(organ, mention, r)]
            if fitting:
                return self._choose(mention, organ, fitting)
        return Answer(mention.kind, evidence=_evidence(EvidenceCode.NO_SESSION))

    def _by_date(self, mention: Numbered, organ: str, readings: list[_Reading]) -> Answer | None:
        """Decide by the date that follows the numbers."""
        if mention.date is None or mention.special:
            return None
        sessions = ORGANS[organ].sessions_on(mention.date)
        fitting = [r for r in readings if r.session in sessions and self._plausible(organ, mention, r)]
        if not fitting:
            return None
        if len({(r.session, r.number) for r in fitting}) > 1:
            return self._choose(mention, organ, fitting)
        evidence = _evidence(EvidenceCode.DATE_IN_SESSION, mention.date, fitting[0].session)
        return self._answer(mention, organ, fitting[0], evidence, order=len(readings) > 1)

    def _choose(self, mention: Numbered, organ: str, fitting: list[_Reading]) -> Answer:
        """Choose among readings by plausibility, then by the order of this document, else give them as candidates."""
        first = fitting[0]
        if mention.language != "ar":
            evidence = _evidence(EvidenceCode.SESSION_FIRST_IN_LANGUAGE)
            return self._answer(mention, organ, first, evidence, order=False)
        if mention.order:
            evidence = _evidence(EvidenceCode.SESSION_OF_RANGE, first.session)
            return self._answer(mention, organ, first, evidence, order=True)
        doubt = _evidence(EvidenceCode.DATE_UNFIT, mention.date) if mention.date and not mention.special else ()
        if len({(r.session, r.number) for r in fitting}) == 1:
            evidence = _evidence(EvidenceCode.ONLY_SESSION, first.session) + doubt
            return self._answer(mention, organ, first, evidence, order=True)
        preferred = next((r for r in fitting if r.order == self.order), None)
        if preferred:
            evidence = _evidence(_PREFERRED[preferred.order]) + doubt
            return self._answer(mention, organ, preferred, evidence, order=False)
        symbols = tuple(self._symbol_of(mention, organ, r) for r in fitting)
        return Answer(mention.kind, candidates=symbols, evidence=_evidence(EvidenceCode.BOTH_ORDERS))

    def _answer(
        self, mention: Numbered, organ: str, reading: _Reading, evidence: tuple[Evidence, ...], *, order: bool
    ) -> Answer:
        same = mention.first == mention.second or mention.language != "ar"
        target = self._symbol_of(mention, organ, reading)
        return Answer(mention.kind, target, evidence, order=reading.order if order and not same else "")

    @staticmethod
    def _symbol_of(mention: Numbered, organ: str, reading: _Reading) -> str:
        special = f"{mention.special}-" if mention.special else ""
        return _symbol(mention, organ, f"{special}{reading.session}", reading.number)

    def _plausible(self, organ: str, mention: Numbered, reading: _Reading) -> bool:
        """Say whether an organ had such a session by the day of the document, and such a number of acts in one."""
        known, decision = ORGANS[organ], mention.kind is CitationKind.DECISION
        if mention.special:
            special = known.special.get(mention.special)
            return special is not None and special.allows(reading.session, reading.number, decision=decision)
        if known.by_year or not known.has_number(reading.number, decision=decision):
            return False
        return known.has_session(reading.session, self._day)

    def _council(self, mention: OldNumbered, found: Found) -> Answer:
        """Resolve a number of the Security Council without its year: `resolution 1556`, `القرار 2118`."""
        year = council_year(mention.number)
        if mention.number in self.council:
            year = self.council[mention.number]
            evidence = _evidence(EvidenceCode.NUMBER_NAMED_BEFORE, mention.number, year)
            return Answer(mention.kind, _old_symbol(mention, "SC", str(year)), evidence)
        near = mention.organ or (found.named[-1] if found.named else self._enacting(found.span.provision))
        if year is None or near != "SC":
            return Answer(mention.kind, evidence=_evidence(EvidenceCode.NUMBER_ALONE))
        evidence = _evidence(EvidenceCode.COUNCIL_NUMBER, mention.number, year)
        return Answer(mention.kind, _old_symbol(mention, "SC", str(year)), evidence)

    def _old(self, mention: OldNumbered, found: Found) -> Answer:
        """Resolve `3452 (XXX)` by its session and `1325 (2000)` by its year."""
        if mention.year is None and not mention.session:
            return self._council(mention, found)
        if mention.year is not None:
            if mention.organ not in ("", "SC", COUNCIL):
                return Answer(mention.kind, evidence=_evidence(EvidenceCode.YEAR_UNFIT, mention.year, mention.organ))
            matches = mention.date is not None and mention.date.year == mention.year
            evidence = _evidence(EvidenceCode.YEAR, mention.year)
            if matches:
                evidence = _evidence(EvidenceCode.DATE_IN_YEAR, mention.date, mention.year)
            self.council.setdefault(mention.number, mention.year)
            return Answer(mention.kind, _old_symbol(mention, "SC", str(mention.year)), evidence)
        organs = self._organs(mention, found) if mention.organ or mention.pronoun else ("GA",)
        if mention.pronoun == "its":
            organs = _first(found.named[-1:], organs)
        organ = next((code for code in organs if code in ("GA", "ECOSOC")), "GA")
        session = mention.session.rpartition("-")[2]
        if not mention.organ and from_roman(session) > 30 and mention.session == session:
            organ = "ECOSOC"
        evidence = _evidence(EvidenceCode.SESSION, mention.session)
        return Answer(mention.kind, _old_symbol(mention, organ, mention.session), evidence)


_PREFERRED = {
    SESSION_FIRST: EvidenceCode.SESSION_FIRST_IN_DOCUMENT,
    NUMBER_FIRST: EvidenceCode.NUMBER_FIRST_IN_DOCUMENT,
}


def _evidence(code: EvidenceCode, *arguments: object) -> tuple[Evidence, ...]:
    return (Evidence.of(code, *arguments),)


def preferred_order(answers: list[Answer]) -> str:
    """Return the order of number and session that most certain citations of a document show, or ""."""
    votes = Counter(answer.order for answer in answers if answer.order)
    ranked = votes.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return ""
    return ranked[0][0]


def _readings(mention: Numbered) -> list[_Reading]:
    """Return the readings of two numbers: session/number, in Arabic number/session too."""
    found = [_Reading(mention.first, mention.second, SESSION_FIRST)]
    if mention.language == "ar":
        found.append(_Reading(mention.second, mention.first, NUMBER_FIRST))
    return [each for each in found if mention.order in ("", each.order)]


def _symbol(mention: Act, organ: str, session: str, number: int) -> str:
    act = "DEC" if mention.kind is CitationKind.DECISION else "RES"
    return f"{ORGANS[organ].head}/{act}/{session}/{number}{mention.letter}"


def _old_symbol(mention: OldNumbered, organ: str, session: str) -> str:
    act = "DEC" if mention.kind is CitationKind.DECISION else "RES"
    return f"{ORGANS[organ].head}/{act}/{mention.number}({session}){mention.letter}"


def _of(codes: tuple[str, ...], allowed: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(code for code in codes if code in allowed)


def _first(*groups: tuple[str, ...]) -> tuple[str, ...]:
    """Join groups of organs, each organ once."""
    return tuple(dict.fromkeys(code for group in groups for code in group if code in ORGANS))
