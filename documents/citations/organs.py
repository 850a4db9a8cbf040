"""The organs whose resolutions are cited: their names, their sessions and the beginning of their symbols."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache

from documents.folding import pattern_form
from documents.language import has_rtl_letter

COUNCIL, COMMISSION = "council", "commission"
"""Codes of short names (`the Council`, اللجنة) that only the words around them explain."""


KNOWN_UNTIL = datetime.date(2026, 11, 1)
"""The last day whose sessions are known. Later sessions follow from the calendar."""


@dataclass(frozen=True, slots=True)
class Special:
    """The special sessions of an organ, whose acts are numbered `S-27/2`.

    `most` is the highest number of an act in a session, `high` that of sessions with more.
    """

    sessions: tuple[int, int]
    most: int
    high: Mapping[int, int] = field(default_factory=dict)

    def allows(self, session: int, number: int, *, decision: bool) -> bool:
        """Say whether there can be such an act. Decisions are numbered on from 11 or from 101."""
        most = 140 if decision else self.high.get(session, self.most)
        return self.sessions[0] <= session <= self.sessions[1] and 1 <= number <= most


@dataclass(frozen=True, slots=True)
class Organ:
    """An organ. `feminine` is its gender in Arabic.

    `head` begins its symbols, `names` are patterns of its names. `sessions` are the first and the last session in which
    it numbered acts by session (the last one held in 2026, where no later day is known). `most` is more than it ever
    passed in one session, `decisions` are the numbers of its decisions. Organs `by_year` number by calendar year.
    `sessions_on` gives the sessions that a day may belong to. `special` bounds S- and ES- sessions.
    """

    head: str
    names: tuple[str, ...]
    feminine: bool
    sessions: tuple[int, int] = (1, 0)
    most: int = 0
    decisions: range = range(1, 31)
    by_year: bool = False
    sessions_on: Callable[[datetime.date], frozenset[int]] = lambda _: frozenset()
    special: Mapping[str, Special] = field(default_factory=dict)

    def has_session(self, session: int, day: datetime.date) -> bool:
        """Say whether a text of that day can cite an act of a session."""
        first, last = self.sessions
        return first <= session <= max(self.sessions_on(day), default=last)

    def has_number(self, number: int, *, decision: bool) -> bool:
        """Say whether an act of a session can have this number."""
        return number in self.decisions if decision else 1 <= number <= self.most


def _assembly(day: datetime.date) -> frozenset[int]:
    """Return the sessions of a day: sessions open in mid-September.

    Until August it is the session of last year, in September it may be both. Acts of a resumed session (13 March 2003)
    still belong to it.
    """
    opened = {day.year - 1945} if day.month >= 9 else set()
    return frozenset(opened | ({day.year - 1946} if day.month <= 9 else set()))


def _human_rights_council(day: datetime.date) -> frozenset[int]:
    """Return the sessions of a day: three a year since 2007, the 4th in March of that year, give or take one."""
    if day.year == 2006:
        return frozenset((1, 2, 3))
    middle = 4 + 3 * (day.year - 2007) + min(2, max(0, (day.month - 1) // 4))
    return frozenset(range(middle - 1, middle + 2))


def _yearly(before_first: int) -> Callable[[datetime.date], frozenset[int]]:
    """Return the function from a day to its session for one session a year, the first after the year `before_first`."""
    return lambda day: frozenset({day.year - before_first})


ORGANS = {
    "GA": Organ(
        "A",
        (
            "الجمعية العامة|General Assembly|Assemblée générale|Asamblea General",
            "Генеральн(?:ая|ой|ую) Ассамбле(?:я|и|ей|ю)|大会",
            "الجمعية|Assembly",
        ),
        True,
        (31, 81),
        400,
        range(301, 900),
        sessions_on=_assembly,
        special={"S": Special((8, 35), 10), "ES": Special((6, 13), 10, {10: 60, 11: 60})},
    ),
    "ECOSOC": Organ(
        "E",
        (
            "المجلس الاقتصادي والاجتماعي|Economic and Social Council|Conseil économique et social",
            "Consejo Económico y Social",
            "Экономическ(?:ий|ого|им) и Социальн(?:ый|ого|ым) Совет(?:а|ом)?|经济及社会理事会",
        ),
        False,
        by_year=True,
    ),
    "SC": Organ(
        "S",
        (
            "مجلس الأمن|Security Council|Conseil de sécurité|Consejo de Seguridad|Совет(?:а|ом)? Безопасности",
            "安全理事会|安理会",
        ),
        False,
    ),
    "HRC": Organ(
        "A/HRC",
        (
            "مجلس حقوق الإنسان|Human Rights Council|Conseil des droits de l'homme|Consejo de Derechos Humanos",
            "Совет(?:а|ом)? по правам человека|人权理事会",
        ),
        False,
        (1, 63),
        60,
        range(101, 140),
        sessions_on=_human_rights_council,
        special={"S": Special((1, 45), 2)},
    ),
    "CHR": Organ(
        "E/CN.4",
        (
            "لجنة حقوق الإنسان|Commission on Human Rights|Commission des droits de l'homme",
            "Comisión de Derechos Humanos|Комисси[яи] по правам человека|人权委员会",
        ),
        True,
        by_year=True,
    ),
    "CCPCJ": Organ(
        "CCPCJ",
        ("لجنة منع الجريمة والعدالة الجنائية|Commission on Crime Prevention and Criminal Justice",),
        True,
        (1, 35),
        12,
        sessions_on=_yearly(1991),
    ),
    "CND": Organ("CND", ("لجنة المخدرات|Commission on Narcotic Drugs",), True, (42, 69), 30, sessions_on=_yearly(1957)),
    "CSW": Organ(
        "CSW",
        ("لجنة وضع المرأة|Commission on the Status of Women",),
        True,
        (40, 70),
        12,
        sessions_on=_yearly(1956),
    ),
}
"""Organs by their codes, as in `Masthead`. Symbols count GA sessions from the 31st (1976), CCPCJ sessions from 1992,
and the 53rd CND session is that of 2010."""

_SHORT = {"المجلس": COUNCIL, "Council": COUNCIL, "اللجنة": COMMISSION, "Commission": COMMISSION}


@cache
def _patterns() -> dict[str, str]:
    found = {code: pattern_form("|".join(organ.names)) for code, organ in ORGANS.items()}
    short: dict[str, list[str]] = {}
    for name, code in _SHORT.items():
        short.setdefault(code, []).append(pattern_form(name))
    return found | {code: "|".join(names) for code, names in short.items()}


@cache
def _after_lam() -> dict[str, str]:
    """Return the codes of Arabic names as written after the preposition ل (`لجمعية العامة`, `مجلس الأمن`)."""
    names = {
        name.removeprefix("ا") if name.startswith("ال") else name: code
        for code, pattern in _patterns().items()
        for name in pattern.split("|")
        if has_rtl_letter(name)
    }
    return dict(sorted(names.items(), key=lambda item: -len(item[0])))


@cache
def name_pattern(*, lam: bool = False) -> str:
    """Return a pattern for the name of any organ in a folded text. `organ_named` tells which it is.

    With `lam` it is for Arabic names after the preposition ل (`للجمعية العامة`), and `organ_after_lam` tells which.
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
def _mentioned() -> re.Pattern[str]:
    lam = rf"(?<!\w)[وف]?ل(?P<after>{name_pattern(lam=True)})(?!\w)"
    return re.compile(rf"(?<!\w)[وفبلك]{{0,2}}(?P<organ>{name_pattern()})(?!\w)|{lam}")


def organs_in(text: str) -> list[tuple[int, str]]:
    """Return (offset, code) of every organ named in a passage, Arabic ones also after clitics."""
    found = _mentioned().finditer(text)
    return [(m.start(), organ_named(m["organ"]) if m["organ"] else organ_after_lam(m["after"])) for m in found]


_LAST_OF_YEAR = (
    *(15, 37, 66, 78, 89, 96, 98, 103, 105, 110, 121, 126, 131, 132, 160, 170, 177, 185, 199, 219),
    *(232, 244, 262, 275, 291, 307, 324, 344, 366, 384, 402, 422, 443, 461, 484, 499, 528, 545, 559, 580),
    *(593, 606, 626, 646, 683, 725, 799, 892, 969, 1035, 1092, 1146, 1219, 1284, 1334, 1386, 1454, 1521, 1580, 1651),
    *(1738, 1794, 1859, 1907, 1966, 2032, 2085, 2132, 2195, 2259, 2336, 2397, 2451, 2503, 2560, 2617, 2671, 2721, 2767),
)
"""The last resolution of the Security Council in each year from 1946. Source: its own lists of resolutions by year."""


def council_year(number: int) -> int | None:
    """Return the year of a Security Council resolution, None for a number after the last complete year."""
    return 1946 + bisect_left(_LAST_OF_YEAR, number) if 1 <= number <= _LAST_OF_YEAR[-1] else None
