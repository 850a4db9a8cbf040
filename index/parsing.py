"""What a person typed, understood: words (all of them) and "phrases". Nothing a person types raises."""

from __future__ import annotations

import re

from documents.arabic import tokens
from index.analysis import folded_forms, written
from index.inflection import stems
from index.query import All, Node, Phrase, Query, Term, Word

_CHUNK = re.compile(r'"(?P<straight>[^"]*)"?|«(?P<angle>[^»]*)»?|[“”](?P<curly>[^“”]*)[“”]?|(?P<word>[^\s"«»“”]+)')


def parse(text: str, *, strict: frozenset[str] = frozenset(), inflect: bool = True) -> Query:
    """Read what was typed; a quotation mark that is never closed closes at the end."""
    parts: dict[Node, None] = {}
    words: list[str] = []
    for chunk in _CHUNK.finditer(text):
        quoted = chunk.lastgroup != "word"
        inside = chunk[chunk.lastgroup or 0]
        inflected = inflect and not quoted and not strict
        terms = tuple(_term(inside, token.start, token.end, token.key, inflected) for token in tokens(inside))
        if not quoted:
            words.append(inside)
        if len(terms) == 1:
            parts[Word(terms[0], place=chunk.span())] = None
        elif terms:
            bare = tuple(Term(term.exact, term.folded) for term in terms)
            parts[Phrase(bare, place=chunk.span())] = None
    root = All(tuple(parts)) if parts else None
    return Query(text, root, strict, words=tuple(words))


def _term(text: str, start: int, end: int, key: str, inflected: bool) -> Term:
    return Term(written(text[start:end]), folded_forms(key), stems(key) if inflected else ())
