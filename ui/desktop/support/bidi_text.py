"""Isolates and word joiners for short mixed-direction text: footnotes, the facts of a card, a quotation.

They are inserted for display and removed from copied text. The reading text has a form of its own
(`reader/display.py`): it keeps footnote markers outside isolates and lets lines break inside long symbols, while the
narrow panes keep every symbol in one line.
"""

from __future__ import annotations

import re

from documents.language import LRI, PDI, RLI, has_rtl_letter
from ui.desktop.support.utf16 import utf16_length

WORD_JOINER = "\u2060"
_DISPLAY_ONLY = re.compile("[\u2060\u2066-\u2069]")
_LATIN_RUN = re.compile(r"[A-Za-z][\w./-]*(?:[ ,]+[A-Za-z0-9][\w./-]*)*", re.ASCII)
_MONTH_PAIR = re.compile("(?<=[\u0621-\u064a])/(?=[\u0621-\u064a])")


def display_text(text: str, *, rtl: bool) -> str:
    """Return `text` for a paragraph of the given direction. Text of the other direction is isolated as a whole."""
    if rtl and not has_rtl_letter(text):
        return LRI + text + PDI
    if not rtl:
        return RLI + text + PDI if has_rtl_letter(text) else text
    return _MONTH_PAIR.sub("/" + WORD_JOINER, _LATIN_RUN.sub(lambda run: LRI + _joined(run[0]) + PDI, text))


def stored_text(shown: str) -> str:
    """Return displayed text without isolates and word joiners."""
    return _DISPLAY_ONLY.sub("", shown)


def display_offsets(text: str, shown: str) -> list[int]:
    """Return the UTF-16 offset in `shown`, made by `display_text`, of every code point of `text` and of its end."""
    found, at, units = [], 0, 0
    for letter in text:
        while at < len(shown) and shown[at] != letter:
            units += utf16_length(shown[at])
            at += 1
        found.append(units)
        units += utf16_length(letter)
        at += 1
    return [*found, units]


def _joined(symbol: str) -> str:
    """Keep a symbol in one line: Qt breaks lines after a slash."""
    return symbol.replace("/", "/" + WORD_JOINER)
