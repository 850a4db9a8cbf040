"""Excerpts: the words around a place, for lists of places."""

from __future__ import annotations

QUOTE_WIDTH = 160
"""The length of an excerpt in code points, unless the place itself is longer."""


def words_around(text: str, start: int, end: int, width: int = QUOTE_WIDTH) -> tuple[str, int]:
    """Return whole words around `text[start:end]` and the offset of the place in them.

    The excerpt has at most `width` code points. A longer place is returned alone. Line breaks are kept, so that offsets
    in the excerpt differ from those of the text by one constant.
    """
    spare = max(0, width - (end - start))
    # What one side does not need the other gets.
    after = min(len(text) - end, max(spare // 2, spare - start))
    first = max(0, start - (spare - after))
    last = end + after
    if first:
        first = next((at for at in range(first, start) if text[at - 1].isspace()), start)
    if last < len(text):
        last = next((at for at in range(last, end, -1) if text[at].isspace()), end)
    while first < start and text[first].isspace():
        first += 1
    while last > end and text[last - 1].isspace():
        last -= 1
    return text[first:last], start - first
