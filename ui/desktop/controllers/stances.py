"""Stances in the window: one's own on what has the caret, and those of other delegations."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from documents.annotations.model import Annotation
from library import notes
from services.notes import annotation_edits
from ui.desktop.controllers.document_controller import DocumentController
from ui.desktop.support.note_text import stance_word

if TYPE_CHECKING:
    from ui.desktop.controllers.annotation_controller import AnnotationController


class Stances(QObject):
    """Takes stances on the current provision, or on the footnote that has the caret."""

    def __init__(
        self,
        annotation_controller: AnnotationController,
        document_controller: DocumentController,
        author: Callable[[], str],
    ) -> None:
        """`author` says whose stance it is where nobody else is named."""
        super().__init__(annotation_controller)
        self._annotation_controller, self._document_controller, self._author = (
            annotation_controller,
            document_controller,
            author,
        )

    def take(self, stance: str) -> None:
        """Take a stance, or with "" take it back."""
        text, provision, db = (
            self._document_controller.reader.current(),
            self._annotation_controller.provision(),
            self._document_controller.db,
        )
        if text is None or not provision or db is None:
            return
        author, before = self._author(), notes.count(db)
        made = self._annotation_controller.write(
            lambda db: annotation_edits.take_stance(db, text.document, provision, stance, author) or True
        )
        if made is False:
            return
        gone = isinstance(made, Annotation) or notes.count(db) < before
        if stance:
            said = stance_word(stance)
        else:
            said = self.tr("Stance taken back") if gone else self.tr("You have taken no stance here")
        self._annotation_controller.told.emit(said)

    def take_of_another(self) -> None:
        """Begin the stance of somebody else: which one, then who takes it."""
        self._annotation_controller.new_note()
        self._annotation_controller.editing.ask_stance()
