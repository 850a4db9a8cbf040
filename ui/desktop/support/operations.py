"""One worker thread for what takes time: a Task is built, connected, then started.

Pieces of work run one after another, with the worker's own library connection. What they report arrives on
the thread of the window.
"""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QThread, Signal, Slot

from library.database import Database


class Job:
    """What a piece of work gets: the library, a way to report, and whether it was cancelled."""

    def __init__(self, db: Database, task: Task) -> None:
        self.db = db
        self._task = task

    def progress(self, done: int, total: int, what: str = "") -> None:
        """Report that `done` of `total` are finished; `what` is at work now."""
        self._task.reported.emit(done, total, what)

    def cancelled(self) -> bool:
        """Say whether the work is no longer wanted."""
        return self._task.is_cancelled()

    def tell(self, value: object) -> None:
        """Hand over a part of the result before the end."""
        self._task.told.emit(value)


class Task(QObject):
    """One piece of work: `done` brings its result, `failed` the error it raised; a cancelled one ends in neither.

    The signals are emitted on the thread the Task was made on. `ended` comes last, however it went; only a task
    that was at work when its worker was stopped tells nothing.
    """

    progressed = Signal(int, int, str)
    partly_done = Signal(object)
    done = Signal(object)
    failed = Signal(object)
    ended = Signal()

    reported = Signal(int, int, str)
    told = Signal(object)
    _finished = Signal(object, object)

    def __init__(self, work: Callable[[Job], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._cancel = threading.Event()
        queued = Qt.ConnectionType.QueuedConnection
        self.reported.connect(self._report, queued)
        self.told.connect(self._tell, queued)
        self._finished.connect(self._finish, queued)

    def cancel(self) -> None:
        """Ask the work to stop; nothing more is told of it but `ended`."""
        self._cancel.set()

    def is_cancelled(self) -> bool:
        """Say whether it was asked to stop."""
        return self._cancel.is_set()

    def run(self, library: Callable[[], Database]) -> None:
        """Do the work; called on the worker's thread."""
        if self.is_cancelled():
            self._finished.emit(None, None)
            return
        try:
            self._finished.emit(self._work(Job(library(), self)), None)
        except Exception as error:  # noqa: BLE001 - handed to the thread of the window, which shows or raises it
            self._finished.emit(None, error)

    @Slot(int, int, str)
    def _report(self, done: int, total: int, what: str) -> None:
        if not self.is_cancelled():
            self.progressed.emit(done, total, what)

    @Slot(object)
    def _tell(self, value: object) -> None:
        if not self.is_cancelled():
            self.partly_done.emit(value)

    @Slot(object, object)
    def _finish(self, result: object, error: object) -> None:
        if error is not None:
            self.failed.emit(error)
        elif not self.is_cancelled():
            self.done.emit(result)
        self.ended.emit()


class _Runner(QObject):
    """Lives on the worker's thread and keeps its library connection."""

    def __init__(self, open_library: Callable[[], Database]) -> None:
        super().__init__()
        self._open = open_library
        self._db: Database | None = None

    @Slot(object)
    def run(self, task: Task) -> None:
        """Run one task."""
        task.run(self._library)

    @Slot()
    def close(self) -> None:
        """Close the connection on the thread that opened it."""
        if self._db is not None:
            self._db.close()
            self._db = None

    def _library(self) -> Database:
        if self._db is None:
            self._db = self._open()
        return self._db


class Worker(QObject):
    """The one worker thread; it starts with the first task and is stopped before the program ends."""

    _handed_over = Signal(object)
    _closing = Signal()

    def __init__(self, open_library: Callable[[], Database], parent: QObject | None = None) -> None:
        """`open_library` is called on the worker's thread when the first task needs it."""
        super().__init__(parent)
        self._thread = QThread()
        self._thread.setObjectName("worker")
        self._runner = _Runner(open_library)
        self._runner.moveToThread(self._thread)
        self._handed_over.connect(self._runner.run, Qt.ConnectionType.QueuedConnection)
        self._closing.connect(self._runner.close, Qt.ConnectionType.BlockingQueuedConnection)
        self._waiting: list[Task] = []
        self._stopped = False

    def start(self, task: Task) -> Task:
        """Do a task after those that came before it; its signals are connected already. None is taken after `stop`."""
        if self._stopped:
            task.cancel()
            return task
        # Owned by Qt until it is deleted from the event loop: a Task is still at work while it tells its end.
        task.setParent(self)
        self._waiting.append(task)
        task.ended.connect(self._drop)
        if not self._thread.isRunning():
            self._thread.start()
        self._handed_over.emit(task)
        return task

    def is_idle(self) -> bool:
        """Say whether nothing runs or waits."""
        return not self._waiting

    def stop(self) -> None:
        """Cancel everything, wait for the running task to notice, and close the library connection.

        Nothing more is told of the tasks, not even that they ended: whoever listens is about to be deleted.
        """
        self._stopped = True
        for task in self._waiting:
            task.cancel()
        if self._thread.isRunning():
            self._closing.emit()
            self._thread.quit()
            self._thread.wait()
        for task in self._waiting:
            task.blockSignals(True)
        self._waiting.clear()

    @Slot()
    def _drop(self) -> None:
        task = self.sender()
        if isinstance(task, Task) and task in self._waiting:
            self._waiting.remove(task)
            task.deleteLater()
