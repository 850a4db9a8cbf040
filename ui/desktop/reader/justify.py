"""Break a provision into lines and justify them by word spaces alone, straight on both sides, last line at the start.

Qt's own justification leaves right-to-left lines ragged at their start and gathers all slack in one gap beside
Latin words, so every line is set to its width by a word-spacing format of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QTextCharFormat, QTextLayout, QTextLine, QTextOption

from ui.desktop.reader.display import utf_16_units
from ui.desktop.reader.text_geometry import cursor_x

_SLOPS = (6.0, 2.0, 12.0, 0.0, 24.0, -4.0, 48.0)
"""Qt's line breaker counts the bearing of a line's last glyph: a line set to its width must break where it did."""

_EXACT = 0.35
"""A line nearer than this many pixels to its width is left as it is."""

_TORN = 3.0
"""A line whose gaps would have to grow by more than this many line heights is left ragged."""

_FEW, _CHARACTER, _SPACE, _LINE = 38, 7.28, 6.125, 38.0
"""Characters below which a line is short; a character, a word space and a line of the text at 100 %, in px."""

_WIDEST_SPACE = 3.0
"""In short lines (text at 200–300 % in a narrow window) no space grows beyond this many natural ones.

A line that would need more ends where its words end: holes in the text read worse than a ragged edge. Where 38
characters or more fit, every line is straight on both sides.
"""

_RTL_EDGE = re.compile("[\u0621-\u065f\u0671-\u06d3]")
_LTR_EDGE = re.compile("[A-Za-z,.;:]")
"""Characters at whose edge the cursor stands where the line ends; beside others it may stand across a number."""

_BREAKS = "\u2028\n"


@dataclass(frozen=True, slots=True)
class Measure:
    """Width of the column, height of a line and where its baseline stands, in pixels; the text's direction."""

    width: float
    line_height: float
    baseline: float
    rtl: bool

    @property
    def widest(self) -> float:
        """Most pixels by which a word space may grow."""
        scale = self.line_height / _LINE
        short = self.width < _FEW * _CHARACTER * scale
        return (_WIDEST_SPACE - 1) * _SPACE * scale if short else _TORN * self.line_height

    def narrower(self, indent: float) -> Measure:
        """Return the measure of a provision that is moved in by `indent`."""
        return self if not indent else replace(self, width=self.width - indent)


def lay_out(layout: QTextLayout, text: str, formats: list[QTextLayout.FormatRange], measure: Measure) -> float:
    """Lay a provision out and return its height; a block's layout does not know its `text` itself."""
    text = utf_16_units(text)
    _set_option(layout, rtl=measure.rtl)
    lines = _break(layout, formats, measure)
    if any(line.naturalTextWidth() > measure.width + _SLOPS[0] for line in lines):
        _set_option(layout, rtl=measure.rtl, whole_words=False)
        lines = _break(layout, formats, measure)
    found = ((at, _gap(line, text, measure)) for at, line in enumerate(lines[:-1]) if not _ends_early(line, text))
    gaps = {at: gap for at, gap in found if gap is not None}
    ends = [line.textStart() + line.textLength() for line in lines]
    for _ in range(3 if gaps else 0):
        lines = _break(layout, [*formats, *(gap.format() for gap in gaps.values())], measure, ends)
        if [line.textStart() + line.textLength() for line in lines] != ends:
            lines = _break(layout, formats, measure)
            break
        missing = {at: measure.width - _advance(lines[at], text, rtl=measure.rtl) for at in gaps}
        if all(abs(slack) <= _EXACT for slack in missing.values()):
            break
        gaps = {at: gap.wider(missing[at]) for at, gap in gaps.items()}
    _place(lines, text, measure)
    return len(lines) * measure.line_height


@dataclass(frozen=True, slots=True)
class _Gap:
    """How much every word space of one line grows."""

    start: int
    length: int
    spaces: int
    pixels: float

    def format(self) -> QTextLayout.FormatRange:
        made = QTextLayout.FormatRange()
        made.start, made.length = self.start, self.length
        spacing = QTextCharFormat()
        spacing.setFontWordSpacing(self.pixels)
        made.format = spacing
        return made

    def wider(self, slack: float) -> _Gap:
        return _Gap(self.start, self.length, self.spaces, self.pixels + slack / self.spaces)


def _set_option(layout: QTextLayout, *, rtl: bool, whole_words: bool = True) -> None:
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    option.setWrapMode(
        QTextOption.WrapMode.WordWrap if whole_words else QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
    )
    layout.setTextOption(option)


def _break(
    layout: QTextLayout, formats: list[QTextLayout.FormatRange], measure: Measure, ends: list[int] | None = None
) -> list[QTextLine]:
    """Break into lines that fit, or into those that end at `ends`."""
    layout.setFormats(formats)
    layout.beginLayout()
    lines: list[QTextLine] = []
    while (line := layout.createLine()).isValid():
        if ends is None or len(lines) >= len(ends):
            line.setLineWidth(measure.width)
        else:
            _fit(line, measure.width, ends[len(lines)])
        lines.append(line)
    layout.endLayout()
    return lines


def _fit(line: QTextLine, width: float, end: int) -> None:
    """Make a line end where it should, whatever width that takes in Qt's eyes."""
    for slop in _SLOPS:
        line.setLineWidth(width + slop)
        if line.textStart() + line.textLength() == end:
            return


def _place(lines: list[QTextLine], text: str, measure: Measure) -> None:
    """Put every line at the start edge, its baseline where the measure wants it."""
    for at, line in enumerate(lines):
        x = measure.width - _advance(line, text, rtl=True) if measure.rtl else 0.0
        line.setPosition(QPointF(x, at * measure.line_height + measure.baseline - line.ascent()))


def _advance(line: QTextLine, text: str, *, rtl: bool) -> float:
    """Return how far the words of a line at x = 0 reach; Qt's natural width also counts a bearing."""
    start = line.textStart()
    words = text[start : start + line.textLength()].rstrip()
    at_edge = words[:1] if rtl else words[-1:]
    if (_RTL_EDGE if rtl else _LTR_EDGE).match(at_edge):
        return cursor_x(line, start if rtl else start + len(words))
    edges = (QTextLine.Edge.Leading, QTextLine.Edge.Trailing)
    return max((cursor_x(line, at, edge) for at in range(start, start + len(words)) for edge in edges), default=0.0)


def _ends_early(line: QTextLine, text: str) -> bool:
    end = line.textStart() + line.textLength()
    return text[end - 1 : end] in _BREAKS


def _gap(line: QTextLine, text: str, measure: Measure) -> _Gap | None:
    """Return how the word spaces of a line must grow; None where it has none or would look torn."""
    start = line.textStart()
    words = text[start : start + line.textLength()].rstrip()
    spaces = words.count(" ")
    if not spaces:
        return None
    pixels = (measure.width - _advance(line, text, rtl=measure.rtl)) / spaces
    return None if pixels > measure.widest else _Gap(start, len(words), spaces, pixels)
