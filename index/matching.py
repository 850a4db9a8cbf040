"""Where a query is met in one passage, how closely, and by what rule: used for highlights and for the scan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from documents.arabic import fold_key
from index.analysis import Form, Place, places, written
from index.passages import Passage
from index.query import Clause, Query, Term


class Tier(IntEnum):
    """How closely words were met, best first."""

    EXACT = 0
    FOLDED = 1
    INFLECTED = 2


@dataclass(frozen=True, slots=True)
class Match:
    """A passage that meets a query; `why` has the rules by which each highlight was met.

    Highlights are spans of the received text, in order, apart from one another. `score` rises with the
    number of highlights and falls with the length of the passage.
    """

    tier: Tier
    highlights: tuple[tuple[int, int], ...]
    why: tuple[str, ...]
    score: float


_SWITCHES = ("marks", "hamza", "ya", "ta_marbuta", "digits", "case")


def match(query: Query, passage: Passage) -> Match | None:
    """Return how a passage meets a query; None where it does not."""
    words = places(passage)
    tier = Tier.EXACT
    found: list[_Found] = []
    for clause in query.clauses:
        met = list(_met(clause, words))
        if not met:
            return None
        tier = max(tier, min(each.tier for each in met))
        found += met
    if not found:
        return None
    widest = max(Tier.FOLDED, tier)
    kept = sorted((each for each in found if each.tier <= widest), key=lambda each: (each.start, -each.end))
    spans, why = _apart(kept, passage.text)
    return Match(tier, spans, why, round(len(spans) / (1 + len(words)) ** 0.5, 3))


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    tier: Tier
    forms: tuple[Form, ...]
    terms: tuple[Term, ...]
    corrected: bool


def _met(clause: Clause, words: list[Place]) -> Iterator[_Found]:
    size = len(clause.terms)
    for first in range(len(words) - size + 1):
        window = words[first : first + size]
        if window[-1].position - window[0].position != size - 1:
            continue
        closest = [_closest(term, place) for term, place in zip(clause.terms, window, strict=True)]
        met = [each for each in closest if each is not None]
        if len(met) == size:
            forms = tuple(form for _, form in met)
            tier = max(tier for tier, _ in met)
            start, end = min(form.start for form in forms), max(form.end for form in forms)
            yield _Found(start, end, tier, forms, clause.terms, window[0].corrected)


def _closest(term: Term, place: Place) -> tuple[Tier, Form] | None:
    for form in place.forms:
        if form.exact == term.exact:
            return Tier.EXACT, form
    for form in place.forms:
        if not set(term.folded).isdisjoint(form.folded):
            return Tier.FOLDED, form
    for form in place.forms:
        if not set(term.stems).isdisjoint(form.stems):
            return Tier.INFLECTED, form
    return None


def _apart(found: list[_Found], text: str) -> tuple[tuple[tuple[int, int], ...], tuple[str, ...]]:
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
        why[-1].update(dict.fromkeys(_why(each, text)))
    return tuple(spans), tuple(" ".join(rules) for rules in why)


def _why(found: _Found, text: str) -> Iterator[str]:
    if found.corrected and any(written(text[form.start : form.end]) != form.exact for form in found.forms):
        yield "corrected"
    if found.tier is Tier.EXACT:
        yield "exact"
    for form, term in zip(found.forms, found.terms, strict=True):
        if found.tier is Tier.INFLECTED:
            yield "inflected"
        elif fold_key(form.exact) != fold_key(term.exact):
            yield "symbol"
        else:
            yield from (switch for switch in _SWITCHES if _differs(form.exact, term.exact, switch))


def _differs(one: str, other: str, switch: str) -> bool:
    """Say whether two forms are one only when this difference is folded away."""
    return fold_key(one, **{switch: False}) != fold_key(other, **{switch: False})
