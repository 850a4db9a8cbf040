"""Marks and notes in the window: from keys, palette, menu and margin to the library, and back into the text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from documents.annotations.anchoring import Anchored, AnchorState
from documents.annotations.model import Annotation, AnnotationKind, Stance
from documents.position import Position, Span
from library import labels, notes
from services import anchored, noting
from services.anchored import Placed
from ui.desktop import messages
from ui.desktop.appearance import COLOURS
from ui.desktop.desk import Desk
from ui.desktop.note_menus import NoteMenus
from ui.desktop.note_words import colour_word, stance_word
from ui.desktop.unsaved import Unsaved

if TYPE_CHECKING:
    from library.database import Database
    from services.opening import OpenText
    from ui.desktop.footnote_marks import FootnoteMarks
    from ui.desktop.reader.margin import NotesMargin


class Noting(QObject):
    """Does what is asked of notes in the open text; `changed` tells whoever lists them."""

    changed = Signal()
    told = Signal(str)
    failed = Signal(str, str)

    def __init__(self, desk: Desk, author: Callable[[], str]) -> None:
        """`author` says who takes a stance."""
        super().__init__()
        self._desk, self._author = desk, author
        self.unsaved = Unsaved(lambda: desk.db)
        self.unsaved.saved.connect(self._saved)
        self.unsaved.failed.connect(lambda error: self.failed.emit(*messages.unsaved_notes(error)))
        self.placed: tuple[Placed, ...] = ()
        self._said_saved = False
        self._stamp: object = None
        self.footnotes: FootnoteMarks | None = None
        """The list of footnotes, whose words can be marked too."""
        self._margins: set[int] = set()
        desk.text_changed.connect(lambda _: self.refresh())
        desk.bookmarks_changed.connect(self.refresh)
        reader = desk.reader
        reader.note_resized.connect(self.set_spans)
        self.menus = NoteMenus(self, desk)

    # What is shown

    def refresh(self) -> None:
        """Show the notes of the open text as they are now."""
        text, db, page = self._desk.reader.current(), self._desk.db, self._desk.reader.page()
        if text is None or db is None or page is None:
            return
        drafts = self.unsaved.drafts()
        stamp = (id(page.view.shown), db.version(), drafts)
        if stamp == self._stamp:
            return
        self._stamp = stamp
        self.placed = (*anchored.of_text(db, text.document), *_standing(drafts, text))
        self._show()
        margin = self._joined_margin()
        if margin is not None and margin.edited:
            one = self.find(margin.edited)
            if one is None:
                margin.close_editor()
                self._show()
            else:
                margin.editor.show_note(self.unsaved.typed(one.annotation), self._labels())

    def _show(self) -> None:
        page = self._desk.reader.page()
        if page is not None:
            page.set_notes(self.placed)
        if self.footnotes is not None:
            self.footnotes.show(self.placed)

    def find(self, id_: str) -> Placed | None:
        """Return a note of the open text."""
        return next((one for one in self.placed if one.annotation.id == id_), None)

    def _labels(self) -> list[str]:
        return [] if self._desk.db is None else [label.path for label in labels.all_labels(self._desk.db)]

    # What is done

    def mark(self, colour: str) -> None:
        """Colour the selection, or with none the current clause."""
        text, spans = self._desk.reader.current(), self._spans()
        if text is None or not spans:
            return
        made = self._write(lambda db: noting.highlight(db, text.document, spans, colour))
        if isinstance(made, Annotation):
            self._deselect()
            self.told.emit(colour_word(colour))

    def unmark(self) -> None:
        """Remove the uppermost mark at the caret or on the selection; undo brings it back."""
        view = self._desk.reader.view()
        found = view.noted.here() if view is not None else ()
        marks = [one for id_ in found if (one := self.find(id_)) is not None]
        plain = [one for one in marks if one.annotation.colour] or marks
        if plain:
            self.remove(plain[0].annotation.id)

    def remove(self, id_: str) -> None:
        """Put a note into the trash."""
        margin = self._joined_margin()
        if margin is not None and margin.edited == id_:
            self._close_editor()
        if self._write(lambda db: notes.remove(db, (id_,))):
            self.told.emit(self.tr("Removed; undo brings it back"))

    def note(self) -> None:
        """Edit the note at the caret, or write a new one on the selection or the current clause."""
        view = self._desk.reader.view()
        found = view.noted.here() if view is not None and not view.textCursor().hasSelection() else ()
        held = [one for id_ in found if (one := self.find(id_)) is not None]
        held = [one for one in held if one.annotation.kind is not AnnotationKind.BOOKMARK]
        if held:
            self.edit(held[0].annotation.id)
        else:
            self.new_note()

    def new_note(self, *, on_document: bool = False) -> None:
        """Begin a note on the selection, the current clause or the document; it is stored with its first words."""
        text, db = self._desk.reader.current(), self._desk.db
        spans = () if on_document else self._spans()
        if text is None or db is None or not (spans or on_document):
            return
        document = text.document
        moment = noting.NOW
        targets = noting.targets_for(document, spans)
        fresh = (document.symbol, document.language, targets, moment, moment)
        draft = Annotation(db.new_id(), AnnotationKind.NOTE, *fresh)
        self.unsaved.draft(draft)
        self._deselect()
        self.refresh()
        self.edit(draft.id)

    def edit(self, id_: str) -> None:
        """Open the editor on a note of the open text."""
        margin, one, view = self._joined_margin(), self.find(id_), self._desk.reader.view()
        if margin is None or one is None or view is None:
            return
        if margin.edited and margin.edited != id_:
            self.unsaved.leave(margin.edited)
        view.noted.choose(id_)
        margin.edit(self.unsaved.typed(one.annotation), self._labels())
        self._show()

    def take_stance(self, stance: str) -> None:
        """Take a stance on the current clause, or with "" take it back."""
        text, clause = self._desk.reader.current(), self._desk.clause
        if text is None or not clause:
            return
        author = self._author()
        self._write(lambda db: noting.take_stance(db, text.document, clause, stance, author) or True)
        self.told.emit(stance_word(stance) if stance else self.tr("Stance taken back"))

    def set_spans(self, id_: str, spans: Sequence[Span]) -> None:
        """Let a note stand on other words."""
        text = self._desk.reader.current()
        if text is not None:
            self._write(lambda db: noting.set_spans(db, text.document, id_, spans))

    def note_to_selection(self) -> None:
        """Let the note in the editor, or at the caret, stand on the selected words."""
        view, margin = self._desk.reader.view(), self._joined_margin()
        spans = view.copier.spans() if view is not None and view.textCursor().hasSelection() else ()
        id_ = view.marks.state.chosen if view is not None else ""
        if margin is not None and id_ and spans:
            self.set_spans(id_, spans)
            self._deselect()

    def save_all(self) -> bool:
        """Write everything that was typed; say whether all of it is on disk."""
        return self.unsaved.flush()

    # Inside

    def _write(self, change: Callable[[Database], object]) -> object:
        made = self._desk.write(change)
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
        view, text = self._desk.reader.view(), self._desk.reader.current()
        if self.footnotes is not None and self.footnotes.hasFocus() and text is not None:
            return self.footnotes.marked(text.document)
        return view.copier.spans() if view is not None else ()

    def _deselect(self) -> None:
        view = self._desk.reader.view()
        cursor = view.textCursor() if view is not None else None
        if view is not None and cursor is not None and cursor.hasSelection():
            cursor.setPosition(cursor.selectionStart())
            view.setTextCursor(cursor)

    def _joined_margin(self) -> NotesMargin | None:
        page = self._desk.reader.page()
        margin = None if page is None else page.margin
        if margin is not None and id(margin) not in self._margins:
            key = id(margin)
            self._margins.add(key)
            margin.destroyed.connect(lambda: self._margins.discard(key))
            margin.chosen.connect(self.edit)
            editor = margin.editor
            editor.edited.connect(self.unsaved.type)
            editor.left.connect(self.unsaved.leave)
            editor.closed.connect(self._close_editor)
            editor.removed.connect(self.remove)
            editor.colour_chosen.connect(
                lambda id_, colour: self._change(id_, lambda db: noting.set_colour(db, id_, colour))
            )
            editor.labels_chosen.connect(
                lambda id_, named: self._change(id_, lambda db: noting.set_labels(db, id_, named))
            )
            editor.stance_chosen.connect(self._set_stance)
        return margin

    def _set_stance(self, id_: str, stance: str) -> None:
        author = self._author()
        self._change(id_, lambda db: noting.set_stance(db, id_, stance, author))

    def _change(self, id_: str, change: Callable[[Database], object]) -> None:
        """Change a note in the editor; one that is not on disk yet is stored first."""
        for draft in self.unsaved.drafts():
            if draft.id == id_:
                self._write(partial(notes.add, made=draft))
                self.unsaved.stored(id_)
        self._write(change)

    def _close_editor(self) -> None:
        margin, view = self._joined_margin(), self._desk.reader.view()
        if margin is not None:
            left = margin.edited
            margin.close_editor()
            self.unsaved.leave(left)
        if view is not None:
            view.noted.choose("")
        self.refresh()
        self._desk.focus_text()

    def go_to(self, note: Annotation) -> None:
        """Open the text of a note at its words, and the note itself."""
        if not self._desk.open(note.document, note.language or None):
            return
        self.refresh()
        one = self.find(note.id)
        spans = one.spans if one is not None else ()
        place = spans[0] if spans else (note.targets[0].span if note.targets else None)
        text = self._desk.reader.current()
        if place is not None and text is not None and text.document.has_provision(place.provision):
            self._desk.go_to(Position(place.provision, place.start if spans else 0))
        elif place is not None and place.provision.startswith("fn_"):
            self._desk.go_to(Position(place.provision))
        view = self._desk.reader.view()
        if view is not None and spans:
            view.noted.choose(note.id)


def _standing(drafts: Sequence[Annotation], text: OpenText) -> list[Placed]:
    """Return notes of a text that are being written and are not on disk yet, as they stand in it."""
    exact = AnchorState.EXACT
    return [
        Placed(one, exact, tuple(Anchored(exact, target.span) for target in one.targets))
        for one in drafts
        if (one.document, one.language) == (text.document.symbol, text.document.language)
    ]


def note_slots(noting: Noting) -> dict[str, Callable[[], object]]:
    """Return the slots of the commands about notes."""
    return {
        "note": noting.note,
        "unmark": noting.unmark,
        "note_on_document": partial(noting.new_note, on_document=True),
        "note_to_selection": noting.note_to_selection,
        **{f"mark_{colour}": partial(noting.mark, colour) for colour in COLOURS},
        **{f"stance_{stance}": partial(noting.take_stance, str(stance)) for stance in Stance},
        "stance_none": partial(noting.take_stance, ""),
    }
