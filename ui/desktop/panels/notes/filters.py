"""Which notes are listed, and in which order."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from documents.annotations.model import Annotation
from services.notes.note_list import in_text_order

SORTS = ("text", "newest", "document")
DAYS = (0, 2, 7, 30)
"""On how many days of the calendar, today the last, a note was changed; 0 is any time."""

SHOWS = ("notes", "look", "conflicts", "trash")
"""What is listed: notes, what was moved or is not certain, conflicts of merged files, what was removed."""


@dataclass(frozen=True, slots=True)
class Filter:
    """What a note must be; "" and None are anything. `ids` are the notes a search met."""

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
        """Say whether anything is left out."""
        return any((self.kind, self.colour, self.label, self.stance, self.author, self.document, self.days))


@dataclass(frozen=True, slots=True)
class Known:
    """What there is to choose from: labels in the user's order, who took stances, symbols that have notes."""

    labels: Sequence[str] = ()
    authors: Sequence[str] = ()
    documents: Sequence[str] = ()


NOTHING_KNOWN = Known()


def filtered(
    notes: Iterable[Annotation], wanted: Filter, label_order: Sequence[str] = (), now: datetime.datetime | None = None
) -> list[Annotation]:
    """Return the notes a filter lets through, in its order; those of a label in the order they have there."""
    since = _first_moment(wanted.days, now or datetime.datetime.now(datetime.UTC)) if wanted.days else None
    found = [note for note in notes if _passes(note, wanted, since)]
    if wanted.label:
        place = {id_: at for at, id_ in enumerate(label_order)}
        return sorted((note for note in found if note.id in place), key=lambda note: place[note.id])
    if wanted.sort == "newest":
        return sorted(found, key=lambda note: note.changed, reverse=True)
    if wanted.sort == "document":
        return sorted(found, key=lambda note: (note.document, note.changed))
    return list(in_text_order(found))


def _first_moment(days: int, now: datetime.datetime) -> datetime.datetime:
    """Return when the first of so many days began where the reader is, today being the last."""
    first = now.astimezone().date() - datetime.timedelta(days=days - 1)
    return datetime.datetime.combine(first, datetime.time.min).astimezone()


def _passes(note: Annotation, wanted: Filter, since: datetime.datetime | None) -> bool:
    return (
        (not wanted.kind or note.kind.value == wanted.kind)
        and (not wanted.colour or note.colour == wanted.colour)
        and (not wanted.stance or note.stance == wanted.stance)
        and (not wanted.author or note.author == wanted.author)
        and (not wanted.document or note.document == wanted.document)
        and (since is None or note.changed >= since)
        and (wanted.ids is None or note.id in wanted.ids)
    )
