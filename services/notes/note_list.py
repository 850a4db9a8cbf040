"""List the user's notes, in the order of the texts or of a label."""

from __future__ import annotations

from collections.abc import Iterable

from documents.annotations.model import Annotation
from library import labels, notes
from library.database import Database

_RANK = {"masthead": "0", "title": "1", "chapeau": "2", "pp": "3", "op": "4", "closing": "8", "fn": "9"}
"""The order of the parts of a text, by the first word of a provision's id."""


def all_notes(db: Database) -> tuple[Annotation, ...]:
    """Return all notes outside the trash, oldest first, with those on documents that are no longer held."""
    return notes.all_annotations(db)


def get_note(db: Database, id_: str) -> Annotation:
    """Return a note, also one in the trash. KeyError for an unknown id."""
    return notes.annotation(db, id_)


def has_note(db: Database, id_: str) -> bool:
    """Return whether there is a note of that id, also in the trash."""
    return notes.has(db, id_)


def in_text_order(found: Iterable[Annotation]) -> tuple[Annotation, ...]:
    """Return notes by document and, as far as the ids of their provisions tell, in the order of its text."""
    return tuple(sorted(found, key=lambda one: (one.document, one.language, *_place(one))))


def in_label_order(db: Database, found: Iterable[Annotation], label: str) -> tuple[Annotation, ...]:
    """Return the notes that have a label or one nested in it, in the user's order, those of nested labels last."""
    by_id = {one.id: one for one in found}
    return tuple(by_id[id_] for id_ in labels.order(db, label) if id_ in by_id)


def _place(one: Annotation) -> tuple[object, ...]:
    if not one.targets:
        return ("", 0, one.created)
    span = one.targets[0].span
    number = "".join(part.zfill(6) if part.isdecimal() else _RANK.get(part, part) for part in span.provision.split("_"))
    return (number, span.start, one.created)
