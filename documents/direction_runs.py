"""Runs of one direction of a paragraph, for file formats that mark the direction of each run (Word, HTML).

Latin words and symbols in right-to-left text are runs of their own, and right-to-left words in left-to-right text.
Numbers belong to the words around them. The two brackets of a pair get one direction: that of the paragraph, unless the
whole pair lies within one run (UAX #9, N0).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from documents.language import FSI, LRI, PDI, RLI

LRM, RLM = "\u200e", "\u200f"
"""Marks of UAX #9: invisible letters of a direction."""

_LRE, _RLE, _PDF = "\u202a", "\u202b", "\u202c"

_RTL = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_LETTER_OR_DIGIT = rf"[^\W_{_RTL}]"
_LATIN = re.compile(rf"{_LETTER_OR_DIGIT}[^{_RTL}«»\n]*")
_ARABIC = re.compile(rf"[{_RTL}](?:(?!\n)[\W\d_{_RTL}])*")
_END_OF_LATIN, _END_OF_ARABIC = re.compile(_LETTER_OR_DIGIT), re.compile(f"[{_RTL}]")
_ONLY_DIGITS = re.compile(r"[\d\s.,/:\-)\u00b2\u00b3\u00b9\u2070-\u2089]*")
_BRACKETS = {")": "(", "]": "[", "}": "{", "\u27e9": "\u27e8"}
_DEPTH = 63
_STRONG = {"L": False, "R": True, "AL": True}
_MARKS = re.compile("[\u200e\u200f\u202a-\u202e]")
_ISOLATES = re.compile("[\u2066-\u2069]")
CONTROLS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Invisible characters of UAX #9: marks, embeddings and isolates."""


def direction_runs(text: str, *, rtl: bool) -> Iterator[tuple[str, bool]]:
    """Yield the runs of a paragraph in order, each with whether it is right-to-left."""
    pairs, at = _pairs(text), 0
    for start, end in _foreign(text, pairs, rtl=rtl):
        if start > at:
            yield text[at:start], rtl
        yield text[start:end], not rtl
        at = end
    if at < len(text):
        yield text[at:], rtl


def held_runs(text: str, *, rtl: bool) -> Iterator[tuple[str, bool]]:
    """Yield runs that keep their order in Word, which orders by runs, and in LibreOffice, which orders by letters.

    An isolated stretch becomes a run of its own. Isolates and other controls are removed, and marks are added where a
    number or sign would move to the words before it. An isolate within an isolate is read as plain text.
    """
    before: bool | None = None
    runs = [run for run in _isolated(_MARKS.sub("", text), rtl=rtl) if run[0]]
    for place, (words, side) in enumerate(runs):
        if side != rtl:
            if before is not None and before != rtl:
                yield (RLM if rtl else LRM), rtl
            yield _held(words, rtl=side), side
        else:
            loose = before is not None and before != rtl and _is_loose(words, rtl=rtl, last=place == len(runs) - 1)
            yield (RLM if rtl else LRM) * loose + words, side
        before = side


def _pairs(text: str) -> dict[int, int]:
    """Return the offset of the partner of every paired bracket by the bracket's own (UAX #9, BD16)."""
    found: dict[int, int] = {}
    waiting: list[int] = []
    for at, character in enumerate(text):
        if character == "\n":
            waiting.clear()
        elif character in _BRACKETS.values():
            if len(waiting) == _DEPTH:
                break
            waiting.append(at)
        elif character in _BRACKETS:
            depth = next((d for d, o in enumerate(reversed(waiting), 1) if text[o] == _BRACKETS[character]), 0)
            if depth:
                found[at] = waiting[-depth]
                found[waiting[-depth]] = at
                del waiting[-depth:]
    return found


def _foreign(text: str, pairs: dict[int, int], *, rtl: bool) -> Iterator[tuple[int, int]]:
    """Yield the stretches of the other direction: from a letter to a letter or to the end of a pair of brackets."""
    pattern, last = (_LATIN, _END_OF_LATIN) if rtl else (_ARABIC, _END_OF_ARABIC)
    at = 0
    while met := pattern.search(text, at):
        start, at = met.span()
        # A bracket whose partner stands outside is the paragraph's.
        at = next((i for i in range(start, at) if i in pairs and not start <= pairs[i] < at), at)
        end = at
        while not (last.match(text, end - 1) or pairs.get(end - 1, end) < end - 1):
            end -= 1
        if not (rtl and _ONLY_DIGITS.fullmatch(text, start, end)):
            yield start, end
        at = max(at, end, start + 1)


def _isolated(text: str, *, rtl: bool) -> Iterator[tuple[str, bool]]:
    """Yield the runs of a paragraph with isolates. An isolate of the other direction is one run."""
    start = depth = 0
    side = rtl
    for met in _ISOLATES.finditer(text):
        depth += -1 if met[0] == PDI else 1
        opens, closes = depth == 1 and met[0] != PDI, depth == 0
        if opens or closes:
            yield from _segment(_ISOLATES.sub("", text[start : met.start()]), side, rtl=rtl)
            start = met.end()
            side = _side(met[0], text[start:], rtl=rtl) if opens else rtl
        depth = max(depth, 0)
    yield from _segment(_ISOLATES.sub("", text[start:]), side, rtl=rtl)


def _segment(words: str, side: bool, *, rtl: bool) -> Iterator[tuple[str, bool]]:
    if side == rtl:
        yield from direction_runs(words, rtl=rtl)
    else:
        yield words, side


def _side(control: str, rest: str, *, rtl: bool) -> bool:
    if control != FSI:
        return {LRI: False, RLI: True}[control]
    return next((_STRONG[c] for c in map(unicodedata.bidirectional, rest.partition(PDI)[0]) if c in _STRONG), rtl)


def _held(words: str, *, rtl: bool) -> str:
    """Return words of the other direction with marks that keep their first and last signs with them."""
    found = [unicodedata.bidirectional(character) for character in words]
    if any(_STRONG.get(bidi, rtl) != rtl or (bidi == "AN" and not rtl) for bidi in found):
        return (_RLE if rtl else _LRE) + words + _PDF
    mark = RLM if rtl else LRM
    before = "" if _STRONG.get(found[0]) == rtl else mark
    return before + words + ("" if found[-1] in {*_STRONG, "EN", "AN", "NSM"} else mark)


def _is_loose(words: str, *, rtl: bool, last: bool) -> bool:
    """Say whether words of the paragraph's direction would be read as a part of the foreign words before them."""
    for bidi in map(unicodedata.bidirectional, words):
        if bidi in _STRONG:
            return _STRONG[bidi] != rtl
        if bidi in {"EN", "AN"}:
            return True
    return not last
