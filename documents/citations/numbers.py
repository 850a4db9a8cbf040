"""Numbers of resolutions and decisions after the words that introduce them: one or several, with letters and dates."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from documents.citations.citation import CitationKind
from documents.citations.mention import Mention, Numbered, OldNumbered
from documents.dates import date_at
from documents.numerals import ARABIC_LETTERS, from_roman, roman
from documents.plain import plain

_LETTERS = {plain(name): letter for name, letter in ARABIC_LETTERS.items()}
_LETTER = rf"(?:(?:{'|'.join(_LETTERS)})(?!\w)|[A-Z](?![\w.'-]))"
PAIR = (
    r"(?P<special>ES-|S-|د ?ا ?ط ?- ?|د ?ا ?- ?)?"
    r"(?<![0-9])(?P<first>[0-9]{1,4}) ?/ ?(?P<second>[0-9]{1,5})(?![0-9])(?! ?/ ?[0-9])"
)
_OLD = (
    rf"(?<![0-9])(?P<number>[0-9]{{1,4}})(?: ?(?P<inner>{_LETTER}))? ?"
    r"\( ?(?:(?P<roman>(?:S-)?[IVXLCХІСМ]+)|د ?(?P<extra>ا)? ?- ?(?P<dal>[0-9]{1,2})|(?P<year>(?:19|20)[0-9]{2})) ?\)"
)
TAIL = rf"(?: ?(?P<letters>{_LETTER}(?:(?: ?[،,] ?| )?(?:و ?|and |et |y |и )?{_LETTER})*))?"
_JOIN = r" ?(?:[,،;؛](?:[0-9]{1,3}(?= ))? ?)?(?:and |et |y |и |or |as well as |وكذلك |و ?|او |和|、)?"
_DATED = (
    r"(?: ?,? ?(?:الم[ؤو]رخ\w*|الصادر\w* في|المتخذ\w* في|المعتمد\w* في|بتاريخ|of|dated|adopted on|du|de|del|от))? ?"
)
_PLURAL_DATE = re.compile(r" ?الم[ؤو]رخ(?:ين|ان|ات|ه)")


@cache
def one_number() -> re.Pattern[str]:
    """Return what reads one number with its letters."""
    return re.compile(rf"(?:{PAIR}|{_OLD}){TAIL}")


@cache
def _join() -> re.Pattern[str]:
    return re.compile(_JOIN)


@cache
def _dated() -> re.Pattern[str]:
    return re.compile(_DATED)


@dataclass(frozen=True, slots=True)
class Introduced:
    """The words before the numbers: where the citation begins, where the first number may stand, and what they say."""

    start: int
    at: int
    kind: CitationKind
    organ: str
    pronoun: str
    language: str


def numbers(text: str, said: Introduced) -> Iterator[Mention]:
    """Read the numbers from where the introducing words end, as far as they are joined."""
    waiting: list[tuple[re.Match[str], int]] = []
    start, at = said.start, said.at
    while item := one_number().match(text, at):
        date = date_at(text, _end(_dated().match(text, item.end()), item.end()))
        waiting.append((item, start))
        end = item.end()
        if date:
            several = len(waiting) > 1 and bool(_PLURAL_DATE.match(text, item.end()))
            for index, (each, begin) in enumerate(waiting):
                shared = index < len(waiting) - 1
                yield from acts(each, replace(said, start=begin), date.date if not shared or several else None, shared)
            waiting, end = [], date.end
        at = start = _end(_join().match(text, end), end)
    for each, begin in waiting:
        yield from acts(each, replace(said, start=begin), None, shared=False)


def _end(match: re.Match[str] | None, otherwise: int) -> int:
    return match.end() if match else otherwise


def acts(item: re.Match[str], said: Introduced, date: datetime.date | None, shared: bool) -> Iterator[Mention]:
    """Yield one act for each letter of a number, or one for a number without letters."""
    groups = item.groupdict()
    inner = groups.get("inner")
    letters = [(m.start(), m.end(), m[0]) for m in re.finditer(_LETTER, item["letters"] or "")]
    offset = item.start("letters")
    spans = (
        [(said.start, offset + letters[0][1], letters[0][2])] if letters else [(said.start, item.end(), inner or "")]
    )
    spans += [(offset + start, offset + end, name) for start, end, name in letters[1:]]
    for start, end, name in spans:
        common = (
            start,
            end,
            said.kind,
            said.organ,
            said.pronoun,
            said.language,
            _LETTERS.get(name, name),
            date,
            shared,
        )
        if item["first"]:
            yield Numbered(*common, int(item["first"]), int(item["second"]), _special(item["special"] or ""))
        else:
            session = _session(item)
            if session or item["year"]:
                yield OldNumbered(*common, int(item["number"]), session, int(item["year"]) if item["year"] else None)


def _special(written: str) -> str:
    if not written:
        return ""
    return "ES" if written.startswith("ES") or "ط" in written else "S"


def _session(item: re.Match[str]) -> str:
    """The session of an old number in Roman figures: (د - ٣٠) → `XXX`, (دإ-6) → `S-VI`; "" where it is none."""
    if item["dal"]:
        number = int(item["dal"])
        return (("S-" if item["extra"] else "") + roman(number)) if number else ""
    if not item["roman"]:
        return ""
    special, _, numeral = item["roman"].rpartition("-")
    try:
        return (special + "-" if special else "") + roman(from_roman(numeral))
    except ValueError:
        return ""
