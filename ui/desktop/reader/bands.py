"""The notes of a text as stretches of its clauses: what is painted behind the words, and what is under a point."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from documents.annotations.model import AnnotationKind
from services.anchored import Placed
from ui.desktop.reader.text import ShownText


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of one clause that belongs to a note; `start` and `end` are UTF-16 in the displayed clause.

    `depth` counts the notes that it lies over; `whole` is a whole clause. `first` and `last` say whether the note
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


def bands_of(placed: Iterable[Placed], shown: ShownText) -> dict[int, list[Band]]:
    """Return the stretches of notes by clause, the later made on top; bookmarks and carried notes have none."""
    found: dict[int, list[Band]] = {}
    for one in placed:
        if one.carried or one.annotation.kind is AnnotationKind.BOOKMARK:
            continue
        spans = [(span, there) for span in one.spans if (there := shown.shown_span(span)) is not None]
        for number, (span, (at, start, end)) in enumerate(spans):
            whole = (span.start, span.end) == (0, len(shown.provisions[at].text))
            if whole and not one.annotation.colour:
                continue
            below = [band.depth for band in found.get(at, ()) if band.colour and band.start < end and start < band.end]
            depth = max(below) + 1 if below else 0
            ends = number == 0, number == len(spans) - 1
            found.setdefault(at, []).append(
                Band(at, start, end, one.annotation.id, one.annotation.colour, depth, whole, *ends)
            )
    return found
