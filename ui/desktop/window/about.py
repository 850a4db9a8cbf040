"""The window about Qarar: description, version and licences."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from documents.language import isolate
from services.version import VERSION
from ui.desktop.support.appearance import Appearance


class AboutWindow(QDialog):
    """A small window beside the main one, closed by Esc."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._name, self._words, self._parts = QLabel(), QLabel(), QLabel()
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(12)
        for label in (self._name, self._words, self._parts):
            label.setWordWrap(True)
            label.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            column.addWidget(label)
        column.addStretch(1)
        self.setMinimumWidth(appearance.px(440))
        appearance.changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the texts in the language of the interface."""
        number = isolate(VERSION, "ltr")
        self.setWindowTitle(self.tr("About Qarar"))
        self._name.setText(self.tr("Qarar {version}").format(version=number))
        self._words.setText(
            self.tr(
                "A reader for the resolutions of the United Nations. It works without a network, "
                "changes no text, and keeps what you own in one file on this computer."
            )
        )
        self._parts.setText(
            self.tr(
                "Free software under the MIT licence. Qt and PySide (LGPL), Whoosh (BSD), "
                "Amiri and IBM Plex Sans Arabic (OFL), Phosphor icons (MIT)."
            )
        )
        for label, px, weight, token in (
            (self._name, 16, 600, "ink"),
            (self._words, 13, 400, "ink"),
            (self._parts, 12, 400, "ink3"),
        ):
            label.setFont(self._appearance.interface_font(px, weight))
            palette = QPalette(label.palette())
            palette.setColor(QPalette.ColorRole.WindowText, self._appearance.color(token))
            label.setPalette(palette)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
