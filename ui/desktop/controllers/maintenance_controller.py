"""Upkeep of the library in the background: search index, citations found by older rules, the daily copy."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from documents.language import isolate
from library.errors import LibraryError
from services.paths import Paths
from ui.desktop.controllers.library_session import LibrarySession
from ui.desktop.support.appearance import Appearance
from ui.desktop.support.changes import Subject
from ui.desktop.support.operations import Job, Operation

if TYPE_CHECKING:
    from library.database import Database
    from services.citations.citation_refresh import RefreshReport

_COPY_MS = 3_600_000
"""Interval after which the date of the last copy is examined."""


class MaintenanceController(QObject):
    """Runs after the first paint and after changes of documents. Finished parts stay if it is cancelled."""

    def __init__(
        self, session: LibrarySession, paths: Paths, appearance: Appearance, close_index: Callable[[], None]
    ) -> None:
        """`close_index` is called on the worker's thread before the index is written."""
        super().__init__()
        self._session, self._paths, self._appearance = session, paths, appearance
        self._close_index = close_index
        self._refreshing: Operation[Database, RefreshReport | None] | None = None
        self._copy_timer = QTimer(self, interval=_COPY_MS)
        self._copy_timer.timeout.connect(self._copy)
        session.changes.on(Subject.DOCUMENTS, self.refresh_citations)

    def check_index(self, *, rebuild: bool = False) -> None:
        """Bring the search index up to date with the library, or with `rebuild` write it anew."""
        index = self._paths.index

        def work(job: Job[Database]) -> str:
            from services.search.index_sync import reindex, state

            found = state(job.db, index)
            if rebuild or found != "ready":
                job.tell("building")
                self._close_index()
                reindex(job.db, index, anew=rebuild, progress=job.progress, cancelled=job.cancelled)
                return state(job.db, index)
            reindex(job.db, index, cancelled=job.cancelled)  # quietly: citations found anew or corrected
            return found

        def progress(_done: int, _total: int) -> str:
            return self.tr("Rebuilding the index")

        told = self._session.set_index_state
        self._session.start(Operation(work, success=told, part=lambda state: told(str(state)), progress=progress))

    def refresh_citations(self) -> None:
        """Find the citations of texts anew that older rules or an older catalogue found."""

        def work(job: Job[Database]) -> RefreshReport | None:
            from services.citations.citation_refresh import refresh, stale_count

            return refresh(job.db, progress=job.progress, cancelled=job.cancelled) if stale_count(job.db) else None

        def changes(recited: RefreshReport | None) -> Subject:
            return Subject.CITATIONS if recited is not None and recited.documents else Subject.NONE

        operation = Operation(work, changes=changes, progress=self._refresh_progress)
        self._refreshing = self._session.start(operation, instead_of=self._refreshing)

    def copy_daily(self) -> None:
        """Copy the library to its backups now, and once a day while the window stays open."""
        self._copy_timer.start()
        self._copy()

    def _copy(self) -> None:
        def work(job: Job[Database]) -> None:
            with suppress(LibraryError):  # tried again after the interval
                job.db.daily_backup(self._paths.backups)

        self._session.start(Operation(work))

    def _refresh_progress(self, done: int, total: int) -> str:
        number = self._appearance.number
        words = self.tr("Finding citations anew: %1 of %2").replace("%1", isolate(number(min(done + 1, total))))
        return words.replace("%2", isolate(number(total)))
