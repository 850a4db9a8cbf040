"""The cached anchors of annotations in the held texts."""

from __future__ import annotations

from collections.abc import Mapping

from library.database import Database


def load(db: Database, symbol: str, language: str, digest: str) -> dict[tuple[str, str], str]:
    """Return the anchors in the text of that digest, by annotation and the time of the last change of its targets."""
    found = db.rows(
        "SELECT annotation, an.changed, found FROM anchors AS an JOIN annotations AS a ON a.id = annotation"
        " WHERE symbol = ? AND language = ? AND digest = ?",
        (symbol, language, digest),
    )
    return {(str(row[0]), str(row[1])): str(row[2]) for row in found}


def store(db: Database, digest: str, found: Mapping[str, tuple[str, str]]) -> None:
    """Store by annotation the time of the last change of its targets and its anchors. Inside a transaction."""
    db.write_all(
        "INSERT OR REPLACE INTO anchors VALUES (?, ?, ?, ?)",
        [(id_, digest, changed, told) for id_, (changed, told) in found.items()],
    )
