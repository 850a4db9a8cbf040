"""Searching the library from the search box: where it leads at once, else the worker and the results page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from documents.position import Position, Span
from ui.desktop.desk import Desk
from ui.desktop.tasks import Job, Task, Worker

if TYPE_CHECKING:
    from services.searching import Hit, SearchAnswer

_LIMIT = 200


class Finding(QObject):
    """Runs one search at a time; an answer that is overtaken by a newer question is dropped."""

    started = Signal(str)
    answered = Signal(object)
    led_there = Signal()
    """What was typed was a place, and is there."""
    failed = Signal(object)

    def __init__(self, desk: Desk, worker: Worker, index: Path) -> None:
        super().__init__()
        self._desk, self._worker, self._index = desk, worker, index
        self._generation = 0
        self._running: Task | None = None
        self.answer: SearchAnswer | None = None
        self.query = ""

    def submit(self, typed: str) -> None:
        """Go to a label or symbol, else search the library."""
        if not typed:
            return
        if not typed.strip().isdecimal() and self._desk.go(typed):
            self.led_there.emit()
            return
        self.search(typed)

    def search(self, query: str) -> None:
        """Search the library for words."""
        if self._running is not None:
            self._running.cancel()
        self._generation += 1
        generation, index = self._generation, self._index
        self.query = query

        def work(job: Job) -> object:
            from services.searching import search

            return search(job.db, index, query, limit=_LIMIT, cancelled=job.cancelled)

        task = Task(work)
        task.done.connect(lambda answer: self._arrived(answer, generation))
        task.failed.connect(self.failed)
        self._running = task
        self.started.emit(query)
        self._worker.start(task)

    def open_hit(self, hit: Hit, *, preview: bool = False) -> None:
        """Show a hit in the text: opened with a flash and the keyboard, or only looked at."""
        reader = self._desk.reader
        if not self._is_current(hit) and (preview or not self._desk.open(hit.document, hit.language)):
            return
        spans = self._spans(hit.document, hit.language)
        own = Span(hit.provision, *hit.highlights[0]) if hit.highlights else None
        reader.set_hits(spans, spans.index(own) if own in spans else None)
        place = Position(hit.provision, hit.highlights[0][0] if hit.highlights else 0)
        if preview:
            reader.go_to(place, flash=False, remember=False)
        else:
            self._desk.go_to(place)

    def _arrived(self, answer: SearchAnswer, generation: int) -> None:
        if generation == self._generation:
            self.answer = answer
            self.answered.emit(answer)
            if (text := self._desk.reader.current()) is not None:
                self._desk.reader.set_hits(self._spans(text.document.symbol, text.document.language))

    def _is_current(self, hit: Hit) -> bool:
        text = self._desk.reader.current()
        return text is not None and (text.document.symbol, text.document.language) == (hit.document, hit.language)

    def _spans(self, symbol: str, language: str) -> tuple[Span, ...]:
        hits = self.answer.hits if self.answer is not None else ()
        return tuple(
            Span(hit.provision, *place)
            for hit in hits
            if (hit.document, hit.language) == (symbol, language)
            for place in hit.highlights
        )
