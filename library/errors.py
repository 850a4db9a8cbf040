"""The errors of the library, as types with data. Messages for the user are made where they are shown."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class LibraryError(Exception):
    """A failure of the library file at `path`. `detail` is SQLite's message."""

    def __init__(self, path: Path, detail: str = "") -> None:
        super().__init__(f"{path}: {detail}" if detail else str(path))
        self.path = path
        self.detail = detail


class LibraryTooNew(LibraryError):
    """The file has schema version `found` of a newer program. This one reads versions up to `known`."""

    def __init__(self, path: Path, found: int, known: int) -> None:
        super().__init__(path, f"schema version {found}, known {known}")
        self.found = found
        self.known = known


class LibraryBusy(LibraryError):
    """Another process holds the lock that a write or a migration needs. It may succeed later."""


class LibraryReadOnly(LibraryError):
    """The file, its folder or its medium cannot be written. The file can still be read."""


class LibraryDamaged(LibraryError):
    """The file is not a SQLite database or not a library, or its pages are damaged."""


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
    """Raise failures of SQLite and of the system as LibraryErrors. Errors in SQL pass through."""
    try:
        yield
    except sqlite3.Error as error:
        kind = _kind(error)
        if kind is None:
            raise
        raise kind(path, str(error)) from error
    except UnicodeDecodeError as error:
        # SQLite's message on a damaged schema contains its bytes.
        raise LibraryDamaged(path, str(error)) from error
    except OSError as error:
        refused = LibraryReadOnly if error.errno in _REFUSED else LibraryUnusable
        raise refused(path, error.strerror or str(error)) from error


def _kind(error: sqlite3.Error) -> type[LibraryError] | None:
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        # An error of Python's module for a text that is not UTF-8 has no code of SQLite.
        return LibraryDamaged if str(error).startswith("Could not decode to UTF-8") else None
    return _BY_CODE.get(code & 0xFF)
