"""What a card is made of: a fact with its icon, and the answers that an ambiguous citation leaves open."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from documents.language import isolate
from ui.desktop.panels.apparatus.entries import Candidate, spaced
from ui.desktop.support.appearance import Appearance
from ui.desktop.widgets.controls import FlatButton, Look, Words


class Fact(QWidget):
    """An icon with words beside it, for a state that cannot be pressed."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._icon = QLabel()
        self._words = {token: Words(appearance, 12, token) for token in ("ok", "ink2", "warn")}
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 4, 0)
        row.setSpacing(6)
        row.addWidget(self._icon)
        for words in self._words.values():
            words.setWordWrap(False)
            words.setSizePolicy(self.sizePolicy())
            row.addWidget(words)

    def show_words(self, words: str, icon: str, token: str) -> None:
        """Show the words in the colour of `token`."""
        self._icon.setPixmap(self._appearance.pixmap(icon, token, size=15))
        for own, label in self._words.items():
            label.setText(words if own == token else "")
            label.setVisible(own == token)
        self.setAccessibleName(words)


class Candidates(QWidget):
    """What an ambiguous citation may mean, one button each."""

    chosen = Signal(str)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 2, 0, 2)
        self._column.setSpacing(0)
        self.buttons: list[FlatButton] = []

    def show_candidates(self, candidates: tuple[Candidate, ...]) -> None:
        """Show these; buttons are used again."""
        for _ in range(len(self.buttons), len(candidates)):
            button = FlatButton(self._appearance, Look.OUTLINED)
            button.setObjectName("candidate")
            button.clicked.connect(lambda _=False, button=button: self.chosen.emit(button.property("target")))
            self.buttons.append(button)
            self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        for at, button in enumerate(self.buttons):
            button.setVisible(at < len(candidates))
        for button, candidate in zip(self.buttons, candidates, strict=False):
            name = isolate(candidate.name) if candidate.name else ""
            symbol = isolate(spaced(candidate.target), "ltr")
            button.setProperty("target", candidate.target)
            button.set_words(" ".join(filter(None, (symbol, name))))
            button.setToolTip(candidate.name)
        self.setVisible(bool(candidates))
