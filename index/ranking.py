"""In which order hits come: by tier first, then by place, date or relevance."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Literal

import numpy as np

from index.executor import Scored, TierMasks
from index.matching import Tier
from index.postings_format import Mask, Numbers
from index.texts import Texts

Sort = Literal["order", "symbol", "date", "relevance"]

SortKeys = Callable[[Numbers], Numbers]
"""Gives passages what they are sorted by, the least first."""

_K1, _B = 1.2, 0.75
"""The usual parameters of BM25 (Robertson and Zaragoza 2009), which FTS5 has too."""


def tiers(met: TierMasks) -> tuple[Mask, Mask, Mask]:
    """Return the passages of each tier, each passage in the closest only."""
    return met.exact, met.folded & ~met.exact, met.widest & ~met.folded


def page(found: Sequence[Mask], keys: SortKeys | None, first: int, count: int) -> list[tuple[Tier, int]]:
    """Return `count` passages from the `first` on, tier by tier, within one by rising key (or number)."""
    picked: list[tuple[Tier, int]] = []
    for tier, mask in zip(Tier, found, strict=True):
        ids = np.flatnonzero(mask)
        skipped, first = first, max(0, first - len(ids))
        wanted = count - len(picked)
        if wanted > 0 and skipped < len(ids):
            picked += [(tier, number) for number in _best(ids, keys, skipped + wanted)[skipped:].tolist()]
    return picked


def _best(ids: Numbers, keys: SortKeys | None, count: int) -> Numbers:
    if keys is None:
        return ids[:count]
    held = keys(ids)
    if count < len(ids):
        least = np.partition(held, count - 1)[count - 1]
        near = held <= least  # all that share the last key: their own numbers decide
        ids, held = ids[near], held[near]
    return ids[np.lexsort((ids, held))][:count]


def sort_keys(sort: Sort, texts: Texts, scores: Numbers | None) -> SortKeys | None:
    """Return what gives passages the key they are sorted by; None where their numbers are in order."""
    order = texts.order
    if sort == "date":
        return texts.newest.__getitem__
    if sort == "relevance" and scores is not None:
        # equally relevant ones stay in the order of the library
        share = 1e-6 / (texts.count + 1)
        return lambda ids: (ids if order is None else order[ids]) * share - scores[ids]
    return None if order is None else order.__getitem__


def scores(scored: Sequence[Scored], lengths: Numbers, mean: float, count: int) -> Numbers:
    """Return the relevance of every passage by BM25; `lengths` in words."""
    total = np.zeros(count, np.float64)
    for each in scored:
        if len(each.ids):
            rarity = math.log(1 + (count - len(each.ids) + 0.5) / (len(each.ids) + 0.5)) * each.weight
            length = lengths[each.ids] * (_K1 * _B / mean) + _K1 * (1 - _B)
            total[each.ids] += rarity * (_K1 + 1) * each.counts / (each.counts + length)
    return total
