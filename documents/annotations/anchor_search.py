"""Find the targets of annotations in another copy of their text.

Provisions of resolutions are near-duplicates of one another. A place is certain only if it is more similar to the
target than any other place is, by a margin, and more than any other place was when the mark was made. Otherwise the
user is asked.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from documents.annotations.alignment import Fit, locate
from documents.annotations.model import NEIGHBOUR, Target
from documents.annotations.similarity import ComparableProvisions, Similarity
from documents.folding import comparable
from documents.model import Document
from documents.position import Span
from documents.quote_search import certain_match, quote_matches

_CANDIDATES = 5
_OFFERED, _POSSIBLE = 0.5, 0.7
"""The least similarity of a place that is offered, and of the best one of several: with less the words are lost."""

_TWIN, _BESIDE, _NEAR, _APART = 0.9, 0.7, 0.8, 0.25
_SAME, _LIKE, _LONGER = 0.999, 0.85, 1.3
_TELLING = 40
"""The least number of letters of a neighbour that identifies the place of a provision."""

_RIVALS = 24
"""The number of provisions compared when a mark is made. A twin that is missed then cannot be guarded against."""

_UNKNOWN_RIVAL = 0.9
"""The rival supposed for a target without one."""


class AnchorState(enum.StrEnum):
    """How certain a place is: unchanged, elsewhere or on changed words, one of several, or lost."""

    EXACT = "exact"
    MOVED = "moved"
    AMBIGUOUS = "ambiguous"
    ORPHANED = "orphaned"


_DOUBT = {state: place for place, state in enumerate(AnchorState)}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible place of a target. `score` is its similarity, 0 to 1."""

    span: Span
    score: float


@dataclass(frozen=True, slots=True)
class Anchored:
    """The place of one target: `span` where it is certain, else the candidates, the best first."""

    state: AnchorState
    span: Span | None
    candidates: tuple[Candidate, ...] = ()


def overall(anchored: Sequence[Anchored]) -> AnchorState:
    """Return the state of an annotation: that of its least certain target, `EXACT` without targets."""
    return max((one.state for one in anchored), key=_DOUBT.__getitem__, default=AnchorState.EXACT)


def rivalry_of(document: Document, span: Span, provisions: ComparableProvisions | None = None) -> tuple[float, float]:
    """Return `rival` and `rival_beside` of a target, both 0 to 1. KeyError for an unknown provision.

    The first is the similarity of the nearest other provision to the span with its provision, the second that of the
    neighbours of a similar provision to its neighbours.
    """
    passage, known = document.text_of(span.provision), provisions or ComparableProvisions(document)
    likeness = Similarity(known, passage, span.start, span.end, shortlist=_RIVALS)
    others = [(id_, score) for id_, score in likeness.ranked() if id_ != span.provision]
    mine = known.neighbours(span.provision)
    near = [min(_beside(known, id_, *mine, ends=1.0, least=0)) for id_, score in others if score >= _NEAR]
    return max((score for _, score in others), default=0.0), max(near, default=0.0)


def _beside(
    provisions: ComparableProvisions,
    id_: str,
    previous: str,
    following: str,
    *,
    ends: float = 0.0,
    least: int = _TELLING,
) -> tuple[float, float]:
    """Return the similarity of a provision's neighbours, before and after, to two others.

    `ends` is the similarity of the end of one text to that of another. A neighbour of fewer than `least` letters
    resembles many: it counts only where it is nearly the same.
    """
    before, after = provisions.neighbours(id_)
    sides = ((previous[-NEIGHBOUR:], before[-NEIGHBOUR:]), (following[:NEIGHBOUR], after[:NEIGHBOUR]))
    one, other = (_side(provisions, kept, now, ends, least) for kept, now in sides)
    return one, other


def _side(provisions: ComparableProvisions, kept: str, now: str, ends: float, least: int) -> float:
    told = comparable(kept)
    if not told:
        return 0.0 if comparable(now) else ends
    found = provisions.like(kept, now)
    return found if len(told) >= least or found > _TWIN else 0.0


class AnchorSearch:
    """Find targets in one text. Nothing is prepared before the first target that needs it."""

    def __init__(self, document: Document) -> None:
        self._provisions = ComparableProvisions(document)

    def find(self, target: Target) -> Anchored:
        """Return the place of a target in the text."""
        span = target.span
        if not target.passage or target.passage[span.start : span.end] != target.quote.exact:
            return self._find_quote(target)
        if self._provisions.texts.get(span.provision) == target.passage and self._is_itself(target):
            return Anchored(AnchorState.EXACT, span)
        return self._find_passage(target)

    def _is_itself(self, target: Target) -> bool:
        """Say whether an unchanged provision is the one that was marked. A twin is told by its neighbours."""
        id_, rival = target.span.provision, target.rival
        if self._provisions.times[target.passage] == 1 and (rival is None or rival < 1):
            return not _is_heading(target) or self._stood(id_, target) >= _BESIDE
        if not (target.previous or target.following):
            return False
        copies = [each for each, text in self._provisions.texts.items() if text == target.passage and each != id_]
        others = max([target.rival_beside, *(self._stood(each, target) for each in copies)])
        mine = self._stood(id_, target)
        return (mine >= _SAME and others < _SAME) or (mine > _TWIN and mine - others >= _APART)

    def _stood(self, id_: str, target: Target) -> float:
        """Return the similarity of a provision's neighbours, or ends of the text, to those of the target."""
        return min(_beside(self._provisions, id_, target.previous, target.following, ends=1.0))

    def _find_passage(self, target: Target) -> Anchored:
        same = self._the_same(target)
        if same is not None:
            return same
        likeness = Similarity(self._provisions, target.passage, target.span.start, target.span.end)
        ranked = likeness.ranked()
        fits = [(id_, score, self._fit(id_, target)) for id_, score in ranked[:_CANDIDATES]]
        chosen = self._choose(ranked, target)
        for id_, _score, fit in fits:
            if id_ == chosen and fit.certain and fit.span is not None:
                return _certain(fit.span, target, self._provisions.texts[id_])
        return _unsure(Candidate(fit.span, score) for id_, score, fit in fits if fit.span is not None)

    def _the_same(self, target: Target) -> Anchored | None:
        """Return the place in the one provision with the target's words, whatever its number.

        None unless the provision was unique in the target's text and is so in this one.
        """
        same = self._provisions.ids_of.get(comparable(target.passage), ())
        if target.rival is None or target.rival >= 1 or len(same) != 1 or not self._is_supported(same[0], target):
            return None
        fit = self._fit(same[0], target)
        return _certain(fit.span, target, self._provisions.texts[same[0]]) if fit.certain and fit.span else None

    def _fit(self, id_: str, target: Target) -> Fit:
        return locate(target, id_, self._provisions.texts[id_])

    def _choose(self, ranked: Sequence[tuple[str, float]], target: Target) -> str | None:
        """Return the provision that certainly is the one marked, None where there is none."""
        rival = _UNKNOWN_RIVAL if target.rival is None else target.rival
        wanted = comparable(target.passage)
        equals = [one for one in ranked if self._provisions.folded[one[0]] == wanted]
        if len(equals) == 1 and rival < 1:
            return equals[0][0] if self._is_supported(equals[0][0], target) else None
        # The same words elsewhere are nearer than like ones here; a former neighbour is not the provision itself.
        ranked = equals or [one for one in ranked if not self._was_beside(one[0], target)]
        if not ranked:
            return None
        (best, first), second = ranked[0], ranked[1][1] if len(ranked) > 1 else 0.0
        if first >= _POSSIBLE and first >= rival + _margin(rival) and first >= second + _margin(second):
            return best if self._is_supported(best, target) else None
        return self._by_neighbours(ranked, target)

    def _is_supported(self, id_: str, target: Target) -> bool:
        """Say whether a similar provision is not a new one: it has the same words, or one of the same neighbours."""
        if self._provisions.folded.get(id_) == comparable(target.passage):
            return not _is_heading(target) or self._stood(id_, target) >= _BESIDE
        if not (target.previous or target.following):
            return id_ == target.span.provision
        return max(self._beside(id_, target)) >= _BESIDE

    def _was_beside(self, id_: str, target: Target) -> bool:
        """Say whether a provision resembles a former neighbour more than the one marked: a list lost a member."""
        text, like = self._provisions.texts[id_], self._provisions.like
        ends = ((target.previous, slice(-NEIGHBOUR, None)), (target.following, slice(NEIGHBOUR)))
        for kept, part in ends:
            may_be = len(kept) == NEIGHBOUR or len(text) <= _LONGER * len(kept)
            if kept and may_be and like(text[part], kept) >= max(_LIKE, like(text[part], target.passage[part])):
                return True
        return False

    def _by_neighbours(self, ranked: Sequence[tuple[str, float]], target: Target) -> str | None:
        """Return the only one of several similar provisions that has the same two neighbours, else None."""
        if not (target.previous or target.following) or self._provisions.alike_neighbour(target):
            return None
        first = ranked[0][1]
        near = [id_ for id_, score in ranked if score >= max(_NEAR, first - 0.12)]
        between = [(self._neighbourly(id_, target), id_) for id_ in near]
        between.sort(reverse=True)
        second = between[1][0] if len(between) > 1 else 0.0
        if between and between[0][0] >= _POSSIBLE and between[0][0] - max(second, target.rival_beside) >= _APART:
            return between[0][1]
        return None

    def _neighbourly(self, id_: str, target: Target) -> float:
        """Return the lesser similarity of a provision's two neighbours to those of the target."""
        return min(self._beside(id_, target))

    def _beside(self, id_: str, target: Target) -> tuple[float, float]:
        return _beside(self._provisions, id_, target.previous, target.following)

    def _find_quote(self, target: Target) -> Anchored:
        """Find a target of another program, which has only a quote."""
        matches = quote_matches(self._provisions.texts.items(), target.quote)
        span = certain_match(matches, target.span, target.quote)
        if span is None:
            return _unsure(Candidate(match.span, 1.0 if match.agrees else 0.75) for match in matches)
        if span == target.span:
            return Anchored(AnchorState.EXACT, span)
        return _certain(span, target, self._provisions.texts[span.provision])


def _is_heading(target: Target) -> bool:
    """Say whether a provision is only a number with a word, as others of its text are, so that its number tells it."""
    told = comparable(target.passage)
    few = len(told) <= 24 and len(told.split()) <= 4 and "/" not in told
    return few and (target.rival or 0.0) >= 0.75


def _margin(other: float) -> float:
    """Return the margin by which a place must exceed the similarity `other` of another one, smaller between twins."""
    return max(0.03, 0.35 * (1 - other))


def _certain(span: Span, target: Target, text: str) -> Anchored:
    """Return a certain place. Changed words are `MOVED`, for they must be looked at, even at the same place."""
    same = span == target.span and comparable(span.cut(text)) == comparable(target.quote.exact)
    return Anchored(AnchorState.EXACT if same else AnchorState.MOVED, span)


def _unsure(candidates: Iterable[Candidate]) -> Anchored:
    offered = sorted((one for one in candidates if one.score >= _OFFERED), key=lambda one: (-one.score, one.span))
    state = AnchorState.AMBIGUOUS if offered and offered[0].score >= _POSSIBLE else AnchorState.ORPHANED
    return Anchored(state, None, tuple(offered[:_CANDIDATES]))
