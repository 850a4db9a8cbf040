"""Reading the postings of one segment: which passages have a key, and where words follow one another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from whoosh.codec.whoosh3 import W3LeafMatcher
from whoosh.matching.wrappers import FilterMatcher
from whoosh.reading import TermNotFound

from index.schema import to_bytes

Stands = dict[int, set[int]]
Block = tuple[Sequence[int], Sequence[bytes]]


class Segment:
    """One segment of an open index; passages are numbered from 0 in it."""

    def __init__(self, reader: Any) -> None:
        """Read from an open Whoosh leaf reader, which leaves out what was deleted."""
        self._reader = reader
        # Asked of each number once: only a segment that lost passages pays.
        lost = range(reader.doc_count_all()) if reader.has_deletions() else ()
        self._gone = {number for number in lost if reader.is_deleted(number)}

    def any_of(self, field: str, keys: Iterable[str]) -> set[int]:
        """Return the passages that have any of the keys."""
        found: set[int] = set()
        for key in keys:
            for ids, _ in self._blocks(field, key, values=False):
                found.update(ids)
        return found - self._gone

    def following(self, field: str, words: Sequence[Sequence[str]], within: set[int] | None = None) -> set[int]:
        """Return the passages (all, or `within` some) where the words, each by any of its keys, follow one another."""
        if within is not None and not within:
            return set()
        if len(words) == 1:
            return self.any_of(field, words[0])
        candidates = self._having_all(field, words)
        if within is not None:
            candidates &= within
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
            candidates = set(starts)
        return candidates

    def _having_all(self, field: str, words: Sequence[Sequence[str]]) -> set[int]:
        """Return the passages with every word, beginning with the rarest."""
        found: set[int] | None = None
        for word in sorted(set(map(tuple, words)), key=lambda word: self._frequency(field, word)):
            found = self.any_of(field, word) if found is None else found & self.any_of(field, word)
            if not found:
                break
        return found or set()

    def _frequency(self, field: str, word: Iterable[str]) -> int:
        return sum(self._reader.doc_frequency(field, to_bytes(key)) for key in word)

    def _stands(self, field: str, word: Iterable[str], candidates: set[int]) -> Stands:
        """Return where a word stands in each of the candidates that have it."""
        found: Stands = {}
        decode = self._reader.schema[field].format.decode_positions
        for key in word:
            for ids, values in self._blocks(field, key, values=True):
                for number, value in zip(ids, values, strict=True):
                    if number in candidates:
                        found.setdefault(number, set()).update(decode(value))
        return found

    def _blocks(self, field: str, key: str, *, values: bool) -> Iterator[Block]:
        """Yield the passages that have a key, also deleted ones, with their packed positions if `values`.

        Whoosh steps from posting to posting in Python; its blocks hold them ready.
        """
        try:
            matcher = self._reader.postings(field, to_bytes(key))
        except TermNotFound:
            return
        if isinstance(matcher, FilterMatcher):
            matcher = matcher.child
            matcher.reset()
        if not isinstance(matcher, W3LeafMatcher):
            yield from _steps(matcher)  # a posting that stands alone is kept in the term list
            return
        while matcher.is_active():
            matcher.id()
            if values:
                matcher.value()
            yield matcher._ids, matcher._values or ()  # noqa: SLF001 - pinned to 2.7.4; whoosh3 has the same names
            matcher._next_block()  # noqa: SLF001


def _steps(matcher: Any) -> Iterator[Block]:
    while matcher.is_active():
        yield (matcher.id(),), (matcher.value(),)
        matcher.next()
