"""The context menu of the text: the same things that keys and bars do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from documents.citations.citation import Citation

if TYPE_CHECKING:
    from ui.desktop.reader.view import ReaderView


class ReaderMenu(QMenu):
    """What can be done with the selected words, or with the current provision."""

    def __init__(self, view: ReaderView, citation: Citation | None = None) -> None:
        """Make the menu; it opens on `citation`, if there is one under the pointer or the caret."""
        super().__init__(view)
        self.setObjectName("readerMenu")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._view = view
        provision = view.current_provision()
        copy = self.addAction(self.tr("Copy"), view.copier.copy)
        copy.setShortcut(QKeySequence("Ctrl+C"))
        quoted = self.addAction(self.tr("Copy with reference"), view.copier.copy_with_reference)
        quoted.setShortcut(QKeySequence("Ctrl+Shift+C"))
        self.addAction(self.tr("Copy link to this paragraph"), lambda: view.link_copy_requested.emit(provision or ""))
        view.menu_opening.emit(self, citation or view.copier.span())
        self.addSeparator()
        mark = self.addAction(self.tr("Bookmark this paragraph"), lambda: view.bookmark_toggled.emit(provision or ""))
        mark.setEnabled(provision is not None)
        if view.shown is not None and any(c.applied for c in view.shown.open_text.reading.corrections):
            self.addSeparator()
            self._add_reading(as_received=view.shown.open_text.reading.as_received)

    def _add_reading(self, *, as_received: bool) -> None:
        for words, value in ((self.tr("Corrected text"), False), (self.tr("Text as received"), True)):
            action = QAction(words, self)
            action.setCheckable(True)
            action.setChecked(value == as_received)
            action.triggered.connect(lambda _checked=False, value=value: self._view.reading_switched.emit(value))
            self.addAction(action)
