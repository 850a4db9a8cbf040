"""Undo and redo in the window, over notes, labels, documents and corrected citations alike."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from library import citation_overrides, document_versions, journal
from services import undo
from ui.desktop.controllers.annotation_controller import AnnotationController
from ui.desktop.controllers.document_controller import DocumentController

if TYPE_CHECKING:
    from ui.desktop.controllers.citation_controller import CitationController


class UndoController(QObject):
    """Takes back the last change of anything, whichever session made it, and makes it again."""

    told = Signal(str)
    documents_changed = Signal()

    def __init__(self, document_controller: DocumentController, annotation_controller: AnnotationController) -> None:
        super().__init__()
        self._document_controller, self._annotation_controller = document_controller, annotation_controller
        self.citing: CitationController | None = None

    def undo(self) -> None:
        """Take the last change back."""
        self._step(journal.next_undo, undo.undo, "undo", (self.tr("Undone"), self.tr("There is nothing to undo")))

    def redo(self) -> None:
        """Make the change again that was taken back last."""
        self._step(journal.next_redo, undo.redo, "redo", (self.tr("Done again"), self.tr("There is nothing to redo")))

    def _step(
        self, next_: Callable[..., str | None], step: Callable[..., object], name: str, said: tuple[str, str]
    ) -> None:
        db = self._document_controller.db
        if db is None or not self._annotation_controller.save_all():
            return
        subject = next_(db)
        if subject == citation_overrides.SUBJECT and self.citing is not None:
            getattr(self.citing.correcting, name)()
        elif subject is None:
            self.told.emit(said[1])
        elif self._document_controller.write(step):
            self.told.emit(said[0])
            self._annotation_controller.refresh()
            self._annotation_controller.editing.renew(anew=True)
            self._annotation_controller.changed.emit()
            self._document_controller.bookmarks_changed.emit()
            if subject == document_versions.SUBJECT:
                self.documents_changed.emit()
