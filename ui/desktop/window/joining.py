"""What belongs to notes, made for a window and joined to it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from services.paths import Paths
from ui.desktop.controllers.annotation_controller import Noting
from ui.desktop.controllers.notes_controller import Notebook
from ui.desktop.controllers.undo_controller import Stepping

if TYPE_CHECKING:
    from documents.annotations.model import Annotation
    from documents.model import Document
    from ui.desktop.window.main_window import MainWindow


def join_notes(window: MainWindow, paths: Paths) -> tuple[Noting, Stepping, Notebook]:
    """Make what does things with notes, what takes changes back, and what lists them."""
    desk, status = window.desk, window.status
    window.reader.copy_choice = window.settings.copying
    noting = Noting(desk, lambda: window.settings.author)
    stepping = Stepping(desk, noting)
    notebook = Notebook(
        desk, noting, window.worker, paths, window.appearance, window.choose_files, window.choose_target
    )
    for telling in (noting.told, notebook.told, stepping.told):
        telling.connect(status.tell)
    for failing in (noting.failed, notebook.failed):
        failing.connect(window.show_failure)
    noting.search_asked.connect(partial(_search, window))
    noting.recovered.connect(window.strip.dismiss)
    notebook.undo_asked.connect(stepping.undo)
    window.bringing.notes_moved.connect(notebook.offer_look)
    window.finding.note_wanted.connect(noting.edit)
    return noting, stepping, notebook


def _search(window: MainWindow, document: Document, made: tuple[Annotation, ...]) -> None:
    """Look for notes in a text that came anew, in the worker."""
    from services.notes.anchor_resolution import placed_in

    window.notebook.run(lambda job: placed_in(job.db, document, made), window.noting.searched)
