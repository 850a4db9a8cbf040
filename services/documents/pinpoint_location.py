"""Find the provision that the pinpoint of a citation names (`para_3__point_a`, `art_19`) in the cited document."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from documents.folding import pattern_form
from documents.model import Document, Kind, Provision
from documents.position import Position

_HEADS = {
    "art": r"article|art\.|الماده|ماده|artículo|статья",
    "chp": r"chapter|chap\.|الفصل|chapitre|capítulo|глава",
    "sec": r"section|sect\.|الفرع|القسم|sección|раздел",
    "part": r"part|الجزء|الباب|partie|parte|часть",
    "rule": r"rule|principle|القاعده|المبدا|règle|regla|правило",
}
_NUMBERED = (Kind.OPERATIVE, Kind.BODY)
_OPENING = r"[^\w(]*(?:{heads})\s*[(]?(?P<number>[0-9]+|[ivxlc]+\b|[a-z]\b)?(?P<word>[^.:،,\n]{{0,40}})"


def locate_pinpoint(document: Document, place: str) -> Position | None:
    """Return the start of the provision that a pinpoint names, else of the nearest that encloses it, else None.

    `para_3` is an operative paragraph of a resolution, or a numbered one of another text or within an annex or
    article.
    """
    found: _Part | None = None
    for step in place.split("__"):
        unit, _, number = step.partition("_")
        inner = _STEPS.get(unit, _headed)(document, found or _Part(0, len(document.provisions)), unit, number)
        if inner is None:
            break
        found = inner
    return Position(document.provisions[found.start].id) if found else None


@dataclass(frozen=True, slots=True)
class _Part:
    """Provisions `start` to `end` of a document, the extent of a step.

    `inside` says that the next step looks for paragraphs within it, not for those of a resolution.
    """

    start: int
    end: int
    inside: bool = False


def _annex(document: Document, within: _Part, _unit: str, number: str) -> _Part | None:
    places = [at for at in range(within.start, within.end) if document.provisions[at].kind is Kind.ANNEX]
    wanted = int(number) if number.isdecimal() else _roman(number)
    if not places or not (wanted <= len(places) and (number or len(places) == 1)):
        return None
    at = places[max(wanted, 1) - 1]
    return _Part(at, next((after for after in places if after > at), within.end), inside=True)


def _headed(document: Document, within: _Part, unit: str, number: str) -> _Part | None:
    """Find an article, chapter, section, part or rule by its opening words, or a heading by its number."""
    if unit not in _HEADS or not number:
        return None
    openings = {at: _opening(document.provisions[at], unit) for at in range(within.start, within.end)}
    marked = [at for at, read in openings.items() if read]
    at = next((at for at in marked if openings[at] == number.casefold()), None)
    if at is None:
        marked = [a for a in range(within.start, within.end) if document.provisions[a].kind is Kind.HEADING]
        at = next((a for a in marked if (document.provisions[a].number or "").casefold() == number.casefold()), None)
    if at is None:
        return None
    return _Part(at, next((after for after in marked if after > at), within.end), inside=True)


def _preambular(document: Document, within: _Part, _unit: str, number: str) -> _Part | None:
    return _by_id(document, within, f"pp_{number}")


def _paragraph(document: Document, within: _Part, _unit: str, number: str) -> _Part | None:
    if not within.inside:
        found = _by_id(document, within, f"op_{number}")
        # The only operative paragraph of a resolution has no number.
        if found or any(p.kind is Kind.OPERATIVE for p in document.provisions):
            return found
    for at in range(within.start, within.end):
        one = document.provisions[at]
        if one.number == number and one.kind in _NUMBERED:
            return _with_items(document, at)
    return None


def _point(document: Document, within: _Part, _unit: str, number: str) -> _Part | None:
    parent = document.provisions[within.start].id
    for at in range(within.start, within.end):
        one = document.provisions[at]
        if one.kind is Kind.SUBPARAGRAPH and one.number == number and (one.parent == parent or within.inside):
            return _with_items(document, at)
    return None


def _by_id(document: Document, within: _Part, id_: str) -> _Part | None:
    """Find a paragraph by its id, which in a composite resolution is one of the first part."""
    if not document.has_provision(id_):
        return None
    at = document.provisions.index(document.provision(id_))
    return _with_items(document, at) if within.start <= at < within.end else None


def _with_items(document: Document, at: int) -> _Part:
    above = {document.provisions[at].id}
    end = at + 1
    while end < len(document.provisions) and document.provisions[end].parent in above:
        above.add(document.provisions[end].id)
        end += 1
    return _Part(at, end)


_STEPS = {"annex": _annex, "pp": _preambular, "para": _paragraph, "point": _point}


@cache
def _pattern(unit: str) -> re.Pattern[str]:
    return re.compile(_OPENING.format(heads=_HEADS[unit]), re.IGNORECASE)


def _opening(provision: Provision, unit: str) -> str:
    """Return the number in the first words of an article (`Article 19`, `المادة ١٩`, `المادة الأولى`), "" for none."""
    match = _pattern(unit).match(pattern_form(provision.text[:80]))
    if match is None:
        return ""
    return (match["number"] or _ordinal(match["word"])).casefold()


def _ordinal(words: str) -> str:
    from services.documents.arabic_ordinals import LAST, ordinal

    first = " ".join(words.split()[:2])
    named = {pattern_form(ordinal(number)): str(number) for number in range(LAST, 0, -1)}
    return named.get(first) or named.get(first.partition(" ")[0], "")


def _roman(number: str) -> int:
    from documents.numerals import from_roman

    try:
        return from_roman(number.upper()) if number else 1
    except ValueError:
        return 1
