"""Text that is safe to write to a terminal and to store: control characters and lone surrogates."""

from __future__ import annotations

import json
import re
from typing import Any

Json = dict[str, Any]

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""The control characters of ISO 6429 except tab and line feed: ESC begins a command, and so does U+009B."""

_SURROGATES = re.compile("[\ud800-\udfff]")


def harmless(text: str) -> str:
    """Return a text with U+FFFD for each control character. The length is kept."""
    return _CONTROLS.sub("\ufffd", text)


def is_text(text: str) -> bool:
    """Say whether a text can be encoded in UTF-8: it holds no lone surrogate."""
    return _SURROGATES.search(text) is None


def json_text(value: Json) -> str:
    """Return a value as a JSON document: letters as they are, control characters escaped, lines indented by one."""
    # json.dumps escapes those below U+0020 only.
    return _CONTROLS.sub(lambda met: f"\\u{ord(met[0]):04x}", json.dumps(value, ensure_ascii=False, indent=1))
