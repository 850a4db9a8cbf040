"""What an answer says in words: why a hit was met, what was not understood, what failed and what would help."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from documents.language import isolate
from index.query import Problem
from services.search.library_search import Hit
from ui.desktop.support.appearance import Appearance

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


def _said(words: object, value: str = "") -> str:
    return QCoreApplication.translate("Results", str(words)).replace("%1", isolate(value) if value else "")


def why_words(hit: Hit) -> str:
    """Return why each word of a hit was met: `والمنظمة: another form of the word, و before it …`; "" as typed."""
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
    """Return what of the query was not understood."""
    return _said(_PROBLEMS[problem.code], problem.detail) if problem.code in _PROBLEMS else problem.code


def failed_words(text: str, alone: int, appearance: Appearance) -> str:
    """Return that a part of the query is nowhere, or only apart from the rest."""
    if not alone:
        return QCoreApplication.translate("Results", "%1 is nowhere in the library.").replace("%1", isolate(text))
    words = QCoreApplication.translate("Results", "%1 is there, but not together with the rest (paragraphs: %2).")
    return words.replace("%1", isolate(text)).replace("%2", isolate(appearance.number(alone)))
