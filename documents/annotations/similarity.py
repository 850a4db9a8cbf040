"""Similarity of the provisions of a text to an annotated one, by the whole provision and by words with context."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property, lru_cache

from documents.annotations.model import Target
from documents.folding import comparable
from documents.model import Document

AROUND = 64
"""The code points on either side of the marked words that are compared with them."""

_SHORTLIST = 8
_WORD = re.compile(r"\w+")
_WHOLE_ENOUGH = 0.9
_TWIN_BESIDE = 0.75
_CONTAINED = 0.97
"""The factor of similarity for a provision that contains the other, so that the provision itself ranks first."""


class ComparableProvisions:
    """The provisions and footnotes of one text in the form of comparison (`comparable`)."""

    def __init__(self, document: Document) -> None:
        self.texts = dict(document.texts())

    @cached_property
    def folded(self) -> dict[str, str]:
        """The comparable texts by id, without empty ones."""
        return {id_: told for id_, text in self.texts.items() if (told := comparable(text))}

    @cached_property
    def ids_of(self) -> dict[str, list[str]]:
        """The ids of the provisions by their comparable text."""
        found: dict[str, list[str]] = {}
        for id_, told in self.folded.items():
            found.setdefault(told, []).append(id_)
        return found

    @cached_property
    def shortlists(self) -> dict[tuple[str, int], list[str]]:
        """The ids of similar provisions by (passage, limit), for the next note on the same passage."""
        return {}

    @cached_property
    def times(self) -> Counter[str]:
        """How often each text stands in the document."""
        return Counter(self.texts.values())

    @cached_property
    def words(self) -> dict[str, frozenset[str]]:
        """The words of each provision."""
        return {id_: frozenset(_WORD.findall(text)) for id_, text in self.folded.items()}

    @cached_property
    def _order(self) -> list[str]:
        return list(self.texts)

    @cached_property
    def _places(self) -> dict[str, int]:
        return {id_: place for place, id_ in enumerate(self._order)}

    def neighbours(self, id_: str) -> tuple[str, str]:
        """Return the texts before and after a provision, "" at the ends."""
        at = self._places[id_]
        before = self.texts[self._order[at - 1]] if at else ""
        return before, self.texts[self._order[at + 1]] if at + 1 < len(self._order) else ""

    @staticmethod
    def like(one: str, other: str) -> float:
        """Return the similarity of two pieces of text, 0 to 1."""
        from rapidfuzz import fuzz

        return float(fuzz.ratio(comparable(one), comparable(other))) / 100

    def alike_neighbour(self, target: Target) -> bool:
        """Say whether a neighbour of the marked provision was its twin, so that neighbours tell nothing."""
        passage = target.passage
        return (
            self.like(passage[-len(target.previous) :], target.previous) > _TWIN_BESIDE
            or self.like(passage[: len(target.following)], target.following) > _TWIN_BESIDE
        )


class Similarity:
    """Compare the provisions of a text with one passage and its words `start` to `end`."""

    def __init__(
        self, provisions: ComparableProvisions, passage: str, start: int, end: int, shortlist: int = _SHORTLIST
    ) -> None:
        self._provisions, self._most = provisions, shortlist
        self._passage = comparable(passage)
        self._window = comparable(passage[max(0, start - AROUND) : end + AROUND])

    def ranked(self) -> list[tuple[str, float]]:
        """Return the most similar provisions as (id, similarity 0 to 1), the most similar first."""
        if not self._passage:
            return []
        scored = [(id_, self._score(self._provisions.folded[id_])) for id_ in self._shortlist()]
        return sorted(scored, key=lambda one: -one[1])

    def _shortlist(self) -> list[str]:
        """Return the provisions that share most words, and those most similar as a whole."""
        key = (self._passage, self._most)
        if key not in self._provisions.shortlists:
            self._provisions.shortlists[key] = self._listed()
        return self._provisions.shortlists[key]

    def _listed(self) -> list[str]:
        from rapidfuzz import fuzz, process

        provisions = self._provisions
        likely = process.extract(
            self._passage, provisions.folded, scorer=fuzz.ratio, limit=self._most, score_cutoff=30, processor=None
        )
        mine = frozenset(_WORD.findall(self._passage))
        shared = sorted(
            (
                (len(mine & words) / max(1, min(len(mine), len(words))), len(mine & words), id_)
                for id_, words in provisions.words.items()
                if len(words) > 3  # a heading is contained in anything
            ),
            reverse=True,
        )
        return list(dict.fromkeys([*(row[2] for row in likely), *(row[2] for row in shared[: self._most])]))

    def _score(self, text: str) -> float:
        """Return the similarity of a provision: the mean of the whole provision and of the words with their context."""
        from rapidfuzz import fuzz

        whole = _whole(self._passage, text)
        if len(self._window) >= len(self._passage):
            return whole
        within = (
            fuzz.partial_ratio(self._window, text) / 100
            if len(text) >= len(self._window)
            else (fuzz.ratio(self._window, text) / 100)
        )
        return (whole + within) / 2


@lru_cache(maxsize=8192)
def _whole(passage: str, text: str) -> float:
    """Return the similarity of two whole provisions, 0 to 1; every mark made in a text compares them again."""
    from rapidfuzz import fuzz

    ratio = float(fuzz.ratio(passage, text)) / 100
    within = 0.0 if ratio > _WHOLE_ENOUGH else _CONTAINED * float(fuzz.partial_ratio(passage, text)) / 100
    return max(ratio, within)
