"""The places of a text that answer to pointer and keyboard: footnote markers, citations and corrections."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from documents.citations.citation import Citation, CitationStatus
from documents.corrections import Correction
from documents.position import Span
from ui.desktop.reader.display import ShownMarker
from ui.desktop.reader.shown_text import ShownText

HotspotValue = ShownMarker | Citation | Correction


@dataclass(frozen=True, slots=True)
class Hotspot:
    """A marker, citation or correction at UTF-16 `start` to `end` of the provision with index `at`."""

    at: int
    start: int
    end: int
    value: HotspotValue

    @property
    def is_doubtful(self) -> bool:
        """Whether a marker's number is not that of its footnote, or a citation is not resolved."""
        if isinstance(self.value, ShownMarker):
            return self.value.is_doubtful
        return isinstance(self.value, Citation) and self.value.status is not CitationStatus.RESOLVED


class Hotspots:
    """The hotspots of a shown text, computed for a provision when first asked for."""

    def __init__(self, shown: ShownText | None = None) -> None:
        self._shown = shown
        self._found: dict[int, list[Hotspot]] = {}

    def of(self, at: int) -> list[Hotspot]:
        """Return the hotspots of a provision in text order, a marker before the words around it."""
        if at not in self._found:
            shown = self._shown
            self._found[at] = _find(shown, at) if shown is not None and at < len(shown.texts) else []
        return self._found[at]

    def markers(self, at: int) -> list[Hotspot]:
        """Return the footnote markers of a provision."""
        return [hotspot for hotspot in self.of(at) if isinstance(hotspot.value, ShownMarker)]

    def touching(self, at: int, offset: int) -> Hotspot | None:
        """Return the hotspot that a caret at a UTF-16 offset touches: a marker, else the shortest words."""
        return _touching(self.of(at), offset)

    def marker_touching(self, at: int, offset: int) -> Hotspot | None:
        """Return the marker that a caret at a UTF-16 offset touches."""
        return _touching(self.markers(at), offset)

    def neighbour(self, at: int, focused: Hotspot | None, *, forward: bool) -> Hotspot | None:
        """Return the hotspot of a provision after (or before) the focused one, or None.

        Without a focused hotspot in this provision it is the first (or last).
        """
        found = self.of(at)
        if focused is None or focused not in found:
            index = 0 if forward else len(found) - 1
        else:
            index = found.index(focused) + (1 if forward else -1)
        return found[index] if 0 <= index < len(found) else None

    def next_marker(self, at: int, offset: int, focused: Hotspot | None, *, forward: bool) -> Hotspot | None:
        """Return the next (or previous) marker of the text from a UTF-16 offset, other than the focused one."""
        if self._shown is None:
            return None
        provisions = range(at, len(self._shown.texts)) if forward else range(at, -1, -1)
        for index in provisions:
            markers = self.markers(index) if self._shown.texts[index].markers else []
            for marker in markers if forward else reversed(markers):
                here, there = (at, offset), (index, marker.start)
                if (there >= here if forward else there <= here) and marker != focused:
                    return marker
        return None

    def citation_near(self, at: int, offset: int, targets: Iterable[str] = ()) -> Citation | None:
        """Return the citation with a target that a command at a caret means.

        It is the shortest one that the caret touches, else the first of the provision that cites one of `targets`,
        else the first of the provision where all of them cite the same.
        """
        cited = [(spot, spot.value) for spot in self.of(at) if isinstance(spot.value, Citation) and spot.value.target]
        touched = [(spot.end - spot.start, value) for spot, value in cited if spot.start <= offset <= spot.end]
        if touched:
            return min(touched, key=lambda pair: pair[0])[1]
        wanted = set(targets)
        named = [value for _, value in cited if value.target in wanted]
        if named:
            return named[0]
        return cited[0][1] if len({value.target for _, value in cited}) == 1 else None


def _find(shown: ShownText, at: int) -> list[Hotspot]:
    """Return the hotspots of a provision. A pinpoint has its own, with the citation and that pinpoint alone."""
    displayed = shown.texts[at]
    found = [Hotspot(at, displayed.utf_16(each.start), displayed.utf_16(each.end), each) for each in displayed.markers]
    cited = [citation for citation in shown.citations(at) if not citation.own]
    values: list[tuple[Span, Citation | Correction]] = [(citation.span, citation) for citation in cited]
    values += [(each.span, replace(citation, pinpoints=(each,))) for citation in cited for each in citation.pinpoints]
    values += [(correction.span, correction) for correction in shown.corrections(at)]
    for span, value in values:
        place = shown.shown_span(span)
        if place is not None and place[0] == at and place[1] < place[2]:
            found.append(Hotspot(at, place[1], place[2], value))
    return sorted(found, key=lambda hotspot: (hotspot.start, hotspot.end))


def _touching(hotspots: Iterable[Hotspot], offset: int) -> Hotspot | None:
    touched = [hotspot for hotspot in hotspots if hotspot.start <= offset <= hotspot.end]
    return min(touched, key=lambda each: (not isinstance(each.value, ShownMarker), each.end - each.start), default=None)
