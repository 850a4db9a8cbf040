"""Break a provision into lines and justify all but the last by word spacing.

Qt's own justification leaves right-to-left lines ragged at their start and puts all slack into one gap beside Latin
words. Here each line gets a word-spacing format of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QTextCharFormat, QTextLayout, QTextLine, QTextOption

from ui.desktop.reader.display import utf_16_units

_SLOPS = (6.0, 2.0, 12.0, 0.0, 24.0, -4.0, 48.0)
"""Additions to the line width, tried in order until Qt breaks a justified line where it broke before.

Qt's line breaker counts the bearing of the last glyph.
"""

_EXACT = 0.35
"""Greatest deviation of a justified line from its width, in pixels."""

_TORN = 3.0
"""Most line heights by which a word space may grow, else the line stays ragged."""

_FEW, _CHARACTER, _SPACE, _LINE = 38, 7.28, 6.125, 38.0
"""Characters below which a line is short, and at 100 % the pixels of a character, a word space and a line."""

_WIDEST_SPACE = 3.0
"""Most natural word spaces that one may grow to in short lines (text at 200–300 % in a narrow window).

A line that would need more stays ragged, since wide gaps read worse than a ragged edge. Where 38 characters or more
fit, every line is justified.
"""

_RTL_EDGE = re.compile("[\u0621-\u065f\u0671-\u06d3]")
_LTR_EDGE = re.compile("[A-Za-z,.;:]")
"""Characters at the edge of a line whose cursor is at the end of the line. Beside others it may be across a number."""

_BREAKS = "\u2028\n"


@dataclass(frozen=True, slots=True)
class Measure:
    """Column width, line height and baseline (from the top of the line) in pixels, and the direction of the text."""

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
        """Return the measure of a provision indented by `indent` pixels."""
        return self if not indent else replace(self, width=self.width - indent)


def lay_out(layout: QTextLayout, text: str, formats: list[QTextLayout.FormatRange], measure: Measure) -> float:
    """Lay out a provision and return its height. `text` is that of the block, which its layout does not know."""
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
    """The growth of every word space of one line, in pixels."""

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
    """Break into lines that fit, or into lines that end at the positions `ends`."""
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
    """Set the width of a line so that it ends at position `end`."""
    for slop in _SLOPS:
        line.setLineWidth(width + slop)
        if line.textStart() + line.textLength() == end:
            return


def _place(lines: list[QTextLine], text: str, measure: Measure) -> None:
    """Put every line at the start edge, on the baseline of the measure."""
    for at, line in enumerate(lines):
        x = measure.width - _advance(line, text, rtl=True) if measure.rtl else 0.0
        line.setPosition(QPointF(x, at * measure.line_height + measure.baseline - line.ascent()))


def _advance(line: QTextLine, text: str, *, rtl: bool) -> float:
    """Return the advance width of the words of a line at x = 0. Qt's natural width also counts a bearing."""
    start = line.textStart()
    words = text[start : start + line.textLength()].rstrip()
    at_edge = words[:1] if rtl else words[-1:]
    if (_RTL_EDGE if rtl else _LTR_EDGE).match(at_edge):
        return cursor_x(line, start if rtl else start + len(words))
    edges = (QTextLine.Edge.Leading, QTextLine.Edge.Trailing)
    return max((cursor_x(line, at, edge) for at in range(start, start + len(words)) for edge in edges), default=0.0)


def cursor_x(line: QTextLine, position: int, edge: QTextLine.Edge = QTextLine.Edge.Leading) -> float:
    """Return the x of a cursor position in a line."""
    found: Any = line.cursorToX(position, edge)
    return float(found[0]) if isinstance(found, tuple) else float(found)


def _ends_early(line: QTextLine, text: str) -> bool:
    end = line.textStart() + line.textLength()
    return text[end - 1 : end] in _BREAKS


def _gap(line: QTextLine, text: str, measure: Measure) -> _Gap | None:
    """Return the growth of the word spaces of a line, or None without spaces or where they would grow too much."""
    start = line.textStart()
    words = text[start : start + line.textLength()].rstrip()
    spaces = words.count(" ")
    if not spaces:
        return None
    pixels = (measure.width - _advance(line, text, rtl=measure.rtl)) / spaces
    return None if pixels > measure.widest else _Gap(start, len(words), spaces, pixels)
