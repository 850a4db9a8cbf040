"""Dates as the United Nations print them, read from running text and written in the official languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from documents.folding import RECOGNITION, fold, pattern_form
from documents.language import arabic_indic_digits

_LEVANT = tuple(
    "كانون الثاني,شباط,آذار,نيسان,أيار,حزيران,تموز,آب,أيلول,تشرين الأول,تشرين الثاني,كانون الأول".split(",")
)
_LATIN_IN_ARABIC = tuple("يناير,فبراير,مارس,أبريل,مايو,يونيه,يوليه,أغسطس,سبتمبر,أكتوبر,نوفمبر,ديسمبر".split(","))
_ENGLISH = tuple("January,February,March,April,May,June,July,August,September,October,November,December".split(","))
_FRENCH = tuple("janvier,février,mars,avril,mai,juin,juillet,août,septembre,octobre,novembre,décembre".split(","))
_SPANISH = tuple("enero,febrero,marzo,abril,mayo,junio,julio,agosto,septiembre,octubre,noviembre,diciembre".split(","))
_RUSSIAN = tuple("января,февраля,марта,апреля,мая,июня,июля,августа,сентября,октября,ноября,декабря".split(","))
_VARIANTS = {"يونيو": 6, "يوليو": 7, "ابريل": 4, "اغسطس": 8, "setiembre": 9}


@dataclass(frozen=True, slots=True, order=True)
class WrittenDate:
    """A date and where it is written: code points `start` to `end` of the text it was found in."""

    start: int
    end: int
    date: date


@cache
def _months() -> dict[str, int]:
    """Return the number of every month by its name, folded (`pattern_form`) and in lower case."""
    names = {pattern_form(name).casefold(): number for name, number in _VARIANTS.items()}
    for table in (_LEVANT, _LATIN_IN_ARABIC, _ENGLISH, _FRENCH, _SPANISH, _RUSSIAN):
        names |= {pattern_form(name).casefold(): number for number, name in enumerate(table, 1)}
    return names


@cache
def _pattern() -> re.Pattern[str]:
    """Return the pattern of `17 كانون الأول/ ديسمبر 2018`, `17 December 2018`, `1er juillet 2011`, `2019年7月23日`."""
    name = "|".join(re.escape(name).replace(r"\ ", " +") for name in sorted(_months(), key=len, reverse=True))
    return re.compile(
        rf"(?<![\d/.])(?P<day>\d{{1,2}})(?:er|º|°)? {{1,3}}(?:de )?(?P<month>{name})"
        rf"(?: ?/ ?(?P<second>{name}))?,?(?: de)? {{1,3}}(?P<year>\d{{4}})(?!\d)"
        r"|(?<!\d)(?P<y>\d{4}) ?年 ?(?P<m>\d{1,2}) ?月 ?(?P<d>\d{1,2}) ?日",
        re.IGNORECASE,
    )


def find_dates(text: str) -> tuple[WrittenDate, ...]:
    """Return the dates of a text in order, without those that no calendar has."""
    folded = fold(text, RECOGNITION)
    return tuple(WrittenDate(*folded.source_span(w.start, w.end), w.date) for w in plain_dates(folded.text))


def plain_dates(text: str) -> Iterator[WrittenDate]:
    """Yield the dates of a text that is folded already (`pattern_form`)."""
    for match in _pattern().finditer(text):
        found = _date(match)
        if found is not None:
            yield WrittenDate(match.start(), match.end(), found)


def date_at(text: str, offset: int) -> WrittenDate | None:
    """Return the date that begins at `offset` of a folded text (`pattern_form`), or None."""
    match = _pattern().match(text, offset)
    found = _date(match) if match else None
    return WrittenDate(offset, match.end(), found) if match and found else None


def _date(match: re.Match[str]) -> date | None:
    if match["y"]:
        year, month, day = int(match["y"]), int(match["m"]), int(match["d"])
    else:
        year, day = int(match["year"]), int(match["day"])
        month = _month(match["month"])
        if match["second"] and _month(match["second"]) != month:
            return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month(written: str) -> int:
    return _months()[re.sub(" +", " ", written).casefold()]


def un_date(day: date, language: str) -> str:
    """Return a date as the United Nations print it: `٢٣ تموز/يوليه ٢٠١٩`, `23 July 2019`.

    A language that is not official gets the ISO form.
    """
    at = day.month - 1
    if language == "ar":
        return arabic_indic_digits(f"{day.day} {_LEVANT[at]}/{_LATIN_IN_ARABIC[at]} {day.year}")
    first = "1er" if day.day == 1 else str(day.day)
    forms = {
        "en": f"{day.day} {_ENGLISH[at]} {day.year}",
        "fr": f"{first} {_FRENCH[at]} {day.year}",
        "es": f"{day.day} de {_SPANISH[at]} de {day.year}",
        "ru": f"{day.day} {_RUSSIAN[at]} {day.year} года",
        "zh": f"{day.year}年{day.month}月{day.day}日",
    }
    return forms.get(language, day.isoformat())
