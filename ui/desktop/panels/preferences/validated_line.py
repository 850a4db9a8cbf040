"""A line to type in: what is typed acts when it is right, and what is wrong with it is said beside it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from ui.desktop.support.appearance import Appearance


class Line(QWidget):
    """Takes words; `judge` says what is wrong with them, "" for nothing."""

    def __init__(self, appearance: Appearance, choose: Callable[[str], None]) -> None:
        super().__init__()
        self._appearance, self._choose = appearance, choose
        self.judge: Callable[[str], str] = lambda _words: ""
        self.line, self.said = QLineEdit(), QLabel()
        self.said.setWordWrap(True)
        self.said.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.line)
        column.addWidget(self.said)
        self.setFocusProxy(self.line)
        self.line.textEdited.connect(self._typed)

    def show_value(self, value: str, name: str, prompt: str = "") -> None:
        """Show a value without telling it."""
        if not self.line.hasFocus():
            self.line.setText(value)
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(prompt)
        self.line.setFont(self._appearance.interface_font(13))
        self.said.setFont(self._appearance.interface_font(12))
        palette = QPalette(self.said.palette())
        palette.setColor(QPalette.ColorRole.WindowText, self._appearance.color("err"))
        self.said.setPalette(palette)

    def _typed(self, words: str) -> None:
        wrong = self.judge(words)
        self.said.setText(wrong)
        self.said.setVisible(bool(wrong))
        if not wrong:
            self._choose(words)
