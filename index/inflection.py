"""Inflection taken off Arabic words, so that a word is also found with its proclitics and endings."""

from __future__ import annotations


def stems(_key: str) -> tuple[str, ...]:
    """Return the stems of a folded word."""
    return ()
