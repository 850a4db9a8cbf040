"""The words of an index, for patterns, near misses and suggestions of spelling."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from operator import itemgetter
from typing import Any

import numpy as np

from documents.folding import fold_key
from index.codec import extent
from index.patterns import pattern_regex, within_edits
from index.postings_format import Numbers
from index.schema import BETWEEN, to_bytes
from index.segment_terms import terms_from

_BITS = 64
_CONFUSED = {frozenset(pair) for pair in ("ضظ", "ذز", "سص", "تط", "هح", "ثس", "دذ", "قك", "ءا", "ؤو", "ئي", "يا")}
"""Letters that are taken for one another in writing Arabic, after folding."""
_MOST_EDITS = 2
_SHORT = 4
"""A word this short is not looked for at two edits: too much would be as near."""

PostingsAt = tuple[int, int, int]
"""The number of a segment, and where in it a posting list begins and how long it is."""


class Vocabulary:
    """The folded words of all passages, sorted by code points."""

    def __init__(self, leaves: Sequence[tuple[Any, int]]) -> None:
        """Read them from the term lists of Whoosh's leaf readers."""
        found: list[tuple[bytes, int, int, int, int]] = []
        spelt: dict[bytes, tuple[int, bytes]] = {}
        between = BETWEEN.encode()
        for number, (leaf, _) in enumerate(leaves):
            for key, info in terms_from(leaf, "words"):
                word, _, spelling = key.partition(between)
                offset, length, count = extent(info)
                found.append((word, number, offset, length, count))
                if word not in spelt or count > spelt[word][0]:
                    spelt[word] = count, spelling
        self._spelt = {word: spelling for word, (_, spelling) in spelt.items() if spelling}
        if len(leaves) > 1:
            found.sort(key=itemgetter(0))  # one segment has them in order; UTF-8 sorts as code points do
        keys = [each[0] for each in found]
        firsts = [at for at, key in enumerate(keys) if not at or key != keys[at - 1]]
        self.words: Sequence[str] = [keys[at].decode("utf-8", "surrogatepass") for at in firsts]
        self._firsts = [*firsts, len(keys)]
        self._lists = np.array([each[1:] for each in found], np.int64).reshape(-1, 4)

    def frequency(self, word: str) -> int:
        """Return in how many passages a folded word is, one with several spellings counted for each; 0 for none."""
        at = self._place(word)
        return 0 if at is None else int(self._lists[self._firsts[at] : self._firsts[at + 1], 3].sum())

    def written(self, word: str) -> str:
        """Return the most frequent spelling of a folded word, or the word itself."""
        return self._spelt.get(to_bytes(word), to_bytes(word)).decode("utf-8", "surrogatepass")

    def lists(self, words: Iterable[str]) -> Iterator[PostingsAt]:
        """Yield where the posting lists of some words lie."""
        for word in words:
            at = self._place(word)
            if at is not None:
                yield from map(tuple, self._lists[self._firsts[at] : self._firsts[at + 1], :3].tolist())

    def _place(self, word: str) -> int | None:
        at = bisect_left(self.words, word)
        return at if at < len(self.words) and self.words[at] == word else None

    def like(self, pattern: str) -> list[str]:
        """Return the words that a pattern with `*` and `?` leaves open."""
        fixed = pattern[: min((pattern.index(each) for each in "*?" if each in pattern), default=len(pattern))]
        regex = pattern_regex(pattern)
        if fixed:
            return [word for word in self.beginning(fixed) if regex.fullmatch(word)]
        pieces = sorted((piece for piece in pattern.replace("?", "*").split("*") if piece), key=len)
        candidates: Iterable[str] = self._holding(pieces[-1]) if pieces else self.words
        return [word for word in candidates if regex.fullmatch(word)]

    def near(self, word: str, edits: int) -> list[str]:
        """Return the words that are at most so many edits away."""
        if not self.words:
            return []
        wanted = np.uint64(0)
        for letter in word:
            wanted |= np.uint64(1) << np.uint64(ord(letter) % _BITS)
        letters, lengths = self._letters
        close = np.bitwise_count(letters ^ wanted) <= 2 * edits
        close &= np.abs(lengths - len(word)) <= edits
        return [found for at in np.flatnonzero(close).tolist() if within_edits(found := self.words[at], word, edits)]

    def spelling_suggestions(self, typed: str, limit: int) -> tuple[str, ...]:
        """Return words that may have been meant: the fewest edits away, then the most frequent, as mostly written.

        Words that differ in letters often confused come first among those at one distance.
        """
        word = fold_key(typed)
        for edits in range(1, _MOST_EDITS + 1 if len(word) > _SHORT else _MOST_EDITS):
            near = [each for each in self.near(word, edits) if each != word]
            if near:
                near.sort(key=lambda each: (not _confused(word, each), -self.frequency(each), each))
                return tuple(map(self.written, near[:limit]))
        return ()

    def beginning(self, fixed: str) -> Sequence[str]:
        """Return the words that begin so, sorted."""
        first = bisect_left(self.words, fixed)
        return self.words[first : bisect_left(self.words, fixed[:-1] + chr(ord(fixed[-1]) + 1), first)]

    def _holding(self, piece: str) -> list[str]:
        text, starts = self._joined
        found: dict[int, None] = {}
        at = text.find(piece)
        while at >= 0:
            word = int(np.searchsorted(starts, at, "right")) - 1
            found[word] = None
            # one hit in a word is enough: go on with the next word
            at = text.find(piece, int(starts[word + 1])) if word + 1 < len(starts) else -1
        return [self.words[word] for word in found]

    @cached_property
    def _joined(self) -> tuple[str, Numbers]:
        """All words in one text, and where each begins."""
        lengths = np.fromiter(map(len, self.words), np.int64, len(self.words))
        return "\n".join(self.words), np.concatenate(([0], np.cumsum(lengths + 1)[:-1])).astype(np.int64)

    @cached_property
    def _letters(self) -> tuple[Numbers, Numbers]:
        """For each word which letters it has, as bits, and how many: what differs too much is not looked at."""
        text, starts = self._joined
        points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
        bits = np.left_shift(np.uint64(1), (points % _BITS).astype(np.uint64))
        bits[points == ord("\n")] = 0
        lengths = np.fromiter(map(len, self.words), np.int64, len(self.words))
        return np.bitwise_or.reduceat(bits, starts), lengths


def _confused(one: str, other: str) -> bool:
    """Say whether two words differ only in letters that are easily taken for one another."""
    if len(one) != len(other):
        return False
    return all(a == b or frozenset((a, b)) in _CONFUSED for a, b in zip(one, other, strict=True))
