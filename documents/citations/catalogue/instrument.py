"""One instrument: names, dates and numbers, each fact with its source and certainty, and the form of rows in files."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

_NOTHING: Mapping[str, tuple[str, ...]] = MappingProxyType({})

TEXTS = ("symbol", "unts", "mtdsg", "adopting_resolution", "organ", "printed_in", "protocol_of")
DATES = ("date", "entry_into_force")
FACTS = (*TEXTS, *DATES)
"""The facts of an instrument beside its names."""


@dataclass(frozen=True, slots=True)
class Instrument:
    """The facts of an instrument that texts cite.

    `target` is its key (`UNTS 1577/27531`, `A/RES/73/154`). `names` holds its name by language, `forms` the other
    written forms of the name, as patterns (`catalogue.name_patterns`). `unts` is volume/number, `mtdsg` the number in
    the treaty collection (`IV-11-c`). `date` is the date in the title: of adoption for a resolution, of opening,
    signature or adoption for a treaty. `printed_in` is the report that prints a resolution without symbol,
    `protocol_of` the treaty that a protocol belongs to. `source` names where the facts come from, `uncertain` the
    facts that nobody checked (`names.en`, `unts` …).
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
    forms: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: _NOTHING)
    protocol_of: str = ""

    @property
    def certain(self) -> bool:
        """Whether every fact was checked."""
        return not self.uncertain

    def is_certain(self, fact: str) -> bool:
        """Say whether a fact (`date`, `names.en`) was checked. An unchecked one is shown as such or not at all."""
        return fact not in self.uncertain

    def name(self, language: str) -> str:
        """Return the name in a language, else in English, else in any, else the target."""
        return self.names.get(language) or self.names.get("en") or next(iter(self.names.values()), self.target)

    @property
    def cited_by_name(self) -> bool:
        """Whether its name in a text cites it. True of treaties and declarations, not of a resolution's title."""
        treaty = self.target.startswith(("UNTS ", "MTDSG ")) or self.unts or self.mtdsg
        return bool(treaty or self.adopting_resolution or self.forms)

    @property
    def written(self) -> dict[str, tuple[str, ...]]:
        """All patterns of its name by language, its name first."""
        languages = dict.fromkeys((*self.names, *self.forms))
        return {one: ((name,) if (name := self.names.get(one)) else ()) + self.forms.get(one, ()) for one in languages}


def from_row(row: Mapping[str, Any]) -> Instrument:
    """Return the instrument of a checked row, in the form of the bundled file and of `as_row`."""
    facts: dict[str, Any] = {fact: row.get(fact, "") for fact in TEXTS}
    days: dict[str, Any] = {fact: datetime.date.fromisoformat(row[fact]) if row.get(fact) else None for fact in DATES}
    return Instrument(
        target=row["target"],
        names=MappingProxyType(dict(row["names"])),
        forms=MappingProxyType({language: tuple(forms) for language, forms in row.get("forms", {}).items()}),
        source=row.get("source", ""),
        uncertain=frozenset(row.get("uncertain", ())),
        **facts,
        **days,
    )


def as_row(one: Instrument) -> dict[str, Any]:
    """Return the row that `from_row` reads back, without empty facts."""
    row: dict[str, Any] = {
        "target": one.target,
        "names": dict(one.names),
        "forms": {language: list(forms) for language, forms in one.forms.items()},
        **{fact: getattr(one, fact) for fact in TEXTS},
        **{fact: day.isoformat() for fact in DATES if (day := getattr(one, fact))},
        "source": one.source,
        "uncertain": sorted(one.uncertain),
    }
    return {key: value for key, value in row.items() if value or key == "names"}
