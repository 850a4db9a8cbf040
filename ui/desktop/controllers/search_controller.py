"""Searching the library from the search box: where it leads at once, else the worker and the results page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from documents.position import Position, Span
from services.search.search_options import Choices
from ui.desktop.controllers.document_controller import DocumentController
from ui.desktop.support.operations import Job, Task, Worker

if TYPE_CHECKING:
    from index.index_handle import IndexHandle
    from services.search.library_search import Hit, SearchAnswer

_LIMIT = 100
_PAUSE_MS = 150
_LEAST_TYPED = 2


class SearchController(QObject):
    """Runs one search at a time; an answer that is overtaken by a newer question is dropped."""

    started = Signal(str)
    answered = Signal(object)
    extended = Signal(object)
    """The same answer with more of its hits."""
    led_there = Signal()
    """What was typed was a place, and is there."""
    failed = Signal(object)
    index_failed = Signal()
    """The index was found damaged; the library was read through instead."""
    moved = Signal(object)
    """The hit that is now the current one."""
    note_wanted = Signal(str)
    """A note was chosen among the hits."""

    def __init__(self, document_controller: DocumentController, worker: Worker, index: Path) -> None:
        super().__init__()
        self._document_controller, self._worker, self._index = document_controller, worker, index
        self._generation = 0
        self._running: Task | None = None
        self._held: IndexHandle | None = None
        self._held_notes: IndexHandle | None = None
        self._typed = QTimer(self)
        self._typed.setSingleShot(True)
        self._typed.setInterval(_PAUSE_MS)
        self._typed.timeout.connect(self._typing_paused)
        self._waiting = ""
        self.answer: SearchAnswer | None = None
        self.query = ""
        self.choices = Choices()
        self.current: Hit | None = None

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
        """Search for what is being typed once the keys pause; a place to go to waits for Enter."""
        self._waiting = typed.strip()
        if len(self._waiting) >= _LEAST_TYPED:
            self._typed.start()
        else:
            self._typed.stop()

    def choose(self, choices: Choices) -> None:
        """Search as chosen from now on, and for the present query again."""
        if choices != self.choices:
            self.choices = choices
            if self.query:
                self.search(self.query, keep=False)

    def search(self, query: str, *, keep: bool = True) -> None:
        """Search the library for words; `keep` puts them into the history."""
        self.query, self.current = query, None
        self.started.emit(query)
        self._ask(query, 0, keep=keep)

    def more(self) -> None:
        """Bring the next hits of the present answer, where there are any and none are on their way."""
        if self.answer is not None and self._running is None and len(self.answer.hits) < self.answer.total:
            self._ask(self.answer.query, len(self.answer.hits), keep=False)

    def step(self, steps: int) -> None:
        """Show the hit after or before the current one, in whatever document it is; round at the ends."""
        hits = [hit for hit in self.answer.hits if hit.provision] if self.answer is not None else []
        if not hits:
            return
        at = hits.index(self.current) + steps if self.current in hits else 0 if steps > 0 else -1
        if at >= len(hits) - 1:
            self.more()
        self.open_hit(hits[at % len(hits)])

    def let_go(self) -> None:
        """Close the index; called on the worker's thread before the index is written anew."""
        if self._held is not None:
            self._held.close()

    def _typing_paused(self) -> None:
        if self._waiting != self.query and not self._is_place(self._waiting):
            self.search(self._waiting, keep=False)

    def _is_place(self, typed: str) -> bool:
        from documents.symbol import symbols_for
        from services.documents.document_reader import resolve_place

        text = self._document_controller.reader.current()
        if not typed.isdecimal() and text is not None and resolve_place(text.document, typed) is not None:
            return True
        return any(character.isdigit() for character in typed) and bool(symbols_for(typed))

    def _ask(self, query: str, offset: int, *, keep: bool) -> None:
        if self._running is not None:
            self._running.cancel()
        self._generation += 1
        generation, choices = self._generation, self.choices

        def work(job: Job) -> object:
            return self._search(job, query, choices, offset, keep=keep)

        task = Task(work)
        task.done.connect(lambda answer: self._arrived(answer, generation, offset))
        task.failed.connect(self.failed)
        task.ended.connect(lambda: self._ended(task))
        self._running = task
        self._worker.start(task)

    def _search(self, job: Job, query: str, choices: Choices, offset: int, *, keep: bool) -> object:
        """Search on the worker's thread, which alone uses the open index."""
        from index.index_handle import IndexHandle
        from library import saved_searches
        from services.search.library_search import search

        if self._held is None:
            from services.notes.note_search import folder_of

            self._held, self._held_notes = IndexHandle(self._index), IndexHandle(folder_of(self._index))
        answer = search(
            job.db,
            self._index,
            query,
            limit=_LIMIT,
            offset=offset,
            sort=choices.sort,
            strict=choices.strict,
            inflect=choices.inflect,
            facets=True,
            held=self._held,
            held_notes=self._held_notes,
            cancelled=job.cancelled,
        )
        if keep and not job.db.read_only and not job.cancelled():
            saved_searches.remember(job.db, query, answer.total)
        return answer

    def _ended(self, task: Task) -> None:
        if self._running is task:
            self._running = None

    def open_hit(self, hit: Hit, *, preview: bool = False) -> None:
        """Show a hit in the text: opened with a flash and the keyboard, or only looked at."""
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

    def _arrived(self, answer: SearchAnswer, generation: int, offset: int) -> None:
        if generation != self._generation:
            return
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
