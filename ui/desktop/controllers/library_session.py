"""The library as the controllers of a window use it: read, written, changed in the background, and told about."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, TypeVar

from PySide6.QtCore import QObject, Signal

from library import catalogue
from library.database import Database
from library.errors import LibraryError
from ui.desktop.support import messages
from ui.desktop.support.changes import Changes, Subject
from ui.desktop.support.operations import Operation, Worker

if TYPE_CHECKING:
    from documents.citations.catalogue.instrument import Instrument

Result = TypeVar("Result")


class LibrarySession(QObject):
    """Reads and writes the library on the window's thread, and runs operations on the worker's.

    `failed` tells of expected errors. Any other error reaches the exception hook.
    """

    failed = Signal(str, str)
    """Head and body of a failure."""

    def __init__(self, db: Database | None, worker: Worker[Database]) -> None:
        """`db` is None if the library could not be opened."""
        super().__init__()
        self.db, self.worker, self.changes = db, worker, Changes()
        self.index_state = "unknown"
        """State of the search index as last examined: `ready`, `building`, `stale`, `missing`, `damaged`, `unknown`."""
        worker.changed.connect(self.changes.tell)
        worker.failed.connect(self.report)

    @property
    def is_writable(self) -> bool:
        """Whether the library is open and can be written."""
        return self.db is not None and not self.db.read_only

    def holds(self, symbol: str, language: str | None = None) -> bool:
        """Return whether the library holds a document, in a language or in any."""
        return self.db is not None and catalogue.has(self.db, symbol, language)

    def instrument(self, target: str) -> Instrument | None:
        """Return an instrument of the catalogue, which includes those the user added."""
        from services.citations.instrument_catalogue import load

        return load(self.db).get(target) if self.db is not None else None

    def write(
        self, change: Callable[[Database], Result], changed: Subject | Callable[[Result], Subject]
    ) -> Result | Literal[False]:
        """Write at once and announce the subjects that changed, or return False after a failure."""
        if self.db is None:
            return False
        try:
            result = change(self.db)
        except LibraryError as error:
            self.report(error)
            return False
        self.changes.tell(changed if isinstance(changed, Subject) else changed(result))
        return result

    def start(
        self, operation: Operation[Database, Result], *, instead_of: Operation[Database, Result] | None = None
    ) -> Operation[Database, Result]:
        """Run an operation in the background, and cancel the one it replaces."""
        if instead_of is not None and not instead_of.is_over():
            instead_of.cancel()
        return self.worker.start(operation)

    def set_index_state(self, state: str) -> None:
        """Keep the state of the search index and announce it."""
        self.index_state = state
        self.changes.tell(Subject.INDEX)

    def report(self, error: Exception) -> None:
        """Tell of an expected error, or raise any other for the exception hook."""
        if not isinstance(error, LibraryError):
            raise error
        self.failed.emit(*messages.library_failure(error))
