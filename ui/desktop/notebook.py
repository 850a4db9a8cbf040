"""The page of notes joined to the library: listing, searching, files out and in, conflicts, trash, the study pad."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from documents.annotations.model import Annotation
from library.errors import LibraryError
from services.held_notes import HeldNotes
from services.paths import Paths
from ui.desktop import messages
from ui.desktop.appearance import Appearance
from ui.desktop.desk import Desk
from ui.desktop.note_files import NoteFiles
from ui.desktop.noting import Noting
from ui.desktop.tasks import Job, Task, Worker

if TYPE_CHECKING:
    from documents.model import Document
    from index.holding import HeldIndex
    from library.conflicts import OpenConflict
    from services.anchored import Placed
    from services.merging_notes import Side
    from ui.desktop.annotations.filters import Filter, Known
    from ui.desktop.annotations.page import NotesPage
    from ui.desktop.annotations.rows import Row

_SOON_MS = 60


@dataclass(frozen=True)
class Listed:
    """What the worker found to list: `things` are annotations, placed ones, or conflicts with their annotations."""

    things: list[object]
    known: Known
    texts: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict)


class Notebook(QObject):
    """Fills the page of notes and does what is asked there."""

    chosen = Signal()
    told = Signal(str)
    failed = Signal(str, str)
    crashed = Signal(object)
    undo_asked = Signal()

    def __init__(
        self,
        desk: Desk,
        noting: Noting,
        worker: Worker,
        paths: Paths,
        appearance: Appearance,
        ask_files: Callable[[QWidget], tuple[Path, ...]],
        ask_target: Callable[[QWidget, str], Path | None],
    ) -> None:
        """`ask_files` and `ask_target` ask where files are; parameters, so that tests answer them."""
        super().__init__()
        self.desk, self.noting, self._worker, self.paths = desk, noting, worker, paths
        self.appearance = appearance
        self.files = NoteFiles(self, ask_files, ask_target)
        self.page: NotesPage | None = None
        self._held: HeldIndex | None = None
        self._all = HeldNotes()
        self.query = ""
        self._loading: Task | None = None
        self._to_look = 0
        self._soon = QTimer(self, interval=_SOON_MS, singleShot=True)
        self._soon.timeout.connect(self.refresh)
        noting.changed.connect(self._soon.start)
        desk.bookmarks_changed.connect(self._soon.start)

    def make(self) -> NotesPage:
        """Make the page."""
        from ui.desktop.annotations.page import NotesPage

        page = self.page = NotesPage(self.appearance)
        page.opened.connect(self._open)
        page.removed.connect(self._remove)
        page.restored.connect(self._restore)
        page.accepted.connect(self._accept)
        page.filter_changed.connect(lambda _: self.refresh())
        page.search_asked.connect(self._search)
        page.asked.connect(self.files.do)
        page.moved.connect(self.move)
        page.undo_asked.connect(self.undo_asked)
        page.setFocusProxy(page.list)
        self.desk.text_changed.connect(lambda _: self._soon.start())
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

    def refresh(self) -> None:
        """List the notes anew, in the worker."""
        page = self.page
        if page is None or self.desk.db is None:
            return
        if self._loading is not None:
            self._loading.cancel()
        wanted, query = page.filter, self.query
        task = Task(lambda job: self.listed(job, wanted, query))
        task.done.connect(self._show)
        self._loading = task
        self._start(task)

    # Listing

    def listed(self, job: Job, wanted: Filter, query: str) -> Listed:
        """Return what is to be listed; on the worker's thread."""
        from library import labels, notes
        from services.merging_notes import waiting
        from ui.desktop.annotations.filters import Known, filtered

        db = job.db
        everything = self._all.all(db)
        documents = sorted({one.document for one in everything})
        known = Known([label.path for label in labels.all_labels(db)], notes.authors(db), documents)
        if wanted.show == "conflicts":
            return Listed(list(waiting(db)), known)
        made = notes.in_trash(db) if wanted.show == "trash" else everything
        if query:
            wanted = replace(wanted, ids=self._met(job, query))
        order = labels.order(db, wanted.label) if wanted.label else ()
        found = list(made) if wanted.show == "trash" else filtered(made, wanted, order)
        if wanted.show == "look":
            return self._to_look_at(job, found, known)
        return Listed(list(found), known)

    def _met(self, job: Job, query: str) -> frozenset[str]:
        from index.holding import HeldIndex
        from index.parsing import parse
        from services.note_search import folder_of, ids

        if self._held is None:
            self._held = HeldIndex(folder_of(self.paths.index))
        return ids(job.db, self.paths.index, parse(query), held=self._held)

    def _to_look_at(self, job: Job, found: list[Annotation], known: Known) -> Listed:
        from library import catalogue
        from services.anchored import everywhere

        placed = everywhere(job.db, found, cancelled=job.cancelled)
        shown = [placed[one.id] for one in found if one.id in placed and placed[one.id].needs_a_look]
        keys = {(one.annotation.document, one.annotation.language) for one in shown}
        texts = {key: dict(catalogue.load(job.db, *key).texts()) for key in keys if catalogue.has(job.db, *key)}
        return Listed(list(shown), known, texts)

    def _show(self, listed: Listed) -> None:
        from services.anchored import Placed
        from ui.desktop.annotations.rows import conflict_row, look_row, note_row

        page, look = self.page, self.appearance
        if page is None:
            return

        def row(thing: object) -> Row | None:
            if isinstance(thing, Annotation):
                return note_row(thing, look)
            if isinstance(thing, Placed):
                key = (thing.annotation.document, thing.annotation.language)
                return look_row(thing, listed.texts.get(key, {}), look)
            if isinstance(thing, tuple):
                return conflict_row(thing[0], thing[1], look)
            return None

        known, text = listed.known, self.desk.reader.current()
        if text is not None:  # that of the open text comes first
            own = [text.document.symbol]
            known = replace(known, documents=[*own, *(one for one in known.documents if one not in own)])
        page.show_rows(listed.things, row, known=known)

    def _search(self, query: str) -> None:
        if query != self.query:
            self.query = query
            self.refresh()

    # What is asked of a row

    def show_conflicts(self, first: str = "") -> None:
        """Show the conflicts side by side, beginning with the one of that id."""
        from services.merging_notes import waiting
        from ui.desktop.conflict_sheet import ConflictSheet

        page, db = self.page, self.desk.db
        pairs = waiting(db) if db is not None else ()
        if page is None or not pairs:
            return
        sheet = ConflictSheet(self.appearance, pairs, page)
        sheet.chosen.connect(self._choose)
        sheet.opened.connect(self.noting.go_to)
        sheet.show_conflict(first)
        sheet.show()

    def _open(self, row: Row) -> None:
        if row.conflict is not None:
            self.show_conflicts(row.conflict.id)
            return
        self.noting.go_to(row.note)
        self.chosen.emit()

    def _remove(self, row: Row) -> None:
        self.noting.remove(row.note.id)
        if self.page is not None:
            self.page.offer_undo(self.tr("Removed"))

    def _restore(self, row: Row) -> None:
        from library import notes

        if self.desk.write(lambda db: notes.restore(db, (row.note.id,))):
            self.tell_changed()

    def _accept(self, row: Row, number: int) -> None:
        """Take one of the places or sides that a row offers."""
        conflict, placed = row.conflict, row.placed
        if conflict is not None:
            self._choose(conflict, "theirs" if number == 1 else "mine")
        elif placed is not None:
            self._let_stand(placed, number)

    def _choose(self, conflict: OpenConflict, side: Side) -> None:
        from services.merging_notes import choose

        if self.desk.write(partial(choose, conflict=conflict, side=side)) is not False:
            self.tell_changed()

    def _let_stand(self, placed: Placed, number: int) -> None:
        from library import catalogue
        from services.anchored import accept, offered

        db, note = self.desk.db, placed.annotation
        if db is None or not catalogue.has(db, note.document, note.language):
            return
        document: Document = catalogue.load(db, note.document, note.language)
        spans = placed.spans or offered(placed, number)
        if not spans:
            self.told.emit(self.tr("Select its words in the text, then choose “Let the note stand on these words”"))
        elif self.desk.write(lambda db: accept(db, document, placed, spans)):
            self.told.emit(self.tr("The note stands there now"))
            self.tell_changed()

    def move(self, id_: str, before: str) -> None:
        """Put a note before another within the label that is listed, or last."""
        from library import labels

        page = self.page
        if page is not None and page.filter.label:
            label = page.filter.label
            self.desk.write(partial(labels.move, path=label, annotation=id_, before=before or None))
            self.tell_changed()

    def forget(self) -> None:
        """Read all notes again: a file was joined to them."""
        self._all.forget()

    def tell_changed(self) -> None:
        """Show everything anew: notes were changed here."""
        self.noting.refresh()
        self.noting.changed.emit()

    # The worker

    def run(self, work: Callable[[Job], object], done: Callable[[object], None]) -> None:
        """Do something in the worker, then `done` with what it returns."""
        task = Task(work)
        task.done.connect(done)
        self._start(task)

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
