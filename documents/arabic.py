"""Folding of letters, marks and digits for search, with an offset map back to the text as it stands.

What is shown, copied and exported is never folded. Rules and their order: NFC, presentation forms by NFKC
(never the whole string: `^(١)²` would lose its shape), then deletions, letters, digits, case.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

_MARKS = frozenset(chain(range(0x064B, 0x0660), (0x0670,), range(0x06D6, 0x06EE), range(0x0610, 0x061B)))
_COMPOSING = frozenset((0x0653, 0x0654, 0x0655))
"""Madda and hamza above and below: they may belong to the letter before them, which NFC decides."""
_INVISIBLE = frozenset(
    chain((0x061C, 0xFEFF, 0x00AD, 0x2060), range(0x200B, 0x2010), range(0x202A, 0x202F), range(0x2066, 0x206A))
)
_TATWEEL = 0x0640
_SEPARATORS = dict.fromkeys(map(ord, "،؛؟٪«»“”’‘"), " ") | {0x066B: ".", 0x066C: ","}
_VARIANTS = {0x06A9: "ك", 0x06BE: "ه", 0x06C1: "ه", 0x06D5: "ه", 0x06C0: "ه", 0x06C2: "ه"}
_HAMZA = dict.fromkeys(map(ord, "آأإٱٲٳٵ"), "ا")
_YA = dict.fromkeys(map(ord, "ىی"), "ي")
_TA_MARBUTA = dict.fromkeys(map(ord, "ةۃ"), "ه")
_DIGITS = {ord(digit): str(value) for digits in ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹") for value, digit in enumerate(digits)}


@dataclass(frozen=True, slots=True)
class Folded:
    """A search key and where each of its characters stands in the source text, in code points.

    Marks, tatweel and invisible characters that were dropped belong to the character before them.
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    source_length: int

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the source characters of key characters `start` to `end`; a ligature is taken whole."""
        if start < end:
            return self.starts[start], self.ends[end - 1]
        place = self.starts[start] if start < len(self.starts) else self.source_length
        return place, place


class _Table(dict[int, str]):
    """A translation table that works out a character when it first meets it."""

    def __init__(self, fixed: dict[int, str], *, case: bool) -> None:
        super().__init__(fixed)
        self._case = case

    def __missing__(self, code: int) -> str:
        self[code] = value = self._fold(chr(code))
        return value

    def _fold(self, character: str) -> str:
        folded = _shaped(character)
        if folded != character:
            return "".join(self[ord(each)] for each in folded)
        if unicodedata.category(character) == "Zs":
            return " "
        return character.casefold() if self._case else character


def _shaped(character: str) -> str:
    """Return the letters of a presentation form; ﷺ and its kind stay one sign, a spacing mark has no space."""
    if not ("\ufb50" <= character <= "\ufdff" or "\ufe70" <= character <= "\ufefe"):
        return character
    letters = unicodedata.normalize("NFKC", character).lstrip(" ")
    return character if not letters or " " in letters else letters


@dataclass(frozen=True, slots=True)
class _Rules:
    """One choice of switches: `first` before NFC, `second` after it, `whole` both in one."""

    first: _Table
    second: _Table
    whole: _Table


@lru_cache(maxsize=64)
def _rules(*, marks: bool, hamza: bool, ya: bool, ta_marbuta: bool, digits: bool, case: bool) -> _Rules:
    dropped = dict.fromkeys(chain(_INVISIBLE, (_TATWEEL,)), "")
    if marks:
        dropped |= dict.fromkeys(_MARKS - _COMPOSING, "")
    letters = _SEPARATORS | _VARIANTS
    for wanted, fixed in ((hamza, _HAMZA), (ya, _YA), (ta_marbuta, _TA_MARBUTA), (digits, _DIGITS)):
        if wanted:
            letters |= fixed
    if marks:
        letters |= dict.fromkeys(_COMPOSING, "")
    second = _Table(letters, case=case)
    return _Rules(_Table(dropped, case=False), second, _Table(dropped | letters, case=case))


def _has_composing(text: str) -> bool:
    return "\u0654" in text or "\u0653" in text or "\u0655" in text


def fold_key(
    text: str,
    *,
    marks: bool = True,
    hamza: bool = True,
    ya: bool = True,
    ta_marbuta: bool = True,
    digits: bool = True,
    case: bool = True,
) -> str:
    """Return the folded text only; each switch that is True folds its difference away."""
    rules = _rules(marks=marks, hamza=hamza, ya=ya, ta_marbuta=ta_marbuta, digits=digits, case=case)
    if not _has_composing(text) and unicodedata.is_normalized("NFC", text):
        text = text.translate(rules.whole)
        if unicodedata.is_normalized("NFC", text):
            return text
    while True:
        before = text
        text = unicodedata.normalize("NFC", text.translate(rules.first)).translate(rules.second)
        if text == before:
            return text


def fold(
    text: str,
    *,
    marks: bool = True,
    hamza: bool = True,
    ya: bool = True,
    ta_marbuta: bool = True,
    digits: bool = True,
    case: bool = True,
) -> Folded:
    """Return the folded text with its offset map; the same switches and the same text as `fold_key`."""
    rules = _rules(marks=marks, hamza=hamza, ya=ya, ta_marbuta=ta_marbuta, digits=digits, case=case)
    length = len(text)
    if not _has_composing(text) and unicodedata.is_normalized("NFC", text):
        key = text.translate(rules.whole)
        if unicodedata.is_normalized("NFC", key):
            return _mapped(text, key, rules.whole)
    cells = _cells(text)
    while True:
        before = [cell[0] for cell in cells]
        cells = _translated(_composed(_translated(cells, rules.first)), rules.second)
        if [cell[0] for cell in cells] == before:
            return _folded(cells, length)


_Cell = tuple[str, int, int]
"""A character of the key with the start and end of what it came from."""


def _mapped(text: str, key: str, table: _Table) -> Folded:
    """Return the map of a text that needs no composing; most texts only lose a mark here and there."""
    length, letters = len(text), set(text)
    sizes = {len(table[ord(letter)]) for letter in letters}
    if sizes <= {1}:
        return Folded(key, range(length), range(1, length + 1), length)
    if max(sizes) == 1 and _INVISIBLE.isdisjoint(map(ord, letters)):
        dropped = {letter for letter in letters if not table[ord(letter)]}
        starts = [index for index, letter in enumerate(text) if letter not in dropped]
        return Folded(key, starts, [*starts[1:], length] if starts else (), length)
    return _folded(_translated(_cells(text), table), length)


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
    """Bring the cells to NFC; what composes or changes places shares one stretch of the source."""
    result: list[_Cell] = []
    cluster: list[_Cell] = []
    for cell in cells:
        if cluster and _begins(cell[0], cluster):
            result += _normalised(cluster)
            cluster = []
        cluster.append(cell)
    return result + _normalised(cluster)


def _begins(character: str, cluster: list[_Cell]) -> bool:
    """Say whether `character` cannot combine with what stands before it (Hangul vowels can, with class 0)."""
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


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number or a symbol: its folded key and its span in the source text, in code points.

    A symbol or a number of several parts (`e/2019/30`, `73/154`, `3.5`) carries its parts as tokens.
    """

    key: str
    start: int
    end: int
    parts: tuple[Token, ...] = ()


_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_SEGMENT = r"(?:[a-z0-9]+(?:[.\-][a-z0-9]+)*)"
_TOKEN = re.compile(
    rf"(?P<symbol>(?<![^\W_]){_SEGMENT}(?:/{_SEGMENT})+(?![^\W_]))"
    r"|(?P<number>(?<![^\W_])[0-9]+(?:[.,][0-9]+)+(?![^\W_]))"
    rf"|[{_HAN}]|(?:(?![{_HAN}])[^\W_])(?:(?![{_HAN}])[^\W_]|[\u0300-\u036f])*"
)
_PART = re.compile(r"[a-z]+|[0-9]+")
_DIGIT = re.compile("[0-9]")


def tokens(text: str) -> Iterator[Token]:
    """Yield the words, numbers and symbols of a text in order; a Han character is a word of its own."""
    folded = fold(text)
    for match in _TOKEN.finditer(folded.text):
        start, end = folded.source_span(*match.span())
        if match.lastgroup is None or not _DIGIT.search(match[0]):
            yield from _words(folded, match)
        else:
            yield Token(match[0].replace(",", ""), start, end, tuple(_parts(folded, match)))


def _words(folded: Folded, match: re.Match[str]) -> Iterator[Token]:
    """Yield a word, or the words of what a slash joins without a digit: and/or."""
    if match.lastgroup is None:
        yield Token(match[0], *folded.source_span(*match.span()))
    else:
        yield from _parts(folded, match)


def _parts(folded: Folded, match: re.Match[str]) -> Iterator[Token]:
    for part in _PART.finditer(folded.text, *match.span()):
        yield Token(part[0], *folded.source_span(*part.span()))
