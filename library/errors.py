"""What can be wrong with a library: types with data; the sentences are made where people see them."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class LibraryError(Exception):
    """Something is wrong with the library file at `path`; `detail` is what SQLite said, not a sentence."""

    def __init__(self, path: Path, detail: str = "") -> None:
        super().__init__(f"{path}: {detail}" if detail else str(path))
        self.path = path
        self.detail = detail


class LibraryTooNew(LibraryError):
    """The file has schema version `found` of a newer program, this one knows versions up to `known`."""

    def __init__(self, path: Path, found: int, known: int) -> None:
        super().__init__(path, f"schema version {found}, known {known}")
        self.found = found
        self.known = known


class LibraryBusy(LibraryError):
    """Another process holds the lock that this write (or this first opening) needs; try again later."""


class LibraryReadOnly(LibraryError):
    """The file, its folder or its medium cannot be written; what is there can still be read."""


class LibraryDamaged(LibraryError):
    """The file is no SQLite database, none of ours, or its pages are damaged."""


class LibraryUnusable(LibraryError):
    """The file cannot be reached, or the disk is full or failing."""


class NotHeld(LookupError):
    """The library does not hold `symbol` (in `language`, where one was asked for)."""

    def __init__(self, symbol: str, language: str | None = None) -> None:
        super().__init__(f"{symbol} {language or ''}".strip())
        self.symbol = symbol
        self.language = language


_BY_CODE: dict[int, type[LibraryError]] = {
    sqlite3.SQLITE_BUSY: LibraryBusy,
    sqlite3.SQLITE_LOCKED: LibraryBusy,
    sqlite3.SQLITE_PROTOCOL: LibraryBusy,
    sqlite3.SQLITE_READONLY: LibraryReadOnly,
    sqlite3.SQLITE_CORRUPT: LibraryDamaged,
    sqlite3.SQLITE_NOTADB: LibraryDamaged,
    sqlite3.SQLITE_FULL: LibraryUnusable,
    sqlite3.SQLITE_IOERR: LibraryUnusable,
    sqlite3.SQLITE_CANTOPEN: LibraryUnusable,
    sqlite3.SQLITE_PERM: LibraryUnusable,
}


_REFUSED = {errno.EACCES, errno.EPERM, errno.EROFS}


@contextmanager
def typed_errors(path: Path) -> Iterator[None]:
    """Turn failures that come from outside, SQLite's and the system's, into LibraryErrors; wrong SQL stays a crash."""
    try:
        yield
    except sqlite3.Error as error:
        kind = _kind(error)
        if kind is None:
            raise
        raise kind(path, str(error)) from error
    except UnicodeDecodeError as error:
        # What SQLite says of a damaged schema quotes its bytes.
        raise LibraryDamaged(path, str(error)) from error
    except OSError as error:
        refused = LibraryReadOnly if error.errno in _REFUSED else LibraryUnusable
        raise refused(path, error.strerror or str(error)) from error


def _kind(error: sqlite3.Error) -> type[LibraryError] | None:
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        # Made by Python's module, not by SQLite: a text that is no UTF-8 has no code.
        return LibraryDamaged if str(error).startswith("Could not decode to UTF-8") else None
    return _BY_CODE.get(code & 0xFF)
