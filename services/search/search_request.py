"""A search as one value: the query, how its words are met and which hits are wanted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, cast, get_args

Sort = Literal["order", "symbol", "date", "relevance"]


@dataclass(frozen=True, slots=True)
class SearchOptions:
    """The options that outlive a query: a menu shows them and a saved search keeps them.

    `sort` orders the hits of a tier. `strict` names differences that count: marks, hamza, ya, ta_marbuta, digits, case.
    With `inflect` other forms of a word are found too.
    """

    sort: Sort = "order"
    strict: frozenset[str] = frozenset()
    inflect: bool = True

    def to_words(self) -> dict[str, str]:
        """Return the options as words, the form that a saved search is stored in."""
        inflect = "yes" if self.inflect else "no"
        return {"sort": self.sort, "strict": ",".join(sorted(self.strict)), "inflect": inflect}

    @classmethod
    def from_words(cls, words: Mapping[str, str]) -> SearchOptions:
        """Return the options that `to_words` wrote. A missing or unknown value is the default one."""
        sort = words.get("sort", "")
        return cls(
            cast("Sort", sort) if sort in get_args(Sort) else "order",
            frozenset(filter(None, words.get("strict", "").split(","))),
            words.get("inflect") != "no",
        )


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """A query and the page of its hits that is wanted, `offset` to `offset + limit`.

    With `facets` the answer counts the hits by field. With `instruments` it includes the instruments whose names match.
    """

    query: str
    options: SearchOptions = SearchOptions()
    limit: int = 50
    offset: int = 0
    facets: bool = False
    instruments: bool = True

    @property
    def page(self) -> range:
        """The places of the wanted hits among all hits. Negative numbers count as 0."""
        start = max(0, self.offset)
        return range(start, start + max(0, self.limit))
