"""The organs whose resolutions texts cite: their names, their sessions and how their symbols begin."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from documents.language import has_rtl_letter
from documents.plain import plain

COUNCIL, COMMISSION = "council", "commission"
"""Short names (`the Council`, اللجنة) that only what stands around them explains."""


@dataclass(frozen=True, slots=True)
class Organ:
    """An organ; `feminine` is its gender in Arabic; `last_session` and `most` bound its resolutions.

    `by_year` organs number by calendar year. `sessions_on` gives the sessions a day may belong to. Decisions of the
    Assembly are numbered from 401 in each session.
    """

    head: str
    names: tuple[str, ...]
    feminine: bool
    last_session: int
    most: int
    by_year: bool = False
    first_session: int = 1
    sessions_on: Callable[[datetime.date], frozenset[int]] = lambda _: frozenset()


def _assembly(day: datetime.date) -> frozenset[int]:
    """Sessions open in mid-September: until August the one of last year, in September both."""
    opened = {day.year - 1945} if day.month >= 9 else set()
    return frozenset(opened | ({day.year - 1946} if day.month <= 9 else set()))


def _human_rights_council(day: datetime.date) -> frozenset[int]:
    """Three sessions a year since 2007, the 4th in March of that year; one more or less for those that moved."""
    middle = 4 + 3 * (day.year - 2007) + min(2, max(0, (day.month - 1) // 4))
    return frozenset(range(middle - 1, middle + 2))


ORGANS = {
    "GA": Organ(
        "A",
        (
            "الجمعية العامة|General Assembly|Assemblée générale|Asamblea General|Генеральн(?:ая|ой) Ассамбле[яи]|大会",
            "الجمعية|Assembly",
        ),
        True,
        90,
        900,
        first_session=31,
        sessions_on=_assembly,
    ),
    "ECOSOC": Organ(
        "E",
        (
            "المجلس الاقتصادي والاجتماعي|Economic and Social Council|Conseil économique et social",
            "Consejo Económico y Social|Экономическ(?:ий|ого) и Социальн(?:ый|ого) Совета?|经济及社会理事会",
        ),
        False,
        63,
        400,
        by_year=True,
    ),
    "SC": Organ(
        "S",
        (
            "مجلس الأمن|Security Council|Conseil de sécurité|Consejo de Seguridad|Совета? Безопасности",
            "安全理事会|安理会",
        ),
        False,
        0,
        0,
    ),
    "HRC": Organ(
        "A/HRC",
        (
            "مجلس حقوق الإنسان|Human Rights Council|Conseil des droits de l'homme|Consejo de Derechos Humanos",
            "Совета? по правам человека|人权理事会",
        ),
        False,
        75,
        60,
        sessions_on=_human_rights_council,
    ),
    "CHR": Organ(
        "E/CN.4",
        (
            "لجنة حقوق الإنسان|Commission on Human Rights|Commission des droits de l'homme",
            "Comisión de Derechos Humanos|Комисси[яи] по правам человека|人权委员会",
        ),
        True,
        62,
        120,
        by_year=True,
    ),
    "CCPCJ": Organ(
        "CCPCJ",
        ("لجنة منع الجريمة والعدالة الجنائية|Commission on Crime Prevention and Criminal Justice",),
        True,
        45,
        20,
        sessions_on=lambda day: frozenset({day.year - 1991}),
    ),
    "CND": Organ("CND", ("لجنة المخدرات|Commission on Narcotic Drugs",), True, 80, 30),
}
"""By code, as in `Masthead`. Sessions: GA from the 31st (1976) in symbols; CCPCJ since 1992."""

_SHORT = {"المجلس": COUNCIL, "Council": COUNCIL, "اللجنة": COMMISSION, "Commission": COMMISSION}


@cache
def _patterns() -> dict[str, str]:
    found = {code: plain("|".join(organ.names)) for code, organ in ORGANS.items()}
    short: dict[str, list[str]] = {}
    for name, code in _SHORT.items():
        short.setdefault(code, []).append(plain(name))
    return found | {code: "|".join(names) for code, names in short.items()}


@cache
def _after_lam() -> dict[str, str]:
    """Arabic names as they stand after the preposition ل, without it: `لجمعية العامة`, `مجلس الأمن`."""
    names = {
        name.removeprefix("ا") if name.startswith("ال") else name: code
        for code, pattern in _patterns().items()
        for name in pattern.split("|")
        if has_rtl_letter(name)
    }
    return dict(sorted(names.items(), key=lambda item: -len(item[0])))


@cache
def name_pattern(*, lam: bool = False) -> str:
    """Return a pattern for any organ's name in text as rules read it; `organ_named` tells which.

    With `lam`, for Arabic names after the preposition ل (`للجمعية العامة`): `organ_after_lam` tells which.
    """
    return "|".join(_after_lam() if lam else _patterns().values())


def organ_after_lam(name: str) -> str:
    """Return the code of an organ by a name that stood after ل, or ""."""
    return _after_lam().get(name, "")


@cache
def organ_named(name: str) -> str:
    """Return the code of an organ by a name that `name_pattern` matched, or ""."""
    return next((code for code, pattern in _patterns().items() if re.fullmatch(pattern, name)), "")


@cache
def mention_of_organ() -> re.Pattern[str]:
    """Return what finds organs named anywhere in a passage, with Arabic clitics before them."""
    return re.compile(rf"(?<!\w)[وفبلك]{{0,2}}(?P<organ>{name_pattern()})(?!\w)|(?<!\w)لل(?P<after>[^\W\d_]+)")
