"""The postings of an open index as arrays, read once and kept: which passages have a key, and where words stand.

Passages are numbered through all segments. A stand is a passage and a place in one 64-bit number, passage first, so
that sorted stands are in reading order.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from index.analysis import alike
from index.codec import extent
from index.postings_format import Numbers, unpack
from index.schema import BETWEEN
from index.segment_terms import info_of, posting_bytes, terms_from

PLACE_BITS = 32
_NONE: Numbers = np.empty(0, np.int64)
_KEPT_BYTES = 96 << 20


@dataclass(frozen=True, slots=True)
class Occurrences:
    """Where a word stands: sorted, each once; `ids` are its passages by rising number, `counts` how often in each."""

    at: Numbers
    ids: Numbers
    counts: Numbers


def occurrences(at: Numbers) -> Occurrences:
    """Return stands from sorted numbers."""
    passages = at >> PLACE_BITS
    if not len(passages):
        return Occurrences(at, _NONE, _NONE)
    firsts = np.flatnonzero(np.diff(passages, prepend=-1))
    return Occurrences(at, passages[firsts], np.diff(firsts, append=len(passages)))


class _Kept:
    """What was read lately, up to so many bytes."""

    def __init__(self, most: int) -> None:
        self._most, self._bytes = most, 0
        self._values: OrderedDict[object, tuple[Any, int]] = OrderedDict()

    def get(self, key: object, make: Callable[[], Any], size: Callable[[Any], int]) -> Any:
        """Return a value that was kept, else make it and keep it."""
        held = self._values.get(key)
        if held is not None:
            self._values.move_to_end(key)
            return held[0]
        value = make()
        weight = size(value) + 200
        self._values[key] = value, weight
        self._bytes += weight
        while self._bytes > self._most and len(self._values) > 1:
            self._bytes -= self._values.popitem(last=False)[1][1]
        return value


class Postings:
    """Reads the postings of all segments; not to be used by two threads at once."""

    def __init__(self, leaves: Sequence[tuple[Any, int]], count: int) -> None:
        """Take Whoosh's leaf readers with the number of their first passage, and how many passages there are."""
        self._leaves = leaves
        self.count = count
        self._kept = _Kept(_KEPT_BYTES)

    def word(self, folded: Sequence[str], exact: str, strict: frozenset[str]) -> Occurrences:
        """Return where any of the folded forms stands, only in spellings that differ in nothing `strict` names."""
        key = ("word", tuple(folded), exact if strict else "", strict)
        return self._stands(key, lambda: self._folded(folded, exact, strict))

    def written(self, folded: str, exact: str) -> Occurrences:
        """Return where a word stands just as it is written."""
        ending = "" if exact == folded else exact
        return self._stands(("written", folded, exact), lambda: self._placed([f"{folded}{BETWEEN}{ending}"]))

    def counted(self, lists: Iterable[tuple[int, int, int]]) -> tuple[Numbers, Numbers]:
        """Return the passages of many posting lists (segment, beginning, length) and how many places all have in each.

        Not kept, and places are not read: patterns and near misses bring together hundreds of lists.
        """
        total = np.zeros(self.count, np.int64)
        for number, offset, length in lists:
            leaf, base = self._leaves[number]
            held = unpack(posting_bytes(leaf, offset, length))
            total[held.ids + base] += 1 if held.sizes is None else held.sizes
        ids = np.flatnonzero(total)
        return ids, total[ids]

    def with_stem(self, stem: str) -> Numbers:
        """Return the passages that have a word of this stem, not sorted where there are several segments."""
        return self.having("stems", stem)

    def having(self, field: str, key: str) -> Numbers:
        """Return the passages that have a key of a field without places."""
        found: Numbers = self._kept.get((field, key), lambda: self._ids(field, key), lambda ids: ids.nbytes)
        return found

    def keys(self, field: str, prefix: str) -> list[str]:
        """Return the keys of a field that begin so, each once."""
        found = {key for leaf, _ in self._leaves for key, _ in terms_from(leaf, field, prefix)}
        return sorted(key.decode("utf-8", "surrogatepass") for key in found)

    def _stands(self, key: object, make: Callable[[], Numbers]) -> Occurrences:
        found: Occurrences = self._kept.get(
            key, lambda: occurrences(make()), lambda each: each.at.nbytes + each.ids.nbytes + each.counts.nbytes
        )
        return found

    def _folded(self, folded: Sequence[str], exact: str, strict: frozenset[str]) -> Numbers:
        found: list[Numbers] = []
        for form in folded:
            for leaf, base in self._leaves:
                for key, info in terms_from(leaf, "words", form + BETWEEN):
                    if not strict or alike(_spelling(key, form), exact, strict):
                        found += self._read(leaf, base, info)
        return _joined(found)

    def _placed(self, keys: Sequence[str]) -> Numbers:
        found: list[Numbers] = []
        for key in keys:
            for leaf, base in self._leaves:
                info = info_of(leaf, "words", key)
                if info is not None:
                    found += self._read(leaf, base, info)
        return _joined(found)

    def _read(self, leaf: Any, base: int, info: bytes) -> Iterator[Numbers]:
        offset, length, _ = extent(info)
        held = unpack(posting_bytes(leaf, offset, length))
        if held.sizes is not None and held.places is not None:
            ids = held.ids + base
            if len(held.places) != len(ids):
                ids = np.repeat(ids, held.sizes)
            yield (ids << PLACE_BITS) | held.places

    def _ids(self, field: str, key: str) -> Numbers:
        found: list[Numbers] = []
        for leaf, base in self._leaves:
            info = info_of(leaf, field, key)
            if info is not None:
                offset, length, _ = extent(info)
                found.append(unpack(posting_bytes(leaf, offset, length)).ids + base)
        return found[0] if len(found) == 1 else np.concatenate(found) if found else _NONE


def _spelling(key: bytes, form: str) -> str:
    return key.decode("utf-8", "surrogatepass").partition(BETWEEN)[2] or form


def _joined(found: list[Numbers]) -> Numbers:
    """Return stands of several lists as one, sorted, each once."""
    if len(found) < 2:
        return found[0] if found else _NONE
    joined = np.concatenate(found)
    if not np.all(joined[1:] > joined[:-1]):
        joined = np.unique(joined)
    return joined
