"""The header of the pane: its name, and the choice between following the text and a locked provision."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from ui.desktop.support.appearance import Appearance
from ui.desktop.widgets.buttons import FlatButton, Look, SegmentedButtons
from ui.desktop.widgets.labels import TextLabel


class ApparatusHeader(QWidget):
    """Name of the pane and the buttons Follow and Lock, which drop their words in a narrow pane."""

    lock_toggled = Signal(bool)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self.title = TextLabel(appearance, 13, "ink", 600)
        self.follow = FlatButton(appearance, Look.SEGMENT, "crosshair")
        self.lock = FlatButton(appearance, Look.SEGMENT, "lock-simple")
        self._group = QButtonGroup(self)
        for button in (self.follow, self.lock):
            self._group.addButton(button)
        self.follow.setChecked(True)
        self._group.buttonClicked.connect(lambda _: self.lock_toggled.emit(self.lock.isChecked()))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 4, 8, 4)
        self._row.addWidget(self.title, 1)
        self._row.addWidget(SegmentedButtons(appearance, (self.follow, self.lock)))
        appearance.changed.connect(self.retranslate)
        self.retranslate()

    def set_locked(self, locked: bool) -> None:
        """Show the state without emitting a signal."""
        (self.lock if locked else self.follow).setChecked(True)

    def retranslate(self) -> None:
        """Set the texts, and those of the buttons where there is room for them."""
        self.title.setText(self.tr("Footnotes & sources"))
        follow, lock = self.tr("Follow"), self.tr("Lock")
        self.follow.setToolTip(self.tr("Follow the text (F4)"))
        self.lock.setToolTip(self.tr("Lock to the current paragraph (F4)"))
        self.follow.set_words(follow, follow)
        self.lock.set_words(lock, lock)
        wanted = self.title.fontMetrics().horizontalAdvance(self.title.text()) + 34
        wanted += self.follow.sizeHint().width() + self.lock.sizeHint().width()
        if self.width() < wanted:
            self.follow.set_words("", follow)
            self.lock.set_words("", lock)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show or drop the words of the buttons."""
        super().resizeEvent(event)
        self.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Retranslate on a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
