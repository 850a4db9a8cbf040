"""A document with its notes in place: notes numbered in text order, provisions cut where their words begin and end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from documents.annotations.export.exported_annotation import ExportedAnnotation
from documents.annotations.export.html_export import COLOURS
from documents.exporters.runs import Run, runs
from documents.model import Marker
from documents.position import Span
from documents.reading import Reading

NoteSpans = tuple[ExportedAnnotation, tuple[Span, ...]]
"""A note with its spans in the text. Without spans it is listed beside the text."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One of the stretches that a note stands on: `start` to `end` of a provision in the reading.

    `number` is that of the note, 0 where it is only a colour. `part` numbers the stretches of the note from 1. `whole`
    marks a whole provision.
    """

    cited: ExportedAnnotation
    number: int
    part: int
    provision: str
    start: int
    end: int
    whole: bool

    @property
    def colour(self) -> str:
        """The colour of its words, `plain` for marked words without a colour, "" for a whole provision without one."""
        colour = self.cited.annotation.colour
        if colour in COLOURS:
            return colour
        return "" if self.whole else "plain"


@dataclass(frozen=True, slots=True)
class Edge:
    """The beginning or the end of a mark."""

    mark: Mark
    opens: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """Words, a footnote's marker or an edge, with the marks around it, the first made first."""

    content: Run | Marker | Edge
    around: tuple[Mark, ...] = ()


class PlacedNotes:
    """The notes of one text: those in it by provision, those on all of it, those without a place."""

    def __init__(self, reading: Reading, notes: Sequence[NoteSpans]) -> None:
        order = {id_: place for place, (id_, _) in enumerate(reading.document.texts())}
        standing = [(cited, spans) for cited, spans in notes if spans]
        standing.sort(key=lambda one: min((order[span.provision], span.start) for span in one[1]))
        self._reading, self._made = reading, {cited.annotation.id: place for place, (cited, _) in enumerate(notes)}
        self._marks: dict[str, list[Mark]] = {}
        self._notes: dict[int, tuple[Mark, ...]] = {}
        number = 0
        for cited, spans in standing:
            number += not is_bare(cited)
            self._stand(cited, spans, 0 if is_bare(cited) else number)
        self.on_document = tuple(cited for cited, _ in notes if not cited.annotation.targets)
        self.lost = tuple(cited for cited, spans in notes if cited.annotation.targets and not spans)

    def marks(self, id_: str) -> tuple[Mark, ...]:
        """Return the marks of a provision or footnote, the first made first."""
        return tuple(self._marks.get(id_, ()))

    def below(self, id_: str) -> tuple[tuple[Mark, ...], ...]:
        """Return the notes below a provision, by number, each as its marks."""
        first = sorted((m for m in self.marks(id_) if m.number and m.part == 1), key=lambda mark: mark.number)
        return tuple(self._notes[mark.number] for mark in first)

    def pieces(self, id_: str) -> Iterator[Piece]:
        """Yield a provision in the reading, cut at the edges of its marks.

        At one offset the text's own markers come first, then ends, then beginnings.
        """
        marks, at = self.marks(id_), 0
        waiting = sorted((edge for mark in marks for edge in _edges(mark)), key=lambda edge: edge[:2])
        for piece in runs(self._reading, id_):
            if isinstance(piece, Marker):
                yield Piece(piece, _around(marks, at, at))
                continue
            last = at + len(piece.text)
            cuts = sorted({at, last, *(place for place, *_ in waiting if at < place < last)})
            for start, end in pairwise(cuts):
                while waiting and waiting[0][0] <= start:
                    yield _edge(marks, waiting.pop(0))
                words = piece.text[start - at : end - at]
                yield Piece(replace(piece, text=words), _around(marks, start, end))
            at = last
        yield from (_edge(marks, edge) for edge in waiting)

    def _stand(self, cited: ExportedAnnotation, spans: Sequence[Span], number: int) -> None:
        marks = tuple(self._mark(cited, span, number, part) for part, span in enumerate(spans, 1))
        self._notes[number] = marks
        for mark in marks:
            here = self._marks.setdefault(mark.provision, [])
            here.append(mark)
            here.sort(key=lambda one: self._made[one.cited.annotation.id])

    def _mark(self, cited: ExportedAnnotation, span: Span, number: int, part: int) -> Mark:
        text = self._reading.document.text_of(span.provision)
        start, end = self._reading.offset_map(span.provision).span_to_target(span.start, span.end)
        return Mark(cited, number, part, span.provision, start, end, span.cut(text).strip() == text.strip())


def is_bare(cited: ExportedAnnotation) -> bool:
    """Say whether a note is only a colour, without words."""
    one = cited.annotation
    return one.colour in COLOURS and not (one.text.strip() or one.labels or one.stance)


def _edges(mark: Mark) -> Iterator[tuple[int, int, Edge]]:
    """Yield the edges of a mark with their order at one offset: ends before beginnings."""
    yield mark.start, 1, Edge(mark, opens=True)
    yield mark.end, 0 if mark.start < mark.end else 2, Edge(mark, opens=False)


def _edge(marks: Sequence[Mark], waiting: tuple[int, int, Edge]) -> Piece:
    place, _, edge = waiting
    return Piece(edge, _around(marks, place, place))


def _around(marks: Sequence[Mark], start: int, end: int) -> tuple[Mark, ...]:
    """Return the marks that hold a stretch, or for an empty one those that go on behind it."""
    if start == end:
        return tuple(mark for mark in marks if mark.start < start < mark.end)
    return tuple(mark for mark in marks if mark.start <= start and end <= mark.end)
