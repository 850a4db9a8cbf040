"""Empty the trash of notes: after a copy of the library was made, so that even that has a way back."""

from __future__ import annotations

from library import notes
from library.database import Database
from services.paths import Paths


def empty(db: Database, paths: Paths) -> int:
    """Drop the words of what lies in the trash; return how many notes. LibraryError where no copy can be made."""
    if not notes.in_trash(db):
        return 0
    stamp = "".join(character for character in db.moment()[:19] if character.isdigit())
    db.copy_to(paths.backups / f"library-before-emptying-{stamp}.db")
    return notes.empty_trash(db)
