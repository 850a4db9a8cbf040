"""Akoma Ntoso of other programs, read by its structure without losing a word.

Versions 3.0 and 2.0, documents of any type. An element with words becomes a provision at its place. White space is that
of indentation and is reduced to single spaces.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from documents.importers.akn.element_text import Notes, Words, blocks, elements, holds_words, read_words, tag
from documents.importers.akn.identity import identify
from documents.language import western_digits
from documents.model import OUTER, Document, Kind, Masthead, Provision, Source
from documents.numerals import roman

_LISTS = frozenset("list blockList recitals ul ol toc intro content wrapUp".split())
_UNITS = frozenset({"paragraph", "point", "item", "clause", "recital", "subparagraph", "indent", "li"})
_TITLES = ("docTitle", "container", "longTitle", "shortTitle", "docType")
_CHAPEAU = re.compile(r"(The|إن) .{3,200}$")
_EDGES = re.compile(r"^\W+|\W+$")
_QUOTED = re.compile("[’‘'`]\\d{1,4}[’‘'`]", re.ASCII)
_ABJAD = str.maketrans("أبجدهوزحطيكلمنسعفصقرشتثخذض", "abcdefghijklmnopqrstuvwxyz", "ـ\u200c\u200d")
"""United Nations Arabic counts items in abjad order: (أ) is (a), (ي) is (j)."""
_HEADS = {
    Kind.MASTHEAD: "masthead",
    Kind.PREAMBULAR: "pp",
    Kind.OPERATIVE: "op",
    Kind.HEADING: "heading",
    Kind.BODY: "body",
    Kind.CLOSING: "closing",
}


def read_foreign(root: Element, name: str, sha256: str) -> Document:
    """Return the document in `<akomaNtoso>`. Documents beside the first one become its annexes."""
    statement, *beside = elements(root)
    reader = _Reader(root)
    reader.document(statement)
    reader.beside(beside)
    identity = identify(statement, name)
    source = Source(name, sha256, "akn", tuple(reader.notes.warnings()))
    return Document(
        identity.symbol,
        identity.language,
        reader.title or identity.title,
        tuple(reader.provisions),
        tuple(reader.notes.footnotes.values()),
        Masthead(organ=identity.organ, adopted=identity.adopted),
        source,
    )


@dataclass(frozen=True, slots=True)
class _Place:
    """The state of the reader: the kind of a plain block, the prefix of ids, the enclosing unit, its printed number."""

    kind: Kind
    prefix: str = ""
    parent: str | None = None
    number: str = ""
    unit: bool = False


class _Reader:
    """One pass over one file, with provisions in its order."""

    def __init__(self, statement: Element) -> None:
        self.provisions: list[Provision] = []
        self.notes = Notes()
        self.notes.gather(statement)
        self.ids: set[str] = set()
        self.annexes = 0
        self.title = ""

    # ---- parts of a document ------------------------------------------------------------------------------

    def document(self, statement: Element, prefix: str = "") -> None:
        draft = _draft(statement) if not prefix else None
        inner = OUTER if draft is not None else prefix
        for child in elements(statement):
            name = tag(child)
            if name in {"preface", "coverPage", "header"}:
                self.preface(child, prefix)
            elif name == "preamble":
                self.children(child, _Place(Kind.PREAMBULAR, inner))
            elif name == "conclusions":
                self.children(child, _Place(Kind.CLOSING, prefix))
            elif name in {"attachments", "components"}:
                self.attached(child, draft)
            elif name != "meta":
                self.children(child, _Place(Kind.BODY, inner))

    def attached(self, holder: Element, draft: Element | None) -> None:
        for holding in elements(holder):
            for child in elements(holding):
                if holding is draft:
                    self.document(child)
                elif child.find("./{*}meta") is not None or child.find("./{*}mainBody") is not None:
                    self.annexes += 1
                    self.document(child, f"annex_{self.annexes}_")
                else:
                    self.children(holding, _Place(Kind.BODY))
                    break

    def beside(self, others: list[Element]) -> None:
        for other in others:
            if tag(other) == "components":
                self.attached(other, None)
            else:
                self.annexes += 1
                self.document(other, f"annex_{self.annexes}_")

    def preface(self, part: Element, prefix: str) -> None:
        title = None if any(p.kind is Kind.TITLE for p in self.provisions) else _title(part)
        for block in blocks(part):
            words = read_words(block, self.notes)
            if prefix:
                self.add(
                    Kind.ANNEX if prefix.rstrip("_") not in self.ids else Kind.BODY, words, _Place(Kind.BODY, prefix)
                )
            elif title is not None and (block is title or title in set(block.iter())):
                self.add(Kind.TITLE, words, _Place(Kind.TITLE))
                self.title = _bare_title(block) or words.text
                title = None
            else:
                self.add(Kind.MASTHEAD, words, _Place(Kind.MASTHEAD))

    # ---- what a part holds -----------------------------------------------------------------------------------

    def children(self, holder: Element, place: _Place) -> None:
        if holds_words(holder):
            self.block(holder, place)
            return
        inside = list(elements(holder))
        for child in inside:
            if tag(child) == "num" and child is not inside[0]:
                self.block(child, place)
            elif tag(child) != "num" or not _is_unit(holder):
                self.inside(child, place)

    def inside(self, child: Element, place: _Place) -> None:
        name = tag(child)
        if name == "formula":
            self.joined(child, Kind.CHAPEAU, place)
        elif name in {"attachments", "components"}:
            self.attached(child, None)
        elif name in {"heading", "subheading", "crossHeading"}:
            self.add(Kind.HEADING, read_words(child, self.notes), replace(place, unit=False))
        elif name == "recitals" and child.find("./{*}intro") is not None:
            self.recitals(child, place)
        elif _is_unit(child):
            self.unit(child, place)
        elif holds_words(child):
            self.block(child, place)
        elif name in {"content", "intro"} and all(holds_words(block) for block in elements(child)):
            self.joined(child, None, place)
        else:
            self.children(child, place)

    def joined(self, holder: Element, kind: Kind | None, place: _Place) -> None:
        """Enter the lines of one element as one provision."""
        words = Words()
        for block in blocks(holder):
            words = words.joined(read_words(block, self.notes))
        self.enter(kind, words, place)

    def block(self, block: Element, place: _Place) -> None:
        words = read_words(block, self.notes)
        first = place.kind is Kind.PREAMBULAR and not place.parent and not self._has(Kind.CHAPEAU, place.prefix)
        opens = first and not self._has(Kind.PREAMBULAR, place.prefix) and _CHAPEAU.match(words.text)
        self.enter(Kind.CHAPEAU if opens else None, words, place)

    def enter(self, kind: Kind | None, words: Words, place: _Place) -> None:
        """Enter words as the text of the enclosing unit, or as a provision after it."""
        if not place.unit:
            self.add(kind or place.kind, words, replace(place, number="", parent=None))
            return
        unit = self.provisions[-1] if self.provisions else None
        if unit is not None and unit.id == place.parent and not unit.text:
            self.provisions[-1] = replace(unit, text=words.text, markers=words.markers)
        else:
            self.add(
                Kind.BODY if place.kind is not Kind.PREAMBULAR else place.kind,
                words,
                replace(place, number="", parent=None),
            )

    def recitals(self, recitals: Element, place: _Place) -> None:
        """Enter an introduction as a preambular paragraph, and the rest as its sub-paragraphs."""
        inside = list(elements(recitals))
        intro = next(child for child in inside if tag(child) == "intro")
        self.joined(intro, Kind.PREAMBULAR, replace(place, unit=False))
        above = replace(place, parent=self.provisions[-1].id if self.provisions else None)
        for child in inside:
            if child is not intro:
                self.inside(child, above)

    def unit(self, unit: Element, place: _Place) -> None:
        """Enter a paragraph, section, item …: number and text as a provision, the elements below as children."""
        if holds_words(unit):
            self.add(_kind_of_unit(unit, place), read_words(unit, self.notes), place)
            return
        printed = unit.find("./{*}num")
        number = read_words(printed, self.notes).text if printed is not None else ""
        heading = unit.find("./{*}heading")
        if heading is not None:
            words = read_words(heading, self.notes)
            self.add(Kind.HEADING, words, replace(place, number=number, parent=None), keep=True)
            for child in elements(unit):
                if child is not printed and child is not heading:
                    self.inside(child, replace(place, unit=False, number=""))
            return
        kind = _kind_of_unit(unit, place)
        id_ = self.add(kind, Words(), replace(place, number=number), keep=True)
        for child in elements(unit):
            if child is not printed:
                self.inside(child, replace(place, parent=id_, unit=True, number=""))
        if not number and self.provisions[-1].id == id_ and not self.provisions[-1].text:
            self.provisions.pop()

    # ---- provisions ------------------------------------------------------------------------------------------

    def add(self, kind: Kind, words: Words, place: _Place, *, keep: bool = False) -> str:
        """Append a provision and return its id. An empty one is skipped (returning "") unless `keep`."""
        if not words.text and not words.markers and not place.number and not keep:
            return ""
        number = _number(place.number)
        parent = place.parent if kind is Kind.SUBPARAGRAPH else None
        id_ = self._id(kind, number, place, parent)
        self.provisions.append(Provision(id_, kind, words.text, number, place.number, parent, words.markers))
        return id_

    def _id(self, kind: Kind, number: str | None, place: _Place, parent: str | None) -> str:
        if kind in {Kind.TITLE, Kind.CHAPEAU}:
            wanted = "title" if kind is Kind.TITLE else f"{place.prefix}chapeau"
            return self._unused(wanted, wanted + "_")
        if kind is Kind.ANNEX:
            return self._unused(place.prefix.rstrip("_"), place.prefix)
        head = f"{parent}_" if parent else f"{place.prefix}{_HEADS[kind]}_"
        counted = kind in {Kind.MASTHEAD, Kind.PREAMBULAR, Kind.CLOSING, Kind.HEADING}
        return self._unused(head + re.sub(r"\W+|_", "-", number) if number and not counted else "", head)

    def _unused(self, wanted: str, head: str) -> str:
        count = 0
        id_ = wanted
        while not id_ or id_ in self.ids:
            count += 1
            id_ = f"{head}{count}"
        self.ids.add(id_)
        return id_

    def _has(self, kind: Kind, prefix: str) -> bool:
        return any(p.kind is kind and p.id.startswith(prefix) for p in self.provisions)


def _number(printed: str) -> str | None:
    """Return a number with Western digits and Latin letters: `١ -` → `1`, `(أ)` → `a`, `’٢‘` → `ii`."""
    bare = _EDGES.sub("", western_digits(printed)).lower()
    if _QUOTED.fullmatch(western_digits(printed)) and 0 < int(bare) < 400:
        return roman(int(bare)).lower()
    letter = bare.translate(_ABJAD)
    return (letter if len(letter) == 1 else bare) or None


def _is_unit(element: Element) -> bool:
    name = tag(element)
    if name in _LISTS:
        return False
    return name in _UNITS or any(tag(child) in {"num", "heading", "content"} for child in elements(element))


def _kind_of_unit(unit: Element, place: _Place) -> Kind:
    if place.parent is not None:
        return Kind.SUBPARAGRAPH
    if place.kind is Kind.PREAMBULAR:
        return Kind.PREAMBULAR
    return Kind.OPERATIVE if tag(unit) in _UNITS and place.kind is Kind.BODY else Kind.BODY


def _title(preface: Element) -> Element | None:
    for name in _TITLES:
        for element in preface.iter():
            if tag(element) == name and (name != "container" or element.get("name") == "title"):
                return next(blocks(element), None) if not _inline(element, preface) else element
    return None


def _bare_title(block: Element) -> str:
    """Return the title without the number that stands in the same line."""
    title = next((element for element in block.iter() if tag(element) == "docTitle"), None)
    return read_words(title, Notes()).text if title is not None else ""


def _inline(element: Element, preface: Element) -> bool:
    """Say whether an element stands inside a line, not around lines."""
    return any(element is not block and element in set(block.iter()) for block in blocks(preface))


def _draft(statement: Element) -> Element | None:
    """Return the component whose text a paragraph of this resolution adopts or recommends, None without one."""
    references = {
        (element.get("href") or element.get("src") or "").removeprefix("#")
        for structure in statement.iter()
        if tag(structure) == "embeddedStructure"
        for element in structure.iter()
        if tag(element) in {"documentRef", "componentRef"}
    }
    for component in statement.iterfind("./{*}components/{*}component"):
        if component.get("eId") in references:
            return component
    return None
