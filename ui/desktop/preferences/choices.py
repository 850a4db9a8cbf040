"""Rows of choices that the settings and the size popup share: a name, and what can be chosen for it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSlider, QWidget

from documents.language import isolate
from ui.desktop.appearance import LINE_LENGTHS, Appearance


class Choice(QComboBox):
    """A list of values with their names; the names are said again in another language, the value stays."""

    def __init__(self, choose: Callable[[str], None]) -> None:
        super().__init__()
        self._choose = choose
        self.activated.connect(lambda index: choose(str(self.itemData(index))))

    def offer(self, names: dict[str, str], chosen: str, name: str) -> None:
        """Offer values by name, with one chosen; `name` is what assistive technology calls the list."""
        self.blockSignals(True)
        self.clear()
        for value, words in names.items():
            self.addItem(words, value)
        self.setCurrentIndex(max(0, self.findData(chosen)))
        self.blockSignals(False)
        self.setAccessibleName(name)


class LineLength(Choice):
    """How many characters a line of reading text holds."""

    def __init__(self, appearance: Appearance, choose: Callable[[int], None]) -> None:
        super().__init__(lambda value: choose(int(value)))
        self._appearance = appearance

    def show_value(self, value: int, name: str) -> None:
        """Offer the lengths in words, with one chosen."""
        words = {
            str(length): self.tr("%n character(s)", "", length).replace(str(length), self._appearance.number(length))
            for length in LINE_LENGTHS
        }
        self.offer(words, str(value), name)


class Percent(QWidget):
    """A slider over percentages with its value beside it."""

    def __init__(self, appearance: Appearance, limits: tuple[int, int], choose: Callable[[int], None]) -> None:
        super().__init__()
        self._appearance = appearance
        self.slider, self.said = QSlider(Qt.Orientation.Horizontal), QLabel()
        self.slider.setRange(*limits)
        self.slider.setSingleStep(10)
        self.slider.setPageStep(25)
        self.slider.setTracking(False)
        self.slider.sliderMoved.connect(self._say)
        self.slider.valueChanged.connect(choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.slider, 1)
        row.addWidget(self.said)
        self.setFocusProxy(self.slider)

    def show_value(self, value: int, name: str) -> None:
        """Show a value without telling it."""
        self.slider.blockSignals(True)
        self.slider.setValue(value)
        self.slider.blockSignals(False)
        self.slider.setAccessibleName(name)
        self._say(value)

    def _say(self, value: int) -> None:
        self.said.setFont(self._appearance.interface_font(12))
        self.said.setMinimumWidth(self._appearance.px(44))
        self.said.setText(isolate(self._appearance.percent(value)))
