"""The application: its process, its window and its library.

`run` is the program. `build` creates the same window without entering the event loop, for tests, benchmarks and
screenshots.
"""

from __future__ import annotations

import gc
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from library.database import Database, open_database
from library.errors import LibraryError
from services.paths import Paths
from ui.desktop.app.crash_handler import CrashHandler
from ui.desktop.app.single_instance import SingleInstance, hand_over
from ui.desktop.controllers.library_session import LibrarySession
from ui.desktop.support import messages
from ui.desktop.support.file_dialogs import ChooseTarget, FileDialogs, choose_files, choose_target
from ui.desktop.support.interface_settings import InterfaceSettings
from ui.desktop.support.operations import Worker
from ui.desktop.support.settings import Settings
from ui.desktop.window.close_guard import rescue_message, rescued_files
from ui.desktop.window.main_window import MainWindow

_SIGNAL_MS = 300
_WAIT_MS = 100
"""Longest wait of the window for another program that writes."""


@dataclass
class Program:
    """The objects that live as long as the program."""

    app: QApplication
    window: MainWindow
    interface: InterfaceSettings
    db: Database | None

    def show(self) -> None:
        """Show the window with all parts, as after its first paint."""
        self.window.show()
        self.window.complete()

    def close(self) -> None:
        """Close the window, stop the worker and close the library."""
        self.window.close()
        self.window.annotation_controller.draft_store.stop()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        self.interface.release()
        if self.db is not None:
            self.db.close()


def application() -> QApplication:
    """Return the QApplication, created with style and attributes on first use."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    QApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    app = QApplication(["qarar", "-style", "fusion"])
    app.setApplicationName("qarar")
    # No display name: Qt would add it to every title, which contains the name in the language of the interface.
    app.setDesktopFileName("qarar")
    return app


def build(
    paths: Paths,
    language: str | None = None,
    *,
    files: tuple[Path, ...] = (),
    ask: Callable[[QWidget], tuple[Path, ...]] = choose_files,
    ask_target: ChooseTarget = choose_target,
    check_index: bool = True,
) -> Program:
    """Create the window on the library at `paths`. It opens its last text when it is shown.

    `ask` and `ask_target` ask for files to import and for a place to save.
    """
    app = application()
    settings = Settings(paths.data)
    interface = InterfaceSettings(app, settings, language)
    db, failure = _library(paths)
    worker = Worker(partial(open_database, paths.library, read_only=db is not None and db.read_only))
    window = MainWindow(interface, LibrarySession(db, worker), paths, FileDialogs(ask, ask_target))
    if failure is not None:
        window.show_failure(*failure)
    if db is not None:
        _start_upkeep(window, db, paths, files, check_index=check_index)
    return Program(app, window, interface, db)


def run(paths: Paths, files: tuple[Path, ...] = (), language: str | None = None) -> int:
    """Run the window until it is closed, or hand the files to one that runs already. Return the exit status."""
    with suppress(OSError):
        paths.data.mkdir(parents=True, exist_ok=True)
    app = application()
    first = SingleInstance(paths.data)
    if not first.take() and hand_over(paths.data, files):
        return 0
    crash_handler = CrashHandler(paths.log)
    crash_handler.install()
    program = build(paths, language, files=files)
    window = program.window
    teller = _Teller()
    teller.failed.connect(lambda error: window.show_failure(*messages.unexpected(error, str(crash_handler.file))))
    crash_handler.tell = teller.failed.emit
    first.asked.connect(lambda _: window.come_forward())
    first.asked.connect(window.bring)
    window.completed.connect(gc.enable)
    window.completed.connect(first.listen)
    window.show()
    _close_on_signals(window)
    status = app.exec()
    first.release()
    crash_handler.uninstall()
    program.close()
    return status


class _Teller(QObject):
    """Hands an error of any thread to the thread of the window."""

    failed = Signal(object)


def _library(paths: Paths) -> tuple[Database | None, tuple[str, str] | None]:
    """Open the library, read-only if it cannot be written. Return it with head and body of a failure."""
    first_start = not paths.library.exists()
    try:
        db = open_database(paths.library, backups=paths.backups)
    except LibraryError as error:
        return None, messages.library_failure(error)
    db.wait_at_most(_WAIT_MS)
    if db.newer is not None:
        return db, messages.newer_library()
    if db.read_only:
        return db, messages.read_only_library()
    if first_start:
        # Loaded only when there is something to import.
        from services.documents.document_import import ensure_bundled

        try:
            ensure_bundled(db)
        except LibraryError as error:
            return db, messages.library_failure(error)
    return db, None


def _start_upkeep(
    window: MainWindow, db: Database, paths: Paths, files: tuple[Path, ...], *, check_index: bool
) -> None:
    """After the first paint import the files of the command line, and start the upkeep of the library."""

    def start() -> None:
        maintenance = window.maintenance_controller
        if files:
            window.bring(files)
        elif check_index:
            maintenance.check_index()
        if check_index and not db.read_only:
            maintenance.refresh_citations()
        for place in rescued_files(paths.data)[:1]:
            window.show_failure(*rescue_message(place))
        if not db.read_only:
            maintenance.copy_daily()

    window.completed.connect(start)


def _close_on_signals(window: MainWindow) -> None:
    """Close on Ctrl+C and on requests to end. A timer lets Python run now and then, to handle signals."""
    signal.signal(signal.SIGINT, lambda *_: window.close())
    if sys.platform != "win32":
        for ending in (signal.SIGTERM, signal.SIGHUP):
            signal.signal(ending, lambda *_: window.close())
    timer = QTimer(window)
    timer.timeout.connect(lambda: None)
    timer.start(_SIGNAL_MS)
