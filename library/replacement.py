"""Put a restored library in the place of a damaged one, and merge the rows that were read of the damaged one."""

from __future__ import annotations

import datetime
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from library.database import Database


def merge_rows(db: Database, table: str, rows: Iterable[Sequence[object]], time: str) -> int:
    """Merge rows of another file of the same library. A held row is replaced where the other has a later `time`.

    Rows that violate a constraint are left out. Return the number of rows written. Inside a transaction.
    """
    names = [f'"{row[1]}"' for row in db.rows(f"PRAGMA table_info({table})")]
    written = 0
    for row in rows:
        columns = dict(zip(names, row, strict=False))
        told, marks = ", ".join(columns), ", ".join("?" * len(columns))
        later = f"{names[0]} = ? AND coalesce({time}, '') < coalesce(?, '')"
        held = db.row(f"SELECT 1 FROM {table} WHERE {names[0]} = ?", row[:1])  # noqa: S608 - names of the schema
        with suppress(sqlite3.IntegrityError):
            if held is None:
                db.write(f"INSERT INTO {table} ({told}) VALUES ({marks})", row[: len(columns)])  # noqa: S608
            elif db.row(f"SELECT 1 FROM {table} WHERE {later}", (row[0], columns[f'"{time}"'])):  # noqa: S608
                values = (*row[: len(columns)], row[0])
                db.write(f"UPDATE {table} SET ({told}) = ({marks}) WHERE {names[0]} = ?", values)  # noqa: S608
            else:
                continue
            written += 1
    return written


def aside_name(library: Path, moment: datetime.datetime) -> Path:
    """Return an unused name beside a library for the file that was replaced at a moment."""
    stamp = moment.strftime("%Y%m%dT%H%M%SZ")
    names = (library.with_name(f"library-damaged-{stamp}{more}.db") for more in ("", *(f"-{n}" for n in range(2, 100))))
    return next(path for path in names if not any(side.exists() for side in _with_sides(path)))


def swap_in(library: Path, new: Path, aside: Path) -> bool:
    """Give the new library its name and the old one another. On OSError nothing is changed.

    Return whether there was an old one. The name exists at every moment where the file system has hard links.
    """
    is_there = library.exists()
    moved: list[tuple[Path, Path]] = []
    try:
        if is_there:
            try:
                aside.hardlink_to(library)
            except OSError:
                moved.append((library, library.rename(aside)))
        for old, kept in zip(_with_sides(library)[1:], _with_sides(aside)[1:], strict=True):
            if old.exists():
                moved.append((old, old.rename(kept)))
        new.replace(library)
    except OSError:
        for old, kept in reversed(moved):
            kept.rename(old)
        aside.unlink(missing_ok=True)
        raise
    return is_there


def delete(library: Path) -> None:
    """Delete a library that never took its name, with SQLite's files beside it."""
    for path in _with_sides(library):
        path.unlink(missing_ok=True)


def _with_sides(library: Path) -> tuple[Path, ...]:
    return tuple(library.with_name(library.name + side) for side in ("", "-wal", "-shm", "-journal"))
