"""The line edit for a filter or a search, framed together with its icon."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit

from ui.desktop.support.appearance import Appearance
from ui.desktop.support.safe_event_filter import guarded


class FilterBox(QFrame):
    """A line edit with an icon in one frame. Esc clears it."""

    changed = Signal(str)
    entered = Signal()

    def __init__(self, appearance: Appearance, icon_name: str = "funnel") -> None:
        super().__init__()
        self._appearance = appearance
        self._icon = QLabel()
        self._icon_name = icon_name
        self.line = QLineEdit()
        self.line.setFrame(False)
        self.line.setClearButtonEnabled(True)
        self.line.textChanged.connect(self.changed)
        self.line.returnPressed.connect(self.entered)
        self.line.installEventFilter(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 4, 6, 4)
        row.addWidget(self._icon)
        row.addWidget(self.line, 1)
        self.setFocusProxy(self.line)
        appearance.changed.connect(self._restyle)
        self._restyle()

    def set_prompt(self, prompt: str) -> None:
        """Set placeholder and accessible name."""
        self.line.setPlaceholderText(prompt)
        self.line.setAccessibleName(prompt)

    @guarded
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Repaint on a change of focus, and clear the line on Esc."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if pressed and event.key() == Qt.Key.Key_Escape and self.line.text():  # type: ignore[attr-defined]
            self.line.clear()
            return True
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a rounded frame, two pixels of accent while the line has the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.line.hasFocus()
        painter.setPen(QPen(self._appearance.color("accent" if focused else "line2"), 2 if focused else 1))
        painter.setBrush(self._appearance.color("paper"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 9, 9)

    def _restyle(self) -> None:
        color, px = self._appearance.color, self._appearance.px
        self._icon.setPixmap(self._appearance.pixmap(self._icon_name, size=15))
        self.line.setFont(self._appearance.interface_font(13))
        palette = QPalette(self.line.palette())
        palette.setColor(QPalette.ColorRole.Base, color("paper"))
        palette.setColor(QPalette.ColorRole.Text, color("ink"))
        palette.setColor(QPalette.ColorRole.PlaceholderText, color("ink3"))
        self.line.setPalette(palette)
        self.setMinimumHeight(max(px(30), self.line.fontMetrics().height() + px(12)))
        self.update()
