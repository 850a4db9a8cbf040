"""Labels in an interface size and a colour of the theme, and the header over a section."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from ui.desktop.support.appearance import Appearance


class TextLabel(QLabel):
    """A wrapping label for plain text, or with `rich` for rich text."""

    def __init__(
        self, appearance: Appearance, px: float = 13, ink: str = "ink", weight: int = 400, *, rich: bool = False
    ) -> None:
        super().__init__()
        self._appearance = appearance
        self._px, self._ink, self._weight = px, ink, weight
        self.setWordWrap(True)
        self._align()
        self.setTextFormat(Qt.TextFormat.RichText if rich else Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        appearance.changed.connect(self._restyle)
        self._restyle()

    def changeEvent(self, event: QEvent) -> None:
        """Keep the words at the start edge of the interface, whatever their own direction."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._align()

    def _align(self) -> None:
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)

    def _restyle(self) -> None:
        self.setFont(self._appearance.interface_font(self._px, self._weight))
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.WindowText, self._appearance.color(self._ink))
        self.setPalette(palette)


class SectionHeader(QWidget):
    """The line over a section: its name at the start edge, a count or a fact at the end edge."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.name = TextLabel(appearance, 12, "ink3", 500)
        self.fact = TextLabel(appearance, 12, "ink3")
        self.fact.setWordWrap(False)
        self.fact.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Minimum)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.name, 1)
        self._row.addWidget(self.fact)
        self.set_margins(14, 6, 14, 6)

    def set_margins(self, left: int, top: int, right: int, bottom: int) -> None:
        """Set the margins in px."""
        self._row.setContentsMargins(left, top, right, bottom)

    def show_words(self, name: str, fact: str = "") -> None:
        """Show name and fact. Digits of the fact are already those of the interface."""
        self.name.setText(name)
        self.fact.setText(fact)
        self.setAccessibleName(f"{name} {fact}".strip())
