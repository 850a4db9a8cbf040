"""Words of the index itself: those that begin as what is typed, and those that it may have been meant to be."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from documents.folding import fold_key

_CONFUSED = {frozenset(pair) for pair in ("ضظ", "ذز", "سص", "تط", "هح", "ثس", "دذ", "قك", "ءا", "ؤو", "ئي", "يا")}
"""Letters that are taken for one another in writing Arabic, after folding."""
_MOST_EDITS = 2
_SHORT = 4
"""A word this short is not looked for at two edits: too much would be as near."""


class Words(Protocol):
    """The folded words of an index, sorted, and in how many passages each is."""

    words: Sequence[str]

    def frequency(self, word: str) -> int:
        """Return in how many passages a word is."""

    def written(self, word: str) -> str:
        """Return the most frequent spelling of a word."""

    def near(self, word: str, edits: int) -> list[str]:
        """Return the words that are at most so many edits away."""


def did_you_mean(vocabulary: Words, typed: str, limit: int) -> tuple[str, ...]:
    """Return the words that a typed one may have been meant to be, the nearest and then the most frequent first."""
    word = fold_key(typed)
    for edits in range(1, _MOST_EDITS + 1 if len(word) > _SHORT else _MOST_EDITS):
        near = [each for each in vocabulary.near(word, edits) if each != word]
        if near:
            near.sort(key=lambda each: (not _confused(word, each), -vocabulary.frequency(each), each))
            return tuple(map(vocabulary.written, near[:limit]))
    return ()


def _confused(one: str, other: str) -> bool:
    """Say whether two words differ only in letters that are easily taken for one another."""
    if len(one) != len(other):
        return False
    return all(a == b or frozenset((a, b)) in _CONFUSED for a, b in zip(one, other, strict=True))
