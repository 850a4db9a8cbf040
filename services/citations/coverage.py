"""List the cited instruments with their status, held, known or unknown, and write the list of those to fetch."""

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
from services.citations.instrument_catalogue import load
from services.citations.instrument_lookup import kind_of_target

Status = Literal["held", "known", "unknown"]
ListForm = Literal["csv", "txt", "md"]

_NO_NAMES: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class CitedInstrument:
    """A cited instrument, the number of its citations, and its facts from the catalogue.

    `status` is held (in the library, in `languages`), known (in the catalogue only) or unknown. `citations` counts
    places, `documents` symbols, within the text or the library asked about. `links` are the official addresses,
    best first. `uncertain` says that its names or its date were never verified.
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


def coverage(db: Database, name: tuple[str, str] | None = None, language: str = "ar") -> tuple[CitedInstrument, ...]:
    """Return the cited instruments of a text (symbol, language) in text order, or of the library, most cited first.

    `language` is the language of the addresses. NotHeld.
    """
    catalogue = load(db)
    totals = citations.totals(db) if name is None else citations.totals_of(db, *name)
    return tuple(_cited_instrument(total, catalogue, language) for total in totals)


def fetch_list(rows: Iterable[CitedInstrument], form: ListForm, language: str, *, held: bool = False) -> str:
    """Write the instruments that are not held, or with `held` all, with their official addresses in a language.

    `csv` has a header line and CRLF (RFC 4180), `txt` one address a line (or the target where none is known), `md`
    a list.
    """
    wanted = [row for row in rows if held or row.status != "held"]
    match form:
        case "csv":
            return _csv(wanted, language)
        case "md":
            return "".join(_item(row, language) for row in wanted)
        case _:
            return "".join(f"{_address(row, language) or row.target}\n" for row in wanted)


def _cited_instrument(total: Total, catalogue: Catalogue, language: str) -> CitedInstrument:
    target, instrument = total.target, catalogue.get(total.target)
    status: Status = "held" if total.languages else "known" if instrument else "unknown"
    checked = instrument is None or all(map(instrument.is_certain, ("date", *map("names.{}".format, instrument.names))))
    return CitedInstrument(
        target,
        kind_of_target(target, catalogue),
        instrument.names if instrument else _NO_NAMES,
        instrument.date if instrument else None,
        status,
        total.citations,
        total.documents,
        total.languages,
        links(target, language, instrument),
        not checked,
    )


def _address(row: CitedInstrument, language: str) -> str:
    """Return the best address in a language. The links of a row are in the language that it was made for."""
    in_language = official_link(row.target, language) if "/" in row.target.partition(" ")[0] else ""
    return in_language or next(iter(row.links), "")


def _name(row: CitedInstrument, language: str) -> str:
    return row.names.get(language) or row.names.get("en") or next(iter(row.names.values()), "")


def _csv(rows: Iterable[CitedInstrument], language: str) -> str:
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


def _item(row: CitedInstrument, language: str) -> str:
    address, name = _address(row, language), _name(row, language)
    named = f"[{row.target}](<{address}>)" if address else row.target
    return f"- {named}{f': {name}' if name else ''} ({row.documents})\n"
