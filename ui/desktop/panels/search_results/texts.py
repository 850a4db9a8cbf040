"""The words of the results: names of tiers, counts in their plural forms."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject

from services.citations.cited_by import CitedBy
from services.search.library_search import Hit
from ui.desktop.panels.search_results.tiers import Tier
from ui.desktop.support.appearance import Appearance
from ui.desktop.support.place_names import display_name

_TIERS = {
    "exact": QT_TRANSLATE_NOOP("Results", "As typed"),
    "folded": QT_TRANSLATE_NOOP("Results", "Ignoring marks and hamza"),
    "inflected": QT_TRANSLATE_NOOP("Results", "With prefixes or endings"),
    "note": QT_TRANSLATE_NOOP("Results", "In my notes"),
    "instrument": QT_TRANSLATE_NOOP("Results", "In instruments"),
}


def tier_name(tier: str) -> str:
    """Return the heading of a tier; an unknown one is shown by its own name."""
    return QCoreApplication.translate("Results", str(_TIERS[tier])) if tier in _TIERS else tier


def hit_name(hit: Hit, appearance: Appearance) -> str:
    """Return the name of the place of a hit."""
    return display_name(hit.provision, hit.label, appearance.number)


class ResultCounts(QObject):
    """Counts of results in words, in the plural forms of the language and the digits of the interface."""

    def __init__(self, appearance: Appearance, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance

    def of_tier(self, tier: Tier) -> str:
        """Return the number of hits, and of places where there are more of them."""
        hits = max(tier.total, len(tier.hits))
        if tier.places == hits or hits > len(tier.hits) or tier.name == "instrument":
            return self._appearance.number(hits)
        paragraphs, places = self.tr("%n paragraph(s)", "", hits), self.tr("%n place(s)", "", tier.places)
        return self._appearance.number(f"{paragraphs} · {places}")

    def of_citing(self, cited: CitedBy) -> str:
        """Return in how many places of how many documents something is cited."""
        places = self.tr("Cited in %n place(s)", "", cited.citations)
        return self._appearance.number(f"{places} {self.tr('in %n document(s)', '', cited.documents)}")

    def of_answer(self, results: int, documents: int, milliseconds: float) -> str:
        """Return `٦ نتائج في وثيقتين · ٨ ملّي ثانية`; `results` may be more than are listed."""
        found, where = self.tr("%n result(s)", "", results), self.tr("in %n document(s)", "", documents)
        took = self.tr("%n millisecond(s)", "", max(1, round(milliseconds)))
        return self._appearance.number(f"{found} {where} · {took}")
