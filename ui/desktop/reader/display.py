"""Build the displayed text of a provision: its reading with markers, isolates and word joiners inserted.

Three texts correspond to one another: received (the offsets of the whole program), reading (corrected or as received)
and displayed. Offsets are code points of the text they belong to. Insertions are never stored.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from documents.language import LRI, PDI, RLI, arabic_indic_digits, direction, western_digits
from documents.model import Marker, Provision
from documents.offsets import Edit, OffsetMap
from documents.reading import Reading

WORD_JOINER = "\ufeff"
"""Joins like U+2060, which Amiri lacks: a glyph from another font would break Qt's glyph indexes."""

LINE_SEPARATOR = "\u2028"

_LATIN_WORD = r"[A-Za-z\u00c0-\u024f](?:[^\s()\[\]\u0590-\u08ff«»\"“”،؛؟]*[0-9A-Za-z\u00c0-\u024f])?"
_BRACKETED = r"\s?\([^()\u0590-\u08ff]*\)"
_LATIN_RUN = re.compile(rf"{_LATIN_WORD}(?:{_BRACKETED}|[,;:.]?\s[A-Za-z0-9][^\s()\u0590-\u08ff،؛؟\"»]*(?<![,;:.]))*")
_RTL_RUN = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc](?:[^A-Za-z]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc])?"
)
_LINE_BREAK = re.compile("[\n\r\u2029]")
_HAS_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_OPENS_SENTENCE = re.compile(r"(?:^|[.؟!؛])\s*$")
_JOINED_SLASH = re.compile("(?<=[\u0621-\u064a\u064b-\u0652])/(?=[\u0621-\u064a])|(?<=[0-9A-Z])/(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class ShownMarker:
    """A footnote marker and its span in the displayed text (code points)."""

    start: int
    end: int
    marker: Marker

    @property
    def is_doubtful(self) -> bool:
        """Return whether the printed number differs from the number of its footnote."""
        printed = western_digits(self.marker.printed).strip("()")
        return bool(printed) and printed != self.marker.footnote


@dataclass(frozen=True, slots=True)
class DisplayedText:
    """The displayed text of one provision, with the maps between received, reading and displayed offsets."""

    provision: str
    reading: str
    text: str
    markers: tuple[ShownMarker, ...]
    reading_map: OffsetMap
    display_map: OffsetMap
    astral: tuple[int, ...] = ()
    """Offsets of the displayed code points that take two UTF-16 units."""

    def to_shown(self, offset: int) -> int:
        """Return the displayed offset of a received one, before anything inserted there."""
        return self.display_map.to_target(self.reading_map.to_target(offset))

    def to_received(self, shown: int) -> int:
        """Return the received offset of a displayed one, inside an insertion that of the insertion."""
        return self.reading_map.to_source(self.display_map.to_source(shown))

    def span_to_shown(self, start: int, end: int) -> tuple[int, int]:
        """Return the displayed span of a received one, without insertions at its edges."""
        return self.display_map.span_to_target(*self.reading_map.span_to_target(start, end))

    def span_to_received(self, start: int, end: int) -> tuple[int, int]:
        """Return the received span of a displayed one, widened to whole corrected words."""
        return self.reading_map.span_to_source(*self.display_map.span_to_source(start, end))

    def words(self, start: int, end: int) -> str:
        """Return the words of the reading in a displayed span, without insertions."""
        first, last = self.display_map.span_to_source(start, end)
        return self.reading[first:last]

    def utf_16(self, shown: int) -> int:
        """Return the UTF-16 offset (Qt's) of a displayed code point."""
        return shown + bisect_left(self.astral, shown) if self.astral else shown

    def code_point(self, utf_16: int) -> int:
        """Return the displayed code point at a UTF-16 offset, inside a surrogate pair that of the character."""
        if not self.astral:
            return utf_16
        return utf_16 - bisect_left([index + count + 1 for count, index in enumerate(self.astral)], utf_16)


def display(reading: Reading, provision: Provision) -> DisplayedText:
    """Return the displayed text of a provision in a reading."""
    reading_map = reading.offset_map(provision.id)
    text = reading_map.apply(provision.text)
    rtl = direction(reading.document.language) == "rtl"
    places = [(reading_map.to_target(marker.offset), marker) for marker in provision.markers]
    insertions = _Insertions(text)
    insertions.isolate(_runs(text, rtl=rtl), LRI if rtl else RLI, [offset for offset, _ in places])
    for slash in _JOINED_SLASH.finditer(text) if "/" in text else ():
        insertions.insert(slash.end(), WORD_JOINER)
    for offset, marker in places:
        insertions.mark(offset, marker, _printed(marker, reading.document.language))
    display_map, markers = insertions.build()
    shown = display_map.apply(text)
    return DisplayedText(provision.id, text, shown, markers, reading_map, display_map, _astral(shown))


def _astral(text: str) -> tuple[int, ...]:
    if len(text.encode("utf-16-le", "surrogatepass")) == 2 * len(text):
        return ()
    return tuple(index for index, letter in enumerate(text) if letter > "\uffff")


def _printed(marker: Marker, language: str) -> str:
    if marker.printed:
        return marker.printed
    digits = arabic_indic_digits(marker.footnote) if language == "ar" else marker.footnote
    return f"({digits})"


def _runs(text: str, *, rtl: bool) -> Iterable[tuple[int, int]]:
    """Yield the runs against the base direction, with a bracket `(XXX)` or full stop that belongs to them."""
    if not rtl:
        yield from (run.span() for run in _RTL_RUN.finditer(text))
        return
    if not _HAS_LATIN.search(text):
        return
    for run in _LATIN_RUN.finditer(text):
        start, end = run.span()
        if text[end : end + 1] == "." and _OPENS_SENTENCE.search(text, 0, start):
            end += 1
        yield start, end


class _Insertions:
    """Collects the insertions into one text.

    At one offset: closing isolates, joiners, markers, opening isolates.
    """

    _CLOSING, _JOINER, _MARKER, _OPENING = range(4)

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._breaks = [found.start() for found in _LINE_BREAK.finditer(text)]
        self._inserted: dict[int, list[tuple[int, str, Marker | None]]] = {}

    def insert(self, offset: int, insertion: str) -> None:
        """Insert a string."""
        self._put(offset, self._JOINER, insertion)

    def mark(self, offset: int, marker: Marker, printed: str) -> None:
        """Insert a marker as it is printed."""
        self._put(offset, self._MARKER, printed, marker)

    def isolate(self, runs: Iterable[tuple[int, int]], opening: str, markers: list[int]) -> None:
        """Isolate runs, split at markers and line breaks, which must stay outside of isolates."""
        for start, end in runs:
            cuts = sorted({start, end, *(cut for cut in (*markers, *self._breaks) if start < cut < end)})
            for first, last in pairwise(cuts):
                self._put(first, self._OPENING, opening)
                self._put(last, self._CLOSING, PDI)

    def build(self) -> tuple[OffsetMap, tuple[ShownMarker, ...]]:
        """Return the map from the reading to the displayed text, and the markers with their displayed spans."""
        edits: list[Edit] = [Edit(index, index + 1, LINE_SEPARATOR) for index in self._breaks]
        markers: list[ShownMarker] = []
        shift = 0
        for offset in sorted(self._inserted):
            parts = sorted(self._inserted[offset], key=lambda part: part[0])
            edits.append(Edit(offset, offset, "".join(insertion for _, insertion, _ in parts)))
            for _, insertion, marker in parts:
                if marker is not None:
                    markers.append(ShownMarker(offset + shift, offset + shift + len(insertion), marker))
                shift += len(insertion)
        return OffsetMap(edits, self._length), tuple(markers)

    def _put(self, offset: int, order: int, insertion: str, marker: Marker | None = None) -> None:
        self._inserted.setdefault(offset, []).append((order, insertion, marker))


def utf_16_units(text: str) -> str:
    """Return the text with one character for each UTF-16 unit, so that Qt's offsets index it."""
    if not _astral(text):
        return text
    return "".join("\ufffd\ufffd" if letter > "\uffff" else letter for letter in text)
