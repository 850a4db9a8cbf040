"""What a person typed, understood: words (all of them) and "phrases". Nothing a person types raises."""

from __future__ import annotations

import re
from dataclasses import dataclass

from documents.arabic import fold_key, tokens
from index.analysis import folded_forms, written
from index.inflection import stems

_CHUNK = re.compile(r'"(?P<straight>[^"]*)"?|«(?P<angle>[^»]*)»?|[“”](?P<curly>[^“”]*)[“”]?|(?P<word>[^\s"«»“”]+)')


@dataclass(frozen=True, slots=True)
class Term:
    """One word asked for: as written, and the folded keys and stems of which any one will do."""

    exact: str
    folded: tuple[str, ...]
    stems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Clause:
    """A word, or several that must follow one another; only a bare word is inflected."""

    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Query:
    """All clauses must be met; none at all is met by nothing. `words` are the bare words as typed."""

    text: str
    clauses: tuple[Clause, ...]
    words: tuple[str, ...] = ()


def parse(text: str) -> Query:
    """Read what was typed; a quotation mark that is never closed closes at the end."""
    clauses: dict[Clause, None] = {}
    words: list[str] = []
    for chunk in _CHUNK.finditer(text):
        quoted = chunk.lastgroup != "word"
        inside = chunk[chunk.lastgroup or 0]
        terms = tuple(_term(inside, token.start, token.end, token.key, quoted=quoted) for token in tokens(inside))
        if not quoted:
            words.append(inside)
        if terms:
            # Only a bare word is inflected; what a hyphen or a Chinese name joins is a phrase.
            bare = terms if len(terms) == 1 else tuple(Term(term.exact, term.folded) for term in terms)
            clauses[Clause(bare)] = None
    return Query(text, tuple(clauses), tuple(words))


def _term(text: str, start: int, end: int, key: str, *, quoted: bool) -> Term:
    return Term(written(text[start:end]), folded_forms(key), () if quoted else stems(key))


def may_match(query: Query, text: str) -> bool:
    """Say quickly whether a reading could meet the query; False only where it surely does not.

    Each word's letters must occur somewhere in the folded text; numbers and symbols have several shapes and pass.
    """
    key = fold_key(text)
    for clause in query.clauses:
        for term in clause.terms:
            shapes = (*term.folded, *term.stems)
            if all(shape.isalpha() for shape in shapes) and not any(shape in key for shape in shapes):
                return False
    return True
