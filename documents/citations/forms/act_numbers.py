"""Numbers of resolutions and decisions after the words that introduce them: lists, ranges, letters and dates."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from documents.citations.citation import CitationKind
from documents.citations.forms.mention import NUMBER_FIRST, SESSION_FIRST, Mention, Numbered, OldNumbered
from documents.citations.forms.part_letters import LETTERS, letters_of
from documents.citations.organs import name_pattern, organ_named
from documents.dates import WrittenDate, date_at
from documents.numerals import from_roman, roman

_YEAR = "(?:19[4-9][0-9]|20[0-9][0-9])"
_ABJAD_SESSION = r"د ?[-./]? ?(?P<{0}extra>ا)?(?: ?[-.]? ?(?P<{0}emergency>ط))? ?[-./]? {{0,2}}(?P<{0}dal>[0-9]{{1,2}})"
PAIR = (
    r"(?P<special>ES-|S-|د ?[-.]? ?ا ?[-.]? ?ط ?-? ?|د ?[-.]? ?ا ?-? ?)?"
    r"(?<![0-9])(?P<first>[0-9]{1,5}) {0,2}/ {0,2}(?P<second>[0-9]{1,5})(?![0-9])(?! ?/ ?[0-9])"
)
_OLD = (
    rf"(?<![0-9])(?P<number>[0-9]{{1,4}})(?: ?\(?(?P<inner>{LETTERS})\)?)? ?"
    rf"\( ?(?:(?P<roman>(?:E?S-)?[IVXLCХІСМ]+)|{_ABJAD_SESSION.format('')}|(?P<year>{_YEAR})) ?\)"
)
_TURNED = (
    rf"\( ?(?:{_ABJAD_SESSION.format('turned_')}|(?P<turned_year>{_YEAR})) ?\) ?(?P<turned_number>[0-9]{{1,4}})"
    r"(?![0-9]| ?[(/])"
)
TAIL = rf"(?: ?(?:-|\( ?)?(?P<letters>{LETTERS})(?: ?\))?)?"
_CONJUNCTION = (
    "(?:and |et |e |y |и |а также |or |o |as well as |ainsi que |así como |وكذلك |وايضا |وكذا |و ?|او |ثم "
    "|和|及|以及|、)"
)
_MARK = r"(?: ?\^?\([0-9]{0,3}\)| ?\[[0-9]{1,3}\])?"
_ANNEX = (
    r"(?: ?[،,] ?(?:المرفقان|المرفق|annex(?:es)?|anexos?|приложение)(?: (?:الاول|الثاني|الثالث|الرابع|[IVX]{1,4}))?"
    r"(?= ?(?:[،,]|و ?[0-9]|and |et |y |и )))?"
)
_PLACES = (
    r"(?:,? (?:sects?\.|paras?\.|chaps?\.|annex) ?(?:[IVX]{1,5}|[A-Z]|[0-9]{1,3})"
    r"(?:(?:-|, | and )[0-9]{1,3}(?![/0-9]))*(?= ?[,;]| and )){0,3}"
)
_JOIN = (
    rf"{_MARK}(?: года| г\.)?{_ANNEX}{_PLACES} {{0,2}}"
    rf"(?:[،,;؛、](?: ?[0-9]{{1,3}}(?= {{1,2}}[0-9]))? {{0,2}}{_CONJUNCTION}?|{_CONJUNCTION}"
    rf"|(?<=\) )(?=[0-9]{{1,4}} ?\({_YEAR}\))) ?"
)
_THROUGH = r" ?(?:الي|حتي|to|through|à|au|a|al|по|至|-) ?"
_DATED = (
    rf"{_MARK} ?[،,]? ?(?:الم[ؤو]رخ\w*|الصادر\w* في|المتخذ\w* في|المعتمد\w* في|بتاريخ|of|dated|adopted on|du|en date du"
    r"|de fecha|del?|от)? ?"
)
_PLURAL_DATE = re.compile(r" ?[،,]? ?الم[ؤو]رخ(?:ين|ان|ات|ه)")
_LONGEST_RANGE = 60


@cache
def one_number() -> re.Pattern[str]:
    """Return the pattern of one number with its letters."""
    return re.compile(rf"(?:{PAIR}|{_OLD}){TAIL}|{_TURNED}")


@cache
def council_number() -> re.Pattern[str]:
    """Return the pattern of a Security Council resolution without its year, or with it in words: `1325 لعام 2000`."""
    return re.compile(
        r"(?<![0-9])(?P<number>[0-9]{1,4})(?![0-9]| ?[/%(]|[.,][0-9])"
        rf"(?: ?(?:لعام|لسنه|عام|الصادر عام|الصادر في عام) (?P<year>{_YEAR})(?![0-9]))?"
    )


@cache
def _join() -> re.Pattern[str]:
    return re.compile(_JOIN)


@cache
def _through() -> re.Pattern[str]:
    return re.compile(_THROUGH)


@cache
def _dated() -> re.Pattern[str]:
    return re.compile(_DATED)


@cache
def _next_organ() -> re.Pattern[str]:
    return re.compile(rf"(?P<organ>{name_pattern()}) (?=[0-9])")


@cache
def _further() -> re.Pattern[str]:
    dated = rf"(?:{PAIR}|{_OLD}){TAIL}{_MARK} (?:الم[ؤو]رخ|of|du|de|от)"
    return re.compile(rf"(?:(?<=[،,؛;] )| {_CONJUNCTION})(?={dated}|[0-9]{{1,4}} \({_YEAR}\))")


@dataclass(frozen=True, slots=True)
class Introduced:
    """The words before the numbers: the start of the citation, the offset of the first number, and their facts.

    With `until`, further numbers with a date of their own, or of the Security Council, are searched up to there (`…, و
    57/301 المؤرخ …`, `resolutions 1325 (2000) on women, peace and security, 1612 (2005) on …`).
    """

    start: int
    at: int
    kind: CitationKind
    organ: str
    pronoun: str
    language: str
    until: int = 0


def numbers(text: str, said: Introduced) -> Iterator[Mention]:
    """Yield the numbers after the introducing words, as long as they are joined."""
    at = said.at
    while at >= 0:
        waiting: list[list[Act]] = []
        while number := _number_at(text, at, said):
            found, end = _one_or_range(text, number, said)
            waiting += found
            dates = _dates(text, end)
            if dates:
                yield from _with_dates(waiting, dates, together=bool(_PLURAL_DATE.match(text, end)))
                waiting, end = [], dates[-1].end
            at = end
            join = _join().match(text, end)
            if join is None:
                break
            said, at = _after_join(text, said, join.end())
        yield from (act for acts_ in waiting for act in acts_)
        further = _further().search(text, at, said.until) if said.until > at else None
        at = further.end() if further else -1
        said = replace(said, start=at)


Act = Numbered | OldNumbered


def _number_at(text: str, at: int, said: Introduced) -> re.Match[str] | None:
    """Return the number at an offset.

    A lone one counts only right after the introducing words: in a list it may count anything.
    """
    number = one_number().match(text, at)
    if number or said.kind is CitationKind.DECISION or said.pronoun == "f" or said.organ not in ("", "SC"):
        return number
    alone = council_number().match(text, at)
    shortest = 2 if said.organ else 3
    return alone if alone and at == said.at and len(alone["number"]) >= shortest else None


def _after_join(text: str, said: Introduced, at: int) -> tuple[Introduced, int]:
    """Step over the name of another organ: `… 73/154 والمجلس الاقتصادي والاجتماعي 2004/27`."""
    organ = _next_organ().match(text, at)
    if organ:
        return replace(said, start=at, organ=organ_named(organ["organ"]), pronoun=""), organ.end()
    return replace(said, start=at), at


def _dates(text: str, at: int) -> list[WrittenDate]:
    """Return the date after a number, or those after several (`المؤرخين … و …`)."""
    found: list[WrittenDate] = []
    date = _date_or_glued(text, _end(_dated().match(text, at), at))
    while date:
        found.append(date)
        join = _join().match(text, date.end)
        date = _date_or_glued(text, join.end()) if join else None
    return found


def _date_or_glued(text: str, at: int) -> WrittenDate | None:
    """Return the date at `at`, also one whose year a note mark is glued to: `19 June 202010`."""
    date = date_at(text, at)
    glued = None if date else _GLUED_YEAR.match(text, at)
    if glued is None:
        return date
    bare = date_at(text[at : glued.end("year")], 0)
    return WrittenDate(at, glued.end(), bare.date) if bare else None


_GLUED_YEAR = re.compile(rf"[0-9]{{1,2}} {{1,3}}[^\W\d]{{3,12}} {{1,3}}(?P<year>{_YEAR})[0-9]{{1,3}}(?![0-9])")


def _with_dates(waiting: list[list[Act]], dates: list[WrittenDate], *, together: bool) -> Iterator[Act]:
    """Give each number its date.

    As many dates as numbers are given in turn. A single one is that of the last number, or of all of them where it
    stands for all.
    """
    each = len(dates) == len(waiting)
    for index, acts_ in enumerate(waiting):
        last = index == len(waiting) - 1
        date: datetime.date | None = None
        if each:
            date = dates[index].date
        elif len(dates) == 1 and (last or together):
            date = dates[0].date
        for act in acts_:
            yield replace(act, date=date, shared_date=not last and not each)


def _end(match: re.Match[str] | None, otherwise: int) -> int:
    return match.end() if match else otherwise


def _one_or_range(text: str, number: re.Match[str], said: Introduced) -> tuple[list[list[Act]], int]:
    """Return the acts of one number, or of the first and last of a range and all between: `57/301 إلى 57/305`."""
    first = acts(number, said)
    through = _through().match(text, number.end())
    other = one_number().match(text, through.end()) if through else None
    if through is None or other is None or len(first) != 1:
        return [first], number.end()
    last = acts(other, replace(said, start=other.start()))
    between = _between(first[0], last[0]) if len(last) == 1 else []
    if not between:
        return [first], number.end()
    at = (through.start() + (text[through.start()] == " "), through.end() - (text[through.end() - 1] == " "))
    middle = [[replace(act, start=at[0], end=at[1])] for act in between[1:-1]]
    ends = replace(between[0], start=first[0].start), replace(between[-1], start=last[0].start, end=last[0].end)
    return [[ends[0]], *middle, [ends[1]]], other.end()


def _between(first: Act, last: Act) -> list[Act]:
    """Return the acts of a range with both ends, none where the two are not of one session or year."""
    if isinstance(first, OldNumbered):
        if not isinstance(last, OldNumbered) or (first.session, first.year) != (last.session, last.year):
            return []
        return [replace(first, number=n) for n in _steps(first.number, last.number)]
    if not isinstance(last, Numbered) or first.special != last.special or first.letter or last.letter:
        return []
    if first.first == last.first:
        return [replace(first, second=n, order=SESSION_FIRST) for n in _steps(first.second, last.second)]
    if first.second == last.second:
        return [replace(first, first=n, order=NUMBER_FIRST) for n in _steps(first.first, last.first)]
    return []


def _steps(first: int, last: int) -> range:
    return range(first, last + 1) if first < last <= first + _LONGEST_RANGE else range(0)


def acts(item: re.Match[str], said: Introduced) -> list[Act]:
    """Return one act for each letter of a number, or one for a number without letters."""
    groups = item.groupdict()
    letters = [letter for name in ("letters", "inner") if groups.get(name) for letter in letters_of(item, name)]
    spans = [(said.start, item.end(), letters[0][2] if letters else "")]
    if groups.get("letters") and letters:
        spans = [(said.start, letters[0][1] + (item.end() - item.end("letters")) * (len(letters) == 1), letters[0][2])]
    spans += [(start, end, name) for start, end, name in letters[1:]]
    found = [_act(item, said, start, end, letter) for start, end, letter in spans]
    return [act for act in found if act is not None]


def _act(item: re.Match[str], said: Introduced, start: int, end: int, letter: str) -> Act | None:
    common = (start, end, said.kind, said.organ, said.pronoun, said.language, letter, None, False)
    groups = item.groupdict()
    if groups.get("first"):
        first, second = int(groups["first"]), int(groups["second"])
        if said.organ == "SC" and re.fullmatch(_YEAR, groups["second"]):
            return OldNumbered(*common, first, "", second)
        return Numbered(*common, first, second, _special(groups["special"] or ""))
    turned = "turned_" if groups.get("turned_number") else ""
    year = groups[turned + "year"]
    if year and said.kind is CitationKind.DECISION:
        return None  # the Security Council numbers no decisions: those of other bodies look so
    session = _session(groups, turned) if "dal" in groups else ""
    if not session and not year and "dal" in groups:
        return None
    return OldNumbered(*common, int(groups[turned + "number"]), session, int(year) if year else None)


def _special(written: str) -> str:
    if not written:
        return ""
    return "ES" if written.startswith("ES") or "ط" in written else "S"


def _session(groups: dict[str, str], turned: str) -> str:
    """Return the session of an old number in Roman figures, "" without one: (د - ٣٠) → `XXX`, (دإ-6) → `S-VI`."""
    if groups[turned + "dal"]:
        number = int(groups[turned + "dal"])
        special = ("E" if groups[turned + "emergency"] else "") + "S-" if groups[turned + "extra"] else ""
        return special + roman(number) if number else ""
    numeral = "" if turned else groups["roman"]
    if not numeral:
        return ""
    special, _, figures = numeral.rpartition("-")
    try:
        return (special + "-" if special else "") + roman(from_roman(figures))
    except ValueError:
        return ""
