"""What the pane lists, as values: notes with their places, instruments with their facts. No widgets here."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from documents.citations.instruments import Instrument, instrument, links
from documents.language import arabic_indic_digits, direction, has_rtl_letter, isolate
from documents.model import Document, FootnoteStatus, Provision
from documents.position import Position, footnote_id
from services.linking import Links
from services.opening import OpenText
from ui.desktop.names import Digits, name_of


@dataclass(frozen=True, slots=True)
class Place:
    """A place that can be gone to, under the name it is shown by."""

    name: str
    position: Position


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote as the pane shows it; `received` and `likely` are for one whose text is missing."""

    number: str
    mark: str
    text: str
    rtl: bool
    places: tuple[Place, ...]
    status: FootnoteStatus
    ibid: str = ""
    received: str = ""
    likely: str = ""

    @property
    def latin(self) -> bool:
        """Whether the note itself runs from left to right."""
        return not has_rtl_letter(self.text)


@dataclass(frozen=True, slots=True)
class Card:
    """A cited instrument as the pane shows it, empty where nothing is known.

    `uncertain` names the facts shown that nobody checked.
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


def numeral(document: Document, number: str) -> str:
    """Return a footnote's number as the text prints numbers: `(٣)` in Arabic, also in the English interface."""
    digits = arabic_indic_digits(number) if document.language.startswith("ar") else number
    return f"({digits})"


def spaced(target: str) -> str:
    """Return `UNTS 1577 / 27531` for a treaty key, any other target as it is."""
    return target.replace("/", " / ") if target.startswith("UNTS ") else target


def places_of(document: Document, positions: tuple[Position, ...], digits: Digits) -> tuple[Place, ...]:
    """Name places, each name once, in the order they come."""
    first: dict[str, Place] = {}
    for position in positions:
        name = name_of(document, position.provision, digits)
        first.setdefault(name, Place(name, position))
    return tuple(first.values())


def note(text: OpenText, marks: Links, number: str, digits: Digits = str) -> Note:
    """Return the note with this number as it is read; `digits` are for the names of its places."""
    document = text.document
    footnote = document.footnote(number)
    markers = document.markers_of(number)
    missing = footnote.status is FootnoteStatus.MISSING
    return Note(
        number,
        numeral(document, number),
        text.reading.text(footnote_id(number)),
        direction(document.language) == "rtl",
        places_of(document, markers, digits),
        footnote.status,
        ibid=marks.ibid_of(number),
        received=_received(document, number) if missing else "",
        likely=text.likely.get(number, "") if missing else "",
    )


def _received(document: Document, number: str) -> str:
    """Return the marker as the source prints it, where that is another number."""
    for place in document.markers_of(number):
        for marker in document.provision(place.provision).markers:
            if marker.footnote == number and marker.printed and marker.printed.strip("()") != number:
                return f"({marker.printed.strip('()')})"
    return ""


def card(text: OpenText, target: str, places: tuple[Place, ...], *, held: bool, language: str) -> Card:
    """Return what is known of a target: from the catalogue of instruments, else from the words that cite it."""
    known = instrument(target)
    title, english = _titles(known, text, target)
    return Card(
        target,
        title,
        english,
        known.date if known else None,
        _reference(known, target),
        places,
        known.uncertain & {"names.ar", "names.en", "date", "unts"} if known else frozenset(),
        held,
        bool(links(target, language)),
    )


def _reference(known: Instrument | None, target: str) -> str:
    """Return the number it is known by; a resolution without symbol comes with the report that prints it."""
    if known is None or not known.printed_in:
        return spaced(target)
    return f"{target.replace('/RES/', ' ')} · {known.printed_in}"


def _titles(known: Instrument | None, text: OpenText, target: str) -> tuple[str, str]:
    names = known.names if known else {}
    cited = next((c.text for c in text.citations if c.target == target and not c.span.provision.startswith("fn_")), "")
    return names.get("ar", "") or cited or spaced(target), names.get("en", "")


def neighbours(document: Document, ids: tuple[str, ...]) -> tuple[Place | None, Place | None, str, str]:
    """Return the last marker before and the first after the provisions `ids`, with the numbers of their notes."""
    order = {provision.id: index for index, provision in enumerate(document.provisions)}
    shown = [order[id_] for id_ in ids if id_ in order]
    first, last = (min(shown), max(shown)) if shown else (0, -1)
    before = [(p, m) for p in document.provisions[:first] for m in p.markers]
    after = [(p, m) for p in document.provisions[last + 1 :] for m in p.markers]
    previous = before[-1] if before else None
    following = after[0] if after else None
    return (
        Place(name_of(document, previous[0].id), Position(previous[0].id, previous[1].offset)) if previous else None,
        Place(name_of(document, following[0].id), Position(following[0].id, following[1].offset))
        if following
        else None,
        previous[1].footnote if previous else "",
        following[1].footnote if following else "",
    )


def with_parts(document: Document, id_: str) -> tuple[str, ...]:
    """Return a provision and its sub-paragraphs, in order."""
    found = {id_}
    for provision in document.provisions:
        if provision.parent in found:
            found.add(provision.id)
    return tuple(provision.id for provision in document.provisions if provision.id in found)


def near(document: Document, number: str, ids: tuple[str, ...]) -> bool:
    """Say whether a marker of a note stands in `ids`, or in the provision before them, whose end may still show."""
    wanted = set(ids)
    previous: Provision | None = None
    for provision in document.provisions:
        if ids and provision.id == ids[0] and previous is not None:
            wanted.add(previous.id)
        previous = provision
    return any(place.provision in wanted for place in document.markers_of(number))


def isolated(places: tuple[Place, ...], joint: str) -> str:
    """Return the names of places as plain words, joined by `joint`, each isolated."""
    return joint.join(isolate(place.name, "ltr") for place in places)
