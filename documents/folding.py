"""Folding of letters, marks and digits to one form each, with an offset map back to the text.

Three profiles: `SEARCH` for the words of the index and of queries, `RECOGNITION` for text that patterns read (dates,
citations, headings), `COMPARISON` for the similarity of provisions. What is shown, copied and exported is never folded.

All profiles drop marks, tatweel and invisible characters, spell Arabic presentation forms out by NFKC, and map every
variant of a letter or digit to one. `SEARCH` also composes (NFC) before it maps letters. The whole text never goes
through NFKC: `^(١)²` would lose its shape.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise

from documents.language import ARABIC_INDIC

DIFFERENCES = ("marks", "hamza", "ya", "ta_marbuta", "digits", "case")
"""The differences that `SEARCH` folds away and `keeping` can keep."""

_MARKS = frozenset(chain(range(0x064B, 0x0660), (0x0670,), range(0x06D6, 0x06EE), range(0x0610, 0x061B)))
_COMPOSING = frozenset((0x0653, 0x0654, 0x0655))
"""Madda and hamza above and below. NFC decides whether they belong to the letter before them."""
_INVISIBLE = frozenset(
    chain((0x061C, 0xFEFF, 0x00AD, 0x2060), range(0x200B, 0x2010), range(0x202A, 0x202F), range(0x2066, 0x206A))
)
_TATWEEL = 0x0640
_VARIANTS = {0x06A9: "ك", 0x06BE: "ه", 0x06C1: "ه", 0x06D5: "ه", 0x06C0: "ه", 0x06C2: "ه"}
_DIGITS = {ord(digit): str(value) for digits in (ARABIC_INDIC, "۰۱۲۳۴۵۶۷۸۹") for value, digit in enumerate(digits)}
_LETTERS: Mapping[str, Mapping[int, str]] = {
    "hamza": dict.fromkeys(map(ord, "آأإٱٲٳٵ"), "ا"),
    "ya": dict.fromkeys(map(ord, "ىی"), "ي"),
    "ta_marbuta": dict.fromkeys(map(ord, "ةۃ"), "ه"),
    "digits": _DIGITS,
}
_SEPARATORS = dict.fromkeys(map(ord, "،؛؟٪«»“”’‘"), " ") | {0x066B: ".", 0x066C: ","}
_FULL_WIDTH = {
    code: chr(code - 0xFEE0) for start, end in ("０９", "ＡＺ", "ａｚ") for code in range(ord(start), ord(end) + 1)
}
_SIGNS = {
    **dict.fromkeys(map(ord, "\t\n\r\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029"), " "),
    **dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), "-"),
    **dict.fromkeys(map(ord, "\u060d\u2044\u2215\uff0f"), "/"),
    ord("，"): ",",
    ord("（"): "(",
    ord("）"): ")",
    ord("\u2019"): "'",
    ord("ڪ"): "ك",
}
_QUOTATION = dict.fromkeys(map(ord, "“”„«»"), '"') | dict.fromkeys(map(ord, "‘’"), "'")

_BROKEN_LINE = re.compile("(?<=[ \u00a0])\n")
"""A line that ends in a space. Patterns expect single spaces."""
_EXCHANGED = re.compile(r"(?<!\w)(?P<clitic>[وفبكل]?)اال")
"""Lam and alif that a conversion exchanged: `األمم`."""


class _Table(dict[int, str]):
    """A table for `str.translate` that works a character out when it first meets it."""

    def __init__(self, fixed: Mapping[int, str], *, case: bool) -> None:
        super().__init__(fixed)
        self._case = case

    def __missing__(self, code: int) -> str:
        self[code] = value = self._fold(chr(code))
        return value

    def _fold(self, character: str) -> str:
        folded = _spelt_out(character)
        if folded != character:
            return "".join(self[ord(each)] for each in folded)
        if unicodedata.category(character) == "Zs":
            return " "
        return character.casefold() if self._case else character


def _spelt_out(character: str) -> str:
    """Return the letters of a presentation form without its space. A form of several words (ﷺ) stays as it is."""
    if not ("\ufb50" <= character <= "\ufdff" or "\ufe70" <= character <= "\ufefe"):
        return character
    letters = unicodedata.normalize("NFKC", character).lstrip(" ")
    return character if not letters or " " in letters else letters


class Profile:
    """One choice of characters to drop and letters to map.

    With `composes` the result is in NFC and folding it again changes nothing. With `mends`, damage of conversions is
    repaired: line breaks after a space are dropped, exchanged lam and alif are put in order.
    """

    __slots__ = ("after", "before", "composes", "mends", "whole")

    def __init__(
        self,
        letters: Mapping[int, str],
        *,
        marks: bool = True,
        case: bool = True,
        composes: bool = False,
        mends: bool = False,
    ) -> None:
        """Build the tables: `before` and `after` NFC, and `whole` for text that needs no composing."""
        dropped = dict.fromkeys(chain(_INVISIBLE, (_TATWEEL,)), "")
        if marks:
            dropped |= dict.fromkeys(_MARKS - _COMPOSING, "")
            letters = {**letters, **dict.fromkeys(_COMPOSING, "")}
        self.before = _Table(dropped, case=False)
        self.after = _Table(letters, case=case)
        self.whole = _Table({**dropped, **letters}, case=case)
        self.composes, self.mends = composes, mends

    def in_one_pass(self, text: str) -> str | None:
        """Return the key of a text that needs no composing, None for one that does."""
        if self.mends and "\n" in text:
            text = _BROKEN_LINE.sub("", text)
        if self.composes and (_has_composing(text) or not unicodedata.is_normalized("NFC", text)):
            return None
        key = text.translate(self.whole)
        if self.composes and not unicodedata.is_normalized("NFC", key):
            return None
        return _EXCHANGED.sub(r"\g<clitic>الا", key) if self.mends and "اال" in key else key


@lru_cache(maxsize=64)
def keeping(*differences: str) -> Profile:
    """Return the profile of search that keeps some differences and folds the others away."""
    letters = _SEPARATORS | _VARIANTS
    for difference, fixed in _LETTERS.items():
        letters |= {} if difference in differences else fixed
    return Profile(letters, marks="marks" not in differences, case="case" not in differences, composes=True)


_ALL_LETTERS = {code: letter for fixed in (_VARIANTS, *_LETTERS.values()) for code, letter in fixed.items()}

SEARCH = keeping()
AS_WRITTEN = keeping(*DIFFERENCES)
"""Keeps every difference: only the encoding of the text is made uniform."""
RECOGNITION = Profile({**_ALL_LETTERS, **_FULL_WIDTH, **_SIGNS}, case=False, mends=True)
"""For patterns, which are written in this form themselves. Case is kept."""
COMPARISON = Profile({**_ALL_LETTERS, **_QUOTATION})


def fold_key(text: str, profile: Profile = SEARCH) -> str:
    """Return the folded text without its offset map."""
    key = profile.in_one_pass(text)
    if key is not None:
        return key
    while True:
        before = text
        text = unicodedata.normalize("NFC", text.translate(profile.before)).translate(profile.after)
        if text == before:
            return text


def pattern_form(text: str) -> str:
    """Return the text in the form that patterns read."""
    return fold_key(text, RECOGNITION)


@lru_cache(maxsize=4096)
def comparable(text: str) -> str:
    """Return the words of a text as they are compared, with one space between."""
    return " ".join(fold_key(text, COMPARISON).split())


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and the place of each of its characters in the source text, in code points.

    Marks and tatweel that were dropped belong to the character before them, invisible characters to none.
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    source_length: int

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the source characters of the folded characters `start` to `end`. A ligature is taken whole."""
        if start < end:
            return self.starts[start], self.ends[end - 1]
        place = self.starts[start] if start < len(self.starts) else self.source_length
        return place, place


def fold(text: str, profile: Profile = SEARCH) -> Folded:
    """Return the folded text with its offset map. The text is the same as that of `fold_key`."""
    key = profile.in_one_pass(text)
    if key is not None:
        return _mapped(text, key, profile)
    cells = _cells(text)
    while True:
        before = [cell[0] for cell in cells]
        cells = _translated(_composed(_translated(cells, profile.before)), profile.after)
        if [cell[0] for cell in cells] == before:
            return _folded(cells, len(text))


_Cell = tuple[str, int, int]
"""A character of the folded text with the start and end of its source characters."""


def _mapped(text: str, key: str, profile: Profile) -> Folded:
    """Return the map of a text that needs no composing."""
    length, letters, table = len(text), set(text), profile.whole
    breaks = {m.start() for m in _BROKEN_LINE.finditer(text)} if profile.mends and "\n" in letters else frozenset()
    sizes = {len(table[ord(letter)]) for letter in letters}
    if sizes <= {1} and not breaks:
        return Folded(key, range(length), range(1, length + 1), length)
    if max(sizes) > 1:
        cells = [cell for cell in _cells(text) if cell[1] not in breaks]
        cells = _translated(cells, table)
        return Folded(key, [cell[1] for cell in cells], [cell[2] for cell in cells], length)
    dropped = {letter for letter in letters if not table[ord(letter)]}
    invisible = {letter for letter in dropped if ord(letter) in _INVISIBLE}
    apart = breaks | {index for index, letter in enumerate(text) if letter in invisible} if invisible else breaks
    starts = [index for index, letter in enumerate(text) if letter not in dropped and index not in breaks]
    ends = [_end(start, following, apart) for start, following in pairwise((*starts, length))]
    return Folded(key, starts, ends, length)


def _end(start: int, following: int, apart: Set[int]) -> int:
    """Return the end of the character at `start` with the dropped ones that belong to it.

    `following` is the start of the next character, `apart` are dropped characters that belong to none.
    """
    while following > start + 1 and following - 1 in apart:
        following -= 1
    return following


def _has_composing(text: str) -> bool:
    return "\u0654" in text or "\u0653" in text or "\u0655" in text


def _cells(text: str) -> list[_Cell]:
    return [(character, index, index + 1) for index, character in enumerate(text)]


def _translated(cells: list[_Cell], table: _Table) -> list[_Cell]:
    result: list[_Cell] = []
    for character, start, end in cells:
        folded = table[ord(character)]
        if folded:
            result += [(each, start, end) for each in folded]
        elif result and ord(character) not in _INVISIBLE:
            result[-1] = (result[-1][0], result[-1][1], end)
    return result


def _composed(cells: list[_Cell]) -> list[_Cell]:
    """Bring the cells to NFC. Characters that compose or change places share one stretch of the source."""
    result: list[_Cell] = []
    cluster: list[_Cell] = []
    for cell in cells:
        if cluster and _begins(cell[0], cluster):
            result += _normalised(cluster)
            cluster = []
        cluster.append(cell)
    return result + _normalised(cluster)


def _begins(character: str, cluster: list[_Cell]) -> bool:
    """Say whether `character` cannot combine with the characters before it (Hangul vowels can, with class 0)."""
    if unicodedata.combining(character):
        return False
    before = "".join(cell[0] for cell in cluster)
    apart = unicodedata.normalize("NFC", before) + unicodedata.normalize("NFC", character)
    return unicodedata.normalize("NFC", before + character) == apart


def _normalised(cluster: list[_Cell]) -> list[_Cell]:
    text = "".join(cell[0] for cell in cluster)
    normal = unicodedata.normalize("NFC", text)
    if normal == text:
        return cluster
    start, end = cluster[0][1], max(cell[2] for cell in cluster)
    return [(character, start, end) for character in normal]


def _folded(cells: list[_Cell], length: int) -> Folded:
    return Folded("".join(c[0] for c in cells), [c[1] for c in cells], [c[2] for c in cells], length)
