"""Conflicts of merged notes: shown side by side, and resolved in the library."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from documents.annotations.model import Annotation
from services.notes import note_merge
from ui.desktop.controllers.library_session import LibrarySession
from ui.desktop.panels.notes.conflict_sheet import ConflictSheet
from ui.desktop.support.appearance import Appearance
from ui.desktop.support.changes import Subject

if TYPE_CHECKING:
    from library.conflicts import OpenConflict
    from services.notes.note_merge import Side


class ConflictController(QObject):
    """Opens one sheet of all open conflicts, and keeps it up to date."""

    def __init__(
        self, session: LibrarySession, appearance: Appearance, open_note: Callable[[Annotation], object]
    ) -> None:
        """`open_note` shows a note in its text."""
        super().__init__()
        self._session, self._appearance, self._open_note = session, appearance, open_note
        self._sheets: dict[int, ConflictSheet] = {}
        session.changes.on(Subject.NOTES, self._refresh)

    def show(self, parent: QWidget, first: str = "") -> None:
        """Show the conflicts if there are any, beginning with the one of an id."""
        pairs = note_merge.pending_conflicts(self._session.db) if self._session.db is not None else ()
        if not pairs:
            return
        sheet = next((one for one in self._sheets.values() if one.isVisible()), None)
        if sheet is None:
            sheet = ConflictSheet(self._appearance, pairs, parent)
            self._sheets[id(sheet)] = sheet
            sheet.chosen.connect(self.choose)
            sheet.opened.connect(self._open_note)
            key = id(sheet)
            sheet.destroyed.connect(lambda: self._sheets.pop(key, None))
        sheet.show_conflict(first)
        sheet.show()
        sheet.raise_()
        sheet.activateWindow()

    def choose(self, conflict: OpenConflict, side: Side) -> None:
        """Resolve a conflict with one side, or with both."""
        self._session.write(partial(note_merge.resolve_conflict, conflict=conflict, side=side), Subject.NOTES)

    def _refresh(self) -> None:
        if self._sheets and self._session.db is not None:
            pairs = note_merge.pending_conflicts(self._session.db)
            for sheet in tuple(self._sheets.values()):
                sheet.show_pairs(pairs)
