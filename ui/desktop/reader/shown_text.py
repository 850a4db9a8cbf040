"""An open text as the reader shows it: its clauses in order, and the way between places and Qt's positions."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate

from documents.citations.citation import Citation
from documents.corrections import Correction
from documents.language import direction
from documents.model import Kind, Provision
from documents.position import FOOTNOTE_PREFIX, Position, Span
from services.documents.document_reader import OpenText
from ui.desktop.reader.display import DisplayedText, display

_UNLABELLED = frozenset({Kind.MASTHEAD, Kind.TITLE, Kind.CLOSING, Kind.HEADING, Kind.CHAPEAU})


class ShownText:
    """The displayed clauses of one open text. Indexes count provisions; positions are Qt's, in the whole text."""

    def __init__(self, text: OpenText) -> None:
        self.open_text = text
        self.provisions: tuple[Provision, ...] = text.document.provisions
        self.clauses: list[DisplayedText] = [display(text.reading, provision) for provision in self.provisions]
        self.rtl = direction(text.document.language) == "rtl"
        lengths = (clause.utf_16(len(clause.text)) + 1 for clause in self.clauses)
        self.starts: list[int] = [0, *accumulate(lengths)]
        self._index = {provision.id: at for at, provision in enumerate(self.provisions)}
        self._citations: dict[str, list[Citation]] = {}
        for citation in text.citations:
            self._citations.setdefault(citation.span.provision, []).append(citation)

    def plain(self) -> str:
        """Return the whole text as the window's text widget takes it: one paragraph a provision."""
        return "\n".join(clause.text for clause in self.clauses)

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

    def is_clause(self, at: int) -> bool:
        """Say whether a provision is one that people quote by its label."""
        return self.provisions[at].kind not in _UNLABELLED

    def citations(self, at: int) -> list[Citation]:
        """Return the citations of a provision in text order."""
        return self._citations.get(self.provisions[at].id, [])

    def corrections(self, at: int) -> tuple[Correction, ...]:
        """Return corrections and suspicions of a provision."""
        return self.open_text.reading.corrections_in(self.provisions[at].id)

    def shown_span(self, span: Span) -> tuple[int, int, int] | None:
        """Return (index, start, end) of a span, UTF-16 in its clause; None where the clause is not shown."""
        at = self._index.get(span.provision)
        if at is None:
            return None
        clause = self.clauses[at]
        start, end = clause.span_to_shown(span.start, span.end)
        return at, clause.utf_16(start), clause.utf_16(end)

    def marker_of(self, footnote: str) -> tuple[int, int, int] | None:
        """Return (index, start, end) of the first marker of a footnote by its `fn_` id; None where it has none."""
        number = footnote.removeprefix(FOOTNOTE_PREFIX) if footnote.startswith(FOOTNOTE_PREFIX) else None
        for at, clause in enumerate(self.clauses):
            for marker in clause.markers:
                if marker.marker.footnote == number:
                    return at, clause.utf_16(marker.start), clause.utf_16(marker.end)
        return None

    def qt_position(self, place: Position) -> int | None:
        """Return the position of a place in the whole text; None where it is not shown."""
        at = self._index.get(place.provision)
        if at is None:
            return None
        clause = self.clauses[at]
        return self.starts[at] + clause.utf_16(clause.to_shown(min(place.offset, clause.reading_map.source_length)))

    def place(self, at: int, utf_16: int) -> Position:
        """Return the place of a UTF-16 offset in clause `at`."""
        clause = self.clauses[at]
        return Position(self.provisions[at].id, clause.to_received(clause.code_point(utf_16)))

    def parts(self, start: int, end: int) -> Iterable[tuple[int, int, int]]:
        """Yield (index, start, end) in displayed code points of every clause a stretch of the whole text touches."""
        for at, clause in enumerate(self.clauses):
            first = self.starts[at]
            if first > end:
                return
            last = self.starts[at + 1] - 1
            if last < start:
                continue
            yield at, clause.code_point(max(start, first) - first), clause.code_point(min(end, last) - first)
