"""Offsets in UTF-16 units, which Qt counts, for strings that Python counts in code points."""

from __future__ import annotations


def utf16_length(text: str) -> int:
    """Return how many UTF-16 units `text` takes."""
    return len(text) + sum(letter > "\uffff" for letter in text)


def utf16_offsets(text: str) -> list[int]:
    """Return the UTF-16 offset of every code point of `text`, and of its end."""
    found = [0]
    for letter in text:
        found.append(found[-1] + (2 if letter > "\uffff" else 1))
    return found


def utf16_slice(text: str, start: int, end: int | None = None) -> str:
    """Return the part of `text` between two UTF-16 offsets, even with half a surrogate pair at an edge."""
    units = text.encode("utf-16-le", "surrogatepass")
    return units[2 * start : None if end is None else 2 * end].decode("utf-16-le", "surrogatepass")
