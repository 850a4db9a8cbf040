"""The rows of the results as values: tiers in their order, the scope of a hit, and the words around its highlights."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from documents.position import FOOTNOTE_PREFIX
from documents.symbol import symbols_for
from services.search.library_search import Hit, SearchAnswer

TIERS = ("exact", "folded", "inflected", "note", "instrument")
"""The fixed order of the groups (window.md §7)."""

ELLIPSIS = "…"


class Scope(StrEnum):
    """What the filter chips choose."""

    ALL = "all"
    PREAMBLE = "preamble"
    OPERATIVE = "operative"
    FOOTNOTES = "footnotes"


@dataclass(frozen=True, slots=True)
class Tier:
    """A group of hits; `total` are all of the answer, listed or not; `places` the highlighted words of those listed."""

    name: str
    hits: tuple[Hit, ...]
    total: int = 0

    @property
    def places(self) -> int:
        """How many stretches of text were hit."""
        return sum(max(1, len(hit.highlights)) for hit in self.hits)


@dataclass(frozen=True, slots=True)
class KeptSearch:
    """A search that the user keeps, by its name."""

    name: str
    query: str


@dataclass(frozen=True, slots=True)
class PastQuery:
    """A query of the history and how many hits it had the last time."""

    query: str
    total: int


def scope_of(hit: Hit) -> Scope:
    """Return the part of a document a hit stands in; ALL for the rest."""
    provision = hit.provision.removeprefix("outer_")
    if provision.startswith(FOOTNOTE_PREFIX):
        return Scope.FOOTNOTES
    if provision.startswith("pp_"):
        return Scope.PREAMBLE
    return Scope.OPERATIVE if provision.startswith("op_") else Scope.ALL


def tiers(answer: SearchAnswer, scope: Scope) -> tuple[Tier, ...]:
    """Return the groups that have hits in a scope, in their fixed order."""
    kept = [hit for hit in answer.hits if scope is Scope.ALL or scope_of(hit) is scope]
    order = (*TIERS, *dict.fromkeys(hit.tier for hit in kept if hit.tier not in TIERS))
    totals = answer.tiers if scope is Scope.ALL else {}
    grouped = ((name, tuple(hit for hit in kept if hit.tier == name)) for name in order)
    found = (Tier(name, hits, max(totals.get(name, 0), len(hits))) for name, hits in grouped)
    return tuple(tier for tier in found if tier.hits)


def recognised(query: str) -> str:
    """Return the canonical symbol that was typed, or "" where it is none."""
    return next(iter(symbols_for(query.strip())), "")


@dataclass(frozen=True, slots=True)
class Snippet:
    """What is shown of a text: code-point `highlights` point into `text`."""

    text: str
    highlights: tuple[tuple[int, int], ...]


def snippet(text: str, highlights: tuple[tuple[int, int], ...], *, around: int = 28, most: int = 110) -> Snippet:
    """Return about `most` characters of `text`: `around` of them on either side of each hit that fits.

    Nothing is cut inside a word; where words are left out stands an ellipsis.
    """
    windows = _windows(text, highlights or ((0, 0),), around if highlights else most, most)
    shown, places = "", []
    for start, end in windows:
        shown += ELLIPSIS if start and not shown else ""
        shift = len(shown) - start
        places += [(a + shift, b + shift) for a, b in highlights if start <= a and b <= end]
        shown += text[start:end] + (ELLIPSIS if end < len(text) else "")
    return Snippet(shown, tuple(places))


def _windows(text: str, highlights: tuple[tuple[int, int], ...], around: int, most: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for start, end in sorted(highlights):
        window = _word_start(text, start, around), _word_end(text, end, around)
        if found and window[0] <= found[-1][1] + 1:
            found[-1] = found[-1][0], max(window[1], found[-1][1])
        elif found and sum(b - a for a, b in found) + window[1] - window[0] > most:
            break
        else:
            found.append(window)
    return found


def _word_start(text: str, hit: int, around: int) -> int:
    """Return the first beginning of a word at most `around` before the hit, else the beginning of the hit's own."""
    earliest = max(0, hit - around)
    if earliest == 0:
        return 0
    after_space = [at for at in range(earliest, hit + 1) if text[at - 1].isspace()]
    if after_space:
        return after_space[0]
    return max((at + 1 for at in range(earliest) if text[at].isspace()), default=0)


def _word_end(text: str, hit: int, around: int) -> int:
    """Return the last end of a word at most `around` after the hit, else the end of the hit's own."""
    latest = min(len(text), hit + around)
    if latest == len(text):
        return latest
    before_space = [at for at in range(hit, latest + 1) if text[at].isspace()]
    if before_space:
        return before_space[-1]
    return next((at for at in range(latest, len(text)) if text[at].isspace()), len(text))
