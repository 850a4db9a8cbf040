"""The contents of the pane as values: footnotes with their places, cited instruments with their facts."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field

from documents.citations.catalogue.instrument import Instrument
from documents.citations.catalogue.instrument_catalogue import instrument, links
from documents.citations.citation import Citation, CitationStatus
from documents.citations.evidence import Evidence
from documents.language import direction, has_rtl_letter
from documents.model import Document, FootnoteStatus, Marker, Provision
from documents.position import Position, footnote_id
from services.documents.link_groups import Links, link_key
from services.documents.open_text import OpenText
from ui.desktop.support.citation_request import place_in
from ui.desktop.support.place_names import Digits, marker_name, name_of, spaced_reference


@dataclass(frozen=True, slots=True)
class Place:
    """A position and its name."""

    name: str
    position: Position


@dataclass(frozen=True, slots=True)
class CitedWords:
    """Words of a footnote that a citation or pinpoint takes: code points `start` to `end` of its reading."""

    start: int
    end: int
    citation: Citation
    place: str = ""


@dataclass(frozen=True, slots=True)
class FootnoteEntry:
    """A footnote as the pane lists it. `received` and `likely` are set where its text is missing."""

    number: str
    mark: str
    text: str
    rtl: bool
    places: tuple[Place, ...]
    status: FootnoteStatus
    ibid: str = ""
    received: str = ""
    likely: str = ""
    cited: tuple[CitedWords, ...] = ()

    @property
    def latin(self) -> bool:
        """Whether the footnote itself runs from left to right."""
        return not has_rtl_letter(self.text)


@dataclass(frozen=True, slots=True)
class Candidate:
    """An instrument that an ambiguous citation may mean."""

    target: str
    name: str
    held: bool


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A place inside an instrument that the text names (`words`), and the provision that names it."""

    words: str
    place: str
    provision: Place


@dataclass(frozen=True, slots=True)
class Card:
    """A cited instrument as the pane shows it, with empty fields for unknown facts.

    `uncertain` names the facts that nobody checked. The card of a citation in doubt has the cited words as title, the
    key of the citation as `target`, and `candidates`. `evidence` holds sentences.
    """

    target: str
    title: str
    english: str
    date: datetime.date | None
    reference: str
    places: tuple[Place, ...]
    uncertain: frozenset[str]
    held: bool
    linked: bool
    status: CitationStatus = CitationStatus.RESOLVED
    evidence: tuple[str, ...] = ()
    named: tuple[NamedPlace, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    by_user: bool = False
    citation: Citation | None = field(default=None, compare=False)
    """The first citation of the instrument: the one that an override from the card changes."""

    @property
    def in_doubt(self) -> bool:
        """Whether the instrument cited is not known for certain."""
        return self.status is not CitationStatus.RESOLVED


@dataclass(frozen=True, slots=True)
class CardContext:
    """The context of cards besides the text: language, digits, sentences of evidence, catalogue and library."""

    language: str
    digits: Digits
    explain: Callable[[tuple[Evidence, ...]], str]
    is_held: Callable[[str], bool]
    known: Callable[[str], Instrument | None] = instrument


def place_link(position: Position) -> str:
    """Return the address of the link to a place: `place:op_5:12`."""
    return f"place:{position.provision}:{position.offset}"


def linked_place(link: str) -> Position | None:
    """Return the place that a link made by `place_link` leads to, or None for any other link."""
    scheme, _, rest = link.partition(":")
    provision, _, offset = rest.partition(":")
    return Position(provision, int(offset)) if scheme == "place" and offset.isdigit() else None


def places_of(document: Document, positions: tuple[Position, ...], digits: Digits) -> tuple[Place, ...]:
    """Return the places with their names, each name once, in order."""
    first: dict[str, Place] = {}
    for position in positions:
        name = name_of(document, position.provision, digits)
        first.setdefault(name, Place(name, position))
    return tuple(first.values())


def footnote_entry(text: OpenText, marks: Links, number: str, digits: Digits = str) -> FootnoteEntry:
    """Return the entry of a footnote in the reading of the text. `digits` writes the numbers in place names."""
    document = text.document
    footnote = document.footnote(number)
    markers = document.markers_of(number)
    missing = footnote.status is FootnoteStatus.MISSING
    return FootnoteEntry(
        number,
        marker_name(document, number),
        text.reading.text(footnote_id(number)),
        direction(document.language) == "rtl",
        places_of(document, markers, digits),
        footnote.status,
        ibid=marks.ibid_of(number),
        received=_received(document, number) if missing else "",
        likely=text.likely.get(number, "") if missing else "",
        cited=_cited_words(text, marks, number),
    )


def _cited_words(text: OpenText, marks: Links, number: str) -> tuple[CitedWords, ...]:
    """Return the citations of a footnote and their pinpoints in order, the first of those that overlap."""
    id_ = footnote_id(number)
    places = text.reading.offset_map(id_)
    spans = [(c.span, c, place_in(c)) for c in marks.citations_in(id_)]
    spans += [(p.span, c, p.place) for c in marks.citations_in(id_) for p in c.pinpoints if p.span.provision == id_]
    found: list[CitedWords] = []
    for span, citation, place in sorted(spans, key=lambda each: (each[0].start, each[0].end)):
        start, end = places.span_to_target(span.start, span.end)
        if start < end and (not found or found[-1].end <= start):
            found.append(CitedWords(start, end, citation, place))
    return tuple(found)


def _received(document: Document, number: str) -> str:
    """Return the marker as printed in the source, where it has another number."""
    for place in document.markers_of(number):
        for marker in document.provision(place.provision).markers:
            if marker.footnote == number and marker.printed and marker.printed.strip("()") != number:
                return f"({marker.printed.strip('()')})"
    return ""


def card(text: OpenText, marks: Links, target: str, places: tuple[Place, ...], context: CardContext) -> Card:
    """Return the card of a target, from the catalogue of instruments or else from the citing words."""
    citing = marks.citations_of(target)
    first = citing[0] if citing else None
    if first is not None and not first.target:
        return _doubt(first, places, context)
    known = context.known(target)
    title, english = _titles(known, text, target)
    return Card(
        target,
        title,
        english,
        known.date if known else None,
        _reference(known, target),
        places,
        known.uncertain & {"names.ar", "names.en", "date", "unts"} if known else frozenset(),
        context.is_held(target),
        bool(links(target, context.language, known)),
        evidence=_explained(citing, context),
        named=_named(text.document, citing, context.digits),
        by_user=any(citation.by_user for citation in citing),
        citation=first,
    )


def _doubt(citation: Citation, places: tuple[Place, ...], context: CardContext) -> Card:
    """Return the card of a citation whose target is not known, with its candidates."""
    candidates = tuple(
        Candidate(target, _name(context.known(target), context.language), context.is_held(target))
        for target in citation.candidates
    )
    return Card(
        link_key(citation),
        citation.text,
        "",
        None,
        "",
        places,
        frozenset(),
        held=False,
        linked=False,
        status=citation.status,
        evidence=_explained((citation,), context),
        candidates=candidates,
        citation=citation,
    )


def _name(known: Instrument | None, language: str) -> str:
    return known.names.get(language, "") if known else ""


def _explained(citations: tuple[Citation, ...], context: CardContext) -> tuple[str, ...]:
    """Return each sentence of evidence once, that of the user's own answer first."""
    ordered = sorted(citations, key=lambda citation: not citation.by_user)
    said = (context.explain(citation.evidence) for citation in ordered)
    return tuple(dict.fromkeys(words for words in said if words))


def _named(document: Document, citations: tuple[Citation, ...], digits: Digits) -> tuple[NamedPlace, ...]:
    found: dict[tuple[str, str], NamedPlace] = {}
    for citation in citations:
        for pinpoint in citation.pinpoints:
            place = pinpoint.span.provision
            provision = Place(name_of(document, place, digits), Position(place, pinpoint.span.start))
            found.setdefault((pinpoint.place, provision.name), NamedPlace(pinpoint.text, pinpoint.place, provision))
    return tuple(found.values())


def _reference(known: Instrument | None, target: str) -> str:
    """Return the number of an instrument, with the report that prints it for a resolution without symbol."""
    if known is None or not known.printed_in:
        return spaced_reference(target)
    return f"{target.replace('/RES/', ' ')} · {known.printed_in}"


def _titles(known: Instrument | None, text: OpenText, target: str) -> tuple[str, str]:
    names = known.names if known else {}
    cited = next((c.text for c in text.citations if c.target == target and not c.span.provision.startswith("fn_")), "")
    return names.get("ar", "") or cited or spaced_reference(target), names.get("en", "")


def nearest_markers(
    document: Document, ids: tuple[str, ...]
) -> tuple[tuple[str, Place] | None, tuple[str, Place] | None]:
    """Return (footnote, place) of the last marker before the provisions `ids` and of the first after them."""
    order = {provision.id: index for index, provision in enumerate(document.provisions)}
    shown = [order[id_] for id_ in ids if id_ in order]
    first, last = (min(shown), max(shown)) if shown else (0, -1)
    before = [_marker(document, p, m) for p in document.provisions[:first] for m in p.markers]
    after = [_marker(document, p, m) for p in document.provisions[last + 1 :] for m in p.markers]
    return before[-1] if before else None, after[0] if after else None


def _marker(document: Document, provision: Provision, marker: Marker) -> tuple[str, Place]:
    return marker.footnote, Place(name_of(document, provision.id), Position(provision.id, marker.offset))


def with_parts(document: Document, id_: str) -> tuple[str, ...]:
    """Return a provision and its sub-paragraphs, in order."""
    found = {id_}
    for provision in document.provisions:
        if provision.parent in found:
            found.add(provision.id)
    return tuple(provision.id for provision in document.provisions if provision.id in found)


def is_near(document: Document, number: str, ids: tuple[str, ...]) -> bool:
    """Return whether a marker of the footnote stands in `ids` or in the provision before them.

    The end of that provision may still be on screen.
    """
    wanted = set(ids)
    previous: Provision | None = None
    for provision in document.provisions:
        if ids and provision.id == ids[0] and previous is not None:
            wanted.add(previous.id)
        previous = provision
    return any(place.provision in wanted for place in document.markers_of(number))
