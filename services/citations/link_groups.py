"""What lights up together: a marker, its footnote, and what both of them cite."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from documents.citations.citation import Citation
from documents.model import Footnote
from documents.position import FOOTNOTE_PREFIX, Position, footnote_id
from services.citations.footnote_citations import cited_before
from services.documents.document_reader import OpenText

DOUBT = "?"
"""How the key of a citation without a target begins; no target begins so."""


@dataclass(frozen=True, slots=True)
class Link:
    """What is lit at one time: numbers of footnotes, and targets (of a citation in doubt its key)."""

    footnotes: frozenset[str] = frozenset()
    targets: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.footnotes or self.targets)


def key_of(citation: Citation) -> str:
    """Return what a citation is known by: its target, or for one in doubt a key of its own place (`?op_3:12-20`)."""
    span = citation.span
    return citation.target or f"{DOUBT}{span.provision}:{span.start}-{span.end}"


class Links:
    """How the markers, footnotes and citations of one text belong together; the document's own number to nothing.

    Whatever is asked for, the answer names only footnotes and targets of this text.
    """

    def __init__(self, text: OpenText) -> None:
        self._text = text
        self._document = text.document
        self._citations = tuple(c for c in text.citations if _is_other(c, text.document.symbol))
        self._by_provision: dict[str, list[Citation]] = {}
        for citation in self._citations:
            self._by_provision.setdefault(citation.span.provision, []).append(citation)

    def of_marker(self, provision: str, offset: int) -> Link:
        """Link a marker to its footnote, what the words before it cite, and what the footnote cites."""
        if not self._document.has_provision(provision):
            return Link()
        numbers = [m.footnote for m in self._document.provision(provision).markers if m.offset == offset]
        targets = self._standing_at(provision, offset).union(*map(self._cited_in_note, numbers))
        return Link(frozenset(numbers), targets) if numbers else Link()

    def of_footnote(self, number: str) -> Link:
        """Link a footnote to what it cites and to what the words before each of its markers cite."""
        if not self._is_note(number):
            return Link()
        places = self._document.markers_of(number)
        standing = [self._standing_at(place.provision, place.offset) for place in places]
        return Link(frozenset({number}), self._cited_in_note(number).union(*standing))

    def of_target(self, target: str) -> Link:
        """Link a target to the footnotes that cite it or whose marker stands at words that do."""
        return self._by_target.get(target, Link())

    def of_citation(self, citation: Citation) -> Link:
        """Link cited words to their target and its footnotes; inside a footnote to that footnote too."""
        link = self.of_target(key_of(citation))
        number = citation.span.provision.removeprefix(FOOTNOTE_PREFIX)
        if citation.span.provision.startswith(FOOTNOTE_PREFIX) and self._is_note(number):
            return Link(link.footnotes | {number}, link.targets)
        return link

    def footnotes_in(self, ids: Iterable[str]) -> tuple[Footnote, ...]:
        """Return the footnotes whose markers stand in these provisions, in text order, each once."""
        numbers = dict.fromkeys(number for id_ in ids for _, number in self._markers(id_))
        return tuple(self._document.footnote(n) for n in numbers if self._document.has_footnote(n))

    def targets_in(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Return what these provisions and their footnotes cite, in text order, each once."""
        return tuple(dict.fromkeys(target for id_ in ids for target in self._targets(id_)))

    def places_citing(self, target: str) -> tuple[Position, ...]:
        """Return where the text cites a target, in text order, one place a provision.

        A footnote that cites it counts as the place of its markers, without any as `fn_6`.
        """
        cited = {(c.span.provision, c.span.start) for c in self.citations_of(target)}
        for number in self.of_target(target).footnotes:
            if target in self._cited_in_note(number) or self._text.likely.get(number) == target:
                cited |= {(place.provision, place.offset) for place in self._document.markers_of(number)}
        in_text = [self._first(id_, cited) for id_, _ in self._document.texts() if not self._has_marker(id_)]
        return tuple(place for place in in_text if place is not None)

    def citations_of(self, target: str) -> tuple[Citation, ...]:
        """Return what cites a target (or is the doubt with this key), in text order, footnotes last."""
        return tuple(c for c in self._citations if key_of(c) == target)

    def citations_in(self, id_: str) -> tuple[Citation, ...]:
        """Return the citations of one provision or footnote, in text order."""
        return tuple(self._by_provision.get(id_, ()))

    def ibid_of(self, number: str) -> str:
        """Return what "ibid." in a footnote stands for: `UNTS`, `OR ECOSOC`, a target, or "" where it has none."""
        return self._ibid.get(number, "")

    @cached_property
    def _ibid(self) -> dict[str, str]:
        from documents.citations.resolver.ibid_sources import ibid_chain

        return ibid_chain(self._document, self._citations)

    @cached_property
    def _by_target(self) -> dict[str, Link]:
        notes: dict[str, set[str]] = {key_of(c): set() for c in self._citations}
        for number in self._all_notes:
            for target in self.of_footnote(number).targets:
                notes[target].add(number)
        return {target: Link(frozenset(numbers), frozenset({target})) for target, numbers in notes.items()}

    @cached_property
    def _all_notes(self) -> dict[str, None]:
        marked = (m.footnote for provision in self._document.provisions for m in provision.markers)
        return dict.fromkeys((*(note.number for note in self._document.footnotes), *marked))

    def _is_note(self, number: str) -> bool:
        return number in self._all_notes

    def _has_marker(self, id_: str) -> bool:
        number = id_.removeprefix(FOOTNOTE_PREFIX)
        return id_.startswith(FOOTNOTE_PREFIX) and bool(self._document.markers_of(number))

    def _standing_at(self, provision: str, offset: int) -> frozenset[str]:
        before = cited_before(self._document, self._by_provision.get(provision, ()), provision, offset)
        return frozenset({before.target} if before else ())

    def _cited_in_note(self, number: str) -> frozenset[str]:
        return frozenset(map(key_of, self._by_provision.get(footnote_id(number), ())))

    def _markers(self, id_: str) -> list[tuple[int, str]]:
        """Return (offset, number) of the markers of a provision; a footnote's own id stands for its number."""
        if id_.startswith(FOOTNOTE_PREFIX):
            return [(0, id_.removeprefix(FOOTNOTE_PREFIX))]
        if not self._document.has_provision(id_):
            return []
        return [(marker.offset, marker.footnote) for marker in self._document.provision(id_).markers]

    def _targets(self, id_: str) -> list[str]:
        placed = [(c.span.start, 0, key_of(c)) for c in self._by_provision.get(id_, ())]
        for offset, number in self._markers(id_):
            placed += [(offset, 1, key_of(c)) for c in self._by_provision.get(footnote_id(number), ())]
        return [target for *_, target in sorted(placed, key=lambda place: place[:2])]

    def _first(self, id_: str, cited: set[tuple[str, int]]) -> Position | None:
        offsets = [offset for provision, offset in cited if provision == id_]
        return Position(id_, min(offsets)) if offsets else None


def _is_other(citation: Citation, symbol: str) -> bool:
    return not citation.own and citation.target != symbol
