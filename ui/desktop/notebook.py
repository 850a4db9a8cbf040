"""The page of notes joined to the library: listing, searching, files out and in, conflicts, trash, the study pad."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QInputDialog, QMessageBox, QWidget

from documents.annotations.model import Annotation
from library.errors import LibraryError
from services.paths import Paths
from ui.desktop import messages
from ui.desktop.appearance import Appearance
from ui.desktop.desk import Desk
from ui.desktop.noting import Noting
from ui.desktop.tasks import Job, Task, Worker

if TYPE_CHECKING:
    from documents.model import Document
    from index.holding import HeldIndex
    from library.conflicts import OpenConflict
    from services.anchored import Placed
    from services.merging_notes import MergeReport
    from ui.desktop.annotations.filters import Filter
    from ui.desktop.annotations.page import NotesPage
    from ui.desktop.annotations.rows import Row

_SOON_MS = 60


@dataclass(frozen=True)
class Listed:
    """What the worker found to list: `things` are annotations, placed ones, or conflicts with their annotations."""

    things: list[object]
    labels: list[str]
    texts: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict)


class Notebook(QObject):
    """Fills the page of notes and does what is asked there."""

    chosen = Signal()
    told = Signal(str)
    failed = Signal(str, str)
    crashed = Signal(object)

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
        self._desk, self._noting, self._worker, self._paths = desk, noting, worker, paths
        self._appearance, self._ask_files, self._ask_target = appearance, ask_files, ask_target
        self.page: NotesPage | None = None
        self._held: HeldIndex | None = None
        self._query = ""
        self._loading: Task | None = None
        self._soon = QTimer(self, interval=_SOON_MS, singleShot=True)
        self._soon.timeout.connect(self.refresh)
        noting.changed.connect(self._soon.start)
        desk.bookmarks_changed.connect(self._soon.start)

    def make(self) -> NotesPage:
        """Make the page."""
        from ui.desktop.annotations.page import NotesPage

        page = self.page = NotesPage(self._appearance)
        page.opened.connect(self._open)
        page.removed.connect(self._remove)
        page.restored.connect(self._restore)
        page.accepted.connect(self._accept)
        page.filter_changed.connect(lambda _: self.refresh())
        page.search_asked.connect(self._search)
        page.asked.connect(self._asked)
        page.moved.connect(self._move)
        page.undo_asked.connect(self._noting.undo)
        page.setFocusProxy(page.list)
        self._desk.text_changed.connect(lambda _: self._soon.start())
        self.refresh()
        return page

    def refresh(self) -> None:
        """List the notes anew, in the worker."""
        page = self.page
        if page is None or self._desk.db is None:
            return
        if self._loading is not None:
            self._loading.cancel()
        wanted, query = page.filter, self._query
        task = Task(lambda job: self._listed(job, wanted, query))
        task.done.connect(self._show)
        self._loading = task
        self._start(task)

    # Listing

    def _listed(self, job: Job, wanted: Filter, query: str) -> Listed:
        """Return what is to be listed; on the worker's thread."""
        from library import conflicts, labels, notes
        from ui.desktop.annotations.filters import filtered

        db = job.db
        named = [label.path for label in labels.all_labels(db)]
        if wanted.show == "conflicts":
            pairs: list[object] = [(one, notes.annotation(db, one.annotation)) for one in conflicts.open_conflicts(db)]
            return Listed(pairs, named)
        made = notes.in_trash(db) if wanted.show == "trash" else notes.all_annotations(db)
        if query:
            wanted = replace(wanted, ids=self._met(job, query))
        order = labels.order(db, wanted.label) if wanted.label else ()
        found = list(made) if wanted.show == "trash" else filtered(made, wanted, order)
        if wanted.show == "look":
            return self._to_look_at(job, found, named)
        return Listed(list(found), named)

    def _met(self, job: Job, query: str) -> frozenset[str]:
        from index.holding import HeldIndex
        from index.parsing import parse
        from services.note_search import find, folder_of

        if self._held is None:
            self._held = HeldIndex(folder_of(self._paths.index))
        return frozenset(hit.id for hit in find(job.db, self._paths.index, parse(query), held=self._held))

    def _to_look_at(self, job: Job, found: list[Annotation], named: list[str]) -> Listed:
        from library import catalogue
        from services.anchored import everywhere

        placed = everywhere(job.db, found, cancelled=job.cancelled)
        shown = [placed[one.id] for one in found if one.id in placed and placed[one.id].needs_a_look]
        keys = {(one.annotation.document, one.annotation.language) for one in shown}
        texts = {key: dict(catalogue.load(job.db, *key).texts()) for key in keys if catalogue.has(job.db, *key)}
        return Listed(list(shown), named, texts)

    def _show(self, listed: Listed) -> None:
        from services.anchored import Placed
        from ui.desktop.annotations.rows import conflict_row, look_row, note_row

        page, look = self.page, self._appearance
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

        text = self._desk.reader.current()
        page.show_rows(listed.things, row, labels=listed.labels, document=text.document.symbol if text else "")

    def _search(self, query: str) -> None:
        if query != self._query:
            self._query = query
            self.refresh()

    # What is asked of a row

    def _open(self, row: Row) -> None:
        self._noting.go_to(row.note)
        self.chosen.emit()

    def _remove(self, row: Row) -> None:
        self._noting.remove(row.note.id)
        if self.page is not None:
            self.page.offer_undo(self.tr("Removed"))

    def _restore(self, row: Row) -> None:
        from library import notes

        if self._desk.write(lambda db: notes.restore(db, (row.note.id,))):
            self._changed()

    def _accept(self, row: Row, number: int) -> None:
        """Take one of the places or sides that a row offers."""
        conflict, placed = row.conflict, row.placed
        if conflict is not None:
            self._choose(conflict, theirs=number == 1)
        elif placed is not None:
            self._let_stand(placed, number)

    def _choose(self, conflict: OpenConflict, *, theirs: bool) -> None:
        from services.merging_notes import choose

        if self._desk.write(partial(choose, conflict=conflict, theirs=theirs)) is not False:
            self._changed()

    def _let_stand(self, placed: Placed, number: int) -> None:
        from library import catalogue
        from services.anchored import accept, offered

        db, note = self._desk.db, placed.annotation
        if db is None or not catalogue.has(db, note.document, note.language):
            return
        document: Document = catalogue.load(db, note.document, note.language)
        spans = placed.spans or offered(placed, number)
        if not spans:
            self.told.emit(self.tr("Select its words in the text, then choose “Let the note stand on these words”"))
        elif self._desk.write(lambda db: accept(db, document, placed, spans)):
            self.told.emit(self.tr("The note stands there now"))
            self._changed()

    def _move(self, id_: str, before: str) -> None:
        from library import labels

        page = self.page
        if page is not None and page.filter.label:
            label = page.filter.label
            self._desk.write(partial(labels.move, path=label, annotation=id_, before=before or None))
            self._changed()

    def _changed(self) -> None:
        self._noting.refresh()
        self._noting.changed.emit()

    # Files, labels, trash

    def _asked(self, what: str) -> None:
        name, _, detail = what.partition(":")
        actions: dict[str, Callable[[], None]] = {
            "import": self.bring,
            "pad": self._pad,
            "rename": self._rename,
            "drop": self._drop,
            "empty": self._empty,
        }
        if name == "export":
            self.export(detail)
        else:
            actions[name]()

    def export(self, format_: str) -> None:
        """Save the listed notes, or with `whole` the open text with its notes, where it is asked."""
        page, text = self.page, self._desk.reader.current()
        if page is None or not self._noting.save_all():
            return
        whole = format_ == "whole"
        if whole and text is None:
            return
        target = self._ask_target(page, f"{self.tr('notes')}.{'html' if whole else format_}")
        if target is None:
            return
        wanted, query, language = page.filter, self._query, self._appearance.language

        def work(job: Job) -> object:
            from services.note_files import export, export_whole

            if whole:
                assert text is not None
                data = export_whole(job.db, text, language)
            else:
                listed = self._listed(job, replace(wanted, show="notes"), query)
                made = [thing for thing in listed.things if isinstance(thing, Annotation)]
                data = export(job.db, made, format_, language, wanted.label)
            target.write_bytes(data)
            return target

        self._run(work, lambda _: self.told.emit(self.tr("Notes written to a file")))

    def bring(self) -> None:
        """Join a colleague's notes with those held."""
        page = self.page
        files = self._ask_files(page) if page is not None else ()
        if files and self._noting.save_all():
            self._run(lambda job: _merged(job, files), self._brought)

    def _brought(self, result: object) -> None:
        assert isinstance(result, tuple)
        reports, refused, unreadable = result
        added, changed = sum(len(r.added) for r in reports), sum(len(r.changed) for r in reports)
        open_ = sum(len(r.conflicts) for r in reports)
        number = self._appearance.number
        words = self.tr("{added} added, {changed} changed").format(added=number(added), changed=number(changed))
        if self.page is not None:
            self.page.offer_undo(words)
        self._changed()
        if open_ and self.page is not None:
            self.page.narrowing.choose(show="conflicts")
        if refused or unreadable:
            lines = [*(messages.not_notes(name, code) for name, code in unreadable)]
            lines += [f"{name}: {rule} {detail}" for name, rule, detail in refused[:5]]
            self.failed.emit(self.tr("Some notes could not be read."), " ".join(lines))

    def _pad(self) -> None:
        from ui.desktop.study_pad import StudyPad

        page = self.page
        if page is None or not page.filter.label:
            return
        label, language = page.filter.label, self._appearance.language

        def work(job: Job) -> object:
            from library import labels, notes
            from services.note_files import cited

            return cited(job.db, [notes.annotation(job.db, id_) for id_ in labels.order(job.db, label)], language)

        def show(found: object) -> None:
            assert isinstance(found, tuple)
            pad = StudyPad(self._appearance, label, found, page)
            pad.opened.connect(self._noting.go_to)
            pad.moved.connect(self._move)
            pad.show()

        self._run(work, show)

    def _rename(self) -> None:
        from library import labels

        page = self.page
        if page is None:
            return
        label = page.filter.label
        name, ok = QInputDialog.getText(page, self.tr("Rename this label"), self.tr("Name"), text=label.split("/")[-1])
        if not ok or not name.strip():
            return
        try:
            new = self._desk.write(lambda db: labels.rename(db, label, name))
        except labels.LabelExists:
            self.told.emit(self.tr("There is another label of that name"))
            return
        if new:
            page.narrowing.choose(label=str(new))
            self._changed()

    def _drop(self) -> None:
        from library import labels

        page = self.page
        if page is None:
            return
        label = page.filter.label
        if self._desk.write(lambda db: labels.remove(db, label) or True):
            page.narrowing.choose(label="")
            page.offer_undo(self.tr("Label removed; its notes stay"))
            self._changed()

    def _empty(self) -> None:
        """Empty the trash: one of the two questions that stop a person (window.md §10)."""
        page, paths = self.page, self._paths
        asked = QMessageBox.question(
            page, self.tr("Empty the trash"), self.tr("Drop for good what lies in the trash? A copy is made before.")
        )
        if asked is QMessageBox.StandardButton.Yes:
            self._run(lambda job: _emptied(job, paths), lambda _: self._changed())

    # The worker

    def _run(self, work: Callable[[Job], object], done: Callable[[object], None]) -> None:
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


def _merged(
    job: Job, files: tuple[Path, ...]
) -> tuple[list[MergeReport], list[tuple[str, str, str]], list[tuple[str, str]]]:
    """Join files of notes; return what was done, what was refused, and which files are no notes."""
    from documents.annotations.web_annotation_in import NotAnnotations
    from services.merging_notes import merge_notes
    from services.note_files import read_notes

    reports, refused, unreadable = [], [], []
    for path in files:
        try:
            found = read_notes(path.read_bytes())
        except NotAnnotations as error:
            unreadable.append((path.name, error.code))
            continue
        except OSError as error:
            unreadable.append((path.name, error.strerror or type(error).__name__))
            continue
        reports.append(merge_notes(job.db, found.annotations, path.name))
        refused += [(path.name, one.rule, one.detail) for one in found.refused]
    return reports, refused, unreadable


def _emptied(job: Job, paths: Paths) -> int:
    from services.trash import empty

    return empty(job.db, paths)
