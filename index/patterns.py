"""Wildcard patterns and edit distance over folded words."""

from __future__ import annotations

import re
from functools import lru_cache


@lru_cache(maxsize=256)
def pattern_regex(pattern: str) -> re.Pattern[str]:
    """Return the expression of a pattern for whole words: `*` is any letters or none, `?` exactly one."""
    pieces = re.split(r"([*?])", pattern)
    return re.compile("".join({"*": ".*", "?": "."}.get(piece) or re.escape(piece) for piece in pieces), re.DOTALL)


def within_edits(one: str, other: str, edits: int) -> bool:
    """Say whether two words are at most `edits` edits apart.

    An edit leaves out, adds or changes a letter, or exchanges two neighbours (restricted Damerau-Levenshtein distance).
    """
    if abs(len(one) - len(other)) > edits:
        return False
    if one == other:
        return True
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        now = [row]
        for column, against in enumerate(other, 1):
            cost = min(last[column] + 1, now[column - 1] + 1, last[column - 1] + (letter != against))
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == against:
                cost = min(cost, before[column - 2] + 1)
            now.append(cost)
        if min(now) > edits and min(last) > edits:
            return False
        before, last = last, now
    return last[-1] <= edits
