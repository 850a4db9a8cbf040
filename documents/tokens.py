"""Words, numbers and symbols of a text with their folded keys, as the index and the scan search them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from documents.folding import Folded, fold


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number or a symbol: its folded key and its span in the source text, in code points.

    A symbol or a number of several parts (`e/2019/30`, `73/154`, `3.5`) carries its parts as tokens.
    """

    key: str
    start: int
    end: int
    parts: tuple[Token, ...] = ()


_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_SEGMENT = r"(?:[a-z0-9]+(?:[.\-][a-z0-9]+)*)"
_TOKEN = re.compile(
    rf"(?P<symbol>(?<![^\W_]){_SEGMENT}(?:/{_SEGMENT})+(?![^\W_]))"
    r"|(?P<number>(?<![^\W_])[0-9]+(?:[.,][0-9]+)+(?![^\W_]))"
    rf"|[{_HAN}]|(?:(?![{_HAN}])[^\W_])(?:(?![{_HAN}])[^\W_]|[\u0300-\u036f])*"
)
_PART = re.compile(r"[a-z]+|[0-9]+")
_DIGIT = re.compile("[0-9]")


def tokens(text: str) -> Iterator[Token]:
    """Yield the words, numbers and symbols of a text in order. A Han character is a word of its own."""
    folded = fold(text)
    for match in _TOKEN.finditer(folded.text):
        start, end = folded.source_span(*match.span())
        if match.lastgroup is None or not _DIGIT.search(match[0]):
            yield from _words(folded, match)
        else:
            yield Token(match[0].replace(",", ""), start, end, tuple(_parts(folded, match)))


def _words(folded: Folded, match: re.Match[str]) -> Iterator[Token]:
    """Yield a word, or the two words that a slash joins without a digit (`and/or`)."""
    if match.lastgroup is None:
        yield Token(match[0], *folded.source_span(*match.span()))
    else:
        yield from _parts(folded, match)


def _parts(folded: Folded, match: re.Match[str]) -> Iterator[Token]:
    for part in _PART.finditer(folded.text, *match.span()):
        yield Token(part[0], *folded.source_span(*part.span()))
