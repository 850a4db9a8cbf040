"""The paragraphs of a source before their kinds are recognised, with the footnote markers in them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from documents.language import western_digits
from documents.model import Marker

_BOLD = re.compile(r"\*\*(?=[^\s*])(.+?)(?<=[^\s*])\*\*")
_CARET = r"\^(?P<caret>\(\s*(?P<n1>\d{1,3})\s*\))"
_RAISED = r"(?P<raised>[⁰¹²³⁴-⁹]{1,3})"
_ATTACHED = r"(?<=[^\W\d_])(?P<attached>\((?P<n2>\d{1,3})\))"
_RAISED_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph: its text without markup and markers. `furniture` marks a page number or a running head."""

    text: str
    markers: tuple[Marker, ...] = ()
    furniture: bool = False

    def joined(self, other: Block, separator: str = " ") -> Block:
        """Return this block with another one's text and markers after it."""
        shift = len(self.text) + len(separator)
        moved = tuple(replace(marker, offset=marker.offset + shift) for marker in other.markers)
        return Block(self.text + separator + other.text, self.markers + moved)

    def tail(self, start: int) -> Block:
        """Return the block without its first `start` code points and the white space after them."""
        text = self.text[start:].lstrip()
        cut = len(self.text) - len(text)
        moved = tuple(replace(marker, offset=max(0, marker.offset - cut)) for marker in self.markers)
        return Block(text, moved)


@dataclass(frozen=True, slots=True)
class MarkerForms:
    """The written forms of footnote markers in a source.

    `^(٣)` always is one. A raised ³ or a (٣) at the end of a word is one only where a footnote of that number exists.
    """

    notes: frozenset[str] = frozenset()
    attached: bool = False

    def read(self, line: str) -> Block:
        """Return a line as a block, without its bold marks and with its markers."""
        line = _BOLD.sub(r"\1", line.strip())
        pattern = "|".join((_CARET, _RAISED, _ATTACHED) if self.attached else (_CARET, _RAISED))
        parts: list[str] = []
        markers: list[Marker] = []
        cursor = length = 0
        for match in re.finditer(pattern, line):
            found = self._marker(match)
            if found is None:
                continue
            number, printed = found
            parts.append(line[cursor : match.start()])
            length += len(parts[-1])
            markers.append(Marker(length, number, printed))
            cursor = match.end()
        text = "".join((*parts, line[cursor:]))
        if not text.strip():
            return Block(line)
        return _stripped(text, markers)

    def _marker(self, match: re.Match[str]) -> tuple[str, str] | None:
        """Return the number and the printed form of a matched marker, None where it is none."""
        groups = match.groupdict()
        if groups["caret"]:
            return _number(groups["n1"]), groups["caret"]
        raised = groups["raised"]
        number = raised.translate(_RAISED_DIGITS) if raised else _number(groups["n2"])
        return (number, raised or groups["attached"]) if number in self.notes else None


def _number(written: str) -> str:
    return western_digits(written).strip().lstrip("0") or "0"


def _stripped(text: str, markers: list[Marker]) -> Block:
    lead = len(text) - len(text.lstrip())
    text = text.strip()
    moved = (replace(m, offset=min(max(0, m.offset - lead), len(text))) for m in markers)
    return Block(text, tuple(moved))
