"""Annotations of the open text: shown, made, changed and removed, from keys, palette, menus and margin."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu

from documents.annotations.model import Annotation, AnnotationKind
from documents.position import Position, Span
from library import notes
from services.notes import anchor_resolution, annotation_edits
from services.notes.anchor_resolution import PlacedAnnotation
from ui.desktop.controllers.document_controller import DocumentController
from ui.desktop.controllers.draft_store import DraftStore
from ui.desktop.controllers.library_session import LibrarySession
from ui.desktop.controllers.note_editor_controller import NoteEditorController
from ui.desktop.reader.annotation_menu import AnnotationMenu
from ui.desktop.support import messages
from ui.desktop.support.changes import Subject
from ui.desktop.support.note_text import colour_word, stance_word
from ui.desktop.support.operations import Job, Operation

if TYPE_CHECKING:
    from documents.model import Document
    from library.database import Database
    from services.documents.open_text import OpenText
    from ui.desktop.controllers.footnote_annotations import FootnoteAnnotations


class AnnotationController(QObject):
    """Shows the annotations of the open text and its footnotes, and carries out the commands on them."""

    told = Signal(str)
    failed = Signal(str, str)
    """Typed words could not be saved: head and body of the message."""
    recovered = Signal()
    """The words that could not be saved are saved now."""

    def __init__(
        self, session: LibrarySession, document_controller: DocumentController, author: Callable[[], str]
    ) -> None:
        """`author` returns who takes a stance if nobody else is named."""
        super().__init__()
        self._session, self._document_controller, self._author = session, document_controller, author
        self._reader = document_controller.reader
        self.draft_store = DraftStore(session.db)
        self.editor = NoteEditorController(session, self._reader, self.draft_store, author)
        self.footnotes: FootnoteAnnotations | None = None
        """The footnotes beside the text, which can be annotated too."""
        self.placed: tuple[PlacedAnnotation, ...] = ()
        self._menu = AnnotationMenu()
        self._came_from_footnotes = False
        self._said_saved = False
        self._searched: dict[object, PlacedAnnotation | None] = {}
        """Notes that have to be looked for in the shown text, by id and last change, and where they were found."""
        self._stamp: object = None
        self._connect()

    def _connect(self) -> None:
        self.draft_store.saved.connect(self._saved)
        self.draft_store.failed.connect(lambda error: self.failed.emit(*messages.unsaved_notes(error)))
        self.draft_store.recovered.connect(self.recovered)
        self.editor.note_clicked.connect(self.edit)
        self.editor.removal_requested.connect(self.remove)
        self.editor.close_requested.connect(self._close_editor)
        self._document_controller.text_changed.connect(self._text_changed)
        self._session.changes.on(Subject.NOTES, self.refresh)
        self._reader.note_resized.connect(self.set_spans)
        self._reader.note_clicked.connect(self._clicked)
        self._reader.menu_opening.connect(self._fill_menu)
        self._reader.palette_asked.connect(self._palette_chosen)
        menu = self._menu
        menu.colour_chosen.connect(self.mark)
        menu.note_requested.connect(lambda on_document: self.new_note(on_document=on_document))
        menu.stance_chosen.connect(self.take_stance)
        menu.other_stance_requested.connect(self.take_stance_of_another)
        menu.edit_requested.connect(self.edit)
        menu.removal_requested.connect(self.remove)
        menu.move_requested.connect(self.note_to_selection)

    # Showing

    def refresh(self) -> None:
        """Show the annotations of the open text as they are in the library now."""
        text, db, page = self._reader.current(), self._session.db, self._reader.page()
        if text is None or db is None or page is None:
            return
        drafts = self.draft_store.drafts()
        stamp = (id(page.view.shown), db.version(), drafts)
        if stamp == self._stamp:
            return
        self._stamp = stamp
        found, waiting = anchor_resolution.resolve_text_at_once(db, text.document)
        fresh = tuple(one for one in waiting if (one.id, one.changed) not in self._searched)
        if fresh:
            self._searched.update(((one.id, one.changed), None) for one in fresh)
            self._search(text.document, fresh)
        known = (self._searched[one.id, one.changed] for one in waiting)
        self.placed = (*found, *filter(None, known), *_placed_drafts(drafts, text))
        self._show()
        if edited := self.editor.edited:
            one = self.find(edited)
            self.editor.show(one.annotation if one is not None else None)
            if one is None:
                self._show()

    def show_undone(self) -> None:
        """Show the words of the edited note in place of those being typed, after an undo or redo."""
        if (edited := self.editor.edited) and (one := self.find(edited)) is not None:
            self.editor.show(one.annotation, anew=True)

    def add_footnotes(self, footnotes: FootnoteAnnotations) -> None:
        """Show annotations in the footnotes too, which are made after the text."""
        self.footnotes = footnotes
        footnotes.clicked.connect(self._clicked)
        self._stamp = None
        self.refresh()

    def find(self, id_: str) -> PlacedAnnotation | None:
        """Return an annotation of the open text."""
        return next((one for one in self.placed if one.annotation.id == id_), None)

    def go_to(self, note: Annotation) -> None:
        """Open the text of a note, and go to its words."""
        if not self._document_controller.open(note.document, note.language or None):
            return
        self.refresh()
        one = self.find(note.id)
        spans = one.spans if one is not None else ()
        place = spans[0] if spans else (note.targets[0].span if note.targets else None)
        text = self._reader.current()
        if place is not None and text is not None and text.document.has_provision(place.provision):
            self._document_controller.go_to(Position(place.provision, place.start if spans else 0))
        elif place is not None and place.provision.startswith("fn_"):
            self._document_controller.go_to(Position(place.provision))
        view = self._reader.view()
        if view is not None and spans:
            view.annotation_overlay.choose(note.id)

    # The place of the caret

    def here(self, *, provision: bool = False) -> tuple[str, ...]:
        """Return the ids of the annotations at the caret of the text or of its footnotes, the uppermost first.

        With `provision` return those of the current provision if there is none at the caret.
        """
        view = self._reader.view()
        if self.footnotes is not None and self.footnotes.hasFocus():
            return self.footnotes.here()
        return () if view is None else view.notes_at_caret() or (view.notes_of_provision() if provision else ())

    def provision(self) -> str:
        """Return the id of the provision or footnote that has the caret."""
        if self.footnotes is not None and self.footnotes.hasFocus():
            return self.footnotes.provision()
        return self._document_controller.provision

    # Commands

    def mark(self, colour: str) -> None:
        """Highlight the selection, else the current provision. In the editor set the colour of its note."""
        text, spans = self._reader.current(), self._spans()
        if self.editor.holds_focus():
            self.editor.set_colour(colour)
            return
        if text is None or not spans:
            return
        made = self._session.write(
            lambda db: annotation_edits.highlight(db, text.document, spans, colour), Subject.NOTES
        )
        if made:
            self._deselect()
            self.told.emit(colour_word(colour))

    def unmark(self) -> None:
        """Remove the uppermost highlight at the caret or on the selection."""
        if self.editor.holds_focus():
            self.editor.set_colour("")
            return
        marks = [one for id_ in self.here(provision=True) if (one := self.find(id_)) is not None]
        plain = [one for one in marks if one.annotation.colour] or marks
        if plain:
            self.remove(plain[0].annotation.id)
        else:
            self.told.emit(self.tr("There is no mark here"))

    def ask_colour(self) -> None:
        """Open the palette of the text, or a menu of colours at the caret of the footnotes."""
        page = self._reader.page()
        if self.footnotes is not None and self.footnotes.hasFocus():
            self._menu.ask_colour(self._reader, self.footnotes.caret_point())
        elif page is not None and page.text is not None:
            page.palette_.ask()

    def remove(self, id_: str) -> None:
        """Move an annotation to the trash."""
        if self.editor.edited == id_:
            self._close_editor()
        if self._session.write(lambda db: notes.remove(db, (id_,)), Subject.NOTES):
            self.told.emit(self.tr("Removed; undo brings it back"))

    def note(self) -> None:
        """Edit the note at the caret, or write a new one on the selection or the current provision."""
        found = () if self._is_selected() else self.here()
        held = [one for id_ in found if (one := self.find(id_)) is not None]
        held = [one for one in held if one.annotation.kind is not AnnotationKind.BOOKMARK]
        if held:
            self.edit(held[0].annotation.id)
        else:
            self.new_note()

    def new_note(self, *, on_document: bool = False) -> None:
        """Begin a note on the selection, the current provision or the document. It is stored with its first words."""
        text, db = self._reader.current(), self._session.db
        spans = () if on_document else self._spans()
        if text is None or db is None or not (spans or on_document):
            return
        document = text.document
        moment = annotation_edits.NOW
        targets = annotation_edits.targets_for(document, spans)
        fresh = (document.symbol, document.language, targets, moment, moment)
        draft = Annotation(db.new_id(), AnnotationKind.NOTE, *fresh)
        self.draft_store.draft(draft)
        self._deselect()
        self.refresh()
        self.edit(draft.id)

    def edit(self, id_: str) -> None:
        """Open the editor on a note of the open text."""
        if self.editor.edited not in {"", id_}:
            self.editor.put_away()
            self.refresh()  # a draft without words is gone
        one, footnotes = self.find(id_), self.footnotes
        if one is not None:
            came_from_footnotes = footnotes is not None and footnotes.hasFocus()
            if self.editor.open(one.annotation):
                self._came_from_footnotes = came_from_footnotes
                self._show()

    def set_spans(self, id_: str, spans: Sequence[Span]) -> None:
        """Re-anchor a note to other spans."""
        text = self._reader.current()
        if text is None:
            return
        if self.draft_store.move(id_, annotation_edits.targets_for(text.document, spans)):
            self.refresh()
        else:
            self._session.write(
                lambda db: annotation_edits.set_spans(db, text.document, id_, spans) if notes.has(db, id_) else None,
                Subject.NOTES,
            )

    def note_to_selection(self) -> None:
        """Re-anchor the chosen note to the selected words."""
        view, spans = self._reader.view(), self._spans()
        id_ = view.marks.state.chosen if view is not None else ""
        if self.find(id_) is not None and spans and self._is_selected():
            self.set_spans(id_, spans)
            self._deselect()

    def take_stance(self, stance: str) -> None:
        """Take a stance on the current provision or footnote, or withdraw it with ""."""
        text, provision, db = self._reader.current(), self.provision(), self._session.db
        if text is None or not provision or db is None:
            return
        author, before = self._author(), notes.count(db)
        made = self._session.write(
            lambda db: annotation_edits.take_stance(db, text.document, provision, stance, author), Subject.NOTES
        )
        if made is False:
            return
        gone = made is not None or notes.count(db) < before
        if stance:
            said = stance_word(stance)
        else:
            said = self.tr("Stance taken back") if gone else self.tr("You have taken no stance here")
        self.told.emit(said)

    def take_stance_of_another(self) -> None:
        """Begin a note with the stance of another delegation: ask for the stance, then for its name."""
        self.new_note()
        self.editor.ask_stance()

    def save_all(self) -> bool:
        """Write all typed words and return whether all of them are on disk."""
        return self.draft_store.flush()

    # Inside

    def _show(self) -> None:
        """Show the known annotations in the text, in the margin and in the footnotes."""
        page, text = self._reader.page(), self._reader.current()
        if page is not None:
            page.set_notes(self.placed)
        if self.footnotes is not None and text is not None:
            self.footnotes.show(self.placed, text)

    def _text_changed(self, _text: object) -> None:
        self._searched.clear()
        self.refresh()

    def _search(self, document: Document, wanted: tuple[Annotation, ...]) -> None:
        """Look for annotations in a text that replaced another, in the background."""

        def work(job: Job[Database]) -> Sequence[PlacedAnnotation]:
            return anchor_resolution.resolve(job.db, document, wanted)

        self._session.start(Operation(work, success=self._found))

    def _found(self, placed: Sequence[PlacedAnnotation]) -> None:
        """Show the annotations that were found, except those of another text and those changed meanwhile."""
        keys = {(one.annotation.id, one.annotation.changed): one for one in placed}
        self._searched.update((key, one) for key, one in keys.items() if key in self._searched)
        self._stamp = None
        self.refresh()

    def _close_editor(self) -> None:
        """Close the editor, and return the keyboard to the text or the footnotes."""
        self.editor.close()
        self.refresh()
        if self._came_from_footnotes and self.footnotes is not None:
            self.footnotes.take_focus()
        else:
            self._document_controller.focus_text()

    def _saved(self, _id: str) -> None:
        if not self._said_saved:
            self._said_saved = True
            self.told.emit(self.tr("Note saved"))
        self._session.changes.tell(Subject.NOTES)

    def _clicked(self, ids: tuple[str, ...], point: QPoint) -> None:
        """Edit the note that was clicked. If several overlap, ask for one."""
        if len(ids) == 1:
            self.edit(ids[0])
        else:
            found = [one.annotation for id_ in ids if (one := self.find(id_)) is not None]
            self._menu.ask_note(found, self._reader, point)

    def _fill_menu(self, menu: QMenu, _value: object) -> None:
        view = self._reader.view()
        if view is None or menu.parent() is not view:
            return
        found = [one.annotation for id_ in self.here(provision=True) if (one := self.find(id_)) is not None]
        movable = bool(view.marks.state.chosen) and view.textCursor().hasSelection()
        self._menu.fill(menu, found, movable=movable)

    def _palette_chosen(self, choice: str) -> None:
        """Carry out a choice of the palette: `note`, `copy`, `quote` or a colour."""
        view = self._reader.view()
        if choice == "note":
            self.new_note()
        elif choice in {"copy", "quote"} and view is not None:
            view.copier.copy() if choice == "copy" else view.copier.copy_with_reference()
        elif choice:
            self.mark(choice)
            self._document_controller.focus_text()

    def _spans(self) -> tuple[Span, ...]:
        view, text = self._reader.view(), self._reader.current()
        if self.footnotes is not None and self.footnotes.hasFocus() and text is not None:
            return self.footnotes.spans(text)
        selection = view.selection() if view is not None else None
        return selection.spans() if selection is not None else ()

    def _is_selected(self) -> bool:
        view = self._reader.view()
        if self.footnotes is not None and self.footnotes.hasFocus():
            return self.footnotes.has_selection()
        return view is not None and view.textCursor().hasSelection()

    def _deselect(self) -> None:
        view = self._reader.view()
        cursor = view.textCursor() if view is not None else None
        if view is not None and cursor is not None and cursor.hasSelection():
            cursor.setPosition(cursor.selectionStart())
            view.setTextCursor(cursor)
        if self.footnotes is not None and self.footnotes.has_selection():
            self.footnotes.deselect()


def _placed_drafts(drafts: Sequence[Annotation], text: OpenText) -> list[PlacedAnnotation]:
    """Return the drafts of a text as they stand in it."""
    here = (text.document.symbol, text.document.language)
    return [
        anchor_resolution.resolve_draft(text.document, one) for one in drafts if (one.document, one.language) == here
    ]
