"""Copies of the library: before every migration, and once a day, the last ones kept."""

from __future__ import annotations

import datetime
import re
import sqlite3
from pathlib import Path

KEPT_DAYS = 7
"""How many daily copies stay; copies made before a migration stay for ever."""

_DAILY = re.compile(r"library-\d{4}-\d{2}-\d{2}\.db")


def copy_to(connection: sqlite3.Connection, target: Path) -> Path:
    """Copy an open library to `target` through SQLite, so that a writer beside us cannot tear it.

    The copy takes its name only when it is whole and sound (sqlite3.DatabaseError where it is not).
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_suffix(".part")
    unfinished.unlink(missing_ok=True)
    copy = sqlite3.connect(unfinished)
    try:
        connection.backup(copy)
        # A copy needs no -wal beside it: it can then be read from anywhere.
        copy.execute("PRAGMA journal_mode = DELETE")
        _examine(copy)
    finally:
        copy.close()
    return unfinished.replace(target)


def daily_copies(folder: Path) -> tuple[Path, ...]:
    """Return the daily copies in a folder, oldest first."""
    if not folder.is_dir():
        return ()
    return tuple(sorted(path for path in folder.iterdir() if _DAILY.fullmatch(path.name)))


def is_sound(path: Path) -> bool:
    """Say whether a copy can be opened and every page of it is whole."""
    try:
        copy = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    except sqlite3.Error:
        return False
    try:
        return bool(copy.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok") and bool(
            copy.execute("SELECT count(*) FROM documents").fetchone()
        )
    except sqlite3.Error:
        return False
    finally:
        copy.close()


def daily_backup(connection: sqlite3.Connection, folder: Path, today: datetime.date) -> Path | None:
    """Make today's copy unless there is one, then drop the oldest; return the new copy."""
    target = folder / f"library-{today.isoformat()}.db"
    if target.exists():
        return None
    copy_to(connection, target)
    for old in daily_copies(folder)[:-KEPT_DAYS]:
        old.unlink()
    return target


def _examine(copy: sqlite3.Connection) -> None:
    found = copy.execute("PRAGMA quick_check(1)").fetchone()[0]
    if found != "ok":
        error = sqlite3.DatabaseError(found)
        error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
        raise error
