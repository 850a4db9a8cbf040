"""Import files and folders into the library. A file that cannot be read is reported and stops nothing."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import resources
from documents.citations.catalogue.instrument_catalogue import Conflict
from documents.citations.catalogue.instrument_file import RowError
from documents.corrections import bundled
from documents.importers import read, read_bytes
from documents.importers.errors import ImportFailure
from documents.importers.formats import DOCUMENT_SUFFIXES, ImportKind, import_kind
from documents.model import Document, SourceWarning
from library import catalogue, metadata
from library.database import Database
from services.citations import instrument_catalogue
from services.citations.citation_refresh import find_with_overrides
from services.progress import IsCancelled, Progress, never, no_progress

BUNDLED = "E-RES-2019-20.ar.txt"
"""The resolution that a new library starts with."""

_BUNDLED_FACT = "bundled"


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """A file that was stored as a document. `replaced` says that it replaced a held text.

    `provisions`, `footnotes` and `citations` are counts, `warnings` are those of the reader.
    """

    path: Path
    symbol: str
    language: str
    provisions: int
    footnotes: int
    citations: int
    warnings: tuple[SourceWarning, ...]
    replaced: bool


@dataclass(frozen=True, slots=True)
class AddedInstruments:
    """A file of instruments added to the catalogue.

    `conflicts` are the fields that are ignored because the catalogue has other values.
    """

    path: Path
    instruments: int
    conflicts: tuple[Conflict, ...] = ()


@dataclass(frozen=True, slots=True)
class FailedFile:
    """A file that could not be read: a code of `contract.md` §2, and details from the reader.

    For an invalid file of instruments (`wrong-row`) `fault` has the row, the field and the problem.
    """

    path: Path
    code: str
    detail: str = ""
    fault: RowError | None = None


@dataclass(frozen=True, slots=True)
class ImportReport:
    """The outcome of every file, in the order they were read. `cancelled` says that some were left out."""

    imported: tuple[ImportedFile, ...] = ()
    failed: tuple[FailedFile, ...] = ()
    cancelled: bool = False
    added: tuple[AddedInstruments, ...] = ()


def import_paths(
    db: Database,
    paths: Iterable[Path],
    *,
    progress: Progress = no_progress,
    cancelled: IsCancelled = never,
) -> ImportReport:
    """Import files, and folders recursively. Each file is one transaction.

    A `.json` that is named is a file of instruments. `progress(done, total, name)` is called before each file and
    once at the end. Failures of a file are reported. LibraryError where the library cannot be written.
    """
    files = tuple(dict.fromkeys(file for path in paths for file in _files(path)))
    outcomes: list[ImportedFile | AddedInstruments | FailedFile] = []
    stopped = False
    for done, file in enumerate(files):
        stopped = cancelled()
        if stopped:
            break
        progress(done, len(files), file.name)
        is_list = import_kind(file.name) is ImportKind.INSTRUMENTS
        outcomes.append(_add_instruments(db, file) if is_list else _import(db, file))
    if not stopped:
        progress(len(files), len(files), "")
    return ImportReport(
        tuple(one for one in outcomes if isinstance(one, ImportedFile)),
        tuple(one for one in outcomes if isinstance(one, FailedFile)),
        stopped,
        tuple(one for one in outcomes if isinstance(one, AddedInstruments)),
    )


def store(db: Database, document: Document) -> tuple[catalogue.Stored, int]:
    """Store a document with the corrections of its source and its citations. Return also the number of citations."""
    corrections = bundled(document.source.sha256)
    with db.transaction():
        found = find_with_overrides(db, document, corrections)
        return catalogue.add(db, document, found, corrections), len(found.standing)


def ensure_bundled(db: Database) -> bool:
    """Add the bundled resolution to a library that never had it. Return whether it was added.

    It is not added again after it was removed, nor to a read-only library.
    """
    if db.read_only or metadata.get(db, _BUNDLED_FACT) is not None:
        return False
    document = read_bytes(resources.read_bytes("documents", BUNDLED), BUNDLED)
    with db.transaction():
        if metadata.get(db, _BUNDLED_FACT) is not None:
            return False
        if not catalogue.has(db, document.symbol, document.language):
            store(db, document)
        metadata.put(db, _BUNDLED_FACT, document.source.sha256)
    return True


def _import(db: Database, file: Path) -> ImportedFile | FailedFile:
    try:
        document = read(file)
    except ImportFailure as failure:
        return FailedFile(file, failure.code, failure.detail)
    except OSError as error:
        return FailedFile(file, "unreadable", error.strerror or "")
    stored, citations = store(db, document)
    return ImportedFile(
        file,
        document.symbol,
        document.language,
        len(document.provisions),
        len(document.footnotes),
        citations,
        document.source.warnings,
        stored.replaced,
    )


def _add_instruments(db: Database, file: Path) -> AddedInstruments | FailedFile:
    try:
        data = file.read_bytes()
        conflicts = instrument_catalogue.conflicts(db, data)
        return AddedInstruments(file, instrument_catalogue.add(db, data, file.name), conflicts)
    except RowError as fault:
        return FailedFile(file, "wrong-row", str(fault), fault)
    except OSError as error:
        return FailedFile(file, "unreadable", error.strerror or "")


def _files(path: Path) -> Iterator[Path]:
    """Yield a file itself, or the documents in a folder, sorted. Links to folders are not followed."""
    if not path.is_dir():
        yield path
        return
    for folder, folders, names in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if Path(name).suffix.lower() in DOCUMENT_SUFFIXES and not name.startswith((".", "~$")):
                yield Path(folder, name)
