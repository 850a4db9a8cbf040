"""Import of files: texts and folders, lists of instruments, and notes, which are handed on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from documents.language import isolate
from ui.desktop.controllers.library_session import LibrarySession
from ui.desktop.support import messages
from ui.desktop.support.appearance import Appearance
from ui.desktop.support.changes import Subject
from ui.desktop.support.operations import Job, Operation
from ui.desktop.support.place_names import Digits

if TYPE_CHECKING:
    from documents.citations.catalogue.instrument_file import RowError
    from library.database import Database
    from services.documents.document_import import ImportReport

_TOLD = 5
"""Failures that are named one by one."""


@dataclass(frozen=True, slots=True)
class RefusedList:
    """A list of instruments that was not imported. `fault` is None if the file could not be read."""

    path: Path
    fault: RowError | None = None


@dataclass(frozen=True, slots=True)
class Imported:
    """The outcome of one import."""

    report: ImportReport
    index_state: str
    instruments: int
    """Instruments added to the catalogue."""
    refused: tuple[RefusedList, ...]
    notes_to_review: int
    """Notes of replaced texts that moved or are not found for certain."""

    @property
    def changes(self) -> Subject:
        """The subjects that the import has changed."""
        came_in = Subject.DOCUMENTS if self.report.imported or self.instruments else Subject.NONE
        replaced = any(one.replaced for one in self.report.imported)
        return came_in | (Subject.NOTES | Subject.CITATIONS if replaced else Subject.NONE)


class ImportController(QObject):
    """Imports files one batch after another, and tells of failures at the end of each."""

    imported = Signal(object)
    """The ImportReport of texts that the index has already."""
    notes_chosen = Signal(object)
    """The Paths of files of notes among those to import."""
    notes_moved = Signal(int)
    """How many notes moved, or are not found for certain, in texts that replaced others."""
    told = Signal(str)
    failed = Signal(str, str)

    def __init__(
        self,
        session: LibrarySession,
        index: Path,
        appearance: Appearance,
        ask_files: Callable[[], tuple[Path, ...]],
        close_index: Callable[[], None],
    ) -> None:
        """`close_index` is called on the worker's thread before the index is written."""
        super().__init__()
        self._session, self._index, self._appearance = session, index, appearance
        self._ask_files, self._close_index = ask_files, close_index

    def ask(self) -> None:
        """Ask for files and import them."""
        self.bring(self._ask_files())

    def bring(self, files: tuple[Path, ...]) -> None:
        """Import texts, folders and lists of instruments, and hand on files of notes."""
        if not files:
            return
        if not self._session.is_writable:
            self.failed.emit(self.tr("This library cannot be written, so nothing can be imported into it."), "")
            return
        from documents.importers.formats import ImportKind, import_kind

        notes = tuple(file for file in files if import_kind(file.name) is ImportKind.NOTES)
        if notes:
            self.notes_chosen.emit(notes)
        if others := tuple(file for file in files if file not in notes):
            self._import(others)

    def _import(self, files: tuple[Path, ...]) -> None:
        def work(job: Job[Database]) -> Imported:
            return _imported(job, files, self._index, self._close_index)

        operation = Operation(
            work, success=self._tell, changes=lambda imported: imported.changes, progress=self._progress
        )
        self._session.start(operation)

    def _progress(self, done: int, total: int) -> str:
        number = self._appearance.number
        words = self.tr("Importing {done} of {total}")
        return words.format(done=isolate(number(min(done + 1, total))), total=isolate(number(total)))

    def _tell(self, imported: Imported) -> None:
        self._session.set_index_state(imported.index_state)
        self.imported.emit(imported.report)
        if imported.instruments:
            words = self.tr("%n instrument(s) added to the catalogue", "", imported.instruments)
            self.told.emit(self._counted(words, imported.instruments))
        if imported.notes_to_review:
            self.notes_moved.emit(imported.notes_to_review)
        if imported.report.failed or imported.refused:
            self.failed.emit(*self._failure(imported))

    def _failure(self, imported: Imported) -> tuple[str, str]:
        """Return head and body of the message about the files that failed."""
        reasons = [(one.path, messages.import_failure(one.code)) for one in imported.report.failed]
        reasons += [(one.path, refusal(one, self._appearance.number)) for one in imported.refused]
        failed, rest = len(reasons), len(imported.report.imported)
        head = self._counted(self.tr("%n file(s) could not be imported.", "", failed), failed)
        told = reasons[:_TOLD]
        lines = [f"{isolate(path.name)}: {reason}." for path, reason in told]
        if failed > len(told):
            lines.append(self._counted(self.tr("And %n more.", "", failed - len(told)), failed - len(told)))
        if rest:
            lines.append(self._counted(self.tr("The other %n file(s) were imported.", "", rest), rest))
        return head, " ".join(lines)

    def _counted(self, words: str, count: int) -> str:
        """Replace the count by its digits in the interface."""
        return words.replace(str(count), isolate(self._appearance.number(count)))


def _imported(job: Job[Database], files: Iterable[Path], index: Path, close_index: Callable[[], None]) -> Imported:
    """Import files on the worker's thread and bring the index up to date."""
    from documents.importers.formats import ImportKind, import_kind
    from services.documents.document_import import import_paths
    from services.notes.anchor_resolution import count_to_review
    from services.search.index_sync import reindex, state

    lists: list[Path] = []
    texts: list[Path] = []
    for path in files:
        is_list = import_kind(path.name) is ImportKind.INSTRUMENTS and not path.is_dir()
        (lists if is_list else texts).append(path)
    # Instruments first: they are known when the texts imported with them are read.
    instruments, refused = _add_instruments(job.db, lists)
    report = import_paths(job.db, texts, progress=job.progress, cancelled=job.cancelled)
    if report.imported and state(job.db, index) != "ready":
        close_index()
        reindex(job.db, index, cancelled=job.cancelled)
    replaced = {(one.symbol, one.language) for one in report.imported if one.replaced}
    moved = sum(count_to_review(job.db, *name) for name in replaced)
    return Imported(report, state(job.db, index), instruments, refused, moved)


def _add_instruments(db: Database, lists: Iterable[Path]) -> tuple[int, tuple[RefusedList, ...]]:
    """Add the instruments of lists to the catalogue, each list whole or not at all.

    Return how many were added, and the lists that were refused.
    """
    from documents.citations.catalogue.instrument_file import RowError
    from services.citations.instrument_catalogue import add

    count, refused = 0, []
    for path in lists:
        try:
            count += add(db, path.read_bytes(), path.name)
        except RowError as fault:
            refused.append(RefusedList(path, fault))
        except OSError:
            refused.append(RefusedList(path))
    return count, tuple(refused)


def refusal(refused: RefusedList, digits: Digits = str) -> str:
    """Return why a list of instruments was refused: `row 3, field names.ar: not a text`."""
    fault = refused.fault
    if fault is None:
        return messages.import_failure("unreadable")
    problem = messages.row_problem(fault.problem)
    if not fault.row:
        return problem
    row = isolate(digits(str(fault.row)))
    if not fault.field:
        words = QCoreApplication.translate("Messages", "row %1: %2")
        return words.replace("%1", row).replace("%2", problem)
    words = QCoreApplication.translate("Messages", "row %1, field %2: %3")
    return words.replace("%1", row).replace("%2", isolate(fault.field, "ltr")).replace("%3", problem)
