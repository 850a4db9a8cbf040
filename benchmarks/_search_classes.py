"""The 28 classes of queries that search is measured by, five of each, drawn from a corpus by how frequent words are.

Rare is a word in two to five passages (at 200,000: two to twenty), mid in about 1 % of them, frequent in 3 to 15 %,
common in more than 20 %. Words of one query are taken from one passage, so that every query finds something.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from _search_corpus import Facts

from index.inflection import stems
from index.query import All, Either, Field, Fuzzy, Limit, Node, Pattern, Phrase, Query, Range, Term, Word

EACH = 5


@dataclass(frozen=True, slots=True)
class Asked:
    """One query of a class: the tree, and what else is wanted: newest first, counts by symbol, highlights."""

    kind: str
    node: Node
    by_date: bool = False
    facet: bool = False
    snippets: bool = False

    @property
    def query(self) -> Query:
        """The query in its folded tier only, which is what other engines are asked too."""
        return Query("", self.node)

    @property
    def inflected(self) -> Query:
        """The query as it is when somebody types it: words also in their inflected forms."""
        return Query("", _inflected(self.node))


def _inflected(node: Node) -> Node:
    match node:
        case Word(term):
            return Word(replace(term, stems=stems(term.folded[0])))
        case All(parts):
            return All(tuple(map(_inflected, parts)))
        case Either(parts):
            return Either(tuple(map(_inflected, parts)))
    return node


def asked(facts: Facts) -> list[Asked]:
    """Return all queries, the same for the same corpus."""
    draw = _Draw(facts)
    return [each for kind, make in _CLASSES.items() for each in draw.some(kind, make)]


class _Draw:
    """Draws words and passages; each class has its own chance, so that none depends on the one before."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self.chance = random.Random(0)
        share = facts.passages
        self._bands = {
            "rare": (2, max(5, share // 10_000)),
            "mid": (max(3, share * 7 // 1000), max(5, share * 14 // 1000)),
            "some": (max(3, share // 200), share // 20),
            "frequent": (share * 3 // 100, share * 15 // 100),
            "common": (share // 5, share),
        }

    def some(self, kind: str, make: Callable[[_Draw], Asked | None]) -> Iterator[Asked]:
        """Yield the queries of a class, all different."""
        self.chance = random.Random(kind)
        found: dict[Node, Asked] = {}
        for _ in range(4000):
            each = make(self)
            if each is not None:
                found.setdefault(each.node, replace(each, kind=kind))
            if len(found) == EACH:
                break
        yield from found.values()

    def is_in(self, key: str, band: str) -> bool:
        """Say whether a word is as frequent as that."""
        least, most = self._bands[band]
        return least <= self._facts.frequency[key] <= most

    def passage(self) -> list[str]:
        """Return the keys of some passage."""
        return self.chance.choice(self._facts.sample)

    def word(self, band: str) -> str:
        """Return a word of a band."""
        while True:
            fitting = [key for key in self.passage() if self.is_in(key, band)]
            if fitting:
                return self.chance.choice(fitting)

    def words(self, *bands: str) -> list[str] | None:
        """Return different words of one passage, one of each band; None where it has none."""
        found: list[str] = []
        keys = self.passage()
        for band in bands:
            fitting = [key for key in keys if self.is_in(key, band) and key not in found]
            if not fitting:
                return None
            found.append(self.chance.choice(fitting))
        return found

    def run(self, size: int, fits: Callable[[str], bool]) -> list[str] | None:
        """Return words that follow one another in some passage; None where they do not fit."""
        keys = self.passage()
        start = self.chance.randrange(max(1, len(keys) - size + 1))
        found = keys[start : start + size]
        return found if len(set(found)) == size and all(map(fits, found)) else None

    def term(self, key: str) -> Term:
        """Return a word as it is written in the corpus."""
        return Term(self._facts.spelling[key], (key,))

    def all_of(self, words: list[str] | None) -> Asked | None:
        """Ask for all of some words."""
        return Asked("", All(tuple(Word(self.term(key)) for key in words))) if words else None

    def one_of(self, *bands: str) -> Asked:
        """Ask for any one of some words."""
        return Asked("", Either(tuple(Word(self.term(self.word(band))) for band in bands)))

    def single(self, band: str) -> Asked:
        """Ask for one word."""
        return Asked("", Word(self.term(self.word(band))))

    def phrase(self, size: int, fits: Callable[[str], bool]) -> Asked | None:
        """Ask for words that follow one another."""
        words = self.run(size, fits)
        return Asked("", Phrase(tuple(map(self.term, words)))) if words else None

    def not_common(self, size: int) -> Asked | None:
        """Ask for a phrase without the most common words."""
        return self.phrase(size, lambda key: not self.is_in(key, "common"))

    def pattern(self, least: int, cut: Callable[[str], str]) -> Asked | None:
        """Ask for what a word becomes when part of it is left open."""
        key = self.chance.choice(self.passage())
        return Asked("", Pattern(cut(key))) if len(key) >= least else None

    def years(self) -> Range:
        """Return three years."""
        first = self.chance.randint(1990, 2023)
        return Range(Field.DATE, f"{first}-01-01", f"{first + 2}-12-31")

    def limited(self, band: str) -> Asked:
        """Ask for a word in passages of one kind."""
        kind = self.chance.choice(("operative", "preambular", "subparagraph"))
        return Asked("", All((Word(self.term(self.word(band))), Limit(Field.KIND, (kind,)))))

    def mistyped(self) -> Asked:
        """Ask for a word of five or more letters with one of them wrong."""
        while len(key := self.word("mid")) < 5:
            pass
        place = self.chance.randrange(len(key))
        return Asked("", Fuzzy(key[:place] + self.chance.choice("ابتجدرسعقكلمنهوي") + key[place + 1 :], 1))


def _article(key: str) -> str:
    return f"ال{key[:2]}*"


_CLASSES: dict[str, Callable[[_Draw], Asked | None]] = {
    "1 rare term": lambda draw: draw.single("rare"),
    "1 mid term (~1%)": lambda draw: draw.single("mid"),
    "1 very common term": lambda draw: draw.single("common"),
    "AND 2": lambda draw: draw.all_of(draw.words("some", "some")),
    "AND 2 (one common)": lambda draw: draw.all_of(draw.words("some", "common")),
    "AND 3": lambda draw: draw.all_of(draw.words("some", "some", "some")),
    "OR 2": lambda draw: draw.one_of("mid", "some"),
    "OR 3": lambda draw: draw.one_of("mid", "some", "some"),
    "phrase 2": lambda draw: draw.not_common(2),
    "phrase 3": lambda draw: draw.phrase(3, lambda _: True),
    "phrase 2 (common words)": lambda draw: draw.phrase(2, lambda key: draw.is_in(key, "common")),
    "prefix (4 letters)": lambda draw: draw.pattern(5, lambda key: key[:4] + "*"),
    "prefix (ال+2)": lambda draw: draw.pattern(4, _article),
    "wildcard mid (ab*cd)": lambda draw: draw.pattern(6, lambda key: f"{key[:2]}*{key[-2:]}"),
    "wildcard leading (*xyz)": lambda draw: draw.pattern(5, lambda key: "*" + key[-3:]),
    "fuzzy 1 edit": lambda draw: draw.mistyped(),
    "term + kind filter": lambda draw: draw.limited("frequent"),
    "common term + kind filter": lambda draw: draw.limited("common"),
    "term + date range": lambda draw: Asked("", All((Word(draw.term(draw.word("frequent"))), draw.years()))),
    "date range only": lambda draw: Asked("", draw.years()),
    "mid term, sort by date": lambda draw: replace(draw.single("mid"), by_date=True),
    "common term, sort by date": lambda draw: replace(draw.single("common"), by_date=True),
    "mid term, facet by symbol": lambda draw: replace(draw.single("mid"), facet=True),
    "common term, facet by symbol": lambda draw: replace(draw.single("common"), facet=True),
    "mid term + snippets": lambda draw: replace(draw.single("mid"), snippets=True),
    "AND 2 + snippets": lambda draw: _snipped(draw.all_of(draw.words("some", "some"))),
    "phrase 2 + snippets": lambda draw: _snipped(draw.not_common(2)),
    "common term + snippets": lambda draw: replace(draw.single("common"), snippets=True),
}


def _snipped(each: Asked | None) -> Asked | None:
    return replace(each, snippets=True) if each else None
