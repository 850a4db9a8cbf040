"""What the page of notes lists: found by the worker in the library and the index, then made into rows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from documents.annotations.model import Annotation
from library import catalogue, labels, notes
from services.notes.anchor_resolution import Placed, everywhere
from services.notes.note_cache import HeldNotes
from services.paths import Paths
from ui.desktop.panels.notes.filters import Filter, Known, filtered
from ui.desktop.panels.notes.rows import Row, conflict_row, look_row, note_row
from ui.desktop.support.appearance import Appearance
from ui.desktop.support.operations import Job

if TYPE_CHECKING:
    from index.index_handle import IndexHandle


@dataclass(frozen=True)
class Listed:
    """What was found: `things` are annotations, placed ones, or conflicts with their annotations."""

    things: list[object]
    known: Known
    texts: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict)

    def maker(self, look: Appearance) -> Callable[[object], Row | None]:
        """Return what makes the row of one of the things."""

        def row(thing: object) -> Row | None:
            if isinstance(thing, Annotation):
                return note_row(thing, look)
            if isinstance(thing, Placed):
                key = (thing.annotation.document, thing.annotation.language)
                return look_row(thing, self.texts.get(key, {}), look)
            if isinstance(thing, tuple):
                return conflict_row(thing[0], thing[1], look)
            return None

        return row


class NoteQuery:
    """Holds all notes and the index of their words; used on the worker's thread alone."""

    def __init__(self, paths: Paths) -> None:
        self._paths = paths
        self._held: IndexHandle | None = None
        self._all = HeldNotes()

    def listed(self, job: Job, wanted: Filter, query: str) -> Listed:
        """Return what is to be listed."""
        from services.notes.note_merge import waiting

        db = job.db
        everything = self._all.all(db)
        documents = sorted({one.document for one in everything})
        known = Known([label.path for label in labels.all_labels(db)], notes.authors(db), documents)
        if wanted.show == "conflicts":
            return Listed(list(waiting(db)), known)
        if wanted.show == "trash":
            return Listed(list(notes.in_trash(db)), known)
        if query:
            wanted = replace(wanted, ids=self._met(job, query))
        order = labels.order(db, wanted.label) if wanted.label else ()
        found = filtered(everything, wanted, order)
        if wanted.show == "look":
            return _to_look_at(job, found, known)
        return Listed(list(found), known)

    def _met(self, job: Job, query: str) -> frozenset[str]:
        from index.index_handle import IndexHandle
        from index.query_parser import parse
        from services.notes.note_search import folder_of, ids

        if self._held is None:
            self._held = IndexHandle(folder_of(self._paths.index))
        return ids(job.db, self._paths.index, parse(query), held=self._held)


def _to_look_at(job: Job, found: list[Annotation], known: Known) -> Listed:
    placed = everywhere(job.db, found, cancelled=job.cancelled)
    shown = [placed[one.id] for one in found if one.id in placed and placed[one.id].needs_a_look]
    keys = {(one.annotation.document, one.annotation.language) for one in shown}
    texts = {key: dict(catalogue.load(job.db, *key).texts()) for key in keys if catalogue.has(job.db, *key)}
    return Listed(list(shown), known, texts)
