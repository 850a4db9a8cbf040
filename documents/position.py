"""Positions in a text: the id of a provision and code-point offsets into its received text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A position before the code point `offset` (0-based) of the received text of `provision`.

    `provision` is a provision id (`op_5_a`) or, for a footnote, `fn_` and the footnote's number.
    """

    provision: str
    offset: int = 0


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one provision's received text: code points `start` (inclusive) to `end` (exclusive)."""

    provision: str
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def cut(self, text: str) -> str:
        """Return the words this span points at in the provision's received `text`."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Say whether the two spans share at least one code point."""
        return self.provision == other.provision and self.start < other.end and other.start < self.end


QUOTE_CONTEXT = 32
"""The code points that a quote keeps on either side of its words."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words with their surroundings, which find them again when offsets have moved (W3C TextQuoteSelector)."""

    exact: str
    prefix: str = ""
    suffix: str = ""

    @classmethod
    def of(cls, text: str, start: int, end: int, context: int = QUOTE_CONTEXT) -> Quote:
        """Quote `text[start:end]` with up to `context` code points on either side."""
        return cls(text[start:end], text[max(0, start - context) : start], text[end : end + context])


FOOTNOTE_PREFIX = "fn_"


def footnote_id(number: str) -> str:
    """Return the id of a footnote's text in positions and spans: `fn_6`."""
    return FOOTNOTE_PREFIX + number
