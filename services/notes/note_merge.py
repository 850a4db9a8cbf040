"""Merge the notes of another file into the library, field by field.

The newest value of a field wins, and both sides of a conflict are kept. Merging the same file again changes nothing.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from documents.annotations.merge import Conflict, Merged, merge, stamps_of
from documents.annotations.model import FIELDS, NEVER, Annotation, LabelOrder, kind_for
from library import conflicts, journal, labels, notes
from library.conflicts import OpenConflict
from library.database import Database

__all__ = [
    "MergeReport",
    "OpenConflict",
    "Side",
    "can_keep_both",
    "merge_notes",
    "pending_conflicts",
    "resolve_conflict",
]

Side = Literal["mine", "theirs", "both"]
"""The side of a conflict that is chosen."""

_Sides = dict[tuple[str, str], list[dict[str, object]]]

_WITH = {"stance": ("stance", "author")}


@dataclass(frozen=True, slots=True)
class MergeReport:
    """The ids of annotations that a merge added and changed, how many were the same, and the conflicts to resolve."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    same: int = 0
    conflicts: tuple[OpenConflict, ...] = ()


def merge_notes(db: Database, theirs: Iterable[Annotation], source: str, order: LabelOrder = ()) -> MergeReport:
    """Merge annotations of another file, all or nothing, as one turn to undo. `source` names the file.

    Removed annotations are removed here too, and stay as tombstones for the next merge. New ones are put after
    those held in each of their labels, in the `order` of the file.
    """
    added: list[str] = []
    changed: list[str] = []
    open_: list[OpenConflict] = []
    same = 0
    with db.transaction():
        theirs = tuple(theirs)
        named = {label for one in theirs for label in one.labels}
        labels.make(db, (path for path, _ in order if path in named))
        for one in theirs:
            held = _find(db, one.id)
            if held is None:
                _insert(db, one)
                if one.removed is None:
                    added.append(one.id)
                else:
                    same += 1
                continue
            merged = merge(held, one)
            found = _store_merged(db, held, one, merged, source)
            open_ += found
            if merged.values:
                changed.append(one.id)
            elif not found:
                same += 1
        for path, ids in order:
            labels.merge_order(db, path, ids, set(added))
    return MergeReport(tuple(added), tuple(changed), same, tuple(open_))


def pending_conflicts(db: Database) -> tuple[tuple[OpenConflict, Annotation], ...]:
    """Return the conflicts to resolve, each with its annotation. Text written since the merge replaces the own side."""
    open_ = conflicts.open_conflicts(db)
    sides = _sides(open_)
    return tuple(
        (_with_present_value(conflict, held, sides), held)
        for conflict in open_
        if (held := _find(db, conflict.annotation)) is not None
    )


def can_keep_both(conflict: OpenConflict) -> bool:
    """Return whether both sides can be kept together: texts one after the other, labels side by side."""
    return conflict.field in {"text", "labels"}


def resolve_conflict(db: Database, conflict: OpenConflict, side: Side) -> None:
    """Choose `mine`, `theirs` or `both`, as one turn to undo.

    The change counts as made with knowledge of both sides, also where the chosen side stands already, so that every
    other copy learns of it. KeyError where the annotation is gone, ValueError where both sides cannot be kept.
    """
    with db.transaction():
        held = notes.annotation(db, conflict.annotation)
        wanted = _chosen_values(_with_present_value(conflict, held, _sides(conflicts.open_conflicts(db))), side)
        if "labels" in wanted:
            labels.make(db, wanted["labels"])  # type: ignore[arg-type]
        journal.record(db, notes.SUBJECT, held.id, notes.field_values(held, wanted), wanted)
        known = {*stamps_of(held, conflict.field), *conflicts.times_of(db, conflict.id)}
        notes.put(db, held.id, wanted, stamps={conflict.field: (db.moment(), *sorted(known, reverse=True))})
        _derive_kind(db, held.id)
        conflicts.settle(db, conflict.id)


def _derive_kind(db: Database, id_: str) -> None:
    held = notes.annotation(db, id_)
    kind = kind_for(held.kind, held.text, held.colour, held.stance)
    notes.change(db, id_, kind=kind)


def _sides(open_: Iterable[OpenConflict]) -> _Sides:
    """Return all sides of the conflicts of each field, by annotation and field."""
    found: _Sides = {}
    for one in open_:
        found.setdefault((one.annotation, one.field), []).extend((one.mine, one.theirs))
    return found


def _with_present_value(conflict: OpenConflict, held: Annotation, sides: _Sides) -> OpenConflict:
    """Return a conflict with the present value as its own side, where that is no side of any conflict."""
    now = notes.field_values(held, conflict.mine)
    known = (*sides.get((conflict.annotation, conflict.field), ()), conflict.mine, conflict.theirs)
    return conflict if now in known else replace(conflict, mine=now)


def _chosen_values(conflict: OpenConflict, side: Side) -> dict[str, object]:
    if side != "both":
        return conflict.theirs if side == "theirs" else conflict.mine
    if not can_keep_both(conflict):
        raise ValueError(conflict.field)
    mine, theirs = conflict.mine[conflict.field], conflict.theirs[conflict.field]
    if isinstance(mine, list) and isinstance(theirs, list):
        return {conflict.field: list(dict.fromkeys([*mine, *theirs]))}
    return {conflict.field: f"{mine}\n\n{theirs}"}


def _find(db: Database, id_: str) -> Annotation | None:
    try:
        return notes.annotation(db, id_)
    except KeyError:
        return None


def _insert(db: Database, one: Annotation) -> None:
    """Store an annotation that is new here, with its own times. Undo removes it as if it had never come."""
    if not one.stamps and one.changed != one.created:  # of another program, which has one time for all fields
        times = (one.changed.astimezone(datetime.UTC).isoformat(timespec="microseconds"),)
        one = replace(one, stamps=dict.fromkeys(FIELDS, times))
    labels.make(db, one.labels)
    notes.insert(db, one)
    if one.removed is None:
        after = notes.field_values(one, ("removed", "stamps"))
        stamps = {**after["stamps"], "removed": [NEVER]}  # type: ignore[dict-item]
        journal.record(db, notes.SUBJECT, one.id, {"removed": db.moment(), "stamps": stamps}, after)


def _store_merged(db: Database, held: Annotation, one: Annotation, merged: Merged, source: str) -> list[OpenConflict]:
    """Store the merged values and times. Return the conflicts that were not known before."""
    after = replace(held, **merged.values, stamps=merged.stamps)  # type: ignore[arg-type]
    if merged.values or _times(held) != _times(after):
        if "labels" in merged.values:
            labels.make(db, after.labels)
        names = (*merged.values, "stamps")
        journal.record(db, notes.SUBJECT, held.id, notes.field_values(held, names), notes.field_values(after, names))
        notes.put(db, held.id, notes.field_values(after, merged.values), stamps=merged.stamps)
        for field, lineage in merged.stamps.items():
            conflicts.settle_known(db, held.id, field, lineage)
    return [found for conflict in merged.conflicts if (found := _conflict(db, held, one, conflict, source))]


def _times(one: Annotation) -> dict[str, tuple[str, ...]]:
    return {field: stamps_of(one, field) for field in FIELDS}


def _conflict(db: Database, held: Annotation, one: Annotation, found: Conflict, source: str) -> OpenConflict | None:
    names = _WITH.get(found.field, (found.field,))
    sides = (notes.field_values(held, names), notes.field_values(one, names))
    return conflicts.add(db, held.id, found.field, sides, found.stamps, source)
