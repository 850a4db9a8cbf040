"""Undo and redo of every change of the library, in whichever session it was made."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from library import citation_overrides, document_versions
from library.database import Database
from services import undo
from services.citations.overrides import OverrideChange
from services.undo import UndoResult
from ui.desktop.controllers.document_controller import DocumentController
from ui.desktop.controllers.library_session import LibrarySession
from ui.desktop.support.changes import Subject

_SUBJECTS = {
    citation_overrides.SUBJECT: Subject.CITATIONS,
    document_versions.SUBJECT: Subject.DOCUMENTS | Subject.NOTES,
}
"""Changes of the window for the subjects of the journal. Every other subject belongs to notes."""


class UndoController(QObject):
    """Undoes the last change and redoes the one undone last."""

    told = Signal(str)
    undone = Signal()
    """A change was undone or redone, and words being typed are out of date."""

    def __init__(
        self, session: LibrarySession, document_controller: DocumentController, save: Callable[[], bool]
    ) -> None:
        """`save` writes the words being typed and returns whether all of them are on disk."""
        super().__init__()
        self._session, self._document_controller, self._save = session, document_controller, save

    def undo(self) -> None:
        """Undo the last change."""
        said = self.tr("Undone"), self.tr("Correction undone"), self.tr("There is nothing to undo")
        self._step(undo.undo, *said)

    def redo(self) -> None:
        """Redo the change undone last."""
        said = self.tr("Done again"), self.tr("Correction done again"), self.tr("There is nothing to redo")
        self._step(undo.redo, *said)

    def undo_citation(self) -> None:
        """Undo the last correction of a citation, whatever was changed after it."""
        from services.citations import overrides

        changed = self._session.write(
            overrides.undo, lambda changed: Subject.NONE if changed is None else Subject.CITATIONS
        )
        if changed is None:
            self.told.emit(self.tr("There is no correction to undo."))
        elif changed is not False:
            self._show_citation(changed)
            self.told.emit(self.tr("Correction undone"))

    def _step(self, step: Callable[[Database], UndoResult | None], done: str, citation_done: str, nothing: str) -> None:
        if not self._save():
            return
        undone = self._session.write(step, _changed)
        if undone is None:
            self.told.emit(nothing)
        elif undone is not False:
            if undone.citation is not None:
                self._show_citation(undone.citation)
            self.told.emit(done if undone.citation is None else citation_done)
            self.undone.emit()

    def _show_citation(self, changed: OverrideChange) -> None:
        if changed.span is not None:
            self._document_controller.show_span(changed.symbol, changed.language, changed.span)


def _changed(undone: UndoResult | None) -> Subject:
    changed = Subject.NONE
    for subject in undone.subjects if undone is not None else ():
        changed |= _SUBJECTS.get(subject, Subject.NOTES)
    return changed
