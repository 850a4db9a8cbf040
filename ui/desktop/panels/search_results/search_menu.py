"""The menu of search options: order, letters told apart, other forms of a word, kept searches and history."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from services.search.search_request import SearchOptions, Sort
from ui.desktop.support.appearance import Appearance
from ui.desktop.widgets.buttons import FlatButton, Look

_SORTS = {
    "order": QT_TRANSLATE_NOOP("SearchMenu", "By document and place"),
    "date": QT_TRANSLATE_NOOP("SearchMenu", "Newest first"),
    "relevance": QT_TRANSLATE_NOOP("SearchMenu", "By relevance"),
}
_DIFFERENCES = {
    "marks": QT_TRANSLATE_NOOP("SearchMenu", "Match vowel marks"),
    "hamza": QT_TRANSLATE_NOOP("SearchMenu", "Match hamza"),
    "ya": QT_TRANSLATE_NOOP("SearchMenu", "Match final ya"),
    "ta_marbuta": QT_TRANSLATE_NOOP("SearchMenu", "Match ta marbuta"),
    "digits": QT_TRANSLATE_NOOP("SearchMenu", "Match the kind of digits"),
}


def _said(words: object) -> str:
    return QCoreApplication.translate("SearchMenu", str(words))


class SearchMenuButton(FlatButton):
    """Opens the menu. `chosen` has new options, `keep_asked` toggles the present search as kept."""

    chosen = Signal(object)
    keep_asked = Signal()
    clear_asked = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, Look.QUIET, "funnel", parent)
        self.setObjectName("searchChoices")
        self.choices = SearchOptions()
        self.kept = False
        self.cleared = ""
        """The moment the history was cleared, while it can be restored, else ""."""
        self.clicked.connect(self.open_menu)
        self.retranslate()

    def show_choices(self, choices: SearchOptions) -> None:
        """Show options without emitting a signal."""
        self.choices = choices
        self.retranslate()

    def retranslate(self) -> None:
        """Set the accessible name, and the present order as words."""
        name = self.tr("Order and switches of the search")
        self.set_words(_said(_SORTS.get(self.choices.sort, _SORTS["order"])), name)
        self.setToolTip(name)

    def menu(self) -> QMenu:
        """Return a menu of the present options."""
        menu = QMenu(self)
        menu.setFont(self._appearance.interface_font(13))
        group = QActionGroup(menu)
        for sort, words in _SORTS.items():
            action = self._add(menu, _said(words), on=self.choices.sort == sort)
            group.addAction(action)
            action.triggered.connect(
                lambda _=False, sort=sort: self._choose(replace(self.choices, sort=cast("Sort", sort)))
            )
        menu.addSeparator()
        inflect = self._add(menu, self.tr("Also other forms of a word"), on=self.choices.inflect)
        inflect.triggered.connect(lambda on: self._choose(replace(self.choices, inflect=on)))
        for difference, words in _DIFFERENCES.items():
            action = self._add(menu, _said(words), on=difference in self.choices.strict)
            action.triggered.connect(lambda on, difference=difference: self._differ(difference, strict=on))
        menu.addSeparator()
        keep = self.tr("Forget this kept search") if self.kept else self.tr("Keep this search")
        menu.addAction(keep).triggered.connect(self.keep_asked)
        history = self.tr("Bring the search history back") if self.cleared else self.tr("Empty the search history")
        menu.addAction(history).triggered.connect(self.clear_asked)
        return menu

    def open_menu(self) -> None:
        """Open the menu under the button."""
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _add(self, menu: QMenu, words: str, *, on: bool) -> QAction:
        action = menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(on)
        return action

    def _differ(self, difference: str, *, strict: bool) -> None:
        held = self.choices.strict
        self._choose(replace(self.choices, strict=held | {difference} if strict else held - {difference}))

    def _choose(self, choices: SearchOptions) -> None:
        self.show_choices(choices)
        self.chosen.emit(choices)
