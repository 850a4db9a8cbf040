"""The page shown in place of an empty list."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui.desktop.support.appearance import Appearance
from ui.desktop.widgets.labels import TextLabel


class EmptyPage(QWidget):
    """Icon, heading, a sentence, and at most a few buttons."""

    def __init__(self, appearance: Appearance, icon_name: str) -> None:
        super().__init__()
        self._appearance = appearance
        self._icon_name = icon_name
        self._icon = QLabel()
        self.head = TextLabel(appearance, 13.5, "ink", 600)
        self.body = TextLabel(appearance, 13, "ink2")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 16, 16, 16)
        self.column.setSpacing(8)
        for widget in (self._icon, self.head, self.body):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        appearance.changed.connect(self._restyle)
        self._restyle()

    def add(self, widget: QWidget) -> None:
        """Add a button or link under the sentence."""
        self.column.insertWidget(self.column.count() - 1, widget)

    def show_words(self, head: str, body: str) -> None:
        """Show heading and sentence."""
        self.head.setText(head)
        self.body.setText(body)
        self.body.setVisible(bool(body))

    def _restyle(self) -> None:
        self._icon.setPixmap(self._appearance.pixmap(self._icon_name, size=24))
