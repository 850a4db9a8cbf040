"""Background work: an Operation states its work, its outcome and its changes. The Worker runs one after another.

Work runs on one worker thread, with that thread's own library connection. Progress, results, failures and changes
arrive on the thread of the window.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, QThread, QTimer, Signal, Slot

from ui.desktop.support.changes import Subject

_DELAY_MS = 500
"""Time after which an operation with delayed words shows them."""


class Closable(Protocol):
    """A library connection."""

    def close(self) -> None:
        """Close the connection."""


Library = TypeVar("Library", bound=Closable)
Result = TypeVar("Result")


class Job(Generic[Library]):
    """Access of running work to the library and its reports to the window, used on the worker's thread."""

    def __init__(self, db: Library, operation: Operation[Library, Result]) -> None:
        self.db = db
        self._is_cancelled, self._reported = operation.is_cancelled, operation.reported
        self._part_told = operation.part_told

    def progress(self, done: int, total: int, name: str = "") -> None:
        """Report that `done` of `total` are finished, with the name of the item in progress."""
        self._reported.emit(done, total, name)

    def cancelled(self) -> bool:
        """Return whether the work should stop."""
        return self._is_cancelled()

    def tell(self, part: object) -> None:
        """Hand over a part of the result before the end."""
        self._part_told.emit(part)


class Operation(QObject, Generic[Library, Result]):
    """One piece of background work.

    `ended` comes last, after success, failure and cancellation alike. An operation that is at work when its worker is
    stopped emits nothing more.
    """

    ended = Signal()
    progressed = Signal(str, int, int)
    """Words for the status line, how many items are done, and of how many (0 if unknown)."""
    changed = Signal(object)
    """The Subject flags that a success has changed."""
    failed = Signal(object)
    """The exception that `failure` did not handle."""

    reported = Signal(int, int, str)
    part_told = Signal(object)
    _finished = Signal(object, object)

    def __init__(
        self,
        work: Callable[[Job[Library]], Result],
        *,
        success: Callable[[Result], object] | None = None,
        failure: Callable[[Exception], bool] | None = None,
        changes: Subject | Callable[[Result], Subject] = Subject.NONE,
        progress: Callable[[int, int], str] | None = None,
        delayed: str = "",
        part: Callable[[object], object] | None = None,
    ) -> None:
        """Take the work and its consequences. Only `work` runs on the worker's thread.

        `changes` names the subjects that a success changes. They are told before `success` gets the result. `failure`
        returns whether it has handled the error. `progress` makes the words of the status line from the items done
        and their total. `delayed` are words shown if the work takes more than half a second. `part` gets the values
        of `Job.tell`.
        """
        super().__init__()
        self._work, self._success, self._failure, self._changes = work, success, failure, changes
        self._progress, self._delayed, self._part = progress, delayed, part
        self._cancel = threading.Event()
        self._over = False
        queued = Qt.ConnectionType.QueuedConnection
        self.reported.connect(self._report, queued)
        self.part_told.connect(self._tell_part, queued)
        self._finished.connect(self._finish, queued)

    @property
    def shows_progress(self) -> bool:
        """Whether the status line tells of this operation, and can cancel it."""
        return self._progress is not None or bool(self._delayed)

    def cancel(self) -> None:
        """Ask the work to stop. Only `ended` follows."""
        self._cancel.set()

    def is_cancelled(self) -> bool:
        """Return whether the operation was asked to stop."""
        return self._cancel.is_set()

    def is_over(self) -> bool:
        """Return whether the operation has ended."""
        return self._over

    def begin(self) -> None:
        """Start to wait for the time after which delayed words are shown."""
        if self._delayed:
            QTimer.singleShot(_DELAY_MS, self, self._show_delayed)

    def run(self, library: Callable[[], Library]) -> None:
        """Do the work, on the worker's thread."""
        if self.is_cancelled():
            self._finished.emit(None, None)
            return
        try:
            self._finished.emit(self._work(Job(library(), self)), None)
        except Exception as error:  # noqa: BLE001 - handed to the thread of the window, which tells or raises it
            self._finished.emit(None, error)

    @Slot(int, int, str)
    def _report(self, done: int, total: int, _name: str) -> None:
        if self._progress is not None and not self.is_cancelled():
            self.progressed.emit(self._progress(done, total), done, total)

    @Slot()
    def _show_delayed(self) -> None:
        if not (self._over or self.is_cancelled()):
            self.progressed.emit(self._delayed, 0, 0)

    @Slot(object)
    def _tell_part(self, part: object) -> None:
        if self._part is not None and not self.is_cancelled():
            self._part(part)

    @Slot(object, object)
    def _finish(self, result: Result, error: Exception | None) -> None:
        if self.signalsBlocked():  # the worker was stopped
            return
        self._over = True
        try:
            if error is not None:
                if self._failure is None or not self._failure(error):
                    self.failed.emit(error)
            elif not self.is_cancelled():
                self.changed.emit(self._changes if isinstance(self._changes, Subject) else self._changes(result))
                if self._success is not None:
                    self._success(result)
        finally:
            self.ended.emit()


class _Runner(QObject, Generic[Library]):
    """Lives on the worker's thread and keeps its library connection."""

    def __init__(self, open_library: Callable[[], Library]) -> None:
        super().__init__()
        self._open = open_library
        self._db: Library | None = None

    @Slot(object)
    def run(self, operation: Operation[Library, Result]) -> None:
        """Run one operation."""
        operation.run(self._library)

    @Slot()
    def close(self) -> None:
        """Close the connection, on the thread that opened it."""
        if self._db is not None:
            self._db.close()
            self._db = None

    def _library(self) -> Library:
        if self._db is None:
            self._db = self._open()
        return self._db


class Worker(QObject, Generic[Library]):
    """The worker thread. It starts with the first operation and is stopped before the program ends."""

    changed = Signal(object)
    """The Subject flags that an operation has changed."""
    failed = Signal(object)
    """An exception that its operation did not handle."""
    progressed = Signal(str, int, int)
    """Words, items done and total (0 if unknown) of the operation that runs."""
    rested = Signal()
    """The operation that was told of last by `progressed` has ended."""

    _handed_over = Signal(object)
    _closing = Signal()

    def __init__(self, open_library: Callable[[], Library], parent: QObject | None = None) -> None:
        """`open_library` is called on the worker's thread when the first operation needs it."""
        super().__init__(parent)
        self._thread = QThread()
        self._thread.setObjectName("worker")
        self._runner = _Runner(open_library)
        self._runner.moveToThread(self._thread)
        self._handed_over.connect(self._runner.run, Qt.ConnectionType.QueuedConnection)
        self._closing.connect(self._runner.close, Qt.ConnectionType.BlockingQueuedConnection)
        self._waiting: list[Operation[Library, object]] = []
        self._shown: object = None
        self._stopped = False

    def start(self, operation: Operation[Library, Result]) -> Operation[Library, Result]:
        """Run an operation after those started before, or cancel it after `stop`."""
        if self._stopped:
            operation.cancel()
            return operation
        # Owned by Qt until it is deleted from the event loop: an operation is still at work while it tells its end.
        operation.setParent(self)
        self._waiting.append(operation)  # type: ignore[arg-type]  # kept only to be cancelled
        operation.changed.connect(self.changed)
        operation.failed.connect(self.failed)
        operation.progressed.connect(self._show)
        operation.ended.connect(self._drop)
        operation.begin()
        if not self._thread.isRunning():
            self._thread.start()
        self._handed_over.emit(operation)
        return operation

    def is_idle(self) -> bool:
        """Return whether nothing runs or waits."""
        return not self._waiting

    def cancel(self) -> None:
        """Cancel every operation that shows its progress. Finished parts of it stay."""
        for operation in self._waiting:
            if operation.shows_progress:
                operation.cancel()

    def stop(self) -> None:
        """Cancel everything, wait for the running operation to notice, and close the library connection.

        The operations emit nothing more, not even `ended`: their listeners are about to be deleted.
        """
        self._stopped = True
        for operation in self._waiting:
            operation.cancel()
        if self._thread.isRunning():
            self._closing.emit()
            self._thread.quit()
            self._thread.wait()
        for operation in self._waiting:
            operation.blockSignals(True)
        self._waiting.clear()

    @Slot(str, int, int)
    def _show(self, words: str, done: int, total: int) -> None:
        self._shown = self.sender()
        self.progressed.emit(words, done, total)

    @Slot()
    def _drop(self) -> None:
        operation = self.sender()
        if isinstance(operation, Operation) and operation in self._waiting:
            self._waiting.remove(operation)
            operation.deleteLater()
            if operation is self._shown:
                self._shown = None
                self.rested.emit()
