"""The rows of the results as values: tiers in their order, the scope of a hit, and the words around its highlights."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from documents.position import FOOTNOTE_PREFIX
from documents.symbol import symbols_for
from services.search.library_search import Hit, SearchAnswer

TIERS = ("exact", "folded", "inflected", "note", "instrument")
"""The order of the tiers (window.md §7)."""

ELLIPSIS = "…"


class Scope(StrEnum):
    """The parts of a document to filter by."""

    ALL = "all"
    PREAMBLE = "preamble"
    OPERATIVE = "operative"
    FOOTNOTES = "footnotes"


@dataclass(frozen=True, slots=True)
class Tier:
    """A group of hits, and the `total` of the answer, listed or not."""

    name: str
    hits: tuple[Hit, ...]
    total: int = 0

    @property
    def places(self) -> int:
        """The number of highlights in the hits listed."""
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
    """Return the part of the document that a hit is in, ALL for any other part."""
    provision = hit.provision.removeprefix("outer_")
    if provision.startswith(FOOTNOTE_PREFIX):
        return Scope.FOOTNOTES
    if provision.startswith("pp_"):
        return Scope.PREAMBLE
    return Scope.OPERATIVE if provision.startswith("op_") else Scope.ALL


def tiers(answer: SearchAnswer, scope: Scope) -> tuple[Tier, ...]:
    """Return the tiers with hits in a scope, in order."""
    kept = [hit for hit in answer.hits if scope is Scope.ALL or scope_of(hit) is scope]
    order = (*TIERS, *dict.fromkeys(hit.tier for hit in kept if hit.tier not in TIERS))
    totals = answer.tiers if scope is Scope.ALL else {}
    grouped = ((name, tuple(hit for hit in kept if hit.tier == name)) for name in order)
    found = (Tier(name, hits, max(totals.get(name, 0), len(hits))) for name, hits in grouped)
    return tuple(tier for tier in found if tier.hits)


def recognised(query: str) -> str:
    """Return the canonical symbol of a query, or "" where it is none."""
    return next(iter(symbols_for(query.strip())), "")


@dataclass(frozen=True, slots=True)
class Snippet:
    """A cut text, with highlights in code points of it."""

    text: str
    highlights: tuple[tuple[int, int], ...]


def snippet(text: str, highlights: tuple[tuple[int, int], ...], *, around: int = 28, most: int = 110) -> Snippet:
    """Return about `most` characters of `text`: `around` of them on either side of each hit that fits.

    No word is cut, and an ellipsis stands for the words left out.
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
    """Return the start of the first word within `around` before the hit, or of the word the hit is in."""
    earliest = max(0, hit - around)
    if earliest == 0:
        return 0
    after_space = [at for at in range(earliest, hit + 1) if text[at - 1].isspace()]
    if after_space:
        return after_space[0]
    return max((at + 1 for at in range(earliest) if text[at].isspace()), default=0)


def _word_end(text: str, hit: int, around: int) -> int:
    """Return the end of the last word within `around` after the hit, or of the word the hit is in."""
    latest = min(len(text), hit + around)
    if latest == len(text):
        return latest
    before_space = [at for at in range(hit, latest + 1) if text[at].isspace()]
    if before_space:
        return before_space[-1]
    return next((at for at in range(latest, len(text)) if text[at].isspace()), len(text))
