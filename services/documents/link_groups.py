"""The groups that are highlighted together: a footnote marker, its footnote, and the targets that both cite."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from documents.citations.citation import Citation
from documents.model import Footnote
from documents.position import FOOTNOTE_PREFIX, Position, footnote_id
from services.citations.footnote_citations import cited_before
from services.documents.open_text import OpenText

DOUBT = "?"
"""The first character of the key of a citation without a target. No target begins with it."""


@dataclass(frozen=True, slots=True)
class Link:
    """A group highlighted together: numbers of footnotes, and targets (or keys of unresolved citations)."""

    footnotes: frozenset[str] = frozenset()
    targets: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.footnotes or self.targets)


def link_key(citation: Citation) -> str:
    """Return the key of a citation: its target, or for an unresolved one a key of its span (`?op_3:12-20`)."""
    span = citation.span
    return citation.target or f"{DOUBT}{span.provision}:{span.start}-{span.end}"


class Links:
    """The groups of one text. The document's own number belongs to none.

    Every group contains only footnotes and targets of this text.
    """

    def __init__(self, text: OpenText) -> None:
        self._text = text
        self._document = text.document
        self._citations = tuple(c for c in text.citations if _is_to_others(c, text.document.symbol))
        self._by_provision: dict[str, list[Citation]] = {}
        for citation in self._citations:
            self._by_provision.setdefault(citation.span.provision, []).append(citation)

    def of_marker(self, provision: str, offset: int) -> Link:
        """Return the group of a marker: its footnote, the target before the marker, and the targets in the footnote."""
        if not self._document.has_provision(provision):
            return Link()
        numbers = [m.footnote for m in self._document.provision(provision).markers if m.offset == offset]
        targets = self._standing_at(provision, offset).union(*map(self._cited_in_note, numbers))
        return Link(frozenset(numbers), targets) if numbers else Link()

    def of_footnote(self, number: str) -> Link:
        """Return the group of a footnote: the targets cited in it and before each of its markers."""
        if not self._is_note(number):
            return Link()
        places = self._document.markers_of(number)
        standing = [self._standing_at(place.provision, place.offset) for place in places]
        return Link(frozenset({number}), self._cited_in_note(number).union(*standing))

    def of_target(self, target: str) -> Link:
        """Return the group of a target: the footnotes that cite it or whose marker stands after words that cite it."""
        return self._by_target.get(target, Link())

    def of_citation(self, citation: Citation) -> Link:
        """Return the group of a citation: its target's, and for a citation inside a footnote that footnote."""
        link = self.of_target(link_key(citation))
        number = citation.span.provision.removeprefix(FOOTNOTE_PREFIX)
        if citation.span.provision.startswith(FOOTNOTE_PREFIX) and self._is_note(number):
            return Link(link.footnotes | {number}, link.targets)
        return link

    def footnotes_in(self, ids: Iterable[str]) -> tuple[Footnote, ...]:
        """Return the footnotes whose markers are in these provisions, in text order, each once."""
        numbers = dict.fromkeys(number for id_ in ids for _, number in self._markers(id_))
        return tuple(self._document.footnote(n) for n in numbers if self._document.has_footnote(n))

    def targets_in(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Return the targets cited in these provisions and their footnotes, in text order, each once."""
        return tuple(dict.fromkeys(target for id_ in ids for target in self._targets(id_)))

    def places_citing(self, target: str) -> tuple[Position, ...]:
        """Return the places of the text that cite a target, in text order, one for each provision.

        A footnote that cites it counts as the places of its markers. Without a marker its place is the footnote
        itself, `fn_6`.
        """
        cited = {(c.span.provision, c.span.start) for c in self.citations_of(target)}
        for number in self.of_target(target).footnotes:
            if target in self._cited_in_note(number) or self._text.likely.get(number) == target:
                cited |= {(place.provision, place.offset) for place in self._document.markers_of(number)}
        in_text = [self._first(id_, cited) for id_, _ in self._document.texts() if not self._has_marker(id_)]
        return tuple(place for place in in_text if place is not None)

    def citations_of(self, target: str) -> tuple[Citation, ...]:
        """Return the citations that have this key, in text order, footnotes last."""
        return tuple(c for c in self._citations if link_key(c) == target)

    def citations_in(self, id_: str) -> tuple[Citation, ...]:
        """Return the citations of one provision or footnote, in text order."""
        return tuple(self._by_provision.get(id_, ()))

    def ibid_of(self, number: str) -> str:
        """Return the meaning of "ibid." in a footnote: `UNTS`, `OR ECOSOC` or a target, "" where it has none."""
        return self._ibid.get(number, "")

    @cached_property
    def _ibid(self) -> dict[str, str]:
        from documents.citations.resolver.ibid_sources import ibid_chain

        return ibid_chain(self._document, self._citations)

    @cached_property
    def _by_target(self) -> dict[str, Link]:
        notes: dict[str, set[str]] = {link_key(c): set() for c in self._citations}
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
        return frozenset(map(link_key, self._by_provision.get(footnote_id(number), ())))

    def _markers(self, id_: str) -> list[tuple[int, str]]:
        """Return (offset, number) of the markers of a provision. The id of a footnote stands for its own number."""
        if id_.startswith(FOOTNOTE_PREFIX):
            return [(0, id_.removeprefix(FOOTNOTE_PREFIX))]
        if not self._document.has_provision(id_):
            return []
        return [(marker.offset, marker.footnote) for marker in self._document.provision(id_).markers]

    def _targets(self, id_: str) -> list[str]:
        placed = [(c.span.start, 0, link_key(c)) for c in self._by_provision.get(id_, ())]
        for offset, number in self._markers(id_):
            placed += [(offset, 1, link_key(c)) for c in self._by_provision.get(footnote_id(number), ())]
        return [target for *_, target in sorted(placed, key=lambda place: place[:2])]

    def _first(self, id_: str, cited: set[tuple[str, int]]) -> Position | None:
        offsets = [offset for provision, offset in cited if provision == id_]
        return Position(id_, min(offsets)) if offsets else None


def _is_to_others(citation: Citation, symbol: str) -> bool:
    return not citation.own and citation.target != symbol
