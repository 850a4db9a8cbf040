"""Citations kept up to date: found anew in the worker when the rules or the catalogue have changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from documents.language import isolate
from library.errors import LibraryError
from ui.desktop.support import messages
from ui.desktop.support.appearance import Appearance
from ui.desktop.support.operations import Job, Task, Worker
from ui.desktop.window.status_bar import StatusBar

if TYPE_CHECKING:
    from services.citations.citation_refresh import RefreshReport


class CitationRefresh(QObject):
    """Runs after the first paint and after every import of instruments; what was done stays when it is stopped."""

    recited = Signal()
    """Citations of some texts are new."""
    failed = Signal(str, str)
    crashed = Signal(object)

    def __init__(self, worker: Worker, status: StatusBar, appearance: Appearance) -> None:
        super().__init__()
        self._worker, self._status, self._appearance = worker, status, appearance
        self._task: Task | None = None
        status.progress.cancelled.connect(self.cancel)

    def check(self) -> Task:
        """Look which citations are stale, and find those anew."""

        def work(job: Job) -> object:
            from services.citations.citation_refresh import refresh, stale_count

            return refresh(job.db, progress=job.progress, cancelled=job.cancelled) if stale_count(job.db) else None

        self.cancel()
        task = self._task = Task(work)
        task.progressed.connect(self._progressed)
        task.done.connect(self._done)
        task.failed.connect(self._failed)
        task.ended.connect(lambda: self._ended(task))
        return self._worker.start(task)

    def cancel(self) -> None:
        """Stop; what was found stays, the rest is found at the next start or when a text is opened."""
        if self._task is not None:
            self._task.cancel()

    def _progressed(self, done: int, total: int, _symbol: str) -> None:
        number = self._appearance.number
        words = self.tr("Finding citations anew: %1 of %2").replace("%1", isolate(number(min(done + 1, total))))
        self._status.progress.tell(words.replace("%2", isolate(number(total))), done, total)

    def _done(self, result: RefreshReport | None) -> None:
        if result is not None and result.documents:
            self.recited.emit()

    def _failed(self, error: Exception) -> None:
        if isinstance(error, LibraryError):
            self.failed.emit(*messages.library_failure(error))
        else:
            self.crashed.emit(error)

    def _ended(self, task: Task) -> None:
        if self._task is task:
            self._task = None
            self._status.progress.hide()
