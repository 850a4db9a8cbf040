"""Bringing files into the library and keeping its index: work for the worker, told in the status line."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from documents.language import isolate
from library.errors import LibraryError
from ui.desktop.support import messages
from ui.desktop.support.appearance import Appearance
from ui.desktop.support.operations import Job, Task, Worker
from ui.desktop.window.status_bar import StatusBar

if TYPE_CHECKING:
    from services.documents.document_import import ImportReport
    from ui.desktop.controllers.instrument_import import Taken

_TOLD = 5
"""Failures that are named one by one."""


class ImportController(QObject):
    """Imports files one batch after another, and rebuilds the index where it must be."""

    imported = Signal(object)
    """An ImportReport; the index has the new texts already."""
    told = Signal(str)
    index_changed = Signal(str)
    notes_moved = Signal(int)
    """How many notes moved, or are not found for certain, in texts that replaced others."""
    failed = Signal(str, str)
    crashed = Signal(object)

    def __init__(
        self,
        worker: Worker,
        index: Path,
        status: StatusBar,
        appearance: Appearance,
        let_go: Callable[[], None] = lambda: None,
    ) -> None:
        """`let_go` closes an index that is kept open; called on the worker's thread before it is written."""
        super().__init__()
        self._let_go = let_go
        self._worker, self._index, self._status, self._appearance = worker, index, status, appearance
        self._tasks: list[Task] = []
        status.progress.cancelled.connect(self.cancel)

    def bring(self, paths: Iterable[Path]) -> Task:
        """Import texts, folders and lists of instruments; what cannot be read is told when the rest is done."""
        chosen, index = tuple(paths), self._index

        def work(job: Job) -> object:
            from services.documents.document_import import import_paths
            from services.notes.anchor_resolution import count_to_review
            from services.search.index_sync import reindex, state
            from ui.desktop.controllers.instrument_import import is_list, take

            # Instruments first: the texts that come with them are read with them known.
            taken = take(job.db, filter(is_list, chosen))
            texts = tuple(path for path in chosen if not is_list(path))
            report = import_paths(job.db, texts, progress=job.progress, cancelled=job.cancelled)
            if report.imported and state(job.db, index) != "ready":
                self._let_go()
                reindex(job.db, index, cancelled=job.cancelled)
            again = {(one.symbol, one.language) for one in report.imported if one.replaced}
            return report, state(job.db, index), taken, sum(count_to_review(job.db, *name) for name in again)

        task = Task(work)
        task.progressed.connect(self._importing)
        task.done.connect(self._imported)
        return self._start(task)

    def check_index(self, *, rebuild: bool = False) -> Task:
        """Look whether the index is as the library is, and make it so where it is not."""
        index = self._index

        def work(job: Job) -> object:
            from services.search.index_sync import reindex, state

            found = state(job.db, index)
            if rebuild or found != "ready":
                job.tell("building")
                self._let_go()
                reindex(job.db, index, progress=job.progress, cancelled=job.cancelled)
                found = state(job.db, index)
            else:  # citations that were found anew or corrected come in without a word
                reindex(job.db, index, cancelled=job.cancelled)
            return found

        task = Task(work)
        task.partly_done.connect(self._index_told)
        task.progressed.connect(self._rebuilding)
        task.done.connect(self._index_told)
        return self._start(task)

    def cancel(self) -> None:
        """Stop what runs; what was finished stays."""
        for task in self._tasks:
            task.cancel()

    def _start(self, task: Task) -> Task:
        self._tasks.append(task)
        task.failed.connect(self._failed)
        task.ended.connect(lambda: self._ended(task))
        return self._worker.start(task)

    def _ended(self, task: Task) -> None:
        if task in self._tasks:
            self._tasks.remove(task)
        if not self._tasks:
            self._status.progress.hide()

    def _index_told(self, state: object) -> None:
        self.index_changed.emit(str(state))

    def _importing(self, done: int, total: int, _what: str) -> None:
        number = self._appearance.number
        words = self.tr("Importing {done} of {total}")
        said = words.format(done=isolate(number(min(done + 1, total))), total=isolate(number(total)))
        self._status.progress.tell(said, done, total)

    def _rebuilding(self, done: int, total: int, _what: str) -> None:
        self._status.progress.tell(self.tr("Rebuilding the index"), done, total)

    def _imported(self, result: tuple[ImportReport, str, Taken, int]) -> None:
        report, state, taken, moved = result
        self.index_changed.emit(state)
        self.imported.emit(report)
        if taken.instruments:
            words = self.tr("%n instrument(s) added to the catalogue", "", taken.instruments)
            self.told.emit(self._counted(words, taken.instruments))
        if moved:
            self.notes_moved.emit(moved)
        if report.failed or taken.refused:
            self.failed.emit(*self._sentence(report, taken))

    def _sentence(self, report: ImportReport, taken: Taken) -> tuple[str, str]:
        from ui.desktop.controllers.instrument_import import why_refused

        reasons = [(one.path, messages.import_failure(one.code)) for one in report.failed]
        reasons += [(one.path, why_refused(one, self._appearance.number)) for one in taken.refused]
        failed, rest = len(reasons), len(report.imported)
        head = self._counted(self.tr("%n file(s) could not be imported.", "", failed), failed)
        told = reasons[:_TOLD]
        lines = [f"{isolate(path.name)}: {reason}." for path, reason in told]
        if failed > len(told):
            lines.append(self._counted(self.tr("And %n more.", "", failed - len(told)), failed - len(told)))
        if rest:
            lines.append(self._counted(self.tr("The other %n file(s) were imported.", "", rest), rest))
        return head, " ".join(lines)

    def _counted(self, words: str, count: int) -> str:
        """Write the count in the digits of the interface; file names keep theirs."""
        return words.replace(str(count), isolate(self._appearance.number(count)))

    def _failed(self, error: Exception) -> None:
        if isinstance(error, LibraryError):
            self.failed.emit(*messages.library_failure(error))
        else:
            self.crashed.emit(error)
