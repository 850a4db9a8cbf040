"""Single facts about the library, by name."""

from __future__ import annotations

from library.database import Database


def get(db: Database, name: str) -> str | None:
    """Return a fact, None where it is not stored."""
    row = db.row("SELECT value FROM facts WHERE name = ?", (name,))
    return str(row[0]) if row else None


def put(db: Database, name: str, value: str) -> None:
    """Store a fact. It replaces the former one."""
    with db.transaction():
        db.write("INSERT OR REPLACE INTO facts VALUES (?, ?)", (name, value))
