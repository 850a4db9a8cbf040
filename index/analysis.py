"""Which words a passage has, as written, folded and inflected, each with its span in the received text.

The index and the scan that stands in for it both search exactly these words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from documents.arabic import Token, fold_key, tokens
from index.inflection import stems
from index.passages import Passage

ANALYSIS_VERSION = 2
"""To be raised whenever the words of a passage or their folding change: an older index is then built anew."""

_PAIR = re.compile(r"([0-9]+)/([0-9]+)")
_RESOLUTION = re.compile(r"(?:[a-z]+/)+(?:res|dec)/([0-9]+/[0-9]+)")
_BETWEEN_READINGS = 2
"""Positions left out between two readings of one passage, so that no phrase runs from one into the other."""


@dataclass(frozen=True, slots=True)
class Form:
    """One way a word can be met: as written, folded (a symbol also turned round), inflected; and its span."""

    start: int
    end: int
    exact: str
    folded: tuple[str, ...]
    stems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A word's place in the text; a symbol stands at one place with its whole form first, then its parts."""

    position: int
    forms: tuple[Form, ...]
    corrected: bool = False


@lru_cache(maxsize=1 << 16)
def written(word: str) -> str:
    """Return a word as typed, vocalised: only the encoding is made uniform, no spelling is folded."""
    return fold_key(word, marks=False, hamza=False, ya=False, ta_marbuta=False, digits=False, case=False)


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


def places(passage: Passage) -> list[Place]:
    """Return the words of both readings of a passage; spans always lie in the received text."""
    found = list(_places(passage.text, 0))
    if passage.edits:
        base = (found[-1].position if found else 0) + _BETWEEN_READINGS
        reading = passage.corrected
        for place in _places(reading.apply(passage.text), base):
            forms = (
                Form(*reading.span_to_source(form.start, form.end), form.exact, form.folded, form.stems)
                for form in place.forms
            )
            found.append(Place(place.position, tuple(forms), corrected=True))
    return found


def _places(text: str, base: int) -> Iterator[Place]:
    for position, token in enumerate(tokens(text), base):
        whole = _form(text, token)
        yield Place(position, (whole, *(_form(text, part) for part in token.parts)) if token.parts else (whole,))


def _form(text: str, token: Token) -> Form:
    start, end, key = token.start, token.end, token.key
    return Form(start, end, written(text[start:end]), folded_forms(key), stems(key))


Positions = dict[str, list[int]]


def keys(passage: Passage) -> tuple[Positions, Positions, Positions]:
    """Return the exact, folded and inflected keys of a passage with the positions where each stands."""
    exact: Positions = {}
    folded: Positions = {}
    inflected: Positions = {}
    for place in places(passage):
        for form in place.forms:
            _stand(exact, (form.exact,), place.position)
            _stand(folded, form.folded, place.position)
            _stand(inflected, form.stems, place.position)
    return exact, folded, inflected


def _stand(positions: Positions, names: tuple[str, ...], position: int) -> None:
    for name in names:
        stands = positions.setdefault(name, [])
        if not stands or stands[-1] != position:
            stands.append(position)
