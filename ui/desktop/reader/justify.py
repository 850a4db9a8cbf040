"""Break a clause into lines and justify them by word spaces alone, straight on both sides, last line at the start.

Qt's own justification leaves right-to-left lines ragged at their start and gathers all slack in one gap beside
Latin words, so every line is set to its width by a word-spacing format of its own.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QTextCharFormat, QTextLayout, QTextLine, QTextOption

from ui.desktop.reader.display import utf_16_units
from ui.desktop.reader.shapes import cursor_x

_SLOP = 6.0
"""Qt's line breaker counts the bearing of a line's last glyph: a line set to its width must not break earlier."""

_EXACT = 0.35
"""A line nearer than this many pixels to its width is left as it is."""

_WIDEST_GAP = 3.0
"""A line whose gaps would have to grow by more than this many times is left ragged."""

_BREAKS = "\u2028\n"


@dataclass(frozen=True, slots=True)
class Measure:
    """Width of the column, height of a line and where its baseline stands, in pixels; the text's direction."""

    width: float
    line_height: float
    baseline: float
    rtl: bool

    def narrower(self, indent: float) -> Measure:
        """Return the measure of a clause that is moved in by `indent`."""
        return self if not indent else replace(self, width=self.width - indent)


def lay_out(layout: QTextLayout, text: str, formats: list[QTextLayout.FormatRange], measure: Measure) -> float:
    """Lay a clause out and return its height; a block's layout does not know its `text` itself."""
    text = utf_16_units(text)
    _set_option(layout, rtl=measure.rtl)
    lines = _break(layout, formats, measure, slop=0.0)
    found = ((at, _gap(line, text, measure.width)) for at, line in enumerate(lines[:-1]) if not _ends_early(line, text))
    gaps = {at: gap for at, gap in found if gap is not None}
    if not gaps:
        return len(lines) * measure.line_height
    ends = [line.textStart() + line.textLength() for line in lines]
    for _ in range(2):
        lines = _break(layout, [*formats, *(gap.format() for gap in gaps.values())], measure, slop=_SLOP)
        if [line.textStart() + line.textLength() for line in lines] != ends:
            lines = _break(layout, formats, measure, slop=0.0)
            break
        missing = {at: measure.width - lines[at].naturalTextWidth() for at in gaps}
        if all(abs(slack) <= _EXACT for slack in missing.values()):
            break
        gaps = {at: gap.wider(missing[at]) for at, gap in gaps.items()}
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


def _set_option(layout: QTextLayout, *, rtl: bool) -> None:
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)


def _break(
    layout: QTextLayout, formats: list[QTextLayout.FormatRange], measure: Measure, *, slop: float
) -> list[QTextLine]:
    layout.setFormats(formats)
    layout.beginLayout()
    lines: list[QTextLine] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(measure.width + slop)
        lines.append(line)
    layout.endLayout()
    for at, line in enumerate(lines):
        x = measure.width - line.naturalTextWidth() if measure.rtl else 0.0
        line.setPosition(QPointF(x, at * measure.line_height + measure.baseline - line.ascent()))
    return lines


def _ends_early(line: QTextLine, text: str) -> bool:
    end = line.textStart() + line.textLength()
    return text[end - 1 : end] in _BREAKS


def _gap(line: QTextLine, text: str, width: float) -> _Gap | None:
    """Return how the word spaces of a line must grow; None where it has none or would look torn."""
    start = line.textStart()
    words = text[start : start + line.textLength()].rstrip()
    spaces = words.count(" ")
    if not spaces:
        return None
    used = min(line.naturalTextWidth(), abs(cursor_x(line, start) - cursor_x(line, start + len(words))) or width)
    pixels = (width - used) / spaces
    torn = pixels > _WIDEST_GAP * width / 40
    return None if torn else _Gap(start, len(words), spaces, pixels)
