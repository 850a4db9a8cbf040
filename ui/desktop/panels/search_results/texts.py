"""The texts of the results: names of tiers, counts, why a hit matched, and the problems of a query."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject

from documents.language import isolate
from index.query import Problem
from services.citations.cited_by import CitedBy
from services.search.library_search import Hit
from ui.desktop.panels.search_results.rows import Tier, snippet
from ui.desktop.support.appearance import Appearance
from ui.desktop.support.place_names import display_name

_TIERS = {
    "exact": QT_TRANSLATE_NOOP("Results", "As typed"),
    "folded": QT_TRANSLATE_NOOP("Results", "Ignoring marks and hamza"),
    "inflected": QT_TRANSLATE_NOOP("Results", "With prefixes or endings"),
    "note": QT_TRANSLATE_NOOP("Results", "In my notes"),
    "instrument": QT_TRANSLATE_NOOP("Results", "In instruments"),
}
_WHY = {
    "exact": QT_TRANSLATE_NOOP("Results", "as typed"),
    "marks": QT_TRANSLATE_NOOP("Results", "vowel marks ignored"),
    "hamza": QT_TRANSLATE_NOOP("Results", "hamza ignored"),
    "ya": QT_TRANSLATE_NOOP("Results", "final ya ignored"),
    "ta_marbuta": QT_TRANSLATE_NOOP("Results", "ta marbuta ignored"),
    "digits": QT_TRANSLATE_NOOP("Results", "kind of digits ignored"),
    "case": QT_TRANSLATE_NOOP("Results", "capital letters ignored"),
    "symbol": QT_TRANSLATE_NOOP("Results", "another way to write the symbol"),
    "inflected": QT_TRANSLATE_NOOP("Results", "another form of the word"),
    "plural": QT_TRANSLATE_NOOP("Results", "singular and plural"),
    "corrected": QT_TRANSLATE_NOOP("Results", "in the corrected reading"),
    "pattern": QT_TRANSLATE_NOOP("Results", "fits the pattern"),
    "fuzzy": QT_TRANSLATE_NOOP("Results", "nearly the same letters"),
    "near": QT_TRANSLATE_NOOP("Results", "near one another"),
}
_PIECES = {
    "prefix": QT_TRANSLATE_NOOP("Results", "%1 before it"),
    "suffix": QT_TRANSLATE_NOOP("Results", "%1 after it"),
    "query-prefix": QT_TRANSLATE_NOOP("Results", "without %1 before it"),
    "query-suffix": QT_TRANSLATE_NOOP("Results", "without %1 after it"),
}
_PROBLEMS = {
    "unclosed-quote": QT_TRANSLATE_NOOP("Results", "A quotation mark is not closed."),
    "unclosed-parenthesis": QT_TRANSLATE_NOOP("Results", "A bracket is not closed."),
    "stray-parenthesis": QT_TRANSLATE_NOOP("Results", "A bracket is closed that was not opened."),
    "dangling-operator": QT_TRANSLATE_NOOP("Results", "There is nothing for %1 to join."),
    "unknown-field": QT_TRANSLATE_NOOP("Results", "There is no field %1; it was searched for as a word."),
    "empty-field": QT_TRANSLATE_NOOP("Results", "There is no value after %1."),
    "unknown-value": QT_TRANSLATE_NOOP("Results", "The value %1 is not known."),
    "bad-range": QT_TRANSLATE_NOOP("Results", "The range %1 is not understood."),
    "short-pattern": QT_TRANSLATE_NOOP("Results", "Write at least two letters with * or ?."),
    "too-long": QT_TRANSLATE_NOOP("Results", "The query is too long; its beginning was searched for."),
}


def tier_name(tier: str) -> str:
    """Return the heading of a tier, or the name itself of an unknown one."""
    return QCoreApplication.translate("Results", str(_TIERS[tier])) if tier in _TIERS else tier


def hit_name(hit: Hit, appearance: Appearance) -> str:
    """Return the name of a hit's place."""
    return display_name(hit.provision, hit.label, appearance.number)


def spoken(hit: Hit, appearance: Appearance) -> str:
    """Return a hit as assistive technology says it."""
    return f"{hit_name(hit, appearance)} {isolate(hit.document, 'ltr')} {snippet(hit.text, hit.highlights).text}"


class ResultCounts(QObject):
    """Counts in the plural forms of the language and the digits of the interface."""

    def __init__(self, appearance: Appearance, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance

    def of_tier(self, tier: Tier) -> str:
        """Return the number of hits, and of highlighted places where there are more."""
        hits = max(tier.total, len(tier.hits))
        if tier.places == hits or hits > len(tier.hits) or tier.name == "instrument":
            return self._appearance.number(hits)
        paragraphs, places = self.tr("%n paragraph(s)", "", hits), self.tr("%n place(s)", "", tier.places)
        return self._appearance.number(f"{paragraphs} · {places}")

    def of_citing(self, cited: CitedBy) -> str:
        """Return in how many places of how many documents a target is cited."""
        places = self.tr("Cited in %n place(s)", "", cited.citations)
        return self._appearance.number(f"{places} {self.tr('in %n document(s)', '', cited.documents)}")

    def of_answer(self, results: int, documents: int, milliseconds: float) -> str:
        """Return `٦ نتائج في وثيقتين · ٨ ملّي ثانية`, where `results` counts unlisted hits too."""
        found, where = self.tr("%n result(s)", "", results), self.tr("in %n document(s)", "", documents)
        took = self.tr("%n millisecond(s)", "", max(1, round(milliseconds)))
        return self._appearance.number(f"{found} {where} · {took}")


def why_words(hit: Hit) -> str:
    """Return why each word matched, a line each: `والمنظمة: another form of the word, و before it`, "" as typed."""
    told: dict[str, None] = {}
    for (start, end), codes in zip(hit.highlights, hit.why, strict=False):
        reasons = [_reason(code) for code in codes.split() if code != "exact" and not code.startswith("query-")]
        if reasons:
            comma = QCoreApplication.translate("Results", ", ")
            told[f"{isolate(hit.text[start:end])}: {comma.join(reasons)}"] = None
    return "\n".join(told)


def _reason(code: str) -> str:
    kind, _, letters = code.partition(":")
    if letters:
        return _said(_PIECES[kind], letters) if kind in _PIECES else code
    return _said(_WHY[code]) if code in _WHY else code


def problem_words(problem: Problem) -> str:
    """Return a problem of the query as a sentence."""
    return _said(_PROBLEMS[problem.code], problem.detail) if problem.code in _PROBLEMS else problem.code


def failed_words(text: str, alone: int, appearance: Appearance) -> str:
    """Return that a part of the query is nowhere, or only apart from the rest (`alone` paragraphs)."""
    if not alone:
        return QCoreApplication.translate("Results", "%1 is nowhere in the library.").replace("%1", isolate(text))
    words = QCoreApplication.translate("Results", "%1 is there, but not together with the rest (paragraphs: %2).")
    return words.replace("%1", isolate(text)).replace("%2", isolate(appearance.number(alone)))


def _said(words: object, value: str = "") -> str:
    return QCoreApplication.translate("Results", str(words)).replace("%1", isolate(value) if value else "")
