"""Search for what is selected in a text, and walk from one result of a search to the next, through all documents."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence, QTextCursor
from PySide6.QtWidgets import QMenu

from ui.desktop.controllers.search_controller import SearchController

if TYPE_CHECKING:
    from ui.desktop.reader.pane import ReaderPane

_MOST_WORDS = 40


def as_words(selected: str) -> str:
    """Return selected words as a query for all of them: without signs, so that none is taken for an operator."""
    from documents.arabic import tokens

    return " ".join(selected[token.start : token.end] for token in list(tokens(selected))[:_MOST_WORDS])


def as_phrase(selected: str) -> str:
    """Return selected words as a phrase; quotation marks within them would end it."""
    words = as_words(selected)
    return f'"{words}"' if words else ""


class SearchSelection(QObject):
    """Joins the reader's selection to the search."""

    def __init__(self, finding: SearchController, reader: Callable[[], ReaderPane]) -> None:
        """`reader` returns the text that has the keyboard."""
        super().__init__()
        self._finding, self._reader = finding, reader

    def search_words(self) -> None:
        """Search the library for the selected words, wherever in a provision they stand."""
        self._search(as_words(self._selected()))

    def search_phrase(self) -> None:
        """Search the library for the selected words as they follow one another."""
        self._search(as_phrase(self._selected()))

    def fill(self, menu: QMenu, _of: object = None) -> None:
        """Put both into a context menu; asleep where nothing is selected and the caret is in no word."""
        some = bool(as_words(self._selected()))
        menu.addSeparator()
        for words, keys, act in (
            (self.tr("Search for these words"), "Ctrl+F3", self.search_words),
            (self.tr("Search for this phrase"), "Ctrl+Shift+F3", self.search_phrase),
        ):
            action = QAction(words, menu)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.setEnabled(some)
            action.triggered.connect(act)
            menu.addAction(action)

    def _search(self, query: str) -> None:
        if query:
            self._finding.search(query)

    def _selected(self) -> str:
        """Return the selected words as they are shown, or the word at the caret."""
        view = self._reader().view()
        if view is None:
            return ""
        cursor, selection = view.textCursor(), view.selection()
        if cursor.hasSelection():
            return selection.words() if selection is not None else ""
        cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        return cursor.selectedText()
