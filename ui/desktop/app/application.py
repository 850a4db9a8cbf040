"""The application: one process, one window, the library behind it, and what surrounds them.

`run` is the program; `build` makes the same window without entering the event loop, for tests, benchmarks
and screenshots.
"""

from __future__ import annotations

import gc
import signal
import sys
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from library.database import Database, open_database
from library.errors import LibraryError
from services.paths import Paths
from ui.desktop.app.crash_handler import CrashHandler
from ui.desktop.app.single_instance import SingleInstance, hand_over
from ui.desktop.support import messages
from ui.desktop.support.interface_settings import InterfaceSettings
from ui.desktop.support.operations import Job, Worker
from ui.desktop.support.settings import Settings
from ui.desktop.window import close_guard
from ui.desktop.window.main_window import ChooseFiles, MainWindow

if TYPE_CHECKING:
    from ui.desktop.controllers.coverage_controller import ChooseTarget

_SIGNAL_MS = 300
_WAIT_MS = 100
"""How long the window stands still for another program's writing; what is typed is tried again."""
_COPY_MS = 3_600_000
"""How often it is looked whether a day has begun that has no copy of the library."""


@dataclass
class Program:
    """What lives as long as the program; `close` lets go of all of it."""

    app: QApplication
    window: MainWindow
    interface: InterfaceSettings
    db: Database | None

    def show(self) -> None:
        """Show the window complete, as it is after its first paint."""
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
    """Return the one QApplication, made with the style and attributes of Qarar."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    QApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    app = QApplication(["qarar", "-style", "fusion"])
    app.setApplicationName("qarar")
    # No display name: Qt would add it to every title, which says the name in the interface's language already.
    app.setDesktopFileName("qarar")
    return app


def choose_files(parent: QWidget) -> tuple[Path, ...]:
    """Ask for files to import."""
    from PySide6.QtWidgets import QFileDialog

    title = QCoreApplication.translate("ImportDialog", "Import files")
    texts = QCoreApplication.translate("ImportDialog", "Texts and notes")
    everything = QCoreApplication.translate("ImportDialog", "All files")
    kinds = f"{texts} (*.txt *.xml *.akn *.json *.jsonld);;{everything} (*)"
    chosen, _ = QFileDialog.getOpenFileNames(parent, title, "", kinds)
    return tuple(Path(name) for name in chosen)


def choose_target(parent: QWidget, proposed: str) -> Path | None:
    """Ask where to save a file of the proposed name; None where the question was cancelled."""
    from PySide6.QtWidgets import QFileDialog

    known = {
        "docx": QCoreApplication.translate("SaveDialog", "Word"),
        "html": QCoreApplication.translate("SaveDialog", "HTML"),
        "jsonld": QCoreApplication.translate("SaveDialog", "Notes (JSON-LD)"),
    }
    lists = {
        "csv": QCoreApplication.translate("SaveDialog", "Table (CSV)"),
        "txt": QCoreApplication.translate("SaveDialog", "Addresses, one a line"),
        "md": QCoreApplication.translate("SaveDialog", "Markdown"),
    }
    suffix = Path(proposed).suffix.removeprefix(".")
    kinds = {suffix: known[suffix]} if suffix in known else lists
    filters = ";;".join(f"{words} (*.{suffix})" for suffix, words in kinds.items())
    title = QCoreApplication.translate("SaveDialog", "Save")
    chosen, kind = QFileDialog.getSaveFileName(parent, title, proposed, filters)
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix else path.with_suffix(kind[kind.rfind(".") : -1])


def build(
    paths: Paths,
    language: str | None = None,
    *,
    files: tuple[Path, ...] = (),
    ask: ChooseFiles = choose_files,
    ask_target: ChooseTarget = choose_target,
    check_index: bool = True,
) -> Program:
    """Make the window on the library at `paths`; it opens its last text when it is shown."""
    app = application()
    settings = Settings(paths.data)
    interface = InterfaceSettings(app, settings, language)
    db, failure = _library(paths)
    worker = Worker(partial(open_database, paths.library, read_only=db is not None and db.read_only))
    window = MainWindow(interface, db, worker, paths, (ask, ask_target))
    if failure is not None:
        window.show_failure(*failure)
    if db is not None:
        _afterwards(window, db, paths, files, check_index=check_index)
    return Program(app, window, interface, db)


def run(paths: Paths, files: tuple[Path, ...] = (), language: str | None = None) -> int:
    """Run the window until it is closed; a second start hands its files to the first. Return the exit status."""
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
    _heed_signals(window)
    status = app.exec()
    first.release()
    crash_handler.uninstall()
    program.close()
    return status


class _Teller(QObject):
    """Brings an error from any thread to the window's."""

    failed = Signal(object)


def _library(paths: Paths) -> tuple[Database | None, tuple[str, str] | None]:
    """Open the library, and say what is wrong with it; where it can be, it is read at least."""
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
        # The importer is loaded when there is something to import.
        from services.documents.document_import import ensure_bundled

        try:
            ensure_bundled(db)
        except LibraryError as error:
            return db, messages.library_failure(error)
    return db, None


def _afterwards(window: MainWindow, db: Database, paths: Paths, files: tuple[Path, ...], *, check_index: bool) -> None:
    """Do after the first paint what the first paint does not need."""

    def later() -> None:
        if files:
            window.bring(files)
        elif check_index:
            window.import_controller.check_index()
        if check_index and window.citation_refresh is not None and not db.read_only:
            window.citation_refresh.check()
        for place in close_guard.left_behind(paths.data)[:1]:
            window.show_failure(*close_guard.told(place))
        if not db.read_only:
            _copy_daily(window, paths)

    window.completed.connect(later)


def _copy_daily(window: MainWindow, paths: Paths) -> None:
    """Make a copy of the library every day, also while the window stays open for many."""

    def work(job: Job) -> None:
        with suppress(LibraryError):  # it is tried again in an hour
            job.db.daily_backup(paths.backups)

    def copy() -> None:
        window.notes_controller.run(work, lambda _: None)

    timer = QTimer(window, interval=_COPY_MS)
    timer.timeout.connect(copy)
    timer.start()
    copy()


def _heed_signals(window: MainWindow) -> None:
    """Close on Ctrl+C: Python hears signals only when it runs, so it is let run now and then."""
    signal.signal(signal.SIGINT, lambda *_: window.close())
    if sys.platform != "win32":
        for ending in (signal.SIGTERM, signal.SIGHUP):
            signal.signal(ending, lambda *_: window.close())
    timer = QTimer(window)
    timer.timeout.connect(lambda: None)
    timer.start(_SIGNAL_MS)
