"""Lists the user's notes: filtered, found by their words, in an order; conflicts, the trash, uncertain places."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from documents.annotations.model import Annotation
from library import catalogue, labels, notes
from library.conflicts import OpenConflict
from library.database import Database
from services.notes.anchor_resolution import Placed, everywhere
from services.notes.note_cache import HeldNotes
from services.notes.note_exchange import in_text_order
from services.notes.note_merge import waiting
from services.paths import Paths

if TYPE_CHECKING:
    from index.index_handle import IndexHandle

SORTS = ("text", "newest", "document")
DAYS = (0, 2, 7, 30)
"""Numbers of calendar days, ending today, within which a note was changed; 0 is any time."""

SHOWS = ("notes", "look", "conflicts", "trash")
"""The lists: notes, those moved or uncertain, conflicts of merged files, removed notes."""


@dataclass(frozen=True, slots=True)
class NoteFilter:
    """The values a note must have; "" and None are any. `ids` are the notes that a search found."""

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


Listed = Annotation | Placed | tuple[OpenConflict, Annotation]
"""A note, one whose place is to be looked at, or a conflict with its note."""


@dataclass(frozen=True, slots=True)
class NoteListing:
    """The answer of a query, and what else there is to filter by.

    `texts` are the texts of provisions by (document, language), for places to choose between.
    """

    items: Sequence[Listed]
    choices: FilterChoices = NO_CHOICES
    texts: Mapping[tuple[str, str], Mapping[str, str]] = field(default_factory=dict)


class NoteQuery:
    """Lists notes; keeps all notes and the index of their words in memory, so use it from one thread only."""

    def __init__(self, paths: Paths) -> None:
        self._paths = paths
        self._held: IndexHandle | None = None
        self._all = HeldNotes()

    def run(
        self, db: Database, wanted: NoteFilter, query: str = "", cancelled: Callable[[], bool] = lambda: False
    ) -> NoteListing:
        """Return the notes a filter lets through, of which a `query` finds words where there is one."""
        everything = self._all.all(db)
        documents = sorted({one.document for one in everything})
        choices = FilterChoices([label.path for label in labels.all_labels(db)], notes.authors(db), documents)
        if wanted.show == "conflicts":
            return NoteListing(waiting(db), choices)
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
        from services.notes.note_search import folder_of, ids

        if self._held is None:
            self._held = IndexHandle(folder_of(self._paths.index))
        return ids(db, self._paths.index, parse(query), held=self._held)


def filtered(
    annotations: Iterable[Annotation],
    wanted: NoteFilter,
    label_order: Sequence[str] = (),
    now: datetime.datetime | None = None,
) -> list[Annotation]:
    """Return the notes a filter lets through, in its order, or in that of its label (`label_order`, ids)."""
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


def _uncertain(
    db: Database, found: list[Annotation], choices: FilterChoices, cancelled: Callable[[], bool]
) -> NoteListing:
    placed = everywhere(db, found, cancelled=cancelled)
    shown = tuple(placed[one.id] for one in found if one.id in placed and placed[one.id].needs_a_look)
    keys = {(one.annotation.document, one.annotation.language) for one in shown}
    texts = {key: dict(catalogue.load(db, *key).texts()) for key in keys if catalogue.has(db, *key)}
    return NoteListing(shown, choices, texts)
