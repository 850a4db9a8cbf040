"""Proximity of words, each at a place of its own."""

from __future__ import annotations

from collections.abc import Sequence


def together(words: Sequence[Sequence[int]], span: int, taken: tuple[int, ...] = ()) -> bool:
    """Say whether each word can have a place of its own, with all of them and those `taken` at most `span` apart."""
    if not words:
        return True
    return any(
        place not in taken
        and (not taken or max(place, *taken) - min(place, *taken) <= span)
        and together(words[1:], span, (*taken, place))
        for place in words[0]
    )


def close_places(words: Sequence[Sequence[int]], span: int) -> list[list[int]]:
    """Return for each word those of its places from which all the others can be reached."""
    return [
        [place for place in places if together([*words[:number], *words[number + 1 :]], span, (place,))]
        for number, places in enumerate(words)
    ]
