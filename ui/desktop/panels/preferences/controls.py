"""The controls of the preferences: choice box, sliders, check box and validated line, painted from theme tokens."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QLineEdit, QSlider, QVBoxLayout, QWidget

from documents.language import isolate
from ui.desktop.support.appearance import LINE_LENGTHS, Appearance
from ui.desktop.widgets.buttons import focus_ring

_EDGE = 10


def _is_rtl(widget: QWidget) -> bool:
    return widget.layoutDirection() == Qt.LayoutDirection.RightToLeft


class ChoiceBox(QComboBox):
    """A list of values with names in the language of the interface."""

    def __init__(self, appearance: Appearance, choose: Callable[[str], None]) -> None:
        super().__init__()
        self._appearance = appearance
        self.activated.connect(lambda index: choose(str(self.itemData(index))))

    def offer(self, names: dict[str, str], chosen: str, name: str) -> None:
        """Offer values by name, one of them chosen, under the accessible name `name`."""
        self.blockSignals(True)
        self.clear()
        for value, words in names.items():
            self.addItem(words, value)
        self.setCurrentIndex(max(0, self.findData(chosen)))
        self.blockSignals(False)
        self.setAccessibleName(name)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return room for the longest name and the caret."""
        px, metrics = self._appearance.px, self.fontMetrics()
        widest = max((metrics.horizontalAdvance(self.itemText(i)) for i in range(self.count())), default=0)
        return QSize(widest + px(15) + 3 * px(_EDGE), max(px(30), metrics.height() + px(8)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint frame, the chosen name and a caret."""
        appearance, rtl = self._appearance, _is_rtl(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(appearance.color("raised"))
        painter.setPen(QPen(appearance.color("line2"), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
        side, edge = appearance.px(15), appearance.px(_EDGE)
        left = edge if rtl else self.width() - edge - side
        appearance.icon("caret-down", size=15).paint(painter, QRect(left, (self.height() - side) // 2, side, side))
        painter.setPen(appearance.color("ink"))
        box = self.rect().adjusted(edge, 0, -edge, 0)
        flags = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        painter.drawText(
            box, int(flags | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter), self.currentText()
        )
        if self.hasFocus():
            focus_ring(painter, self.rect(), appearance, 7)


class LineLength(ChoiceBox):
    """Choice of the characters in a line of reading text."""

    def __init__(self, appearance: Appearance, choose: Callable[[int], None]) -> None:
        super().__init__(appearance, lambda value: choose(int(value)))

    def show_value(self, value: int, name: str) -> None:
        """Offer the lengths in words, one of them chosen."""
        words = {
            str(length): self.tr("%n character(s)", "", length).replace(str(length), self._appearance.number(length))
            for length in LINE_LENGTHS
        }
        self.offer(words, str(value), name)


class Slider(QSlider):
    """A groove that fills from the start edge, and a round handle."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._appearance = appearance

    def sizeHint(self) -> QSize:
        """Return a size that a finger can hit."""
        return QSize(self._appearance.px(160), self._appearance.px(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint groove, filling, handle and focus ring."""
        appearance, radius = self._appearance, self._appearance.px(7)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        share = (self.sliderPosition() - self.minimum()) / max(1, self.maximum() - self.minimum())
        room, middle = self.width() - 2 * radius, self.height() / 2
        x = radius + room * (1 - share if _is_rtl(self) else share)
        start = self.width() - radius if _is_rtl(self) else radius
        painter.setBrush(appearance.color("line2"))
        painter.drawRoundedRect(QRectF(radius, middle - 1.5, room, 3), 1.5, 1.5)
        painter.setBrush(appearance.color("accent"))
        painter.drawRoundedRect(QRectF(min(x, start), middle - 1.5, abs(x - start), 3), 1.5, 1.5)
        painter.drawEllipse(QPointF(x, middle), radius, radius)
        if self.hasFocus():
            focus_ring(painter, self.rect(), appearance, 7)


class PercentSlider(QWidget):
    """A slider over percentages, with its value beside it."""

    def __init__(self, appearance: Appearance, limits: tuple[int, int], choose: Callable[[int], None]) -> None:
        super().__init__()
        self._appearance = appearance
        self.slider, self.said = Slider(appearance), QLabel()
        self.slider.setRange(*limits)
        self.slider.setSingleStep(10)
        self.slider.setPageStep(25)
        # The window is laid out again when the handle is released, not on every pixel of its way.
        self.slider.setTracking(False)
        self.slider.sliderMoved.connect(self._say)
        self.slider.valueChanged.connect(choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.slider, 1)
        row.addWidget(self.said)
        self.setFocusProxy(self.slider)

    def show_value(self, value: int, name: str) -> None:
        """Show a value without emitting a signal."""
        self.slider.blockSignals(True)
        self.slider.setValue(value)
        self.slider.blockSignals(False)
        self.slider.setAccessibleName(name)
        self.slider.update()
        self._say(value)

    def _say(self, value: int) -> None:
        self.said.setFont(self._appearance.interface_font(12))
        self.said.setMinimumWidth(self._appearance.px(44))
        self.said.setText(isolate(self._appearance.percent(value)))


class CheckBox(QCheckBox):
    """A check box painted from theme tokens."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance

    def sizeHint(self) -> QSize:
        """Return room for box and words."""
        px = self._appearance.px
        return QSize(px(34) + self.fontMetrics().horizontalAdvance(self.text()), px(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint box, tick, words and focus ring."""
        appearance, side, rtl = self._appearance, self._appearance.px(17), _is_rtl(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = self.width() - 5 - side if rtl else 5
        box = QRect(left, (self.height() - side) // 2, side, side)
        painter.setBrush(appearance.color("accent" if self.isChecked() else "raised"))
        painter.setPen(QPen(appearance.color("accent" if self.isChecked() else "line2"), 1))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        if self.isChecked():
            appearance.icon("check", "onaccent", size=13).paint(painter, box.adjusted(2, 2, -2, -2))
        painter.setPen(appearance.color("ink"))
        room = self.rect().adjusted(5, 0, -side - 13, 0) if rtl else self.rect().adjusted(side + 13, 0, -5, 0)
        flags = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, int(flags | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter), self.text())
        if self.hasFocus():
            focus_ring(painter, self.rect(), appearance, 7)


class ValidatedLine(QWidget):
    """A line edit whose text takes effect while it is valid: `judge` returns its fault, or ""."""

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
        """Show a value without emitting a signal. A line being edited keeps its text."""
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
