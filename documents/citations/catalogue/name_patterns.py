"""Patterns of names: `[…]` may be left out, `{a|b}` is one of several, `<…>` stands between two targets.

`Worst Forms of Child Labour Convention[, 1999][ (No. 182)]` stands for four names. Commas, spaces and the case of
letters after the first word need no pattern: names are compared without them.
"""

from __future__ import annotations

import re
from itertools import product

from documents.folding import pattern_form

RESERVED = frozenset("[]{}|<>")

_SIGN = re.compile(r"[\[\]{}|]")


def variants(pattern: str) -> tuple[str, ...]:
    """Return every name that a pattern stands for, the longest first. ValueError for an open bracket."""
    names, end = _alternatives(pattern, 0, "")
    if end != len(pattern):
        raise ValueError(f"bracket without its pair: {pattern!r}")
    return tuple(dict.fromkeys(re.sub(" {2,}", " ", name).strip() for name in names))


def spelling(name: str) -> str:
    """Return the common form of the spellings of a name: without case, signs, Arabic article and marks."""
    return " ".join(re.findall(r"\w+", pattern_form(name).lower().removeprefix("ال")))


def _alternatives(pattern: str, at: int, closing: str) -> tuple[list[str], int]:
    """Read alternatives up to a closing bracket. Return them and the offset of that bracket."""
    found: list[str] = []
    pieces: list[list[str]] = []
    while True:
        sign = _SIGN.search(pattern, at)
        end = sign.start() if sign else len(pattern)
        pieces.append([pattern[at:end]])
        if sign is None or sign[0] == closing or sign[0] in "]}":
            if bool(closing) != (sign is not None and sign[0] == closing):
                raise ValueError(f"bracket without its pair: {pattern!r}")
            return found + _joined(pieces), end
        if sign[0] == "|":
            found, pieces, at = found + _joined(pieces), [], end + 1
            continue
        inside, close = _alternatives(pattern, end + 1, "]" if sign[0] == "[" else "}")
        pieces.append([*inside, ""] if sign[0] == "[" else inside)
        at = close + 1


def _joined(pieces: list[list[str]]) -> list[str]:
    return ["".join(parts) for parts in product(*pieces)]
