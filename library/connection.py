"""Open SQLite files: pragmas, versions, read-only media.

A database in WAL mode needs a -shm file beside it even to be read (sqlite.org/wal.html, "Read-Only Databases"). On a
read-only medium it is opened as immutable. That would lose unfinished work in a -wal or -journal beside it, so where
there is one, a private copy is opened.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from library.errors import LibraryDamaged, LibraryReadOnly, LibraryTooNew, LibraryUnusable, typed_errors
from library.migrations import APPLICATION_ID, SCHEMA_VERSION, migrate, version_of

_SIDE_FILES = ("-wal", "-journal")
_WRITABLE = "mode=rwc"


def _nothing() -> None:
    """Release nothing."""


@dataclass(frozen=True, slots=True)
class Opened:
    """An open connection. `release` deletes its temporary files, after it was closed."""

    connection: sqlite3.Connection
    read_only: bool = False
    newer: int | None = None
    release: Callable[[], None] = _nothing


def open_writable(path: Path, backups: Path, stamp: str, busy_timeout_ms: int) -> Opened:
    """Open a file for reading and writing, and migrate it. A file of a newer program is opened read-only."""
    _make_folder(path.parent)
    if not os.access(path.parent, os.W_OK) or (path.exists() and not os.access(path, os.W_OK)):
        raise LibraryReadOnly(path)
    with typed_errors(path):
        connection = _connect_writable(path, busy_timeout_ms)
        try:
            newer = _examine(connection, path, may_be_new=True)
            if newer is None:
                migrate(connection, backups, stamp)
            else:
                connection.execute("PRAGMA query_only = ON")
        except BaseException:
            connection.close()
            raise
    return Opened(connection, read_only=newer is not None, newer=newer)


def open_read_only(path: Path, busy_timeout_ms: int) -> Opened:
    """Open a file for reading, on any medium. LibraryReadOnly where there is none."""
    if not path.exists():
        raise LibraryReadOnly(path, "no file")
    try:
        return _read(path, "mode=ro", busy_timeout_ms)
    except (LibraryReadOnly, LibraryUnusable):
        if not any(side.exists() and side.stat().st_size for side in side_files(path)):
            return _read(path, "immutable=1", busy_timeout_ms)
    return _read_copy(path, busy_timeout_ms)


def _read(path: Path, mode: str, busy_timeout_ms: int, release: Callable[[], None] = _nothing) -> Opened:
    with typed_errors(path):
        connection = _connect(path, mode, busy_timeout_ms)
        try:
            newer = _examine(connection, path, may_be_new=False)
            connection.execute("PRAGMA query_only = ON")
        except BaseException:
            connection.close()
            raise
    return Opened(connection, read_only=True, newer=newer, release=release)


def _read_copy(path: Path, busy_timeout_ms: int) -> Opened:
    # Rarely needed: not imported at every start.
    import shutil
    from tempfile import TemporaryDirectory

    folder = TemporaryDirectory(prefix="qarar-", ignore_cleanup_errors=True)
    try:
        for source in (path, *side_files(path)):
            if source.exists():
                shutil.copyfile(source, Path(folder.name) / source.name)
        return _read(Path(folder.name) / path.name, "mode=rw", busy_timeout_ms, folder.cleanup)
    except BaseException:
        folder.cleanup()
        raise


def _connect_writable(path: Path, busy_timeout_ms: int) -> sqlite3.Connection:
    """Connect, a new file in WAL mode. On a file system without shared memory another journal mode is set."""
    try:
        connection = _connect(path, _WRITABLE, busy_timeout_ms)
        _begin_wal(connection)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR):
            raise
        # An exclusive connection can open a file in WAL mode without shared memory, and can change the mode.
        connection = _connect(path, _WRITABLE, busy_timeout_ms, "EXCLUSIVE")
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("PRAGMA locking_mode = NORMAL")
    return connection


def _connect(path: Path, mode: str, busy_timeout_ms: int, locking: str = "NORMAL") -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{path.as_uri()}?{mode}", uri=True, isolation_level=None, timeout=busy_timeout_ms / 1000
    )
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        # Before the file is first read, or it has no effect in WAL mode.
        connection.execute(f"PRAGMA locking_mode = {locking}")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("SELECT 1 FROM sqlite_master").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def _examine(connection: sqlite3.Connection, path: Path, *, may_be_new: bool) -> int | None:
    """Return the schema version of a newer program's file that can be read. LibraryDamaged, LibraryTooNew.

    None for a file of a known version.
    """
    found = version_of(connection)
    owner = int(connection.execute("PRAGMA application_id").fetchone()[0])
    empty = may_be_new and not connection.execute("SELECT 1 FROM sqlite_master").fetchone()
    if owner != APPLICATION_ID if found else not empty:
        raise LibraryDamaged(path, f"application_id {owner:#x}")
    if found <= SCHEMA_VERSION:
        return None
    if _oldest_reader(connection, path, found) > SCHEMA_VERSION:
        raise LibraryTooNew(path, found, SCHEMA_VERSION)
    return found


def _begin_wal(connection: sqlite3.Connection) -> None:
    """Set WAL mode in a new file, in which readers and a writer do not wait for each other."""
    if connection.execute("PRAGMA page_count").fetchone()[0]:
        return
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("SELECT 1 FROM sqlite_master").fetchone()
    except sqlite3.OperationalError as error:
        # Busy: another process is creating the file, in WAL mode.
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
            connection.close()
            raise


def _oldest_reader(connection: sqlite3.Connection, path: Path, found: int) -> int:
    try:
        row = connection.execute("SELECT value FROM facts WHERE name = 'oldest_reader'").fetchone()
        return int(row[0]) if row else found
    except (sqlite3.OperationalError, ValueError) as error:
        raise LibraryTooNew(path, found, SCHEMA_VERSION) from error


def side_files(path: Path) -> list[Path]:
    """Return the paths of SQLite's files with unfinished work, whether they exist or not."""
    return [path.with_name(path.name + suffix) for suffix in _SIDE_FILES]


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except FileExistsError as error:
        raise LibraryUnusable(folder, str(error)) from error
    except OSError as error:
        raise LibraryReadOnly(folder, str(error)) from error
