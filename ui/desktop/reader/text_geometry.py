"""Where characters stand in a laid-out line: the pixels of a span, one stretch for each visual run."""

from __future__ import annotations

import re
from typing import Any

from PySide6.QtGui import QGlyphRun, QTextLayout, QTextLine

_TOUCHING = 0.75
"""Runs nearer than this many pixels are one stretch."""

_AGAINST_RTL = re.compile(r"[0-9A-Za-z\u00c0-\u024f\u0370-\u04ff\u0660-\u0669\u06f0-\u06f9\u4e00-\u9fff]")
_AGAINST_LTR = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_FLAGS = (
    QTextLayout.GlyphRunRetrievalFlag.RetrieveGlyphPositions
    | QTextLayout.GlyphRunRetrievalFlag.RetrieveStringIndexes
    | QTextLayout.GlyphRunRetrievalFlag.RetrieveGlyphIndexes
)

Stretch = tuple[float, float]
"""Left and right pixel."""


def cursor_x(line: QTextLine, position: int, edge: QTextLine.Edge = QTextLine.Edge.Leading) -> float:
    """Return the x of a cursor position in a line."""
    found: Any = line.cursorToX(position, edge)
    return float(found[0]) if isinstance(found, tuple) else float(found)


def stretches(line: QTextLine, text: str, start: int, end: int, *, rtl: bool) -> list[Stretch]:
    """Return what UTF-16 positions `start` to `end` take in a line, from the left; `text` is the line's own words.

    Text that runs both ways gives several; a span never covers words that are not its own.
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


def _along(line: QTextLine, position: int) -> Stretch:
    edges = cursor_x(line, position), cursor_x(line, position, QTextLine.Edge.Trailing)
    return min(edges), max(edges)


def _against(line: QTextLine, *, rtl: bool) -> dict[int, Stretch]:
    """Return the stretch of every character that runs against the paragraph (the cursor cannot tell its edges)."""
    found: dict[int, Stretch] = {}
    for run in line.glyphRuns(line.textStart(), line.textLength(), _FLAGS):
        if run.isRightToLeft() != rtl:
            found.update(_glyph_stretches(run))
    return found


def _glyph_stretches(run: QGlyphRun) -> dict[int, Stretch]:
    lefts = [point.x() for point in run.positions()]
    indexes = run.stringIndexes()
    if not indexes:
        return {}
    advances = run.rawFont().advancesForGlyphIndexes(run.glyphIndexes())
    order = sorted(range(len(lefts)), key=lambda at: lefts[at])
    found: dict[int, Stretch] = {}
    for place, at in enumerate(order):
        right = lefts[order[place + 1]] if place + 1 < len(order) else lefts[at] + advances[at].x()
        known = found.get(indexes[at])
        left = lefts[at]
        found[indexes[at]] = (left, right) if known is None else (min(left, known[0]), max(right, known[1]))
    for position in range(min(indexes), max(indexes) + 1):
        found.setdefault(position, found.get(position - 1, (0.0, 0.0)))
    return found


def _merged(pieces: list[Stretch]) -> list[Stretch]:
    merged: list[Stretch] = []
    for left, right in sorted(pieces):
        if merged and left <= merged[-1][1] + _TOUCHING:
            merged[-1] = (merged[-1][0], max(merged[-1][1], right))
        else:
            merged.append((left, right))
    return merged
