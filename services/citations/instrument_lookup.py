"""Find the targets that typed text may mean: a symbol in any form, a treaty by number or name, a citation in words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from documents.citations.catalogue.instrument_catalogue import Catalogue
from documents.citations.citation import CitationKind
from library import citations
from library.database import Database
from services.citations.instrument_catalogue import load

_UNTS = re.compile(r"(?:UNTS\s*)?(\d{1,5})\s*/\s*(\d{1,6}(?:-\d{1,6})?)", re.IGNORECASE)
_ARABIC = re.compile("[\u0600-\u06ff]")


def lookup(db: Database, typed: str) -> tuple[str, ...]:
    """Return the targets that typed text may mean, likeliest first. Empty where it is not understood.

    Targets that are held, cited or in the catalogue come before those that are only well formed.
    """
    catalogue = load(db)
    found = tuple(dict.fromkeys(_candidates(typed.strip(), catalogue)))
    held = citations.held_languages(db, found)
    return tuple(sorted(found, key=lambda target: not (target in held or _is_known(db, catalogue, target))))


def kind_of_target(target: str, catalogue: Catalogue) -> CitationKind:
    """Return the kind of a target from its key and from the catalogue."""
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


def _candidates(typed: str, catalogue: Catalogue) -> Iterator[str]:
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
    yield from _found_by_rules(typed, catalogue)
    yield from _with_name(typed, catalogue)


def _found_by_rules(typed: str, catalogue: Catalogue) -> Iterator[str]:
    """Yield the targets that the citation rules find in the text, taken as a sentence of a resolution."""
    from documents.citations.find import find_citations
    from documents.model import Document, Kind, Provision

    language = "ar" if _ARABIC.search(typed) else "en"
    sentence = Document("", language, "", (Provision("op_1", Kind.OPERATIVE, typed),))
    for citation in find_citations(sentence, catalogue=catalogue):
        yield from (citation.target,) if citation.target else citation.candidates


def _with_name(typed: str, catalogue: Catalogue) -> Iterator[str]:
    """Yield the instruments whose name contains all the words, the shortest name first."""
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
