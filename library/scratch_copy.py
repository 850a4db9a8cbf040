"""A private copy of a damaged library, mended as far as SQLite needs it to read on."""

from __future__ import annotations

import os
import sqlite3
from contextlib import suppress
from pathlib import Path

from library.connection import Opened, side_files

_MAGIC = b"SQLite format 3\x00"
_HEADER = 100
_PAGE_SIZES = {2**power for power in range(9, 17)}
_INTERIOR_TABLE = 5


def open_scratch(path: Path, like: Path) -> tuple[Opened, Path]:
    """Open a private copy of a damaged file. `path` itself is only read.

    The copy has the length in its header. A header or a schema that cannot be read is taken from `like`, a library
    that is closed. The path in the result is the copy with its own schema, its -wal folded in.
    """
    import shutil
    from tempfile import TemporaryDirectory

    folder = TemporaryDirectory(prefix="qarar-", ignore_cleanup_errors=True)
    try:
        pages = Path(folder.name) / path.name
        pages.touch()
        for source in (path, *side_files(path)):
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


def _connect_scratch(file: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{file.as_uri()}?mode=rw", uri=True, isolation_level=None)
    connection.text_factory = lambda data: data.decode("utf-8", "replace")
    # With it SQLite uses the readable part of a schema and accepts a wrong number of pages.
    connection.execute("PRAGMA writable_schema = ON")
    with suppress(sqlite3.Error, UnicodeDecodeError):
        connection.execute("PRAGMA cell_size_check = OFF")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    return connection


def _mend_header(file: Path, like: Path) -> None:
    """Give a copy of a damaged file a readable header, and the length in that header."""
    with file.open("r+b") as damaged:
        header = bytearray(damaged.read(_HEADER))
        length = damaged.seek(0, os.SEEK_END)
        told = int.from_bytes(header[28:32])
        if not _is_header(header):
            header, told = bytearray(_start(like, _HEADER)), 0
            header[32:40] = bytes(8)  # the list of free pages is that of `like`
        size = _page_size(header)
        held = -(-length // size)
        # A damaged page count must not make the copy arbitrarily long.
        count = max(1, held, told if told <= 16 * held + 1024 else 0)
        header[28:32] = count.to_bytes(4)
        header[92:96] = header[24:28]  # SQLite ignores the page count unless these are equal
        damaged.seek(0)
        damaged.write(header)
        damaged.truncate(count * size)


def _is_header(header: bytes | bytearray) -> bool:
    """Return whether the fields that reading depends on have the values of every library (fileformat2, 1.3)."""
    return (
        len(header) == _HEADER
        and header.startswith(_MAGIC)
        and _page_size(header) in _PAGE_SIZES
        and header[20:24] == b"\x00\x40\x20\x20"
        and header[44:48] == b"\x00\x00\x00\x04"
        and header[56:60] == b"\x00\x00\x00\x01"
    )


def _graft_schema(connection: sqlite3.Connection, pages: Path, like: Path, target: Path) -> bool:
    """Write a copy of `pages` with the schema of `like`, where its own is damaged and agrees with it otherwise."""
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
    """Return the names in a schema and their root pages, as far as they can be read."""
    found: set[tuple[object, object]] = set()
    with suppress(sqlite3.Error, UnicodeDecodeError):
        found.update(connection.execute("SELECT name, rootpage FROM sqlite_master"))
    return found


def _children(first: bytes) -> tuple[int, ...]:
    """Return the child pages of the first page, on which the schema begins."""
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
