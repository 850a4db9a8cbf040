"""Evidence of citations in the English words of `contract.md` §2 (`date 2018-12-17 = session 73`).

Scripts read these words, so they are the same in every interface language.
"""

from __future__ import annotations

from collections.abc import Iterable

from documents.citations.citation import CitationKind
from documents.citations.evidence import ArgumentKind, Evidence, EvidenceCode

WORDS: dict[EvidenceCode, str] = {
    EvidenceCode.OWN_SYMBOL: "symbol of this document",
    EvidenceCode.YEAR: "year {}",
    EvidenceCode.YEAR_UNFIT: "year {} does not fit {}",
    EvidenceCode.TWO_YEARS: "two years",
    EvidenceCode.NUMBER_NAMED_BEFORE: "{} ({}) named before",
    EvidenceCode.COUNCIL_NUMBER: "number {} is of {}",
    EvidenceCode.NUMBER_ALONE: "a number alone",
    EvidenceCode.NO_SESSION: "no session fits",
    EvidenceCode.DATE_IN_SESSION: "date {} = session {}",
    EvidenceCode.DATE_IN_YEAR: "date {} = year {}",
    EvidenceCode.DATE_UNFIT: "date {} does not fit",
    EvidenceCode.ONLY_SESSION: "only {} is a session",
    EvidenceCode.SESSION_FIRST_IN_LANGUAGE: "order session/number",
    EvidenceCode.SESSION_FIRST_IN_DOCUMENT: "order of this document: session/number",
    EvidenceCode.NUMBER_FIRST_IN_DOCUMENT: "order of this document: number/session",
    EvidenceCode.BOTH_ORDERS: "both orders fit",
    EvidenceCode.SESSION: "session {}",
    EvidenceCode.SESSION_OF_RANGE: "range of session {}",
    EvidenceCode.GLUED_MARK: "a footnote mark is glued to the number",
    EvidenceCode.MARK_TAKEN_OFF: "note {} taken off",
    EvidenceCode.SYMBOL: "symbol",
    EvidenceCode.VOLUME_AND_NUMBER: "volume and number",
    EvidenceCode.RECORDS: "Official Records",
    EvidenceCode.RECORDS_SUPPLEMENT: "Official Records, Supplement No. {}",
    EvidenceCode.NAME: "name in catalogue",
    EvidenceCode.IBID_NOTE: "ibid. of note {}: {}",
    EvidenceCode.IBID_PLACE: "ibid. of {}: {}",
    EvidenceCode.IBID_NOTE_NUMBERLESS: "ibid. of note {} without numbers",
    EvidenceCode.IBID_PLACE_NUMBERLESS: "ibid. of {} without numbers",
    EvidenceCode.IBID_NO_VOLUME: "ibid. without one volume before",
    EvidenceCode.IBID_NO_SOURCE: "ibid. without one source before",
    EvidenceCode.IBID_OTHER_SOURCE: "ibid. without a note of the same source before",
    EvidenceCode.ANTECEDENT: "antecedent {}: {}",
    EvidenceCode.USER: "user",
    EvidenceCode.USER_OVER_RULES: "user (rules: {})",
    EvidenceCode.UNKNOWN: "{}",
}
"""The words of each code, with a `{}` for each of its `ARGUMENTS`."""

_SOURCES = {CitationKind.OFFICIAL_RECORDS.value: "Official Records"}
_JOINTS = {ArgumentKind.ORGAN: " ", ArgumentKind.FOUND: ", "}


def evidence_text(evidence: Iterable[Evidence]) -> str:
    """Return the words of an evidence, its parts joined by semicolons, "" where there is none."""
    return "; ".join(WORDS[one.code].format(*_values(one)) for one in evidence)


def _values(one: Evidence) -> list[str]:
    return [
        _JOINTS.get(kind, " ").join(
            _SOURCES.get(value, value) if kind is ArgumentKind.SOURCE else value for value in values
        )
        for kind, values in one.grouped()
    ]
