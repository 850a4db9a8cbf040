"""What the rules say of a citation, in words a person understands: their evidence is data, this makes the sentence."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from functools import cache

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from documents.dates import un_date
from documents.language import isolate
from ui.desktop.support.appearance import Appearance

NameOfPlace = Callable[[str], str]
"""Names a provision or footnote of the open text by its id."""

_SAID: tuple[tuple[str, object], ...] = (
    (r"symbol of this document", QT_TRANSLATE_NOOP("Evidence", "It is the number of this document itself")),
    (
        r"year (?P<number>\d+) does not fit (?P<organs>.+)",
        QT_TRANSLATE_NOOP("Evidence", "The year %1 does not fit how %2 numbers its acts"),
    ),
    (r"two years", QT_TRANSLATE_NOOP("Evidence", "Either number could be the year")),
    (r"year (?P<number>\d+)", QT_TRANSLATE_NOOP("Evidence", "The year %1 stands in its number")),
    (
        r"(?P<number>\d+) \((?P<year>\d+)\) named before",
        QT_TRANSLATE_NOOP("Evidence", "Its number was named before with the year: %1 (%2)"),
    ),
    (
        r"number (?P<number>\d+) is of (?P<year>\d+)",
        QT_TRANSLATE_NOOP("Evidence", "The Security Council gave the number %1 in %2"),
    ),
    (r"a number alone", QT_TRANSLATE_NOOP("Evidence", "A number alone, without session or year")),
    (r"no session fits", QT_TRANSLATE_NOOP("Evidence", "Neither number fits a session of the organ")),
    (
        r"date (?P<date>[\d-]+) = session (?P<number>[\w-]+)",
        QT_TRANSLATE_NOOP("Evidence", "The date %1 falls in session %2"),
    ),
    (
        r"date (?P<date>[\d-]+) = year (?P<number>\d+)",
        QT_TRANSLATE_NOOP("Evidence", "The date %1 agrees with the year %2 in its number"),
    ),
    (r"date (?P<date>[\d-]+) does not fit", QT_TRANSLATE_NOOP("Evidence", "The date %1 does not fit")),
    (r"only (?P<number>[\w-]+) is a session", QT_TRANSLATE_NOOP("Evidence", "Only %1 can be a session")),
    (
        r"order session/number",
        QT_TRANSLATE_NOOP("Evidence", "Session first, then number, as the language of the text writes it"),
    ),
    (
        r"order of this document: session/number",
        QT_TRANSLATE_NOOP("Evidence", "Session first, then number, as elsewhere in this document"),
    ),
    (
        r"order of this document: number/session",
        QT_TRANSLATE_NOOP("Evidence", "Number first, then session, as elsewhere in this document"),
    ),
    (r"both orders fit", QT_TRANSLATE_NOOP("Evidence", "Either number could be the session")),
    (r"session (?P<name>[\w-]+)", QT_TRANSLATE_NOOP("Evidence", "Session %1 stands in its number")),
    (
        r"ibid\. of note (?P<number>\w+) without numbers",
        QT_TRANSLATE_NOOP("Evidence", "Ibid. of footnote %1, but its own numbers are missing"),
    ),
    (
        r"ibid\. of note (?P<number>\w+): (?P<source>.+)",
        QT_TRANSLATE_NOOP("Evidence", "Ibid.: the source of footnote %1, %2"),
    ),
    (
        r"ibid\. of (?P<place>\w+) without numbers",
        QT_TRANSLATE_NOOP("Evidence", "Ibid. of the source named before it at %1, but its own numbers are missing"),
    ),
    (
        r"ibid\. of (?P<place>\w+): (?P<source>.+)",
        QT_TRANSLATE_NOOP("Evidence", "Ibid.: the source named before it at %1, %2"),
    ),
    (
        r"ibid\. without one volume before",
        QT_TRANSLATE_NOOP("Evidence", "Ibid., but the footnote before does not name one volume alone"),
    ),
    (r"range of session (?P<number>[\w-]+)", QT_TRANSLATE_NOOP("Evidence", "It is one of a range of session %1")),
    (
        r"a footnote mark is glued to the number",
        QT_TRANSLATE_NOOP("Evidence", "The mark of a footnote is glued to its number"),
    ),
    (
        r"note (?P<number>\w+) taken off",
        QT_TRANSLATE_NOOP("Evidence", "The mark of footnote %1 was glued to its number"),
    ),
    (
        r"ibid\. without a note of the same source before",
        QT_TRANSLATE_NOOP("Evidence", "Ibid., but the footnote before names no such source"),
    ),
    (
        r"ibid\. without one source before",
        QT_TRANSLATE_NOOP("Evidence", "Ibid., but the footnote before does not name one source alone"),
    ),
    (r"symbol", QT_TRANSLATE_NOOP("Evidence", "Its symbol stands in the text")),
    (
        r"volume and number",
        QT_TRANSLATE_NOOP("Evidence", "Its volume and number in the Treaty Series stand in the text"),
    ),
    (
        r"Official Records, Supplement No\. (?P<number>\w+)",
        QT_TRANSLATE_NOOP("Evidence", "Its symbol stands with Supplement No. %1 of the Official Records"),
    ),
    (r"Official Records", QT_TRANSLATE_NOOP("Evidence", "Its symbol stands with the Official Records")),
    (r"name in catalogue", QT_TRANSLATE_NOOP("Evidence", "Its name is in the catalogue of instruments")),
    (
        r"user \(rules: (?P<found>.+)\)",
        QT_TRANSLATE_NOOP("Evidence", "You set this yourself; the program had found %1"),
    ),
    (r"user", QT_TRANSLATE_NOOP("Evidence", "You set this yourself")),
    (
        r"antecedent (?P<place>[^:]+): (?P<source>.+)",
        QT_TRANSLATE_NOOP("Evidence", "It stands for what is named at %1, %2"),
    ),
)
"""What the rules can say, the longer before the shorter; groups fill %1, %2 in their order."""

_ORGANS = {
    "GA": QT_TRANSLATE_NOOP("Evidence", "the General Assembly"),
    "ECOSOC": QT_TRANSLATE_NOOP("Evidence", "the Economic and Social Council"),
    "SC": QT_TRANSLATE_NOOP("Evidence", "the Security Council"),
    "HRC": QT_TRANSLATE_NOOP("Evidence", "the Human Rights Council"),
    "CHR": QT_TRANSLATE_NOOP("Evidence", "the Commission on Human Rights"),
    "CCPCJ": QT_TRANSLATE_NOOP("Evidence", "the Commission on Crime Prevention and Criminal Justice"),
    "CND": QT_TRANSLATE_NOOP("Evidence", "the Commission on Narcotic Drugs"),
    "Official Records": QT_TRANSLATE_NOOP("Evidence", "the Official Records"),
    "UNTS": QT_TRANSLATE_NOOP("Evidence", "the United Nations Treaty Series"),
}


def evidence_words(evidence: str, appearance: Appearance, name_of_place: NameOfPlace = str) -> str:
    """Return the evidence of a citation as a sentence without a full stop; "" where there is none."""
    parts = [_part(part.strip(), appearance, name_of_place) for part in evidence.split(";") if part.strip()]
    return _joined(parts) if parts else ""


def is_known(evidence: str) -> bool:
    """Say whether there are words for every part of an evidence."""
    parts = [part.strip() for part in evidence.split(";")]
    return all(any(pattern.fullmatch(part) for pattern, _ in _rules()) for part in parts)


def _joined(parts: list[str]) -> str:
    said = parts[0]
    for part in parts[1:]:
        joint = QCoreApplication.translate("Evidence", "%1; %2")
        said = joint.replace("%1", said).replace("%2", part[:1].lower() + part[1:])
    return said


@cache
def _rules() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), str(said)) for pattern, said in _SAID)


def _part(part: str, appearance: Appearance, name_of_place: NameOfPlace) -> str:
    for pattern, said in _rules():
        if match := pattern.fullmatch(part):
            words = _word(said)
            for place, (kind, value) in enumerate(match.groupdict().items(), 1):
                words = words.replace(f"%{place}", _value(kind, value, appearance, name_of_place))
            return words
    unknown = QCoreApplication.translate("Evidence", "A rule of the program: %1")
    return unknown.replace("%1", isolate(part, "ltr"))


def _value(kind: str, value: str, appearance: Appearance, name_of_place: NameOfPlace) -> str:
    if kind == "date":
        return isolate(appearance.number(un_date(datetime.date.fromisoformat(value), appearance.language)))
    if kind in {"number", "year"}:
        return isolate(appearance.number(value))
    if kind == "organs":
        return _either([organ_name(code) for code in value.split()])
    if kind == "found":
        joint = QCoreApplication.translate("Evidence", ", ", "joins what was found")
        return joint.join(_found(one) for one in value.split(", "))
    if kind == "place":
        return isolate(name_of_place(value), "ltr")
    return organ_name(value) if kind == "source" else isolate(value, "ltr")


def _found(one: str) -> str:
    """Return a target as it is, or in words that none was certain."""
    if one in {"ambiguous", "unresolved"}:
        return QCoreApplication.translate("Evidence", "nothing certain")
    return _symbol(one)


def organ_name(code: str) -> str:
    """Return the name of an organ by its code; a code that is not known stands for itself."""
    return _word(str(_ORGANS[code])) if code in _ORGANS else _symbol(code)


def _symbol(target: str) -> str:
    """Return a target isolated and in one piece: a line would be broken after its slashes."""
    return isolate(target.replace("/", "/\u2060"), "ltr")


def _either(names: list[str]) -> str:
    said = names[0]
    for name in names[1:]:
        either = QCoreApplication.translate("Evidence", "%1 or %2")
        said = either.replace("%1", said).replace("%2", name)
    return said


def _word(english: str) -> str:
    return QCoreApplication.translate("Evidence", english)
