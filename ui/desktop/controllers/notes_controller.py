"""The page of notes: its list, the commands on rows, labels and the trash, and the undo it offers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QInputDialog, QMessageBox

from documents.annotations.model import Annotation
from documents.language import isolate
from services.paths import Paths
from ui.desktop.controllers.annotation_controller import AnnotationController
from ui.desktop.controllers.document_controller import DocumentController
from ui.desktop.controllers.library_session import LibrarySession
from ui.desktop.controllers.notes_transfer import Merged, NotesTransfer
from ui.desktop.support import messages
from ui.desktop.support.appearance import Appearance
from ui.desktop.support.changes import Subject
from ui.desktop.support.file_dialogs import FileDialogs
from ui.desktop.support.operations import Job, Operation

if TYPE_CHECKING:
    from library.database import Database
    from services.notes.anchor_resolution import PlacedAnnotation
    from services.notes.note_query import NoteFilter, NoteListing, NoteQuery
    from ui.desktop.controllers.conflict_controller import ConflictController
    from ui.desktop.controllers.study_pad_controller import StudyPadController
    from ui.desktop.panels.notes.page import NotesPage
    from ui.desktop.panels.notes.rows import Row

_SOON_MS = 60
"""Time in which several changes lead to one refresh."""


class NotesController(QObject):
    """Fills the page of notes, and carries out the commands given there."""

    chosen = Signal()
    """A note was opened from the page."""
    wanted = Signal()
    """Files of notes are merged, and the page has to be visible."""
    told = Signal(str)
    failed = Signal(str, str)
    undo_requested = Signal()

    def __init__(
        self,
        session: LibrarySession,
        document_controller: DocumentController,
        annotation_controller: AnnotationController,
        paths: Paths,
        appearance: Appearance,
        dialogs: FileDialogs,
    ) -> None:
        super().__init__()
        self._session, self._document_controller = session, document_controller
        self._annotation_controller, self._paths, self._appearance = annotation_controller, paths, appearance
        self.page: NotesPage | None = None
        self._note_query: NoteQuery | None = None
        self._words = ""
        """The words searched for in the notes."""
        self._listing: Operation[Database, NoteListing] | None = None
        self._removed = ""
        """The note that the offered undo brings back, "" if it undoes the last change."""
        self._to_review = 0
        self._conflicts: ConflictController | None = None
        self._study_pads: StudyPadController | None = None
        self._transfer = NotesTransfer(session, appearance, dialogs)
        self._transfer.merged.connect(self._merged)
        self._transfer.told.connect(self.told)
        self._transfer.failed.connect(self.failed)
        self._soon = QTimer(self, interval=_SOON_MS, singleShot=True)
        self._soon.timeout.connect(self.refresh)
        session.changes.on(Subject.NOTES, self._notes_changed)

    # The list

    def make(self) -> NotesPage:
        """Create the page."""
        from ui.desktop.panels.notes.page import NotesPage

        page = self.page = NotesPage(self._appearance)
        page.opened.connect(self._open)
        page.removed.connect(self._remove)
        page.restored.connect(lambda row: self._restore(row.note.id))
        page.accepted.connect(self._accept)
        page.filter_changed.connect(lambda _: self._withdraw_undo())
        page.filter_changed.connect(lambda _: self.refresh())
        page.search_asked.connect(self._search)
        page.asked.connect(self.do)
        page.moved.connect(lambda id_, before: self._move(page.filter.label, id_, before))
        page.undo_asked.connect(self._take_undo)
        page.told.connect(self.told)
        page.setFocusProxy(page.list)
        self._document_controller.text_changed.connect(lambda _: self._soon.start())
        if self._to_review:
            self.offer_review(self._to_review)
        self.refresh()
        return page

    def refresh(self) -> None:
        """List the notes again, in the background."""
        page = self.page
        if page is None or self._session.db is None:
            return
        wanted, words = page.filter, self._words

        def work(job: Job[Database]) -> NoteListing:
            return self._listed(job, wanted, words)

        self._listing = self._session.start(Operation(work, success=self._show), instead_of=self._listing)

    def offer_review(self, count: int) -> None:
        """Tell how many notes moved or are not found for certain in replaced texts, and offer to list them."""
        self._to_review = count
        words = self.tr("%n note(s) moved or to be looked at", "", count)
        words = words.replace(str(count), self._appearance.number(count))
        self.told.emit(words)
        if self.page is not None:
            self.page.offer_look(words)
            self._soon.start()

    def _listed(self, job: Job[Database], wanted: NoteFilter, words: str) -> NoteListing:
        """Find the notes of a filter on the worker's thread, which alone uses the query."""
        if self._note_query is None:
            from services.notes.note_query import NoteQuery

            self._note_query = NoteQuery(self._paths)
        return self._note_query.run(job.db, wanted, words, job.cancelled)

    def _show(self, listing: NoteListing) -> None:
        page = self.page
        if page is None:
            return
        choices, text = listing.choices, self._document_controller.reader.current()
        if text is not None:  # the symbol of the open text comes first
            own = [text.document.symbol]
            choices = replace(choices, documents=[*own, *(one for one in choices.documents if one not in own)])
        page.show_listing(replace(listing, choices=choices))

    def _search(self, words: str) -> None:
        if words != self._words:
            self._words = words
            self.refresh()

    def _notes_changed(self) -> None:
        self._soon.start()
        if not self._is_gone(self._removed):
            self._withdraw_undo()

    # Rows

    def _open(self, row: Row) -> None:
        if row.conflict is not None:
            self.show_conflicts(row.conflict.id)
            return
        self._annotation_controller.go_to(row.note)
        self.chosen.emit()

    def _remove(self, row: Row) -> None:
        self._annotation_controller.remove(row.note.id)
        if self._is_gone(row.note.id):
            self._offer_undo(self.tr("Removed: {name}").format(name=isolate(row.name)), row.note.id)

    def _restore(self, id_: str) -> None:
        """Bring a note back from the trash."""
        from library import notes

        if self._session.write(lambda db: notes.restore(db, (id_,)), Subject.NOTES):
            self.told.emit(self.tr("Brought back from the trash"))

    def _is_gone(self, id_: str) -> bool:
        """Return whether a note is in the trash."""
        from library import notes

        db = self._session.db
        return db is not None and notes.has(db, id_) and notes.annotation(db, id_).removed is not None

    def _accept(self, row: Row, number: int) -> None:
        """Accept one of the places or sides that a row offers, counted from 0."""
        if row.conflict is not None:
            self._conflict_controller().choose(row.conflict, "theirs" if number == 1 else "mine")
        elif row.placed is not None:
            self._accept_place(row.placed, number)

    def _accept_place(self, placed: PlacedAnnotation, number: int) -> None:
        from library import catalogue
        from services.notes.anchor_resolution import accept, candidate_spans

        db, note = self._session.db, placed.annotation
        if db is None or not self._session.holds(note.document, note.language):
            return
        document = catalogue.load(db, note.document, note.language)
        spans = placed.spans or candidate_spans(placed, number)
        if not spans:
            self.told.emit(self.tr("Select its words in the text, then choose “Let the note stand on these words”"))
        elif self._session.write(lambda db: accept(db, document, placed, spans), Subject.NOTES):
            self.told.emit(self.tr("The note stands there now"))

    def _move(self, label: str, id_: str, before: str) -> None:
        """Move a note before another within a label, or to its end, unless it has lost the label."""
        from library import labels

        def move(db: Database) -> None:
            with suppress(KeyError):
                labels.move(db, path=label, annotation=id_, before=before or None)

        if label:
            self._session.write(move, Subject.NOTES)

    # Conflicts and study pads

    def show_conflicts(self, first: str = "") -> None:
        """Show the conflicts side by side, beginning with the one of an id."""
        if self.page is not None:
            self._conflict_controller().show(self.page, first)

    def _conflict_controller(self) -> ConflictController:
        """Return the controller of conflicts, created on first use."""
        if self._conflicts is None:
            from ui.desktop.controllers.conflict_controller import ConflictController

            self._conflicts = ConflictController(self._session, self._appearance, self._annotation_controller.go_to)
        return self._conflicts

    def _open_pad(self) -> None:
        """Open the study pad of the listed label."""
        page = self.page
        if page is None or not page.filter.label:
            return
        if self._study_pads is None:
            from ui.desktop.controllers.study_pad_controller import StudyPadController

            self._study_pads = StudyPadController(self._session, self._appearance, self._show_in_text)
            self._study_pads.note_moved.connect(self._move)
        self._study_pads.open(page.filter.label, page)

    def _show_in_text(self, note: Annotation) -> None:
        """Show a note in its text, and move the keyboard from another window there."""
        self._annotation_controller.go_to(note)
        self._document_controller.reader.activateWindow()

    # The menu of the page

    def do(self, command: str) -> None:
        """Carry out a command of the menu: `export:docx`, `import`, `pad`, and those on labels and the trash."""
        name, _, detail = command.partition(":")
        commands: dict[str, Callable[[], None]] = {
            "export": lambda: self._export(detail),
            "import": self._ask_files,
            "pad": self._open_pad,
            "rename": self._rename_label,
            "earlier": lambda: self._step_label(-1),
            "later": lambda: self._step_label(1),
            "drop": self._remove_label,
            "empty": self._empty_trash,
        }
        commands[name]()

    def merge(self, files: tuple[Path, ...]) -> None:
        """Merge files of notes with the library, and show the page."""
        self.wanted.emit()
        if files and self._annotation_controller.save_all():
            self._transfer.merge(files)

    def _ask_files(self) -> None:
        files = self._transfer.ask(self.page) if self.page is not None else ()
        if files and self._annotation_controller.save_all():
            self._transfer.merge(files)

    def _export(self, format_: str) -> None:
        """Save the listed notes, or for a format with the prefix `whole-` the open text with its notes."""
        page, text = self.page, self._document_controller.reader.current()
        if page is None or not self._annotation_controller.save_all():
            return
        if format_.startswith("whole-"):
            if text is not None:
                self._transfer.export_text(page, format_.removeprefix("whole-"), text)
            return
        wanted, words = page.filter, self._words

        def listed(job: Job[Database]) -> Sequence[Annotation]:
            from services.notes.note_exchange import removals_to_share

            items = self._listed(job, replace(wanted, show="notes"), words).items
            made = [one for one in items if isinstance(one, Annotation)]
            if format_ == "jsonld" and not wanted.narrows and not words:
                made += removals_to_share(job.db)  # removals are merged there too
            return made

        self._transfer.export_notes(page, format_, listed, wanted.label)

    def _merged(self, merged: Merged, words: str) -> None:
        if merged.conflicts and self.page is not None:
            self.page.narrowing.choose(show="conflicts")
            self.show_conflicts()
        if merged.added or merged.changed or merged.conflicts:
            self._offer_undo(words)
        else:
            self.told.emit(words)

    def _rename_label(self) -> None:
        from library import labels

        page = self.page
        if page is None:
            return
        label = page.filter.label
        name, ok = QInputDialog.getText(page, self.tr("Rename this label"), self.tr("Name"), text=label.split("/")[-1])
        if not ok or not name.strip():
            return
        try:
            new = self._session.write(lambda db: labels.rename(db, label, name), Subject.NOTES)
        except labels.LabelExists:
            self.told.emit(self.tr("There is another label of that name"))
            return
        if new:
            page.narrowing.choose(label=new)

    def _step_label(self, step: int) -> None:
        """Move the listed label up or down among those beside it."""
        from library import labels

        page = self.page
        if page is not None and self._session.write(
            lambda db: labels.step(db, page.filter.label, step), lambda moved: Subject.NOTES if moved else Subject.NONE
        ):
            self.told.emit(self.tr("Label moved"))

    def _remove_label(self) -> None:
        from library import labels

        page = self.page
        if page is None:
            return
        label = page.filter.label
        if self._session.write(lambda db: labels.remove(db, label), Subject.NOTES) is not False:
            page.narrowing.choose(label="")
            self._offer_undo(self.tr("Label removed; its notes stay"))

    def _empty_trash(self) -> None:
        """Delete the notes in the trash for good, after a question (one of the two that interrupt the user)."""
        page, paths = self.page, self._paths
        asked = QMessageBox.question(
            page, self.tr("Empty the trash"), self.tr("Drop for good what lies in the trash? A copy is made before.")
        )
        if asked is not QMessageBox.StandardButton.Yes:
            return

        def work(job: Job[Database]) -> int:
            from services.notes.trash import empty_trash

            return empty_trash(job.db, paths)

        self._session.start(Operation(work, failure=self._not_copied, changes=Subject.NOTES))

    def _not_copied(self, error: Exception) -> bool:
        if not isinstance(error, OSError):
            return False
        self.failed.emit(*messages.not_written(error))
        return True

    # The offered undo

    def _offer_undo(self, words: str, removed: str = "") -> None:
        """Tell of a change and offer its undo: the return of a removed note, or an undo of the last change."""
        self._removed = removed
        if self.page is not None:
            self.page.offer_undo(words)

    def _withdraw_undo(self) -> None:
        if self.page is not None:
            self.page.withdraw_undo()

    def _take_undo(self) -> None:
        """Bring the removed note back, or undo the last change if it is one of notes."""
        from library import conflicts, journal, labels, notes

        db = self._session.db
        if self._removed:
            self._restore(self._removed)
        elif db is not None and journal.next_undo(db) in {notes.SUBJECT, labels.SUBJECT, conflicts.SUBJECT}:
            self.undo_requested.emit()
        else:  # a change of a document or a citation, which does not withdraw the offer
            self.told.emit(self.tr("Something else was changed since then"))
