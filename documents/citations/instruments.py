"""The catalogue of instruments: names, dates, numbers and official links, each fact with source and certainty."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from documents.numerals import from_roman
from documents.symbol import official_link
from resources import read_text

_TREATY_COLLECTION = (
    "https://treaties.un.org/Pages/ViewDetails.aspx?src=TREATY&mtdsg_no={number}&chapter={chapter}&clang=_{language}"
)


@dataclass(frozen=True, slots=True)
class Instrument:
    """What is known of something that texts cite.

    `target` is its key (`UNTS 1577/27531`, `A/RES/73/154`); `names` by language; `unts` is volume/number; `mtdsg` the
    number in the treaty collection (`IV-11-c`); `date` is the date in the title: of adoption for a resolution, of
    opening, signature or adoption for a treaty. `printed_in` is the report that prints a resolution without symbol.
    `source` says where the facts come from; `uncertain` names those that nobody checked (`names.en`, `unts` …).
    """

    target: str
    names: Mapping[str, str]
    symbol: str = ""
    date: datetime.date | None = None
    unts: str = ""
    mtdsg: str = ""
    entry_into_force: datetime.date | None = None
    adopting_resolution: str = ""
    organ: str = ""
    printed_in: str = ""
    source: str = ""
    uncertain: frozenset[str] = frozenset()

    @property
    def certain(self) -> bool:
        """Whether every fact was checked."""
        return not self.uncertain

    def is_certain(self, fact: str) -> bool:
        """Say whether a fact (`date`, `names.en`) was checked; an unchecked one is shown as such or not at all."""
        return fact not in self.uncertain

    def name(self, language: str) -> str:
        """Return the name in a language, else in English, else in any, else the target."""
        return self.names.get(language) or self.names.get("en") or next(iter(self.names.values()), self.target)


@cache
def _rows() -> tuple[dict[str, Any], ...]:
    return tuple(json.loads(read_text("instruments.json")))


@cache
def catalogue() -> Mapping[str, Instrument]:
    """Return every known instrument by its target; read when first asked for."""
    return MappingProxyType({row["target"]: _instrument(row) for row in _rows()})


def _instrument(row: Mapping[str, Any]) -> Instrument:
    return Instrument(
        target=row["target"],
        names=MappingProxyType(row["names"]),
        symbol=row.get("symbol", ""),
        date=_day(row, "date"),
        unts=row.get("unts", ""),
        mtdsg=row.get("mtdsg", ""),
        entry_into_force=_day(row, "entry_into_force"),
        adopting_resolution=row.get("adopting_resolution", ""),
        organ=row.get("organ", ""),
        printed_in=row.get("printed_in", ""),
        source=row.get("source", ""),
        uncertain=frozenset(row.get("uncertain", ())),
    )


def _day(row: Mapping[str, Any], fact: str) -> datetime.date | None:
    return datetime.date.fromisoformat(row[fact]) if row.get(fact) else None


def instrument(target: str) -> Instrument | None:
    """Return what is known of a target, or None."""
    return catalogue().get(target)


@cache
def name_forms() -> tuple[tuple[str, str], ...]:
    """Return (written form, target) for every treaty that texts cite by name; `(a|b)` and `(a)?` as in `re`."""
    found: list[tuple[str, str]] = []
    for row in _rows():
        if not (row.get("unts") or row.get("mtdsg") or row.get("adopting_resolution")):
            continue
        for language, name in row["names"].items():
            forms = row.get("forms", {}).get(language) or [re.escape(name).replace("\\ ", " ")]
            found += [(form, row["target"]) for form in forms]
    return tuple(found)


def links(target: str, language: str) -> tuple[str, ...]:
    """Return the official addresses of a target, best first; none for what has no address of its own.

    A resolution that has no symbol leads to the report that prints it.
    """
    known = instrument(target)
    found = [official_link(target, language)] if "/" in target.partition(" ")[0] else []
    if known and known.mtdsg and known.is_certain("mtdsg"):
        found.append(_treaty_page(known.mtdsg, language))
    if known and known.printed_in:
        found.append(official_link(known.printed_in, language))
    return tuple(filter(None, found))


def _treaty_page(number: str, language: str) -> str:
    chapter = from_roman(number.partition("-")[0])
    return _TREATY_COLLECTION.format(number=number, chapter=chapter, language="fr" if language == "fr" else "en")
