"""One SQLite file, opened safely: durable, in WAL mode where the file system can, read-only where it must be."""

from __future__ import annotations

import datetime
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from library import backups as copies
from library.connection import Opened, open_read_only, open_writable
from library.errors import LibraryDamaged, LibraryReadOnly, LibraryUnusable, typed_errors

Row = tuple[Any, ...]


def now() -> datetime.datetime:
    """Return the time in UTC: the clock of a library unless it is given another."""
    return datetime.datetime.now(datetime.UTC)


def new_id() -> str:
    """Return a new random id (UUID 4)."""
    # Only who marks something needs it.
    import uuid

    return str(uuid.uuid4())


class Database:
    """One connection to the library; use it in the thread that opened it, and close it.

    Every failure from outside is a LibraryError. `read_only` is set where nothing can be written: on a
    read-only medium, when asked for, or when a newer program owns the file (`newer` is its schema version).
    """

    def __init__(
        self, opened: Opened, path: Path, *, clock: Callable[[], datetime.datetime], ids: Callable[[], str]
    ) -> None:
        self._connection = opened.connection
        self._release = opened.release
        self.path = path
        self.read_only = opened.read_only
        self.newer = opened.newer
        self._clock = clock
        self.new_id = ids
        self.turn: int | None = None
        """The turn of the journal that the present transaction writes; None before its first step."""

    def rows(self, sql: str, parameters: Sequence[object] = ()) -> list[Row]:
        """Return all rows of a query."""
        with typed_errors(self.path):
            return self._connection.execute(sql, parameters).fetchall()

    def row(self, sql: str, parameters: Sequence[object] = ()) -> Row | None:
        """Return the first row of a query, or None."""
        with typed_errors(self.path):
            found: Row | None = self._connection.execute(sql, parameters).fetchone()
            return found

    def write(self, sql: str, parameters: Sequence[object] = ()) -> int:
        """Run one changing statement inside a transaction; return the id of the row it inserted."""
        self._must_be_writing()
        with typed_errors(self.path):
            return self._connection.execute(sql, parameters).lastrowid or 0

    def write_all(self, sql: str, rows: Iterable[Sequence[object]]) -> None:
        """Run one changing statement for each row, inside a transaction."""
        self._must_be_writing()
        with typed_errors(self.path):
            self._connection.executemany(sql, rows)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Write all or nothing; on disk when the block ends. One inside another joins it.

        LibraryReadOnly, or LibraryBusy when another process keeps its lock longer than the timeout.
        """
        if self.read_only:
            raise LibraryReadOnly(self.path)
        if self._connection.in_transaction:
            yield
            return
        with typed_errors(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
        self.turn = None
        try:
            yield
            with typed_errors(self.path):
                self._connection.commit()
        except BaseException:
            self._connection.rollback()
            raise

    def version(self) -> tuple[int, int]:
        """Return what differs once anything in the file was changed, by this connection or another."""
        row = self.row("PRAGMA data_version")
        return int(row[0]) if row else 0, self._connection.total_changes

    def moment(self) -> str:
        """Return the time as it is stored: ISO 8601 in UTC, to the microsecond, so that it sorts."""
        return self._clock().astimezone(datetime.UTC).isoformat(timespec="microseconds")

    def copy_to(self, target: Path) -> Path:
        """Make a whole and sound copy of the library; LibraryError where that cannot be done."""
        with typed_errors(self.path):
            try:
                return copies.copy_to(self._connection, target)
            except OSError as error:
                raise LibraryUnusable(target, str(error)) from error

    def wait_at_most(self, milliseconds: int) -> None:
        """Wait no longer than this for another's lock before a write is given up as LibraryBusy."""
        self._connection.execute(f"PRAGMA busy_timeout = {int(milliseconds)}")

    def daily_backup(self, folder: Path) -> Path | None:
        """Make today's copy in `folder` unless it is there; return it. The oldest copies go."""
        with typed_errors(self.path):
            return copies.daily_backup(self._connection, folder, self._clock().date())

    def damage(self) -> tuple[str, ...]:
        """Examine every page and every reference; return what is wrong, as SQLite says it."""
        found: list[str] = []
        try:
            found += [str(row[0]) for row in self.rows("PRAGMA integrity_check(20)") if row[0] != "ok"]
            found += [f"{row[0]}: dangling reference to {row[2]}" for row in self.rows("PRAGMA foreign_key_check")]
        except LibraryDamaged as error:
            found.append(error.detail)
        return tuple(found)

    def close(self) -> None:
        """Close the file; the last connection folds the -wal into it."""
        self._connection.close()
        self._release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _must_be_writing(self) -> None:
        if not self._connection.in_transaction:
            raise sqlite3.ProgrammingError("a write outside a transaction")


def open_database(
    path: Path,
    *,
    read_only: bool = False,
    backups: Path | None = None,
    clock: Callable[[], datetime.datetime] = now,
    ids: Callable[[], str] = new_id,
    busy_timeout_ms: int = 2000,
) -> Database:
    """Open the library at `path`, made and migrated as needed; read-only where it cannot be written.

    LibraryTooNew, LibraryBusy (it needs a migration and another process holds it), LibraryDamaged,
    LibraryReadOnly (it is not there and cannot be made), LibraryUnusable. `backups` is the folder of the
    copies made before a migration, by default beside the file.
    """
    path = path.absolute()
    if not read_only:
        try:
            stamp = clock().astimezone(datetime.UTC).strftime("%Y%m%dT%H%M%SZ")
            opened = open_writable(path, backups or path.parent / "backups", stamp, busy_timeout_ms)
            return Database(opened, path, clock=clock, ids=ids)
        except LibraryReadOnly:
            if not path.exists():
                raise
    return Database(open_read_only(path, busy_timeout_ms), path, clock=clock, ids=ids)
