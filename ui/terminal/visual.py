"""Visual order for terminals that neither join Arabic letters nor reorder lines: wrapped, then shaped by line."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from documents.language import LRI, PDI

_MARKS = "[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed]"
_MARKS_BEFORE = re.compile(f"({_MARKS}+)([^\u0610-\u061a\u064b-\u065f\u0670\\s])")
_CONTROLS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_EDGES = re.compile(f"([{LRI}{PDI}])")
_LRE, _PDF = "\u202a", "\u202c"
_ISOLATES = str.maketrans({LRI: _LRE, PDI: _PDF})
"""python-bidi implements embeddings and not isolates."""


def visual(text: str, width: int) -> str:
    """Return a right-to-left text in visual order for a terminal of `width` columns, flush right.

    A left-to-right isolate keeps its order on every line that it reaches. Other bidi controls are removed.
    """
    shown: list[str] = []
    inside = False
    for line in wrapped(text, width):
        opened = f"{LRI}{line}" if inside else line
        inside = opened.count(LRI) > opened.count(PDI)
        shown.append(_line(f"{opened}{PDI}" if inside else opened, width))
    return "\n".join(shown)


def wrapped(text: str, width: int) -> Iterator[str]:
    """Yield the lines of a logical text, broken at spaces where they exceed `width`. Only those spaces are removed."""
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split(" "):
            longer = f"{line} {word}" if line else word
            if line and columns(longer) > width:
                yield line
                longer = word
            line = longer
        yield line


def columns(text: str) -> int:
    """Return the width of a text in columns: 0 for marks and format characters, 2 for wide characters, else 1."""
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def _line(line: str, width: int) -> str:
    # bidi.algorithm mirrors brackets; the faster Rust function of the same package does not.
    from arabic_reshaper import ArabicReshaper
    from bidi.algorithm import get_display

    plain = "".join(_CONTROLS.sub("", part) if part not in (LRI, PDI) else part for part in _EDGES.split(line))
    if not plain.strip():
        return ""
    shaped = ArabicReshaper({"delete_harakat": False, "delete_tatweel": False}).reshape(plain.translate(_ISOLATES))
    shown = _MARKS_BEFORE.sub(r"\2\1", str(get_display(shaped, base_dir="R")))
    return " " * max(0, width - columns(shown)) + shown
