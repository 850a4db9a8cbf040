"""Open a document by its symbol in any written form, with its reading and its citations."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from documents.citations.citation import Citation
from documents.model import Document, FootnoteStatus
from documents.reading import Reading
from library import catalogue
from library.database import Database
from library.errors import NotHeld
from services.citations.citation_refresh import current_citations
from services.citations.footnote_citations import cited_before

_REFERENCE = re.compile(r"\s*([^\s,،#]+(?:\s*/\s*[^\s,،#]+)*(?:\s*\([^)]*\))*+)\s*[,،]?\s+(\S.*?)\s*")


@dataclass(frozen=True)
class OpenText:
    """A document with its reading (as received or corrected) and its citations in text order."""

    document: Document
    reading: Reading
    citations: tuple[Citation, ...]

    @cached_property
    def likely(self) -> Mapping[str, str]:
        """By number of a missing footnote, the target that the words before its doubtful marker cite."""
        found: dict[str, str] = {}
        for provision in self.document.provisions:
            for marker in provision.markers:
                if self._is_missing(marker.footnote):
                    before = cited_before(self.document, self.citations, provision.id, marker.offset)
                    if before:
                        found.setdefault(marker.footnote, before.target)
        return found

    def as_received(self) -> OpenText:
        """Return the text in the received reading."""
        return self._read(as_received=True)

    def corrected(self) -> OpenText:
        """Return the text in the corrected reading."""
        return self._read(as_received=False)

    def _read(self, *, as_received: bool) -> OpenText:
        if self.reading.as_received == as_received:
            return self
        return replace(self, reading=Reading(self.document, self.reading.corrections, as_received=as_received))

    def _is_missing(self, number: str) -> bool:
        held = self.document.has_footnote(number)
        return not held or self.document.footnote(number).status is FootnoteStatus.MISSING


def open_text(db: Database, written: str, language: str | None = None) -> OpenText:
    """Open a document by its symbol in any written form, in `language` or else in Arabic or the first held. NotHeld."""
    symbol = find_symbol(db, written)
    document = catalogue.load(db, symbol, language)
    corrections = catalogue.corrections(db, document)
    return OpenText(document, Reading(document, corrections), current_citations(db, document))


def find_symbol(db: Database, written: str) -> str:
    """Return the symbol of the held document that a written form means. NotHeld.

    A number without an organ (`2019/20`, `٢٠/٢٠١٩`) means the held document that has it, in either order of its
    parts.
    """
    if catalogue.has(db, written):
        return written
    # Imported at the first use: only a typed symbol needs the grammar.
    from documents.symbol import symbols_for

    meant = symbols_for(written)
    for symbol in meant:
        if catalogue.has(db, symbol):
            return symbol
    folded = {symbol.casefold(): symbol for symbol in catalogue.symbols(db)}
    for symbol in (*meant, written.strip()):
        if symbol.casefold() in folded:
            return folded[symbol.casefold()]
    raise NotHeld(meant[0] if meant else written.strip())


def split_reference(written: str) -> tuple[str, str]:
    """Split `DOC#op_5`, `DOC OP5` or `DOC، ف ٥` into the document and the typed place, "" without one."""
    if "#" in written:
        document, _, place = written.partition("#")
        return document.strip(), place.strip()
    split = _REFERENCE.fullmatch(written)
    return (split[1], split[2]) if split else (written.strip(), "")


def resolve_place(document: Document, typed: str) -> str | None:
    """Return the provision or footnote id that a typed place means (`op_5`, `OP5`, `ف ٥`), None where there is none."""
    from documents.provision_labels import find_place

    if document.has_provision(typed) or typed.startswith("fn_"):
        known = document.has_provision(typed) or document.has_footnote(typed.removeprefix("fn_"))
        return typed if known else None
    return find_place(document, typed)
