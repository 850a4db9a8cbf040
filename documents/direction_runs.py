"""A paragraph cut into stretches of one direction, for surfaces that are told of each (Word, HTML).

Latin words and symbols within right-to-left text stand for themselves; numbers belong to what is around them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_LATIN = re.compile(
    r"[A-Za-z\u00c0-\u024f0-9](?:[^\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc«»،؛؟\n]*[A-Za-z\u00c0-\u024f0-9)])?"
)
_ONLY_DIGITS = re.compile(r"[\d\s.,/:\-)]*")


def direction_runs(text: str, *, rtl: bool) -> Iterator[tuple[str, bool]]:
    """Yield the stretches of a paragraph in order, each with whether it runs from right to left."""
    if not rtl:
        yield text, False
        return
    at = 0
    for met in _LATIN.finditer(text):
        if _ONLY_DIGITS.fullmatch(met[0]):
            continue
        if met.start() > at:
            yield text[at : met.start()], True
        yield met[0], False
        at = met.end()
    if at < len(text):
        yield text[at:], True
