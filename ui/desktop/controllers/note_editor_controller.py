"""The editor of notes in the margin: opened on one note, its words and properties written to the library."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from documents.annotations.model import Annotation
from library import labels, notes
from library.database import Database
from services.notes import annotation_edits
from ui.desktop.controllers.draft_store import DraftStore
from ui.desktop.controllers.library_session import LibrarySession
from ui.desktop.reader.pane import ReaderPane
from ui.desktop.support.changes import Subject

if TYPE_CHECKING:
    from ui.desktop.reader.margin import NotesMargin


class NoteEditorController(QObject):
    """Opens the editor of the shown page on one note at a time."""

    note_clicked = Signal(str)
    """The id of a note in the margin."""
    removal_requested = Signal(str)
    close_requested = Signal()

    def __init__(
        self, session: LibrarySession, reader: ReaderPane, draft_store: DraftStore, author: Callable[[], str]
    ) -> None:
        """`author` returns who takes a stance if nobody else is named."""
        super().__init__()
        self._session, self._reader, self._draft_store, self._author = session, reader, draft_store, author
        self._margins: set[int] = set()

    @property
    def edited(self) -> str:
        """The id of the note in the editor, "" for none."""
        margin = self._margin()
        return margin.edited if margin is not None else ""

    def open(self, note: Annotation) -> bool:
        """Open the editor on a note of the shown text, or return False if no text is shown."""
        margin, view = self._margin(), self._reader.view()
        if margin is None or view is None:
            return False
        view.annotation_overlay.choose(note.id)
        self._draft_store.open(note)
        margin.edit(self._draft_store.typed(note), *self._known())
        return True

    def put_away(self) -> None:
        """Write the words in the editor, or drop a new note without words."""
        margin = self._margin()
        if margin is not None and margin.edited:
            margin.editor.commit()
            self._draft_store.close(margin.edited)

    def show(self, note: Annotation | None, *, anew: bool = False) -> None:
        """Show the note in the editor as it is now, or close the editor if there is none.

        Words being typed stay, unless `anew` replaces them because they were undone.
        """
        margin = self._margin()
        if margin is None:
            return
        if note is None:
            margin.close_editor()
            self._choose_none()
            return
        if anew:
            self._draft_store.open(note)
        margin.editor.show_note(self._draft_store.typed(note), *self._known(), anew=anew)

    def close(self) -> None:
        """Close the editor and write its words."""
        margin = self._margin()
        if margin is not None:
            left = margin.edited
            margin.close_editor()
            self._draft_store.close(left)
        self._choose_none()

    def ask_stance(self) -> None:
        """Ask for the stance of the note in the editor."""
        margin = self._margin()
        if margin is not None and margin.edited:
            margin.editor.ask_stance()

    def holds_focus(self) -> bool:
        """Return whether the keyboard is in the editor."""
        margin = self._margin()
        return margin is not None and bool(margin.edited) and margin.editor.holds_focus()

    def set_colour(self, colour: str) -> None:
        """Give the note in the editor a colour, "" for none."""
        self._change(self.edited, partial(annotation_edits.set_colour, colour=colour))

    def _choose_none(self) -> None:
        view = self._reader.view()
        if view is not None:
            view.annotation_overlay.choose("")

    def _known(self) -> tuple[list[str], list[str]]:
        """Return the labels of the library, and the authors of its stances."""
        db = self._session.db
        if db is None:
            return [], []
        return [label.path for label in labels.all_labels(db)], list(notes.authors(db))

    def _margin(self) -> NotesMargin | None:
        page = self._reader.page()
        margin = None if page is None else page.margin
        if margin is not None and id(margin) not in self._margins:
            key = id(margin)
            self._margins.add(key)
            margin.destroyed.connect(lambda: self._margins.discard(key))
            self._connect(margin)
        return margin

    def _connect(self, margin: NotesMargin) -> None:
        editor = margin.editor
        margin.chosen.connect(self.note_clicked)
        editor.edited.connect(self._draft_store.type)
        editor.left.connect(lambda _: self._draft_store.leave())
        editor.closed.connect(self.close_requested)
        editor.removed.connect(self.removal_requested)
        editor.colour_chosen.connect(
            lambda id_, colour: self._change(id_, partial(annotation_edits.set_colour, colour=colour))
        )
        editor.labels_chosen.connect(
            lambda id_, named: self._change(id_, partial(annotation_edits.set_labels, labels=named))
        )
        editor.stance_chosen.connect(self._set_stance)

    def _set_stance(self, id_: str, stance: str, who: str) -> None:
        self._change(id_, partial(annotation_edits.set_stance, stance=stance, author=who or self._author()))

    def _change(self, id_: str, change: Callable[..., object]) -> None:
        """Change a note. A draft is stored first, and stays a draft if that fails."""
        draft = next((one for one in self._draft_store.drafts() if one.id == id_), None)

        def write(db: Database) -> None:
            if draft is not None:
                annotation_edits.store(db, draft)
                self._draft_store.stored(id_)
            if notes.has(db, id_):
                change(db, id_=id_)

        self._session.write(write, Subject.NOTES)
