"""The text of elements of foreign Akoma Ntoso, with the notes in it, and the elements that hold words themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from documents.language import western_digits
from documents.model import Footnote, FootnoteStatus, Marker, SourceWarning

_SPACE = re.compile(r"[ \t\r\n]+")
_PARENTHESES = re.compile(r"[()\[\]\s]")
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_TEXTUAL = frozenset("p block heading subheading num crossHeading listIntroduction listWrapUp tr from tocItem".split())
_NOTES = frozenset({"authorialNote", "note"})
_GLUED = frozenset(
    "a abbr b i u sub sup span inline ref mref rref def term date docDate ins del mod omissis noteRef eol remark "
    "authorialNote organization person quantity location role".split()
)
"""Elements inside a line. Their words touch the words beside them."""


def tag(element: Element) -> str:
    """Return an element's name without its namespace, "" for a comment or an instruction."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def elements(parent: Element) -> Iterator[Element]:
    """Yield the child elements without comments and instructions."""
    return (child for child in parent if isinstance(child.tag, str))


def holds_words(element: Element) -> bool:
    """Say whether an element is one stretch of text, and no container of such."""
    if tag(element) in _TEXTUAL or not len(element):
        return True
    return bool((element.text or "").strip()) or any((child.tail or "").strip() for child in element)


@dataclass(slots=True)
class Words:
    """Text with white space collapsed, and the markers in it."""

    text: str = ""
    markers: tuple[Marker, ...] = ()

    def joined(self, other: Words) -> Words:
        """Return both texts, the other one on a new line."""
        if not self.text or not other.text:
            shift, text = len(self.text), self.text + other.text
        else:
            shift, text = len(self.text) + 1, f"{self.text}\n{other.text}"
        moved = (Marker(m.offset + shift, m.footnote, m.printed) for m in other.markers)
        return Words(text, (*self.markers, *moved))


@dataclass(slots=True)
class Notes:
    """The footnotes of one document, collected from the text. `by_eid` has their numbers."""

    footnotes: dict[str, Footnote] = field(default_factory=dict)
    by_eid: dict[str, str] = field(default_factory=dict)

    def gather(self, statement: Element) -> None:
        """Number every footnote of the document first, so that a reference may precede its footnote."""
        for note in statement.iter():
            if tag(note) in _NOTES:
                self._add(note)

    def _add(self, note: Element) -> None:
        printed = note.get("marker") or ""
        number = _PARENTHESES.sub("", western_digits(printed)) or str(len(self.footnotes) + 1)
        wanted, count = number, 1
        while number in self.footnotes:
            count += 1
            number = f"{wanted}-{count}"
        text = "\n".join(words.text for block in blocks(note) if (words := _collapsed(_flat(block, within=False))).text)
        language = next((p.get(_LANG) for p in note.iter() if p.get(_LANG)), None)
        self.footnotes[number] = Footnote(number, text, printed, FootnoteStatus.ORPHAN, language)
        self.by_eid[_eid(note) or f"@{id(note)}"] = number

    def marker_number(self, element: Element) -> str:
        """Return the number of the footnote of a note or reference. A missing footnote is entered as `MISSING`."""
        href = (element.get("href") or "").removeprefix("#")
        number = self.by_eid.get(href if tag(element) == "noteRef" else _eid(element) or f"@{id(element)}")
        if number is None:
            printed = element.get("marker") or ""
            number = _PARENTHESES.sub("", western_digits(printed)) or href or "*"
            number = number if number not in self.footnotes else f"{number}-{href}"
            self.footnotes[number] = Footnote(number, "", printed, FootnoteStatus.MISSING)
            self.by_eid[href] = number
        note = self.footnotes[number]
        if note.status is FootnoteStatus.ORPHAN:
            self.footnotes[number] = Footnote(number, note.text, note.printed, FootnoteStatus.OK, note.language)
        return number

    def warnings(self) -> Iterator[SourceWarning]:
        """Yield warnings for footnotes without a marker and markers without a footnote."""
        for note in self.footnotes.values():
            if note.status is FootnoteStatus.ORPHAN:
                yield SourceWarning("orphan-note", note.printed or note.number)
            if note.status is FootnoteStatus.MISSING:
                yield SourceWarning("orphan-marker", note.printed or note.number)


def blocks(parent: Element) -> Iterator[Element]:
    """Yield the elements at or below `parent` that hold words, in order."""
    if tag(parent) not in _NOTES and holds_words(parent):
        yield parent
        return
    for child in elements(parent):
        yield from blocks(child)


def read_words(place: Element, notes: Notes) -> Words:
    """Return the words of one element with its markers, without the text of notes."""
    pieces: list[str | Marker] = []
    for piece in _flat(place):
        if isinstance(piece, str):
            pieces.append(piece)
        else:
            printed = piece.get("marker") or ""
            pieces.append(Marker(0, notes.marker_number(piece), printed))
    return _collapsed(pieces)


def _flat(element: Element, *, within: bool = True) -> Iterator[str | Element]:
    """Yield text and notes in order, without notes unless `within`."""
    yield element.text or ""
    for child in element:
        name = tag(child)
        if name in _NOTES or name == "noteRef":
            if within:
                yield child
        elif name == "eol" or name == "br":
            yield " "
        elif name:
            apart = "" if name in _GLUED or name.startswith("doc") else " "
            yield apart
            yield from _flat(child, within=within)
            yield apart
        yield child.tail or ""


def _collapsed(pieces: Iterable[str | Marker | Element]) -> Words:
    """Return the pieces with each run of white space as one space, none at the ends. Markers keep their place."""
    parts: list[str] = []
    markers: list[Marker] = []
    length = 0
    for piece in pieces:
        if isinstance(piece, Marker):
            markers.append(Marker(length, piece.footnote, piece.printed))
        elif isinstance(piece, str):
            run = _SPACE.sub(" ", piece)
            if run.startswith(" ") and (not parts or parts[-1].endswith(" ")):
                run = run[1:]
            if run:
                parts.append(run)
                length += len(run)
    text = "".join(parts)
    kept = text.rstrip(" ")
    return Words(kept, tuple(Marker(min(m.offset, len(kept)), m.footnote, m.printed) for m in markers))


def _eid(element: Element) -> str:
    return element.get("eId") or element.get("id") or ""
