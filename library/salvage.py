"""Get back from a damaged library what can still be read of what the user made."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from documents.annotations.model import Annotation
from library import notes
from library.database import Database, open_database
from library.errors import LibraryError

_WAYS = (
    "SELECT id FROM annotations ORDER BY id",
    "SELECT id FROM annotations ORDER BY id DESC",
    "SELECT id FROM annotations INDEXED BY annotations_document ORDER BY symbol, language",
    "SELECT id FROM annotations INDEXED BY annotations_document ORDER BY symbol DESC, language DESC",
    "SELECT DISTINCT annotation FROM annotation_targets",
    "SELECT DISTINCT annotation FROM annotation_labels INDEXED BY annotation_labels_label",
)
"""Several ways through the file: a damaged page stops each at another place."""


def salvage(path: Path) -> tuple[Annotation, ...]:
    """Return every annotation that can be read from a damaged library, with its times; none where nothing can."""
    try:
        with open_database(path, read_only=True) as db:
            ids = {id_ for sql in _WAYS for id_ in _until_damage(db, sql)}
            return tuple(one for id_ in sorted(ids) for one in _readable(db, id_))
    except LibraryError:
        return ()


def _until_damage(db: Database, sql: str) -> Iterator[str]:
    try:
        for row in db.each(sql):
            yield str(row[0])
    except LibraryError:
        return


def _readable(db: Database, id_: str) -> tuple[Annotation, ...]:
    try:
        return (notes.annotation(db, id_),)
    except (LibraryError, KeyError, ValueError):
        return ()
