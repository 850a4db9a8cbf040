"""The bar above the status line that shows a failure until it is closed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui.desktop.support.appearance import Appearance
from ui.desktop.widgets.buttons import GlyphButton


class MessageBar(QWidget):
    """Icon, head and body of a message, with a button that closes the bar."""

    closed = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.setObjectName("failureStrip")
        self._head, self._body = QLabel(), QLabel()
        for label in (self._head, self._body):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._close = GlyphButton(appearance, "x", side=28, glyph=15)
        self._close.clicked.connect(self.dismiss)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._head)
        words.addWidget(self._body)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 8, 10, 8)
        # Spacing in the row is mirrored with the direction, margins are not.
        row.addSpacing(34)
        row.addLayout(words, 1)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()
        appearance.changed.connect(self._restyle)
        self._restyle()
        self.retranslate()

    def tell(self, head: str, body: str = "") -> None:
        """Show a failure in place of the one before."""
        self._head.setText(head)
        self._body.setText(body)
        self._body.setVisible(bool(body))
        self.setAccessibleName(f"{head} {body}".strip())
        self.show()

    def words(self) -> str:
        """Return the shown message, "" while the bar is closed."""
        return f"{self._head.text()} {self._body.text()}".strip() if self.isVisible() else ""

    def dismiss(self) -> None:
        """Close the bar."""
        self.hide()
        self.closed.emit()

    def retranslate(self) -> None:
        """Set the texts of the button. A shown message stays in its language."""
        self._close.set_words("", self.tr("Close"))
        self._close.setToolTip(self.tr("Close"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the background, the line above it, and the icon at the start edge."""
        appearance, side = self._appearance, self._appearance.px(20)
        painter = QPainter(self)
        painter.fillRect(self.rect(), appearance.color("errsoft"))
        painter.fillRect(0, 0, self.width(), 1, appearance.color("err"))
        left = self.width() - 12 - side if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 12
        appearance.icon("warning-circle", "err").paint(painter, QRect(left, 10, side, side))

    def _restyle(self) -> None:
        for label, px, weight, token in ((self._head, 13, 600, "ink"), (self._body, 13, 400, "ink")):
            label.setFont(self._appearance.interface_font(px, weight))
            palette = QPalette(label.palette())
            palette.setColor(QPalette.ColorRole.WindowText, self._appearance.color(token))
            label.setPalette(palette)
        self.update()
