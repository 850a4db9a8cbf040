"""Bring in a colleague's notes: the newest wins field by field, both sides of a conflict are kept, nothing is lost.

The same file again changes nothing.
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

__all__ = ["MergeReport", "OpenConflict", "Side", "can_keep_both", "choose", "merge_notes", "waiting"]

Side = Literal["mine", "theirs", "both"]
"""What of a conflict is to stand."""

_Sides = dict[tuple[str, str], list[dict[str, object]]]

_WITH = {"stance": ("stance", "author")}


@dataclass(frozen=True, slots=True)
class MergeReport:
    """What was done: ids of annotations `added` and `changed`, how many were the same, and what is to be chosen."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    same: int = 0
    conflicts: tuple[OpenConflict, ...] = ()


def merge_notes(db: Database, theirs: Iterable[Annotation], source: str, order: LabelOrder = ()) -> MergeReport:
    """Join annotations of another file with those held, all or nothing; `source` names the file. One turn to undo.

    What was removed there is removed here too, and stays known: it is told on to the next laptop. What is new stands in
    its labels in the `order` it had there, after what stood in them.
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
            held = _held(db, one.id)
            if held is None:
                _insert(db, one)
                if one.removed is None:
                    added.append(one.id)
                else:
                    same += 1
                continue
            merged = merge(held, one)
            found = _take(db, held, one, merged, source)
            open_ += found
            if merged.values:
                changed.append(one.id)
            elif not found:
                same += 1
        for path, ids in order:
            labels.follow(db, path, ids, set(added))
    return MergeReport(tuple(added), tuple(changed), same, tuple(open_))


def waiting(db: Database) -> tuple[tuple[OpenConflict, Annotation], ...]:
    """Return the conflicts that wait for a choice, each with its annotation; what was written since is mine."""
    open_ = conflicts.open_conflicts(db)
    sides = _sides(open_)
    return tuple(
        (_as_now(conflict, held, sides), held)
        for conflict in open_
        if (held := _held(db, conflict.annotation)) is not None
    )


def can_keep_both(conflict: OpenConflict) -> bool:
    """Say whether both sides can stand together: words one after the other, labels side by side."""
    return conflict.field in {"text", "labels"}


def choose(db: Database, conflict: OpenConflict, side: Side) -> None:
    """Let `mine`, `theirs` or `both` stand; one turn to undo.

    It counts as a change that knew both, also where the chosen side stands already: every laptop learns of it.
    KeyError where the annotation is gone, ValueError where both cannot stand together.
    """
    with db.transaction():
        held = notes.annotation(db, conflict.annotation)
        wanted = _wanted(_as_now(conflict, held, _sides(conflicts.open_conflicts(db))), side)
        if "labels" in wanted:
            labels.make(db, wanted["labels"])  # type: ignore[arg-type]
        journal.record(db, notes.SUBJECT, held.id, notes.state(held, wanted), wanted)
        known = {*stamps_of(held, conflict.field), *conflicts.stamps_of(db, conflict.id)}
        notes.put(db, held.id, wanted, stamps={conflict.field: (db.moment(), *sorted(known, reverse=True))})
        _derive_kind(db, held.id)
        conflicts.settle(db, conflict.id)


def _derive_kind(db: Database, id_: str) -> None:
    held = notes.annotation(db, id_)
    kind = kind_for(held.kind, held.text, held.colour, held.stance)
    notes.change(db, id_, kind=kind)


def _sides(open_: Iterable[OpenConflict]) -> _Sides:
    """Return all sides of the conflicts of each field of each annotation."""
    found: _Sides = {}
    for one in open_:
        found.setdefault((one.annotation, one.field), []).extend((one.mine, one.theirs))
    return found


def _as_now(conflict: OpenConflict, held: Annotation, sides: _Sides) -> OpenConflict:
    """Return a conflict whose own side is what was written since, where that is no side of any conflict."""
    now = notes.state(held, conflict.mine)
    known = (*sides.get((conflict.annotation, conflict.field), ()), conflict.mine, conflict.theirs)
    return conflict if now in known else replace(conflict, mine=now)


def _wanted(conflict: OpenConflict, side: Side) -> dict[str, object]:
    if side != "both":
        return conflict.theirs if side == "theirs" else conflict.mine
    if not can_keep_both(conflict):
        raise ValueError(conflict.field)
    mine, theirs = conflict.mine[conflict.field], conflict.theirs[conflict.field]
    if isinstance(mine, list) and isinstance(theirs, list):
        return {conflict.field: list(dict.fromkeys([*mine, *theirs]))}
    return {conflict.field: f"{mine}\n\n{theirs}"}


def _held(db: Database, id_: str) -> Annotation | None:
    try:
        return notes.annotation(db, id_)
    except KeyError:
        return None


def _insert(db: Database, one: Annotation) -> None:
    """Store what comes for the first time, with its own times; undone, it is as if it had not come."""
    if not one.stamps and one.changed != one.created:  # of another program: it tells when the whole was changed
        times = (one.changed.astimezone(datetime.UTC).isoformat(timespec="microseconds"),)
        one = replace(one, stamps=dict.fromkeys(FIELDS, times))
    labels.make(db, one.labels)
    notes.insert(db, one)
    if one.removed is None:
        after = notes.state(one, ("removed", "stamps"))
        stamps = {**after["stamps"], "removed": [NEVER]}  # type: ignore[dict-item]
        journal.record(db, notes.SUBJECT, one.id, {"removed": db.moment(), "stamps": stamps}, after)


def _take(db: Database, held: Annotation, one: Annotation, merged: Merged, source: str) -> list[OpenConflict]:
    """Write what the joined copy has, with its times; return what was not told before of it as a conflict."""
    after = replace(held, **merged.values, stamps=merged.stamps)  # type: ignore[arg-type]
    if merged.values or _times(held) != _times(after):
        if "labels" in merged.values:
            labels.make(db, after.labels)
        names = (*merged.values, "stamps")
        journal.record(db, notes.SUBJECT, held.id, notes.state(held, names), notes.state(after, names))
        notes.put(db, held.id, notes.state(after, merged.values), stamps=merged.stamps)
        for field, lineage in merged.stamps.items():
            conflicts.settle_known(db, held.id, field, lineage)
    return [found for conflict in merged.conflicts if (found := _conflict(db, held, one, conflict, source))]


def _times(one: Annotation) -> dict[str, tuple[str, ...]]:
    return {field: stamps_of(one, field) for field in FIELDS}


def _conflict(db: Database, held: Annotation, one: Annotation, found: Conflict, source: str) -> OpenConflict | None:
    names = _WITH.get(found.field, (found.field,))
    sides = (notes.state(held, names), notes.state(one, names))
    return conflicts.add(db, held.id, found.field, sides, found.stamps, source)
