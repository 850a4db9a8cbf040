"""The notes of a text as stretches of its provisions: what is painted behind the words, and what is under a point."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from documents.annotations.model import AnnotationKind
from documents.position import Span
from services.notes.anchor_resolution import PlacedAnnotation
from ui.desktop.reader.shown_text import ShownText


@dataclass(frozen=True, slots=True)
class HighlightRange:
    """A stretch of one provision that belongs to a note; `start` and `end` are UTF-16 in the displayed provision.

    `depth` counts the notes that it lies over; `whole` is a whole provision. `first` and `last` say whether the note
    begins and ends here.
    """

    at: int
    start: int
    end: int
    id: str
    colour: str
    depth: int = 0
    whole: bool = False
    first: bool = True
    last: bool = True


class HighlightRanges:
    """The stretches of the notes of one text by provision, worked out for a provision when it is first asked for.

    The later made lie on top; bookmarks and carried notes have none.
    """

    def __init__(self, placed: Iterable[PlacedAnnotation] = (), shown: ShownText | None = None) -> None:
        self._shown = shown
        self._made: dict[int, list[HighlightRange]] = {}
        self._parts: dict[int, list[tuple[PlacedAnnotation, Span, bool, bool]]] = {}
        self._provisions: dict[str, list[int]] = {}
        for one in placed if shown is not None else ():
            if not one.carried and one.annotation.kind is not AnnotationKind.BOOKMARK:
                self._take(one)

    def get(self, at: int) -> list[HighlightRange]:
        """Return the stretches of a provision, the uppermost last."""
        if at not in self._made:
            self._made[at] = list(self._bands(at))
        return self._made[at]

    def of(self, id_: str) -> list[HighlightRange]:
        """Return the stretches of a note in the order of the text."""
        return [band for at in self._provisions.get(id_, ()) for band in self.get(at) if band.id == id_]

    def _take(self, one: PlacedAnnotation) -> None:
        assert self._shown is not None
        there = [(span, at) for span in one.spans if (at := self._shown.index(span.provision)) is not None]
        for number, (span, at) in enumerate(there):
            self._parts.setdefault(at, []).append((one, span, number == 0, number == len(there) - 1))
            provisions = self._provisions.setdefault(one.annotation.id, [])
            if at not in provisions:
                provisions.append(at)

    def _bands(self, at: int) -> Iterator[HighlightRange]:
        shown, below = self._shown, list[HighlightRange]()
        for one, span, first, last in self._parts.get(at, ()):
            assert shown is not None
            note = one.annotation
            whole = (span.start, span.end) == (0, len(shown.provisions[at].text))
            there = shown.shown_span(span)
            if there is None or (whole and not note.colour):
                continue
            _, start, end = there
            under = [band.depth for band in below if band.colour and band.start < end and start < band.end]
            band = HighlightRange(
                *(at, start, end, note.id, note.colour),
                depth=max(under) + 1 if under else 0,
                whole=whole,
                first=first,
                last=last,
            )
            below.append(band)
            yield band
