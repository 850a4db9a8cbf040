"""Search of the library: typed queries, results, the way from hit to hit, and saved searches."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence, QTextCursor
from PySide6.QtWidgets import QMenu

from documents.position import Position, Span
from services.search.search_request import SearchOptions, SearchRequest
from ui.desktop.controllers.document_controller import DocumentController
from ui.desktop.controllers.library_session import LibrarySession
from ui.desktop.support.changes import Subject
from ui.desktop.support.operations import Job, Operation

if TYPE_CHECKING:
    from library.database import Database
    from services.search.library_search import Hit, SearchAnswer
    from services.search.search_indexes import SearchIndexes
    from ui.desktop.panels.search_results.rows import KeptSearch, PastQuery
    from ui.desktop.reader.view import ReaderView

_LIMIT = 100
"""Hits brought at one time."""
_PAUSE_MS = 150
_LEAST_TYPED = 2
_MOST_WORDS = 40
"""Selected words taken into a query."""


class SearchController(QObject):
    """Runs one search at a time, and drops the answer to an earlier query."""

    started = Signal(str)
    answered = Signal(object)
    extended = Signal(object)
    """The same SearchAnswer with more of its hits."""
    led_there = Signal()
    """The query was a label or symbol, and the reader has gone there."""
    index_failed = Signal()
    """The index is damaged, and the library was scanned instead."""
    moved = Signal(object)
    """The Hit that is now the current one."""
    note_wanted = Signal(str)
    """The id of a note chosen among the hits."""

    def __init__(self, session: LibrarySession, document_controller: DocumentController, index: Path) -> None:
        super().__init__()
        self._session, self._document_controller, self._index = session, document_controller, index
        self._running: Operation[Database, SearchAnswer] | None = None
        self._indexes: SearchIndexes | None = None
        self._typed = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._typed.timeout.connect(self._typing_paused)
        self._waiting = ""
        self.answer: SearchAnswer | None = None
        self.query = ""
        self.choices = SearchOptions()
        self.current: Hit | None = None

    # Queries

    def submit(self, typed: str) -> None:
        """Go to a label or symbol, else search the library."""
        self._typed.stop()
        if not typed:
            return
        if not typed.strip().isdecimal() and self._document_controller.go(typed):
            self.led_there.emit()
            return
        self.search(typed)

    def type(self, typed: str) -> None:
        """Search for the words being typed after a pause. A label or symbol waits for Enter."""
        self._waiting = typed.strip()
        if len(self._waiting) >= _LEAST_TYPED:
            self._typed.start()
        else:
            self._typed.stop()

    def choose(self, choices: SearchOptions) -> None:
        """Search with other options from now on, and again for the present query."""
        if choices != self.choices:
            self.choices = choices
            if self.query:
                self.search(self.query, keep=False)

    def search(self, query: str, *, keep: bool = True) -> None:
        """Search the library for words, and with `keep` add them to the history."""
        self.query, self.current = query, None
        self.started.emit(query)
        self._ask(query, 0, keep=keep)

    def search_selection(self, view: ReaderView | None, *, as_phrase: bool) -> None:
        """Search the library for the selection of a view or the word at its caret: the words anywhere, or a phrase."""
        words = _selected_words(view)
        if words:
            self.search(f'"{words}"' if as_phrase else words)

    def fill_menu(self, menu: QMenu, view: ReaderView | None) -> None:
        """Add both searches for the selection to a context menu, disabled if there is no word."""
        some = bool(_selected_words(view))
        menu.addSeparator()
        for words, keys, as_phrase in (
            (self.tr("Search for these words"), "Ctrl+F3", False),
            (self.tr("Search for this phrase"), "Ctrl+Shift+F3", True),
        ):
            action = QAction(words, menu)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.setEnabled(some)
            action.triggered.connect(
                lambda _=False, as_phrase=as_phrase: self.search_selection(view, as_phrase=as_phrase)
            )
            menu.addAction(action)

    # Hits

    def more(self) -> None:
        """Bring the next hits of the present answer, unless some are on their way."""
        idle = self._running is None or self._running.is_over()
        if self.answer is not None and idle and len(self.answer.hits) < self.answer.total:
            self._ask(self.answer.query, len(self.answer.hits), keep=False)

    def step(self, steps: int) -> None:
        """Show the hit after or before the current one, in whichever document, round at the ends."""
        hits = [hit for hit in self.answer.hits if hit.provision] if self.answer is not None else []
        if not hits:
            return
        at = hits.index(self.current) + steps if self.current in hits else 0 if steps > 0 else -1
        if at >= len(hits) - 1:
            self.more()
        self.open_hit(hits[at % len(hits)])

    def follow(self, hit: Hit) -> None:
        """Open a hit in its text. For an instrument open its text, or search for its citations if none is held."""
        if hit.provision:
            self.open_hit(hit)
        elif self._session.holds(hit.document):
            self._document_controller.open(hit.document)
        else:
            self.search(f'cites:"{hit.document}"')

    def open_hit(self, hit: Hit, *, preview: bool = False) -> None:
        """Show a hit in its text and move the keyboard there. A preview only scrolls the open text."""
        reader = self._document_controller.reader
        if not hit.provision:
            return
        if not preview:
            self.current = hit
            self.moved.emit(hit)
        if not self._is_current(hit) and (preview or not self._document_controller.open(hit.document, hit.language)):
            return
        spans = self._spans(hit.document, hit.language)
        own = Span(hit.provision, *hit.highlights[0]) if hit.highlights and not hit.note else None
        reader.set_hits(spans, spans.index(own) if own in spans else None)
        place = Position(hit.provision, own.start if own is not None else 0)
        if preview:
            reader.go_to(place, flash=False, remember=False)
        else:
            self._document_controller.go_to(place)
            if hit.note:
                self.note_wanted.emit(hit.note)

    # Saved searches

    def past(self) -> tuple[tuple[KeptSearch, ...], tuple[PastQuery, ...]]:
        """Return the saved searches and the history."""
        from services.search import saved_searches
        from ui.desktop.panels.search_results.rows import KeptSearch, PastQuery

        db = self._session.db
        if db is None:
            return (), ()
        kept = tuple(KeptSearch(one.name, one.query) for one in saved_searches.saved(db))
        return kept, tuple(PastQuery(one.query, one.total) for one in saved_searches.history(db))

    def toggle_saved(self) -> None:
        """Save the present query, or remove it from the saved ones."""
        from services.search import saved_searches

        def toggle(db: Database) -> None:
            held = [one for one in saved_searches.saved(db) if one.query == self.query]
            if held:
                saved_searches.remove(db, held[0].id)
            elif self.query:
                saved_searches.save(db, self.query, self.query)

        self._session.write(toggle, Subject.NONE)

    def clear_history(self) -> str:
        """Empty the history and return the moment for `restore_history`, or "" after a failure."""
        from services.search import saved_searches

        return str(self._session.write(saved_searches.clear_history, Subject.NONE) or "")

    def restore_history(self, cleared: str) -> None:
        """Bring back the history that was emptied at a moment."""
        from services.search import saved_searches

        self._session.write(lambda db: saved_searches.restore_history(db, cleared), Subject.NONE)

    # Inside

    def close_index(self) -> None:
        """Close the index on the worker's thread, before it is written. The next search reopens it."""
        if self._indexes is not None:
            self._indexes.texts.close()

    def _typing_paused(self) -> None:
        if self._waiting != self.query and not self._is_place(self._waiting):
            self.search(self._waiting, keep=False)

    def _is_place(self, typed: str) -> bool:
        from documents.symbol import symbols_for
        from services.documents.open_text import resolve_place

        text = self._document_controller.reader.current()
        if not typed.isdecimal() and text is not None and resolve_place(text.document, typed) is not None:
            return True
        return any(character.isdigit() for character in typed) and bool(symbols_for(typed))

    def _ask(self, query: str, offset: int, *, keep: bool) -> None:
        request = SearchRequest(query, self.choices, _LIMIT, offset, facets=True)

        def work(job: Job[Database]) -> SearchAnswer:
            return self._search(job, request, keep=keep)

        operation = Operation(work, success=lambda answer: self._arrived(answer, offset))
        self._running = self._session.start(operation, instead_of=self._running)

    def _search(self, job: Job[Database], request: SearchRequest, *, keep: bool) -> SearchAnswer:
        """Search on the worker's thread, which alone uses the open indexes."""
        from services.search import saved_searches
        from services.search.library_search import search
        from services.search.search_indexes import SearchIndexes

        if self._indexes is None:
            self._indexes = SearchIndexes(self._index)
        answer = search(job.db, self._indexes, request, cancelled=job.cancelled)
        if keep and not job.cancelled():
            saved_searches.remember(job.db, request.query, answer.total)
        return answer

    def _arrived(self, answer: SearchAnswer, offset: int) -> None:
        if answer.index == "damaged":
            self.index_failed.emit()
        if offset and self.answer is not None:
            self.answer = replace(answer, hits=self.answer.hits + answer.hits)
            self.extended.emit(self.answer)
        else:
            self.answer = answer
            self.answered.emit(answer)
        if (text := self._document_controller.reader.current()) is not None:
            self._document_controller.reader.set_hits(self._spans(text.document.symbol, text.document.language))

    def _is_current(self, hit: Hit) -> bool:
        text = self._document_controller.reader.current()
        return text is not None and (text.document.symbol, text.document.language) == (hit.document, hit.language)

    def _spans(self, symbol: str, language: str) -> tuple[Span, ...]:
        hits = self.answer.hits if self.answer is not None else ()
        return tuple(
            Span(hit.provision, *place)
            for hit in hits
            if (hit.document, hit.language) == (symbol, language) and not hit.note
            for place in hit.highlights
        )


def _selected_words(view: ReaderView | None) -> str:
    """Return the words selected as shown, else the word at the caret, without signs that a query takes for operators.

    At most 40 words.
    """
    if view is None:
        return ""
    from documents.tokens import tokens

    cursor, selection = view.textCursor(), view.selection()
    if cursor.hasSelection() and selection is not None:
        selected = selection.words()
    else:
        cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        selected = cursor.selectedText()
    return " ".join(selected[token.start : token.end] for token in list(tokens(selected))[:_MOST_WORDS])
