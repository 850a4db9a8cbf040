"""An open text as the reader shows it: its provisions in order, and the way between places and Qt's positions."""

from __future__ import annotations

from collections.abc import Iterable
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
    """The displayed provisions of one open text. Indexes count provisions; positions are Qt's, in the whole text."""

    def __init__(self, text: OpenText) -> None:
        self.open_text = text
        self.provisions: tuple[Provision, ...] = text.document.provisions
        self.displayed: list[DisplayedText] = [display(text.reading, provision) for provision in self.provisions]
        self.rtl = direction(text.document.language) == "rtl"
        lengths = (displayed_text.utf_16(len(displayed_text.text)) + 1 for displayed_text in self.displayed)
        self.starts: list[int] = [0, *accumulate(lengths)]
        self._index = {provision.id: at for at, provision in enumerate(self.provisions)}
        self._citations: dict[str, list[Citation]] = {}
        for citation in text.citations:
            self._citations.setdefault(citation.span.provision, []).append(citation)

    def plain(self) -> str:
        """Return the whole text as the window's text widget takes it: one paragraph a provision."""
        return "\n".join(displayed_text.text for displayed_text in self.displayed)

    def index(self, provision: str) -> int | None:
        """Return a provision's index; None for footnotes and strangers."""
        return self._index.get(provision)

    def level(self, at: int) -> int:
        """Return how deep a sub-paragraph stands; 0 for everything else."""
        if at >= len(self.provisions):
            return 0
        level, parent = 0, self.provisions[at].parent
        while parent is not None and self.provisions[at].kind is Kind.SUBPARAGRAPH and level < 4:
            level += 1
            found = self._index.get(parent)
            parent = None if found is None else self.provisions[found].parent
        return level

    def is_provision(self, at: int) -> bool:
        """Say whether a provision is one that people quote by its label."""
        return self.provisions[at].kind not in _UNLABELLED

    def citations(self, at: int) -> list[Citation]:
        """Return the citations of a provision in text order."""
        return self._citations.get(self.provisions[at].id, [])

    def corrections(self, at: int) -> tuple[Correction, ...]:
        """Return corrections and suspicions of a provision."""
        return self.open_text.reading.corrections_in(self.provisions[at].id)

    def shown_span(self, span: Span) -> tuple[int, int, int] | None:
        """Return (index, start, end) of a span, UTF-16 in its provision; None where the provision is not shown."""
        at = self._index.get(span.provision)
        if at is None:
            return None
        displayed_text = self.displayed[at]
        start, end = displayed_text.span_to_shown(span.start, span.end)
        return at, displayed_text.utf_16(start), displayed_text.utf_16(end)

    def marker_of(self, footnote: str) -> tuple[int, int, int] | None:
        """Return (index, start, end) of the first marker of a footnote by its `fn_` id; None where it has none."""
        number = footnote.removeprefix(FOOTNOTE_PREFIX) if footnote.startswith(FOOTNOTE_PREFIX) else None
        for at, displayed_text in enumerate(self.displayed):
            for marker in displayed_text.markers:
                if marker.marker.footnote == number:
                    return at, displayed_text.utf_16(marker.start), displayed_text.utf_16(marker.end)
        return None

    def qt_position(self, place: Position) -> int | None:
        """Return the position of a place in the whole text; None where it is not shown."""
        at = self._index.get(place.provision)
        if at is None:
            return None
        displayed_text = self.displayed[at]
        return self.starts[at] + displayed_text.utf_16(
            displayed_text.to_shown(min(place.offset, displayed_text.reading_map.source_length))
        )

    def place(self, at: int, utf_16: int) -> Position:
        """Return the place of a UTF-16 offset in provision `at`."""
        displayed_text = self.displayed[at]
        return Position(self.provisions[at].id, displayed_text.to_received(displayed_text.code_point(utf_16)))

    def parts(self, start: int, end: int) -> Iterable[tuple[int, int, int]]:
        """Yield (index, start, end) in displayed code points of every provision a stretch of the whole text touches."""
        for at, displayed_text in enumerate(self.displayed):
            first = self.starts[at]
            if first > end:
                return
            last = self.starts[at + 1] - 1
            if last < start:
                continue
            yield (
                at,
                displayed_text.code_point(max(start, first) - first),
                displayed_text.code_point(min(end, last) - first),
            )
