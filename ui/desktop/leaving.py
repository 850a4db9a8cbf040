"""Closing the window while a note cannot be written: its words go into a file beside the library, and it is said."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from documents.language import isolate

if TYPE_CHECKING:
    from ui.desktop.main_window import MainWindow


def may_close(window: MainWindow) -> bool:
    """Write what is typed; where that fails, save it elsewhere and keep the window open once, saying where."""
    unsaved = window.noting.unsaved
    if window.noting.save_all() or not unsaved.has_any() or unsaved.warned:
        return True
    unsaved.warned = True
    place = _rescue(unsaved.words())
    head = QCoreApplication.translate("Leaving", "A note could not be saved. Close again to leave all the same.")
    body = QCoreApplication.translate("Leaving", "Its words lie in {path}") if place else ""
    window.show_failure(head, body.format(path=isolate(str(place), "ltr")) if place else "")
    return False


def _rescue(words: tuple[str, ...]) -> Path | None:
    try:
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", prefix="qarar-notes-", suffix=".txt", delete=False
        ) as file:
            file.write("\n\n".join(words))
            return Path(file.name)
    except OSError:
        return None
