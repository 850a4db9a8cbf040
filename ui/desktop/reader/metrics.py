"""Sizes of the reading page (window.md §1–3): column, lines, gutter and gaps, scaled with the text."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontMetricsF

from ui.desktop.reader.justify import Measure
from ui.desktop.support.appearance import Appearance

READING_PX = 21.3
"""Size of the reading text at 100 %."""

_READING_HEIGHT = 36.90625
"""Height of Amiri at 21.3 px (100 %)."""

_LINE, _BASELINE, _GAP = 38.0, 24.1, 18.0
_COLUMN = {60: 437.0, 74: 536.0, 83: 604.0}
_NARROW = 38
_PADDING, _GUTTER, _BESIDE = 24, 52, 16
_LABEL_ROW = 24
_NOTES, _BEFORE_NOTES, _LEAST_BESIDE_NOTES, _TIGHT = 200, 20, 500.0, 8
_TOP, _BOTTOM, _INDENT = 20.0, 72.0, 32.0


@dataclass(frozen=True, slots=True)
class PageMetrics:
    """Sizes and positions on a page of one width, in pixels. `left` is the left edge of the text column.

    `notes_width` is the width of the notes beside the column, 0 without notes or without room for them. `label_row` is
    the height of the row above a provision that holds its label, 0 where the gutter has room for labels.
    """

    viewport: int
    left: float
    scale: float
    measure: Measure
    gutter_width: int
    label_row: float
    gap: float
    notes_width: int = 0
    top: float = _TOP
    bottom: float = _BOTTOM

    @property
    def width(self) -> float:
        """Width of the text column."""
        return self.measure.width

    @property
    def indent(self) -> float:
        """Indent of a sub-paragraph for each level."""
        return _INDENT * self.scale

    @property
    def bar_x(self) -> float:
        """Left edge of the bar of the current provision, between gutter and text."""
        return self.left + self.width + 7.0 if self.measure.rtl else self.left - 9.0

    @property
    def notes_left(self) -> float:
        """Left edge of the notes, or of their icons without room for notes."""
        if not self.notes_width:
            return self.left - _PADDING if self.measure.rtl else self.left + self.width
        return (
            self.left - _BEFORE_NOTES - self.notes_width if self.measure.rtl else self.left + self.width + _BEFORE_NOTES
        )

    @property
    def gutter_left(self) -> float:
        """Left edge of the gutter, which covers the column where labels have a row of their own."""
        if self.label_row:
            return self.left
        return self.left + self.width + _BESIDE if self.measure.rtl else self.left - _BESIDE - self.gutter_width


def reading_scale(font: QFont) -> float:
    """Return the scale of the reading text, 1.0 at 100 %, from the height of its font."""
    return QFontMetricsF(font).height() / _READING_HEIGHT


def page_metrics(appearance: Appearance, viewport: int, *, rtl: bool, notes: bool = False) -> PageMetrics:
    """Return the sizes for a viewport of this width in pixels, with or without notes beside the text."""
    scale = reading_scale(appearance.reading_font(READING_PX))
    gutter = appearance.px(_GUTTER)
    wanted = _COLUMN[appearance.line_length] * scale
    room = viewport - 2 * _PADDING - gutter - _BESIDE
    narrow = room < wanted and room * 83 / (_COLUMN[83] * scale) < _NARROW
    room = viewport - 2 * _PADDING if narrow else room
    beside = 0 if narrow else gutter + _BESIDE
    if notes and not narrow:
        taken = _TIGHT + beside + _BEFORE_NOTES + appearance.px(_NOTES) + _PADDING
        if viewport - taken >= _LEAST_BESIDE_NOTES * scale:
            return _with_notes(appearance, viewport, scale, beside, rtl=rtl)
    width = float(int(max(120.0, min(wanted, room))))
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


def _with_notes(appearance: Appearance, viewport: int, scale: float, beside: int, *, rtl: bool) -> PageMetrics:
    """Return the sizes with notes at the end of the column (window.md §1: 536 px of text and 200 of notes)."""
    notes = appearance.px(_NOTES)
    room = viewport - _TIGHT - beside - _BEFORE_NOTES - notes - _PADDING
    width = float(int(min(_COLUMN[min(appearance.line_length, 74)] * scale, room)))
    spare = max(0.0, room - width) / 2
    left = spare + (_PADDING + notes + _BEFORE_NOTES if rtl else _TIGHT + beside)
    return PageMetrics(
        viewport=viewport,
        left=float(int(left)),
        scale=scale,
        measure=Measure(width, _LINE * scale, _BASELINE * scale, rtl),
        gutter_width=appearance.px(_GUTTER),
        label_row=0.0,
        gap=_GAP * scale,
        notes_width=notes,
    )
