"""Open the library of an installation."""

from __future__ import annotations

from library.database import Database, open_database
from services.documents.document_import import ensure_bundled
from services.paths import Paths

__all__ = ["Database", "open_library"]


def open_library(paths: Paths) -> Database:
    """Open the library, migrated and with the bundled resolution in a new one. LibraryError where it cannot be used."""
    db = open_database(paths.library, backups=paths.backups)
    try:
        ensure_bundled(db)
    except BaseException:
        db.close()
        raise
    return db
