"""Text that no terminal obeys: the control characters of a text are shown, never sent."""

from __future__ import annotations

import re

_OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""The control characters of ISO 6429 but tab and new line: ESC begins a command, and so does U+009B."""

_HALVES = re.compile("[\ud800-\udfff]")


def harmless(text: str) -> str:
    """Return a text with U+FFFD for each control character; its length stays."""
    return _OBEYED.sub("\ufffd", text)


def is_text(text: str) -> bool:
    """Say whether a text can be stored: it holds no half of a surrogate pair."""
    return _HALVES.search(text) is None


def escaped(json_text: str) -> str:
    """Return a JSON document with such characters in their escaped form: it means the same."""
    return _OBEYED.sub(lambda met: f"\\u{ord(met[0]):04x}", json_text)
