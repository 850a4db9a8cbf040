"""Maps of offsets between a text and an edited form of it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """One replacement: code points `start` to `end` of the source text become `replacement`."""

    start: int
    end: int
    replacement: str


class OffsetMap:
    """Map code-point offsets between a source text and the text that non-overlapping edits make of it.

    Outside the edits the map is exact both ways. An offset inside a replacement maps to the nearer edge of the source
    words for a span, so that a span never loses a character that it covers. Insertions (an empty source stretch) belong
    to neither neighbour: a span that ends or starts there leaves them out.
    """

    __slots__ = ("_edits", "_starts", "_targets", "source_length", "target_length")

    def __init__(self, edits: Iterable[Edit], source_length: int) -> None:
        """Build the map. `edits` may come in any order and must not overlap (ValueError)."""
        self._edits = tuple(sorted(edits, key=lambda edit: (edit.start, edit.end)))
        self.source_length = source_length
        self._starts: list[int] = []
        self._targets: list[int] = []
        shift = previous_end = 0
        for edit in self._edits:
            if edit.start < previous_end or edit.end < edit.start or edit.end > source_length:
                raise ValueError(f"edits overlap or lie outside the text: {edit}")
            self._starts.append(edit.start)
            self._targets.append(edit.start + shift)
            shift += len(edit.replacement) - (edit.end - edit.start)
            previous_end = edit.end
        self.target_length = source_length + shift

    @property
    def edits(self) -> tuple[Edit, ...]:
        """The edits in source order."""
        return self._edits

    def apply(self, source: str) -> str:
        """Return the target text."""
        parts: list[str] = []
        cursor = 0
        for edit in self._edits:
            parts += (source[cursor : edit.start], edit.replacement)
            cursor = edit.end
        parts.append(source[cursor:])
        return "".join(parts)

    def to_target(self, offset: int, *, after_insertions: bool = False) -> int:
        """Return the target offset of a source `offset`.

        Inside a replaced stretch it is the start of the replacement, its end with `after_insertions`. At an insertion
        it is the offset before it, the one after it with `after_insertions`.
        """
        last = (bisect_right if after_insertions else bisect_left)(self._starts, offset) - 1
        if last < 0:
            return offset
        edit, target = self._edits[last], self._targets[last]
        if offset >= edit.end:
            return target + len(edit.replacement) + offset - edit.end
        return target + (len(edit.replacement) if after_insertions and offset > edit.start else 0)

    def to_source(self, offset: int, *, end: bool = False) -> int:
        """Return the source offset of a target `offset`.

        Inside a replacement it is the start of the replaced stretch, its end with `end`.
        """
        last = (bisect_left if end else bisect_right)(self._targets, offset) - 1
        if last < 0:
            return offset
        edit, target = self._edits[last], self._targets[last]
        inside = offset - target
        if inside >= len(edit.replacement):
            return edit.end + inside - len(edit.replacement)
        return edit.end if end and inside > 0 else edit.start

    def span_to_target(self, start: int, end: int) -> tuple[int, int]:
        """Map a source span. Insertions at its edges stay outside, touched replacements come in whole."""
        if start == end:
            place = self.to_target(start)
            return place, place
        first = self.to_target(start, after_insertions=self._insertion_at(start))
        last = bisect_left(self._starts, end) - 1
        if last >= 0 and self._edits[last].start < end < self._edits[last].end:
            return first, self._targets[last] + len(self._edits[last].replacement)
        return first, self.to_target(end)

    def span_to_source(self, start: int, end: int) -> tuple[int, int]:
        """Map a target span. Replacements that it touches are taken whole."""
        first = self.to_source(start)
        return first, max(first, self.to_source(end, end=True))

    def _insertion_at(self, offset: int) -> bool:
        index = bisect_left(self._starts, offset)
        return index < len(self._edits) and self._edits[index].start == offset == self._edits[index].end
