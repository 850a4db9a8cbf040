"""Text as rules read it: without marks, tatweel and bidi controls, with 0-9 and one form of each letter.

Only for recognising words; what is shown, stored and quoted is always the text itself.
"""

from __future__ import annotations

import re

from documents.language import ARABIC_INDIC
from documents.offsets import Edit, OffsetMap

_DRESS = re.compile(
    "[\u0610-\u061a\u0640\u064b-\u065f\u0670\u061c\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+"
)
_MARKS = re.compile("[\u0610-\u061a\u0640\u064b-\u065f\u0670]+")
_LETTERS = str.maketrans(
    {
        **{ord(digit): str(i) for digits in (ARABIC_INDIC, "۰۱۲۳۴۵۶۷۸۹") for i, digit in enumerate(digits)},
        **dict.fromkeys(map(ord, "أإآٱ"), "ا"),
        **dict.fromkeys(map(ord, "ىی"), "ي"),
        **dict.fromkeys(map(ord, "ةۀ"), "ه"),
        **dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u202f\t\n\r\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029"), " "),
        **dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), "-"),
        **dict.fromkeys(map(ord, "\u2044\u2215\uff0f"), "/"),
        ord("\u2019"): "'",
        ord("ک"): "ك",
    }
)


def plain(text: str) -> str:
    """Return `text` as rules read it; rules are themselves written through this."""
    return _DRESS.sub("", text).translate(_LETTERS)


class Plain:
    """A text as rules read it, with the way back from a span of it to the words of the text."""

    __slots__ = ("_map", "source", "text")

    def __init__(self, source: str) -> None:
        """Strip `source` of its dress; letters are replaced one for one."""
        self.source = source
        edits = [Edit(m.start(), m.end(), "") for m in _DRESS.finditer(source)]
        self._map = OffsetMap(edits, len(source)) if edits else None
        self.text = (self._map.apply(source) if self._map else source).translate(_LETTERS)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch of `text` stands in `source`; marks of its last letter come with it."""
        if self._map is None:
            return start, end
        first, last = self._map.to_source(start), self._map.to_source(end, end=True)
        marks = _MARKS.match(self.source, last) if start < end else None
        return first, max(first, marks.end() if marks else last)
