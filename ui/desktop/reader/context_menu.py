"""The context menu of the text."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget


class ReaderMenu(QMenu):
    """Offers the commands on the selected words or the current provision, and emits the one that is chosen."""

    copy_chosen = Signal()
    quote_chosen = Signal()
    link_copy_chosen = Signal()
    bookmark_chosen = Signal()
    reading_chosen = Signal(bool)
    """True for the text as received."""

    def __init__(self, parent: QWidget, extend: Callable[[QMenu], None], *, on_provision: bool) -> None:
        """`extend` adds the commands of others below those for copying. Bookmarks need a current provision."""
        super().__init__(parent)
        self.setObjectName("readerMenu")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._offer(self.tr("Copy"), self.copy_chosen, "Ctrl+C")
        self._offer(self.tr("Copy with reference"), self.quote_chosen, "Ctrl+Shift+C")
        self._offer(self.tr("Copy link to this paragraph"), self.link_copy_chosen)
        extend(self)
        self.addSeparator()
        self._offer(self.tr("Bookmark this paragraph"), self.bookmark_chosen).setEnabled(on_provision)

    def add_readings(self, *, as_received: bool) -> None:
        """Offer both readings of a corrected text, with the one that is shown checked."""
        self.addSeparator()
        for words, value in ((self.tr("Corrected text"), False), (self.tr("Text as received"), True)):
            action = QAction(words, self)
            action.setCheckable(True)
            action.setChecked(value == as_received)
            action.triggered.connect(lambda _checked=False, value=value: self.reading_chosen.emit(value))
            self.addAction(action)

    def _offer(self, words: str, chosen: SignalInstance, shortcut: str = "") -> QAction:
        action = self.addAction(words)
        action.triggered.connect(chosen)
        action.setShortcut(QKeySequence(shortcut))
        return action
