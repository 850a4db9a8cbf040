"""What belongs to notes, made for a window and joined to it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from services.paths import Paths
from ui.desktop.controllers.annotation_controller import AnnotationController
from ui.desktop.controllers.notes_controller import NotesController
from ui.desktop.controllers.undo_controller import UndoController

if TYPE_CHECKING:
    from documents.annotations.model import Annotation
    from documents.model import Document
    from ui.desktop.window.main_window import MainWindow


def join_notes(window: MainWindow, paths: Paths) -> tuple[AnnotationController, UndoController, NotesController]:
    """Make what does things with notes, what takes changes back, and what lists them."""
    document_controller, status = window.document_controller, window.status
    window.reader.copy_choice = window.settings.copying
    annotation_controller = AnnotationController(document_controller, lambda: window.settings.author)
    undo_controller = UndoController(document_controller, annotation_controller)
    notes_controller = NotesController(
        document_controller,
        annotation_controller,
        window.worker,
        paths,
        window.appearance,
        window.choose_files,
        window.choose_target,
    )
    for telling in (annotation_controller.told, notes_controller.told, undo_controller.told):
        telling.connect(status.tell)
    for failing in (annotation_controller.failed, notes_controller.failed):
        failing.connect(window.show_failure)
    annotation_controller.search_asked.connect(partial(_search, window))
    annotation_controller.recovered.connect(window.message_bar.dismiss)
    notes_controller.undo_asked.connect(undo_controller.undo)
    window.import_controller.notes_moved.connect(notes_controller.offer_look)
    window.search_controller.note_wanted.connect(annotation_controller.edit)
    return annotation_controller, undo_controller, notes_controller


def _search(window: MainWindow, document: Document, made: tuple[Annotation, ...]) -> None:
    """Look for notes in a text that came anew, in the worker."""
    from services.notes.anchor_resolution import resolve

    window.notes_controller.run(lambda job: resolve(job.db, document, made), window.annotation_controller.searched)
