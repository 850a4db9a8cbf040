"""Rectangles of words in a laid-out text, one for each visual run of each line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QGlyphRun, QTextLayout, QTextLine

from ui.desktop.reader.display import ShownMarker, utf_16_units
from ui.desktop.reader.highlight_ranges import HighlightRange
from ui.desktop.reader.hotspots import Hotspot
from ui.desktop.reader.justify import cursor_x
from ui.desktop.reader.layout import ProvisionLayout

_ABOVE, _BAND = 19.0, 27.0
"""Top of a band above the baseline of its line, and its height (window.md §6)."""

_MARKER_ABOVE, _MARKER_HEIGHT = 21.0, 20.0
_TARGET = 24.0
"""Least side of the area in which the pointer meets a marker."""

_HANDLE_BELOW = 10.0
_TOUCHING = 0.75
"""Visual runs nearer than this many pixels are merged."""

_AGAINST_RTL = re.compile(r"[0-9A-Za-z\u00c0-\u024f\u0370-\u04ff\u0660-\u0669\u06f0-\u06f9\u4e00-\u9fff]")
_AGAINST_LTR = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_FLAGS = (
    QTextLayout.GlyphRunRetrievalFlag.RetrieveGlyphPositions
    | QTextLayout.GlyphRunRetrievalFlag.RetrieveStringIndexes
    | QTextLayout.GlyphRunRetrievalFlag.RetrieveGlyphIndexes
)

_Extent = tuple[float, float]
"""Left and right x in a line."""


@dataclass(frozen=True, slots=True)
class Run:
    """A visual run of a span in one line, in pixels of the document."""

    left: float
    right: float
    baseline: float


class TextGeometry:
    """Finds the rectangles of UTF-16 spans of a text, in pixels of the document. Lays out the provisions it needs."""

    def __init__(self, layout: ProvisionLayout) -> None:
        self.layout = layout

    def runs(self, at: int, start: int, end: int) -> Iterator[Run]:
        """Yield the visual runs of a span of a provision, line by line, without white space at the end of a line."""
        block, measure = self.layout.block(at), self.layout.page.measure
        origin = self.layout.blockBoundingRect(block).topLeft()
        units, layout = utf_16_units(block.text()), block.layout()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            first, last = line.textStart(), line.textStart() + line.textLength()
            if first < end and start < last:
                stop = max(start, len(units[:last].rstrip()) if end >= last else end)
                baseline = origin.y() + number * measure.line_height + measure.baseline
                for left, right in _extents(line, units[first:last], start, stop, rtl=measure.rtl):
                    yield Run(origin.x() + left, origin.x() + right, baseline)

    def bands(self, at: int, start: int, end: int) -> list[QRectF]:
        """Return the rectangles of the background of a span."""
        scale = self.layout.page.scale
        return [
            QRectF(run.left, run.baseline - _ABOVE * scale, run.right - run.left, _BAND * scale)
            for run in self.runs(at, start, end)
        ]

    def marker_box(self, marker: Hotspot) -> QRectF:
        """Return the box drawn round a footnote marker."""
        scale, box = self.layout.page.scale, QRectF()
        for run in self.runs(marker.at, marker.start, marker.end):
            top = run.baseline - _MARKER_ABOVE * scale
            box = box.united(QRectF(run.left - 1, top, run.right - run.left + 2, _MARKER_HEIGHT * scale))
        return box

    def hit_areas(self, hotspot: Hotspot) -> list[QRectF]:
        """Return the areas in which the pointer meets a hotspot. That of a marker is at least 24 px wide and high."""
        if not isinstance(hotspot.value, ShownMarker):
            return self.bands(hotspot.at, hotspot.start, hotspot.end)
        box = self.marker_box(hotspot)
        wider, taller = max(0.0, _TARGET - box.width()) / 2, max(0.0, _TARGET - box.height()) / 2
        return [box.adjusted(-wider, -taller, wider, taller)]

    def handles(self, note: HighlightRange) -> tuple[QPointF, QPointF] | None:
        """Return the centres of the handles at the start and the end of a range, below its first and last line."""
        runs = list(self.runs(note.at, note.start, note.end))
        if not runs:
            return None
        first, last, below = runs[0], runs[-1], _HANDLE_BELOW * self.layout.page.scale
        rtl = self.layout.page.measure.rtl
        return (
            QPointF(first.right if rtl else first.left, first.baseline + below),
            QPointF(last.left if rtl else last.right, last.baseline + below),
        )


def _extents(line: QTextLine, text: str, start: int, end: int, *, rtl: bool) -> list[_Extent]:
    """Return the extents of UTF-16 positions `start` to `end` in a line, from the left. `text` is that of the line.

    A span of text that runs both ways has several, and none of them covers other words.
    """
    first, last = line.textStart(), line.textStart() + line.textLength()
    start, end = max(start, first), min(end, last)
    if start >= end:
        return []
    if not (_AGAINST_RTL if rtl else _AGAINST_LTR).search(text):
        edges = cursor_x(line, start), cursor_x(line, end)
        return [(min(edges), max(edges))]
    against = _against(line, rtl=rtl)
    pieces = [against.get(at) or _along(line, at) for at in range(start, end)]
    return _merged([(left, right) for left, right in pieces if right - left > 0])


def _along(line: QTextLine, position: int) -> _Extent:
    edges = cursor_x(line, position), cursor_x(line, position, QTextLine.Edge.Trailing)
    return min(edges), max(edges)


def _against(line: QTextLine, *, rtl: bool) -> dict[int, _Extent]:
    """Return the extent of every character that runs against the paragraph, where Qt's cursor gives wrong edges."""
    found: dict[int, _Extent] = {}
    for run in line.glyphRuns(line.textStart(), line.textLength(), _FLAGS):
        if run.isRightToLeft() != rtl:
            found.update(_glyph_extents(run))
    return found


def _glyph_extents(run: QGlyphRun) -> dict[int, _Extent]:
    lefts = [point.x() for point in run.positions()]
    indexes = run.stringIndexes()
    if not indexes:
        return {}
    advances = run.rawFont().advancesForGlyphIndexes(run.glyphIndexes())
    order = sorted(range(len(lefts)), key=lambda at: lefts[at])
    found: dict[int, _Extent] = {}
    for place, at in enumerate(order):
        right = lefts[order[place + 1]] if place + 1 < len(order) else lefts[at] + advances[at].x()
        known = found.get(indexes[at])
        left = lefts[at]
        found[indexes[at]] = (left, right) if known is None else (min(left, known[0]), max(right, known[1]))
    for position in range(min(indexes), max(indexes) + 1):
        found.setdefault(position, found.get(position - 1, (0.0, 0.0)))
    return found


def _merged(pieces: list[_Extent]) -> list[_Extent]:
    merged: list[_Extent] = []
    for left, right in sorted(pieces):
        if merged and left <= merged[-1][1] + _TOUCHING:
            merged[-1] = (merged[-1][0], max(merged[-1][1], right))
        else:
            merged.append((left, right))
    return merged
