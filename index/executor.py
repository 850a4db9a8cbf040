"""Meeting a query in all passages of an open index at once: three tiers as truth values, by set algebra on arrays.

Tells the same as Whoosh's matchers would, and as `matching` does passage by passage.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import reduce

import numpy as np

from index.errors import Cancelled
from index.postings import PLACE_BITS, Occurrences, Postings, occurrences
from index.postings_format import Mask, Numbers
from index.proximity import together
from index.query import (
    DOCUMENT_FIELDS,
    All,
    Either,
    Fuzzy,
    Limit,
    Near,
    Node,
    Pattern,
    Phrase,
    Range,
    Term,
    Without,
    Word,
    satisfies,
)
from index.schema import BETWEEN
from index.texts import Texts
from index.vocabulary import Vocabulary

_STEM_WEIGHT = 0.5
"""What an inflected form counts beside the word itself where hits are ranked."""


@dataclass(frozen=True, slots=True)
class TierMasks:
    """The passages that meet a query as written, folded, and in any way; each set holds the one before."""

    exact: Mask
    folded: Mask
    widest: Mask


@dataclass(frozen=True, slots=True)
class Scored:
    """Passages with what is counted in each of them for the ranking, and how much it weighs."""

    ids: Numbers
    counts: Numbers
    weight: float = 1.0


class Executor:
    """Answers one query after another over an open index; not to be used by two threads at once."""

    def __init__(self, postings: Postings, texts: Texts, vocabulary: Callable[[], Vocabulary]) -> None:
        """Read from postings and texts; the vocabulary is asked for only by patterns and near misses."""
        self._postings, self._texts, self._vocabulary = postings, texts, vocabulary
        self._strict: frozenset[str] = frozenset()
        self._cancelled: Callable[[], bool] = lambda: False
        self.scored: list[Scored] = []

    def meet(self, root: Node, strict: frozenset[str], cancelled: Callable[[], bool]) -> TierMasks:
        """Return which passages meet a query; Cancelled. `scored` then has what the ranking counts."""
        self._strict, self._cancelled, self.scored = strict, cancelled, []
        found = self._node(root)
        alive = self._texts.alive
        return found if alive is None else TierMasks(found.exact & alive, found.folded & alive, found.widest & alive)

    def _node(self, node: Node) -> TierMasks:
        if self._cancelled():
            raise Cancelled
        match node:
            case Word():
                return self._word(node)
            case Phrase():
                return self._phrase(node)
            case All() | Either():
                return self._joined(node)
            case Pattern() | Fuzzy() | Near():
                mask = self._open(node)
                return TierMasks(np.zeros_like(mask), mask, mask)
        mask = self._without(node) if isinstance(node, Without) else self._limit(node)
        return TierMasks(mask, mask, mask)

    def _joined(self, node: All | Either) -> TierMasks:
        met = [self._node(part) for part in node.parts]
        join = np.logical_and if isinstance(node, All) else np.logical_or
        exact, folded, widest = ([getattr(each, tier) for each in met] for tier in ("exact", "folded", "widest"))
        return TierMasks(reduce(join, exact), reduce(join, folded), reduce(join, widest))

    def _without(self, node: Without) -> Mask:
        """Return all passages but those that meet a part in any way; what is not wanted does not count."""
        counted = len(self.scored)
        rest: Mask = ~self._node(node.part).widest
        del self.scored[counted:]
        return rest

    def _word(self, node: Word) -> TierMasks:
        term = node.term
        exact = self._mask(self._written(term).ids)
        if node.literal:
            self._count(self._written(term))
            return TierMasks(exact, exact, exact)
        found = self._postings.word(term.folded, term.exact, self._strict)
        self._count(found)
        folded = self._mask(found.ids)
        if not term.stems:
            return TierMasks(exact, folded, folded)
        widest = folded.copy()
        for stem in term.stems:
            ids = self._postings.with_stem(stem)
            widest[ids] = True
            self.scored.append(Scored(ids, np.ones(1, np.int64), _STEM_WEIGHT))
        return TierMasks(exact, folded, widest)

    def _phrase(self, node: Phrase) -> TierMasks:
        written = occurrences(self._following([self._written(term) for term in node.terms]))
        exact = self._mask(written.ids)
        if node.literal:
            self._count(written)
            return TierMasks(exact, exact, exact)
        found = occurrences(self._following([self._folded(term) for term in node.terms]))
        self._count(found)
        folded = self._mask(found.ids)
        return TierMasks(exact, folded, folded)

    def _following(self, words: Sequence[Occurrences]) -> Numbers:
        """Return where the first of the words stands with the others right after it, the rarest word first."""
        ranked = sorted(range(len(words)), key=lambda place: len(words[place].at))
        found = words[ranked[0]].at - ranked[0]
        for place in ranked[1:]:
            if self._cancelled():
                raise Cancelled
            found = _common(found, words[place].at, place)
        return found

    def _open(self, node: Pattern | Fuzzy | Near) -> Mask:
        if isinstance(node, Near):
            found = self._near([self._folded(term) for term in node.terms], node.within)
            self.scored.append(Scored(found, np.ones(1, np.int64)))
            return self._mask(found)
        vocabulary = self._vocabulary()
        words = vocabulary.like(node.key) if isinstance(node, Pattern) else vocabulary.near(node.key, node.edits)
        ids, counts = self._postings.counted(vocabulary.lists(words))
        self.scored.append(Scored(ids, counts))
        return self._mask(ids)

    def _near(self, words: Sequence[Occurrences], within: int) -> Numbers:
        """Return the passages where each word has a place of its own and few others lie between."""
        span = within + len(words) - 1
        first = words[0].at
        for other in words[1:]:
            first = first[_has_close(first, other.at, span)]
        ids = np.unique(first >> PLACE_BITS)
        if len(words) == 2:
            return ids
        return np.array([id_ for id_ in ids.tolist() if together([_in(each, id_) for each in words], span)], np.int64)

    def _limit(self, node: Limit | Range) -> Mask:
        if node.field in DOCUMENT_FIELDS:
            mask: Mask = self._texts.mask(node)
            return mask
        mask = np.zeros(self._postings.count, np.bool_)
        values = [value.casefold() for value in node.values] if isinstance(node, Limit) else [""]
        for value in values:
            prefix = f"{node.field.value}{BETWEEN}" + (f"{value}{BETWEEN}" if isinstance(node, Limit) else "")
            for key in self._postings.keys("facts", prefix):
                if satisfies(node, (key.split(BETWEEN)[2],)):
                    mask[self._postings.having("facts", key)] = True
        return mask

    def _written(self, term: Term) -> Occurrences:
        return self._postings.written(term.folded[0], term.exact)

    def _folded(self, term: Term) -> Occurrences:
        return self._postings.word(term.folded, term.exact, self._strict)

    def _count(self, found: Occurrences) -> None:
        self.scored.append(Scored(found.ids, found.counts))

    def _mask(self, ids: Numbers) -> Mask:
        mask = np.zeros(self._postings.count, np.bool_)
        mask[ids] = True
        return mask


def _common(found: Numbers, other: Numbers, shift: int) -> Numbers:
    """Return which of the sorted `found` stand `shift` before one of the sorted `other`."""
    if not len(found) or not len(other):
        return found[:0]
    wanted = found + shift
    if len(wanted) <= len(other):
        at = np.searchsorted(other, wanted)
        at[at == len(other)] = 0
        kept: Numbers = found[other[at] == wanted]
        return kept
    at = np.searchsorted(wanted, other)
    at[at == len(wanted)] = 0
    kept = at[wanted[at] == other]
    return found[kept]


def _has_close(one: Numbers, other: Numbers, span: int) -> Mask:
    """Say of each of `one` whether one of `other` stands at most `span` places from it, but not at the same place."""
    if not len(other):
        return np.zeros(len(one), np.bool_)
    before = np.searchsorted(other, one, "left") - 1
    after = np.searchsorted(other, one, "right")
    close = np.zeros(len(one), np.bool_)
    has = before >= 0
    close[has] |= one[has] - other[before[has]] <= span
    has = after < len(other)
    close[has] |= other[after[has]] - one[has] <= span
    return close


def _in(found: Occurrences, id_: int) -> list[int]:
    first, last = np.searchsorted(found.at, (id_ << PLACE_BITS, (id_ + 1) << PLACE_BITS))
    places: list[int] = found.at[first:last].tolist()
    return places
