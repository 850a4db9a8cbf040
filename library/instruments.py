"""The user's instruments, which extend the catalogue of the program."""

from __future__ import annotations

from collections.abc import Iterable

from library.database import Database


def rows(db: Database) -> tuple[str, ...]:
    """Return the facts of every instrument of the user as JSON, sorted by target."""
    return tuple(row[0] for row in db.rows("SELECT facts FROM instruments ORDER BY target"))


def store(db: Database, facts: Iterable[tuple[str, str]], source_name: str) -> None:
    """Store (target, facts) from a file of that name. They replace those of the same targets."""
    with db.transaction():
        db.write_all(
            "INSERT OR REPLACE INTO instruments VALUES (?, ?, ?, ?)",
            ((target, written, source_name, db.moment()) for target, written in facts),
        )
