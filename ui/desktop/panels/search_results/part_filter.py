"""The chips that show only the hits of one part of the documents."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from services.search.library_search import Hit
from ui.desktop.panels.search_results.tiers import Scope, scope_of
from ui.desktop.support.appearance import Appearance
from ui.desktop.widgets.controls import FlatButton, Look
from ui.desktop.widgets.flow_layout import FlowLayout


class PartFilter(QWidget):
    """All, preamble, operative part, footnotes; a part without hits is asleep."""

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
        """Say how many hits are listed, and wake the parts that have some."""
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
