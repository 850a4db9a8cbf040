"""Annotation and Target: the marks and words of a reader, and the words of the text that they are about."""

from __future__ import annotations

import datetime
import enum
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from documents.model import Document
from documents.position import Quote, Span

NEIGHBOUR = 160
"""The code points that a target keeps of the provisions before and after its own."""


class AnnotationKind(enum.StrEnum):
    """The kind of an annotation: a marked provision, coloured words, a note, a stance."""

    BOOKMARK = "bookmark"
    HIGHLIGHT = "highlight"
    NOTE = "note"
    STANCE = "stance"


class Colour(enum.StrEnum):
    """The highlight colours in the order of their keys: the name that is stored, and the fill in exported files.

    The tokens of the window's themes, its names and those of exported files are keyed by the name.
    """

    fill: str
    """`#RRGGBB`, pale enough for black words on white paper."""

    def __new__(cls, name: str, fill: str) -> Colour:
        """Make a member whose value is the name alone."""
        made = str.__new__(cls, name)
        made._value_ = name
        made.fill = fill
        return made

    YELLOW = "yellow", "#FBE6A0"
    GREEN = "green", "#CDEBC3"
    BLUE = "blue", "#CAE2F8"
    PINK = "pink", "#F9D2DD"
    VIOLET = "violet", "#E4D7F6"


class Stance(enum.StrEnum):
    """The intention of a delegation for a provision."""

    SUPPORT = "support"
    AMEND = "amend"
    DELETE = "delete"
    RED_LINE = "red-line"
    ASK_CAPITAL = "ask-capital"


FIELDS = ("kind", "text", "colour", "stance", "labels", "targets", "removed")
"""The fields that change, each with a time of its own. `stance` is stance and author together."""

NEVER = ""
"""The time of a change that was undone. Every other change comes after it."""

LABEL_SEPARATOR = "/"
"""Between the names of a label and of the label nested in it: `outer/inner`."""

TAG = "~"
"""Separates the time of a merged change from the tag of the two changes it was made of."""

Stamps = Mapping[str, tuple[str, ...]]
"""By field: the times of its changes (as stored, ISO 8601 in UTC), the last first."""


@dataclass(frozen=True, slots=True)
class Target:
    """Words of one provision, with all facts that help to find them in another copy of the text.

    `span` and `quote` are those of the text it was made on. `passage` is the whole received text of the provision then,
    `previous` and `following` are the nearest code points of its neighbours. `rival` is the similarity (0 to 1, None:
    unknown) of the most similar other provision of that text to the words and their provision, `rival_beside` that of
    its neighbours to theirs. A target of another program may have a quote alone.
    """

    span: Span
    quote: Quote
    passage: str = ""
    previous: str = ""
    following: str = ""
    rival: float | None = None
    rival_beside: float = 0.0

    @property
    def is_whole(self) -> bool:
        """Say whether it is a whole provision."""
        return bool(self.passage) and self.quote.exact == self.passage


@dataclass(frozen=True, slots=True)
class Annotation:
    """A bookmark, highlight, note or stance.

    `document` is a symbol, `language` that of the text it was made on. `targets` are in reading order. Without targets
    it is about the whole document. `text` is plain text with simple Markdown. `colour` is one of Colour or "", `stance`
    one of Stance or "", and `author` took it. `labels` are names in the reader's order, nested ones as `outer/inner`.
    `removed` is set while it is in the trash.
    """

    id: str
    kind: AnnotationKind
    document: str
    language: str
    targets: tuple[Target, ...]
    created: datetime.datetime
    changed: datetime.datetime
    text: str = ""
    colour: str = ""
    labels: tuple[str, ...] = ()
    stance: str = ""
    author: str = ""
    removed: datetime.datetime | None = None
    stamps: Stamps = field(default_factory=dict, repr=False, hash=False)

    @property
    def direction(self) -> Literal["rtl", "ltr"]:
        """The direction of the reader's own words."""
        return first_strong(self.text, self.language)

    @property
    def is_bare(self) -> bool:
        """Say whether only its removal is left of it."""
        return self.removed is not None and not (
            self.text or self.targets or self.labels or self.colour or self.stance or self.author
        )

    @property
    def stance_taken(self) -> datetime.datetime | None:
        """The time at which the stance was taken or last changed, None without one."""
        if not self.stance:
            return None
        times = self.stamps.get("stance")
        return datetime.datetime.fromisoformat(time_of(times[0])) if times else self.created

    @property
    def text_language(self) -> str:
        """The language of the reader's own words, judged by their script: the text's own, Arabic or English."""
        from documents.language import direction

        return self.language if direction(self.language) == self.direction else _OF_SCRIPT[self.direction]


_OF_SCRIPT = {"rtl": "ar", "ltr": "en"}


LabelOrder = Sequence[tuple[str, Sequence[str]]]
"""Labels in the reader's order, each with the ids of its annotations in their order."""


def time_of(stamp: str) -> str:
    """Return the time of a stamp without its tag."""
    return stamp.partition(TAG)[0]


def bare(one: Annotation) -> Annotation:
    """Return the bare copy of a removed annotation for exchange: its removal and the times of its changes."""
    return replace(one, text="", targets=(), labels=(), colour="", stance="", author="")


def first_strong(text: str, language: str) -> Literal["rtl", "ltr"]:
    """Return the direction of the first strong character (UAX #9, P2), or that of `language` without one."""
    for character in text:
        bidi = unicodedata.bidirectional(character)
        if bidi in {"R", "AL"}:
            return "rtl"
        if bidi == "L":
            return "ltr"
    from documents.language import direction

    return "rtl" if direction(language) == "rtl" else "ltr"


def kind_for(kind: AnnotationKind, text: str, colour: str, stance: str) -> AnnotationKind:
    """Return the kind of an annotation with these fields. Words make a note of a highlight, never the reverse."""
    if stance:
        return AnnotationKind.STANCE
    if text.strip():
        return AnnotationKind.NOTE
    if colour:
        return AnnotationKind.HIGHLIGHT
    return AnnotationKind.NOTE if kind is AnnotationKind.NOTE else AnnotationKind.BOOKMARK


def target_of(document: Document, span: Span, rival: float | None = None, rival_beside: float = 0.0) -> Target:
    """Return the target for a span. KeyError for an unknown provision, ValueError for offsets outside of it."""
    text = document.text_of(span.provision)
    if span.end > len(text):
        raise ValueError(f"{span} in {len(text)} code points")
    order = [id_ for id_, _ in document.texts()]
    at = order.index(span.provision)
    previous = document.text_of(order[at - 1]) if at else ""
    following = document.text_of(order[at + 1]) if at + 1 < len(order) else ""
    quote = Quote.of(text, span.start, span.end)
    return Target(span, quote, text, previous[-NEIGHBOUR:], following[:NEIGHBOUR], rival, rival_beside)
