"""The notes of a text as ranges of its provisions, for painting and for hit tests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from documents.annotations.model import AnnotationKind
from documents.position import Span
from services.notes.anchor_resolution import PlacedAnnotation
from ui.desktop.reader.shown_text import ShownText


@dataclass(frozen=True, slots=True)
class HighlightRange:
    """A range of one provision that belongs to the note `id`.

    `start` and `end` are UTF-16 of the displayed text. `depth` counts the coloured ranges under it. `whole` marks a
    whole provision, `first` and `last` the first and the last range of the note.
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


@dataclass(frozen=True, slots=True)
class Handle:
    """An end of a note that can be dragged: the range it belongs to, and whether it is the end or the start."""

    range: HighlightRange
    is_end: bool


class HighlightRanges:
    """The ranges of the notes of a text, computed for a provision when first asked for.

    Bookmarks and notes carried over from another language have none.
    """

    def __init__(self, placed: Iterable[PlacedAnnotation] = (), shown: ShownText | None = None) -> None:
        self._shown = shown
        self._found: dict[int, list[HighlightRange]] = {}
        self._parts: dict[int, list[tuple[PlacedAnnotation, Span, bool, bool]]] = {}
        self._provisions: dict[str, list[int]] = {}
        for one in placed if shown is not None else ():
            if not one.carried and one.annotation.kind is not AnnotationKind.BOOKMARK:
                self._take(one)

    def get(self, at: int) -> list[HighlightRange]:
        """Return the ranges of a provision in the order of painting: later notes over earlier ones."""
        if at not in self._found:
            self._found[at] = list(self._find(at))
        return self._found[at]

    def of(self, id_: str) -> list[HighlightRange]:
        """Return the ranges of a note in text order."""
        return [each for at in self._provisions.get(id_, ()) for each in self.get(at) if each.id == id_]

    def _take(self, one: PlacedAnnotation) -> None:
        assert self._shown is not None
        placed = [(span, at) for span in one.spans if (at := self._shown.index(span.provision)) is not None]
        for number, (span, at) in enumerate(placed):
            self._parts.setdefault(at, []).append((one, span, number == 0, number == len(placed) - 1))
            provisions = self._provisions.setdefault(one.annotation.id, [])
            if at not in provisions:
                provisions.append(at)

    def _find(self, at: int) -> Iterator[HighlightRange]:
        shown, below = self._shown, list[HighlightRange]()
        for one, span, first, last in self._parts.get(at, ()):
            assert shown is not None
            note = one.annotation
            whole = (span.start, span.end) == (0, len(shown.provisions[at].text))
            place = shown.shown_span(span)
            if place is None or (whole and not note.colour):
                continue
            _, start, end = place
            under = [each.depth for each in below if each.colour and each.start < end and start < each.end]
            found = HighlightRange(
                *(at, start, end, note.id, note.colour),
                depth=max(under) + 1 if under else 0,
                whole=whole,
                first=first,
                last=last,
            )
            below.append(found)
            yield found
