"""Marks for texts that are translated where they are shown."""

from __future__ import annotations


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """Mark a text of a table for lupdate, which knows this name. Qt's own function is untyped."""
    return text
