"""Sizes of the reading page (window.md §1–3): column, line, gutter and gaps, grown with the text."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontMetricsF

from ui.desktop.appearance import Appearance
from ui.desktop.reader.justify import Measure

_READING_PX = 21.3
_READING_HEIGHT = 36.90625
"""Height of Amiri at 21.3 px, from which the real scale is told."""

_LINE, _BASELINE, _GAP = 38.0, 24.1, 18.0
_COLUMN = {60: 437.0, 74: 536.0, 83: 604.0}
_NARROW = 38
_PADDING, _GUTTER, _BESIDE = 24, 52, 16
_LABEL_ROW = 24
_TOP, _BOTTOM, _INDENT = 20.0, 72.0, 32.0


@dataclass(frozen=True, slots=True)
class PageMetrics:
    """Where everything stands on a page of one width; pixels. `left` is the column's left edge.

    `label_row` is the height of the row above a clause that holds its label where the gutter has no room, else 0.
    """

    viewport: int
    left: float
    scale: float
    measure: Measure
    gutter_width: int
    label_row: float
    gap: float
    top: float = _TOP
    bottom: float = _BOTTOM

    @property
    def width(self) -> float:
        """Width of the text column."""
        return self.measure.width

    @property
    def indent(self) -> float:
        """How far a sub-paragraph moves in, for each level."""
        return _INDENT * self.scale

    @property
    def bar_x(self) -> float:
        """Left edge of the bar of the current clause, between gutter and text."""
        return self.left + self.width + 7.0 if self.measure.rtl else self.left - 9.0

    @property
    def gutter_left(self) -> float:
        """Left edge of the gutter; above the text where labels stand above their clauses."""
        if self.label_row:
            return self.left
        return self.left + self.width + _BESIDE if self.measure.rtl else self.left - _BESIDE - self.gutter_width


def reading_scale(font: QFont) -> float:
    """Return how large the reading text is against 100 %, as its font says."""
    return QFontMetricsF(font).height() / _READING_HEIGHT


def page_metrics(appearance: Appearance, viewport: int, *, rtl: bool) -> PageMetrics:
    """Return the sizes for a viewport of this width and a text of this direction."""
    scale = reading_scale(appearance.reading_font(_READING_PX))
    gutter = appearance.px(_GUTTER)
    wanted = _COLUMN[appearance.line_length] * scale
    room = viewport - 2 * _PADDING - gutter - _BESIDE
    narrow = room < wanted and room * 83 / (_COLUMN[83] * scale) < _NARROW
    room = viewport - 2 * _PADDING if narrow else room
    width = float(int(max(120.0, min(wanted, room))))
    beside = 0 if narrow else gutter + _BESIDE
    left = max((viewport - width) / 2, _PADDING + (0 if rtl else beside))
    left = float(int(min(left, viewport - width - _PADDING - (beside if rtl else 0))))
    return PageMetrics(
        viewport=viewport,
        left=max(0.0, left),
        scale=scale,
        measure=Measure(width, _LINE * scale, _BASELINE * scale, rtl),
        gutter_width=round(width) if narrow else gutter,
        label_row=float(appearance.px(_LABEL_ROW)) if narrow else 0.0,
        gap=_GAP * scale,
    )
