"""The texts of an open index: which passages are theirs, in what order they come, and what is known of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any

import numpy as np

from index.passages import document_order
from index.postings_format import Mask, Numbers
from index.query import Field, Limit, Range, satisfies
from index.schema import BETWEEN
from index.segment_terms import texts_of

_PARTS = (Field.SYMBOL, Field.LANGUAGE, Field.ORGAN, Field.SESSION, Field.YEAR, Field.DATE)
"""The parts of a text's key, in their order."""


@dataclass(frozen=True, slots=True)
class TextEntry:
    """One text: its first and last passage and what is known of all of them."""

    first: int
    last: int
    values: tuple[str, ...]

    def value(self, field: Field) -> str:
        """Return what is known of a field of the whole document, "" where nothing is."""
        return self.values[_PARTS.index(field)]


KnownTexts = dict[str, list[tuple[tuple[str, ...], int, int]]]
"""What is known of the texts of a segment, with the numbers of their first and last passage in it, by its name."""


def _kept(_number: int) -> bool:
    return False


class Texts:
    """The texts in the order of their passages."""

    def __init__(self, leaves: Sequence[tuple[Any, int]], count: int, known: KnownTexts | None = None) -> None:
        """Read them all from the term lists of Whoosh's leaf readers; `count` passages.

        `known` has those of segments that were read before, and gets those of others: a segment's terms never change.
        """
        self.count = count
        known = {} if known is None else known
        names = {leaf.segment().segment_id(): (leaf, base) for leaf, base in leaves}
        for name in known.keys() - names.keys():
            del known[name]
        found: list[TextEntry] = []
        for name, (leaf, base) in names.items():
            if name not in known:
                known[name] = [(tuple(key.split(BETWEEN)), first, last) for key, first, last in texts_of(leaf)]
            gone = leaf.is_deleted if leaf.has_deletions() else _kept
            found += [
                TextEntry(base + first, base + last, values) for values, first, last in known[name] if not gone(first)
            ]
        self.all = sorted(found, key=lambda text: text.first)
        self._gone = any(leaf.has_deletions() for leaf, _ in leaves)

    @cached_property
    def alive(self) -> Mask | None:
        """Which passages were not deleted; None where none was."""
        if not self._gone:
            return None
        return self._spread([True] * len(self.all), rest=False, kind=np.bool_)

    @cached_property
    def number(self) -> Numbers:
        """For each passage the number of its text, -1 where it was deleted."""
        return self._spread(range(len(self.all)), rest=-1, kind=np.int32)

    @cached_property
    def order(self) -> Numbers | None:
        """For each passage its place in the order of the library; None where that is its own number."""
        keys = [document_order(text.value(Field.SYMBOL), text.value(Field.LANGUAGE)) for text in self.all]
        if all(one <= other for one, other in pairwise(keys)):
            return None
        return self._ranked(keys)

    @cached_property
    def newest(self) -> Numbers:
        """For each passage its place where the newest documents come first, the undated last."""
        orders = [document_order(text.value(Field.SYMBOL), text.value(Field.LANGUAGE)) for text in self.all]
        dates = [text.value(Field.DATE) or text.value(Field.YEAR) for text in self.all]
        days = {date: -rank for rank, date in enumerate(sorted(set(dates)))}
        return self._ranked([(days[date], order) for date, order in zip(dates, orders, strict=True)])

    def mask(self, node: Limit | Range) -> Mask:
        """Return the passages of the texts that satisfy a limit or a range."""
        met: dict[str, bool] = {}
        for text in self.all:
            value = text.value(node.field)
            if value not in met:
                met[value] = satisfies(node, (value,))
        return self._spread([met[text.value(node.field)] for text in self.all], rest=False, kind=np.bool_)

    def counts(self, field: Field, found: Mask) -> dict[str, int]:
        """Return how many of the passages found have each value of a field; "" is left out."""
        per_text = np.bincount(self.number[found], minlength=len(self.all)) if found.any() else np.zeros(0, np.int64)
        counts: dict[str, int] = {}
        for place in np.flatnonzero(per_text).tolist():
            value = self.all[place].value(field)
            if value:
                counts[value] = counts.get(value, 0) + int(per_text[place])
        return counts

    def _ranked(self, keys: Sequence[Any]) -> Numbers:
        ranked = sorted(range(len(keys)), key=keys.__getitem__)
        found = np.zeros(self.count, np.int64)
        start = 0
        for place in ranked:
            text = self.all[place]
            size = text.last - text.first + 1
            found[text.first : text.last + 1] = np.arange(start, start + size)
            start += size
        return found

    def _spread(self, values: Sequence[int], *, rest: int, kind: type[np.generic]) -> Numbers:
        """Return the value of each passage's text."""
        sizes = [text.last - text.first + 1 for text in self.all]
        if sum(sizes) == self.count:
            return np.repeat(np.asarray(values, kind), sizes)
        found = np.full(self.count, rest, kind)
        for text, value in zip(self.all, values, strict=True):
            found[text.first : text.last + 1] = value
        return found
