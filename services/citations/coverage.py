"""What a text or the whole library cites: held, known by name or unknown, and a list of what to fetch."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from documents.citations.catalogue.instrument_catalogue import Catalogue, links
from documents.citations.citation import CitationKind
from documents.symbol import official_link
from library import citations
from library.citations import Total
from library.database import Database
from services.citations.instrument_lookup import kind_of
from services.citations.instruments import known

Status = Literal["held", "known", "unknown"]
ListForm = Literal["csv", "txt", "md"]

_NO_NAMES: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Covered:
    """An instrument that is cited, how often, and what is known of it.

    `held` is in the library (in `languages`), `known` in the catalogue alone. `citations` counts places, `documents`
    symbols, both of the text or of the library that was asked about. `links` are the official addresses, best first.
    `uncertain` says that nobody checked its names or its date.
    """

    target: str
    kind: CitationKind
    names: Mapping[str, str]
    date: datetime.date | None
    status: Status
    citations: int
    documents: int
    languages: tuple[str, ...]
    links: tuple[str, ...]
    uncertain: bool


def coverage(db: Database, name: tuple[str, str] | None = None, language: str = "ar") -> tuple[Covered, ...]:
    """Return what a text (symbol, language) cites, in text order, or what the library does, the most cited first.

    `language` is that of the addresses. NotHeld.
    """
    catalogue = known(db)
    totals = citations.totals(db) if name is None else citations.totals_of(db, *name)
    return tuple(_covered(total, catalogue, language) for total in totals)


def fetch_list(rows: Iterable[Covered], form: ListForm, language: str, *, held: bool = False) -> str:
    """Write what is not held (with `held` all of it) with official addresses in a language; data, no sentences.

    `csv` has a heading line and CRLF (RFC 4180), `txt` one address a line (or the target that has none), `md` a list.
    """
    wanted = [row for row in rows if held or row.status != "held"]
    match form:
        case "csv":
            return _csv(wanted, language)
        case "md":
            return "".join(_item(row, language) for row in wanted)
        case _:
            return "".join(f"{_address(row, language) or row.target}\n" for row in wanted)


def _covered(total: Total, catalogue: Catalogue, language: str) -> Covered:
    target, instrument = total.target, catalogue.get(total.target)
    status: Status = "held" if total.languages else "known" if instrument else "unknown"
    checked = instrument is None or all(map(instrument.is_certain, ("date", *map("names.{}".format, instrument.names))))
    return Covered(
        target,
        kind_of(target, catalogue),
        instrument.names if instrument else _NO_NAMES,
        instrument.date if instrument else None,
        status,
        total.citations,
        total.documents,
        total.languages,
        links(target, language, instrument),
        not checked,
    )


def _address(row: Covered, language: str) -> str:
    """Return the best address in a language; the addresses of a row are in the one it was made for."""
    in_language = official_link(row.target, language) if "/" in row.target.partition(" ")[0] else ""
    return in_language or next(iter(row.links), "")


def _name(row: Covered, language: str) -> str:
    return row.names.get(language) or row.names.get("en") or next(iter(row.names.values()), "")


def _csv(rows: Iterable[Covered], language: str) -> str:
    import csv
    import io

    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(("target", "kind", "name", "date", "status", "citations", "documents", "link"))
    for row in rows:
        writer.writerow(
            (
                *(row.target, row.kind.value, _name(row, language), row.date or "", row.status),
                *(row.citations, row.documents, _address(row, language)),
            )
        )
    return out.getvalue()


def _item(row: Covered, language: str) -> str:
    address, name = _address(row, language), _name(row, language)
    named = f"[{row.target}](<{address}>)" if address else row.target
    return f"- {named}{f': {name}' if name else ''} ({row.documents})\n"
