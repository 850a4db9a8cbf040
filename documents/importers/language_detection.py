"""Detect the language of a text by its script and, in Latin script, by its most frequent words."""

from __future__ import annotations

import re

_SCRIPTS = {
    "ar": re.compile("[\u0621-\u064a\u0671-\u06d3\ufb50-\ufdff\ufe70-\ufefc]"),
    "ru": re.compile("[\u0400-\u04ff]"),
    "zh": re.compile("[\u4e00-\u9fff]"),
    "he": re.compile("[\u05d0-\u05ea]"),
    "": re.compile("[A-Za-z\u00c0-\u024f]"),
}
_PERSIAN = re.compile("[\u067e\u0686\u0698\u06af]")
_SMALL_WORDS = {
    "en": frozenset("the of and to in that its by with for on".split()),
    "fr": frozenset("le la les des du et de en que dans par au aux sur".split()),
    "es": frozenset("el la los las del y de en que por con al sobre".split()),
}
_WORD = re.compile(r"[^\W\d_]+")
UNDETERMINED = "und"
"""BCP 47 for an unknown language."""


def language_of(text: str) -> str:
    """Return the BCP 47 tag of the language of most of a text, `und` where it is unknown."""
    counts = {tag: len(pattern.findall(text)) for tag, pattern in _SCRIPTS.items()}
    tag = max(counts, key=lambda each: counts[each])
    if not counts[tag]:
        return UNDETERMINED
    if tag == "ar" and len(_PERSIAN.findall(text)) > 0.01 * counts[tag]:
        return "fa"
    return tag or _latin(text)


def _latin(text: str) -> str:
    words = [word.lower() for word in _WORD.findall(text[:200_000])]
    shares = {tag: sum(word in small for word in words) for tag, small in _SMALL_WORDS.items()}
    tag = max(shares, key=lambda each: shares[each])
    enough = shares[tag] > max(0.08 * len(words), 0)
    return tag if enough else UNDETERMINED
