"""The notes of one view under the pointer and the caret, and where their words stand on screen."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from documents.position import Span
from services.notes.anchor_resolution import PlacedAnnotation
from ui.desktop.reader.highlight_ranges import HighlightRange, HighlightRanges

if TYPE_CHECKING:
    from ui.desktop.reader.view import ReaderView


class AnnotationOverlay:
    """Knows the notes that stand in one view."""

    def __init__(self, view: ReaderView) -> None:
        self._view = view
        self.placed: tuple[PlacedAnnotation, ...] = ()

    def show(self, placed: Iterable[PlacedAnnotation]) -> None:
        """Paint notes in the text."""
        self.placed = tuple(placed)
        shown = self._view.shown
        self._view.marks.state.notes = HighlightRanges(self.placed, shown)
        self._view.viewport().update()

    def choose(self, id_: str) -> None:
        """Show the ends of one note, "" of none."""
        if self._view.marks.state.chosen != id_:
            self._view.marks.state.chosen = id_
            self._view.viewport().update()

    def at(self, point: QPointF) -> tuple[str, ...]:
        """Return the ids of the notes whose words are under a point of the viewport, the uppermost first."""
        layout = self._view.provision_layout
        if layout is None or not layout.count:
            return ()
        at = layout.at_y(point.y() + self._view.scrolled())
        found = [b.id for b in self._bands(at) if any(area.contains(point) for area in self._areas(b))]
        return tuple(dict.fromkeys(reversed(found)))

    def of_provision(self) -> tuple[str, ...]:
        """Return the notes of the current provision, the last made first; carried ones are not of this text."""
        shown, at = self._view.shown, self._view.marks.state.current
        if shown is None or at is None or at >= len(shown.provisions):
            return ()
        id_ = shown.provisions[at].id
        met = [one for one in self.placed if any(span.provision == id_ for span in one.spans)]
        return tuple(one.annotation.id for one in reversed(met) if not one.carried)

    def here(self) -> tuple[str, ...]:
        """Return the notes at the caret or on the selection; the last made first."""
        shown, cursor = self._view.shown, self._view.textCursor()
        if shown is None:
            return ()
        spans = self._view.copier.spans() if cursor.hasSelection() else ()
        place = shown.place(cursor.blockNumber(), cursor.positionInBlock()) if shown.provisions else None
        met = [one for one in self.placed if any(_meet(span, other) for span in one.spans for other in spans)]
        if not met and place is not None and not spans:
            met = [
                one
                for one in self.placed
                if any(
                    span.provision == place.provision and span.start <= place.offset <= span.end for span in one.spans
                )
            ]
        return tuple(one.annotation.id for one in reversed(met) if not one.carried)

    def rect(self, id_: str) -> QRectF | None:
        """Return where the words of a note stand in the viewport: the first line of its provision where it has none."""
        bands = self._view.marks.state.notes.of(id_)
        areas = [area for band in bands[:1] for area in self._areas(band)]
        if areas:
            united = QRectF(areas[0])
            for area in areas[1:]:
                united = united.united(area)
            return united
        placed = next((one for one in self.placed if one.annotation.id == id_), None)
        shown, page = self._view.shown, self._view.page
        if placed is None or shown is None or page is None:
            return None
        at = shown.index(placed.spans[0].provision) if placed.spans else 0
        marker = shown.marker_of(placed.spans[0].provision) if at is None else None
        if marker is not None:
            return self._marker_rect(marker)
        rect = self._view.provision_rect(at or 0)
        return QRectF(rect.left(), rect.top(), rect.width(), page.measure.line_height)

    def _marker_rect(self, marker: tuple[int, int, int]) -> QRectF:
        """Return where a footnote's marker stands in the viewport."""
        at, start, end = marker
        boxes = self._areas(HighlightRange(at, start, end, "", ""))
        return boxes[0] if boxes else self._view.provision_rect(at)

    def handle_at(self, point: QPointF, reach: float = 12.0) -> tuple[HighlightRange, bool] | None:
        """Return the end of the chosen note that is at a point: its band, and whether it is the last."""
        for band in self._view.marks.state.notes.of(self._view.marks.state.chosen):
            block = self._view.document().findBlockByNumber(band.at)
            ends = self._view.marks.handles(block, band, self._view.provision_rect(band.at).topLeft())
            for last, (place, there) in enumerate(zip(ends or (), (band.first, band.last), strict=False)):
                if there and (place - point).manhattanLength() <= reach:
                    return band, bool(last)
        return None

    def _bands(self, at: int) -> list[HighlightRange]:
        return [band for near in (at - 1, at, at + 1) for band in self._view.marks.state.notes.get(near)]

    def _areas(self, band: HighlightRange) -> list[QRectF]:
        layout = self._view.provision_layout
        if layout is None:
            return []
        block = self._view.document().findBlockByNumber(band.at)
        layout.blockBoundingRect(block)
        return self._view.marks.bands(block, band.start, band.end, self._view.provision_rect(band.at).topLeft())


def _meet(one: Span, other: Span) -> bool:
    return one.overlaps(other)
