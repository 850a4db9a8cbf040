"""Footnotes of a text: recognise their definitions, bind markers to them, doubt misread markers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from documents.folding import pattern_form
from documents.importers.language_detection import language_of
from documents.language import has_rtl_letter, western_digits
from documents.model import Footnote, FootnoteStatus, Marker, Provision, SourceWarning

_DEFINITION = re.compile(
    r"\^?(?P<printed>\((?P<number>\d{1,3})\)|\[\^?(?P<square>\d{1,3})\]:?|(?P<raised>[⁰¹²³⁴-⁹]{1,3}))\s*(?=[^\s,،.;؛])"
)
_AT_FOOT = re.compile(r"(?P<printed>(?P<number>\d{1,3})|\*{1,3})\s+(?=\S)")
_SOURCE_WORDS = re.compile(
    r"(?:انظر|المرجع نفسه|الامم المتحده، مجموعه|See |Ibid|United Nations, Treaty|General Assembly resolution)"
)
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_CONFUSED = frozenset({frozenset("49")})
"""Arabic-Indic digits that text recognition confuses: ٤ and ٩."""

_WORD = re.compile(r"\w+")
_PROCLITICS = re.compile(r"(?:و|ف)?(?:بال|كال|ال|لل|ب|ل)?(?=\w{3})")
_COMPARED = 8
"""The number of words before a marker that tell its subject."""


@dataclass(frozen=True, slots=True)
class Definition:
    """The text of a footnote in the source, with its number."""

    number: str
    printed: str
    text: str


@dataclass(frozen=True, slots=True)
class Bound:
    """Provisions with markers bound to their footnotes, the footnotes, and warnings."""

    provisions: tuple[Provision, ...]
    footnotes: tuple[Footnote, ...]
    warnings: tuple[SourceWarning, ...]


def candidate(text: str) -> Definition | None:
    """Return the footnote that a paragraph may define: it starts with `(٣)`, `³` or `[3]`."""
    match = _DEFINITION.match(text)
    if match is None:
        return None
    raised = match["raised"]
    written = raised.translate(_RAISED) if raised else western_digits(match["number"] or match["square"])
    return Definition(written.lstrip("0") or "0", match["printed"], text[match.end() :])


def at_foot(text: str) -> Definition | None:
    """Return the note that a paragraph below a page's rule defines: `1 See resolution …`, `* …`."""
    match = _AT_FOOT.match(text)
    if match is None:
        return candidate(text)
    number = western_digits(match["number"] or "").lstrip("0") or match["printed"]
    return Definition(number, match["printed"], text[match.end() :])


def is_definition(found: Definition, marked: set[str], last: str) -> bool:
    """Say whether a candidate defines a footnote.

    It must have a marker, follow the last definition in number, or name a source as footnotes do.
    """
    follows = last.isdigit() and found.number.isdigit() and int(found.number) == int(last) + 1
    return found.number in marked or follows or bool(_SOURCE_WORDS.match(pattern_form(found.text)))


def bind(provisions: Sequence[Provision], definitions: Sequence[Definition], language: str) -> Bound:
    """Bind every marker to its footnote. Footnotes without marker and markers without footnote become warnings."""
    binder = _Binder({d.number for d in definitions})
    bound = tuple(replace(p, markers=tuple(binder.bound(p))) if p.markers else p for p in provisions)
    footnotes = list(_defined(definitions, binder, language))
    known = {note.number for note in footnotes}
    for number in binder.mentions:
        if number not in known:
            footnotes.append(Footnote(number, "", status=FootnoteStatus.MISSING))
    if len(footnotes) > len(known):
        footnotes.sort(key=lambda note: (not note.number.isdigit(), int(note.number) if note.number.isdigit() else 0))
    orphans = [
        SourceWarning("orphan-footnote", note.printed) for note in footnotes if note.status is FootnoteStatus.ORPHAN
    ]
    return Bound(bound, tuple(footnotes), (*binder.warnings, *orphans))


def _defined(definitions: Sequence[Definition], binder: _Binder, language: str) -> Iterator[Footnote]:
    seen: set[str] = set()
    for definition in definitions:
        number, copy = definition.number, 2
        while number in seen:
            number, copy = f"{definition.number}.{copy}", copy + 1
        seen.add(number)
        if number in binder.doubted and number not in binder.certain:
            status = FootnoteStatus.DOUBTFUL
        else:
            status = FootnoteStatus.OK if number in binder.mentions else FootnoteStatus.ORPHAN
        yield Footnote(number, definition.text, definition.printed, status, _own_language(definition.text, language))


def _own_language(text: str, language: str) -> str | None:
    """Return a note's own language where its script is not the document's."""
    if not any(character.isalpha() for character in text) or has_rtl_letter(text) == (language in ("ar", "fa", "he")):
        return None
    found = language_of(text)
    return found if found in ("ar", "ru", "zh", "fr", "es") else "en"


@dataclass(slots=True)
class _Binder:
    """The markers met so far, in reading order, with the words before the first marker of each footnote."""

    defined: set[str]
    mentions: dict[str, frozenset[str]] = field(default_factory=dict)
    doubted: set[str] = field(default_factory=set)
    certain: set[str] = field(default_factory=set)
    warnings: list[SourceWarning] = field(default_factory=list)

    def bound(self, provision: Provision) -> Iterator[Marker]:
        """Yield the markers of a provision, bound."""
        start = 0
        for marker in provision.markers:
            words = _names(provision.text[start : marker.offset])
            yield self._bound(marker, words, provision.id)
            start = marker.offset

    def _bound(self, marker: Marker, words: frozenset[str], provision: str) -> Marker:
        number = marker.footnote
        meant = self._misread(number, words)
        if meant:
            self.doubted.add(meant)
            marker = replace(marker, footnote=meant, doubt=True)
        else:
            self.certain.add(number)
        self.mentions.setdefault(marker.footnote, words)
        if meant or number not in self.defined:
            self.warnings.append(SourceWarning("orphan-marker", marker.printed, provision))
        return marker

    def _misread(self, number: str, words: frozenset[str]) -> str:
        """Return the next footnote's number if a repeated marker has other words before it and a confusable digit."""
        first = self.mentions.get(number)
        if first is None or not words or not first or first & words:
            return ""
        expected = str(max((int(n) for n in self.mentions if n.isdigit()), default=0) + 1)
        return expected if len(expected) == len(number) and _confusable(number, expected) else ""


def _confusable(read: str, meant: str) -> bool:
    """Say whether exactly one digit differs, in a pair of `_CONFUSED`."""
    differing = [frozenset(pair) for pair in zip(read, meant, strict=True) if pair[0] != pair[1]]
    return len(differing) == 1 and differing[0] in _CONFUSED


def _names(text: str) -> frozenset[str]:
    """Return the last words before a marker, without proclitics, for comparison."""
    words = _WORD.findall(pattern_form(text).casefold())[-_COMPARED:]
    return frozenset(bare for word in words if len(bare := _PROCLITICS.sub("", word, count=1)) > 3)
