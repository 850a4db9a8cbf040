"""Closing the window while a note cannot be written: its words go into a file, and it is said where."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from documents.language import isolate

if TYPE_CHECKING:
    from ui.desktop.window.main_window import MainWindow

_PREFIX = "qarar-notes-"


def may_close(window: MainWindow, folder: Path) -> bool:
    """Write what is typed; where that fails, save it elsewhere and keep the window open once, saying where.

    The words of every attempt to close are saved, beside the library or, where that cannot be, among the system's
    temporary files.
    """
    draft_store = window.annotation_controller.draft_store
    if window.annotation_controller.save_all() or not draft_store.has_any():
        return True
    place = _rescue(draft_store.words(), folder)
    if place is not None:
        draft_store.rescue_in(place)
    if draft_store.warned and place is not None:
        return True
    draft_store.warned = True
    head = QCoreApplication.translate("Leaving", "A note could not be saved. Close again to leave all the same.")
    body = QCoreApplication.translate("Leaving", "Its words lie in {path}") if place else ""
    window.show_failure(head, body.format(path=isolate(str(place), "ltr")) if place else "")
    return False


def left_behind(folder: Path) -> tuple[Path, ...]:
    """Return the files beside the library of words that could not be saved at closing, the last first."""
    found = folder.glob(f"{_PREFIX}*.txt")
    return tuple(sorted(found, key=lambda path: path.stat().st_mtime_ns, reverse=True))


def told(place: Path) -> tuple[str, str]:
    """Return what is said at the next start of words that could not be saved."""
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
