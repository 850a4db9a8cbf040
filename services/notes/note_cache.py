"""All notes in memory, brought up to date by what changed: listing and filtering them reads nothing again."""

from __future__ import annotations

from documents.annotations.model import Annotation
from library import notes
from library.database import Database


class NoteCache:
    """What stands in one library; to be used by one thread."""

    def __init__(self) -> None:
        self._notes: dict[str, Annotation] = {}
        self._latest: tuple[int, int, str] | None = None

    def all(self, db: Database) -> tuple[Annotation, ...]:
        """Return everything that stands, the first made first."""
        latest = notes.latest(db)
        if latest == self._latest:
            return tuple(self._notes.values())
        if self._latest is None or self._latest[2] != latest[2] or latest[0] < self._latest[0]:
            self._notes = {one.id: one for one in notes.all_annotations(db)}
        else:
            for one in notes.changed_since(db, self._latest[1]):
                if one.removed is None:
                    self._notes[one.id] = one
                else:
                    self._notes.pop(one.id, None)
        self._latest = latest
        return tuple(self._notes.values())
