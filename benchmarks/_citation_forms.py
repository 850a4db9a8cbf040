"""Acts that English documents cite, written in each Arabic form and order: they must come back."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from _reference import records

from documents.citations.find import find_citations
from documents.model import Document, Kind, Masthead, Provision
from documents.numerals import ARABIC_LETTERS, from_roman

SAMPLE = 150
_MONTHS = (
    "January كانون الثاني/يناير|February شباط/فبراير|March آذار/مارس|April نيسان/أبريل|May أيار/مايو|June حزيران/يونيه"
    "|July تموز/يوليه|August آب/أغسطس|September أيلول/سبتمبر|October تشرين الأول/أكتوبر"
    "|November تشرين الثاني/نوفمبر|December كانون الأول/ديسمبر"
)
_ARABIC_MONTH = {name: arabic for name, _, arabic in (pair.partition(" ") for pair in _MONTHS.split("|"))}
_LETTER = {letter: name for name, letter in ARABIC_LETTERS.items()}
_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_CITED = re.compile(
    r"(?P<organ>Economic and Social Council |Human Rights Council |General Assembly |its )resolution "
    r"(?:(?P<special>E?S-)?(?P<session>\d{1,4})/(?P<number>\d{1,3})"
    r"|(?P<old>\d{1,4})(?: (?P<inner>[A-Z]))? \((?P<roman>[IVXLC]+)\))"
    r"(?: (?P<letter>[A-Z]))?,? of (?P<day>\d{1,2}) (?P<month>[A-Z]\w+) (?P<year>\d{4})"
)
_HINTS = {
    "session/number": "وإذ تشير إلى قرارها 73/299 المؤرخ 14 حزيران/يونيه 2019،",
    "number/session": "وإذ تشير إلى قرارها 299/73 المؤرخ 14 حزيران/يونيه 2019،",
}


@dataclass(frozen=True, slots=True)
class CitationAction:
    """An act with the parts that Arabic writes in its own way."""

    target: str
    organ: str
    first: str
    second: str
    letter: str
    date: str

    @property
    def old(self) -> bool:
        """Say whether it is of a series with the session in brackets."""
        return "(" in self.target


def _acts(corpus: Path) -> list[CitationAction]:
    """Return the acts that the English documents cite with a date, each once."""
    found: dict[str, CitationAction] = {}
    for text in records(corpus / "ga_resolutions_en" / "texts.jsonl.gz").values():
        for match in _CITED.finditer(" ".join(text.split())):
            numbered = match["session"] and not match["special"]
            others = match["organ"] == "its " and numbered and not 31 <= int(match["session"]) < 99
            if match["month"] in _ARABIC_MONTH and not others:
                act = _act(match)
                found.setdefault(act.target, act)
    return [found[target] for target in sorted(found)]


def _act(match: re.Match[str]) -> CitationAction:
    organ = {"E": "ECOSOC", "H": "HRC"}.get(match["organ"][0], "GA")
    head = {"ECOSOC": "E", "HRC": "A/HRC", "GA": "A"}[organ]
    date = f"{match['day']} {_ARABIC_MONTH[match['month']]} {match['year']}"
    if match["old"]:
        letter = match["inner"] or ""
        target = f"{head}/RES/{match['old']}({match['roman']}){letter}"
        return CitationAction(target, organ, str(from_roman(match["roman"])), match["old"], letter, date)
    letter, special = match["letter"] or "", match["special"] or ""
    target = f"{head}/RES/{special}{match['session']}/{match['number']}{letter}"
    prefix = {"": "", "S-": "دإ-", "ES-": "دإط-"}[special]
    return CitationAction(target, organ, prefix + match["session"], match["number"], letter, date)


def _number(act: CitationAction, order: str) -> str:
    letter = f" {_LETTER[act.letter]}" if act.letter else ""
    if act.old:
        return f"{act.second}{letter} (د - {act.first})"
    special, _, session = act.first.rpartition("-")
    first, second = (session, act.second) if order == "session/number" else (act.second, session)
    return f"{special}-{first}/{second}{letter}" if special else f"{first}/{second}{letter}"


def _wordings(act: CitationAction) -> dict[str, str]:
    """Return the words before the number, by name; each fits the organ of the act."""
    named = {"GA": "الجمعية العامة", "ECOSOC": "المجلس الاقتصادي والاجتماعي", "HRC": "مجلس حقوق الإنسان"}[act.organ]
    words = {"organ named": f"قرار {named}"}
    if act.organ == "GA":
        words |= {"its": "قرارها", "the": "القرار", "to its": "لقرارها", "and of the": "وبالقرار"}
    else:
        words |= {"its": f"من {named} قراره"}
    return words


def _sentences(act: CitationAction, other: CitationAction) -> Iterator[tuple[str, str, str, list[CitationAction]]]:
    """Yield (name of the form, order, sentence, acts in it)."""
    for order in ("session/number", "number/session"):
        number, another = _number(act, order), _number(other, order)
        for words, before in _wordings(act).items():
            yield f"{words}, dated", order, f"إذ تشير إلى {before} {number} المؤرخ {act.date} بشأن ذلك،", [act]
            yield f"{words}, undated", order, f"إذ تشير إلى {before} {number} بشأن ذلك،", [act]
        spaced = re.sub(r"(?<=\d)/(?=\d)", " / ", number)
        yield "spaces, dated", order, f"إذ تشير إلى قرار {_named(act)} {spaced} المؤرخ {act.date}،", [act]
        if act.organ == other.organ == "GA":
            listed = f"إذ تشير إلى قراريها {number} المؤرخ {act.date} و {another} المؤرخ {other.date}،"
            yield "list of two, dated", order, listed, [act, other]


def _named(act: CitationAction) -> str:
    return {"GA": "الجمعية العامة", "ECOSOC": "المجلس الاقتصادي والاجتماعي", "HRC": "مجلس حقوق الإنسان"}[act.organ]


def turned(corpus: Path) -> tuple[dict[str, Counter[str]], list[str]]:
    """Return the counts of each form (right, doubt, wrong, lost) and what failed.

    `doubt`: no target, but the right one among the candidates. Undated forms stand alone and after a sentence that
    shows the order of the document.
    """
    acts = _acts(corpus)
    chosen = random.Random(3).sample(acts, min(SAMPLE, len(acts)))
    kept = {act.target for act in chosen}
    chosen += [act for act in acts if (act.old or act.letter or "S-" in act.target) and act.target not in kept]
    counts: dict[str, Counter[str]] = {}
    failed: list[str] = []
    for act, other in zip(chosen, [*chosen[1:], chosen[0]], strict=True):
        series = "old series" if act.old else f"special {act.organ}" if "S-" in act.target else act.organ
        for form, order, sentence, expected in _sentences(act, other):
            if act.old and order == "number/session":
                continue
            hints = ("", _HINTS[order]) if "undated" in form else ("",)
            for hint in hints:
                shown = f"{series}: {form}{', order shown before' if hint else ''}" + ("" if act.old else f", {order}")
                for written in (sentence, sentence.translate(_DIGITS)):
                    answer = _answer(written, hint, expected)
                    counts.setdefault(shown, Counter())[answer] += 1
                    if answer != "right":
                        failed.append(f"{answer}: {shown}: {written} -> {' '.join(a.target for a in expected)}")
    return dict(sorted(counts.items())), failed


def _answer(sentence: str, hint: str, expected: list[CitationAction]) -> str:
    before = (Provision("pp_1", Kind.PREAMBULAR, hint),) if hint else ()
    provisions = (*before, Provision("pp_2", Kind.PREAMBULAR, sentence))
    document = Document("", "ar", "", provisions, (), Masthead(organ="GA"))
    found = [citation for citation in find_citations(document) if citation.span.provision == "pp_2"]
    if [citation.target for citation in found] == [act.target for act in expected]:
        return "right"
    if any(c.target and c.target not in {act.target for act in expected} for c in found) or len(found) > len(expected):
        return "wrong"
    doubtful = len(found) == len(expected) and all(
        act.target in (c.target, *c.candidates) for c, act in zip(found, expected, strict=True)
    )
    return "doubt" if doubtful else "lost"
