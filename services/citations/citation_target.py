"""Where a citation leads: to a document held, else to an official address."""

from __future__ import annotations

from dataclasses import dataclass

from library import catalogue
from library.database import Database


@dataclass(frozen=True, slots=True)
class Held:
    """A document of the library."""

    symbol: str
    language: str


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """An address to copy, or to open in a browser when asked to; empty where none is known."""

    url: str


def follow(db: Database, target: str, language: str) -> Held | Elsewhere:
    """Return where a target is: held, best in `language`, or at its official address in that language."""
    held = catalogue.languages(db, target)
    if held:
        return Held(target, language if language in held else held[0])
    return Elsewhere(address(target, language))


def address(target: str, language: str) -> str:
    """Return the official address of a target, "" where none is known."""
    from documents.citations.catalogue.instrument_catalogue import links
    from documents.symbol import official_link

    known = links(target, language)
    return known[0] if known else official_link(target, language)
