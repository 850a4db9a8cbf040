"""Marks and notes in the window: from keys, palette, menu and margin to the library, and back into the text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from documents.annotations.model import Annotation, AnnotationKind, Stance
from documents.position import Position, Span
from library import notes
from services.notes import anchor_resolution, annotation_edits
from services.notes.anchor_resolution import Placed
from ui.desktop.controllers.document_controller import DocumentController
from ui.desktop.controllers.draft_store import DraftStore
from ui.desktop.controllers.note_editing import NoteEditing
from ui.desktop.controllers.note_menus import NoteMenus
from ui.desktop.controllers.stances import Stances
from ui.desktop.support import messages
from ui.desktop.support.appearance import COLOURS
from ui.desktop.support.note_text import colour_word

if TYPE_CHECKING:
    from library.database import Database
    from services.documents.document_reader import OpenText
    from ui.desktop.controllers.footnote_annotations import FootnoteAnnotations


class AnnotationController(QObject):
    """Does what is asked of notes in the open text; `changed` tells whoever lists them."""

    changed = Signal()
    told = Signal(str)
    failed = Signal(str, str)
    search_asked = Signal(object, object)
    """A Document, and its notes that have to be looked for; `searched` is to be called with them as Placed."""
    recovered = Signal()
    """What could not be saved is saved now."""

    def __init__(self, document_controller: DocumentController, author: Callable[[], str]) -> None:
        """`author` says who takes a stance."""
        super().__init__()
        self._document_controller = document_controller
        self.draft_store = DraftStore(lambda: document_controller.db)
        self.draft_store.saved.connect(self._saved)
        self.draft_store.failed.connect(lambda error: self.failed.emit(*messages.unsaved_notes(error)))
        self.draft_store.recovered.connect(self.recovered)
        self.placed: tuple[Placed, ...] = ()
        self._said_saved = False
        self._searched: dict[object, Placed | None] = {}
        """What is looked for in the text that is shown, by id and last change, and where it was found."""
        self._stamp: object = None
        self.footnotes: FootnoteAnnotations | None = None
        """The list of footnotes, whose words can be marked too."""
        self.editing = NoteEditing(self, document_controller, author)
        document_controller.text_changed.connect(self._read)
        document_controller.bookmarks_changed.connect(self.refresh)
        reader = document_controller.reader
        reader.note_resized.connect(self.set_spans)
        self.menus, self.stances = NoteMenus(self, document_controller), Stances(self, document_controller, author)

    # What is shown

    def refresh(self) -> None:
        """Show the notes of the open text as they are now."""
        text, db, page = (
            self._document_controller.reader.current(),
            self._document_controller.db,
            self._document_controller.reader.page(),
        )
        if text is None or db is None or page is None:
            return
        drafts = self.draft_store.drafts()
        stamp = (id(page.view.shown), db.version(), drafts)
        if stamp == self._stamp:
            return
        self._stamp = stamp
        found, waiting = anchor_resolution.of_text_at_once(db, text.document)
        fresh = tuple(one for one in waiting if (one.id, one.changed) not in self._searched)
        if fresh:
            self._searched.update(((one.id, one.changed), None) for one in fresh)
            self.search_asked.emit(text.document, fresh)
        known = (self._searched[one.id, one.changed] for one in waiting)
        self.placed = (*found, *filter(None, known), *_standing(drafts, text))
        self.show()
        self.editing.renew()

    def _read(self, _text: object) -> None:
        """Show the notes of another text, or of one that came anew."""
        self._searched.clear()
        self.refresh()

    def searched(self, placed: object) -> None:
        """Show the notes that had to be looked for; one of another text, or changed meanwhile, is not asked for."""
        assert isinstance(placed, tuple)
        keys = {(one.annotation.id, one.annotation.changed): one for one in placed}
        self._searched.update((key, one) for key, one in keys.items() if key in self._searched)
        self._stamp = None
        self.refresh()

    def show(self) -> None:
        """Show the notes that are known, in the text, beside it and in its footnotes."""
        page, text = self._document_controller.reader.page(), self._document_controller.reader.current()
        if page is not None:
            page.set_notes(self.placed)
        if self.footnotes is not None and text is not None:
            self.footnotes.show(self.placed, text)

    def join_footnotes(self, footnotes: FootnoteAnnotations) -> None:
        """Take the list of footnotes, which is there later than the text."""
        self.footnotes = footnotes
        footnotes.clicked.connect(self.menus.choose)
        self._stamp = None
        self.refresh()

    def find(self, id_: str) -> Placed | None:
        """Return a note of the open text."""
        return next((one for one in self.placed if one.annotation.id == id_), None)

    # What is done

    def mark(self, colour: str) -> None:
        """Colour the selection, or with none the current provision."""
        text, spans = self._document_controller.reader.current(), self._spans()
        if self.editing.holds_focus():
            self.editing.colour(colour)
            return
        if text is None or not spans:
            return
        made = self.write(lambda db: annotation_edits.highlight(db, text.document, spans, colour))
        if isinstance(made, Annotation):
            self._deselect()
            self.told.emit(colour_word(colour))

    def unmark(self) -> None:
        """Remove the uppermost mark at the caret or on the selection; undo brings it back."""
        if self.editing.holds_focus():
            self.editing.colour("")
            return
        marks = [one for id_ in self.here(provision=True) if (one := self.find(id_)) is not None]
        plain = [one for one in marks if one.annotation.colour] or marks
        if plain:
            self.remove(plain[0].annotation.id)
        else:
            self.told.emit(self.tr("There is no mark here"))

    def here(self, *, provision: bool = False) -> tuple[str, ...]:
        """Return the ids of the notes at the caret of the text or of its footnotes, the uppermost first.

        With `provision` those of the current provision where there is none at the caret.
        """
        view = self._document_controller.reader.view()
        if self.footnotes is not None and self.footnotes.hasFocus():
            return self.footnotes.here()
        return () if view is None else view.notes_at_caret() or (view.notes_of_provision() if provision else ())

    def provision(self) -> str:
        """Return the id of what has the caret: a provision, or a footnote in the list of footnotes."""
        if self.footnotes is not None and self.footnotes.hasFocus():
            return self.footnotes.provision()
        return self._document_controller.provision

    def remove(self, id_: str) -> None:
        """Put a note into the trash."""
        if self.editing.edited == id_:
            self.editing.close()
        if self.write(lambda db: notes.remove(db, (id_,))):
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
        """Begin a note on the selection, the current provision or the document; it is stored with its first words."""
        text, db = self._document_controller.reader.current(), self._document_controller.db
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
        self.editing.open(id_)

    def set_spans(self, id_: str, spans: Sequence[Span]) -> None:
        """Let a note stand on other words."""
        text = self._document_controller.reader.current()
        if text is None:
            return
        if self.draft_store.move(id_, annotation_edits.targets_for(text.document, spans)):
            self.refresh()
        else:
            self.write(
                lambda db: annotation_edits.set_spans(db, text.document, id_, spans) if notes.has(db, id_) else None
            )

    def note_to_selection(self) -> None:
        """Let the note in the editor, or at the caret, stand on the selected words."""
        view, spans = self._document_controller.reader.view(), self._spans()
        id_ = view.marks.state.chosen if view is not None else ""
        if self.find(id_) is not None and spans and self._is_selected():
            self.set_spans(id_, spans)
            self._deselect()

    def save_all(self) -> bool:
        """Write everything that was typed; say whether all of it is on disk."""
        return self.draft_store.flush()

    # Inside

    def write(self, change: Callable[[Database], object]) -> object:
        """Write to the library and show what came of it; False, with the failure told, where that cannot be done."""
        made = self._document_controller.write(change)
        if made is not False:
            self.refresh()
            self.changed.emit()
        return made

    def _saved(self, _id: str) -> None:
        if not self._said_saved:
            self._said_saved = True
            self.told.emit(self.tr("Note saved"))
        self.refresh()
        self.changed.emit()

    def _spans(self) -> tuple[Span, ...]:
        view, text = self._document_controller.reader.view(), self._document_controller.reader.current()
        if self.footnotes is not None and self.footnotes.hasFocus() and text is not None:
            return self.footnotes.spans(text)
        selection = view.selection() if view is not None else None
        return selection.spans() if selection is not None else ()

    def _is_selected(self) -> bool:
        view = self._document_controller.reader.view()
        if self.footnotes is not None and self.footnotes.hasFocus():
            return self.footnotes.has_selection()
        return view is not None and view.textCursor().hasSelection()

    def _deselect(self) -> None:
        view = self._document_controller.reader.view()
        cursor = view.textCursor() if view is not None else None
        if view is not None and cursor is not None and cursor.hasSelection():
            cursor.setPosition(cursor.selectionStart())
            view.setTextCursor(cursor)
        if self.footnotes is not None and self.footnotes.has_selection():
            self.footnotes.deselect()

    def go_to(self, note: Annotation) -> None:
        """Open the text of a note at its words, and the note itself."""
        if not self._document_controller.open(note.document, note.language or None):
            return
        self.refresh()
        one = self.find(note.id)
        spans = one.spans if one is not None else ()
        place = spans[0] if spans else (note.targets[0].span if note.targets else None)
        text = self._document_controller.reader.current()
        if place is not None and text is not None and text.document.has_provision(place.provision):
            self._document_controller.go_to(Position(place.provision, place.start if spans else 0))
        elif place is not None and place.provision.startswith("fn_"):
            self._document_controller.go_to(Position(place.provision))
        view = self._document_controller.reader.view()
        if view is not None and spans:
            view.annotation_overlay.choose(note.id)


def _standing(drafts: Sequence[Annotation], text: OpenText) -> list[Placed]:
    """Return notes of a text that are being written and are not on disk yet, as they stand in it."""
    here = (text.document.symbol, text.document.language)
    return [anchor_resolution.draft_in(text.document, one) for one in drafts if (one.document, one.language) == here]


def note_slots(annotation_controller: AnnotationController) -> dict[str, Callable[[], object]]:
    """Return the slots of the commands about notes."""
    return {
        "highlight": annotation_controller.menus.ask_colour,
        "note": annotation_controller.note,
        "unmark": annotation_controller.unmark,
        "note_on_document": partial(annotation_controller.new_note, on_document=True),
        "note_to_selection": annotation_controller.note_to_selection,
        **{f"mark_{colour}": partial(annotation_controller.mark, colour) for colour in COLOURS},
        **{f"stance_{stance}": partial(annotation_controller.stances.take, str(stance)) for stance in Stance},
        "stance_other": annotation_controller.stances.take_of_another,
        "stance_none": partial(annotation_controller.stances.take, ""),
    }
