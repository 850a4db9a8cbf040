"""Locate marked words within one provision by aligning its former text with the present one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from documents.annotations.model import Target
from documents.annotations.similarity import AROUND
from documents.folding import comparable
from documents.position import Span
from documents.quote_search import occurrences

_SAME, _SAME_SHORT, _SHORT = 0.7, 0.8, 12
"""The least similarity (0 to 1) of found words to the marked ones. Few letters are similar to anything."""

_CLEAR = 0.15
"""The margin of similarity by which the surroundings must tell the words from the same words elsewhere in the
provision."""

_COVERED = 0.85
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Fit:
    """The span of words in a provision (None: nowhere), and whether it is certain within it."""

    span: Span | None
    certain: bool = False


def locate(target: Target, id_: str, text: str) -> Fit:
    """Locate the words of a target in the provision that stands for its own."""
    passage, start, end = target.passage, target.span.start, target.span.end
    if text == passage:
        return Fit(Span(id_, start, end), certain=True)
    ops = _opcodes(passage, text)
    first, last = _trimmed(text, _image(ops, start, ends=False), _image(ops, end, ends=True))
    if target.is_whole:
        return _whole(id_, text, passage, ops, first, last)
    if first >= last:
        return Fit(None)
    span = Span(id_, first, last)
    return Fit(span, certain=_same(passage[start:end], text[first:last]) and _is_clear(target, text, first, last))


_Op = tuple[str, int, int, int, int]


def _opcodes(old: str, new: str) -> list[_Op]:
    from rapidfuzz.distance import Levenshtein

    return [(op.tag, op.src_start, op.src_end, op.dest_start, op.dest_end) for op in Levenshtein.opcodes(old, new)]


def _image(ops: list[_Op], offset: int, *, ends: bool) -> int:
    """Return the offset in the new provision of one in the old. Text inserted at the offset stays outside."""
    for tag, i1, i2, j1, j2 in ops:
        inside = i1 < offset <= i2 if ends else i1 <= offset < i2
        if inside and tag != "insert":
            if offset == i2:
                return j2
            return min(j1 + offset - i1, j2)
    return ops[-1][4] if ops and offset and not ends else 0


def _whole(id_: str, text: str, passage: str, ops: list[_Op], first: int, last: int) -> Fit:
    """Return the fit of a whole provision: all of the new one, unless it holds another provision's words too."""
    kept = sum(i2 - i1 for tag, i1, i2, _, _ in ops if tag == "equal")
    covered = kept / max(1, len(passage))
    if len(text) <= len(passage) * 1.3:
        return Fit(Span(id_, *_trimmed(text, 0, len(text))), certain=covered >= _COVERED)
    return Fit(
        Span(id_, first, last) if first < last else None,
        certain=covered >= _COVERED and _same(passage, text[first:last]),
    )


def _same(wanted: str, found: str) -> bool:
    from rapidfuzz import fuzz

    one, other = comparable(wanted), comparable(found)
    if _NUMBER.findall(one) != _NUMBER.findall(other):
        return False  # another year, amount or symbol is another thing, however like it is
    return fuzz.ratio(one, other) / 100 >= (_SAME if len(one) > _SHORT else _SAME_SHORT)


def _is_clear(target: Target, text: str, first: int, last: int) -> bool:
    """Say whether the words cannot be taken for the same words elsewhere in the old or the new provision."""
    passage, start, end = target.passage, target.span.start, target.span.end
    old = [place for place in occurrences(passage, passage[start:end]) if place != (start, end)]
    new = [place for place in occurrences(text, text[first:last]) if place != (first, last)]
    if not old and not new:
        return True
    mine = _alike_around(passage, start, end, text, first, last)
    others = [_alike_around(passage, s, e, text, first, last) for s, e in old]
    others += [_alike_around(passage, start, end, text, s, e) for s, e in new]
    return mine - max(others) >= _CLEAR


def _alike_around(passage: str, start: int, end: int, text: str, first: int, last: int) -> float:
    """Return the similarity of the surroundings of two stretches, 0 to 1.

    Each side is compared as far as both have it, and weighs by that length.
    """
    from rapidfuzz import fuzz

    before = passage[max(0, start - AROUND) : start], text[max(0, first - AROUND) : first]
    after = passage[end : end + AROUND], text[last : last + AROUND]
    room, left = min(map(len, before)), min(map(len, after))
    alike = room * fuzz.ratio(*(comparable(side[len(side) - room :]) for side in before))
    alike += left * fuzz.ratio(*(comparable(side[:left]) for side in after))
    return float(alike) / max(1, room + left) / 100


def _trimmed(text: str, first: int, last: int) -> tuple[int, int]:
    while first < last and text[first].isspace():
        first += 1
    while last > first and text[last - 1].isspace():
        last -= 1
    return first, last
