"""The facts of a masthead and a closing: session, agenda items, date, organ, provenance, symbol."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from documents.dates import find_dates
from documents.folding import pattern_form
from documents.importers import openings
from documents.importers.openings import Role
from documents.model import Kind, Masthead, Provision
from documents.symbol import canonical

_UNITS_AR = "الاولي الثانيه الثالثه الرابعه الخامسه السادسه السابعه الثامنه التاسعه العاشره".split()
_FIRST_AR = {"الحاديه": 1, **{word: index for index, word in enumerate(_UNITS_AR, 1)}}
_TENS_AR = "العشر الثلاث الاربع الخمس الست السبع الثمان التسع".split()
_UNITS_EN = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
_TENS_EN = {"twent": 20, "thirt": 30, "fort": 40, "fift": 50, "sixt": 60, "sevent": 70, "eight": 80, "ninet": 90}
_ITEM = re.compile(r"(\d{1,3})(?:\s*\(([^()]{1,3})\))?")
_HEADS = {"GA": "A", "ECOSOC": "E", "SC": "S", "HRC": "A/HRC", "CCPCJ": "CCPCJ", "CND": "CND"}
_STATED = re.compile(r"(?:A|E|S|ST|T|CRC|CCPR|CEDAW|CAT|CERD|CMW|CRPD)/[A-Za-z0-9.]+(?:/[A-Za-z0-9.-]+)+")
_PAIR = re.compile(r"(?:[DEdes]+-)?(\d{1,4})\s*/\s*(\d{1,4})\s*([A-Z]?)")
_OLD = re.compile(r"(\d{1,4})\s*([A-Z]?)\s*\((?:([IVXLC]+)|د\s*-\s*(\d{1,2})|(\d{4}))\)")


def facts(provisions: Sequence[Provision], *, nested: bool) -> Masthead:
    """Return the facts of the masthead, the chapeaux and the closing of a document."""
    lines = [p.text for p in provisions if p.kind is Kind.MASTHEAD]
    chapeaux = [openings.organ_in(p.text) for p in provisions if p.kind is Kind.CHAPEAU]
    closing = [p.text for p in provisions if p.kind is Kind.CLOSING]
    adoption = _first(lines, Role.ADOPTION)
    dates = find_dates(adoption) or [d for line in closing for d in find_dates(line) if len(line) < 60]
    return Masthead(
        organ=openings.organ_in(adoption) or (chapeaux[0] if chapeaux else ""),
        nested_organ=chapeaux[1] if nested and len(chapeaux) > 1 else "",
        session=next((s for line in lines if _role(line) is Role.SESSION and (s := session_of(line))), ""),
        agenda_items=tuple(i for line in lines if _role(line) is Role.AGENDA for i in agenda_items(line)),
        adopted=dates[0].date if dates else None,
        provenance=next((line.strip()[1:-1].strip() for line in lines if _is_bracketed(line)), ""),
        meeting=next(
            (m[0] for line in closing if _is_meeting(line) and (m := re.search(r"\d+", pattern_form(line)))), ""
        ),
    )


def _role(line: str) -> Role | None:
    opening = openings.masthead_line(line) or openings.whole(line)
    return opening.role if opening else None


def _first(lines: Iterable[str], role: Role) -> str:
    return next((line for line in lines if _role(line) is role), "")


def _is_bracketed(line: str) -> bool:
    return line.strip().startswith("[") and line.strip().endswith("]")


def _is_meeting(line: str) -> bool:
    opening = openings.whole(line)
    return opening is not None and opening.role is Role.MEETING


def agenda_items(line: str) -> tuple[str, ...]:
    """Return the items of a line of the masthead, letters by abjad: البند ١٩ (ج) is `19 (c)`."""
    items: list[str] = []
    for number, letter in _ITEM.findall(pattern_form(line)):
        opening = openings.numbered(f"({letter}) .") if letter else None
        items.append(f"{number} ({opening.number})" if opening else number)
    return tuple(items)


def session_of(line: str) -> str:
    """Return the year or the ordinal of a session: دورة عام ٢٠١٩ is `2019`, Seventy-third session is `73`."""
    words = pattern_form(line).casefold().strip(" .،,")
    digits = re.search(r"\d{1,4}", words)
    if digits:
        return digits[0]
    value = _english_ordinal(words) or _arabic_ordinal(words.split())
    return str(value) if value else ""


def _english_ordinal(words: str) -> int:
    for match in re.finditer(r"([a-z]+?)(?:y|ieth)(?:-([a-z]+))?(?= )", words):
        if match[1] in _TENS_EN:
            unit = match[2] or ""
            return _TENS_EN[match[1]] + (_UNITS_EN.index(unit) + 1 if unit in _UNITS_EN else 0)
    return next((_UNITS_EN.index(word) + 1 for word in words.split() if word in _UNITS_EN), 0)


def _arabic_ordinal(words: list[str]) -> int:
    total = 0
    for word in words:
        if word in _FIRST_AR and not total:
            total = _FIRST_AR[word]
        elif word == "عشره" and total < 10:
            total += 10
        elif word.removeprefix("و").endswith(("ون", "ين")) and word.removeprefix("و")[:-2] in _TENS_AR:
            total += 20 + 10 * _TENS_AR.index(word.removeprefix("و")[:-2])
    return total


def symbol_of(provisions: Sequence[Provision], masthead: Masthead, language: str) -> str:
    """Return the symbol of a document: a line that is one, else the number of its title with its organ."""
    heads = [p.text for p in provisions if p.kind in (Kind.MASTHEAD, Kind.TITLE)]
    heads += [p.text for p in provisions[:8] if p.kind is Kind.BODY]
    for line in heads:
        words = line.split() if len(line) < 80 and "(" not in line and "[" not in line else ()
        for word in words:
            if _STATED.fullmatch(pattern_form(word).strip("*")):
                return canonical(pattern_form(word))
    number = next((n for line in heads if (n := openings.title_parts(line)[0])), "")
    if not number and masthead.organ == "SC":
        number = next((n for line in heads if (n := openings.council_number(line))), "")
    head = _HEADS.get(masthead.organ)
    return _symbol(head, number, masthead, language) if head and number else ""


def _symbol(head: str, number: str, masthead: Masthead, language: str) -> str:
    old = _OLD.fullmatch(number)
    if old:
        from documents.numerals import roman

        session = old[3] or old[5] or roman(int(old[4]))
        return canonical(f"{head}/RES/{old[1]}({session}){old[2]}")
    pair = _PAIR.fullmatch(number)
    if pair is None:
        return ""
    first, second = pair[1], pair[2]
    if _swapped(first, second, masthead, language):
        first, second = second, first
    return canonical(f"{head}/RES/{first}/{second}{pair[3]}")


def _swapped(first: str, second: str, masthead: Masthead, language: str) -> bool:
    """Say whether `first/second` is number/session: by year, masthead or date, else by the order of Arabic scans."""
    if (len(first) == 4) != (len(second) == 4):
        return len(second) == 4
    known = {masthead.session, *_sessions(masthead.organ, masthead.adopted)} - {""}
    if (first in known) != (second in known):
        return second in known
    return language == "ar" and not 31 <= int(first) <= 90 and 31 <= int(second) <= 90


def _sessions(organ: str, adopted: date | None) -> set[str]:
    """Return the sessions that a date of adoption can belong to."""
    if adopted is None:
        return set()
    if organ == "GA":
        late, early = str(adopted.year - 1945), str(adopted.year - 1946)
        return {late} if adopted.month >= 10 else {early} if adopted.month <= 8 else {late, early}
    return {str(adopted.year - 1991)} if organ == "CCPCJ" else {str(adopted.year)} if organ == "ECOSOC" else set()
