"""The schema of the library as numbered steps. `user_version` is the number of steps that a file has.

A released step is never edited: a change is a new step. A backup is made before each step, and each step is one
transaction, so that a file is never between two versions.
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
    # In a table of their own, so that listing the library does not read them.
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
    # By symbol and language, not by row: the user's data outlives the text it was made on.
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
    # The oldest schema version whose program can still read this file.
    "INSERT INTO facts VALUES ('oldest_reader', '1')",
)

_VERSION_2 = (
    # Stored citations are stale when the rules or the catalogue differ from those they were found with.
    "ALTER TABLE documents ADD COLUMN catalogue_digest TEXT NOT NULL DEFAULT ''",
    "UPDATE documents SET rules_version = 0",
    "ALTER TABLE citations ADD COLUMN pinpoints TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE citations ADD COLUMN antecedent TEXT NOT NULL DEFAULT ''",
    # `standing` is 0 for a citation of the rules that the user has overridden.
    "ALTER TABLE citations ADD COLUMN by_user INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE citations ADD COLUMN standing INTEGER NOT NULL DEFAULT 1",
    # The text around, so that citing places are listed without loading their documents.
    "ALTER TABLE citations ADD COLUMN label TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE citations ADD COLUMN quote TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE citations ADD COLUMN quote_start INTEGER NOT NULL DEFAULT 0",
    "UPDATE citations SET label = provision, quote = text",
    "DROP INDEX citations_target",
    # A covering index: its entries contain the primary key, so that counting reads no row.
    "CREATE INDEX citations_counted ON citations (target, standing, own)",
    "DROP VIEW held_citations",
    """CREATE VIEW held_citations AS
        SELECT symbol, language, document, place, own,
            provision, start, "end", citations.text AS text, kind, target, status, evidence, candidates,
            pinpoints, antecedent, by_user
        FROM citations JOIN held ON held.id = document WHERE standing""",
    # Totals over the held documents, updated with every change. A document is a symbol in any languages.
    """CREATE TABLE target_totals (
        target TEXT PRIMARY KEY,
        citations INTEGER NOT NULL,
        documents INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID""",
    """INSERT INTO target_totals SELECT target, count(*), count(DISTINCT symbol)
        FROM citations JOIN held ON held.id = document
        WHERE standing AND NOT own AND target <> '' GROUP BY target""",
    # By symbol and language, as bookmarks are. An empty target: the words cite nothing.
    """CREATE TABLE citation_edits (
        id TEXT PRIMARY KEY,
        symbol TEXT NOT NULL,
        language TEXT NOT NULL,
        provision TEXT NOT NULL,
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        exact TEXT NOT NULL,
        prefix TEXT NOT NULL,
        suffix TEXT NOT NULL,
        target TEXT NOT NULL,
        created TEXT NOT NULL,
        changed TEXT NOT NULL,
        removed TEXT
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX citation_edits_document ON citation_edits (symbol, language)",
    # The journal of overrides: the target before and after each step, NULL for none.
    """CREATE TABLE citation_steps (
        step INTEGER PRIMARY KEY AUTOINCREMENT,
        edit TEXT NOT NULL REFERENCES citation_edits (id) ON DELETE CASCADE,
        before TEXT,
        after TEXT,
        undone INTEGER NOT NULL DEFAULT 0
    ) STRICT""",
    "CREATE INDEX citation_steps_edit ON citation_steps (edit)",
    """CREATE TABLE instruments (
        target TEXT PRIMARY KEY,
        facts TEXT NOT NULL,
        source_name TEXT NOT NULL,
        added TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
)

_VERSION_3 = (
    """CREATE TABLE saved_searches (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        query TEXT NOT NULL,
        options TEXT NOT NULL,
        created TEXT NOT NULL,
        changed TEXT NOT NULL,
        removed TEXT
    ) STRICT, WITHOUT ROWID""",
    # `turn` orders the queries, `cleared` is the time at which the history was emptied.
    """CREATE TABLE search_history (
        turn INTEGER PRIMARY KEY AUTOINCREMENT,
        query TEXT NOT NULL UNIQUE,
        total INTEGER NOT NULL,
        searched TEXT NOT NULL,
        cleared TEXT
    ) STRICT""",
)

_VERSION_4 = (
    # By symbol and language, not by row: the user's data outlives the text it was made on. `stamps` is JSON: by field
    # the times of its changes, the last first (`created` for a field without). `revision` counts the changes of all
    # annotations, as the clocks of other computers do not tell which change is new here.
    """CREATE TABLE annotations (
        id TEXT PRIMARY KEY,
        kind TEXT NOT NULL,
        symbol TEXT NOT NULL,
        language TEXT NOT NULL,
        text TEXT NOT NULL,
        colour TEXT NOT NULL,
        stance TEXT NOT NULL,
        author TEXT NOT NULL,
        created TEXT NOT NULL,
        changed TEXT NOT NULL,
        removed TEXT,
        stamps TEXT NOT NULL,
        revision INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX annotations_document ON annotations (symbol, language)",
    "CREATE INDEX annotations_revision ON annotations (revision)",
    """CREATE TABLE annotation_targets (
        annotation TEXT NOT NULL REFERENCES annotations (id) ON DELETE CASCADE,
        place INTEGER NOT NULL,
        provision TEXT NOT NULL,
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        exact TEXT NOT NULL,
        prefix TEXT NOT NULL,
        suffix TEXT NOT NULL,
        passage TEXT NOT NULL,
        previous TEXT NOT NULL,
        following TEXT NOT NULL,
        rival REAL,
        rival_beside REAL NOT NULL,
        PRIMARY KEY (annotation, place)
    ) STRICT""",
    """CREATE TABLE labels (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        parent TEXT REFERENCES labels (id),
        place REAL NOT NULL,
        created TEXT NOT NULL,
        changed TEXT NOT NULL,
        removed TEXT
    ) STRICT, WITHOUT ROWID""",
    "CREATE UNIQUE INDEX labels_standing ON labels (coalesce(parent, ''), name) WHERE removed IS NULL",
    """CREATE VIEW standing_labels AS
        SELECT l.id, CASE WHEN o.id IS NULL THEN l.name ELSE o.name || '/' || l.name END AS path, l.parent, l.place,
            coalesce(o.place, l.place) AS outer_place
        FROM labels AS l LEFT JOIN labels AS o ON o.id = l.parent WHERE l.removed IS NULL""",
    # `turn` orders the labels of a note, `place` the notes of a label.
    """CREATE TABLE annotation_labels (
        annotation TEXT NOT NULL REFERENCES annotations (id) ON DELETE CASCADE,
        label TEXT NOT NULL REFERENCES labels (id),
        turn INTEGER NOT NULL,
        place REAL NOT NULL,
        PRIMARY KEY (annotation, label)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX annotation_labels_label ON annotation_labels (label, place)",
    # The place of a note in a label that was removed from it, used when undo restores the label.
    """CREATE TABLE former_places (
        annotation TEXT NOT NULL REFERENCES annotations (id) ON DELETE CASCADE,
        label TEXT NOT NULL REFERENCES labels (id),
        place REAL NOT NULL,
        PRIMARY KEY (annotation, label)
    ) STRICT, WITHOUT ROWID""",
    # A cache of the anchors of the targets in the text of that digest.
    """CREATE TABLE anchors (
        annotation TEXT PRIMARY KEY REFERENCES annotations (id) ON DELETE CASCADE,
        digest TEXT NOT NULL,
        changed TEXT NOT NULL,
        found TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
    # Both sides of a field that was changed here and elsewhere, with the times of their changes, until the user
    # resolves the conflict (`settled`) or undoes the merge (`forgotten`).
    """CREATE TABLE conflicts (
        id TEXT PRIMARY KEY,
        annotation TEXT NOT NULL REFERENCES annotations (id) ON DELETE CASCADE,
        field TEXT NOT NULL,
        mine TEXT NOT NULL,
        theirs TEXT NOT NULL,
        mine_stamp TEXT NOT NULL,
        theirs_stamp TEXT NOT NULL,
        source TEXT NOT NULL,
        found TEXT NOT NULL,
        settled TEXT,
        forgotten TEXT
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX conflicts_of ON conflicts (annotation, field)",
    """INSERT INTO annotations SELECT id, 'bookmark', symbol, language, '', '', '', '', created,
        coalesce(removed, created), removed,
        CASE WHEN removed IS NULL THEN '{}' ELSE json_object('removed', json_array(removed)) END,
        row_number() OVER (ORDER BY created, id) FROM bookmarks""",
    """INSERT INTO annotation_targets
        SELECT id, 0, provision, 0, length(exact), exact, prefix, suffix, exact, '', '', NULL, 0 FROM bookmarks""",
    "DROP VIEW standing_bookmarks",
    "DROP TABLE bookmarks",
    # Keeps its name, so that a program of an older version can list the bookmarks.
    """CREATE VIEW standing_bookmarks AS
        SELECT a.id, symbol, language, provision, exact, prefix, suffix, created
        FROM annotations AS a JOIN annotation_targets AS t ON t.annotation = a.id AND t.place = 0
        WHERE kind = 'bookmark' AND removed IS NULL""",
    # The journal of all changes. `before` and `after` are JSON with the changed fields.
    """CREATE TABLE steps (
        step INTEGER PRIMARY KEY AUTOINCREMENT,
        turn INTEGER NOT NULL,
        subject TEXT NOT NULL,
        entity TEXT NOT NULL,
        before TEXT NOT NULL,
        after TEXT NOT NULL,
        undone INTEGER NOT NULL DEFAULT 0
    ) STRICT""",
    "CREATE INDEX steps_turn ON steps (turn)",
    """INSERT INTO steps (turn, subject, entity, before, after, undone)
        SELECT step, 'citation', edit, json_object('target', before), json_object('target', after), undone
        FROM citation_steps ORDER BY step""",
    "DROP TABLE citation_steps",
)

MIGRATIONS: tuple[Sequence[str], ...] = (_VERSION_1, _VERSION_2, _VERSION_3, _VERSION_4)
"""The statements of each step. Step n migrates a file from version n-1 to n."""

SCHEMA_VERSION = len(MIGRATIONS)


def version_of(connection: sqlite3.Connection) -> int:
    """Return the schema version of an open file, 0 for a new one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(
    connection: sqlite3.Connection, backups: Path, stamp: str, steps: Sequence[Sequence[str]] = MIGRATIONS
) -> None:
    """Migrate an open file to the newest version. `stamp` (digits) is part of the names of the backups.

    The connection must be in autocommit mode (`isolation_level=None`).
    """
    while (version := version_of(connection)) < len(steps):
        if version:
            copy_to(connection, backups / f"library-v{version}-{stamp}.db")
        # A new file gets all steps in one transaction: no other process sees it at an older version.
        _run(connection, version, steps[version : version + 1] if version else steps)


def _run(connection: sqlite3.Connection, version: int, steps: Sequence[Sequence[str]]) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another process may have run these steps while this one waited for the lock.
        if version_of(connection) == version:
            for statement in (statement for step in steps for statement in step):
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {version + len(steps)}")
    except BaseException:
        connection.rollback()
        raise
    connection.commit()
