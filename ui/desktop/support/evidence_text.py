"""Evidence of citations as sentences in the language of the interface."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from documents.citations.citation import CitationKind, CitationStatus
from documents.citations.evidence import ArgumentKind, Evidence, EvidenceCode
from documents.citations.organs import COMMISSION, COUNCIL
from documents.dates import un_date
from documents.language import isolate
from ui.desktop.support.appearance import Appearance

NameOfPlace = Callable[[str], str]
"""Names a provision or footnote of the open text by its id."""

_SENTENCES: Mapping[EvidenceCode, object] = {
    EvidenceCode.OWN_SYMBOL: QT_TRANSLATE_NOOP("Evidence", "It is the number of this document itself"),
    EvidenceCode.YEAR: QT_TRANSLATE_NOOP("Evidence", "The year %1 stands in its number"),
    EvidenceCode.YEAR_UNFIT: QT_TRANSLATE_NOOP("Evidence", "The year %1 does not fit how %2 numbers its acts"),
    EvidenceCode.TWO_YEARS: QT_TRANSLATE_NOOP("Evidence", "Either number could be the year"),
    EvidenceCode.NUMBER_NAMED_BEFORE: QT_TRANSLATE_NOOP(
        "Evidence", "Its number was named before with the year: %1 (%2)"
    ),
    EvidenceCode.COUNCIL_NUMBER: QT_TRANSLATE_NOOP("Evidence", "The Security Council gave the number %1 in %2"),
    EvidenceCode.NUMBER_ALONE: QT_TRANSLATE_NOOP("Evidence", "A number alone, without session or year"),
    EvidenceCode.NO_SESSION: QT_TRANSLATE_NOOP("Evidence", "Neither number fits a session of the organ"),
    EvidenceCode.DATE_IN_SESSION: QT_TRANSLATE_NOOP("Evidence", "The date %1 falls in session %2"),
    EvidenceCode.DATE_IN_YEAR: QT_TRANSLATE_NOOP("Evidence", "The date %1 agrees with the year %2 in its number"),
    EvidenceCode.DATE_UNFIT: QT_TRANSLATE_NOOP("Evidence", "The date %1 does not fit"),
    EvidenceCode.ONLY_SESSION: QT_TRANSLATE_NOOP("Evidence", "Only %1 can be a session"),
    EvidenceCode.SESSION_FIRST_IN_LANGUAGE: QT_TRANSLATE_NOOP(
        "Evidence", "Session first, then number, as the language of the text writes it"
    ),
    EvidenceCode.SESSION_FIRST_IN_DOCUMENT: QT_TRANSLATE_NOOP(
        "Evidence", "Session first, then number, as elsewhere in this document"
    ),
    EvidenceCode.NUMBER_FIRST_IN_DOCUMENT: QT_TRANSLATE_NOOP(
        "Evidence", "Number first, then session, as elsewhere in this document"
    ),
    EvidenceCode.BOTH_ORDERS: QT_TRANSLATE_NOOP("Evidence", "Either number could be the session"),
    EvidenceCode.SESSION: QT_TRANSLATE_NOOP("Evidence", "Session %1 stands in its number"),
    EvidenceCode.SESSION_OF_RANGE: QT_TRANSLATE_NOOP("Evidence", "It is one of a range of session %1"),
    EvidenceCode.GLUED_MARK: QT_TRANSLATE_NOOP("Evidence", "The mark of a footnote is glued to its number"),
    EvidenceCode.MARK_TAKEN_OFF: QT_TRANSLATE_NOOP("Evidence", "The mark of footnote %1 was glued to its number"),
    EvidenceCode.SYMBOL: QT_TRANSLATE_NOOP("Evidence", "Its symbol stands in the text"),
    EvidenceCode.VOLUME_AND_NUMBER: QT_TRANSLATE_NOOP(
        "Evidence", "Its volume and number in the Treaty Series stand in the text"
    ),
    EvidenceCode.RECORDS: QT_TRANSLATE_NOOP("Evidence", "Its symbol stands with the Official Records"),
    EvidenceCode.RECORDS_SUPPLEMENT: QT_TRANSLATE_NOOP(
        "Evidence", "Its symbol stands with Supplement No. %1 of the Official Records"
    ),
    EvidenceCode.NAME: QT_TRANSLATE_NOOP("Evidence", "Its name is in the catalogue of instruments"),
    EvidenceCode.IBID_NOTE: QT_TRANSLATE_NOOP("Evidence", "Ibid.: the source of footnote %1, %2"),
    EvidenceCode.IBID_PLACE: QT_TRANSLATE_NOOP("Evidence", "Ibid.: the source named before it at %1, %2"),
    EvidenceCode.IBID_NOTE_NUMBERLESS: QT_TRANSLATE_NOOP(
        "Evidence", "Ibid. of footnote %1, but its own numbers are missing"
    ),
    EvidenceCode.IBID_PLACE_NUMBERLESS: QT_TRANSLATE_NOOP(
        "Evidence", "Ibid. of the source named before it at %1, but its own numbers are missing"
    ),
    EvidenceCode.IBID_NO_VOLUME: QT_TRANSLATE_NOOP(
        "Evidence", "Ibid., but the footnote before does not name one volume alone"
    ),
    EvidenceCode.IBID_NO_SOURCE: QT_TRANSLATE_NOOP(
        "Evidence", "Ibid., but the footnote before does not name one source alone"
    ),
    EvidenceCode.IBID_OTHER_SOURCE: QT_TRANSLATE_NOOP(
        "Evidence", "Ibid., but the footnote before names no such source"
    ),
    EvidenceCode.ANTECEDENT: QT_TRANSLATE_NOOP("Evidence", "It stands for what is named at %1, %2"),
    EvidenceCode.USER: QT_TRANSLATE_NOOP("Evidence", "You set this yourself"),
    EvidenceCode.USER_OVER_RULES: QT_TRANSLATE_NOOP("Evidence", "You set this yourself; the program had found %1"),
    EvidenceCode.UNKNOWN: QT_TRANSLATE_NOOP("Evidence", "A rule of the program: %1"),
}
"""The sentence of each code. Its `ARGUMENTS` fill %1, %2 in their order."""

_ORGANS: Mapping[str, object] = {
    "GA": QT_TRANSLATE_NOOP("Evidence", "the General Assembly"),
    "ECOSOC": QT_TRANSLATE_NOOP("Evidence", "the Economic and Social Council"),
    "SC": QT_TRANSLATE_NOOP("Evidence", "the Security Council"),
    "HRC": QT_TRANSLATE_NOOP("Evidence", "the Human Rights Council"),
    "CHR": QT_TRANSLATE_NOOP("Evidence", "the Commission on Human Rights"),
    "CCPCJ": QT_TRANSLATE_NOOP("Evidence", "the Commission on Crime Prevention and Criminal Justice"),
    "CSW": QT_TRANSLATE_NOOP("Evidence", "the Commission on the Status of Women"),
    "CND": QT_TRANSLATE_NOOP("Evidence", "the Commission on Narcotic Drugs"),
    COUNCIL: QT_TRANSLATE_NOOP("Evidence", "the Council"),
    COMMISSION: QT_TRANSLATE_NOOP("Evidence", "the Commission"),
    CitationKind.OFFICIAL_RECORDS.value: QT_TRANSLATE_NOOP("Evidence", "the Official Records"),
    "UNTS": QT_TRANSLATE_NOOP("Evidence", "the United Nations Treaty Series"),
}
"""Names of organs and sources by the codes in arguments."""


def evidence_words(evidence: Iterable[Evidence], appearance: Appearance, name_of_place: NameOfPlace = str) -> str:
    """Return the evidence of a citation as one sentence without a full stop; "" where there is none."""
    said = ""
    for one in evidence:
        sentence = _sentence(one, appearance, name_of_place)
        if said:
            joint = QCoreApplication.translate("Evidence", "%1; %2")
            sentence = joint.replace("%1", said).replace("%2", sentence[:1].lower() + sentence[1:])
        said = sentence
    return said


def _sentence(one: Evidence, appearance: Appearance, name_of_place: NameOfPlace) -> str:
    sentence = _word(_SENTENCES[one.code])
    for place, (kind, values) in enumerate(one.grouped(), 1):
        sentence = sentence.replace(
            f"%{place}", _joined(kind, [_value(kind, each, appearance, name_of_place) for each in values])
        )
    return sentence


def _joined(kind: ArgumentKind, values: Sequence[str]) -> str:
    if kind is ArgumentKind.ORGAN:
        return _either(values)
    return QCoreApplication.translate("Evidence", ", ", "joins what was found").join(values)


def _value(kind: ArgumentKind, value: str, appearance: Appearance, name_of_place: NameOfPlace) -> str:
    match kind:
        case ArgumentKind.DATE:
            return isolate(appearance.number(un_date(datetime.date.fromisoformat(value), appearance.language)))
        case ArgumentKind.NUMBER:
            return isolate(appearance.number(value))
        case ArgumentKind.PLACE:
            return isolate(name_of_place(value), "ltr")
        case ArgumentKind.ORGAN | ArgumentKind.SOURCE:
            return organ_name(value)
        case ArgumentKind.FOUND:
            return _found(value)
    return isolate(value, "ltr")


def _found(one: str) -> str:
    """Return a target as it is, or in words that none was certain."""
    if one in {CitationStatus.AMBIGUOUS, CitationStatus.UNRESOLVED}:
        return QCoreApplication.translate("Evidence", "nothing certain")
    return _symbol(one)


def organ_name(code: str) -> str:
    """Return the name of an organ or source by its code; a code without a name as it is."""
    return _word(_ORGANS[code]) if code in _ORGANS else _symbol(code)


def _symbol(target: str) -> str:
    """Return a target isolated, with word joiners that keep it on one line."""
    return isolate(target.replace("/", "/\u2060"), "ltr")


def _either(names: Sequence[str]) -> str:
    said = names[0] if names else ""
    for name in names[1:]:
        either = QCoreApplication.translate("Evidence", "%1 or %2")
        said = either.replace("%1", said).replace("%2", name)
    return said


def _word(english: object) -> str:
    return QCoreApplication.translate("Evidence", str(english))
