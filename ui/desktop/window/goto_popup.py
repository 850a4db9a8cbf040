"""The popup that goes to a paragraph by its label."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

from ui.desktop.support.appearance import Appearance


class GotoPopup(QFrame):
    """A popup with one line. Enter goes to the label or tells that there is none, Esc closes."""

    closed = Signal()

    def __init__(self, appearance: Appearance, go: Callable[[str], bool], parent: QWidget) -> None:
        """`go` goes to a label and returns whether there is one."""
        super().__init__(parent, Qt.WindowType.Popup)
        self._appearance, self._go = appearance, go
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.prompt, self.line, self.said = QLabel(), QLineEdit(), QLabel()
        self.line.setObjectName("goToLine")
        self.line.returnPressed.connect(self._enter)
        self.line.textEdited.connect(lambda _: self.said.setText(""))
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(6)
        for widget in (self.prompt, self.line, self.said):
            column.addWidget(widget)
        self.setFocusProxy(self.line)
        appearance.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def open_over(self, over: QWidget) -> None:
        """Open over the upper middle of a widget."""
        self.line.clear()
        self.said.clear()
        self.resize(self._appearance.px(340), self.sizeHint().height())
        self.move(over.mapToGlobal(QPoint((over.width() - self.width()) // 2, self._appearance.px(60))))
        self.show()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _enter(self) -> None:
        typed = self.line.text().strip()
        if not typed:
            return
        if self._go(typed):
            self.close()
        else:
            self.said.setText(self.tr("There is no such paragraph in this text."))
            self.line.selectAll()

    def _retranslate(self) -> None:
        self.prompt.setText(self.tr("Go to a paragraph"))
        example = self.tr("Label, such as OP17 or PP8")
        self.line.setPlaceholderText(example)
        self.line.setAccessibleName(self.tr("Go to a paragraph"))
        self.said.setText("")

    def _restyle(self) -> None:
        for label, token in ((self.prompt, "ink"), (self.said, "err")):
            label.setFont(self._appearance.interface_font(12 if label is self.said else 13, 500))
            palette = QPalette(label.palette())
            palette.setColor(QPalette.ColorRole.WindowText, self._appearance.color(token))
            label.setPalette(palette)
        self.line.setFont(self._appearance.interface_font(13))
