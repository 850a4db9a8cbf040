"""Typed words that cannot be written when the window closes: saved to a file, and told of."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal

from documents.language import isolate
from ui.desktop.controllers.draft_store import DraftStore

_PREFIX = "qarar-notes-"


class CloseGuard(QObject):
    """Decides whether the window may close."""

    failed = Signal(str, str)
    """Words could not be written: head and body of the message."""

    def __init__(self, draft_store: DraftStore, folder: Path) -> None:
        """`folder` takes the files of words that could not be written."""
        super().__init__()
        self._draft_store, self._folder = draft_store, folder

    def may_close(self) -> bool:
        """Write the typed words. If that fails, save them to a file and refuse once.

        The file lies beside the library or, if that cannot be, among the temporary files of the system. Each attempt
        to close writes it anew.
        """
        if self._draft_store.flush() or not self._draft_store.has_any():
            return True
        place = _rescue(self._draft_store.words(), self._folder)
        if place is not None:
            self._draft_store.rescue_in(place)
        if self._draft_store.warned and place is not None:
            return True
        self._draft_store.warned = True
        head = QCoreApplication.translate("Leaving", "A note could not be saved. Close again to leave all the same.")
        body = QCoreApplication.translate("Leaving", "Its words lie in {path}") if place else ""
        self.failed.emit(head, body.format(path=isolate(str(place), "ltr")) if place else "")
        return False


def rescued_files(folder: Path) -> tuple[Path, ...]:
    """Return the files beside the library that hold words not written at closing, the latest first."""
    found = folder.glob(f"{_PREFIX}*.txt")
    return tuple(sorted(found, key=lambda path: path.stat().st_mtime_ns, reverse=True))


def rescue_message(place: Path) -> tuple[str, str]:
    """Return head and body of the message that tells of such a file at the next start."""
    head = QCoreApplication.translate("Leaving", "Words of a note could not be saved when the window was closed.")
    body = QCoreApplication.translate("Leaving", "They lie in {path}; this is said until the file is moved or deleted.")
    return head, body.format(path=isolate(str(place), "ltr"))


def _rescue(words: tuple[str, ...], folder: Path) -> Path | None:
    for where in (folder, None):
        try:
            with tempfile.NamedTemporaryFile(
                "w", encoding="utf-8", prefix=_PREFIX, suffix=".txt", dir=where, delete=False, errors="replace"
            ) as file:
                file.write("\n\n".join(words))
                file.flush()
                os.fsync(file.fileno())
                return Path(file.name)
        except OSError:
            continue
    return None
