"""Paint the overlays of the text: notes, search hits, linked hotspots, current provision, corrections and focus.

Distances are measured from the baseline of a line (window.md §6).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextCharFormat, QTextLayout

from documents.citations.citation import Citation
from documents.corrections import Correction
from ui.desktop.reader.display import ShownMarker
from ui.desktop.reader.highlight_ranges import HighlightRange, HighlightRanges
from ui.desktop.reader.hotspots import Hotspot, Hotspots
from ui.desktop.reader.text_formats import format_range
from ui.desktop.reader.text_geometry import TextGeometry
from ui.desktop.support.appearance import Appearance

_DOTS_BELOW, _DOT = 8.0, 2.0
_BAR, _FLASH_BAR = 2.0, 6.0
_INSET = 3.0
"""Inset of a highlight over another one, above and below."""

_HANDLE = 5.0


@dataclass
class OverlayState:
    """The present marks in a text. Spans are UTF-16 of their provision."""

    hits: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    current_hit: tuple[int, int, int] | None = None
    lit: dict[int, list[Hotspot]] = field(default_factory=dict)
    """The hotspots of the link that is hovered, focused or pinned."""
    current: int | None = None
    """The current provision."""
    flash: int | None = None
    """The provision that flashes after a jump."""
    hovered: Hotspot | None = None
    focused: Hotspot | None = None
    notes: HighlightRanges = field(default_factory=HighlightRanges)
    chosen: str = ""
    """The id of the note being edited, whose ends can be dragged."""


class OverlayPainter:
    """Paints the overlays of one provision at a time, a `ProvisionPainter` of the layout."""

    def __init__(self, appearance: Appearance) -> None:
        self._appearance = appearance
        self.state = OverlayState()
        self._geometry: TextGeometry | None = None
        self._hotspots = Hotspots()

    def start(self, geometry: TextGeometry, hotspots: Hotspots) -> None:
        """Paint the overlays of another text."""
        self._geometry, self._hotspots = geometry, hotspots

    def before(self, painter: QPainter, at: int) -> None:
        """Paint flash, bar, highlights, linked hotspots and search hits, later ones over earlier ones."""
        geometry = self._geometry
        if geometry is None:
            return
        self._paint_current(painter, geometry, at)
        for note in self.state.notes.get(at):
            self._paint_highlight(painter, geometry, note)
        for hotspot in self.state.lit.get(at, ()):
            if isinstance(hotspot.value, ShownMarker):
                token = "warn" if hotspot.value.is_doubtful else "accent"
                self._fill_round(painter, geometry.marker_box(hotspot), token)
            else:
                for band in geometry.bands(at, hotspot.start, hotspot.end):
                    painter.fillRect(band, self._color("accentsoft"))
        for start, end in self.state.hits.get(at, ()):
            token = "hitcur" if self.state.current_hit == (at, start, end) else "hit"
            for band in geometry.bands(at, start, end):
                self._fill_round(painter, band, token)

    def formats(self, at: int) -> list[QTextLayout.FormatRange]:
        """Return the colours of words on a background: ink in a search hit, inverse in a linked marker."""
        spans = [(start, end, "ink") for start, end in self.state.hits.get(at, ())]
        lit = self.state.lit.get(at, ())
        spans += [(each.start, each.end, "onaccent") for each in lit if isinstance(each.value, ShownMarker)]
        made = []
        for start, end, token in spans:
            foreground = QTextCharFormat()
            foreground.setForeground(self._color(token))
            made.append(format_range(start, end, foreground))
        return made

    def after(self, painter: QPainter, at: int) -> None:
        """Paint underlines, dots of corrections, the frame of the hovered marker and the ring of the focus."""
        geometry = self._geometry
        if geometry is None:
            return
        for hotspot in self.state.lit.get(at, ()):
            if not isinstance(hotspot.value, ShownMarker):
                self._underline(painter, geometry, hotspot, 2.0)
        for note in self.state.notes.get(at):
            self._paint_note_lines(painter, geometry, note)
        hovered, focused = self.state.hovered, self.state.focused
        if hovered is not None and hovered.at == at:
            self._paint_hover(painter, geometry, hovered)
        for hotspot in self._hotspots.of(at):
            self._paint_status(painter, geometry, hotspot)
        if focused is not None and focused.at == at:
            for area in geometry.hit_areas(focused):
                self._frame(painter, area.adjusted(-1, -1, 1, 1), 2.0)

    # Inside

    def _color(self, token: str) -> QColor:
        return self._appearance.color(token)

    def _paint_current(self, painter: QPainter, geometry: TextGeometry, at: int) -> None:
        """Paint the bar of the current provision, or the background and the wide bar of the flashing one."""
        if at not in {self.state.current, self.state.flash}:
            return
        page, rect = geometry.layout.page, geometry.layout.text_rect(at)
        flashing = at == self.state.flash
        if flashing:
            ground = QRectF(page.left - 6, rect.top(), page.width + 12, rect.height())
            painter.fillRect(ground, self._color("accentsoft"))
        width = _FLASH_BAR if flashing else _BAR
        centre = page.bar_x + _BAR / 2
        bar = QRectF(centre - width / 2, rect.top() + 2, width, rect.height() - 4)
        painter.fillRect(bar, self._color("accent"))

    def _paint_highlight(self, painter: QPainter, geometry: TextGeometry, note: HighlightRange) -> None:
        """Paint the background of a coloured note, inset where it lies over another so that both are visible."""
        if not note.colour:
            return
        inset = min(note.depth, 3) * _INSET * geometry.layout.page.scale
        for band in geometry.bands(note.at, note.start, note.end):
            painter.fillRect(band.adjusted(0, inset, 0, -inset), self._appearance.mark(note.colour))

    def _paint_note_lines(self, painter: QPainter, geometry: TextGeometry, note: HighlightRange) -> None:
        """Underline a note without colour, and paint the handles of the note being edited."""
        if not note.colour and not note.whole:
            for band in geometry.bands(note.at, note.start, note.end):
                line = QRectF(band.left(), band.bottom() - 1.5, band.width(), 1.5)
                painter.fillRect(line, self._color("accent"))
        if note.id != self.state.chosen:
            return
        if note.colour:
            for band in geometry.bands(note.at, note.start, note.end):
                strip = QRectF(band.left(), band.bottom() - 2, band.width(), 2)
                painter.fillRect(strip, self._appearance.mark(note.colour, strip=True))
        for shown, centre in zip((note.first, note.last), geometry.handles(note) or (), strict=False):
            if shown:
                self._paint_handle(painter, centre)

    def _paint_handle(self, painter: QPainter, centre: QPointF) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._color("paper"), 1.5))
        painter.setBrush(self._color("accent"))
        painter.drawEllipse(centre, _HANDLE, _HANDLE)
        painter.restore()

    def _paint_status(self, painter: QPainter, geometry: TextGeometry, hotspot: Hotspot) -> None:
        """Paint dots under corrections and doubts, and dashes under a citation that the user corrected."""
        if isinstance(hotspot.value, Correction):
            self._paint_dots(painter, geometry, hotspot, "corr", hollow=not hotspot.value.applied)
        elif hotspot.is_doubtful:
            self._paint_dots(painter, geometry, hotspot, "warn", hollow=True)
        elif isinstance(hotspot.value, Citation) and hotspot.value.by_user:
            self._paint_dashes(painter, geometry, hotspot)

    def _paint_hover(self, painter: QPainter, geometry: TextGeometry, hotspot: Hotspot) -> None:
        if isinstance(hotspot.value, Citation):
            self._underline(painter, geometry, hotspot, 1.0)
        elif isinstance(hotspot.value, ShownMarker):
            self._frame(painter, geometry.marker_box(hotspot), 1.0)

    def _paint_dots(
        self, painter: QPainter, geometry: TextGeometry, hotspot: Hotspot, token: str, *, hollow: bool
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = geometry.layout.page.scale
        size = _DOT * scale
        radius = size * (0.75 if hollow else 0.5)
        painter.setPen(QPen(self._color(token), max(0.8, size * 0.3)) if hollow else Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush if hollow else self._color(token))
        for run in geometry.runs(hotspot.at, hotspot.start, hotspot.end):
            x, y = run.left + radius, run.baseline + _DOTS_BELOW * scale + size / 2
            while x <= run.right - radius / 2:
                painter.drawEllipse(QPointF(x, y), radius, radius)
                x += size * (3.2 if hollow else 2.0)
        painter.restore()

    def _paint_dashes(self, painter: QPainter, geometry: TextGeometry, hotspot: Hotspot) -> None:
        step = 6.0 * geometry.layout.page.scale
        for band in geometry.bands(hotspot.at, hotspot.start, hotspot.end):
            x = band.left()
            while x < band.right():
                width = min(0.6 * step, band.right() - x)
                painter.fillRect(QRectF(x, band.bottom() - 1, width, 1.0), self._color("accent"))
                x += step

    def _underline(self, painter: QPainter, geometry: TextGeometry, hotspot: Hotspot, width: float) -> None:
        for band in geometry.bands(hotspot.at, hotspot.start, hotspot.end):
            painter.fillRect(QRectF(band.left(), band.bottom() - width, band.width(), width), self._color("accent"))

    def _fill_round(self, painter: QPainter, box: QRectF, token: str) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._color(token))
        painter.drawRoundedRect(box, 2, 2)
        painter.restore()

    def _frame(self, painter: QPainter, box: QRectF, width: float) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._color("accent"), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 3, 3)
        painter.restore()
