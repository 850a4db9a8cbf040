"""Where a query is met in one passage, how closely, and by what rule: used for highlights and for the scan."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from documents.folding import fold_key
from index.analysis import Form, WordPlace, alike, places, written
from index.match_reasons import Reason, reasons
from index.passages import Passage
from index.patterns import pattern_regex, within_edits
from index.proximity import close_places
from index.query import (
    All,
    Either,
    Fuzzy,
    Limit,
    Near,
    Node,
    Pattern,
    Phrase,
    Query,
    Range,
    Term,
    Without,
    Word,
    satisfies,
)


class Tier(IntEnum):
    """How closely words were met, best first."""

    EXACT = 0
    FOLDED = 1
    INFLECTED = 2


@dataclass(frozen=True, slots=True)
class Match:
    """A passage that meets a query; `why` has the rules by which each highlight was met (see `reasons`).

    Highlights are spans of the received text, in order, apart from one another. `score` rises with the
    number of highlights and falls with the length of the passage.
    """

    tier: Tier
    highlights: tuple[tuple[int, int], ...]
    why: tuple[str, ...]
    score: float


@dataclass(frozen=True, slots=True)
class _Found:
    """A stretch of words that was met, and by what."""

    start: int
    end: int
    tier: Tier
    reasons: tuple[Reason, ...]
    corrected: bool
    """Whether it stands in the corrected reading, in words that the received text has not."""


@dataclass(frozen=True, slots=True)
class _TierMatch:
    """Whether a part of a query is met as written, folded, in any way; each holds where the one before does."""

    exact: bool
    folded: bool
    widest: bool
    found: tuple[_Found, ...] = ()


_NOT = _TierMatch(exact=False, folded=False, widest=False)


def match(query: Query, passage: Passage) -> Match | None:
    """Return how a passage meets a query; None where it does not."""
    if query.root is None:
        return None
    words = places(passage)
    met = _Matching(words, passage, query.strict).node(query.root)
    if not met.widest:
        return None
    tier = Tier.EXACT if met.exact else Tier.FOLDED if met.folded else Tier.INFLECTED
    widest = max(Tier.FOLDED, tier)
    kept = sorted((each for each in met.found if each.tier <= widest), key=lambda each: (each.start, -each.end))
    spans, why = _apart(kept)
    return Match(tier, spans, why, round(len(spans) / (1 + len(words)) ** 0.5, 3))


class _Matching:
    """One query in one passage."""

    def __init__(self, words: Sequence[WordPlace], passage: Passage, strict: frozenset[str]) -> None:
        self._words, self._passage, self._strict = words, passage, strict

    def node(self, node: Node) -> _TierMatch:
        match node:
            case Word():
                return self._following((node.term,), literal=node.literal)
            case Phrase():
                return self._following(node.terms, literal=node.literal)
            case All() | Either():
                return _joined([self.node(part) for part in node.parts], all if isinstance(node, All) else any)
            case Near():
                return self._near(node)
            case Pattern() | Fuzzy():
                return self._open(node)
        met = not self.node(node.part).widest if isinstance(node, Without) else self._limited(node)
        return _TierMatch(met, met, met)

    def _limited(self, node: Limit | Range) -> bool:
        return satisfies(node, self._passage.values(node.field))

    def _following(self, terms: Sequence[Term], *, literal: bool) -> _TierMatch:
        found = tuple(self._runs(terms))
        if literal:
            found = tuple(each for each in found if each.tier is Tier.EXACT)
        return _met(found)

    def _runs(self, terms: Sequence[Term]) -> Iterator[_Found]:
        size, words = len(terms), self._words
        for first in range(len(words) - size + 1):
            window = words[first : first + size]
            if window[-1].position - window[0].position == size - 1:
                closest = [self._closest(term, place) for term, place in zip(terms, window, strict=True)]
                met = [each for each in closest if each is not None]
                if len(met) == size:
                    tier, forms = max(tier for tier, _ in met), [form for _, form in met]
                    yield self._stretch(tier, forms, reasons(tier, forms, terms), window[0])

    def _closest(self, term: Term, place: WordPlace) -> tuple[Tier, Form] | None:
        for form in place.forms:
            if form.exact == term.exact:
                return Tier.EXACT, form
        for form in place.forms:
            if self._is_folded(term, form):
                return Tier.FOLDED, form
        for form in place.forms:
            if not set(term.stems).isdisjoint(form.stems):
                return Tier.INFLECTED, form
        return None

    def _is_folded(self, term: Term, form: Form) -> bool:
        return not set(term.folded).isdisjoint(form.folded) and alike(form.exact, term.exact, self._strict)

    def _open(self, node: Pattern | Fuzzy) -> _TierMatch:
        fits = _fits(node)
        code = "pattern" if isinstance(node, Pattern) else "fuzzy"
        found = tuple(
            self._stretch(Tier.FOLDED, [form], (code,), place)
            for place in self._words
            for form in place.forms
            if any(map(fits, form.folded))
        )
        return _TierMatch(exact=False, folded=bool(found), widest=bool(found), found=found)

    def _near(self, node: Near) -> _TierMatch:
        stands: list[dict[int, tuple[WordPlace, Form]]] = []
        for term in node.terms:
            held: dict[int, tuple[WordPlace, Form]] = {}
            for place in self._words:
                for form in place.forms:
                    if place.position not in held and self._is_folded(term, form):
                        held[place.position] = place, form
            stands.append(held)
        close = close_places([list(each) for each in stands], node.within + len(node.terms) - 1)
        if not all(close):
            return _NOT
        found = tuple(
            self._stretch(Tier.FOLDED, [form], ("near", *reasons(Tier.FOLDED, [form], [term])), place)
            for term, held, numbers in zip(node.terms, stands, close, strict=True)
            for place, form in (held[number] for number in numbers)
        )
        return _TierMatch(exact=False, folded=True, widest=True, found=found)

    def _stretch(self, tier: Tier, forms: Sequence[Form], why: tuple[Reason, ...], first: WordPlace) -> _Found:
        text = self._passage.text
        corrected = first.corrected and any(written(text[form.start : form.end]) != form.exact for form in forms)
        return _Found(min(form.start for form in forms), max(form.end for form in forms), tier, why, corrected)


def _fits(node: Pattern | Fuzzy) -> Callable[[str], object]:
    if isinstance(node, Pattern):
        return pattern_regex(node.key).fullmatch
    return lambda word: within_edits(word, node.key, node.edits)


def _met(found: tuple[_Found, ...]) -> _TierMatch:
    best = min((each.tier for each in found), default=None)
    if best is None:
        return _NOT
    return _TierMatch(best is Tier.EXACT, best <= Tier.FOLDED, widest=True, found=found)


def _joined(parts: Sequence[_TierMatch], join: Callable[[Iterator[bool]], bool]) -> _TierMatch:
    widest = join(each.widest for each in parts)
    found = tuple(one for each in parts if each.widest for one in each.found) if widest else ()
    return _TierMatch(join(each.exact for each in parts), join(each.folded for each in parts), widest, found)


def _apart(found: list[_Found]) -> tuple[tuple[tuple[int, int], ...], tuple[str, ...]]:
    """Join what overlaps, and say of each stretch why it was met; a stretch without characters is left out."""
    spans: list[tuple[int, int]] = []
    why: list[dict[str, None]] = []
    for each in found:
        if each.start == each.end:
            continue
        if spans and each.start < spans[-1][1]:
            spans[-1] = spans[-1][0], max(spans[-1][1], each.end)
        else:
            spans.append((each.start, each.end))
            why.append({})
        if each.corrected:
            why[-1]["corrected"] = None
        why[-1].update(dict.fromkeys(each.reasons))
    return tuple(spans), tuple(" ".join(codes) for codes in why)


def may_match(query: Query, text: str) -> bool:
    """Say quickly whether a reading could meet the query; False only where it surely does not.

    Each word's letters must occur somewhere in the folded text; numbers and symbols have several shapes and pass.
    """
    key = fold_key(text)
    return query.root is None or _may(query.root, key)


def _may(node: Node, key: str) -> bool:
    match node:
        case Word():
            return _occurs(node.term, key)
        case Phrase() | Near():
            return all(_occurs(Term(term.exact, term.folded), key) for term in node.terms)
        case All():
            return all(_may(part, key) for part in node.parts)
        case Either():
            return any(_may(part, key) for part in node.parts)
    return True


def _occurs(term: Term, key: str) -> bool:
    shapes = term.folded
    if term.stems:
        return True  # a stem need not be part of its words
    return not all(shape.isalpha() for shape in shapes) or any(shape in key for shape in shapes)
