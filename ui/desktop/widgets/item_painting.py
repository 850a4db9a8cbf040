"""Painting of the rows of every list: ground, bar and focus ring, and words laid out in lines (window.md §6)."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem

from documents.language import has_rtl_letter, isolate
from ui.desktop.support.appearance import Appearance
from ui.desktop.support.utf16 import utf16_length, utf16_slice

LINE_SEPARATOR = "\u2028"
_ELLIPSIS, _LOOSE = "…", " \u2028.,:;،؛"

BAR = 3
"""Width of the bar at a row's start edge, in px."""


@dataclass(frozen=True, slots=True)
class RowState:
    """State of a row: current, under the pointer, focused by keyboard, or `visible` on the screen of the reader."""

    current: bool = False
    hovered: bool = False
    focused: bool = False
    visible: bool = False


def row_state(option: QStyleOptionViewItem, *, current: bool, visible: bool = False) -> RowState:
    """Return the state of a row from a view's flags. The focus counts while the view itself has it."""
    flags = option.state
    focused = bool(flags & QStyle.StateFlag.State_HasFocus) and bool(flags & QStyle.StateFlag.State_Active)
    return RowState(current, bool(flags & QStyle.StateFlag.State_MouseOver), focused, visible)


def row_width(option: QStyleOptionViewItem) -> int:
    """Return the width of the whole viewport: rows are painted from edge to edge."""
    widget = option.widget
    return widget.viewport().width() if isinstance(widget, QAbstractItemView) else option.rect.width()


def paint_ground(painter: QPainter, rect: QRect, appearance: Appearance, state: RowState, *, rtl: bool) -> None:
    """Paint ground, start bar and focus ring of a row."""
    if state.current:
        painter.fillRect(rect, appearance.color("accentsoft"))
    elif state.hovered:
        painter.fillRect(rect, appearance.color("hover"))
    if state.current or state.visible:
        bar = QRect(rect.right() + 1 - BAR if rtl else rect.left(), rect.top(), BAR, rect.height())
        painter.fillRect(bar, appearance.color("accent" if state.current else "line2"))
    if state.focused:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(appearance.color("accent"), 2))
        painter.drawRoundedRect(QRectF(rect).adjusted(4, 2, -4, -2), 4, 4)
        painter.restore()


def start_box(rect: QRect, width: int, *, rtl: bool, skip: int = 0) -> QRect:
    """Return the box of `width` that begins `skip` px from the start edge of `rect`."""
    left = rect.right() + 1 - skip - width if rtl else rect.left() + skip
    return QRect(left, rect.top(), width, rect.height())


def end_box(rect: QRect, width: int, *, rtl: bool, skip: int = 0) -> QRect:
    """Return the box of `width` that ends `skip` px before the end edge of `rect`."""
    return start_box(rect, width, rtl=not rtl, skip=skip)


def edge(*, rtl: bool) -> Qt.AlignmentFlag:
    """Return the alignment at the start edge of the interface, never mirrored again by Qt."""
    side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignAbsolute


def draw_line(
    painter: QPainter, box: QRect, words: str, font: QFont, *, rtl: bool, words_rtl: bool | None = None
) -> None:
    """Draw one line of words at the start edge, in the direction of their script, elided at their end."""
    painter.setFont(font)
    own = has_rtl_letter(words) if words_rtl is None else words_rtl
    painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if own else Qt.LayoutDirection.LeftToRight)
    shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, int(edge(rtl=rtl) | Qt.AlignmentFlag.AlignVCenter), shown)


def caption(
    name: str, fact: str, appearance: Appearance, width: float, *, current: bool, insets: tuple[int, int] = (0, 0)
) -> QTextLayout:
    """Lay out a row's name and a fact beside it, or below it where there is no room.

    `insets` is the room that the first line leaves free at its start and end edge.
    """
    bold, plain = QTextCharFormat(), QTextCharFormat()
    heavy, font = appearance.interface_font(12, 600), appearance.interface_font(12)
    bold.setFont(heavy)
    bold.setForeground(appearance.color("ink2"))
    # On the soft accent ground only ink2 has enough contrast (window.md §4).
    plain.setForeground(appearance.color("ink2" if current else "ink3"))
    fits = advance(name + "\u2003", heavy) + advance(fact, font) <= width - sum(insets)
    shown = isolate(name) + ("\u2003" if fits else LINE_SEPARATOR)
    words = shown + isolate(fact, "ltr")
    formats = (format_range(0, len(shown), bold), format_range(len(shown), len(words) - len(shown), plain))
    rtl = appearance.rtl
    return wrapped(words, font, width, rtl=rtl, words_rtl=rtl, lines=6, formats=formats, insets=insets)


def advance(words: str, font: QFont) -> int:
    """Return the room that one line of words needs."""
    return math.ceil(QFontMetricsF(font).horizontalAdvance(words)) + 1


def wrapped(
    words: str,
    font: QFont,
    width: float,
    *,
    rtl: bool,
    lines: int,
    height: float = 0,
    formats: tuple[QTextLayout.FormatRange, ...] = (),
    words_rtl: bool | None = None,
    insets: tuple[int, int] = (0, 0),
) -> QTextLayout:
    """Lay words out in at most `lines` lines of `height` px (0: the font's own) at the start edge.

    Their direction is that of their script unless `words_rtl` is given. `insets` is the room that the first line leaves
    free at its start and end edge.
    """
    layout = QTextLayout(words, font)
    layout.setFormats(formats)
    option = QTextOption(edge(rtl=rtl))
    own = has_rtl_letter(words) if words_rtl is None else words_rtl
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if own else Qt.LayoutDirection.LeftToRight)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    layout.beginLayout()
    y = 0.0
    for number in range(lines):
        line = layout.createLine()
        if not line.isValid():
            break
        start, end = insets if number == 0 else (0, 0)
        line.setLineWidth(max(width - start - end, 1.0))
        line.setPosition(QPointF(end if rtl else start, y + max(0.0, (height - line.height()) / 2) if height else y))
        y += height or line.height()
    layout.endLayout()
    return layout


def fitted(
    words: str, font: QFont, width: float, *, rtl: bool, lines: int, height: float = 0, closing: str = ""
) -> QTextLayout:
    """Lay words out in at most `lines` lines, with an ellipsis and `closing` for the words that do not fit.

    `rtl` is the direction of the words and the edge they begin at.
    """
    shown = words.replace("\n", LINE_SEPARATOR)
    layout = wrapped(shown, font, width, rtl=rtl, words_rtl=rtl, lines=lines, height=height)
    last = layout.lineAt(layout.lineCount() - 1)
    start, end = last.textStart(), last.textStart() + last.textLength()
    if end >= utf16_length(shown):
        return layout
    kept = utf16_slice(shown, start, end).rstrip(_LOOSE)
    tail, metrics = _ELLIPSIS + closing, QFontMetricsF(font)
    while kept and metrics.horizontalAdvance(kept + tail) > width - 1:
        kept = kept.rpartition(" ")[0].rstrip(_LOOSE) or kept[:-1]
    shown = utf16_slice(shown, 0, start) + kept + tail
    return wrapped(shown, font, width, rtl=rtl, words_rtl=rtl, lines=lines, height=height)


def layout_height(layout: QTextLayout, height: float = 0) -> int:
    """Return the height of a layout made by `wrapped` with the same line `height`."""
    if height:
        return int(layout.lineCount() * height + 0.5)
    return int(sum(layout.lineAt(i).height() for i in range(layout.lineCount())) + 0.5)


def format_range(start: int, length: int, char_format: QTextCharFormat) -> QTextLayout.FormatRange:
    """Return a format for UTF-16 units `start` to `start + length`."""
    found = QTextLayout.FormatRange()
    found.start, found.length, found.format = start, length, char_format
    return found


def origin(rect: QRect) -> QPointF:
    """Return a rectangle's top left corner as a point to draw a layout from."""
    return QPointF(QPoint(rect.left(), rect.top()))
