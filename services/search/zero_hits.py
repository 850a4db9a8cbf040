"""Why a query finds nothing: which word of it is nowhere, what would find it, and which queries would."""

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
class Failed:
    """A part of a query: the words typed, where, in how many passages they are by themselves, and what would help.

    `remedies`: inflect (also other forms), fold (ignore the differences that `strict` names), words (the words of the
    phrase apart), without (leave this part out); none where nothing helps.
    """

    text: str
    place: tuple[int, int]
    alone: int
    remedies: tuple[str, ...]


def explain(searcher: Searcher, query: Query) -> tuple[Failed, ...]:
    """Return the parts of a query that found nothing, with what would; every part where it is only all together."""
    parts = list(_wanted(query.root)) if query.root is not None else []
    counted = [(part, searcher.count_of(Query("", part, query.strict))) for part in parts]
    nowhere = [each for each in counted if not each[1]]
    return tuple(
        Failed(
            query.text[slice(*part.place)],
            part.place,
            alone,
            tuple(_remedies(searcher, query, part, alone, single=len(parts) == 1)),
        )
        for part, alone in nowhere or counted
    )


def suggest(searcher: Searcher, query: Query, failed: tuple[Failed, ...]) -> tuple[str, ...]:
    """Return queries that find something: a word that is nowhere exchanged for the nearest ones of the index."""
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


def _wanted(node: Node) -> Iterator[Leaf]:
    """Yield what must be met; what must not be met finds nothing by itself."""
    if isinstance(node, All | Either):
        for part in node.parts:
            yield from _wanted(part)
    elif not isinstance(node, Without):
        yield node


def _remedies(searcher: Searcher, query: Query, part: Leaf, alone: int, *, single: bool) -> Iterator[str]:
    if not alone:
        yield from _switches(searcher, query, part)
    if not single and query.root is not None:
        rest = _left_out(query.root, part)
        if rest is not None and searcher.count_of(Query("", rest, query.strict)):
            yield "without"


def _switches(searcher: Searcher, query: Query, part: Leaf) -> Iterator[str]:
    """Say which switch would find a part that is nowhere."""
    loose = bool(searcher.count_of(parse(query.text[slice(*part.place)])))
    if query.strict and loose:
        yield "fold"
    elif isinstance(part, Word) and not part.term.stems and loose:
        yield "inflect"
    if isinstance(part, Phrase | Near) and searcher.count_of(Query("", All(tuple(map(Word, part.terms))))):
        yield "words"


def _left_out(node: Node, part: Leaf) -> Node | None:
    """Return a query without one of its parts."""
    if node is part:
        return None
    if isinstance(node, All | Either):
        kept = tuple(each for each in (_left_out(one, part) for one in node.parts) if each is not None)
        return type(node)(kept) if kept else None
    return node
