"""Reading the postings of one segment: which passages have a key, and where words follow one another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from whoosh.reading import TermNotFound

from index.schema import to_bytes

Stands = dict[int, set[int]]


class Segment:
    """One segment of an open index; passages are numbered from 0 in it."""

    def __init__(self, reader: Any) -> None:
        """Read from an open Whoosh leaf reader, which leaves out what was deleted."""
        self._reader = reader

    def any_of(self, field: str, keys: Iterable[str]) -> set[int]:
        """Return the passages that have any of the keys."""
        found: set[int] = set()
        for key in keys:
            matcher = self._matcher(field, key)
            if matcher is not None:
                found.update(matcher.all_ids())
        return found

    def following(self, field: str, words: Sequence[Sequence[str]]) -> set[int]:
        """Return the passages where the words (each by any of its keys) follow one another."""
        if len(words) == 1:
            return self.any_of(field, words[0])
        candidates = self._having_all(field, words)
        starts: Stands | None = None
        for distance, word in enumerate(words):
            stands = self._stands(field, word, candidates)
            if starts is None:
                starts = stands
            else:
                starts = {
                    number: kept
                    for number, places in starts.items()
                    if (kept := {place for place in places if place + distance in stands.get(number, ())})
                }
            candidates = sorted(starts)
        return set(candidates)

    def _having_all(self, field: str, words: Sequence[Sequence[str]]) -> list[int]:
        """Return the passages with every word, beginning with the rarest."""
        found: set[int] | None = None
        for word in sorted(set(map(tuple, words)), key=lambda word: self._frequency(field, word)):
            found = self.any_of(field, word) if found is None else found & self.any_of(field, word)
            if not found:
                break
        return sorted(found or ())

    def _frequency(self, field: str, word: Iterable[str]) -> int:
        return sum(self._reader.doc_frequency(field, to_bytes(key)) for key in word)

    def _stands(self, field: str, word: Iterable[str], candidates: list[int]) -> Stands:
        """Return where a word stands in each of the candidates that have it."""
        found: Stands = {}
        for key in word:
            matcher = self._matcher(field, key)
            if matcher is None:
                continue
            for number in candidates:
                if not matcher.is_active():
                    break
                matcher.skip_to(number)
                if matcher.is_active() and matcher.id() == number:
                    found.setdefault(number, set()).update(matcher.value_as("positions"))
        return found

    def _matcher(self, field: str, key: str) -> Any | None:
        try:
            return self._reader.postings(field, to_bytes(key))
        except TermNotFound:
            return None
