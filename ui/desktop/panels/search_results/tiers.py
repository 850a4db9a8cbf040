"""Search results as values: the tiers in their order, and which part of a document a hit stands in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from documents.position import FOOTNOTE_PREFIX
from documents.symbol import symbols_for
from services.search.library_search import Hit, SearchAnswer

TIERS = ("exact", "folded", "inflected", "note", "instrument")
"""The fixed order of the groups (window.md §7)."""


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
