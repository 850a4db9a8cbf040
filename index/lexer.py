"""The pieces a query is made of: words, quotations, brackets and signs, each with its place in what was typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto


class LexemeKind(Enum):
    """What a piece of a query is."""

    WORD = auto()
    QUOTATION = auto()
    FIELD = auto()
    OPEN = auto()
    CLOSE = auto()
    EITHER = auto()
    BOTH = auto()
    WITHOUT = auto()
    NEAR = auto()


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A piece: `text` is the word, the inside of a quotation, the name of a field or the number of a nearness.

    `closed` is False for a quotation that never ends; `literal` for what `=` stands before.
    """

    kind: LexemeKind
    text: str
    start: int
    end: int
    closed: bool = True
    literal: bool = False


_LEXEME = re.compile(
    r"""(?P<space>\s+)
    |(?P<literal>=?)(?:"(?P<straight>[^"]*)(?P<end1>"?)|«(?P<angle>[^»]*)(?P<end2>»?)|[“”](?P<curly>[^“”]*)(?P<end3>[“”]?))
    |(?P<open>\()|(?P<close>\))
    |(?P<field>[^\W\d_]+):(?=[^\s:/)])
    |(?P<without>[-!−](?=[^\s\-!−)]))
    |(?P<word>[^\s"«»“”()]+)""",
    re.VERBOSE,
)
_OPERATORS = {
    "OR": LexemeKind.EITHER,
    "|": LexemeKind.EITHER,
    "||": LexemeKind.EITHER,
    "AND": LexemeKind.BOTH,
    "&": LexemeKind.BOTH,
    "&&": LexemeKind.BOTH,
    "NOT": LexemeKind.WITHOUT,
}
_GROUPS = {
    "open": LexemeKind.OPEN,
    "close": LexemeKind.CLOSE,
    "without": LexemeKind.WITHOUT,
    "field": LexemeKind.FIELD,
}
"""Groups of `_LEXEME` that are lexemes of one kind."""
_NEAR = re.compile(r"NEAR(?:/([0-9٠-٩]{1,3}))?")


def lexemes(text: str) -> Iterator[Lexeme]:
    """Yield the pieces of a query in order; every character that is not a space is in one of them."""
    at = 0
    while at < len(text):
        found = _LEXEME.match(text, at)
        if found is None:  # a closing quotation mark without an opening one
            at += 1
            continue
        at = found.end()
        piece = _piece(found)
        if piece is not None:
            yield piece


def _piece(found: re.Match[str]) -> Lexeme | None:
    start, end = found.span()
    for name, ending in (("straight", "end1"), ("angle", "end2"), ("curly", "end3")):
        if found[name] is not None:
            return Lexeme(LexemeKind.QUOTATION, found[name], start, end, bool(found[ending]), bool(found["literal"]))
    for name, kind in _GROUPS.items():
        if found[name]:
            return Lexeme(kind, found[name], start, end)
    if not found["word"]:
        return None
    return _word(found["word"], start, end)


def _word(text: str, start: int, end: int) -> Lexeme:
    near = _NEAR.fullmatch(text)
    if near:
        return Lexeme(LexemeKind.NEAR, near[1] or "", start, end)
    if text in _OPERATORS:
        return Lexeme(_OPERATORS[text], text, start, end)
    literal = text.startswith("=") and len(text) > 1
    return Lexeme(LexemeKind.WORD, text[literal:], start, end, literal=literal)
