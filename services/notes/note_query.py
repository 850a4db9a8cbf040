"""List the user's notes, filtered, searched and sorted, or the conflicts, the trash, or notes with uncertain places."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from documents.annotations.model import Annotation
from library import catalogue, labels, notes
from library.conflicts import OpenConflict
from library.database import Database
from services.notes.anchor_resolution import PlacedAnnotation, resolve_all
from services.notes.note_list import in_text_order
from services.notes.note_merge import pending_conflicts
from services.paths import Paths
from services.progress import IsCancelled, never

if TYPE_CHECKING:
    from index.index_handle import IndexHandle

SORTS = ("text", "newest", "document")
DAYS = (0, 2, 7, 30)
"""Numbers of calendar days, ending today, within which a note was changed. 0 is any time."""

SHOWS = ("notes", "look", "conflicts", "trash")
"""The lists: notes, those moved or uncertain, conflicts of merged files, removed notes."""


@dataclass(frozen=True, slots=True)
class NoteFilter:
    """The values that a note must have. "" and None match any. `ids` are the notes that a search found."""

    show: str = "notes"
    kind: str = ""
    colour: str = ""
    label: str = ""
    stance: str = ""
    author: str = ""
    document: str = ""
    days: int = 0
    sort: str = "newest"
    ids: frozenset[str] | None = None

    @property
    def narrows(self) -> bool:
        """Return whether any note is left out by its values."""
        return any((self.kind, self.colour, self.label, self.stance, self.author, self.document, self.days))


@dataclass(frozen=True, slots=True)
class FilterChoices:
    """The values to filter by: labels in the user's order, who took stances, symbols that have notes."""

    labels: Sequence[str] = ()
    authors: Sequence[str] = ()
    documents: Sequence[str] = ()


NO_CHOICES = FilterChoices()


Listed = Annotation | PlacedAnnotation | tuple[OpenConflict, Annotation]
"""A note, a note with an uncertain place, or a conflict with its note."""


@dataclass(frozen=True, slots=True)
class NoteListing:
    """The notes that a query found, and the values to filter by.

    `texts` are the texts of provisions by (document, language), to show the places to choose between.
    """

    items: Sequence[Listed]
    choices: FilterChoices = NO_CHOICES
    texts: Mapping[tuple[str, str], Mapping[str, str]] = field(default_factory=dict)


class NoteCache:
    """All notes of one library in memory, updated by those that changed. Use it in one thread."""

    def __init__(self) -> None:
        self._notes: dict[str, Annotation] = {}
        self._latest: tuple[int, int, str] | None = None

    def all(self, db: Database) -> tuple[Annotation, ...]:
        """Return all notes outside the trash, oldest first."""
        latest = notes.change_mark(db)
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


class NoteQuery:
    """Lists notes. It keeps all notes and the index of their words open, so use it in one thread."""

    def __init__(self, paths: Paths) -> None:
        self._paths = paths
        self._held: IndexHandle | None = None
        self._all = NoteCache()

    def run(self, db: Database, wanted: NoteFilter, query: str = "", cancelled: IsCancelled = never) -> NoteListing:
        """Return the notes that pass a filter, and that match `query` where there is one."""
        everything = self._all.all(db)
        documents = sorted({one.document for one in everything})
        choices = FilterChoices([label.path for label in labels.all_labels(db)], notes.authors(db), documents)
        if wanted.show == "conflicts":
            return NoteListing(pending_conflicts(db), choices)
        if wanted.show == "trash":
            return NoteListing(tuple(notes.in_trash(db)), choices)
        if query:
            wanted = replace(wanted, ids=self._matching(db, query))
        order = labels.order(db, wanted.label) if wanted.label else ()
        found = filtered(everything, wanted, order)
        if wanted.show == "look":
            return _uncertain(db, found, choices, cancelled)
        return NoteListing(tuple(found), choices)

    def _matching(self, db: Database, query: str) -> frozenset[str]:
        from index.index_handle import IndexHandle
        from index.query_parser import parse
        from services.notes.note_search import matching_ids, notes_index_folder

        if self._held is None:
            self._held = IndexHandle(notes_index_folder(self._paths.index))
        return matching_ids(db, self._held, parse(query))


def filtered(
    annotations: Iterable[Annotation],
    wanted: NoteFilter,
    label_order: Sequence[str] = (),
    now: datetime.datetime | None = None,
) -> list[Annotation]:
    """Return the notes that pass a filter, sorted as it says, or in the order of its label (`label_order`, ids)."""
    since = _first_moment(wanted.days, now or datetime.datetime.now(datetime.UTC)) if wanted.days else None
    found = [note for note in annotations if _passes(note, wanted, since)]
    if wanted.label:
        place = {id_: at for at, id_ in enumerate(label_order)}
        return sorted((note for note in found if note.id in place), key=lambda note: place[note.id])
    if wanted.sort == "newest":
        return sorted(found, key=lambda note: note.changed, reverse=True)
    if wanted.sort == "document":
        return sorted(found, key=lambda note: (note.document, note.changed))
    return list(in_text_order(found))


def _first_moment(days: int, now: datetime.datetime) -> datetime.datetime:
    """Return when the first of so many days, ending today, began in the local time zone."""
    first = now.astimezone().date() - datetime.timedelta(days=days - 1)
    return datetime.datetime.combine(first, datetime.time.min).astimezone()


def _passes(note: Annotation, wanted: NoteFilter, since: datetime.datetime | None) -> bool:
    return (
        (not wanted.kind or note.kind.value == wanted.kind)
        and (not wanted.colour or note.colour == wanted.colour)
        and (not wanted.stance or note.stance == wanted.stance)
        and (not wanted.author or note.author == wanted.author)
        and (not wanted.document or note.document == wanted.document)
        and (since is None or note.changed >= since)
        and (wanted.ids is None or note.id in wanted.ids)
    )


def _uncertain(db: Database, found: list[Annotation], choices: FilterChoices, cancelled: IsCancelled) -> NoteListing:
    placed = resolve_all(db, found, cancelled=cancelled)
    shown = tuple(placed[one.id] for one in found if one.id in placed and placed[one.id].needs_review)
    keys = {(one.annotation.document, one.annotation.language) for one in shown}
    texts = {key: dict(catalogue.load(db, *key).texts()) for key in keys if catalogue.has(db, *key)}
    return NoteListing(shown, choices, texts)
