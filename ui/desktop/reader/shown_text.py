"""An open text as the reader shows it: its displayed provisions, and conversion between places and Qt's positions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from documents.citations.citation import Citation
from documents.corrections import Correction
from documents.language import direction
from documents.model import Kind, Provision
from documents.position import FOOTNOTE_PREFIX, Position, Span
from services.documents.open_text import OpenText
from ui.desktop.reader.display import DisplayedText, display

_UNLABELLED = frozenset({Kind.MASTHEAD, Kind.TITLE, Kind.CLOSING, Kind.HEADING, Kind.CHAPEAU})


class ShownText:
    """The displayed provisions of one open text, one block of Qt's document each.

    `at` is the index of a provision. Positions are Qt's: UTF-16 units from the beginning of the whole text.
    """

    def __init__(self, text: OpenText) -> None:
        self.open_text = text
        self.provisions: tuple[Provision, ...] = text.document.provisions
        self.texts: list[DisplayedText] = [display(text.reading, provision) for provision in self.provisions]
        """The displayed text of each provision."""
        self.rtl = direction(text.document.language) == "rtl"
        lengths = (displayed.utf_16(len(displayed.text)) + 1 for displayed in self.texts)
        self.starts: list[int] = [0, *accumulate(lengths)]
        """The position of each provision, and the position after the last one."""
        self._index = {provision.id: at for at, provision in enumerate(self.provisions)}
        self._citations: dict[str, list[Citation]] = {}
        for citation in text.citations:
            self._citations.setdefault(citation.span.provision, []).append(citation)

    def plain(self) -> str:
        """Return the whole displayed text, one line a provision."""
        return "\n".join(displayed.text for displayed in self.texts)

    def index(self, provision: str) -> int | None:
        """Return the index of a provision by its id, or None for another id."""
        return self._index.get(provision)

    def level(self, at: int) -> int:
        """Return the nesting depth of a sub-paragraph (at most 4), or 0 for another kind."""
        if at >= len(self.provisions):
            return 0
        level, parent = 0, self.provisions[at].parent
        while parent is not None and self.provisions[at].kind is Kind.SUBPARAGRAPH and level < 4:
            level += 1
            found = self._index.get(parent)
            parent = None if found is None else self.provisions[found].parent
        return level

    def is_labelled(self, at: int) -> bool:
        """Return whether a provision is one that people quote by its label."""
        return self.provisions[at].kind not in _UNLABELLED

    def citations(self, at: int) -> list[Citation]:
        """Return the citations of a provision in text order."""
        return self._citations.get(self.provisions[at].id, [])

    def corrections(self, at: int) -> tuple[Correction, ...]:
        """Return the corrections of a provision, those that are not applied included."""
        return self.open_text.reading.corrections_in(self.provisions[at].id)

    def shown_span(self, span: Span) -> tuple[int, int, int] | None:
        """Return (index, start, end) of a received span, in UTF-16 of its provision, or None."""
        at = self._index.get(span.provision)
        if at is None:
            return None
        displayed = self.texts[at]
        start, end = displayed.span_to_shown(span.start, span.end)
        return at, displayed.utf_16(start), displayed.utf_16(end)

    def marker_of(self, footnote: str) -> tuple[int, int, int] | None:
        """Return (index, start, end) of the first marker of a footnote, by its `fn_` id, or None."""
        number = footnote.removeprefix(FOOTNOTE_PREFIX) if footnote.startswith(FOOTNOTE_PREFIX) else None
        for at, displayed in enumerate(self.texts):
            for marker in displayed.markers:
                if marker.marker.footnote == number:
                    return at, displayed.utf_16(marker.start), displayed.utf_16(marker.end)
        return None

    def qt_position(self, place: Position) -> int | None:
        """Return the position of a received place, or None."""
        at = self._index.get(place.provision)
        if at is None:
            return None
        displayed = self.texts[at]
        offset = displayed.to_shown(min(place.offset, displayed.reading_map.source_length))
        return self.starts[at] + displayed.utf_16(offset)

    def place(self, at: int, utf_16: int) -> Position:
        """Return the received place of a UTF-16 offset in a provision."""
        displayed = self.texts[at]
        return Position(self.provisions[at].id, displayed.to_received(displayed.code_point(utf_16)))

    def parts(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """Yield (index, start, end) of each provision between two positions, in displayed code points."""
        for at, displayed in enumerate(self.texts):
            first = self.starts[at]
            if first > end:
                return
            last = self.starts[at + 1] - 1
            if last >= start:
                begin, finish = max(start, first) - first, min(end, last) - first
                yield at, displayed.code_point(begin), displayed.code_point(finish)


@dataclass(frozen=True, slots=True)
class Selection:
    """The text between two positions of a shown text."""

    shown: ShownText
    start: int
    end: int

    def words(self) -> str:
        """Return the selected words of the reading as they are stored, one line a provision."""
        return "\n".join(self.shown.texts[at].words(first, last) for at, first, last in self._parts())

    def corrections(self) -> int:
        """Return how many applied corrections the selected words contain, none in the text as received."""
        if self.shown.open_text.reading.as_received:
            return 0
        count = 0
        for at, first, last in self._parts():
            start, end = self.shown.texts[at].span_to_received(first, last)
            applied = (each.span for each in self.shown.corrections(at) if each.applied)
            count += sum(span.start < end and span.end > start for span in applied)
        return count

    def spans(self) -> tuple[Span, ...]:
        """Return the received spans of the selected words, one a provision, without outer white space."""
        return tuple(span for part in self._parts() if (span := self._trimmed(*part)) is not None)

    def span(self) -> Span | None:
        """Return the received span of a selection inside one provision, else None."""
        parts = [part for part in self._parts() if part[1] < part[2]]
        return self._trimmed(*parts[0]) if len(parts) == 1 else None

    def _parts(self) -> Iterator[tuple[int, int, int]]:
        """Yield the provisions with selected words, and empty provisions."""
        for at, first, last in self.shown.parts(self.start, self.end):
            if first < last or not self.shown.texts[at].text:
                yield at, first, last

    def _trimmed(self, at: int, first: int, last: int) -> Span | None:
        start, end = self.shown.texts[at].span_to_received(first, last) if first < last else (0, 0)
        provision = self.shown.provisions[at]
        words = provision.text[start:end]
        start, end = start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
        return Span(provision.id, start, end) if start < end else None
