"""The editor of a note joined to the library: opened on a note, written to, put away, and the keyboard led back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from library import labels, notes
from services.notes import annotation_edits
from ui.desktop.controllers.document_controller import DocumentController

if TYPE_CHECKING:
    from ui.desktop.controllers.annotation_controller import AnnotationController
    from ui.desktop.reader.margin import NotesMargin


class NoteEditing(QObject):
    """Opens the editor of the open text on one note at a time."""

    def __init__(
        self,
        annotation_controller: AnnotationController,
        document_controller: DocumentController,
        author: Callable[[], str],
    ) -> None:
        """`author` says who takes a stance where nobody else is named."""
        super().__init__(annotation_controller)
        self._annotation_controller, self._document_controller, self._author = (
            annotation_controller,
            document_controller,
            author,
        )
        self._margins: set[int] = set()
        self._came_from_footnotes = False

    @property
    def edited(self) -> str:
        """The id of the note in the editor, "" for none."""
        margin = self._margin()
        return margin.edited if margin is not None else ""

    def open(self, id_: str) -> None:
        """Open the editor on a note of the open text."""
        margin, view = self._margin(), self._document_controller.reader.view()
        draft_store, footnotes = self._annotation_controller.draft_store, self._annotation_controller.footnotes
        if margin is not None and margin.edited and margin.edited != id_:
            margin.editor.commit()
            draft_store.close(margin.edited)
            self._annotation_controller.refresh()  # one that had no word is gone
        one = self._annotation_controller.find(id_)
        if margin is None or one is None or view is None:
            return
        self._came_from_footnotes = footnotes is not None and footnotes.hasFocus()
        view.annotation_overlay.choose(id_)
        draft_store.open(one.annotation)
        margin.edit(draft_store.typed(one.annotation), *self._known())
        self._annotation_controller.show()

    def ask_stance(self) -> None:
        """Ask for the stance of the note in the editor."""
        margin = self._margin()
        if margin is not None and margin.edited:
            margin.editor.ask_stance()

    def renew(self, *, anew: bool = False) -> None:
        """Show the note in the editor as it is now; one that is gone closes it.

        What is being typed is left alone, unless the note is to be shown `anew`: its words were taken back.
        """
        margin = self._margin()
        if margin is None or not margin.edited:
            return
        one = self._annotation_controller.find(margin.edited)
        if one is None:
            margin.close_editor()
            view = self._document_controller.reader.view()
            if view is not None:
                view.annotation_overlay.choose("")
            self._annotation_controller.show()
        else:
            if anew:
                self._annotation_controller.draft_store.open(one.annotation)
            margin.editor.show_note(
                self._annotation_controller.draft_store.typed(one.annotation), *self._known(), anew=anew
            )

    def close(self) -> None:
        """Put the editor away, and lead the keyboard back to where it came from."""
        margin, view = self._margin(), self._document_controller.reader.view()
        if margin is not None:
            left = margin.edited
            margin.close_editor()
            self._annotation_controller.draft_store.close(left)
        if view is not None:
            view.annotation_overlay.choose("")
        self._annotation_controller.refresh()
        footnotes = self._annotation_controller.footnotes
        if self._came_from_footnotes and footnotes is not None:
            footnotes.take_focus()
        else:
            self._document_controller.focus_text()

    def _known(self) -> tuple[list[str], list[str]]:
        """Return the labels there are, and who has taken a stance so far."""
        db = self._document_controller.db
        if db is None:
            return [], []
        return [label.path for label in labels.all_labels(db)], list(notes.authors(db))

    def _margin(self) -> NotesMargin | None:
        page = self._document_controller.reader.page()
        margin = None if page is None else page.margin
        if margin is not None and id(margin) not in self._margins:
            key = id(margin)
            self._margins.add(key)
            margin.destroyed.connect(lambda: self._margins.discard(key))
            self._join(margin)
        return margin

    def _join(self, margin: NotesMargin) -> None:
        draft_store, editor = self._annotation_controller.draft_store, margin.editor
        margin.chosen.connect(self.open)
        editor.edited.connect(draft_store.type)
        editor.left.connect(lambda _: draft_store.leave())
        editor.closed.connect(self.close)
        editor.removed.connect(self._annotation_controller.remove)
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
        """Change a note in the editor; one that is not on disk yet is stored first."""
        draft = next((one for one in self._annotation_controller.draft_store.drafts() if one.id == id_), None)
        if draft is not None:
            if self._annotation_controller.write(partial(annotation_edits.store, made=draft)) is False:
                return  # its words are kept, and written when they can be
            self._annotation_controller.draft_store.stored(id_)
        self._annotation_controller.write(lambda db: change(db, id_=id_) if notes.has(db, id_) else None)

    def holds_focus(self) -> bool:
        """Say whether the keyboard is in the editor."""
        margin = self._margin()
        return margin is not None and bool(margin.edited) and margin.editor.holds_focus()

    def colour(self, colour: str) -> None:
        """Give the note in the editor a colour, "" for none."""
        self._change(self.edited, partial(annotation_edits.set_colour, colour=colour))
