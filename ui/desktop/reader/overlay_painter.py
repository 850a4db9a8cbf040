"""What lies under and over the words: hits, lit words, current provision, flash; dots of corrections, frames, rings.

Heights are told from the baseline of a line, as window.md §6 gives them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextBlock, QTextCharFormat, QTextLayout

from documents.citations.citation import Citation, CitationStatus
from documents.corrections import Correction
from ui.desktop.reader.display import ShownMarker, utf_16_units
from ui.desktop.reader.highlight_ranges import HighlightRange, HighlightRanges
from ui.desktop.reader.hotspots import Hotspot
from ui.desktop.reader.metrics import PageMetrics
from ui.desktop.reader.text_formats import format_range
from ui.desktop.reader.text_geometry import stretches
from ui.desktop.support.appearance import Appearance

_ABOVE, _BAND = 19.0, 27.0
_DOTS_BELOW, _DOT = 8.0, 2.0
_TARGET = 24.0
"""Least side of a marker's hit area."""

_BAR, _FLASH_BAR = 2.0, 6.0
_INSET = 3.0
"""By how much a highlight over another is lower, above and below."""

_HANDLE, _HANDLE_BELOW = 5.0, 10.0


@dataclass
class OverlayState:
    """What is marked at the moment; spans are UTF-16 in their provision."""

    hits: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    current_hit: tuple[int, int, int] | None = None
    lit: dict[int, list[Hotspot]] = field(default_factory=dict)
    current: int | None = None
    flash: int | None = None
    hovered: Hotspot | None = None
    focused: Hotspot | None = None
    notes: HighlightRanges = field(default_factory=HighlightRanges)
    chosen: str = ""
    """The id of the note that is worked on: its ends can be dragged."""


class OverlayPainter:
    """Paints the marks of one provision; asks `stops` for what stands in it."""

    def __init__(self, appearance: Appearance, hotspots: Callable[[int], list[Hotspot]]) -> None:
        self._appearance = appearance
        self._hotspots = hotspots
        self.state = OverlayState()
        self.page: PageMetrics | None = None

    # Where spans stand

    def bands(self, block: QTextBlock, start: int, end: int, origin: QPointF) -> list[QRectF]:
        """Return the rectangles behind a span, one for each visual run of each line, in the document."""
        return [
            QRectF(left, self._baseline(line) - _ABOVE * self._scale, right - left, _BAND * self._scale).translated(
                origin
            )
            for line, left, right in self._runs(block, start, end)
        ]

    def marker_box(self, block: QTextBlock, hotspot: Hotspot, origin: QPointF) -> QRectF:
        """Return the box drawn round a marker."""
        box = QRectF()
        for line, left, right in self._runs(block, hotspot.start, hotspot.end):
            top = self._baseline(line) - 21.0 * self._scale
            box = box.united(QRectF(left - 1, top, right - left + 2, 20.0 * self._scale))
        return box.translated(origin) if not box.isNull() else box

    def hit_areas(self, block: QTextBlock, hotspot: Hotspot, origin: QPointF) -> list[QRectF]:
        """Return where a pointer meets a stop; a marker's area is never below 24 px."""
        if not isinstance(hotspot.value, ShownMarker):
            return self.bands(block, hotspot.start, hotspot.end, origin)
        box = self.marker_box(block, hotspot, origin)
        wider, taller = max(0.0, _TARGET - box.width()) / 2, max(0.0, _TARGET - box.height()) / 2
        return [box.adjusted(-wider, -taller, wider, taller)]

    # What a ProvisionLayout asks

    def before(self, painter: QPainter, at: int, block: QTextBlock, origin: QPointF) -> None:
        """Paint flash, bar, lit words and hits, later ones on top."""
        self._provision_ground(painter, at, block, origin)
        for note in self.state.notes.get(at):
            self._highlight(painter, block, note, origin)
        for hotspot in self.state.lit.get(at, ()):
            if isinstance(hotspot.value, ShownMarker):
                token = "warn" if hotspot.value.is_doubtful else "accent"
                self._fill_round(painter, self.marker_box(block, hotspot, origin), token)
            else:
                for band in self.bands(block, hotspot.start, hotspot.end, origin):
                    painter.fillRect(band, self._color("accentsoft"))
        for start, end in self.state.hits.get(at, ()):
            token = "hitcur" if self.state.current_hit == (at, start, end) else "hit"
            for band in self.bands(block, start, end, origin):
                self._fill_round(painter, band, token)

    def looks(self, at: int) -> list[QTextLayout.FormatRange]:
        """Return the colours of words that a mark changes: words in a hit are ink, a lit marker is inverse."""
        spans = [(start, end, "ink") for start, end in self.state.hits.get(at, ())]
        lit = self.state.lit.get(at, ())
        spans += [(s.start, s.end, "onaccent") for s in lit if isinstance(s.value, ShownMarker)]
        made = []
        for start, end, token in spans:
            look = QTextCharFormat()
            look.setForeground(self._color(token))
            made.append(format_range(start, end, look))
        return made

    def after(self, painter: QPainter, at: int, block: QTextBlock, origin: QPointF) -> None:
        """Paint underlines, dots of corrections, the frame of a hovered marker and the ring of the focus."""
        for hotspot in self.state.lit.get(at, ()):
            if not isinstance(hotspot.value, ShownMarker):
                self._underline(painter, block, hotspot, origin, 2.0)
        for note in self.state.notes.get(at):
            self._note_lines(painter, block, note, origin)
        hovered, focused = self.state.hovered, self.state.focused
        if hovered is not None and hovered.at == at:
            self._hover(painter, block, hovered, origin)
        for hotspot in self._hotspots(at):
            if isinstance(hotspot.value, Correction):
                self._dots(painter, block, hotspot, origin, "corr", hollow=not hotspot.value.applied)
            elif _is_doubtful(hotspot):
                self._dots(painter, block, hotspot, origin, "warn", hollow=True)
            elif isinstance(hotspot.value, Citation) and hotspot.value.by_user:
                self._dashes(painter, block, hotspot, origin)
        if focused is not None and focused.at == at:
            self._ring(painter, block, focused, origin)

    def handles(self, block: QTextBlock, note: HighlightRange, origin: QPointF) -> tuple[QPointF, QPointF] | None:
        """Return where the beginning and the end of a note can be taken hold of: below its first and last line."""
        runs = list(self._runs(block, note.start, note.end))
        if not runs:
            return None
        rtl = self.page is not None and self.page.measure.rtl
        (first, left, right), (last, left_, right_) = runs[0], runs[-1]
        return (
            origin + QPointF(right if rtl else left, self._baseline(first) + _HANDLE_BELOW * self._scale),
            origin + QPointF(left_ if rtl else right_, self._baseline(last) + _HANDLE_BELOW * self._scale),
        )

    # Inside

    @property
    def _scale(self) -> float:
        return self.page.scale if self.page is not None else 1.0

    def _color(self, token: str) -> QColor:
        return self._appearance.color(token)

    def _baseline(self, line: int) -> float:
        assert self.page is not None
        return line * self.page.measure.line_height + self.page.measure.baseline

    def _runs(self, block: QTextBlock, start: int, end: int) -> Iterable[tuple[int, float, float]]:
        assert self.page is not None
        units, layout = utf_16_units(block.text()), block.layout()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            first, last = line.textStart(), line.textStart() + line.textLength()
            if first < end and start < last:
                upto = len(units[:last].rstrip()) if end >= last else end
                words = units[first:last]
                for left, right in stretches(line, words, start, max(upto, start), rtl=self.page.measure.rtl):
                    yield number, left, right

    def _provision_ground(self, painter: QPainter, at: int, block: QTextBlock, origin: QPointF) -> None:
        page = self.page
        if page is None or at not in {self.state.current, self.state.flash}:
            return
        flashing = at == self.state.flash
        height = block.layout().lineCount() * page.measure.line_height
        if flashing:
            ground = QRectF(page.left - 6, origin.y(), page.width + 12, height)
            painter.fillRect(ground, self._color("accentsoft"))
        width = _FLASH_BAR if flashing else _BAR
        centre = page.bar_x + _BAR / 2
        painter.fillRect(QRectF(centre - width / 2, origin.y() + 2, width, height - 4), self._color("accent"))

    def _fill_round(self, painter: QPainter, box: QRectF, token: str) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._color(token))
        painter.drawRoundedRect(box, 2, 2)
        painter.restore()

    def _highlight(self, painter: QPainter, block: QTextBlock, note: HighlightRange, origin: QPointF) -> None:
        """Paint the ground of a coloured note; one over another is inset, so that both are seen."""
        if not note.colour:
            return
        inset = min(note.depth, 3) * _INSET * self._scale
        for band in self.bands(block, note.start, note.end, origin):
            painter.fillRect(band.adjusted(0, inset, 0, -inset), self._appearance.mark(note.colour))

    def _note_lines(self, painter: QPainter, block: QTextBlock, note: HighlightRange, origin: QPointF) -> None:
        """Underline a note without colour, and show the ends of the one that is worked on."""
        chosen = note.id == self.state.chosen
        if not note.colour and not note.whole:
            for band in self.bands(block, note.start, note.end, origin):
                line = QRectF(band.left(), band.bottom() - 1.5, band.width(), 1.5)
                painter.fillRect(line, self._color("accent"))
        if not chosen:
            return
        if note.colour:
            for band in self.bands(block, note.start, note.end, origin):
                strip = QRectF(band.left(), band.bottom() - 2, band.width(), 2)
                painter.fillRect(strip, self._appearance.mark(note.colour, strip=True))
        ends = self.handles(block, note, origin)
        for shown, place in zip((note.first, note.last), ends or (), strict=False):
            if shown:
                self._handle(painter, place)

    def _handle(self, painter: QPainter, place: QPointF) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._color("paper"), 1.5))
        painter.setBrush(self._color("accent"))
        painter.drawEllipse(place, _HANDLE, _HANDLE)
        painter.restore()

    def _underline(self, painter: QPainter, block: QTextBlock, hotspot: Hotspot, origin: QPointF, width: float) -> None:
        for band in self.bands(block, hotspot.start, hotspot.end, origin):
            painter.fillRect(QRectF(band.left(), band.bottom() - width, band.width(), width), self._color("accent"))

    def _dashes(self, painter: QPainter, block: QTextBlock, hotspot: Hotspot, origin: QPointF) -> None:
        """Underline the user's own answer with dashes."""
        for band in self.bands(block, hotspot.start, hotspot.end, origin):
            x, step = band.left(), 6.0 * self._scale
            while x < band.right():
                width = min(0.6 * step, band.right() - x)
                painter.fillRect(QRectF(x, band.bottom() - 1, width, 1.0), self._color("accent"))
                x += step

    def _hover(self, painter: QPainter, block: QTextBlock, hotspot: Hotspot, origin: QPointF) -> None:
        if isinstance(hotspot.value, Citation):
            self._underline(painter, block, hotspot, origin, 1.0)
        elif isinstance(hotspot.value, ShownMarker):
            self._frame(painter, self.marker_box(block, hotspot, origin), 1.0)

    def _ring(self, painter: QPainter, block: QTextBlock, hotspot: Hotspot, origin: QPointF) -> None:
        for area in self.hit_areas(block, hotspot, origin):
            self._frame(painter, area.adjusted(-1, -1, 1, 1), 2.0)

    def _frame(self, painter: QPainter, box: QRectF, width: float) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._color("accent"), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 3, 3)
        painter.restore()

    def _dots(
        self, painter: QPainter, block: QTextBlock, hotspot: Hotspot, origin: QPointF, token: str, *, hollow: bool
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = _DOT * self._scale
        radius = size * (0.75 if hollow else 0.5)
        painter.setPen(QPen(self._color(token), max(0.8, size * 0.3)) if hollow else Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush if hollow else self._color(token))
        for line, left, right in self._runs(block, hotspot.start, hotspot.end):
            y = origin.y() + self._baseline(line) + _DOTS_BELOW * self._scale + size / 2
            x = origin.x() + left + radius
            while x <= origin.x() + right - radius / 2:
                painter.drawEllipse(QPointF(x, y), radius, radius)
                x += size * (3.2 if hollow else 2.0)
        painter.restore()


def _is_doubtful(hotspot: Hotspot) -> bool:
    """Say whether a stop is a marker with another number than its footnote's, or a citation of nobody knows what."""
    if isinstance(hotspot.value, ShownMarker):
        return hotspot.value.is_doubtful
    return isinstance(hotspot.value, Citation) and hotspot.value.status is not CitationStatus.RESOLVED
