"""A parsed query: a tree of words, phrases, patterns, fields and their operators.

`query_parser` makes it from typed text. `matching` matches it against one passage, `executor` against a whole index.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

Place = tuple[int, int]
"""Start and end in the typed text, in code points."""


class Field(StrEnum):
    """The facts of a passage or its document that can be asked for, counted and sorted by, besides its words."""

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
"""Fields with one value for all passages of a document."""


@dataclass(frozen=True, slots=True)
class Term:
    """One word asked for: as written, and its folded keys and stems, any of which matches."""

    exact: str
    folded: tuple[str, ...]
    stems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Word:
    """A word, also inflected where its term has stems. `literal` matches only as written."""

    term: Term
    literal: bool = False
    place: Place = (0, 0)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that follow one another, never inflected. `literal` matches only as written."""

    terms: tuple[Term, ...]
    literal: bool = False
    place: Place = (0, 0)


@dataclass(frozen=True, slots=True)
class Pattern:
    """A folded word with wildcards: `*` is any letters or none, `?` exactly one."""

    key: str
    place: Place = (0, 0)


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """A folded word with up to `edits` letters left out, added, changed or exchanged with the next.

    Restricted Damerau-Levenshtein distance. The first letter may differ too.
    """

    key: str
    edits: int = 1
    place: Place = (0, 0)


@dataclass(frozen=True, slots=True)
class Near:
    """Folded words close to one another in any order, each at another place.

    At most `within` other words stand between the first and the last of them.
    """

    terms: tuple[Term, ...]
    within: int
    place: Place = (0, 0)


@dataclass(frozen=True, slots=True)
class Limit:
    """Any one of these values of a field, in canonical form. A symbol or label is compared as a whole, without case."""

    field: Field
    values: tuple[str, ...]
    place: Place = (0, 0)


@dataclass(frozen=True, slots=True)
class Range:
    """The values of a field from `first` to `last`, both included. An empty end is open. Compared by `range_key`."""

    field: Field
    first: str
    last: str
    place: Place = (0, 0)


@dataclass(frozen=True, slots=True)
class All:
    """All parts must match."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """One part must match."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Without:
    """The part must not match, not even inflected."""

    part: Node


Node = Word | Phrase | Pattern | Fuzzy | Near | Limit | Range | All | Either | Without


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault in a query, and its place. The rest of the query is searched all the same.

    Codes: unclosed-quote, unclosed-parenthesis, stray-parenthesis, dangling-operator, unknown-field, empty-field,
    unknown-value, bad-range, short-pattern, too-long.
    """

    code: str
    place: Place
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Query:
    """A parsed query. Without a root there is nothing to search for.

    `strict` names differences that are not ignored in the folded tier: marks, hamza, ya, ta_marbuta, digits, case.
    `words` are the bare words as typed.
    """

    text: str
    root: Node | None
    strict: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()
    words: tuple[str, ...] = ()


def range_key(value: str) -> str:
    """Return the key by which a value of a field sorts: a number by its value, a date as it is written."""
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
    """Say whether a value lies at or before the end. A year or month as an end includes all of it."""
    return value <= last or value.startswith(last)
