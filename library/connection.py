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
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from library.errors import LibraryDamaged, LibraryReadOnly, LibraryTooNew, LibraryUnusable, typed_errors
from library.migrations import APPLICATION_ID, SCHEMA_VERSION, migrate, version_of

_SIDE_FILES = ("-wal", "-journal")
_WRITABLE = "mode=rwc"
_MAGIC = b"SQLite format 3\x00"
_HEADER = 100
_PAGE_SIZES = {2**power for power in range(9, 17)}
_INTERIOR_TABLE = 5


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
        if not any(side.exists() and side.stat().st_size for side in _beside(path)):
            return _read(path, "immutable=1", busy_timeout_ms)
    return _read_copy(path, busy_timeout_ms)


def open_scratch(path: Path, like: Path) -> tuple[Opened, Path]:
    """Open a private copy of a damaged file, as far as SQLite can be brought to read it; `path` itself is only read.

    The copy is as long as its header says. A header or a schema that cannot be read is that of `like`, a library that
    is closed. The path beside the connection is the copy without the schema of `like`, with its -wal folded in.
    """
    import shutil
    from tempfile import TemporaryDirectory

    folder = TemporaryDirectory(prefix="qarar-", ignore_cleanup_errors=True)
    try:
        pages = Path(folder.name) / path.name
        pages.touch()
        for source in (path, *_beside(path)):
            if source.exists():
                shutil.copyfile(source, pages.with_name(source.name))
        _mend_header(pages, like)
        connection = _connect_scratch(pages)
        grafted = pages.with_suffix(".grafted")
        if _graft_schema(connection, pages, like, grafted):
            connection.close()
            connection = _connect_scratch(grafted)
    except BaseException:
        folder.cleanup()
        raise
    return Opened(connection, read_only=True, release=folder.cleanup), pages


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
        for source in (path, *_beside(path)):
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


def _beside(path: Path) -> list[Path]:
    return [path.with_name(path.name + suffix) for suffix in _SIDE_FILES]


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except FileExistsError as error:
        raise LibraryUnusable(folder, str(error)) from error
    except OSError as error:
        raise LibraryReadOnly(folder, str(error)) from error


def _connect_scratch(file: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{file.as_uri()}?mode=rw", uri=True, isolation_level=None)
    connection.text_factory = lambda data: data.decode("utf-8", "replace")
    # Then what can be read of the schema is used, and a wrong number of pages is no failure.
    connection.execute("PRAGMA writable_schema = ON")
    with suppress(sqlite3.Error, UnicodeDecodeError):
        connection.execute("PRAGMA cell_size_check = OFF")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    return connection


def _mend_header(file: Path, like: Path) -> None:
    """Give a copy of a damaged file a header that can be read, and the length that the header says."""
    with file.open("r+b") as damaged:
        header = bytearray(damaged.read(_HEADER))
        length = damaged.seek(0, os.SEEK_END)
        told = int.from_bytes(header[28:32])
        if not _is_header(header):
            header, told = bytearray(_start(like, _HEADER)), 0
            header[32:40] = bytes(8)  # its free pages are not those of this file
        size = _page_size(header)
        held = -(-length // size)
        # A number that is damaged itself would make the copy as long as it likes.
        count = max(1, held, told if told <= 16 * held + 1024 else 0)
        header[28:32] = count.to_bytes(4)
        header[92:96] = header[24:28]  # or SQLite does not believe the number
        damaged.seek(0)
        damaged.write(header)
        damaged.truncate(count * size)


def _is_header(header: bytes | bytearray) -> bool:
    """Say whether the fields that reading depends on have the values they have in every library (fileformat2, 1.3)."""
    return (
        len(header) == _HEADER
        and header.startswith(_MAGIC)
        and _page_size(header) in _PAGE_SIZES
        and header[20:24] == b"\x00\x40\x20\x20"
        and header[44:48] == b"\x00\x00\x00\x04"
        and header[56:60] == b"\x00\x00\x00\x01"
    )


def _graft_schema(connection: sqlite3.Connection, pages: Path, like: Path, target: Path) -> bool:
    """Write a copy of `pages` with the schema of `like`, where its own is damaged and `like` agrees with the rest."""
    theirs = sqlite3.connect(f"{like.absolute().as_uri()}?mode=ro", uri=True)
    try:
        known, wanted = _roots(connection), _roots(theirs)
    finally:
        theirs.close()
    size = _page_size(_start(like, _HEADER))
    if not known < wanted or size != _page_size(_start(pages, _HEADER)):
        return False
    import shutil

    shutil.copyfile(pages, target)
    with like.open("rb") as source, target.open("r+b") as grafted:
        first = source.read(size)
        grafted.seek(_HEADER)
        grafted.write(first[_HEADER:])
        for number in _children(first):
            source.seek((number - 1) * size)
            grafted.seek((number - 1) * size)
            grafted.write(source.read(size))
    return True


def _roots(connection: sqlite3.Connection) -> set[tuple[object, object]]:
    """Return the names in a schema and the pages where they begin, as far as they can be read."""
    found: set[tuple[object, object]] = set()
    with suppress(sqlite3.Error, UnicodeDecodeError):
        found.update(connection.execute("SELECT name, rootpage FROM sqlite_master"))
    return found


def _children(first: bytes) -> tuple[int, ...]:
    """Return the pages below the first page, which the schema begins on."""
    if first[_HEADER] != _INTERIOR_TABLE:
        return ()
    count = int.from_bytes(first[_HEADER + 3 : _HEADER + 5])
    cells = (int.from_bytes(first[at : at + 2]) for at in range(_HEADER + 12, _HEADER + 12 + 2 * count, 2))
    return (*(int.from_bytes(first[at : at + 4]) for at in cells), int.from_bytes(first[_HEADER + 8 : _HEADER + 12]))


def _page_size(header: bytes | bytearray) -> int:
    size = int.from_bytes(header[16:18])
    return 65536 if size == 1 else size


def _start(file: Path, length: int) -> bytes:
    with file.open("rb") as opened:
        return opened.read(length)
