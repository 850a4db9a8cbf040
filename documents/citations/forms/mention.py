"""Mentions: the stretches of a passage that a form finds, before they are resolved."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from documents.citations.citation import CitationKind
from documents.citations.evidence import Evidence
from documents.model import Kind

SESSION_FIRST, NUMBER_FIRST = "session/number", "number/session"
"""The two orders in which the numbers of an act are written."""

UNTS, RECORDS = "UNTS", CitationKind.OFFICIAL_RECORDS.value
"""The sources that a footnote may repeat with numbers of its own: the Treaty Series, the Official Records."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One provision or footnote in the form that patterns read (`documents.folding.RECOGNITION`).

    A footnote has its number in `note` and no kind.
    """

    text: str
    language: str
    kind: Kind | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of a passage that cites something."""

    start: int
    end: int
    kind: CitationKind


@dataclass(frozen=True, slots=True)
class Known(Mention):
    """A mention that states its target. With `ibid` (`UNTS`, `official-records`) it repeats the source before it."""

    target: str
    evidence: Evidence
    ibid: str = ""


@dataclass(frozen=True, slots=True)
class Same(Mention):
    """Ibid. alone, or with a pinpoint only: the source of the footnote before. `number` is another number of it."""

    overridden: bool = False
    number: str = ""


@dataclass(frozen=True, slots=True)
class Act(Mention):
    """A resolution or decision by its numbers.

    `organ` is the organ named with it. `pronoun` is `f` (قرارها), `m` (قراره) or `its`, else empty. `language` is that
    of the words around it. `date` is the date that follows, and `shared_date` says that it stands after several
    numbers.
    """

    organ: str
    pronoun: str
    language: str
    letter: str
    date: datetime.date | None
    shared_date: bool


@dataclass(frozen=True, slots=True)
class Numbered(Act):
    """Two numbers as stored: `73/154`, `٢٠/٢٠١٩`, `S-27/2`.

    `special` is `S`, `ES` or empty. `own` marks the number of the document's own title. `order` is set where the words
    around show it, as in a range of one session (`57/301 إلى 57/305`).
    """

    first: int
    second: int
    special: str = ""
    own: bool = False
    order: str = ""


@dataclass(frozen=True, slots=True)
class OldNumbered(Act):
    """`3452 (XXX)`, `217 ألف (د-3)`, `1325 (2000)`: a number with a Roman session or a year."""

    number: int
    session: str = ""
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Short(Mention):
    """A short form: `the Convention`, `that resolution`, `القرار المذكور`, `the Protocol thereto`.

    `noun` is the English word for the instrument that it repeats. `said` marks words that point back (`said`, `that`,
    المذكور), `thereto` an annex of the instrument named. `defines` marks a name given to the words before it: `(“the
    Convention”)`.
    """

    noun: str
    said: bool = False
    thereto: bool = False
    defines: bool = False


@dataclass(frozen=True, slots=True)
class Stranger(Mention):
    """The noun of an instrument that no form recognises. It cites nothing, but a short form may mean it."""

    noun: str


class Form(Protocol):
    """One written form of citation."""

    def find(self, passage: Passage) -> Iterator[Mention]:
        """Yield the mentions of this form, in text order, at offsets of the passage."""
        ...
