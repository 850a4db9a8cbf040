"""The notes of the shown text: which of them stand at a place, and where their words are on the page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QPointF, QRectF

from documents.position import Position, Span
from services.notes.anchor_resolution import PlacedAnnotation
from ui.desktop.reader.highlight_ranges import Handle, HighlightRange, HighlightRanges
from ui.desktop.reader.overlay_painter import OverlayState
from ui.desktop.reader.shown_text import ShownText
from ui.desktop.reader.text_geometry import TextGeometry

_REACH = 12.0
"""Greatest distance of the pointer from the handle it takes, in pixels."""


class AnnotationOverlay:
    """Marks notes in a text and finds them again. Points and rectangles are in pixels of the document."""

    def __init__(self, state: OverlayState, changed: Callable[[], None]) -> None:
        """Write the marks to `state`. `changed` is called when they have to be painted again."""
        self._state, self._changed = state, changed
        self._placed: tuple[PlacedAnnotation, ...] = ()
        self._shown: ShownText | None = None
        self._geometry: TextGeometry | None = None

    def start(self, shown: ShownText, geometry: TextGeometry) -> None:
        """Mark the notes in another text, or in another reading of it."""
        self._shown, self._geometry = shown, geometry
        self.show(self._placed)

    def show(self, placed: Iterable[PlacedAnnotation]) -> None:
        """Mark these notes in the text."""
        self._placed = tuple(placed)
        self._state.notes = HighlightRanges(self._placed, self._shown)
        self._changed()

    def choose(self, id_: str) -> None:
        """Show the handles of one note, of none with ""."""
        if self._state.chosen != id_:
            self._state.chosen = id_
            self._changed()

    # Which notes: the last made first, without those carried over from another language

    def on_provision(self, provision: str) -> tuple[str, ...]:
        """Return the ids of the notes that stand on a provision."""
        return self._ids(lambda span: span.provision == provision)

    def on_spans(self, spans: Sequence[Span]) -> tuple[str, ...]:
        """Return the ids of the notes that share words with any of these spans."""
        return self._ids(lambda span: any(span.overlaps(other) for other in spans))

    def on_place(self, place: Position) -> tuple[str, ...]:
        """Return the ids of the notes whose words contain or touch a place."""
        return self._ids(lambda span: span.provision == place.provision and span.start <= place.offset <= span.end)

    # Where notes are

    def at(self, point: QPointF) -> tuple[str, ...]:
        """Return the ids of the notes whose words are at a point, the uppermost first."""
        if self._geometry is None or not self._geometry.layout.count:
            return ()
        at = self._geometry.layout.at_y(point.y())
        near = [each for index in (at - 1, at, at + 1) for each in self._state.notes.get(index)]
        found = [each.id for each in near if any(area.contains(point) for area in self._areas(each))]
        return tuple(dict.fromkeys(reversed(found)))

    def rect(self, id_: str) -> QRectF | None:
        """Return the rectangle of the words of a note in its first provision.

        Without marked words it is the marker of its footnote, else the first line of its provision or of the document.
        None for an unknown note.
        """
        areas = [area for each in self._state.notes.of(id_)[:1] for area in self._areas(each)]
        if areas:
            united = QRectF(areas[0])
            for area in areas[1:]:
                united = united.united(area)
            return united
        placed = next((one for one in self._placed if one.annotation.id == id_), None)
        if placed is None or self._shown is None or self._geometry is None:
            return None
        at = self._shown.index(placed.spans[0].provision) if placed.spans else 0
        marker = self._shown.marker_of(placed.spans[0].provision) if at is None else None
        if marker is not None and (boxes := self._geometry.bands(*marker)):
            return boxes[0]
        layout = self._geometry.layout
        rect = layout.text_rect(marker[0] if marker is not None else at or 0)
        return QRectF(rect.left(), rect.top(), rect.width(), layout.page.measure.line_height)

    def handle_at(self, point: QPointF) -> Handle | None:
        """Return the handle of the chosen note at a point."""
        if self._geometry is None:
            return None
        for each in self._state.notes.of(self._state.chosen):
            ends = self._geometry.handles(each) or ()
            for is_end, (centre, there) in enumerate(zip(ends, (each.first, each.last), strict=False)):
                if there and (centre - point).manhattanLength() <= _REACH:
                    return Handle(each, bool(is_end))
        return None

    def extent(self, id_: str) -> tuple[int, int] | None:
        """Return the positions in Qt's document where a marked note begins and ends, else None."""
        ranges = self._state.notes.of(id_)
        if not ranges or self._shown is None:
            return None
        first, last = ranges[0], ranges[-1]
        return self._shown.starts[first.at] + first.start, self._shown.starts[last.at] + last.end

    def _ids(self, meets: Callable[[Span], bool]) -> tuple[str, ...]:
        met = [one for one in self._placed if not one.carried and any(meets(span) for span in one.spans)]
        return tuple(one.annotation.id for one in reversed(met))

    def _areas(self, each: HighlightRange) -> list[QRectF]:
        return [] if self._geometry is None else self._geometry.bands(each.at, each.start, each.end)
