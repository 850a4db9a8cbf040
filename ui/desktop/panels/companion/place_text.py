"""What the companion calls the place of an instrument that a citation names: `art_19__para_2`, in words."""

from __future__ import annotations

import re

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from documents.language import isolate
from ui.desktop.support.place_names import Digits

_NAMES = {
    "art": QT_TRANSLATE_NOOP("PlaceNames", "article %1"),
    "para": QT_TRANSLATE_NOOP("PlaceNames", "paragraph %1"),
    "subpara": QT_TRANSLATE_NOOP("PlaceNames", "subparagraph (%1)"),
    "point": QT_TRANSLATE_NOOP("PlaceNames", "subparagraph (%1)"),
    "pp": QT_TRANSLATE_NOOP("PlaceNames", "preambular paragraph %1"),
    "op": QT_TRANSLATE_NOOP("PlaceNames", "operative paragraph %1"),
    "annex": QT_TRANSLATE_NOOP("PlaceNames", "annex %1"),
    "part": QT_TRANSLATE_NOOP("PlaceNames", "part %1"),
    "chp": QT_TRANSLATE_NOOP("PlaceNames", "chapter %1"),
    "sec": QT_TRANSLATE_NOOP("PlaceNames", "section %1"),
    "table": QT_TRANSLATE_NOOP("PlaceNames", "table %1"),
    "appendix": QT_TRANSLATE_NOOP("PlaceNames", "appendix %1"),
    "footnote": QT_TRANSLATE_NOOP("PlaceNames", "footnote %1"),
}
_STEP = re.compile(r"(?P<kind>[A-Za-z]+)(?:_(?P<number>.+))?")


def pinpoint_words(place: str, digits: Digits = str) -> str:
    """Return `article 19, paragraph 2` for `art_19__para_2`; a kind without a word is shown as it is written."""
    joint = QCoreApplication.translate("PlaceNames", ", ", "joins article and paragraph")
    return joint.join(_step(step, digits) for step in place.split("__") if step)


def _step(step: str, digits: Digits) -> str:
    found = _STEP.fullmatch(step)
    if found is None or found["kind"] not in _NAMES:
        return isolate(step, "ltr")
    words = QCoreApplication.translate("PlaceNames", str(_NAMES[found["kind"]]))
    return words.replace("%1", isolate(digits(found["number"] or ""))).rstrip()
