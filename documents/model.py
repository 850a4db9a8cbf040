"""The model of a document: provisions, footnotes and facts of its masthead, immutable, in stored order.

All offsets are Unicode code points in a provision's received text, which is the text of the source without markup and
footnote markers. Corrections, verbs and citations are layers over it (`documents.reading`).
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from documents.position import FOOTNOTE_PREFIX, Position

OUTER = "outer_"


class Kind(StrEnum):
    """The kind of a provision (`contract.md` §2)."""

    MASTHEAD = "masthead"
    TITLE = "title"
    CHAPEAU = "chapeau"
    PREAMBULAR = "preambular"
    OPERATIVE = "operative"
    SUBPARAGRAPH = "subparagraph"
    HEADING = "heading"
    ANNEX = "annex"
    BODY = "body"
    CLOSING = "closing"


class FootnoteStatus(StrEnum):
    """How far a footnote and its markers can be trusted (`contract.md` §2)."""

    OK = "ok"
    DOUBTFUL = "doubtful"
    ORPHAN = "orphan"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Marker:
    """A footnote marker before code point `offset` of a provision's text.

    `footnote` is the number (Western digits) of the footnote that it is bound to, `printed` the marker in the source
    (`(٤)`). With `doubt` the printed number is thought to be misread.
    """

    offset: int
    footnote: str
    printed: str = ""
    doubt: bool = False


@dataclass(frozen=True, slots=True)
class Provision:
    """A numbered or unnumbered unit of the text.

    `id` is the same in every language (`pp_3`, `op_5_a_ii`, `outer_op_1`). `number` has Western digits and Latin
    letters (`5`, `a`, `ii`), `printed_number` is the number in the source (`٥ -`). `parent` is the id of the provision
    that encloses a sub-paragraph.
    """

    id: str
    kind: Kind
    text: str
    number: str | None = None
    printed_number: str = ""
    parent: str | None = None
    markers: tuple[Marker, ...] = ()


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote.

    `number` has Western digits, `printed` is the number in the source (`(٣)`). `language` is the note's own language
    where it is not the document's. A missing footnote has no text.
    """

    number: str
    text: str
    printed: str = ""
    status: FootnoteStatus = FootnoteStatus.OK
    language: str | None = None


@dataclass(frozen=True, slots=True)
class SourceWarning:
    """A finding of the import that a reader should know: a code, the words it is about, and their provision."""

    code: str
    text: str = ""
    provision: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """The file that a document was read from. `unplaced` holds every character that is in no provision or footnote."""

    name: str
    sha256: str
    format: str
    warnings: tuple[SourceWarning, ...] = ()
    unplaced: str = ""


@dataclass(frozen=True, slots=True)
class Masthead:
    """Facts from the masthead and the closing.

    `organ` and `nested_organ` are codes (GA, ECOSOC, SC, HRC, CCPCJ …), `session` is a number or a year. `agenda_items`
    are in Western form (`19 (c)`). `provenance` is the line in square brackets, without them.
    """

    organ: str = ""
    nested_organ: str = ""
    session: str = ""
    agenda_items: tuple[str, ...] = ()
    adopted: datetime.date | None = None
    provenance: str = ""
    meeting: str = ""


@dataclass(frozen=True)
class Document:
    """A document in one language, with the text of its source unchanged.

    `symbol` is canonical (`E/RES/2019/20`), `language` is a BCP 47 tag. Provisions and footnotes come in reading order
    with unique ids and numbers (ValueError otherwise).
    """

    symbol: str
    language: str
    title: str
    provisions: tuple[Provision, ...]
    footnotes: tuple[Footnote, ...] = ()
    masthead: Masthead = field(default_factory=Masthead)
    source: Source = field(default_factory=lambda: Source("", "", ""))

    def __post_init__(self) -> None:
        if len(self._provisions_by_id) != len(self.provisions):
            raise ValueError("provision ids are not unique")
        if len(self._footnotes_by_number) != len(self.footnotes):
            raise ValueError("footnote numbers are not unique")

    @cached_property
    def _provisions_by_id(self) -> dict[str, Provision]:
        return {provision.id: provision for provision in self.provisions}

    @cached_property
    def _footnotes_by_number(self) -> dict[str, Footnote]:
        return {footnote.number: footnote for footnote in self.footnotes}

    @cached_property
    def _markers_by_footnote(self) -> dict[str, tuple[Position, ...]]:
        found: dict[str, tuple[Position, ...]] = {}
        for provision in self.provisions:
            for marker in provision.markers:
                place = Position(provision.id, marker.offset)
                found[marker.footnote] = (*found.get(marker.footnote, ()), place)
        return found

    def provision(self, id_: str) -> Provision:
        """Return the provision with this id, KeyError where there is none."""
        return self._provisions_by_id[id_]

    def has_provision(self, id_: str) -> bool:
        """Say whether there is a provision with this id."""
        return id_ in self._provisions_by_id

    def footnote(self, number: str) -> Footnote:
        """Return the footnote with this number (Western digits), KeyError where there is none."""
        return self._footnotes_by_number[number]

    def has_footnote(self, number: str) -> bool:
        """Say whether there is a footnote with this number, with or without text."""
        return number in self._footnotes_by_number

    def markers_of(self, number: str) -> tuple[Position, ...]:
        """Return the positions of a footnote's markers, in reading order. A footnote may have several."""
        return self._markers_by_footnote.get(number, ())

    def text_of(self, id_: str) -> str:
        """Return the received text of a provision, or of a footnote by its `fn_` id. KeyError for any other id."""
        if id_.startswith(FOOTNOTE_PREFIX):
            return self.footnote(id_.removeprefix(FOOTNOTE_PREFIX)).text
        return self.provision(id_).text

    def texts(self) -> Iterator[tuple[str, str]]:
        """Yield (id, received text) of every provision, then of every footnote."""
        for provision in self.provisions:
            yield provision.id, provision.text
        for footnote in self.footnotes:
            yield FOOTNOTE_PREFIX + footnote.number, footnote.text
