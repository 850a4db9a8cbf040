"""Reasons for the answer that a citation got, as codes with arguments. Interfaces turn them into sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class EvidenceCode(StrEnum):
    """Every reason that a rule can give. The values are stored in libraries: rename none of them."""

    OWN_SYMBOL = "own-symbol"
    YEAR = "year"
    YEAR_UNFIT = "year-unfit"
    TWO_YEARS = "two-years"
    NUMBER_NAMED_BEFORE = "number-named-before"
    COUNCIL_NUMBER = "council-number"
    NUMBER_ALONE = "number-alone"
    NO_SESSION = "no-session"
    DATE_IN_SESSION = "date-in-session"
    DATE_IN_YEAR = "date-in-year"
    DATE_UNFIT = "date-unfit"
    ONLY_SESSION = "only-session"
    SESSION_FIRST_IN_LANGUAGE = "session-first-in-language"
    SESSION_FIRST_IN_DOCUMENT = "session-first-in-document"
    NUMBER_FIRST_IN_DOCUMENT = "number-first-in-document"
    BOTH_ORDERS = "both-orders"
    SESSION = "session"
    SESSION_OF_RANGE = "session-of-range"
    GLUED_MARK = "glued-mark"
    MARK_TAKEN_OFF = "mark-taken-off"
    SYMBOL = "symbol"
    VOLUME_AND_NUMBER = "volume-and-number"
    RECORDS = "records"
    RECORDS_SUPPLEMENT = "records-supplement"
    NAME = "name"
    IBID_NOTE = "ibid-note"
    IBID_PLACE = "ibid-place"
    IBID_NOTE_NUMBERLESS = "ibid-note-numberless"
    IBID_PLACE_NUMBERLESS = "ibid-place-numberless"
    IBID_NO_VOLUME = "ibid-no-volume"
    IBID_NO_SOURCE = "ibid-no-source"
    IBID_OTHER_SOURCE = "ibid-other-source"
    ANTECEDENT = "antecedent"
    USER = "user"
    USER_OVER_RULES = "user-over-rules"
    UNKNOWN = "unknown"
    """Stored by another version of the program. The argument is its text, shown unchanged."""


class ArgumentKind(StrEnum):
    """How to read an argument: all are strings in Western digits and Latin letters."""

    DATE = "date"
    """An ISO 8601 date."""
    NUMBER = "number"
    """A session, a year, or the number of an act, footnote or supplement (`73`, `53A`)."""
    NUMERAL = "numeral"
    """A session in Roman figures (`XXX`, `S-VI`)."""
    ORGAN = "organ"
    """A code of `documents.citations.organs`, or a short name such as `council`."""
    PLACE = "place"
    """The id of a provision or footnote of the document itself."""
    SOURCE = "source"
    """A target, `UNTS` for the Treaty Series, or `official-records`."""
    FOUND = "found"
    """A target, or the `CitationStatus` of an answer without one."""
    TEXT = "text"
    """Any text."""


ARGUMENTS: Mapping[EvidenceCode, tuple[ArgumentKind, ...]] = {
    EvidenceCode.OWN_SYMBOL: (),
    EvidenceCode.YEAR: (ArgumentKind.NUMBER,),
    EvidenceCode.YEAR_UNFIT: (ArgumentKind.NUMBER, ArgumentKind.ORGAN),
    EvidenceCode.TWO_YEARS: (),
    EvidenceCode.NUMBER_NAMED_BEFORE: (ArgumentKind.NUMBER, ArgumentKind.NUMBER),
    EvidenceCode.COUNCIL_NUMBER: (ArgumentKind.NUMBER, ArgumentKind.NUMBER),
    EvidenceCode.NUMBER_ALONE: (),
    EvidenceCode.NO_SESSION: (),
    EvidenceCode.DATE_IN_SESSION: (ArgumentKind.DATE, ArgumentKind.NUMBER),
    EvidenceCode.DATE_IN_YEAR: (ArgumentKind.DATE, ArgumentKind.NUMBER),
    EvidenceCode.DATE_UNFIT: (ArgumentKind.DATE,),
    EvidenceCode.ONLY_SESSION: (ArgumentKind.NUMBER,),
    EvidenceCode.SESSION_FIRST_IN_LANGUAGE: (),
    EvidenceCode.SESSION_FIRST_IN_DOCUMENT: (),
    EvidenceCode.NUMBER_FIRST_IN_DOCUMENT: (),
    EvidenceCode.BOTH_ORDERS: (),
    EvidenceCode.SESSION: (ArgumentKind.NUMERAL,),
    EvidenceCode.SESSION_OF_RANGE: (ArgumentKind.NUMBER,),
    EvidenceCode.GLUED_MARK: (),
    EvidenceCode.MARK_TAKEN_OFF: (ArgumentKind.NUMBER,),
    EvidenceCode.SYMBOL: (),
    EvidenceCode.VOLUME_AND_NUMBER: (),
    EvidenceCode.RECORDS: (),
    EvidenceCode.RECORDS_SUPPLEMENT: (ArgumentKind.NUMBER,),
    EvidenceCode.NAME: (),
    EvidenceCode.IBID_NOTE: (ArgumentKind.NUMBER, ArgumentKind.SOURCE),
    EvidenceCode.IBID_PLACE: (ArgumentKind.PLACE, ArgumentKind.SOURCE),
    EvidenceCode.IBID_NOTE_NUMBERLESS: (ArgumentKind.NUMBER,),
    EvidenceCode.IBID_PLACE_NUMBERLESS: (ArgumentKind.PLACE,),
    EvidenceCode.IBID_NO_VOLUME: (),
    EvidenceCode.IBID_NO_SOURCE: (),
    EvidenceCode.IBID_OTHER_SOURCE: (),
    EvidenceCode.ANTECEDENT: (ArgumentKind.PLACE, ArgumentKind.SOURCE),
    EvidenceCode.USER: (),
    EvidenceCode.USER_OVER_RULES: (ArgumentKind.FOUND,),
    EvidenceCode.UNKNOWN: (ArgumentKind.TEXT,),
}
"""The arguments of each code. The last kind repeats: `YEAR_UNFIT` names one or more organs."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason for an answer, with arguments of the kinds that `ARGUMENTS` lists for its code."""

    code: EvidenceCode
    arguments: tuple[str, ...] = ()

    @staticmethod
    def of(code: EvidenceCode, *arguments: object) -> Evidence:
        """Return an evidence with its arguments written as strings."""
        return Evidence(code, tuple(map(str, arguments)))

    def grouped(self) -> tuple[tuple[ArgumentKind, tuple[str, ...]], ...]:
        """Return the arguments by kind in their order. The last group holds all arguments that repeat."""
        kinds = ARGUMENTS[self.code]
        last = len(kinds) - 1
        return tuple(
            (kind, self.arguments[place:] if place == last else self.arguments[place : place + 1])
            for place, kind in enumerate(kinds)
        )
