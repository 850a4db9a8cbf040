"""Akoma Ntoso that Qarar wrote, read back exactly by the list of provisions in `<proprietary>`.

The words stand in the visible part of the file, and the list names the element of each provision. Where another program
changed the file, so that list and words no longer fit, `read_own` returns None and the file is read as a foreign one.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from xml.etree.ElementTree import Element

from documents.akoma_ntoso import AKN, OWN, unescape
from documents.model import (
    Document,
    Footnote,
    FootnoteStatus,
    Kind,
    Marker,
    Masthead,
    Provision,
    Source,
    SourceWarning,
)

_A, _Q = f"{{{AKN}}}", f"{{{OWN}}}"
_PLACES = (f"{_A}p", f"{_A}content/{_A}p", f"{_A}list/{_A}intro/{_A}p")


def read_own(statement: Element) -> Document | None:
    """Return the document as it was written, None where this is not, or no longer, a file of ours."""
    own = statement.find(f"{_A}meta/{_A}proprietary/{_Q}document")
    if own is None:
        return None
    try:
        return _Reader(statement, own).document()
    except (KeyError, ValueError):
        return None


def _get(element: Element, name: str, default: str = "") -> str:
    return unescape(element.get(name, default))


def _maybe(element: Element, name: str) -> str | None:
    value = element.get(name)
    return None if value is None else unescape(value)


class _Reader:
    """One pass over one file. KeyError or ValueError where list and words do not fit."""

    def __init__(self, statement: Element, own: Element) -> None:
        self.statement = statement
        self.own = own
        self.elements = {eid: element for element in statement.iter() if (eid := element.get("eId"))}
        self.numbers = {note.attrib["element"]: _get(note, "number") for note in own.iterfind(f"{_Q}footnote")}
        self.seen = 0

    def document(self) -> Document:
        own = self.own
        provisions = tuple(self.provision(element) for element in own.iterfind(f"{_Q}provision"))
        footnotes = tuple(self.footnote(element) for element in own.iterfind(f"{_Q}footnote"))
        if self.seen != _visible(self.statement):
            raise ValueError("the file holds words that its list does not name")
        return Document(
            _get(own, "symbol"),
            _get(own, "language"),
            _get(own, "title"),
            provisions,
            footnotes,
            _masthead(own.find(f"{_Q}masthead")),
            _source(own.find(f"{_Q}source")),
        )

    def provision(self, entry: Element) -> Provision:
        place = _words(self.elements[entry.attrib["element"]])
        self.seen += _length(place)
        text, markers = self.content(place)
        return Provision(
            _get(entry, "id"),
            Kind(entry.attrib["kind"]),
            text,
            _maybe(entry, "number"),
            _get(entry, "printed"),
            _maybe(entry, "parent"),
            markers or tuple(map(_marker, entry.iterfind(f"{_Q}marker"))),
        )

    def footnote(self, entry: Element) -> Footnote:
        place = self.elements[entry.attrib["element"]].find(f"{_A}p")
        if place is None:
            raise ValueError("a note has no text element")
        language = _maybe(entry, "language")
        status = FootnoteStatus(entry.attrib["status"])
        return Footnote(_get(entry, "number"), self.content(place)[0], _get(entry, "printed"), status, language)

    def content(self, place: Element) -> tuple[str, tuple[Marker, ...]]:
        """Return the received text of an element, and the markers that stand in it."""
        parts: list[str] = []
        markers: list[Marker] = []
        offset = 0
        for piece in _pieces(place):
            if isinstance(piece, str):
                parts.append(piece)
                offset += len(piece)
            else:
                markers.append(self.marker(piece, offset))
        return "".join(parts), tuple(markers)

    def marker(self, element: Element, offset: int) -> Marker:
        footnote = _maybe(element, f"{_Q}footnote")
        if footnote is None:
            footnote = self.numbers[element.get("eId") or element.attrib["href"].removeprefix("#")]
        printed = _maybe(element, f"{_Q}printed")
        if printed is None:
            printed = f"({element.get('marker')})"
        return Marker(offset, footnote, printed, element.get(f"{_Q}doubt") == "true")


def _words(element: Element) -> Element:
    """Return the element that holds a provision's words."""
    if element.tag == f"{_A}p":
        return element
    for path in _PLACES:
        if (found := element.find(path)) is not None:
            return found
    raise ValueError("a provision has no text element")


def _pieces(element: Element) -> Iterator[str | Element]:
    """Yield the text of an inline element in order, and the notes and note references in it."""
    if element.text:
        yield element.text
    for child in element:
        if child.tag in {f"{_A}authorialNote", f"{_A}noteRef"}:
            yield child
        elif child.tag == f"{_A}eol":
            yield "\n"
        elif code := child.get(f"{_Q}code"):
            yield chr(int(code, 16))
        elif child.tag != f"{_A}embeddedStructure":
            yield from _pieces(child)
        if child.tail:
            yield child.tail


def _length(element: Element) -> int:
    return len("".join("".join(element.itertext()).split()))


def _visible(statement: Element) -> int:
    """Return the number of characters, without white space, that the list must account for. Numbers are named in it."""
    total = 0
    for child in statement:
        if child.tag != f"{_A}meta":
            total += _length(child)
    return total - sum(_length(number) for number in statement.iter(f"{_A}num"))


def _marker(entry: Element) -> Marker:
    offset = int(entry.attrib["offset"])
    return Marker(offset, _get(entry, "footnote"), _get(entry, "printed"), entry.get("doubt") == "true")


def _masthead(entry: Element | None) -> Masthead:
    if entry is None:
        raise ValueError("no masthead")
    adopted = entry.get("adopted")
    return Masthead(
        _get(entry, "organ"),
        _get(entry, "nestedOrgan"),
        _get(entry, "session"),
        tuple(_get(item, "value") for item in entry),
        date.fromisoformat(adopted) if adopted else None,
        _get(entry, "provenance"),
        _get(entry, "meeting"),
    )


def _source(entry: Element | None) -> Source:
    if entry is None:
        raise ValueError("no source")
    warnings = tuple(
        SourceWarning(_get(warning, "code"), _get(warning, "text"), _maybe(warning, "provision")) for warning in entry
    )
    return Source(_get(entry, "name"), _get(entry, "sha256"), _get(entry, "format"), warnings, _get(entry, "unplaced"))
