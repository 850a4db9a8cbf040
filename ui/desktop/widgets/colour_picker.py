"""The highlight colours as numbered dots: chosen by pointer, arrow keys or digit."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from documents.language import western_digits
from ui.desktop.support.appearance import COLOURS, Appearance
from ui.desktop.support.note_text import colour_word

_SIDE, _DOT, _TICK = 28, 18, 12


class ColourDot(QToolButton):
    """One colour with its number, a tick where it is chosen, and a ring where it is focused."""

    def __init__(self, appearance: Appearance, number: int) -> None:
        super().__init__()
        self._appearance, self.number, self.colour = appearance, number, COLOURS[number - 1]
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.retranslate()

    def retranslate(self) -> None:
        """Name the colour in the language of the interface."""
        self.setAccessibleName(colour_word(self.colour))
        self.setToolTip(f"{colour_word(self.colour)} ({self._appearance.number(self.number)})")

    def sizeHint(self) -> QSize:
        """Return a square that a finger can hit."""
        side = self._appearance.px(_SIDE)
        return QSize(side, side)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose on Enter as on Space."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint dot and number, and tick and focus ring where they apply."""
        painter, look = QPainter(self), self._appearance
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius, centre = look.px(_DOT) / 2, QRectF(self.rect()).center()
        painter.setPen(QPen(look.mark(self.colour, strip=True), 1.5))
        painter.setBrush(look.mark(self.colour))
        painter.drawEllipse(centre, radius, radius)
        painter.setPen(look.color("ink"))
        painter.setFont(look.interface_font(11, 500))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), look.number(self.number))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.color("accent"), 2))
            painter.drawEllipse(centre, radius + look.px(2) + 1.5, radius + look.px(2) + 1.5)
        if self.isChecked():
            self._tick(painter)

    def _tick(self, painter: QPainter) -> None:
        """Paint a tick on an accent disc at the lower end of the dot."""
        look, side = self._appearance, self._appearance.px(_TICK)
        left = 0 if look.rtl else self.width() - side
        disc = QRectF(left, self.height() - side, side, side)
        painter.setPen(QPen(look.color("window"), 1))
        painter.setBrush(look.color("accent"))
        painter.drawEllipse(disc.adjusted(0.5, 0.5, -0.5, -0.5))
        inset = look.px(2)
        painter.drawPixmap(disc.adjusted(inset, inset, -inset, -inset).toRect(), look.pixmap("check-bold", "onaccent"))


class ColourPicker(QWidget):
    """A row of dots. `chosen` has the colour, "" when the chosen one is unchecked."""

    chosen = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.dots = tuple(ColourDot(appearance, number) for number in range(1, len(COLOURS) + 1))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for dot in self.dots:
            row.addWidget(dot)
            dot.clicked.connect(lambda checked=False, dot=dot: self.chosen.emit(dot.colour if checked else ""))
        appearance.changed.connect(self._renamed)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def take_focus(self) -> None:
        """Focus the chosen colour, or the first."""
        chosen = next((dot for dot in self.dots if dot.isChecked()), self.dots[0])
        chosen.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose a colour by its digit, Western or Arabic-Indic."""
        digit = western_digits(event.text())
        if len(digit) == 1 and digit.isdecimal() and 1 <= int(digit) <= len(self.dots):
            self.dots[int(digit) - 1].click()
        else:
            super().keyPressEvent(event)

    def set_chosen(self, colour: str) -> None:
        """Show which colour is chosen."""
        for dot in self.dots:
            dot.setChecked(dot.colour == colour)

    def changeEvent(self, event: QEvent) -> None:
        """Rename the colours on a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._renamed()

    def _renamed(self) -> None:
        for dot in self.dots:
            dot.retranslate()
            dot.updateGeometry()
            dot.update()
