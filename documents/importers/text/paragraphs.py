"""The paragraphs of a plain text: one line each, or lines broken at a width and rejoined, without page furniture."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from documents.importers import openings
from documents.importers.footnotes import at_foot, candidate
from documents.model import Kind
from documents.verbs import find_verbs

_RULE = re.compile(r"_{5,}|-{10,}")
_FURNITURE = re.compile(r"_{5,}|-{10,}|\d{1,3}/\d{1,3}|\d{2}-\d{5}(?:\s*\([A-Z]\))?(?:\s+\d{6})?|\*\d{6,8}\*")
_SYMBOL = re.compile(r"[AEST]/[A-Z0-9./()-]{3,40}[0-9)]")
_STOPS = (".", ":", ";", ",", "،", "؛", "]", "”", "؟", "?", "!")
_WIDTH = 130
"""The greatest length of a line in a text broken at a width."""


def paragraphs(text: str, language: str) -> list[tuple[str, str]]:
    """Return the paragraphs of a text as (kind, words).

    The kind is `text`, `foot` (below the rule of a page) or `furniture`.
    """
    lines = [line.strip() for line in text.splitlines()]
    if not _is_wrapped(lines):
        return [("furniture" if _RULE.fullmatch(line) else "text", line) for line in lines if line]
    return _Wrapped(lines, language).paragraphs()


def _is_wrapped(lines: Sequence[str]) -> bool:
    """Say whether lines are broken at a width: many reach it, none exceeds it, most of those end inside a sentence."""
    filled = [line for line in lines if line]
    long = [line for line in filled if len(line) > 55]
    if len(long) < 8 or max(map(len, filled)) > _WIDTH:
        return False
    open_ended = [line for line in long if not line.endswith((".", ";", ":", "؛"))]
    return len(long) > 0.2 * len(filled) and len(open_ended) > 0.55 * len(long)


class _Wrapped:
    """Joins the lines of a wrapped text into paragraphs."""

    def __init__(self, lines: Sequence[str], language: str) -> None:
        self._lines = lines
        self._language = language
        self._heads = Counter(line for line in lines if line and len(line) < 150)
        front = next((i for i, line in enumerate(lines) if openings.chapeau(line)), 0)
        self._front = " ".join(" ".join(lines[:front]).split())
        self._found: list[tuple[str, str]] = []
        self._open = False
        self._foot = False
        self._page_head = 0

    def paragraphs(self) -> list[tuple[str, str]]:
        """Return the paragraphs in order."""
        for line in self._lines:
            if not line:
                self._open = False
                self._page_head -= bool(self._page_head)
            elif self._is_furniture(line):
                self._found.append(("furniture", line))
                self._open = False
            elif self._open and not self._begins(line):
                self._join(line)
            else:
                self._begin(line)
        return self._found

    def _is_furniture(self, line: str) -> bool:
        if _FURNITURE.fullmatch(line):
            rule = _RULE.fullmatch(line) is not None
            self._foot = rule
            self._page_head = 0 if rule else 4
            return True
        head = len(line) > 10 and (self._heads[line] > 1 or " ".join(line.split()) in self._front)
        between_pages = bool(self._page_head) or (self._foot and not self._open)
        again = self._heads[line] > 1 and _SYMBOL.fullmatch(line)
        if len(self._found) > 8 and (again or (head and between_pages)):
            self._foot = False
            self._page_head = 4
            return True
        return False

    def _begin(self, line: str) -> None:
        self._page_head = 0
        if self._foot and at_foot(line) is None:
            self._foot = False
        self._found.append(("foot" if self._foot else "text", line))
        self._open = True

    def _join(self, line: str) -> None:
        kind, words = self._found[-1]
        whole_word = words.endswith("-") and words[-2:-1].isalpha()
        self._found[-1] = (kind, words + ("" if whole_word else " ") + line)

    def _begins(self, line: str) -> bool:
        """Say whether a line right below another one begins a paragraph."""
        kind, words = self._found[-1]
        if kind == "foot":
            return at_foot(line) is not None and words.endswith(_STOPS)
        if len(words) < 60 and not words.endswith("-") and openings.masthead_line(words) is not None:
            return not openings.masthead_line(f"{words} {line}") or openings.masthead_line(line) is not None
        alone = openings.numbered(f"{words} x")
        if alone is not None and alone.rest > len(words):
            return False
        if not words.endswith(_STOPS) and not words.endswith(("; and", "; or")):
            return openings.whole(line) is not None and len(words) < 60
        return (
            openings.numbered(line) is not None
            or candidate(line) is not None
            or openings.whole(line) is not None
            or bool(find_verbs(line, Kind.PREAMBULAR, self._language))
        )
