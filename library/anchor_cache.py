"""Where annotations were found in the texts held: a cache, so that opening a text need not look for them again."""

from __future__ import annotations

from collections.abc import Mapping

from library.database import Database


def load(db: Database, symbol: str, language: str, digest: str) -> dict[tuple[str, str], str]:
    """Return by annotation and the time of its last change what was found in the text of that digest."""
    found = db.rows(
        "SELECT annotation, an.changed, found FROM anchors AS an JOIN annotations AS a ON a.id = annotation"
        " WHERE symbol = ? AND language = ? AND digest = ?",
        (symbol, language, digest),
    )
    return {(str(row[0]), str(row[1])): str(row[2]) for row in found}


def store(db: Database, digest: str, found: Mapping[str, tuple[str, str]]) -> None:
    """Keep by annotation the time of its last change and what was found in the text; inside a transaction."""
    db.write_all(
        "INSERT OR REPLACE INTO anchors VALUES (?, ?, ?, ?)",
        [(id_, digest, changed, told) for id_, (changed, told) in found.items()],
    )
