"""Recognise the provisions in the paragraphs of a text: the title, the third preambular paragraph, item (a) of OP5.

Shared by every importer. Nothing is left out: an unknown paragraph becomes body text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from documents.importers import openings
from documents.importers.blocks import Block
from documents.importers.openings import Opening, Role
from documents.model import OUTER, Kind, Provision
from documents.numerals import roman
from documents.verbs import find_verbs, opens_operative

_STOPS = ".،؛:;,…!?؟»”。；，：、"
_LINKS = tuple(f"{stop} {word}" for stop in ";," for word in ("and", "or"))
_CLOSERS = "\"”»')]“’‘"
_NESTING = (Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH, Kind.BODY)


@dataclass(frozen=True, slots=True)
class Structure:
    """The provisions in reading order. `nested` marks a draft inside another resolution."""

    provisions: tuple[Provision, ...]
    nested: bool


def recognise(blocks: Sequence[Block], language: str) -> Structure:
    """Return the provisions of the paragraphs of a text."""
    builder = _Builder(language)
    start = _start_of_resolution(blocks, language)
    if start is None:
        _read_plain(builder, blocks)
    else:
        _read_masthead(builder, blocks[:start])
        _read_resolution(builder, blocks[start:])
    return Structure(tuple(builder.provisions), builder.nested)


def _start_of_resolution(blocks: Sequence[Block], language: str) -> int | None:
    """Return the index of the first chapeau, else of the first paragraph like one of a resolution.

    None for a text that has fewer than two such paragraphs.
    """
    for index, block in enumerate(blocks):
        if openings.chapeau(block.text):
            return index
    paragraphs = [i for i, block in enumerate(blocks) if _is_paragraph(block.text, language)]
    return paragraphs[0] if len(paragraphs) > 1 else None


def _is_paragraph(text: str, language: str) -> bool:
    opening = openings.numbered(text)
    if opening is None:
        return bool(find_verbs(text, Kind.PREAMBULAR, language))
    return opening.role is Role.NUMBER and opens_operative(text[opening.rest :], language)


def _read_masthead(builder: _Builder, blocks: Sequence[Block]) -> None:
    title = _title_index(blocks)
    for index, block in enumerate(blocks):
        if index == title:
            builder.add(Kind.TITLE, "title", block)
        else:
            builder.add(Kind.MASTHEAD, builder.next_id("masthead"), block)


def _title_index(blocks: Sequence[Block]) -> int | None:
    """Return the last line with a resolution's number, else the last that is no other line of a masthead."""
    last = None
    for index, block in enumerate(blocks):
        opening = openings.masthead_line(block.text) or openings.whole(block.text)
        if opening is not None and opening.role is Role.TITLE:
            return index
        if opening is None and not block.text.endswith(":") and any(c.isalpha() for c in block.text):
            last = index
    return last


def _read_plain(builder: _Builder, blocks: Sequence[Block]) -> None:
    """Read a text that is no resolution. Its first line is the title."""
    for index, block in enumerate(blocks):
        if index == 0 and len(blocks) > 1 and len(block.text) <= 400 and openings.numbered(block.text) is None:
            builder.add(Kind.TITLE, "title", block)
        else:
            builder.body(block)


def _read_resolution(builder: _Builder, blocks: Sequence[Block]) -> None:
    closing = False
    for block in blocks:
        opening = openings.whole(block.text)
        role = opening.role if opening else None
        if role is Role.CHAPEAU and not builder.annex:
            builder.chapeau(block)
            closing = False
        elif role is Role.ANNEX and builder.ended(closing=closing):
            builder.open_annex(block)
        elif builder.annex:
            builder.body(block)
        elif closing or role is Role.MEETING or (role in (Role.DATE, Role.BRACKETS) and builder.operative):
            closing = True
            builder.add(Kind.CLOSING, builder.next_id("closing"), block)
        else:
            builder.paragraph(block)


class _Builder:
    """The provisions so far, and the state that decides the kind of the next paragraph."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.provisions: list[Provision] = []
        self.nested = False
        self.operative = False
        self.annex = ""
        self._ids: set[str] = set()
        self._counts: dict[str, int] = {}
        self._scope = ""
        self._part = 1
        self._items: list[tuple[str, str]] = []

    def next_id(self, name: str) -> str:
        """Return `masthead_3`, `closing_1`: the next of its kind in this part."""
        self._counts[name] = self._counts.get(name, 0) + 1
        return f"{name}_{self._counts[name]}"

    def add(
        self, kind: Kind, id_: str, block: Block, opening: Opening | None = None, parent: str | None = None
    ) -> None:
        """Add a provision without its `opening`. With a `parent`, `id_` is complete already."""
        body = block.tail(opening.rest) if opening else block
        whole = id_ if parent else self._scope + id_
        number, printed = (opening.number or None, opening.printed) if opening else (None, "")
        self._ids.add(whole)
        self.provisions.append(Provision(whole, kind, body.text, number, printed, parent, body.markers))
        if kind is not Kind.SUBPARAGRAPH:
            self._items = []

    def chapeau(self, block: Block) -> None:
        """Open a resolution: the first one, a draft inside it, or another part of a composite one."""
        if self.operative and self.provisions[-1].text.rstrip(_CLOSERS + " ").endswith(":") and not self.nested:
            self._enclose()
        elif self._scope + "chapeau" in self._ids:
            self._open_part()
        self.operative = False
        self.add(Kind.CHAPEAU, "chapeau", block)

    def _enclose(self) -> None:
        """Turn the provisions read since the first chapeau into the enclosing resolution."""
        outside = (Kind.MASTHEAD, Kind.TITLE)
        self.provisions = [
            p if p.kind in outside else replace(p, id=OUTER + p.id, parent=p.parent and OUTER + p.parent)
            for p in self.provisions
        ]
        self._ids = {p.id for p in self.provisions}
        self._counts = {name: count for name, count in self._counts.items() if name == "masthead"}
        self.nested = True

    def _open_part(self) -> None:
        self._part += 1
        self._scope = f"part_{self._part}_"
        self._counts = {}

    def paragraph(self, block: Block) -> None:
        """Add a paragraph of a resolution's body."""
        opening = openings.numbered(block.text) or self._bracketed(block)
        if opening is not None and opening.role is Role.NUMBER:
            self._numbered(block, opening)
        elif opening is not None and self._items_allowed():
            self._item(block, opening)
        elif self._continues(block):
            self._join(block)
        elif (heading := openings.section(block.text)) is not None:
            self.add(Kind.HEADING, self.next_id("heading"), block, heading)
        else:
            self._unnumbered(block)

    def _numbered(self, block: Block, opening: Opening) -> None:
        self.operative = True
        if f"{self._scope}op_{opening.number}" in self._ids:
            self._open_part()
        self.add(Kind.OPERATIVE, f"op_{opening.number}", block, opening)

    def _unnumbered(self, block: Block) -> None:
        preambular = bool(find_verbs(block.text, Kind.PREAMBULAR, self.language))
        if not preambular and not self.operative and opens_operative(block.text, self.language):
            self.operative = True
            self.add(Kind.OPERATIVE, self._free("op"), block)
        elif preambular or not (self.operative or _is_heading(block.text)):
            self.add(Kind.PREAMBULAR, self.next_id("pp"), block)
        elif opens_operative(block.text, self.language):
            self.add(Kind.OPERATIVE, self._free("op"), block)
        elif _is_heading(block.text):
            self.add(Kind.HEADING, self.next_id("heading"), block)
        else:
            self.add(Kind.BODY, self.next_id("body"), block)

    def _free(self, name: str) -> str:
        """Return the next id of its kind that no number has taken."""
        while self._scope + (id_ := self.next_id(name)) in self._ids:
            continue
        return id_

    def body(self, block: Block) -> None:
        """Add a paragraph of an annex or of a text that is no resolution."""
        opening = openings.numbered(block.text) or self._bracketed(block)
        prefix = f"{self.annex}_" if self.annex else ""
        heading = openings.section(block.text)
        if not self.annex and openings.whole(block.text) == Opening(Role.ANNEX):
            self.open_annex(block)
        elif heading is not None and (opening is None or opening.role is Role.NUMBER):
            self.add(Kind.HEADING, self.next_id(f"{prefix}h" if prefix else "heading"), block, heading)
        elif opening is not None and opening.role is not Role.NUMBER and self._items_allowed():
            self._item(block, opening)
        elif opening is None and self._continues(block):
            self._join(block)
        elif opening is None and _is_heading(block.text):
            self.add(Kind.HEADING, self.next_id(f"{prefix}h" if prefix else "heading"), block)
        else:
            number = opening if opening and opening.role is Role.NUMBER else None
            self.add(Kind.BODY, self.next_id(f"{prefix}p" if prefix else "body"), block, number)

    def open_annex(self, block: Block) -> None:
        """Open an annex, to which all following paragraphs belong."""
        self._scope = ""
        self.annex = self.next_id("annex")
        while self.annex in self._ids:
            self.annex = self.next_id("annex")
        self.add(Kind.ANNEX, self.annex, block)

    def ended(self, *, closing: bool) -> bool:
        """Say whether an annex can follow here: after the closing, a full stop or another annex."""
        return (
            closing or bool(self.annex) or (self.operative and self.provisions[-1].text.rstrip(_CLOSERS).endswith("."))
        )

    def _items_allowed(self) -> bool:
        return bool(self.provisions) and self.provisions[-1].kind in _NESTING

    def _bracketed(self, block: Block) -> Opening | None:
        """Return a number in brackets as an item of the list that a colon opened."""
        opening = openings.bracketed(block.text)
        if opening is None or not self._items_allowed():
            return None
        begins = opening.number == "1" and self.provisions[-1].text.rstrip().endswith((":", "："))
        follows = bool(self._items) and self._items[-1][0] in (_roman(opening.number, -1), _roman(opening.number, -2))
        return opening if begins or follows else None

    def _item(self, block: Block, opening: Opening) -> None:
        """Add a sub-paragraph: a letter of the paragraph, or a Roman number of the letter before."""
        level, number = self._level(opening)
        if not self._items:
            self._items = [("", self.provisions[-1].id)]
        self._items = self._items[:level]
        parent = self._items[-1][1]
        id_ = f"{parent}_{number}"
        copy = 2
        while id_ in self._ids:
            id_ = f"{parent}_{number}_x{copy}"
            copy += 1
        self.add(Kind.SUBPARAGRAPH, id_, block, replace(opening, number=number), parent)
        self._items.append((number, id_))

    def _level(self, opening: Opening) -> tuple[int, str]:
        """Return the level of an item (1 or 2) and its number."""
        letter = self._items[1][0] if len(self._items) > 1 else ""
        inner = self._items[2][0] if len(self._items) > 2 else ""
        if opening.role is Role.COUNT:
            return (2 if letter and not _is_roman(letter) else 1), _roman(opening.number)
        number = opening.number
        opens_inner = bool(letter) and self.provisions[-1].text.rstrip().endswith(":")
        if _is_roman(number) and letter and number != _after(letter):
            return 2, number
        if _is_roman(number) and (opens_inner or (inner and _roman_after(inner) == number)):
            return 2, number
        return 1, number

    def _continues(self, block: Block) -> bool:
        """Say whether a page break before this paragraph cut a sentence: the one before ends without a stop."""
        if not self.provisions or self.provisions[-1].kind not in _NESTING:
            return False
        if not self.provisions[-1].text:
            return True
        before = self.provisions[-1].text.rstrip().rstrip(_CLOSERS)
        if block.text[:1].islower() and before.endswith((",", ";")):
            return True
        if not before or before.endswith((*_STOPS, *_LINKS)):
            return False
        return not find_verbs(block.text, Kind.PREAMBULAR, self.language) and len(before) > 20

    def _join(self, block: Block) -> None:
        last = self.provisions[-1]
        whole = Block(last.text, last.markers).joined(block, " " if last.text else "")
        self.provisions[-1] = replace(last, text=whole.text, markers=whole.markers)


def _is_heading(text: str) -> bool:
    return len(text) < 140 and not text.rstrip(_CLOSERS).endswith(tuple(_STOPS)) and any(c.isalpha() for c in text)


def _roman(number: str, shift: int = 0) -> str:
    value = int(number) + shift
    return roman(value).lower() if 1 <= value <= 399 else number


def _is_roman(letter: str) -> bool:
    return bool(letter) and set(letter) <= set("ivxl")


def _after(letter: str) -> str:
    return chr(ord(letter) + 1) if len(letter) == 1 and letter != "z" else ""


def _roman_after(number: str) -> str:
    from documents.numerals import from_roman

    try:
        return roman(from_roman(number.upper()) + 1).lower()
    except ValueError:
        return ""
