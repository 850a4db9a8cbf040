"""The pane of an instrument beside the text: its head, one line where something must be said, and its reader."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.desktop.panels.companion.header import CompanionHead
from ui.desktop.support.appearance import Appearance
from ui.desktop.widgets.buttons import GlyphButton
from ui.desktop.widgets.controls import Words


class _Notice(QWidget):
    """One line over the text of the instrument, until it is closed or another instrument is shown."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.words = Words(appearance, 12, "ink2")
        self.words.setObjectName("companionNotice")
        self.close_button = GlyphButton(appearance, "x", side=24, glyph=14)
        self.close_button.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 6, 4)
        row.addWidget(self.words, 1)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def tell(self, said: str) -> None:
        """Say it; nothing takes the line away."""
        self.words.setText(said)
        self.words.setAccessibleName(said)
        self.close_button.set_words("", self.tr("Close this line"))
        self.setVisible(bool(said))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground of a banner."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._appearance.color("accentsoft"))


class CompanionPane(QWidget):
    """Holds a reader that was made for it; what happens in the text leaves through the reader's own signals."""

    def __init__(self, appearance: Appearance, reader: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("companionPane")
        self.head = CompanionHead(appearance)
        self.notice = _Notice(appearance)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.notice)
        column.addWidget(reader, 1)
        self.setFocusProxy(reader)
        self.setMinimumWidth(220)
