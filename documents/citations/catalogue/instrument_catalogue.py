"""The catalogue of instruments: the bundled one, extended by a user's rows, and official links."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType
from typing import Any

from documents.citations.catalogue.instrument import FACTS, Instrument, as_row, from_row
from documents.citations.catalogue.name_patterns import spelling, variants
from documents.numerals import from_roman
from documents.symbol import official_link
from resources import read_text

_TREATY_COLLECTION = (
    "https://treaties.un.org/Pages/ViewDetails.aspx?src=TREATY&mtdsg_no={number}&chapter={chapter}&clang=_{language}"
)


@dataclass(frozen=True, slots=True)
class NameForm:
    """A written form, as a pattern (`catalogue.name_patterns`), and its targets.

    Several targets are all meant by the whole form (`Geneva Conventions of 12 August 1949`), or by its parts in turn
    where `<and>` divides it.
    """

    form: str
    targets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """A fact of a user's row that differs from a checked one, or a name that belongs to another instrument."""

    target: str
    field: str
    known: str
    given: str


@dataclass(frozen=True, slots=True, eq=False)
class Catalogue:
    """Every known instrument by its target.

    A user's rows add instruments and names, and fill facts that are missing or unchecked. They never replace a checked
    fact or take the name of another instrument: `conflicts` lists the facts that are not used. `digest` is "" for the
    bundled catalogue, else a digest of the user's rows. Citations found with another digest are stale.
    """

    known: Mapping[str, Instrument]
    collective: tuple[NameForm, ...] = ()
    digest: str = ""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Catalogue) and self.digest == other.digest

    def __hash__(self) -> int:
        return hash(self.digest)

    @staticmethod
    def bundled() -> Catalogue:
        """Return the catalogue that ships with the program. It is read on first use."""
        return _bundled()

    def get(self, target: str) -> Instrument | None:
        """Return the instrument of a target, or None."""
        return self.known.get(target)

    def all(self) -> tuple[Instrument, ...]:
        """Return every instrument, those of the user last."""
        return tuple(self.known.values())

    def name_forms(self) -> tuple[NameForm, ...]:
        """Return every written form of the instruments cited by name. Of two equal forms the first one holds."""
        own = (
            NameForm(form, (one.target,))
            for one in self.known.values()
            if one.cited_by_name
            for forms in one.written.values()
            for form in forms
        )
        return (*own, *self.collective)

    def extended(self, rows: Iterable[Instrument]) -> Catalogue:
        """Return the catalogue with a user's rows. The same rows give the same `digest`."""
        rows = tuple(rows)
        if not rows:
            return self
        known = dict(self.known)
        for row in rows:
            before = known.get(row.target)
            known[row.target] = _merged(before, row) if before else row
        return Catalogue(MappingProxyType(known), self.collective, _digest(self.digest, rows))

    def conflicts(self, rows: Iterable[Instrument]) -> tuple[Conflict, ...]:
        """Return the facts and names of rows that `extended` ignores, to be reported at their import."""
        owner = _owners(self.name_forms())
        found: list[Conflict] = []
        for row in rows:
            before = self.known.get(row.target)
            for fact in FACTS if before else ():
                checked, given = getattr(before, fact), getattr(row, fact)
                if before and checked and given and checked != given and before.is_certain(fact):
                    found.append(Conflict(row.target, fact, str(checked), str(given)))
            for language, forms in row.written.items():
                owners = ((form, owner.get(spelling(form), row.target)) for form in forms)
                taken = [(form, other) for form, other in owners if other != row.target]
                found += [Conflict(row.target, f"names.{language}", other, form) for form, other in taken]
        return tuple(found)


def _owners(forms: Iterable[NameForm]) -> dict[str, str]:
    """Return the first target of every written name, by its spelling."""
    owner: dict[str, str] = {}
    for form in forms:
        for name in variants(form.form) if form.targets else ():
            owner.setdefault(spelling(name), form.targets[0])
    return owner


def _merged(known: Instrument, row: Instrument) -> Instrument:
    """Return a known instrument with the facts and names of a user's row that it lacks or has unchecked."""
    facts: dict[str, Any] = {}
    for fact in FACTS:
        if (given := getattr(row, fact)) and not (getattr(known, fact) and known.is_certain(fact)):
            facts[fact] = given
    names = {language: name for language, name in row.names.items() if language not in known.names}
    forms = {language: known.forms.get(language, ()) for language in (*known.forms, *row.written)}
    for language, written in row.written.items():
        seen = {*forms[language], known.names.get(language), names.get(language)}
        forms[language] += tuple(form for form in written if form not in seen)
    checked = frozenset(fact for fact in (*facts, *(f"names.{language}" for language in names)))
    return replace(
        known,
        names=MappingProxyType({**known.names, **names}),
        forms=MappingProxyType({language: written for language, written in forms.items() if written}),
        source="; ".join(filter(None, (known.source, row.source))),
        uncertain=(known.uncertain - checked) | (row.uncertain & checked),
        **facts,
    )


def _digest(before: str, rows: tuple[Instrument, ...]) -> str:
    import hashlib

    written = json.dumps([as_row(row) for row in rows], ensure_ascii=False, sort_keys=True)
    return hashlib.blake2b(f"{before}\n{written}".encode(), digest_size=8).hexdigest()


@cache
def _bundled() -> Catalogue:
    rows = json.loads(read_text("instruments.json"))
    known = {row["target"]: from_row(row) for row in rows if "target" in row}
    collective = tuple(
        NameForm(form, tuple(row["targets"]))
        for row in rows
        if "targets" in row
        for forms in row["forms"].values()
        for form in forms
    )
    return Catalogue(MappingProxyType(known), collective)


def instrument(target: str) -> Instrument | None:
    """Return the bundled instrument of a target, or None. The catalogue of the library also has a user's rows."""
    return _bundled().get(target)


def links(target: str, language: str, known: Instrument | None = None) -> tuple[str, ...]:
    """Return the official addresses of a target, best first, none for a target without an address.

    A resolution without symbol leads to the report that prints it.
    """
    known = known or instrument(target)
    found = [official_link(target, language)] if "/" in target.partition(" ")[0] else []
    if known and known.mtdsg and known.is_certain("mtdsg"):
        found.append(_treaty_page(known.mtdsg, language))
    if known and known.printed_in:
        found.append(official_link(known.printed_in, language))
    return tuple(filter(None, found))


def _treaty_page(number: str, language: str) -> str:
    chapter = from_roman(number.partition("-")[0])
    return _TREATY_COLLECTION.format(number=number, chapter=chapter, language="fr" if language == "fr" else "en")
