"""Which words a passage has, as written, folded and inflected, each with its span in the received text.

The index and the scan that stands in for it both search exactly these words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from documents.folding import AS_WRITTEN, fold_key, keeping
from documents.tokens import Token, tokens
from index.inflection import stems
from index.passages import Passage

ANALYSIS_VERSION = 5
"""To be raised whenever the words of a passage or their folding change: an older index is then built anew."""

_PAIR = re.compile(r"([0-9]+)/([0-9]+)")
_RESOLUTION = re.compile(r"(?:[a-z]+/)+(?:res|dec)/([0-9]+/[0-9]+)")
BETWEEN_READINGS = 1000
"""Places left out between two readings of one passage, so that no phrase or nearness runs from one into the other."""


@dataclass(frozen=True, slots=True)
class Form:
    """One way a word can be met: as written, folded (a symbol also turned round), inflected; and its span."""

    start: int
    end: int
    exact: str
    folded: tuple[str, ...]
    stems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WordPlace:
    """A word's place in the text; a symbol stands at one place with its whole form first, then its parts."""

    position: int
    forms: tuple[Form, ...]
    corrected: bool = False


@lru_cache(maxsize=1 << 16)
def written(word: str) -> str:
    """Return a word as typed, vocalised: only the encoding is made uniform, no spelling is folded."""
    return fold_key(word, AS_WRITTEN)


def alike(spelling: str, exact: str, strict: frozenset[str]) -> bool:
    """Say whether two spellings of a word differ in nothing that must be the same (`Query.strict`)."""
    return all(fold_key(spelling, keeping(each)) == fold_key(exact, keeping(each)) for each in strict)


@lru_cache(maxsize=1 << 16)
def folded_forms(key: str) -> tuple[str, ...]:
    """Return the keys under which a folded word is found.

    A pair of numbers is written in either order in Arabic (٧٣/١٥٤ and ١٥٤/٧٣); a resolution's symbol ends in such a
    pair, by which running text calls it.
    """
    pair = _PAIR.fullmatch(key)
    if pair:
        return tuple(dict.fromkeys((key, f"{pair[2]}/{pair[1]}")))
    resolution = _RESOLUTION.fullmatch(key)
    return (key, *folded_forms(resolution[1])) if resolution else (key,)


def places(passage: Passage) -> list[WordPlace]:
    """Return the words of both readings of a passage; spans always lie in the received text."""
    language = passage.language
    found = list(_places(passage.text, 0, language))
    if passage.edits:
        base = (found[-1].position if found else 0) + BETWEEN_READINGS
        reading = passage.corrected
        for place in _places(reading.apply(passage.text), base, language):
            forms = (
                Form(*reading.span_to_source(form.start, form.end), form.exact, form.folded, form.stems)
                for form in place.forms
            )
            found.append(WordPlace(place.position, tuple(forms), corrected=True))
    return found


def _places(text: str, base: int, language: str) -> Iterator[WordPlace]:
    for position, token in enumerate(tokens(text), base):
        forms: tuple[Form, ...] = (_form(text, token, language),)
        if token.parts:
            forms += tuple(_form(text, part, language) for part in token.parts)
        yield WordPlace(position, forms)


def _form(text: str, token: Token, language: str) -> Form:
    start, end, key = token.start, token.end, token.key
    return Form(start, end, written(text[start:end]), folded_forms(key), stems(key, language))


@dataclass(slots=True)
class PassageKeys:
    """What the index holds of one passage: words with their places, stems, and how many places there are."""

    words: dict[str, list[int]]
    stems: set[str]
    length: int


def keys(passage: Passage) -> PassageKeys:
    """Return the keys of a passage: a word's folded form, and its written one where that is another."""
    words: dict[str, list[int]] = {}
    inflected: set[str] = set()
    stands = places(passage)
    for place in stands:
        position = place.position
        for form in place.forms:
            exact = form.exact
            for folded in form.folded:
                key = word_key(folded, exact)
                try:
                    held = words[key]
                except KeyError:
                    words[key] = [position]
                else:
                    if held[-1] != position:
                        held.append(position)
            inflected.update(form.stems)
    return PassageKeys(words, inflected, len(stands))


def word_key(folded: str, exact: str) -> str:
    """Return the key under which a word is held; all spellings of one folded form stand together."""
    return folded + "\x1f" if exact == folded else folded + "\x1f" + exact
