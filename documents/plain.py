"""Text as rules read it: without marks, tatweel and bidi controls, with 0-9 and one form of each letter.

Presentation forms (U+FB50–FEFC) that PDF files keep are read as the letters they show, and lam and alif that a
conversion exchanged (`األمم`) stand in order again.
Only for recognising words; what is shown, stored and quoted is always the text itself.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from documents.language import ARABIC_INDIC
from documents.offsets import Edit, OffsetMap

_DRESS = re.compile(
    "[\u0610-\u061a\u0640\u064b-\u065f\u0670\u061c\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+"
    "|[\ufb50-\ufdff\ufe70-\ufefc]"
    # A line that ends in a space: rules know single spaces.
    "|(?<=[ \u00a0])\n"
)
_EXCHANGED = re.compile(r"(?<!\w)(?P<clitic>[وفبكل]?)اال")
_MARKS = re.compile("[\u0610-\u061a\u0640\u064b-\u065f\u0670]+")
_LETTERS = str.maketrans(
    {
        **{
            ord(d): str(i)
            for digits in (ARABIC_INDIC, "۰۱۲۳۴۵۶۷۸۹", "０１２３４５６７８９")
            for i, d in enumerate(digits)
        },
        **{code: chr(code - 0xFEE0) for start, end in ("ＡＺ", "ａｚ") for code in range(ord(start), ord(end) + 1)},
        **dict.fromkeys(map(ord, "أإآٱ"), "ا"),
        **dict.fromkeys(map(ord, "ىی"), "ي"),
        **dict.fromkeys(map(ord, "ةۀھہە"), "ه"),
        **dict.fromkeys((0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000), " "),
        **dict.fromkeys(map(ord, "\t\n\r\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029"), " "),
        **dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), "-"),
        **dict.fromkeys(map(ord, "\u060d\u2044\u2215\uff0f"), "/"),
        **dict.fromkeys(map(ord, "کڪ"), "ك"),
        ord("，"): ",",
        ord("（"): "(",
        ord("）"): ")",
        ord("\u2019"): "'",
    }
)


def plain(text: str) -> str:
    """Return `text` as rules read it; rules are themselves written through this."""
    return _folded(_DRESS.sub(_bare, text))


def _bare(dress: re.Match[str]) -> str:
    return _shown(dress[0]) if "\ufb50" <= dress[0] <= "\ufefc" else ""


@cache
def _shown(form: str) -> str:
    """Return the letters that a presentation form shows; it may be a ligature, or a mark alone."""
    return _DRESS.sub("", unicodedata.normalize("NFKC", form).strip(" "))


def _folded(bare: str) -> str:
    """Replace letters one for one."""
    return _EXCHANGED.sub(r"\g<clitic>الا", bare.translate(_LETTERS))


class Plain:
    """A text as rules read it, with the way back from a span of it to the words of the text."""

    __slots__ = ("_map", "source", "text")

    def __init__(self, source: str) -> None:
        """Strip `source` of its dress; letters are replaced one for one."""
        self.source = source
        edits = [Edit(m.start(), m.end(), _bare(m)) for m in _DRESS.finditer(source)]
        self._map = OffsetMap(edits, len(source)) if edits else None
        self.text = _folded(self._map.apply(source) if self._map else source)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch of `text` stands in `source`; marks of its last letter come with it."""
        if self._map is None:
            return start, end
        first, last = self._map.to_source(start), self._map.to_source(end, end=True)
        marks = _MARKS.match(self.source, last) if start < end else None
        return first, max(first, marks.end() if marks else last)
