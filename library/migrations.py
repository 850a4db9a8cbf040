"""The schema of the library, one numbered step after the other; `user_version` says how far a file has come.

A step is never edited after it was released: a change is a new step. Before each step a copy of the file
is made, and each step is one transaction, so that a file is never between two versions.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from library.backups import copy_to

APPLICATION_ID = 0x51415241
"""`QARA`, in the header of every library (`PRAGMA application_id`)."""

_VERSION_1 = (
    """CREATE TABLE facts (
        name TEXT PRIMARY KEY,
        value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE documents (
        id INTEGER PRIMARY KEY,
        symbol TEXT NOT NULL,
        language TEXT NOT NULL,
        title TEXT NOT NULL,
        organ TEXT NOT NULL,
        adopted TEXT,
        session TEXT NOT NULL,
        provisions INTEGER NOT NULL,
        footnotes INTEGER NOT NULL,
        source_name TEXT NOT NULL,
        source_sha256 TEXT NOT NULL,
        digest TEXT NOT NULL,
        rules_version INTEGER NOT NULL,
        added TEXT NOT NULL,
        superseded TEXT,
        removed TEXT
    ) STRICT""",
    """CREATE UNIQUE INDEX documents_current ON documents (symbol, language)
        WHERE superseded IS NULL AND removed IS NULL""",
    """CREATE VIEW held AS SELECT * FROM documents
        WHERE superseded IS NULL AND removed IS NULL""",
    # Apart, so that listing the library never reads through the texts.
    """CREATE TABLE texts (
        document INTEGER PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
        akn BLOB NOT NULL
    ) STRICT""",
    """CREATE TABLE citations (
        document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
        place INTEGER NOT NULL,
        provision TEXT NOT NULL,
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        text TEXT NOT NULL,
        kind TEXT NOT NULL,
        target TEXT NOT NULL,
        status TEXT NOT NULL,
        evidence TEXT NOT NULL,
        candidates TEXT NOT NULL,
        own INTEGER NOT NULL,
        PRIMARY KEY (document, place)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX citations_target ON citations (target)",
    """CREATE VIEW held_citations AS
        SELECT symbol, language, document, place, own,
            provision, start, "end", citations.text AS text, kind, target, status, evidence, candidates
        FROM citations JOIN held ON held.id = document""",
    """CREATE TABLE corrections (
        document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
        provision TEXT NOT NULL,
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        received TEXT NOT NULL,
        corrected TEXT,
        confidence REAL NOT NULL,
        reason TEXT NOT NULL,
        origin TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX corrections_document ON corrections (document)",
    # By symbol and language, not by row: what the user made outlives the text it was made on.
    """CREATE TABLE bookmarks (
        id TEXT PRIMARY KEY,
        symbol TEXT NOT NULL,
        language TEXT NOT NULL,
        provision TEXT NOT NULL,
        exact TEXT NOT NULL,
        prefix TEXT NOT NULL,
        suffix TEXT NOT NULL,
        created TEXT NOT NULL,
        removed TEXT
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX bookmarks_document ON bookmarks (symbol, language)",
    """CREATE VIEW standing_bookmarks AS
        SELECT id, symbol, language, provision, exact, prefix, suffix, created
        FROM bookmarks WHERE removed IS NULL""",
    """CREATE TABLE places (
        visit INTEGER PRIMARY KEY AUTOINCREMENT,
        symbol TEXT NOT NULL,
        language TEXT NOT NULL,
        provision TEXT NOT NULL,
        "offset" INTEGER NOT NULL,
        UNIQUE (symbol, language)
    ) STRICT""",
    # The oldest program version of the schema that can still read this file, without writing.
    "INSERT INTO facts VALUES ('oldest_reader', '1')",
)

MIGRATIONS: tuple[Sequence[str], ...] = (_VERSION_1,)
"""The statements of each step; step n brings a file from version n-1 to n."""

SCHEMA_VERSION = len(MIGRATIONS)


def version_of(connection: sqlite3.Connection) -> int:
    """Return the schema version of an open file; 0 is a new one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(
    connection: sqlite3.Connection, backups: Path, stamp: str, steps: Sequence[Sequence[str]] = MIGRATIONS
) -> None:
    """Bring an open file to the newest version; `stamp` (digits) goes into the names of the copies.

    The connection must be in autocommit mode (`isolation_level=None`).
    """
    while (version := version_of(connection)) < len(steps):
        if version:
            copy_to(connection, backups / f"library-v{version}-{stamp}.db")
        _step(connection, version, steps[version])


def _step(connection: sqlite3.Connection, version: int, statements: Sequence[str]) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another process may have taken this step while we waited for the lock.
        if version_of(connection) == version:
            for statement in statements:
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {version + 1}")
    except BaseException:
        connection.rollback()
        raise
    connection.commit()
