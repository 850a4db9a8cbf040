"""Resolutions and decisions cited by number, in the six languages: the word, the organ, then one number or several."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from documents.citations.citation import CitationKind
from documents.citations.mention import Mention, Numbered, OldNumbered, Passage
from documents.citations.organs import name_pattern, organ_named
from documents.dates import date_at
from documents.model import Kind
from documents.numerals import ARABIC_LETTERS, from_roman, roman
from documents.plain import plain

_LETTERS = {plain(name): letter for name, letter in ARABIC_LETTERS.items()}
_LETTER = rf"(?:(?:{'|'.join(_LETTERS)})(?!\w)|[A-Z](?![\w.'-]))"
_PAIR = (
    r"(?P<special>ES-|S-|د ?ا ?ط ?- ?|د ?ا ?- ?)?"
    r"(?<![0-9])(?P<first>[0-9]{1,4}) ?/ ?(?P<second>[0-9]{1,5})(?![0-9])(?! ?/ ?[0-9])"
)
_OLD = (
    rf"(?<![0-9])(?P<number>[0-9]{{1,4}})(?: ?(?P<inner>{_LETTER}))? ?"
    r"\( ?(?:(?P<roman>(?:S-)?[IVXLCХІСМ]+)|د ?(?P<extra>ا)? ?- ?(?P<dal>[0-9]{1,2})|(?P<year>(?:19|20)[0-9]{2})) ?\)"
)
_TAIL = rf"(?: ?(?P<letters>{_LETTER}(?:(?: ?[،,] ?| )?(?:و ?|and |et |y |и )?{_LETTER})*))?"
_JOIN = r" ?(?:[,،;؛](?:[0-9]{1,3}(?= ))? ?)?(?:and |et |y |и |or |as well as |وكذلك |و ?|او |和|、)?"
_DATED = (
    r"(?: ?,? ?(?:الم[ؤو]رخ\w*|الصادر\w* في|المتخذ\w* في|المعتمد\w* في|بتاريخ|of|dated|adopted on|du|de|del|от))? ?"
)
_PLURAL_DATE = re.compile(r" ?الم[ؤو]رخ(?:ين|ان|ات|ه)")


@cache
def _item() -> re.Pattern[str]:
    return re.compile(rf"(?:{_PAIR}|{_OLD}){_TAIL}")


@cache
def _join() -> re.Pattern[str]:
    return re.compile(_JOIN)


@cache
def _dated() -> re.Pattern[str]:
    return re.compile(_DATED)


@dataclass(frozen=True, slots=True)
class _Introduced:
    """The words before the numbers: where the citation begins, where the first number may stand, and what they say."""

    start: int
    at: int
    kind: CitationKind
    organ: str
    pronoun: str
    language: str


class ArabicAct:
    """In Arabic, either order, one or several.

    `قرارها ١٥٤/٧٣`, `وقرار مجلس الأمن 1325 (2000)`, `قراراتها 36/87 ألف وباء`, `القرار دإ-30/1`, `مقرر … 2004 / 285`.
    """

    def find(self, passage: Passage) -> Iterator[Mention]:
        """Yield every number after a word for resolution or decision."""
        for match in _arabic().finditer(passage.text):
            word = match["word"]
            whole = match["clitic"].endswith("ل") and word.startswith("ل")
            yield from _numbers(
                passage.text,
                _Introduced(
                    match.start("word") - whole,
                    match.end(),
                    CitationKind.DECISION if "مقرر" in word else CitationKind.RESOLUTION,
                    organ_named(match["organ"]) if match["organ"] else "",
                    {"ها": "f", "ه": "m"}.get(match["pronoun"] or "", ""),
                    "ar",
                ),
            )


@cache
def _arabic() -> re.Pattern[str]:
    return re.compile(
        r"(?<!\w)(?P<clitic>[وف]?[بلك]?)"
        r"(?P<word>(?:ال|ل(?=[قم]))?(?:قرار|مقرر)(?:ات|ين|ان|ي|ا)?(?P<pronoun>ها|ه)?)(?!\w)"
        rf"(?: (?P<organ>{name_pattern()})(?: التابعه? للامم المتحده)?)?"
        r"(?: (?:السابقه?|الاخيره?|التاليه?|رقم|ارقام|ذي الرقم):?)?"
        r" {1,3}(?=[0-9]|د ?ا)"
    )


class LatinAct:
    """In the languages that put the word before the number and the session first.

    `General Assembly resolution 3452 (XXX)`, `resolutions 57/301 of 13 March 2003 and 73/299`, `decision 31/308`,
    `résolution 57/270 B du 23 juin 2003`, `la resolución 74/133`, `резолюции 3380 (ХХХ)`.
    """

    def find(self, passage: Passage) -> Iterator[Mention]:
        """Yield every number after a word for resolution or decision."""
        for match in _latin().finditer(passage.text):
            word = match["word"].casefold()
            named = match["organ"] or match["between"] or ""
            if not _known_body(passage.text, match.start(), named):
                continue
            found = list(
                _numbers(
                    passage.text,
                    _Introduced(
                        match.start(),
                        match.end(),
                        CitationKind.DECISION if word.startswith(("dec", "déc", "реш")) else CitationKind.RESOLUTION,
                        organ_named(named) if named else "",
                        "its" if _POSSESSIVE.search(passage.text, max(0, match.start() - 12), match.start()) else "",
                        "en",
                    ),
                )
            )
            yield from found if named else _with_organ_after(passage.text, found)


def _known_body(text: str, start: int, named: str) -> bool:
    """Say whether the act is of an organ that has symbols, not of a body whose name stands before the word.

    `Governing Council decision 267 (2009)`, `African Commission … Rights resolution 263`: a capital inside a sentence.
    """
    return " " in named or _OTHER_BODY.search(text, max(0, start - 40), start) is None


_OTHER_BODY = re.compile(r"\w [A-Z][\w'’-]+ $")
_OF_OTHER_BODY = re.compile(
    r"(?: of [0-9]{1,2} \w+ [0-9]{4})? of the (?!(?:United Nations )?(?:General Assembly|Assembly|Security Council"
    r"|Economic and Social Council|Human Rights Council|Commission on|Council)\b)[A-Z]\w+ "
)
_POSSESSIVE = re.compile(r"\b(?:[Ii]ts|sa|ses|su|sus|свое[йм]|своих) $")
_OF = r"(?:of the|de l'|de la|du|del|des) ?"


@cache
def _latin() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:(?P<organ>{name_pattern()}) )?"
        r"(?P<word>[Rr]esolutions?|[Dd]ecisions?|[Rr]ésolutions?|[Dd]écisions?|[Rr]esoluci(?:ón|ones)|[Dd]ecisi(?:ón|ones)"
        r"|[Рр]езолюци\w{1,3}|[Рр]ешени\w{1,3})"
        rf"(?: (?:{_OF})?(?P<between>{name_pattern()}))?(?: (?:Nos?\.|№))? {{1,3}}(?=[0-9]|ES-|S-)"
    )


@cache
def _organ_after() -> re.Pattern[str]:
    return re.compile(rf",? (?:{_OF})?(?:United Nations )?(?P<organ>{name_pattern()})(?!\w)")


def _with_organ_after(text: str, found: list[Mention]) -> Iterator[Mention]:
    """Give acts the organ named after them: `resolution 1325 (2000) of the Security Council`; a stranger's are none."""
    if found and _OF_OTHER_BODY.match(text, found[-1].end):
        return
    match = _organ_after().match(text, found[-1].end) if found else None
    for mention in found:
        if match and isinstance(mention, Numbered | OldNumbered):
            yield replace(mention, organ=organ_named(match["organ"]))
        else:
            yield mention


class ChineseAct:
    """`第64/166号决议`, `大会第57/301号和第73/299号决议`."""

    def find(self, passage: Passage) -> Iterator[Mention]:
        """Yield every number of the series before the word."""
        if "第" not in passage.text:
            return
        for match in _chinese().finditer(passage.text):
            kind = CitationKind.DECISION if match["word"] == "决定" else CitationKind.RESOLUTION
            organ = organ_named(match["organ"]) if match["organ"] else ""
            for item in _item().finditer(passage.text, match.start("list"), match.end("list")):
                yield from _acts(item, _Introduced(item.start(), 0, kind, organ, "", "zh"), None, shared=False)


@cache
def _chinese() -> re.Pattern[str]:
    return re.compile(rf"(?P<organ>{name_pattern()})?(?P<list>(?:[、和及]?第[^第号]{{1,20}}号)+)(?P<word>决议|决定)")


class OwnNumber:
    """`٢٠/٢٠١٩ - مكافحة …`, `73/154. Protecting children …`: the number before a title."""

    def find(self, passage: Passage) -> Iterator[Mention]:
        """Yield the number that a title begins with."""
        if passage.kind not in (Kind.TITLE, Kind.MASTHEAD):
            return
        match = _own().match(passage.text)
        if match is None:
            return
        start = match.start("first") if not match["special"] else match.start("special")
        said = _Introduced(start, match.end(), CitationKind.RESOLUTION, "", "", passage.language)
        for act in _acts(match, said, None, shared=False):
            yield replace(act, own=True) if isinstance(act, Numbered) else act


@cache
def _own() -> re.Pattern[str]:
    return re.compile(rf" *{_PAIR}{_TAIL}(?= ?[-.:]|$)")


def _numbers(text: str, said: _Introduced) -> Iterator[Mention]:
    """Read the numbers from where the introducing words end, as far as they are joined."""
    waiting: list[tuple[re.Match[str], int]] = []
    start, at = said.start, said.at
    while item := _item().match(text, at):
        date = date_at(text, _end(_dated().match(text, item.end()), item.end()))
        waiting.append((item, start))
        end = item.end()
        if date:
            several = len(waiting) > 1 and bool(_PLURAL_DATE.match(text, item.end()))
            for index, (each, begin) in enumerate(waiting):
                shared = index < len(waiting) - 1
                yield from _acts(each, replace(said, start=begin), date.date if not shared or several else None, shared)
            waiting, end = [], date.end
        at = start = _end(_join().match(text, end), end)
    for each, begin in waiting:
        yield from _acts(each, replace(said, start=begin), None, shared=False)


def _end(match: re.Match[str] | None, otherwise: int) -> int:
    return match.end() if match else otherwise


def _acts(item: re.Match[str], said: _Introduced, date: datetime.date | None, shared: bool) -> Iterator[Mention]:
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
