"""Notes out of the window and in: files, the study pad, labels renamed and removed, the trash emptied."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QInputDialog, QMessageBox, QWidget

from documents.annotations.model import Annotation
from services.paths import Paths
from ui.desktop.support import messages
from ui.desktop.support.operations import Job

if TYPE_CHECKING:
    from services.notes.note_merge import MergeReport
    from ui.desktop.controllers.notes_controller import NotesController


class NotesTransfer(QObject):
    """Does what the menu of the notes page offers."""

    def __init__(
        self,
        book: NotesController,
        ask_files: Callable[[QWidget], tuple[Path, ...]],
        ask_target: Callable[[QWidget, str], Path | None],
    ) -> None:
        """`ask_files` and `ask_target` ask where files are; parameters, so that tests answer them."""
        super().__init__(book)
        self._book, self._ask_files, self._ask_target = book, ask_files, ask_target

    def do(self, what: str) -> None:
        """Do what was asked by its name: `export:docx`, `import`, `pad`, or what is done to a label or the trash."""
        name, _, detail = what.partition(":")
        actions: dict[str, Callable[[], None]] = {
            "import": self.bring,
            "pad": self._pad,
            "rename": self._rename,
            "earlier": lambda: self._step(-1),
            "later": lambda: self._step(1),
            "drop": self._drop,
            "empty": self._empty,
        }
        if name == "export":
            self.export(detail)
        else:
            actions[name]()

    def export(self, format_: str) -> None:
        """Save the listed notes, or with `whole-` the open text with its notes, where it is asked."""
        page, text = self._book.page, self._book.document_controller.reader.current()
        if page is None or not self._book.annotation_controller.save_all():
            return
        whole = format_.startswith("whole-")
        if whole and text is None:
            return
        name, format_ = self.tr("notes"), format_.removeprefix("whole-")
        target = self._ask_target(page, f"{name}.{format_}")
        if target is None:
            return
        wanted, query, language = page.filter, self._book.query, self._book.appearance.language

        def work(job: Job) -> object:
            from library import notes
            from services.file_writer import write_whole
            from services.notes.note_exchange import export, export_whole

            if whole:
                assert text is not None
                data = export_whole(job.db, text, language, format_)
            else:
                listing = self._book.listed(job, replace(wanted, show="notes"), query)
                made = [one for one in listing.items if isinstance(one, Annotation)]
                if format_ == "jsonld" and not wanted.narrows and not query:
                    made += notes.travelling(job.db)  # what was removed here is removed there too
                data = export(job.db, made, format_, language, wanted.label)
            write_whole(target, data)
            return target

        self._book.run(work, lambda _: self._book.told.emit(self.tr("Notes written to a file")))

    def bring(self) -> None:
        """Join a colleague's notes with those held."""
        page = self._book.page
        self.take(self._ask_files(page) if page is not None else ())

    def take(self, files: tuple[Path, ...]) -> None:
        """Join the notes of files with those held."""
        if files and self._book.annotation_controller.save_all():
            self._book.run(lambda job: _merged(job, files), self._brought)

    def _brought(self, result: object) -> None:
        assert isinstance(result, tuple)
        reports, refused, unreadable = result
        added, changed = sum(len(r.added) for r in reports), sum(len(r.changed) for r in reports)
        open_ = sum(len(r.conflicts) for r in reports)
        number = self._book.appearance.number
        words = self.tr("{added} added, {changed} changed").format(added=number(added), changed=number(changed))
        self._book.tell_changed()
        if open_ and self._book.page is not None:
            self._book.page.narrowing.choose(show="conflicts")
            self._book.show_conflicts()
        if added or changed or open_:
            self._book.way_back.offer(words)
        else:
            self._book.told.emit(words)
        if refused or unreadable:
            lines = [*(messages.not_notes(name, code) for name, code in unreadable)]
            lines += [f"{name}: {rule} {detail}" for name, rule, detail in refused[:5]]
            self._book.failed.emit(self.tr("Some notes could not be read."), " ".join(lines))

    def _pad(self) -> None:
        """Open the study pad of the label that is listed; one that is open comes forward."""
        from ui.desktop.panels.notes.study_pad import PadFilling, StudyPad

        page = self._book.page
        if page is None or not page.filter.label:
            return
        label = page.filter.label
        pads = page.window().findChildren(StudyPad)
        pad = next((one for one in pads if one.label == label and one.isVisible()), None)
        if pad is None:
            pad = StudyPad(self._book.appearance, label, page)
            PadFilling(self._book, pad)
        pad.show()
        pad.raise_()
        pad.activateWindow()

    def _rename(self) -> None:
        from library import labels

        page = self._book.page
        if page is None:
            return
        label = page.filter.label
        name, ok = QInputDialog.getText(page, self.tr("Rename this label"), self.tr("Name"), text=label.split("/")[-1])
        if not ok or not name.strip():
            return
        try:
            new = self._book.document_controller.write(lambda db: labels.rename(db, label, name))
        except labels.LabelExists:
            self._book.told.emit(self.tr("There is another label of that name"))
            return
        if new:
            page.narrowing.choose(label=str(new))
            self._book.tell_changed()

    def _step(self, step: int) -> None:
        """Move the label that is listed up or down among those beside it."""
        from library import labels

        page = self._book.page
        if page is not None and self._book.document_controller.write(
            lambda db: labels.step(db, page.filter.label, step)
        ):
            self._book.told.emit(self.tr("Label moved"))
            self._book.tell_changed()

    def _drop(self) -> None:
        from library import labels

        page = self._book.page
        if page is None:
            return
        label = page.filter.label
        if self._book.document_controller.write(lambda db: labels.remove(db, label) or True):
            page.narrowing.choose(label="")
            self._book.tell_changed()
            self._book.way_back.offer(self.tr("Label removed; its notes stay"))

    def _empty(self) -> None:
        """Empty the trash: one of the two questions that stop a person (window.md §10)."""
        page, paths = self._book.page, self._book.paths
        asked = QMessageBox.question(
            page, self.tr("Empty the trash"), self.tr("Drop for good what lies in the trash? A copy is made before.")
        )
        if asked is QMessageBox.StandardButton.Yes:
            self._book.run(lambda job: _emptied(job, paths), lambda _: self._book.tell_changed())


def _merged(
    job: Job, files: tuple[Path, ...]
) -> tuple[list[MergeReport], list[tuple[str, str, str]], list[tuple[str, str]]]:
    """Join files of notes in one turn; return what was done, what was refused, and which files are no notes."""
    from documents.annotations.web.reader import NotAnnotations
    from services.notes.note_exchange import read_notes
    from services.notes.note_merge import merge_notes

    held, refused, unreadable = [], [], []
    for path in files:
        try:
            found = read_notes(path.read_bytes())
        except NotAnnotations as error:
            unreadable.append((path.name, error.code))
            continue
        except OSError as error:
            unreadable.append((path.name, error.strerror or type(error).__name__))
            continue
        held.append((found, path.name))
        refused += [(path.name, one.rule, one.detail) for one in found.refused]
    with job.db.transaction():
        reports = [merge_notes(job.db, found.annotations, name, found.order) for found, name in held]
    return reports, refused, unreadable


def _emptied(job: Job, paths: Paths) -> int:
    from services.notes.trash import empty

    return empty(job.db, paths)
