"""The sheet of keys (F1): every command that has keys, from the table of actions."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from ui.desktop.support.appearance import Appearance
from ui.desktop.widgets.scroll_bar import ScrollBar
from ui.desktop.window.actions import SECTIONS, Actions, key_words, translated


class ShortcutSheet(QDialog):
    """A window beside the main one, closed by Esc."""

    def __init__(self, appearance: Appearance, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance, self._actions = appearance, actions
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setVerticalScrollBar(ScrollBar(appearance, self._area, "window"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._area)
        appearance.changed.connect(self.retranslate)
        self.retranslate()
        self.resize(appearance.px(620), appearance.px(640))

    def retranslate(self) -> None:
        """Fill the sheet in the language and direction of the interface."""
        self.setWindowTitle(self.tr("Keys"))
        self._area.setWidget(self._sheet())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _sheet(self) -> QWidget:
        sheet = QWidget()
        grid = QGridLayout(sheet)
        grid.setContentsMargins(24, 16, 24, 16)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        row = 0
        for title, members in SECTIONS:
            keyed = [command for command in members if command is not None and command.keys]
            if not keyed:
                continue
            grid.addWidget(self._label(translated(title), 13, 600, "accent"), row, 0, 1, 3)
            for command in keyed:
                row += 1
                name = translated(command.text).rstrip("…")
                keys = [key_words(k) for k in self._actions.keys(command, rtl=self._appearance.rtl)]
                grid.addWidget(self._label(name, 13, 400, "ink"), row, 0)
                grid.addWidget(self._label(keys[0], 13, 500, "ink"), row, 1)
                grid.addWidget(self._label(" · ".join(keys[1:]), 12, 400, "ink3"), row, 2)
            row += 1
            grid.setRowMinimumHeight(row, 10)
            row += 1
        for words, key in self._in_text():
            grid.addWidget(self._label(words, 13, 400, "ink"), row, 0)
            grid.addWidget(self._label(key, 13, 500, "ink"), row, 1)
            row += 1
        grid.setRowStretch(row, 1)
        return sheet

    def _in_text(self) -> tuple[tuple[str, str], ...]:
        """Return description and key of the keys that belong to no command."""
        return (
            (self.tr("Next marker, citation or correction of the paragraph"), key_words("Tab")),
            (self.tr("Keep what a marker belongs to lit; again: into its footnote"), key_words("Return")),
            (self.tr("Leave the text for the next pane"), key_words("Ctrl+Tab")),
            (self.tr("Close, then back to the text"), key_words("Esc")),
            (self.tr("Menu of what has the keyboard"), key_words("Shift+F10")),
        )

    def _label(self, words: str, px: float, weight: int, token: str) -> QLabel:
        label = QLabel(words)
        label.setFont(self._appearance.interface_font(px, weight))
        label.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        palette = QPalette(label.palette())
        palette.setColor(QPalette.ColorRole.WindowText, self._appearance.color(token))
        label.setPalette(palette)
        return label
