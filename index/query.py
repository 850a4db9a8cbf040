"""What a query says, understood: a tree of words, phrases, patterns, fields and how they are joined.

`parsing` makes it from what a person typed; `matching` meets it in one passage, `executor` in a whole index.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

Place = tuple[int, int]
"""Start and end in what was typed, in code points."""


class Field(StrEnum):
    """What of a passage or its document can be asked for, counted and sorted by, besides its words."""

    SYMBOL = "symbol"
    LABEL = "label"
    KIND = "kind"
    VERB = "verb"
    FORCE = "force"
    ORGAN = "organ"
    SESSION = "session"
    YEAR = "year"
    DATE = "date"
    LANGUAGE = "language"
    CITES = "cites"
    TAG = "tag"


DOCUMENT_FIELDS = frozenset(
    {Field.SYMBOL, Field.ORGAN, Field.SESSION, Field.YEAR, Field.DATE, Field.LANGUAGE},
)
"""Fields that are one and the same for every passage of a document."""


@dataclass(frozen=True, slots=True)
class Term:
    """One word asked for: as written, and the folded keys and stems of which any one will do."""

    exact: str
    folded: tuple[str, ...]
    stems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Word:
    """A word; `literal` is met only as written. Inflected where its term has stems."""

    term: Term
    literal: bool = False
    place: Place = (0, 0)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that follow one another; never inflected, `literal` only as written."""

    terms: tuple[Term, ...]
    literal: bool = False
    place: Place = (0, 0)


@dataclass(frozen=True, slots=True)
class Pattern:
    """A folded word of which parts are left open: `*` any letters, also none, `?` exactly one."""

    key: str
    place: Place = (0, 0)


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """A folded word of which up to `edits` letters were left out, added, changed or exchanged with the next.

    Restricted Damerau-Levenshtein distance; the first letter may differ too.
    """

    key: str
    edits: int = 1
    place: Place = (0, 0)


@dataclass(frozen=True, slots=True)
class Near:
    """Folded words in any order, each at another place, where the first and the last met stand close.

    At most `within` other words stand between the first and the last of them.
    """

    terms: tuple[Term, ...]
    within: int
    place: Place = (0, 0)


@dataclass(frozen=True, slots=True)
class Limit:
    """Any one of these values of a field, in canonical form; a symbol or label as a whole, without case."""

    field: Field
    values: tuple[str, ...]
    place: Place = (0, 0)


@dataclass(frozen=True, slots=True)
class Range:
    """A field's value from `first` to `last`, both included; an empty one is open. Compared by `range_key`."""

    field: Field
    first: str
    last: str
    place: Place = (0, 0)


@dataclass(frozen=True, slots=True)
class All:
    """Everything must be met."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """One will do."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Without:
    """Must not be met, not even inflected."""

    part: Node


Node = Word | Phrase | Pattern | Fuzzy | Near | Limit | Range | All | Either | Without


@dataclass(frozen=True, slots=True)
class Problem:
    """What could not be understood as it stands, and where; the rest of the query was searched all the same.

    Codes: unclosed-quote, unclosed-parenthesis, stray-parenthesis, dangling-operator, unknown-field, empty-field,
    unknown-value, bad-range, short-pattern, too-long.
    """

    code: str
    place: Place
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Query:
    """A query; without a root there is nothing to search for.

    `strict` names differences that are not ignored in the folded tier: marks, hamza, ya, ta_marbuta, digits, case;
    `words` are the bare words as typed.
    """

    text: str
    root: Node | None
    strict: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()
    words: tuple[str, ...] = ()


def range_key(value: str) -> str:
    """Return what a value of a field sorts by: numbers by their value, a date as it is written."""
    return value.zfill(8) if value.isdecimal() else value


def satisfies(node: Limit | Range, values: tuple[str, ...]) -> bool:
    """Say whether one of a passage's values of the field is asked for."""
    if isinstance(node, Limit):
        wanted = {value.casefold() for value in node.values}
        return any(value.casefold() in wanted for value in values)
    first, last = range_key(node.first), range_key(node.last)
    return any(
        value and (not node.first or first <= range_key(value)) and (not node.last or _until(range_key(value), last))
        for value in values
    )


def _until(value: str, last: str) -> bool:
    """Say whether a value lies at or before the end; a year or month as an end includes all of it."""
    return value <= last or value.startswith(last)
