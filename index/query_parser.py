"""What a person typed, understood. Nothing a person types raises: what is not understood is searched as words.

Grammar, the tightest first: a word, "a phrase", field:value, (brackets); NEAR; -without; OR between two; all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from documents.tokens import Token, tokens
from index.analysis import folded_forms, written
from index.field_names import SCOPES, field_named, values_of
from index.inflection import stems
from index.lexer import Lexeme, LexemeKind, lexemes
from index.query import (
    All,
    Either,
    Field,
    Fuzzy,
    Limit,
    Near,
    Node,
    Pattern,
    Phrase,
    Place,
    Problem,
    Query,
    Range,
    Term,
    Without,
    Word,
)

_MOST_PIECES = 400
_MOST_DEPTH = 30
_MOST_BETWEEN = 100
"""Words between two that are near: more would reach from one reading of a passage into the other."""
_USUAL_BETWEEN = 5
_LEAST_FIXED = 2

_FUZZY = re.compile(r"(?P<word>.+?)~(?P<edits>[12١٢]?)")
_BETWEEN = re.compile(r"~([0-9٠-٩]{1,3})")
_RANGE = re.compile(r"(?P<first>[^.]*)\.\.+(?P<last>[^.]*)")
_YEARS = re.compile(r"(?P<first>[0-9٠-٩]{4})[-–](?P<last>[0-9٠-٩]{4})")
_RANGED = frozenset({Field.YEAR, Field.DATE, Field.SESSION})
_AROUND = "،؛,;.:!؟?…"


def parse(text: str, *, strict: frozenset[str] = frozenset(), inflect: bool = True) -> Query:
    """Read what was typed; `strict` as in Query, `inflect` whether bare words are met in other forms too."""
    pieces = list(islice(lexemes(text), _MOST_PIECES + 1))
    parser = _Parser(pieces[:_MOST_PIECES], inflected=inflect and not strict)
    root = parser.query()
    if len(pieces) > _MOST_PIECES:
        parser.problems.append(Problem("too-long", (pieces[_MOST_PIECES].start, len(text))))
    return Query(text, root, strict, tuple(parser.problems), tuple(parser.words))


class _Parser:
    """Reads pieces from left to right, one function for each rule."""

    def __init__(self, pieces: Sequence[Lexeme], *, inflected: bool) -> None:
        self._pieces, self._at, self._depth = pieces, 0, 0
        self._inflected = inflected
        self.problems: list[Problem] = []
        self.words: list[str] = []

    def query(self) -> Node | None:
        parts: list[Node] = []
        while self._next() is not None:
            part = self._all()
            parts += [part] if part is not None else []
            stray = self._take(LexemeKind.CLOSE)
            if stray is not None:
                self._problem("stray-parenthesis", stray)
        return _joined(parts)

    def _all(self) -> Node | None:
        parts: list[Node] = []
        while (piece := self._next()) is not None and piece.kind is not LexemeKind.CLOSE:
            if self._take(LexemeKind.BOTH):
                continue
            part = self._either()
            parts += [part] if part is not None else []
        return _joined(parts)

    def _either(self) -> Node | None:
        first = self._without()
        parts = [first] if first is not None else []
        while (sign := self._take(LexemeKind.EITHER)) is not None:
            while self._take(LexemeKind.EITHER):
                pass
            other = self._without() if self._can_begin() else None
            if first is None or other is None:
                self._problem("dangling-operator", sign)
            parts += [other] if other is not None else []
        return parts[0] if len(parts) == 1 else Either(tuple(parts)) if parts else None

    def _without(self) -> Node | None:
        sign = self._take(LexemeKind.WITHOUT)
        if sign is None:
            return self._near()
        if not self._can_begin():
            self._problem("dangling-operator", sign)
            return None
        # `--a` is as `-a`: two signs are a slip, not a double negation
        part = self._without() if self._is(LexemeKind.WITHOUT) else self._near()
        return part if part is None or isinstance(part, Without) else Without(part)

    def _near(self) -> Node | None:
        begun = self._next()
        found = self._primary()
        while (sign := self._take(LexemeKind.NEAR)) is not None:
            other = self._primary() if self._can_begin() else None
            terms = (*_terms(found), *_terms(other))
            if found is None or other is None or begun is None or not _terms(found) or not _terms(other):
                self._problem("dangling-operator", sign)
                found = _joined([each for each in (found, other) if each is not None])
            else:
                within = min(int(sign.text or _USUAL_BETWEEN), _MOST_BETWEEN)
                found = Near(terms, within, (begun.start, self._pieces[self._at - 1].end))
        return found

    def _primary(self) -> Node | None:
        piece = self._next()
        if piece is None:
            return None
        self._at += 1
        match piece.kind:
            case LexemeKind.OPEN:
                return self._brackets(piece)
            case LexemeKind.FIELD:
                return self._field(piece)
            case LexemeKind.QUOTATION:
                return self._quotation(piece)
            case LexemeKind.WORD:
                return self._word(piece)
        self._problem("dangling-operator", piece)
        return None

    def _brackets(self, opening: Lexeme) -> Node | None:
        if self._depth >= _MOST_DEPTH:
            self._problem("too-long", opening)
            return None
        self._depth += 1
        inside = self._all()
        self._depth -= 1
        if self._take(LexemeKind.CLOSE) is None:
            self._problem("unclosed-parenthesis", opening)
        return inside

    def _quotation(self, piece: Lexeme) -> Node | None:
        if not piece.closed:
            self._problem("unclosed-quote", piece)
        terms = tuple(_term(piece.text, token, inflected=False) for token in tokens(piece.text))
        after = self._next()
        if after is not None and after.kind is LexemeKind.WORD and after.start == piece.end:
            between = _BETWEEN.fullmatch(after.text)
            if between and len(terms) > 1:
                self._at += 1
                return Near(_bare(terms), min(int(between[1]), _MOST_BETWEEN), (piece.start, after.end))
        return _run(terms, (piece.start, piece.end), literal=piece.literal)

    def _word(self, piece: Lexeme) -> Node | None:
        text, place = piece.text, (piece.start, piece.end)
        fuzzy = _FUZZY.fullmatch(text)
        if fuzzy and not piece.literal:
            keys = [token.key for token in tokens(fuzzy["word"])]
            if len(keys) == 1:
                return Fuzzy(keys[0], int(fuzzy["edits"] or 1), place)
        pattern = None if piece.literal else _pattern(text)
        if pattern is not None:
            if sum(character not in "*?" for character in pattern) < _LEAST_FIXED:
                self._problem("short-pattern", piece)
                return None
            return Pattern(pattern, place)
        self.words.append(text)
        terms = tuple(_term(text, token, inflected=self._inflected) for token in tokens(text))
        return _run(terms, place, literal=piece.literal)

    def _field(self, piece: Lexeme) -> Node | None:
        name = field_named(piece.text)
        if not name:
            # A colon in ordinary writing: the word before it is searched as any other.
            self._problem("unknown-field", piece)
            return self._word(Lexeme(LexemeKind.WORD, piece.text, piece.start, piece.end - 1))
        if name in SCOPES:
            found = self._primary() if self._can_begin() else None
            scope = Limit(Field.KIND, SCOPES[name], (piece.start, piece.end))
            return scope if found is None else All((scope, found))
        return self._values(Field(name), piece)

    def _values(self, field: Field, piece: Lexeme) -> Node | None:
        values = [(text, start, end) for text, start, end in self._value_texts() if text]
        if not values:
            self._problem("empty-field", piece)
            return None
        found = [self._value(field, text, (piece.start, end)) for text, _, end in values]
        limits = [each for each in found if isinstance(each, Limit)]
        if len(limits) == len(found):
            named = tuple(dict.fromkeys(value for limit in limits for value in limit.values))
            return Limit(field, named, (piece.start, values[-1][2]))
        return found[0] if len(found) == 1 else Either(tuple(found))

    def _value_texts(self) -> Iterator[tuple[str, int, int]]:
        """Yield what stands after a colon: one word or quotation, or those in brackets."""
        bracket = self._take(LexemeKind.OPEN)
        while (piece := self._next()) is not None:
            if piece.kind in {LexemeKind.CLOSE, LexemeKind.OPEN} or (
                bracket is None and piece.kind is LexemeKind.FIELD
            ):
                break
            self._at += 1
            if piece.kind in {LexemeKind.WORD, LexemeKind.QUOTATION}:
                quoted = piece.kind is LexemeKind.QUOTATION
                yield piece.text.strip() if quoted else piece.text.strip(_AROUND[:4]), piece.start, piece.end
            if bracket is None:
                return
        if bracket is not None and self._take(LexemeKind.CLOSE) is None:
            self._problem("unclosed-parenthesis", bracket)

    def _value(self, field: Field, text: str, place: Place) -> Limit | Range:
        span = _RANGE.fullmatch(text) or (_YEARS.fullmatch(text) if field is Field.YEAR else None)
        if span and field in _RANGED:
            first, last = (values_of(field, span[end])[:1] if span[end] else ("",) for end in ("first", "last"))
            if first and last and (first[0] or last[0]):
                return Range(field, first[0], last[0], place)
            self.problems.append(Problem("bad-range", place, text))
            return Limit(field, (text,), place)
        values = values_of(field, text)
        if not values:
            self.problems.append(Problem("unknown-value", place, text))
        elif field is Field.DATE:
            return Range(field, values[0], values[0], place)
        return Limit(field, values or (text,), place)

    def _next(self) -> Lexeme | None:
        return self._pieces[self._at] if self._at < len(self._pieces) else None

    def _is(self, kind: LexemeKind) -> bool:
        piece = self._next()
        return piece is not None and piece.kind is kind

    def _take(self, kind: LexemeKind) -> Lexeme | None:
        piece = self._next()
        if piece is None or piece.kind is not kind:
            return None
        self._at += 1
        return piece

    def _can_begin(self) -> bool:
        piece = self._next()
        begins = {LexemeKind.WORD, LexemeKind.QUOTATION, LexemeKind.FIELD, LexemeKind.OPEN, LexemeKind.WITHOUT}
        return piece is not None and piece.kind in begins

    def _problem(self, code: str, piece: Lexeme) -> None:
        self.problems.append(Problem(code, (piece.start, piece.end), piece.text))


def _joined(parts: Sequence[Node]) -> Node | None:
    kept = tuple(dict.fromkeys(parts))
    return kept[0] if len(kept) == 1 else All(kept) if kept else None


def _run(terms: tuple[Term, ...], place: Place, *, literal: bool) -> Node | None:
    """Return a word, or a phrase of what a hyphen, a quotation or a Chinese name joins: only one word is inflected."""
    if not terms:
        return None
    if len(terms) == 1:
        return Word(terms[0], literal, place)
    return Phrase(_bare(terms), literal, place)


def _bare(terms: Sequence[Term]) -> tuple[Term, ...]:
    return tuple(Term(term.exact, term.folded) for term in terms)


def _terms(node: Node | None) -> tuple[Term, ...]:
    """Return the words of a part of a nearness, if it is made of words."""
    if isinstance(node, Word):
        return _bare((node.term,))
    return node.terms if isinstance(node, Phrase | Near) else ()


def _term(text: str, token: Token, *, inflected: bool) -> Term:
    key = token.key
    return Term(written(text[token.start : token.end]), folded_forms(key), stems(key) if inflected else ())


def _pattern(text: str) -> str | None:
    """Return the folded pattern of a word with `*`, or with `?` or `؟` among its letters; None for any other word."""
    word = text.strip("،؛,;.:!…").rstrip("؟?").replace("؟", "?")
    if "*" not in word and "?" not in word:
        return None
    pieces = re.split(r"([*?])", word)
    keys = [piece if piece in {"*", "?"} else "".join(token.key for token in tokens(piece)) for piece in pieces]
    if any(len(list(tokens(piece))) > 1 for piece in pieces):
        return None  # signs within a number or symbol, or several words: taken as words
    return re.sub(r"\*+", "*", "".join(keys)) or None
