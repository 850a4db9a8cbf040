"""Bring files and folders into the library; what cannot be read is reported, file by file."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
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
from services.citations import instruments
from services.citations.citation_refresh import answers

BUNDLED = "E-RES-2019-20.ar.txt"
"""The resolution that is there on the first start."""

_BUNDLED_FACT = "bundled"


@dataclass(frozen=True, slots=True)
class Imported:
    """A file that became a document; `replaced` one that was held. Counts, and the warnings of the reader."""

    path: Path
    symbol: str
    language: str
    provisions: int
    footnotes: int
    citations: int
    warnings: tuple[SourceWarning, ...]
    replaced: bool


@dataclass(frozen=True, slots=True)
class Added:
    """A file of instruments that came into the catalogue; `conflicts` is what of it the catalogue knows otherwise."""

    path: Path
    instruments: int
    conflicts: tuple[Conflict, ...] = ()


@dataclass(frozen=True, slots=True)
class Failed:
    """A file that could not be read: a code of `contract.md` §2, and what the reader said of it, as data.

    Of a file of instruments (`wrong-row`) `fault` says what is wrong in which row and field.
    """

    path: Path
    code: str
    detail: str = ""
    fault: RowError | None = None


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of every file, in the order they were taken; `cancelled` before the last one."""

    imported: tuple[Imported, ...] = ()
    failed: tuple[Failed, ...] = ()
    cancelled: bool = False
    added: tuple[Added, ...] = ()


def _no_progress(_done: int, _total: int, _name: str) -> None:
    """Tell nobody."""


def _never() -> bool:
    return False


def _nobody(_document: Document) -> None:
    """Tell nobody."""


def import_paths(
    db: Database,
    paths: Iterable[Path],
    *,
    progress: Callable[[int, int, str], None] = _no_progress,
    cancelled: Callable[[], bool] = _never,
    on_stored: Callable[[Document], None] = _nobody,
) -> ImportReport:
    """Import files, and what folders hold at any depth; each file is one transaction.

    A `.json` that is named is a file of instruments. `progress(done, total, name)` is called before each file and
    once at the end; `on_stored` after each document. A file's failure is reported, a library that cannot be written
    raises its LibraryError.
    """
    files = tuple(dict.fromkeys(file for path in paths for file in _files(path)))
    outcomes: list[Imported | Added | Failed] = []
    stopped = False
    for done, file in enumerate(files):
        stopped = cancelled()
        if stopped:
            break
        progress(done, len(files), file.name)
        is_list = import_kind(file.name) is ImportKind.INSTRUMENTS
        outcomes.append(_add_instruments(db, file) if is_list else _import(db, file, on_stored))
    if not stopped:
        progress(len(files), len(files), "")
    return ImportReport(
        tuple(one for one in outcomes if isinstance(one, Imported)),
        tuple(one for one in outcomes if isinstance(one, Failed)),
        stopped,
        tuple(one for one in outcomes if isinstance(one, Added)),
    )


def store(db: Database, document: Document) -> tuple[catalogue.Stored, int]:
    """Store a document with the corrections known for its source and what it cites; return the citations' count."""
    corrections = bundled(document.source.sha256)
    with db.transaction():
        found = answers(db, document, corrections)
        return catalogue.add(db, document, found, corrections), len(found.standing)


def ensure_bundled(db: Database) -> bool:
    """Put the bundled resolution into a library that never had it; say whether it was put there now.

    Who removed it does not get it back. A library that is read-only stays as it is.
    """
    if db.read_only or metadata.fact(db, _BUNDLED_FACT) is not None:
        return False
    document = read_bytes(resources.read_bytes("documents", BUNDLED), BUNDLED)
    with db.transaction():
        if metadata.fact(db, _BUNDLED_FACT) is not None:
            return False
        if not catalogue.has(db, document.symbol, document.language):
            store(db, document)
        metadata.set_fact(db, _BUNDLED_FACT, document.source.sha256)
    return True


def _import(db: Database, file: Path, on_stored: Callable[[Document], None]) -> Imported | Failed:
    try:
        document = read(file)
    except ImportFailure as failure:
        return Failed(file, failure.code, failure.detail)
    except OSError as error:
        return Failed(file, "unreadable", error.strerror or "")
    stored, citations = store(db, document)
    on_stored(document)
    return Imported(
        file,
        document.symbol,
        document.language,
        len(document.provisions),
        len(document.footnotes),
        citations,
        document.source.warnings,
        stored.replaced,
    )


def _add_instruments(db: Database, file: Path) -> Added | Failed:
    try:
        data = file.read_bytes()
        conflicts = instruments.conflicts(db, data)
        return Added(file, instruments.add(db, data, file.name), conflicts)
    except RowError as fault:
        return Failed(file, "wrong-row", str(fault), fault)
    except OSError as error:
        return Failed(file, "unreadable", error.strerror or "")


def _files(path: Path) -> Iterator[Path]:
    """Yield a file itself, or the files of a folder with the suffix of a document format, sorted.

    A file that is named is always tried. Instruments and notes are not taken from a folder: it may hold any JSON.
    Links to folders are not followed.
    """
    if not path.is_dir():
        yield path
        return
    for folder, folders, names in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if Path(name).suffix.lower() in DOCUMENT_SUFFIXES and not name.startswith((".", "~$")):
                yield Path(folder, name)
