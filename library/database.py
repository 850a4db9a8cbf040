"""A connection to the library with transactions and typed errors."""

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
    """Return the time in UTC, the default clock of a library."""
    return datetime.datetime.now(datetime.UTC)


def new_id() -> str:
    """Return a random id (UUID 4)."""
    # Imported at the first use: only writing needs it.
    import uuid

    return str(uuid.uuid4())


class Database:
    """A connection to the library. Use it in the thread that opened it, and close it.

    Every external failure is a LibraryError. `read_only` is set where nothing can be written: on a read-only
    medium, when asked for, or for a file of a newer program (`newer` is its schema version).
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
        """The turn of the journal that the present transaction writes, None before its first step."""

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
        """Execute a statement that changes rows, inside a transaction. Return the id of an inserted row."""
        self._must_be_writing()
        with typed_errors(self.path):
            return self._connection.execute(sql, parameters).lastrowid or 0

    def write_all(self, sql: str, rows: Iterable[Sequence[object]]) -> None:
        """Execute a statement that changes rows for each of `rows`, inside a transaction."""
        self._must_be_writing()
        with typed_errors(self.path):
            self._connection.executemany(sql, rows)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Write all or nothing. The data is on disk when the block ends. A nested block joins the outer one.

        LibraryReadOnly. LibraryBusy where another process holds the lock longer than the timeout.
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
        """Return a value that differs after every change of the file, by this connection or another."""
        row = self.row("PRAGMA data_version")
        return int(row[0]) if row else 0, self._connection.total_changes

    def moment(self) -> str:
        """Return the time as it is stored: ISO 8601 in UTC to the microsecond, which sorts as text."""
        return self._clock().astimezone(datetime.UTC).isoformat(timespec="microseconds")

    def copy_to(self, target: Path) -> Path:
        """Make a complete and examined copy of the library. LibraryError where that fails."""
        with typed_errors(self.path):
            try:
                return copies.copy_to(self._connection, target)
            except OSError as error:
                raise LibraryUnusable(target, str(error)) from error

    def wait_at_most(self, milliseconds: int) -> None:
        """Set the time to wait for another's lock before LibraryBusy."""
        self._connection.execute(f"PRAGMA busy_timeout = {int(milliseconds)}")

    def daily_backup(self, folder: Path) -> Path | None:
        """Make today's backup in `folder` unless it exists, and return it. The oldest backups are deleted."""
        with typed_errors(self.path):
            return copies.daily_backup(self._connection, folder, self._clock().date())

    def damage(self) -> tuple[str, ...]:
        """Examine every page and every reference. Return the damage in SQLite's words."""
        found: list[str] = []
        try:
            found += [str(row[0]) for row in self.rows("PRAGMA integrity_check(20)") if row[0] != "ok"]
            found += [f"{row[0]}: dangling reference to {row[2]}" for row in self.rows("PRAGMA foreign_key_check")]
        except LibraryDamaged as error:
            found.append(error.detail)
        return tuple(found)

    def close(self) -> None:
        """Close the file. The last connection checkpoints the -wal."""
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
    """Open the library at `path`, created and migrated as needed, or read-only where it cannot be written.

    `backups` is the folder for the copies made before a migration, by default beside the file. LibraryTooNew,
    LibraryDamaged, LibraryUnusable. LibraryBusy where another process holds a file that needs a migration.
    LibraryReadOnly where the file does not exist and cannot be created.
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
