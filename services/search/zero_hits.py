"""Explain why a query has no hits: which part fails, which option would help, and which other queries have hits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.query import All, Either, Fuzzy, Limit, Near, Node, Pattern, Phrase, Query, Range, Without, Word
from index.query_parser import parse

if TYPE_CHECKING:
    from index.searcher import Searcher

_SUGGESTIONS = 3


@dataclass(frozen=True, slots=True)
class FailedPart:
    """A part of a query: its text, its place in the query, the number of passages it matches alone, and remedies.

    `remedies`: inflect (find other forms too), fold (ignore the differences named in `strict`), words (search the
    words of the phrase apart), without (leave the part out). Empty where nothing helps.
    """

    text: str
    place: tuple[int, int]
    alone: int
    remedies: tuple[str, ...]


def explain(searcher: Searcher, query: Query) -> tuple[FailedPart, ...]:
    """Return the parts of a query that match nothing, with remedies. All parts where each matches something alone."""
    parts = list(_required(query.root)) if query.root is not None else []
    counted = [(part, searcher.count_of(Query("", part, query.strict))) for part in parts]
    nowhere = [each for each in counted if not each[1]]
    return tuple(
        FailedPart(
            query.text[slice(*part.place)],
            part.place,
            alone,
            tuple(_remedies(searcher, query, part, alone, single=len(parts) == 1)),
        )
        for part, alone in nowhere or counted
    )


def suggest(searcher: Searcher, query: Query, failed: tuple[FailedPart, ...]) -> tuple[str, ...]:
    """Return queries with hits, in which a word that is not in the index is replaced by a similar one that is."""
    told: list[str] = []
    for one in failed:
        if one.alone or not one.text or any(character.isspace() for character in one.text):
            continue
        for word in searcher.vocabulary().spelling_suggestions(one.text, _SUGGESTIONS):
            start, end = one.place
            other = query.text[:start] + word + query.text[end:]
            if searcher.count_of(parse(other, strict=query.strict)):
                told.append(other)
    return tuple(dict.fromkeys(told))[:_SUGGESTIONS]


Leaf = Word | Phrase | Pattern | Fuzzy | Near | Limit | Range


def _required(node: Node) -> Iterator[Leaf]:
    """Yield the parts that must match. Excluded words are left out: they match nothing by themselves."""
    if isinstance(node, All | Either):
        for part in node.parts:
            yield from _required(part)
    elif not isinstance(node, Without):
        yield node


def _remedies(searcher: Searcher, query: Query, part: Leaf, alone: int, *, single: bool) -> Iterator[str]:
    if not alone:
        yield from _switches(searcher, query, part)
    if not single and query.root is not None:
        rest = _without(query.root, part)
        if rest is not None and searcher.count_of(Query("", rest, query.strict)):
            yield "without"


def _switches(searcher: Searcher, query: Query, part: Leaf) -> Iterator[str]:
    """Yield the options under which a part without matches would match."""
    loose = bool(searcher.count_of(parse(query.text[slice(*part.place)])))
    if query.strict and loose:
        yield "fold"
    elif isinstance(part, Word) and not part.term.stems and loose:
        yield "inflect"
    if isinstance(part, Phrase | Near) and searcher.count_of(Query("", All(tuple(map(Word, part.terms))))):
        yield "words"


def _without(node: Node, part: Leaf) -> Node | None:
    """Return a query without one of its parts, None where nothing is left."""
    if node is part:
        return None
    if isinstance(node, All | Either):
        kept = tuple(each for each in (_without(one, part) for one in node.parts) if each is not None)
        return type(node)(kept) if kept else None
    return node
