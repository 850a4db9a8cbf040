"""The words of the results: names of tiers, counts in their plural forms."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ui.desktop.appearance import Appearance
from ui.desktop.search.results import Tier

_TIERS = {
    "exact": QT_TRANSLATE_NOOP("Results", "As typed"),
    "folded": QT_TRANSLATE_NOOP("Results", "Ignoring marks and hamza"),
    "inflected": QT_TRANSLATE_NOOP("Results", "With prefixes or endings"),
    "note": QT_TRANSLATE_NOOP("Results", "In my notes"),
    "instrument": QT_TRANSLATE_NOOP("Results", "In instruments"),
}


def tier_name(tier: str) -> str:
    """Return the heading of a tier; an unknown one is shown by its own name."""
    return QCoreApplication.translate("Results", _TIERS[tier]) if tier in _TIERS else tier


def tier_count(tier: Tier, appearance: Appearance) -> str:
    """Return the number of hits, and of places where there are more of them."""
    hits = len(tier.hits)
    if tier.places == hits:
        return appearance.number(hits)
    paragraphs = QCoreApplication.translate("Results", "%n paragraph(s)", "", hits)
    places = QCoreApplication.translate("Results", "%n place(s)", "", tier.places)
    return appearance.number(f"{paragraphs} · {places}")


def total_words(results: int, documents: int, milliseconds: float, appearance: Appearance) -> str:
    """Return `٦ نتائج في وثيقتين · ٨ ملّي ثانية`."""
    found = QCoreApplication.translate("Results", "%n result(s)", "", results)
    where = QCoreApplication.translate("Results", "in %n document(s)", "", documents)
    took = QCoreApplication.translate("Results", "%n millisecond(s)", "", max(1, round(milliseconds)))
    return appearance.number(f"{found} {where} · {took}")
