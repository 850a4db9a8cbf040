"""Study pads: opened for a label, filled in the background, and refreshed while they are open."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from documents.annotations.model import Annotation
from ui.desktop.controllers.library_session import LibrarySession
from ui.desktop.panels.notes.study_pad import StudyPad
from ui.desktop.panels.notes.study_pad_page import StudyPadNote
from ui.desktop.support.appearance import Appearance
from ui.desktop.support.changes import Subject
from ui.desktop.support.operations import Job, Operation

if TYPE_CHECKING:
    from library.database import Database


class StudyPadController(QObject):
    """Keeps one pad a label, and fills each with the notes of its label."""

    note_moved = Signal(str, str, str)
    """A label, the id of a note, and that of the note it is to stand before ("" for the last place)."""

    def __init__(
        self, session: LibrarySession, appearance: Appearance, open_note: Callable[[Annotation], object]
    ) -> None:
        """`open_note` shows a note in its text."""
        super().__init__()
        self._session, self._appearance, self._open_note = session, appearance, open_note
        self._pads: dict[int, StudyPad] = {}
        self._filling: dict[int, Operation[Database, tuple[StudyPadNote, ...]]] = {}
        session.changes.on(Subject.NOTES | Subject.SETTINGS, self._refresh)

    def open(self, label: str, parent: QWidget) -> None:
        """Open the pad of a label, or raise the one that is open."""
        pad = next((one for one in self._pads.values() if one.label == label and one.isVisible()), None)
        if pad is None:
            pad = StudyPad(self._appearance, label, parent)
            self._pads[id(pad)] = pad
            pad.opened.connect(self._open_note)
            pad.moved.connect(partial(self.note_moved.emit, label))
            key = id(pad)
            pad.destroyed.connect(lambda: self._forget(key))
            self._fill(pad)
        pad.show()
        pad.raise_()
        pad.activateWindow()

    def _refresh(self) -> None:
        for pad in self._pads.values():
            self._fill(pad)

    def _fill(self, pad: StudyPad) -> None:
        key, label, language = id(pad), pad.label, self._appearance.language

        def work(job: Job[Database]) -> tuple[StudyPadNote, ...]:
            return _notes(job.db, label, language)

        operation = Operation(work, success=pad.show_notes)
        self._filling[key] = self._session.start(operation, instead_of=self._filling.get(key))

    def _forget(self, key: int) -> None:
        """Forget a pad that was closed."""
        self._pads.pop(key, None)
        operation = self._filling.pop(key, None)
        if operation is not None and not operation.is_over():
            operation.cancel()


def _notes(db: Database, label: str, language: str) -> tuple[StudyPadNote, ...]:
    """Return the notes of a label and of the labels inside it, in the user's order, with their quotations."""
    from library import labels, notes
    from services.notes.note_exchange import with_references

    inner = [one.path for one in labels.all_labels(db) if one.outer == label]
    made = [notes.annotation(db, id_) for id_ in labels.order(db, label)]
    groups = [next((path for path in (label, *inner) if path in one.labels), label) for one in made]
    return tuple(
        StudyPadNote(one, group) for one, group in zip(with_references(db, made, language), groups, strict=True)
    )
