"""Move notes to the trash, restore them, and empty the trash once a copy of the library was made."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from documents.annotations.model import Annotation, AnnotationKind
from library import notes
from library.database import Database
from services.paths import Paths

_COPY = "library-before-emptying-"


def move_to_trash(db: Database, ids: Iterable[str]) -> tuple[str, ...]:
    """Move notes to the trash, one turn to undo. Return the ids of those that were not there yet."""
    return notes.remove(db, ids)


def restore(db: Database, ids: Iterable[str]) -> tuple[str, ...]:
    """Take notes out of the trash, one turn to undo. Return the ids of those that were in it."""
    return notes.restore(db, ids)


def in_trash(db: Database) -> tuple[Annotation, ...]:
    """Return the notes that can be restored, the last removed first."""
    return notes.in_trash(db)


def is_emptied(paths: Paths, note: Annotation) -> bool:
    """Return whether a removed note lost its contents when the trash was emptied.

    A bookmark on a whole document has no contents. For it the times of the copies made before emptying are compared.
    """
    if note.removed is None or not note.is_bare:
        return False
    removed = note.removed.astimezone(datetime.UTC).strftime("%Y%m%d%H%M%S")
    emptied = (copy.stem.removeprefix(_COPY) for copy in paths.backups.glob(f"{_COPY}*.db"))
    return note.kind is not AnnotationKind.BOOKMARK or any(moment >= removed for moment in emptied)


def empty_trash(db: Database, paths: Paths) -> int:
    """Delete the contents of the notes in the trash. Return their number. LibraryError where no copy can be made."""
    if not notes.in_trash(db):
        return 0
    moment = "".join(character for character in db.moment()[:19] if character.isdigit())
    db.copy_to(paths.backups / f"{_COPY}{moment}.db")
    return notes.empty_trash(db)
