"""Places inside an instrument as texts write them: units, numbers and their joints."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from documents.citations.pinpoints.ordinals import (
    ARABIC_LETTER,
    ARABIC_ORDINAL,
    ENGLISH_ORDINAL,
    LETTER_IN_BRACKETS,
    figure,
    letter,
    number_of,
    numeral,
)

_UNITS = (
    (
        "annex",
        r"[Aa]nnex(?:es?)?|[Aa]ppendi(?:x|ces)|[Aa]nexos?|[Пп]риложени\w{1,2}",
        r"مرفق(?:ان|ين|ات)?|تذييل(?:ان|ين|ات)?",
    ),
    ("part", r"[Pp]arts?|[Pp]artes?|[Чч]аст\w{1,3}", r"جزء(?:ان|ين)?|جزاين|اجزاء|باب(?:ان|ين)?|ابواب"),
    ("chp", r"[Cc]hapters?|[Cc]haps?\.|[Cc]hapitres?|[Cc]apítulos?|[Гг]лав\w{1,2}", r"فصل(?:ان|ين)?|فصول"),
    (
        "sec",
        r"[Ss]ections?|[Ss]ects?\.|[Ss]ecci(?:ón|ones)|[Рр]аздел\w{0,2}",
        r"فرع(?:ان|ين)?|فروع|قسم(?:ان|ين)?|اقسام",
    ),
    ("rule", r"[Rr]ules?|[Pp]rinciples?", r"قاعده|قواعد|مبدا|مباد[يء]"),
    ("art", r"[Aa]rticles?|[Aa]rts?\.|[Aa]rtículos?|[Сс]тать\w{1,3}|[Сс]татей", r"ماده|مادت(?:ان|ين)|مواد"),
    ("pp", rf"(?:(?:{ENGLISH_ORDINAL}) )?preambular paragraphs?", r"(?!)"),
    (
        "para",
        r"(?:[Oo]perative )?[Pp]aragraphs?|[Pp]aras?\.|[Pp]aragraphes?|[Pp]árrafos?|[Пп]ункт\w{0,3}",
        r"فقره|فقرت(?:ان|ين)|فقرات",
    ),
    ("point", r"[Ss]ub-?paragraphs?", r"فقره الفرعيه|فقرت(?:ان|ين) الفرعيت(?:ان|ين)|فقرات الفرعيه"),
)
"""Units from the outermost to the innermost with their words, the Arabic ones without their article."""

_RANK = {code: rank for rank, (code, *_) in enumerate(_UNITS)}
_ROMAN_UNITS = frozenset({"part", "chp", "sec"})
_BRACKETS = rf"(?: ?\({LETTER_IN_BRACKETS}\)){{1,4}}"
_NUMBER = (
    r"(?:(?:[0-9]{1,3}(?![0-9/])(?: ?(?:bis|ter|مكررا?)(?!\w))?|[IVXLC]{1,7}(?![\w'])|[A-Z](?![\w'/]))"
    r"(?:\.(?:[0-9]{1,2}(?![0-9])|[A-Z](?![\w'])))?"
    rf"|(?:one|two|three|four|five|six|seven|eight|nine|ten)(?!\w)|{ARABIC_ORDINAL}|{ARABIC_LETTER})"
)
_ITEM = rf"(?:{_NUMBER}(?:{_BRACKETS})?|{_BRACKETS})"
_SEPARATOR = r"(?: ?[,،] ?(?:and |or |و ?|او )?| {1,2}and | et | y | e | и | or | to | through | و ?| او | الي | ?- ?)"
_ITEMS = rf"{_ITEM}(?:{_SEPARATOR}{_ITEM}){{0,40}}"
_LATIN = "|".join(latin for _, latin, _ in _UNITS)
_ARABIC = "|".join(arabic for *_, arabic in reversed(_UNITS))
_LEVEL = (
    rf"(?<!\w)(?:[وف]?[بك]?(?=ال|لل|مرفق))?(?P<unit>{_LATIN}|(?:ال|لل)(?:{_ARABIC})|مرفق)(?:(?<=\.)|(?!\w))"
    rf"(?: {{0,3}}(?P<items>{_ITEMS}))?"
)
_OUTWARD = r",? {1,3}(?:of|to|in) (?:the |its )?| de (?:la |el |l')?| du | del | من "
_INWARD = r" ?[,،.]{1,2} ?(?:and |و ?)?| {1,2}and | (?=و)"
_WHERE = r" (?:of|in) the preamble(?!\w)| من (?:ال)?(?:ديباجه|منطوق)(?!\w)"


def _unnamed(pattern: str) -> str:
    return re.sub(r"\?P<\w+>", "?:", pattern)


@cache
def _chain() -> re.Pattern[str]:
    level = _unnamed(_LEVEL)
    return re.compile(rf"{level}(?:(?:{_OUTWARD}|{_INWARD}){level}){{0,8}}(?:{_WHERE})?")


@cache
def _level() -> re.Pattern[str]:
    return re.compile(rf"(?P<link>{_OUTWARD}|{_INWARD})?{_LEVEL}|(?P<where>{_WHERE})")


@cache
def _item() -> re.Pattern[str]:
    return re.compile(rf"(?P<number>{_NUMBER})(?P<more>{_BRACKETS})?|(?P<alone>{_BRACKETS})")


@dataclass(frozen=True, slots=True)
class Place:
    """A place inside an instrument, with its offsets in the passage. `path` leads from the outermost unit inwards."""

    start: int
    end: int
    path: tuple[tuple[str, str], ...]

    @property
    def name(self) -> str:
        """The path as in `Pinpoint.place`: `para_3__point_a`. The only annex is `annex`."""
        return "__".join(f"{unit}_{number}" if number else unit for unit, number in self.path)


def chains(text: str) -> Iterator[tuple[int, int, tuple[Place, ...]]]:
    """Yield (start, end, places) of every stretch of a folded text that names places together.

    `paragraphs 3 and 5 (b)` are two places, `section II, paragraph 3` is one, `الفقرتان ٣ و٥ من المنطوق` are two. Of a
    range there are both ends.
    """
    for match in _chain().finditer(text):
        places, end = _places(text, match.start(), match.end())
        if places:
            yield places[0].start, end, tuple(places)


_CHINESE_UNITS = {"段": "para", "条": "art", "章": "chp", "节": "sec"}


def chinese_places(text: str) -> Iterator[tuple[int, int, tuple[Place, ...]]]:
    """Yield the same for Chinese, where the place follows: `第2182(2014)号决议第15段`, `第9和11段`."""
    for match in _chinese().finditer(text) if "第" in text else ():
        unit = _CHINESE_UNITS[match["unit"]]
        found = [(match.start("numbers") + n.start(), match.start("numbers") + n.end(), n[0]) for n in _figures(match)]
        places = [Place(start, end, ((unit, figure(number)),)) for start, end, number in found]
        places[0], places[-1] = replace(places[0], start=match.start()), replace(places[-1], end=match.end())
        if len(places) == 1:
            places = [replace(places[0], start=match.start(), end=match.end())]
        yield match.start(), match.end(), tuple(places)


def _figures(match: re.Match[str]) -> Iterator[re.Match[str]]:
    return re.finditer("[0-9]+", match["numbers"])


@cache
def _chinese() -> re.Pattern[str]:
    return re.compile(r"第(?P<numbers>[0-9]{1,3}(?:(?:、|和|至|及)第?[0-9]{1,3})*)(?P<unit>[段条章节])")


def _places(text: str, start: int, end: int) -> tuple[list[Place], int]:
    """Return the places between `start` and `end`, and the end of their last word."""
    places: list[Place] = []
    group = last_end = 0
    for match in _level().finditer(text, start, end):
        if match["where"]:
            places = [_preambular(place) for place in places] if "ديباج" in match[0] or "pream" in match[0] else places
            last_end = match.end()
            continue
        found = _of_level(match)
        if not found:
            continue
        last_end = match.end()
        link = match["link"] or ""
        if places and _leads_out(link):
            outer = found[0].path
            places[group:] = [replace(place, path=outer + place.path) for place in places[group:]]
            places[-1] = replace(places[-1], end=match.end())
        elif places and _nests(link, places[-1], found[0]):
            last = places.pop()
            group = len(places)
            places.append(replace(found[0], start=last.start, path=last.path + found[0].path))
            places += [replace(place, path=last.path + place.path) for place in found[1:]]
        else:
            group = len(places)
            places += found
    return places, last_end


def _leads_out(link: str) -> bool:
    return bool(re.search(r"(?:of|to|in|de|du|del|من)(?!\w)", link))


def _nests(link: str, last: Place, inner: Place) -> bool:
    """Say whether a place lies inside the one before: `article 2, paragraph 1`, `الفصل الأول، الفرع دال`."""
    joined = bool(re.search(r"and|و", link)) or link == " "
    return not joined and _RANK[inner.path[0][0]] > max(_RANK[unit] for unit, _ in last.path)


def _preambular(place: Place) -> Place:
    return replace(place, path=tuple(("pp" if unit == "para" else unit, number) for unit, number in place.path))


def _of_level(match: re.Match[str]) -> list[Place]:
    """Return the places of one unit word and its list. An annex without a number is the only one."""
    unit, start = _unit(match["unit"]), match.start("unit")
    if not match["items"]:
        ordinal = match["unit"].partition(" preambular")[0] if unit == "pp" else ""
        number = str(number_of(ordinal) or "") if ordinal else ""
        return [Place(start, match.end("unit"), ((unit, number),))] if number or match["unit"] in _ONLY else []
    found: list[Place] = []
    for item in _item().finditer(match.string, *match.span("items")):
        path = _path(unit, item, found[-1].path if found else ())
        opening = len(item[0]) - len(item[0].lstrip())
        found.append(Place(item.start() + opening if found else start, item.end(), path))
    return found


_ONLY = frozenset({"annex", "Annex", "appendix", "Appendix", "المرفق", "مرفق", "التذييل"})


@cache
def _unit(written: str) -> str:
    bare = written[2:] if written.startswith(("ال", "لل")) else written
    return next(
        code for code, latin, arabic in reversed(_UNITS) if re.fullmatch(latin, written) or re.fullmatch(arabic, bare)
    )


def _path(unit: str, item: re.Match[str], before: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """Return the path of `3 (a)`, `E.1` or `(b)`. Letters alone go on inside the number before."""
    brackets = [letter(written) for written in re.findall(r"\( ?(\w+)\)", item["more"] or item["alone"] or "")]
    inner = tuple(("para" if unit == "art" and each.isdecimal() else "point", each) for each in brackets)
    if item["alone"]:
        outer = tuple(part for part in before if part[0] != "point")
        return (outer if outer and unit != "point" else ()) + inner
    main, _, rest = re.sub(r"[^\w. ]", "", item["number"]).partition(".")
    number = numeral(main) if unit in _ROMAN_UNITS else figure(main)
    below = ((("para" if rest.isdecimal() else unit), rest),) if rest else ()
    return ((unit, number.replace(" ", "")), *below, *inner)
