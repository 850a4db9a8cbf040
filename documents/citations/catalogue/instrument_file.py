"""A user's file of instruments: read whole, or refused with the row and the field that are wrong."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from documents.citations.catalogue.instrument import DATES, FACTS, TEXTS, Instrument, from_row
from documents.citations.catalogue.name_patterns import RESERVED
from documents.symbol import canonical

_MOST_BYTES, _MOST_ROWS, _MOST_LETTERS = 8_000_000, 20_000, 500
_FEWEST_LETTERS = 8
_UNTS = re.compile(r"[0-9]{1,5}/[0-9]{1,6}(?:-[0-9]{1,6})?")
_MTDSG = re.compile(r"[IVXL]{1,7}-[0-9]{1,3}(?:-[a-z0-9]{1,3}){0,2}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_FIELDS = frozenset({"target", "names", "forms", "source", "uncertain", *FACTS})


@dataclass(frozen=True, slots=True)
class RowError(ValueError):
    """A fault in a file of instruments.

    `row` counts from 1 (0: the file itself), `field` is a path (`names.ar`). `problem` is one of not-json, not-a-list,
    too-large, not-an-object, missing, unknown, repeated, not-text, not-a-date, not-a-symbol, not-a-number,
    not-a-language, too-short, too-long, reserved-character.
    """

    row: int
    field: str
    problem: str

    def __str__(self) -> str:
        return f"row {self.row}, {self.field}: {self.problem}" if self.row else self.problem


def parse_rows(data: bytes) -> tuple[Instrument, ...]:
    """Read a JSON list of instruments in the form of the bundled `instruments.json`. RowError for a wrong row."""
    rows = _listed(data)
    read = tuple(_row(number, row) for number, row in enumerate(rows, start=1))
    seen: set[str] = set()
    for number, one in enumerate(read, start=1):
        if one.target in seen:
            raise RowError(number, "target", "repeated")
        seen.add(one.target)
    return read


def _listed(data: bytes) -> list[Any]:
    if len(data) > _MOST_BYTES:
        raise RowError(0, "", "too-large")
    try:
        rows = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise RowError(0, "", "not-json") from error
    if not isinstance(rows, list):
        raise RowError(0, "", "not-a-list")
    if len(rows) > _MOST_ROWS:
        raise RowError(0, "", "too-large")
    return rows


def _row(number: int, row: Any) -> Instrument:
    if not isinstance(row, dict):
        raise RowError(number, "", "not-an-object")
    for field, problem in _problems(row):
        raise RowError(number, field, problem)
    return from_row({**row, "target": _target(row["target"])})


def _problems(row: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield (field, problem) for every fault of a row."""
    yield from ((str(field), "unknown") for field in row if field not in _FIELDS)
    yield from ((field, "missing") for field in ("target", "names") if not row.get(field))
    for field in ("target", "source", *TEXTS, *DATES):
        if not isinstance(row.get(field, ""), str):
            yield field, "not-text"
        elif row.get(field):
            yield from ((field, problem) for problem in _CHECKS.get(field, _any)(row[field]))
    yield from _names(row.get("names"))
    yield from _forms(row.get("forms", {}))
    uncertain = row.get("uncertain", [])
    if not isinstance(uncertain, list) or not all(isinstance(fact, str) for fact in uncertain):
        yield "uncertain", "not-text"


def _names(names: Any) -> Iterator[tuple[str, str]]:
    if not isinstance(names, dict):
        yield "names", "not-an-object"
        return
    for language, name in names.items():
        yield from ((f"names.{language}", problem) for problem in _written(language, name))


def _forms(forms: Any) -> Iterator[tuple[str, str]]:
    if not isinstance(forms, dict):
        yield "forms", "not-an-object"
        return
    for language, written in forms.items():
        if not isinstance(written, list):
            yield f"forms.{language}", "not-a-list"
            continue
        for form in written:
            yield from ((f"forms.{language}", problem) for problem in _written(language, form))


def _written(language: str, name: Any) -> Iterator[str]:
    """Yield the problems of a name. A short one would be found everywhere as a common word."""
    if not _LANGUAGE.fullmatch(language):
        yield "not-a-language"
    if not isinstance(name, str):
        yield "not-text"
        return
    if sum(map(str.isalpha, name)) < (4 if language == "zh" else _FEWEST_LETTERS):
        yield "too-short"
    if len(name) > _MOST_LETTERS:
        yield "too-long"
    if RESERVED & set(name):
        yield "reserved-character"


def _any(_written_text: str) -> Iterator[str]:
    yield from ()


def _day(written: str) -> Iterator[str]:
    try:
        datetime.date.fromisoformat(written)
    except ValueError:
        yield "not-a-date"


def _symbol(written: str) -> Iterator[str]:
    try:
        right = canonical(written) == written
    except ValueError:
        right = False
    if not right:
        yield "not-a-symbol"


def _number(shape: re.Pattern[str]) -> Callable[[str], Iterator[str]]:
    return lambda written: iter(() if shape.fullmatch(written) else ("not-a-number",))


def _key(written: str) -> Iterator[str]:
    series, _, number = written.partition(" ")
    if series in ("UNTS", "MTDSG"):
        yield from _number(_UNTS if series == "UNTS" else _MTDSG)(number)
        return
    try:
        canonical(written)
    except ValueError:
        yield "not-a-symbol"


def _target(written: str) -> str:
    return written if written.startswith(("UNTS ", "MTDSG ")) else canonical(written)


_CHECKS: Mapping[str, Callable[[str], Iterator[str]]] = {
    "target": _key,
    "protocol_of": _key,
    "symbol": _symbol,
    "adopting_resolution": _symbol,
    "printed_in": _symbol,
    "unts": _number(_UNTS),
    "mtdsg": _number(_MTDSG),
    **dict.fromkeys(DATES, _day),
}
