"""The worker: one thing after another, told on the thread of the window, cancelled, failed, and stopped."""

import threading

import pytest
from PySide6.QtCore import QObject, QThread, Signal

from library.database import open_database
from ui.desktop.support.operations import Operation, Worker


@pytest.fixture
def worker(qtbot, tmp_path):
    made = Worker(lambda: open_database(tmp_path / "library.db"))
    yield made
    made.stop()


def test_a_result_arrives_on_the_windows_thread(qtbot, worker):
    seen = []
    operation = Operation(
        lambda job: (threading.current_thread() is threading.main_thread(), job.db.read_only),
        success=lambda value: seen.append((value, QThread.currentThread() is worker.thread())),
    )
    with qtbot.waitSignal(operation.ended):
        worker.start(operation)
    assert seen == [((False, False), True)]


def test_operations_run_one_after_another(qtbot, worker):
    order = []
    operations = [Operation(lambda _, n=n: order.append(n)) for n in range(5)]
    with qtbot.waitSignal(operations[-1].ended):
        for operation in operations:
            worker.start(operation)
    assert order == [0, 1, 2, 3, 4]
    assert worker.is_idle()


def test_progress_and_parts_are_told_before_the_end(qtbot, worker):
    told = []

    def work(job):
        job.progress(1, 2, "أ")
        job.tell("half")
        return "whole"

    operation = Operation(work, success=told.append, part=told.append, progress="{} of {}".format)
    worker.progressed.connect(lambda *values: told.append(values))
    worker.rested.connect(lambda: told.append("rested"))
    with qtbot.waitSignal(operation.ended):
        worker.start(operation)
    assert told == [("1 of 2", 1, 2), "half", "whole", "rested"]


def test_an_error_is_told_and_the_worker_lives_on(qtbot, worker):
    failed, done = [], []
    bad, good = Operation(lambda _: 1 / 0), Operation(lambda _: "ok", success=done.append)
    worker.failed.connect(failed.append)
    with qtbot.waitSignal(good.ended):
        worker.start(bad)
        worker.start(good)
    assert isinstance(failed[0], ZeroDivisionError)
    assert done == ["ok"]


def test_a_cancelled_operation_ends_without_a_result(qtbot, worker):
    started, seen = threading.Event(), []

    def work(job):
        started.set()
        while not job.cancelled():
            QThread.msleep(2)
        return "late"

    operation, waiting = Operation(work, success=seen.append), Operation(lambda _: seen.append("never"))
    worker.start(operation)
    worker.start(waiting)
    assert started.wait(5)
    with qtbot.waitSignals([operation.ended, waiting.ended]):
        operation.cancel()
        waiting.cancel()
    assert seen == []


def test_stopping_waits_for_what_runs(qtbot, tmp_path):
    class Seen(QObject):
        started = Signal()

    worker, finished, started = Worker(lambda: open_database(tmp_path / "library.db")), [], threading.Event()

    def work(job):
        started.set()
        while not job.cancelled():
            QThread.msleep(2)
        finished.append(True)

    worker.start(Operation(work))
    assert started.wait(5)
    worker.stop()
    assert finished == [True]


def test_nothing_is_told_after_the_stop(qtbot, tmp_path):
    """A window closed during an operation was told of its end when its status line was deleted already."""
    worker, started, told = Worker(lambda: open_database(tmp_path / "library.db")), threading.Event(), []

    def work(job):
        started.set()
        while not job.cancelled():
            QThread.msleep(2)

    operation = Operation(work)
    operation.ended.connect(lambda: told.append("ended"))
    worker.start(operation)
    assert started.wait(5)
    worker.stop()
    qtbot.wait(50)
    assert told == []


def test_nothing_is_started_after_the_stop(qtbot, tmp_path):
    """A window that is closed before its first index check left a running thread behind, and the process aborted."""
    stopped = Worker(lambda: open_database(tmp_path / "library.db"))
    stopped.stop()
    done = []
    stopped.start(Operation(lambda _: done.append(True)))
    qtbot.wait(50)
    assert stopped.is_idle()
    assert done == []
