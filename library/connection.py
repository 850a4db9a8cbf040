"""How a connection is made: pragmas, versions, and the traps of read-only media.

A database in WAL mode needs a -shm beside it even to be read (sqlite.org/wal.html, "Read-Only Databases").
On a read-only medium it is opened as immutable; where a -wal or -journal with unfinished work lies beside
it, immutable would lose that work, so a private copy is opened. So is one of a damaged file, and mended as far as
SQLite needs it to read on.
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
    """Release nothing: the usual end of a connection."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A connection ready for use; `release` drops what was made for it, after it was closed."""

    connection: sqlite3.Connection
    read_only: bool = False
    newer: int | None = None
    release: Callable[[], None] = _nothing


def open_writable(path: Path, backups: Path, stamp: str, busy_timeout_ms: int) -> Opened:
    """Open for reading and writing, and migrate; a file of a newer program comes back read-only."""
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
    """Open for reading only, wherever the file lies; LibraryReadOnly where there is none."""
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
    # Rare: not loaded at every start.
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
    """Connect, and begin a new file in WAL mode; a file system without shared memory gets the mode before it."""
    try:
        connection = _connect(path, _WRITABLE, busy_timeout_ms)
        _begin_wal(connection)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR):
            raise
        # Alone, one connection can have a file in WAL mode without shared memory, and can take it out of it.
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
        # Before the first look into the file, or it has no effect on one in WAL mode.
        connection.execute(f"PRAGMA locking_mode = {locking}")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("SELECT 1 FROM sqlite_master").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def _examine(connection: sqlite3.Connection, path: Path, *, may_be_new: bool) -> int | None:
    """Return the schema version where it is a newer program's that we may read; raise where we may not."""
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
    """Ask for WAL in a new file: then readers and a writer do not wait for each other."""
    if connection.execute("PRAGMA page_count").fetchone()[0]:
        return
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("SELECT 1 FROM sqlite_master").fetchone()
    except sqlite3.OperationalError as error:
        # Busy: another process is just making the file, in WAL mode.
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
    """Return where SQLite keeps unfinished work of a file, whether it is there or not."""
    return [path.with_name(path.name + suffix) for suffix in _SIDE_FILES]


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except FileExistsError as error:
        raise LibraryUnusable(folder, str(error)) from error
    except OSError as error:
        raise LibraryReadOnly(folder, str(error)) from error
