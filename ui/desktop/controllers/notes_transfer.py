"""Export of notes to files, and files of notes merged with the library."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from documents.annotations.model import Annotation
from ui.desktop.controllers.library_session import LibrarySession
from ui.desktop.support import messages
from ui.desktop.support.appearance import Appearance
from ui.desktop.support.changes import Subject
from ui.desktop.support.file_dialogs import FileDialogs
from ui.desktop.support.operations import Job, Operation

if TYPE_CHECKING:
    from library.database import Database
    from services.documents.open_text import OpenText
    from services.notes.note_merge import MergeReport

_TOLD = 5
"""Refused notes that are named one by one."""


@dataclass(frozen=True, slots=True)
class Merged:
    """The outcome of merging files of notes."""

    reports: tuple[MergeReport, ...]
    refused: tuple[tuple[str, str, str], ...]
    """File name, rule and detail of each note that was refused."""
    unreadable: tuple[tuple[str, str], ...]
    """File name and reason of each file that holds no notes."""

    @property
    def added(self) -> int:
        """Notes that were added."""
        return sum(len(report.added) for report in self.reports)

    @property
    def changed(self) -> int:
        """Notes that were changed."""
        return sum(len(report.changed) for report in self.reports)

    @property
    def conflicts(self) -> int:
        """Conflicts that wait for a choice."""
        return sum(len(report.conflicts) for report in self.reports)


class NotesTransfer(QObject):
    """Asks for files, and writes or merges them in the background."""

    merged = Signal(object, str)
    """A Merged, and the words that tell of it."""
    told = Signal(str)
    failed = Signal(str, str)

    def __init__(self, session: LibrarySession, appearance: Appearance, dialogs: FileDialogs) -> None:
        super().__init__()
        self._session, self._appearance, self._dialogs = session, appearance, dialogs

    def export_notes(
        self, parent: QWidget, format_: str, notes: Callable[[Job[Database]], Sequence[Annotation]], label: str
    ) -> None:
        """Ask for a file and write notes to it in the order of a label. `notes` runs on the worker's thread."""
        language = self._appearance.language

        def data(job: Job[Database]) -> bytes:
            from services.notes.note_exchange import export

            return export(job.db, notes(job), format_, language, label)

        self._write(parent, format_, data)

    def export_text(self, parent: QWidget, format_: str, text: OpenText) -> None:
        """Ask for a file and write a text with its notes to it."""
        language = self._appearance.language

        def data(job: Job[Database]) -> bytes:
            from services.notes.note_exchange import export_annotated_text

            return export_annotated_text(job.db, text, language, format_)

        self._write(parent, format_, data)

    def ask(self, parent: QWidget) -> tuple[Path, ...]:
        """Ask for files of notes to merge."""
        return self._dialogs.choose_files(parent)

    def merge(self, files: tuple[Path, ...]) -> None:
        """Merge files of notes with the library, in one step of undo."""
        self._session.start(
            Operation(lambda job: _merge(job.db, files), success=self._tell_merged, changes=Subject.NOTES)
        )

    def _write(self, parent: QWidget, format_: str, data: Callable[[Job[Database]], bytes]) -> None:
        target = self._dialogs.choose_target(parent, f"{self.tr('notes')}.{format_}", (format_,))
        if target is None:
            return

        def work(job: Job[Database]) -> None:
            from services.file_writer import write_whole

            write_whole(target, data(job))

        def success(_: None) -> None:
            self.told.emit(self.tr("Notes written to a file"))

        self._session.start(Operation(work, success=success, failure=self._not_written))

    def _not_written(self, error: Exception) -> bool:
        if not isinstance(error, OSError):
            return False
        self.failed.emit(*messages.not_written(error))
        return True

    def _tell_merged(self, merged: Merged) -> None:
        number = self._appearance.number
        words = self.tr("{added} added, {changed} changed")
        self.merged.emit(merged, words.format(added=number(merged.added), changed=number(merged.changed)))
        if merged.refused or merged.unreadable:
            lines = [messages.not_notes(name, code) for name, code in merged.unreadable]
            lines += [f"{name}: {rule} {detail}" for name, rule, detail in merged.refused[:_TOLD]]
            self.failed.emit(self.tr("Some notes could not be read."), " ".join(lines))


def _merge(db: Database, files: tuple[Path, ...]) -> Merged:
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
    with db.transaction():
        reports = tuple(merge_notes(db, found.annotations, name, found.order) for found, name in held)
    return Merged(reports, tuple(refused), tuple(unreadable))
