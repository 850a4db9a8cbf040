"""Backups of the library: before every migration, and once a day, of which the last ones are kept."""

from __future__ import annotations

import datetime
import re
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

KEPT_DAYS = 7
"""The number of daily backups that are kept. Backups made before a migration are kept for ever."""

_DAILY = re.compile(r"library-\d{4}-\d{2}-\d{2}\.db")
_NAMED = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})T?(\d{6})?Z?")
_MOMENTS = (
    "SELECT max(changed) FROM annotations",
    "SELECT max(max(added), coalesce(max(superseded), ''), coalesce(max(removed), '')) FROM documents",
    "SELECT max(changed) FROM labels",
    "SELECT max(changed) FROM citation_edits",
    "SELECT max(changed) FROM saved_searches",
    "SELECT max(searched) FROM search_history",
    "SELECT max(created) FROM bookmarks",
)
"""Queries for the time of the last change, by table. Not every schema version has all tables."""


def copy_to(connection: sqlite3.Connection, target: Path) -> Path:
    """Copy an open library to `target` through SQLite, which is safe while another process writes.

    The copy is named `target` once it is complete and examined. sqlite3.DatabaseError where it is damaged.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_suffix(".part")
    unfinished.unlink(missing_ok=True)
    copy = sqlite3.connect(unfinished)
    try:
        connection.backup(copy)
        # A copy without a -wal can be read on any medium.
        copy.execute("PRAGMA journal_mode = DELETE")
        _examine(copy)
        copy.close()
        return unfinished.replace(target)
    except BaseException:
        copy.close()
        # Free the space on a full disk.
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise


def daily_copies(folder: Path) -> tuple[Path, ...]:
    """Return the daily backups in a folder, oldest first."""
    if not folder.is_dir():
        return ()
    return tuple(sorted(path for path in folder.iterdir() if _DAILY.fullmatch(path.name)))


def list_copies(folder: Path) -> tuple[Path, ...]:
    """Return all non-empty backups in a folder, those with the latest changes first.

    The time of a file is not used: it is that of its copying, and changes when a folder is copied.
    """
    if not folder.is_dir():
        return ()
    found = [path for path in folder.iterdir() if path.name.startswith("library") and path.suffix == ".db"]
    return tuple(sorted((path for path in found if path.stat().st_size), key=_age, reverse=True))


def daily_backup(connection: sqlite3.Connection, folder: Path, today: datetime.date) -> Path | None:
    """Make today's backup unless it exists, then delete the oldest ones. Return the new backup."""
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


def _age(path: Path) -> tuple[str, str]:
    """Return a key that is greater for newer backups: the time of the last change, then the time in the name."""
    named = _NAMED.search(path.stem)
    latest = ""
    with suppress(sqlite3.Error), closing(sqlite3.connect(f"{path.absolute().as_uri()}?immutable=1", uri=True)) as copy:
        for sql in _MOMENTS:
            with suppress(sqlite3.Error, UnicodeDecodeError):
                latest = max(latest, str(copy.execute(sql).fetchone()[0] or ""))
    return latest, "".join(part or "" for part in named.groups()) if named else ""
