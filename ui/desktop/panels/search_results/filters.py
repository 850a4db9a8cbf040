"""The filters over the results: the part of the documents, and facets (organ, year, verb, kind, language)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from documents.language import isolate
from index.field_names import field_named
from services.search.library_search import Hit, SearchAnswer
from ui.desktop.panels.search_results.rows import Scope, scope_of
from ui.desktop.support.appearance import Appearance
from ui.desktop.support.evidence_text import organ_name
from ui.desktop.widgets.buttons import FlatButton, Look
from ui.desktop.widgets.flow_layout import FlowLayout

_TERM = re.compile(r'(?<!\S)(?P<name>[^\W\d_]+):(?P<value>"[^"]*"|\([^)]*\)|\S+)')
_MOST = 3
"""The most values offered for one field."""
_FIELDS = {
    "organ": ("جهة", QT_TRANSLATE_NOOP("FacetFilter", "Organ")),
    "year": ("سنة", QT_TRANSLATE_NOOP("FacetFilter", "Year")),
    "verb": ("فعل", QT_TRANSLATE_NOOP("FacetFilter", "Verb")),
    "kind": ("نوع", QT_TRANSLATE_NOOP("FacetFilter", "Part")),
    "language": ("لغة", QT_TRANSLATE_NOOP("FacetFilter", "Language")),
}
"""The fields in order: their name in an Arabic query, and their heading."""
_KINDS = {
    "preambular": ("ديباجة", QT_TRANSLATE_NOOP("FacetFilter", "preamble")),
    "operative": ("منطوق", QT_TRANSLATE_NOOP("FacetFilter", "operative part")),
    "subparagraph": ("subparagraph", QT_TRANSLATE_NOOP("FacetFilter", "subparagraphs")),
    "footnote": ("حاشية", QT_TRANSLATE_NOOP("FacetFilter", "footnotes")),
    "title": ("عنوان", QT_TRANSLATE_NOOP("FacetFilter", "titles")),
    "heading": ("heading", QT_TRANSLATE_NOOP("FacetFilter", "headings")),
    "annex": ("مرفق", QT_TRANSLATE_NOOP("FacetFilter", "annexes")),
    "masthead": ("ترويسة", QT_TRANSLATE_NOOP("FacetFilter", "masthead")),
    "closing": ("خاتمة", QT_TRANSLATE_NOOP("FacetFilter", "closing")),
    "chapeau": ("chapeau", QT_TRANSLATE_NOOP("FacetFilter", "chapeau")),
    "body": ("متن", QT_TRANSLATE_NOOP("FacetFilter", "text")),
}
_LANGUAGES = {
    "ar": QT_TRANSLATE_NOOP("FacetFilter", "Arabic"),
    "en": QT_TRANSLATE_NOOP("FacetFilter", "English"),
    "fr": QT_TRANSLATE_NOOP("FacetFilter", "French"),
    "es": QT_TRANSLATE_NOOP("FacetFilter", "Spanish"),
    "ru": QT_TRANSLATE_NOOP("FacetFilter", "Russian"),
    "zh": QT_TRANSLATE_NOOP("FacetFilter", "Chinese"),
}


_OWN_CHIPS = frozenset({"preambular", "operative", "footnote"})


def _said(words: object) -> str:
    return QCoreApplication.translate("FacetFilter", str(words))


def terms_in(query: str) -> tuple[str, ...]:
    """Return the terms of a query that filter by a field: `سنة:2019`."""
    return tuple(found[0] for found in _TERM.finditer(query) if field_named(found["name"]))


def with_term(query: str, term: str) -> str:
    """Return a query with a term added."""
    return f"{query.strip()} {term}"


def without_term(query: str, term: str) -> str:
    """Return a query without one of its terms."""
    return " ".join(re.sub(rf"(?<!\S){re.escape(term)}(?!\S)", " ", query).split())


class PartFilter(QWidget):
    """Chips for all hits, preamble, operative part and footnotes. Those without hits are disabled."""

    chosen = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.chips = {scope: FlatButton(appearance, Look.CHIP) for scope in Scope}
        flow, group = FlowLayout(0, self), QButtonGroup(self)
        flow.setContentsMargins(7, 7, 7, 3)
        for scope, chip in self.chips.items():
            group.addButton(chip)
            flow.addWidget(chip)
            chip.clicked.connect(lambda _=False, scope=scope: self.chosen.emit(scope))
        self.chips[Scope.ALL].setChecked(True)

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """Show the number of hits, and enable the parts that have some."""
        names = {
            Scope.ALL: self.tr("All"),
            Scope.PREAMBLE: self.tr("Preamble"),
            Scope.OPERATIVE: self.tr("Operative part"),
            Scope.FOOTNOTES: self.tr("Footnotes"),
        }
        for scope, chip in self.chips.items():
            count = sum(scope is Scope.ALL or scope_of(hit) is scope for hit in hits)
            name = names[scope]
            chip.set_words(f"{name} {self._appearance.number(count)}" if scope is Scope.ALL else name)
            chip.setEnabled(count > 0 or scope is Scope.ALL)
            chip.setToolTip("" if chip.isEnabled() else self.tr("No results there"))
        self.setVisible(bool(hits))


class FacetFilter(QWidget):
    """Chips that add a field to the query or remove it. `asked` has the new query."""

    asked = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._answer: SearchAnswer | None = None
        self.chips: list[FlatButton] = []
        self._flow = FlowLayout(0, self)
        self._flow.setContentsMargins(7, 0, 7, 3)

    def show_answer(self, answer: SearchAnswer | None) -> None:
        """Offer the facets of an answer, and the terms of its query to be removed."""
        self._answer = answer
        self.retranslate()

    def retranslate(self) -> None:
        """Make the chips again in the language of the interface."""
        while self._flow.count():
            item = self._flow.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.chips.clear()
        answer = self._answer
        if answer is not None:
            held = terms_in(answer.query)
            for term in held:
                self._add(term, without_term(answer.query, term), chosen=True)
            fields = {field_named(term.partition(":")[0]) for term in held}
            for field, (name, heading) in _FIELDS.items():
                # preamble, operative part and footnotes have chips of their own
                values = [one for one in answer.facets.get(field, ()) if one[0] not in _OWN_CHIPS]
                if field not in fields and len(values) > 1:
                    self._offer(answer.query, field, name, _said(heading), values[:_MOST])
        self.setVisible(bool(self.chips))

    def _offer(self, query: str, field: str, name: str, heading: str, values: list[tuple[str, int]]) -> None:
        name = name if self._appearance.language == "ar" else field
        for value, count in values:
            typed = self._typed(field, value)
            term = f'{name}:"{typed}"' if " " in typed else f"{name}:{typed}"
            shown = f"{self._shown(field, value)} {isolate(self._appearance.number(count))}"
            self._add(shown, with_term(query, term), heading=heading)

    def _typed(self, field: str, value: str) -> str:
        if field == "kind":
            return _KINDS[value][0] if self._appearance.language == "ar" and value in _KINDS else value
        return value

    def _shown(self, field: str, value: str) -> str:
        if field == "kind" and value in _KINDS:
            return _said(_KINDS[value][1])
        if field == "language" and value in _LANGUAGES:
            return _said(_LANGUAGES[value])
        if field == "organ":
            return isolate(organ_name(value))
        return isolate(self._appearance.number(value) if field == "year" else value)

    def _add(self, words: str, query: str, *, heading: str = "", chosen: bool = False) -> None:
        chip = FlatButton(self._appearance, Look.CHIP, "x" if chosen else "", self)
        name = self.tr("Search without %1").replace("%1", isolate(words)) if chosen else f"{heading}: {words}"
        chip.set_words(words, name)
        chip.setToolTip(name)
        chip.setObjectName("narrowingChip")
        chip.setCheckable(chosen)
        chip.setChecked(chosen)
        chip.clicked.connect(lambda _=False: self.asked.emit(query))
        self._flow.addWidget(chip)
        self.chips.append(chip)
        chip.show()
