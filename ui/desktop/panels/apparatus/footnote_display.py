"""A note's text as it is drawn: isolates and word joiners go in for the eye, and come out for the clipboard."""

from __future__ import annotations

import re

from documents.language import LRI, PDI, RLI, has_rtl_letter

WORD_JOINER = "\u2060"
_DRAWN_ONLY = re.compile("[\u2060\u2066-\u2069]")
_LATIN_RUN = re.compile(r"[A-Za-z][\w./-]*(?:[ ,]+[A-Za-z0-9][\w./-]*)*", re.ASCII)
_MONTH_PAIR = re.compile("(?<=[\u0621-\u064a])/(?=[\u0621-\u064a])")


def drawn(text: str, *, rtl: bool) -> str:
    """Return `text` for a paragraph of the given direction; a note in the other direction is isolated whole."""
    if rtl and not has_rtl_letter(text):
        return LRI + text + PDI
    if not rtl:
        return RLI + text + PDI if has_rtl_letter(text) else text
    return _MONTH_PAIR.sub("/" + WORD_JOINER, _LATIN_RUN.sub(lambda run: LRI + _tied(run[0]) + PDI, text))


def _tied(symbol: str) -> str:
    """Keep a symbol in one line: Qt breaks lines after a slash."""
    return symbol.replace("/", "/" + WORD_JOINER)


def stored(shown: str) -> str:
    """Return the text without what was only drawn."""
    return _DRAWN_ONLY.sub("", shown)


def drawn_places(text: str, shown: str) -> list[int]:
    """Return where each code point of `text` stands in what `drawn` made of it, in UTF-16 units, and the end."""
    found, at, units = [], 0, 0
    for letter in text:
        while at < len(shown) and shown[at] != letter:
            units += _units(shown[at])
            at += 1
        found.append(units)
        units += _units(letter)
        at += 1
    return [*found, units]


def _units(letter: str) -> int:
    return 2 if letter > "\uffff" else 1
