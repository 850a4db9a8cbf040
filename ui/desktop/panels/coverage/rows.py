"""The rows of the coverage view as values: grouped by state, filtered and sorted."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from documents.folding import fold_key
from services.citations.coverage import CitedInstrument
from ui.desktop.support.place_names import spaced_reference

STATUSES = ("held", "known", "unknown")
"""The groups in their order."""


class Order(StrEnum):
    """The columns that rows can be sorted by."""

    CITATIONS = "citations"
    DOCUMENTS = "documents"
    NAME = "name"
    REFERENCE = "reference"
    DATE = "date"


DESCENDING = frozenset({Order.CITATIONS, Order.DOCUMENTS, Order.DATE})
"""The orders that begin with the largest or the newest when first chosen."""


@dataclass(frozen=True, slots=True)
class Row:
    """One instrument: name and reference in the language of the interface, filter key and sort keys."""

    covered: CitedInstrument
    name: str
    other: str
    reference: str
    key: str
    sorted_name: str
    sorted_reference: tuple[tuple[int, int, str], ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The heading of a group: how many of its instruments pass the filter, and how many there are."""

    status: str
    shown: int
    total: int


def rows_of(covered: Iterable[CitedInstrument], language: str) -> tuple[Row, ...]:
    """Return the rows of instruments for an interface in `language`."""
    return tuple(_row(one, language) for one in covered)


def arranged(rows: Iterable[Row], typed: str, order: Order, *, descending: bool) -> list[Group | Row]:
    """Return headings and rows, filtered and sorted. Rows without a date or name come last in either direction."""
    words = fold_key(typed).split()
    groups: dict[str, list[Row]] = {status: [] for status in STATUSES}
    totals = dict.fromkeys(STATUSES, 0)
    for row in rows:
        totals[row.covered.status] += 1
        if all(word in row.key for word in words):
            groups[row.covered.status].append(row)
    found: list[Group | Row] = []
    for status, members in groups.items():
        if members:
            found.append(Group(status, len(members), totals[status]))
            found += _sorted(members, order, descending=descending)
    return found


def _row(covered: CitedInstrument, language: str) -> Row:
    names, reference = covered.names, spaced_reference(covered.target)
    name = names.get(language) or names.get("en") or next(iter(names.values()), "")
    other = next((names[code] for code in ("en", "ar") if code != language and names.get(code)), "")
    key = fold_key(" ".join((covered.target, reference, *names.values())))
    return Row(covered, name, other if other != name else "", reference, key, fold_key(name), _natural(covered.target))


def _natural(words: str) -> tuple[tuple[int, int, str], ...]:
    """Return a sort key that puts A/RES/9/1 before A/RES/10/1."""
    parts: list[tuple[int, int, str]] = []
    run = ""
    for character in (*words, "\0"):
        if run and character.isdecimal() != run[-1].isdecimal():
            parts.append((0, int(run), "") if run[-1].isdecimal() else (1, 0, run))
            run = ""
        run += character
    return tuple(parts)


def _sorted(rows: list[Row], order: Order, *, descending: bool) -> list[Row]:
    rows = sorted(rows, key=lambda row: row.sorted_reference)
    if order is Order.REFERENCE:
        return rows[::-1] if descending else rows
    value, missing = _VALUES[order]
    with_value = sorted((row for row in rows if not missing(row)), key=value, reverse=descending)
    return with_value + [row for row in rows if missing(row)]


def _date(row: Row) -> int:
    return row.covered.date.toordinal() if row.covered.date is not None else 0


_VALUES: dict[Order, tuple[Callable[[Row], int | str], Callable[[Row], bool]]] = {
    Order.CITATIONS: (lambda row: row.covered.citations, lambda _: False),
    Order.DOCUMENTS: (lambda row: row.covered.documents, lambda _: False),
    Order.NAME: (lambda row: row.sorted_name, lambda row: not row.name),
    Order.DATE: (_date, lambda row: row.covered.date is None),
}
