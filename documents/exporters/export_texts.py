"""The sentences that an exported file says about itself, in the language of its document."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache

from documents.interface_languages import interface_language
from documents.message_catalogue import MessageCatalogue
from documents.model import Footnote, Marker
from documents.reading import Reading
from documents.symbol import official_link


@dataclass(frozen=True, slots=True)
class Wording:
    """The sentences, each under its code in the catalogue `exports`. Those with `{}` take one value."""

    unofficial: str
    official: str
    as_received: str
    corrected: str
    shown: str
    footnotes: str
    missing: str
    doubt: str
    orphan: str
    received: str
    suspected: str
    proposed: str
    back: str
    source: str


EXPORTS = MessageCatalogue("exports")
"""The words of exported files, of texts and of notes."""


@cache
def wording(language: str) -> Wording:
    """Return the sentences in a document's language, or in English where that is none of the interface."""
    return Wording(**{field.name: EXPORTS.message(language, field.name.replace("_", "-")) for field in fields(Wording)})


def statement(reading: Reading) -> list[str]:
    """Return the lines above the text: that it is unofficial, the official address, the reading, the source."""
    document = reading.document
    words = wording(document.language)
    applied = 0 if reading.as_received else sum(c.applied for c in reading.corrections)
    link = official_link(document.symbol, document.language)
    lines = [words.unofficial]
    if link:
        lines.append(f"{words.official} {link}")
    lines.append(words.corrected.format(number(applied, document.language)) if applied else words.as_received)
    if document.source.name:
        lines.append(f"{words.source} {document.source.name}")
    return lines


def number(value: object, language: str) -> str:
    """Return a number in the digits of a document's language."""
    return interface_language(language).number(value)


def printed(shown: Footnote | Marker, language: str) -> str:
    """Return the sign of a footnote or marker as printed in the source, else its number in parentheses."""
    plain = shown.footnote if isinstance(shown, Marker) else shown.number
    return shown.printed or f"({number(plain, language)})"
