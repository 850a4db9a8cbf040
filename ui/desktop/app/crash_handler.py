"""The exception hook: unexpected errors are written to the log and told in the window."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import logging

LOG_NAME = "qarar.log"
LOG_LIMIT = 1_000_000
"""Size in bytes from which the log is moved to `.log.1` at the next start."""

_LOGGER = "qarar"


class CrashHandler:
    """Installs the exception hook. `tell` is called with each error, on the thread that raised it."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / LOG_NAME
        self._handler: logging.Handler | None = None
        self.tell: Callable[[BaseException], None] | None = None
        self._before = sys.excepthook, threading.excepthook

    def install(self) -> None:
        """Catch the uncaught exceptions of every thread."""
        self._before = sys.excepthook, threading.excepthook
        sys.excepthook = self._caught
        threading.excepthook = lambda args: self._caught(args.exc_type, args.exc_value, args.exc_traceback)

    def uninstall(self) -> None:
        """Restore the previous hooks and close the log."""
        sys.excepthook, threading.excepthook = self._before
        if self._handler is not None:
            import logging

            logging.getLogger(_LOGGER).removeHandler(self._handler)
            self._handler.close()
            self._handler = None

    @property
    def file(self) -> Path:
        """The log file."""
        return self._file

    def _caught(self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error or kind(), trace)
            return
        # A start without errors logs nothing, and does not load `logging`.
        import logging

        self._open_log()
        logging.getLogger(_LOGGER).error("not expected", exc_info=(kind, error or kind(), trace))
        if self._handler is None:
            sys.__excepthook__(kind, error or kind(), trace)
        if self.tell is not None:
            self.tell(error or kind())

    def _open_log(self) -> None:
        """Open the log on first use. If it cannot be written, errors go to stderr."""
        if self._handler is not None:
            return
        import logging

        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            if self._file.exists() and self._file.stat().st_size > LOG_LIMIT:
                self._file.replace(self._file.with_suffix(".log.1"))
            self._handler = logging.FileHandler(self._file, encoding="utf-8")
        except OSError:
            return
        self._handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        logging.getLogger(_LOGGER).addHandler(self._handler)
