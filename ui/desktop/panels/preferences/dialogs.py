"""Where the settings are shown: a window of their own, and the popup under the size button."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFrame, QVBoxLayout, QWidget

from ui.desktop.panels.preferences.form import SettingsForm, SizesForm
from ui.desktop.support.interface_settings import InterfaceSettings


class SettingsWindow(QDialog):
    """All settings; it does not block the window beside it, Esc closes it."""

    def __init__(self, interface: InterfaceSettings, parent: QWidget) -> None:
        super().__init__(parent)
        self.form = SettingsForm(interface)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        column.addStretch(1)
        self.setMinimumWidth(interface.appearance.px(440))
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Settings"))


class SizesPopup(QFrame):
    """Text size, interface size and line length, under the button that opens it."""

    def __init__(self, interface: InterfaceSettings, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._interface = interface
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.form = SizesForm(interface)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)

    def open_under(self, button: QWidget) -> None:
        """Open below a button, towards the middle of the window."""
        width = self._interface.appearance.px(360)
        self.resize(width, self.sizeHint().height())
        left = 0 if self._interface.appearance.rtl else button.width() - width
        window = button.window()
        place = button.mapToGlobal(QPoint(left, button.height() + 4))
        edge = window.mapToGlobal(QPoint(0, 0)).x()
        place.setX(max(edge, min(place.x(), edge + window.width() - width)))
        self.move(place)
        self.show()
        self.form.text_size.slider.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)
