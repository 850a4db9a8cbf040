"""The page in place of results: why there are none and which queries would find some, or former searches."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from documents.language import isolate
from services.search.library_search import SearchAnswer
from services.search.search_request import SearchOptions
from services.search.zero_hits import FailedPart
from ui.desktop.panels.search_results.rows import KeptSearch, PastQuery
from ui.desktop.panels.search_results.texts import failed_words
from ui.desktop.support.appearance import Appearance
from ui.desktop.widgets.buttons import FlatButton, Look
from ui.desktop.widgets.empty_page import EmptyPage

_PAST = 8


class EmptyResults(EmptyPage):
    """Explains an answer without hits. `asked` has another query, `chosen` other options for the same one."""

    asked = Signal(str)
    chosen = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, "magnifying-glass")
        self.setParent(parent)
        self._looks = appearance
        self.links: list[FlatButton] = []

    def show_answer(self, answer: SearchAnswer, choices: SearchOptions) -> None:
        """Explain why an answer has no hits, and offer remedies."""
        self.clear()
        told = [failed_words(one.text, one.alone, self._looks) for one in answer.failed]
        self.show_words(self.tr("No results for “%1”").replace("%1", isolate(answer.query)), "\n".join(told))
        for query in answer.suggestions:
            self._link(self.tr("Did you mean %1?").replace("%1", isolate(query)), query)
        for one in answer.failed:
            for remedy in one.remedies:
                self._remedy(answer.query, one, remedy, choices)

    def show_past(self, saved: tuple[KeptSearch, ...], past: tuple[PastQuery, ...]) -> None:
        """Offer kept searches and the last queries."""
        self.clear()
        self.show_words(self.tr("Search the library"), self.tr("Type in the search box and press Enter."))
        for one in saved:
            self._link(self.tr("Kept: %1").replace("%1", isolate(one.name)), one.query)
        for last in past[:_PAST]:
            count = isolate(self._looks.number(last.total))
            self._link(f"{isolate(last.query)} · {count}", last.query)

    def _remedy(self, query: str, failed: FailedPart, remedy: str, choices: SearchOptions) -> None:
        start, end = failed.place
        if remedy == "inflect":
            self._link(self.tr("Also search prefixes and endings"), "", replace(choices, inflect=True))
        elif remedy == "fold":
            self._link(self.tr("Ignore marks, hamza and digits"), "", replace(choices, strict=frozenset()))
        elif remedy == "words":
            apart = failed.text.strip('="«»“”').replace("~", " ")
            self._link(self.tr("Search for these words apart"), query[:start] + apart + query[end:])
        elif remedy == "without":
            rest = " ".join((query[:start] + query[end:]).split())
            self._link(self.tr("Search without %1").replace("%1", isolate(failed.text)), rest)

    def _link(self, words: str, query: str, choices: SearchOptions | None = None) -> None:
        link = FlatButton(self._looks, Look.LINK)
        link.set_words(words)
        link.setToolTip(words)
        if choices is None:
            link.clicked.connect(lambda _=False: self.asked.emit(query))
        else:
            link.clicked.connect(lambda _=False: self.chosen.emit(choices))
        self.add(link)
        self.links.append(link)

    def clear(self) -> None:
        """Remove texts and links."""
        self.show_words("", "")
        for link in self.links:
            link.hide()
            link.deleteLater()
        self.links.clear()
