"""The page of notes joined to the library: listing, searching, files out and in, conflicts, trash, the study pad."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from documents.language import isolate
from library.errors import LibraryError
from services.paths import Paths
from ui.desktop.controllers.annotation_controller import AnnotationController
from ui.desktop.controllers.document_controller import DocumentController
from ui.desktop.controllers.notes_transfer import NotesTransfer
from ui.desktop.support import messages
from ui.desktop.support.appearance import Appearance
from ui.desktop.support.operations import Job, Task, Worker

if TYPE_CHECKING:
    from documents.model import Document
    from library.conflicts import OpenConflict
    from services.notes.anchor_resolution import Placed
    from services.notes.note_merge import Side
    from services.notes.note_query import NoteFilter, NoteListing, NoteQuery
    from ui.desktop.panels.notes.page import NotesPage
    from ui.desktop.panels.notes.rows import Row

_SOON_MS = 60

NOTES_SUFFIX = ".jsonld"
"""What a file of notes ends in."""


class NotesController(QObject):
    """Fills the page of notes and does what is asked there."""

    chosen = Signal()
    brought = Signal()
    """A file of notes comes in: the page of notes is wanted."""
    told = Signal(str)
    failed = Signal(str, str)
    crashed = Signal(object)
    undo_asked = Signal()

    def __init__(
        self,
        document_controller: DocumentController,
        annotation_controller: AnnotationController,
        worker: Worker,
        paths: Paths,
        appearance: Appearance,
        ask_files: Callable[[QWidget], tuple[Path, ...]],
        ask_target: Callable[[QWidget, str], Path | None],
    ) -> None:
        """`ask_files` and `ask_target` ask where files are; parameters, so that tests answer them."""
        super().__init__()
        self.document_controller, self.annotation_controller, self._worker, self.paths = (
            document_controller,
            annotation_controller,
            worker,
            paths,
        )
        self.appearance = appearance
        self.files = NotesTransfer(self, ask_files, ask_target)
        self.page: NotesPage | None = None
        self._listing: NoteQuery | None = None
        self.query = ""
        self.way_back = UndoOffer(self)
        self._loading: Task | None = None
        self._to_look = 0
        self._soon = QTimer(self, interval=_SOON_MS, singleShot=True)
        self._soon.timeout.connect(self.refresh)
        annotation_controller.changed.connect(self._soon.start)
        annotation_controller.changed.connect(self.way_back.weigh)
        document_controller.bookmarks_changed.connect(self._soon.start)
        document_controller.bookmarks_changed.connect(self.way_back.weigh)

    def make(self) -> NotesPage:
        """Make the page."""
        from ui.desktop.panels.notes.page import NotesPage

        page = self.page = NotesPage(self.appearance)
        page.opened.connect(self._open)
        page.removed.connect(self._remove)
        page.restored.connect(lambda row: self.restore(row.note.id))
        page.accepted.connect(self._accept)
        page.filter_changed.connect(self.way_back.withdraw)
        page.filter_changed.connect(lambda _: self.refresh())
        page.search_asked.connect(self._search)
        page.asked.connect(self.files.do)
        page.moved.connect(self.move)
        page.undo_asked.connect(self.way_back.take)
        page.told.connect(self.told)
        page.setFocusProxy(page.list)
        self.document_controller.text_changed.connect(lambda _: self._soon.start())
        if self._to_look:
            self.offer_look(self._to_look)
        self.refresh()
        return page

    def offer_look(self, count: int) -> None:
        """Say that notes moved, or cannot be placed for certain, in texts that came anew; with a way to them."""
        self._to_look = count
        words = self.tr("%n note(s) moved or to be looked at", "", count)
        words = words.replace(str(count), self.appearance.number(count))
        self.told.emit(words)
        if self.page is not None:
            self.page.offer_look(words)
            self._soon.start()

    def take(self, files: tuple[Path, ...]) -> tuple[Path, ...]:
        """Join a colleague's notes that are among files; return the others."""
        notes = tuple(file for file in files if file.suffix.lower() == NOTES_SUFFIX)
        if notes:
            self.brought.emit()
            self.files.take(notes)
        return tuple(file for file in files if file not in notes)

    def refresh(self) -> None:
        """List the notes anew, in the worker."""
        page = self.page
        if page is None or self.document_controller.db is None:
            return
        if self._loading is not None:
            self._loading.cancel()
        wanted, query = page.filter, self.query
        task = Task(lambda job: self.listed(job, wanted, query))
        task.done.connect(self._show)
        self._loading = task
        self._start(task)

    # Listing

    def listed(self, job: Job, wanted: NoteFilter, query: str) -> NoteListing:
        """Return what is to be listed; on the worker's thread."""
        if self._listing is None:
            from services.notes.note_query import NoteQuery

            self._listing = NoteQuery(self.paths)
        return self._listing.run(job.db, wanted, query, job.cancelled)

    def _show(self, listing: NoteListing) -> None:
        page = self.page
        if page is None:
            return
        choices, text = listing.choices, self.document_controller.reader.current()
        if text is not None:  # that of the open text comes first
            own = [text.document.symbol]
            choices = replace(choices, documents=[*own, *(one for one in choices.documents if one not in own)])
        page.show_listing(replace(listing, choices=choices))

    def _search(self, query: str) -> None:
        if query != self.query:
            self.query = query
            self.refresh()

    # What is asked of a row

    def show_conflicts(self, first: str = "") -> None:
        """Show the conflicts side by side, beginning with the one of that id."""
        from services.notes.note_merge import waiting
        from ui.desktop.panels.notes.conflict_sheet import ConflictSheet, SheetFilling

        page, db = self.page, self.document_controller.db
        pairs = waiting(db) if db is not None else ()
        if page is None or not pairs:
            return
        sheet = page.window().findChild(ConflictSheet)
        if sheet is None or not sheet.isVisible():  # one that was closed is there until the events are done
            sheet = ConflictSheet(self.appearance, pairs, page)
            SheetFilling(self, sheet)
        sheet.show_conflict(first)
        sheet.show()
        sheet.raise_()
        sheet.activateWindow()

    def _open(self, row: Row) -> None:
        if row.conflict is not None:
            self.show_conflicts(row.conflict.id)
            return
        self.annotation_controller.go_to(row.note)
        self.chosen.emit()

    def _remove(self, row: Row) -> None:
        self.annotation_controller.remove(row.note.id)
        if self.is_gone(row.note.id):
            self.way_back.offer(self.tr("Removed: {name}").format(name=isolate(row.name)), row.note.id)

    def restore(self, id_: str) -> None:
        """Bring a note back from the trash."""
        from library import notes

        if self.document_controller.write(lambda db: notes.restore(db, (id_,))):
            self.told.emit(self.tr("Brought back from the trash"))
            self.tell_changed()

    def is_gone(self, id_: str) -> bool:
        """Say whether a note lies in the trash."""
        from library import notes

        db = self.document_controller.db
        return db is not None and notes.has(db, id_) and notes.annotation(db, id_).removed is not None

    def _accept(self, row: Row, number: int) -> None:
        """Take one of the places or sides that a row offers."""
        conflict, placed = row.conflict, row.placed
        if conflict is not None:
            self.choose(conflict, "theirs" if number == 1 else "mine")
        elif placed is not None:
            self._let_stand(placed, number)

    def choose(self, conflict: OpenConflict, side: Side) -> None:
        """Let one side of a conflict stand, or both."""
        from services.notes.note_merge import choose

        if self.document_controller.write(partial(choose, conflict=conflict, side=side)) is not False:
            self.tell_changed()

    def _let_stand(self, placed: Placed, number: int) -> None:
        from library import catalogue
        from services.notes.anchor_resolution import accept, offered

        db, note = self.document_controller.db, placed.annotation
        if db is None or not catalogue.has(db, note.document, note.language):
            return
        document: Document = catalogue.load(db, note.document, note.language)
        spans = placed.spans or offered(placed, number)
        if not spans:
            self.told.emit(self.tr("Select its words in the text, then choose “Let the note stand on these words”"))
        elif self.document_controller.write(lambda db: accept(db, document, placed, spans)):
            self.told.emit(self.tr("The note stands there now"))
            self.tell_changed()

    def move(self, id_: str, before: str) -> None:
        """Put a note before another within the label that is listed, or last."""
        page = self.page
        if page is not None and page.filter.label:
            self.move_within(page.filter.label, id_, before)

    def move_within(self, label: str, id_: str, before: str) -> None:
        """Put a note before another within a label, or last; one that lost the label meanwhile stays where it is."""
        from library import labels

        with suppress(KeyError):
            self.document_controller.write(partial(labels.move, path=label, annotation=id_, before=before or None))
        self.tell_changed()

    def tell_changed(self) -> None:
        """Show everything anew: notes were changed here."""
        self.annotation_controller.refresh()
        self.annotation_controller.changed.emit()

    # The worker

    def run(self, work: Callable[[Job], object], done: Callable[[object], None]) -> Task:
        """Do something in the worker, then `done` with what it returns."""
        task = Task(work)
        task.done.connect(done)
        self._start(task)
        return task

    def _start(self, task: Task) -> None:
        task.failed.connect(self._failed)
        self._worker.start(task)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, LibraryError):
            self.failed.emit(*messages.library_failure(error))
        elif isinstance(error, OSError):
            self.failed.emit(self.tr("The file could not be written."), error.strerror or type(error).__name__)
        else:
            self.crashed.emit(error)


class UndoOffer(QObject):
    """The way back that the page of notes offers: it leads to what was just done there, or it is taken away."""

    def __init__(self, book: NotesController) -> None:
        super().__init__(book)
        self._book, self._removed = book, ""

    def offer(self, words: str, removed: str = "") -> None:
        """Say what was done, with a way back: of a removed note by its id, else of the last change as a whole."""
        self._removed = removed
        if self._book.page is not None:
            self._book.page.offer_undo(words)

    def take(self) -> None:
        """Bring the removed note back, whatever was changed after it; or undo what is still the last change."""
        from library import conflicts, journal, labels, notes

        db = self._book.document_controller.db
        if self._removed:
            self._book.restore(self._removed)
        elif db is not None and journal.next_undo(db) in {notes.SUBJECT, labels.SUBJECT, conflicts.SUBJECT}:
            self._book.undo_asked.emit()
        else:  # a document, or what a text cites: it tells nobody who lists notes
            self._book.told.emit(self.tr("Something else was changed since then"))

    def weigh(self) -> None:
        """Offer nothing that would lead elsewhere: the note is there again, or something else was changed."""
        if not self._book.is_gone(self._removed):
            self.withdraw()

    def withdraw(self) -> None:
        """Offer no way back any more."""
        if self._book.page is not None:
            self._book.page.withdraw_undo()
