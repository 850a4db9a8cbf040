"""What a person means by what was typed: a symbol in any form, a treaty by number or name, a citation in words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from documents.citations.catalogue.instrument_catalogue import Catalogue
from documents.citations.citation import CitationKind
from library import citations
from library.database import Database
from services.citations.instruments import known

_UNTS = re.compile(r"(?:UNTS\s*)?(\d{1,5})\s*/\s*(\d{1,6}(?:-\d{1,6})?)", re.IGNORECASE)
_ARABIC = re.compile("[\u0600-\u06ff]")


def meant(db: Database, typed: str) -> tuple[str, ...]:
    """Return the targets that typed words may mean, likeliest first; nothing understood: an empty tuple.

    What the library cites or holds, and what the catalogue knows, comes before what only could be.
    """
    catalogue = known(db)
    found = tuple(dict.fromkeys(_meant(typed.strip(), catalogue)))
    held = citations.held_languages(db, found)
    return tuple(sorted(found, key=lambda target: not (target in held or _is_known(db, catalogue, target))))


def kind_of(target: str, catalogue: Catalogue) -> CitationKind:
    """Return what kind of thing a target is, from its key and from what the catalogue knows."""
    if "/RES/" in target:
        return CitationKind.RESOLUTION
    if "/DEC/" in target:
        return CitationKind.DECISION
    instrument = catalogue.get(target)
    if " " in target or (instrument is not None and (instrument.unts or instrument.mtdsg)):
        return CitationKind.TREATY
    return CitationKind.DOCUMENT


def _is_known(db: Database, catalogue: Catalogue, target: str) -> bool:
    return catalogue.get(target) is not None or citations.total(db, target).citations > 0


def _meant(typed: str, catalogue: Catalogue) -> Iterator[str]:
    if not typed:
        return
    if catalogue.get(typed):
        yield typed
    from documents.folding import pattern_form

    number = _UNTS.fullmatch(pattern_form(typed).strip())
    if number:
        key = f"UNTS {number[1]}/{number[2]}"
        if catalogue.get(key) or typed[:1] in "Uu":
            yield key
    from documents.symbol import symbols_for

    yield from symbols_for(typed)
    yield from _cited_in(typed, catalogue)
    yield from _named(typed, catalogue)


def _cited_in(typed: str, catalogue: Catalogue) -> Iterator[str]:
    """Yield what the rules find in the words, read as a sentence of a text."""
    from documents.citations.find import find_citations
    from documents.model import Document, Kind, Provision

    language = "ar" if _ARABIC.search(typed) else "en"
    sentence = Document("", language, "", (Provision("op_1", Kind.OPERATIVE, typed),))
    for citation in find_citations(sentence, catalogue=catalogue):
        yield from (citation.target,) if citation.target else citation.candidates


def _named(typed: str, catalogue: Catalogue) -> Iterator[str]:
    """Yield the instruments whose name has all the words, the shortest name first."""
    from documents.folding import fold_key

    words = fold_key(typed).split()
    if sum(map(len, words)) < 3 or any(word.isdigit() for word in words):
        return
    found: list[tuple[int, str]] = []
    for one in catalogue.all():
        lengths = [len(name) for name in one.names.values() if all(word in fold_key(name) for word in words)]
        if lengths:
            found.append((min(lengths), one.target))
    yield from (target for _, target in sorted(found))
