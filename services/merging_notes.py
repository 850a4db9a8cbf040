"""Bring in a colleague's notes: the newest wins field by field, both sides of a conflict are kept, nothing is lost.

The same file again changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from documents.annotations.merging import Conflict, merge
from documents.annotations.model import Annotation
from library import conflicts, journal, notes
from library.conflicts import OpenConflict
from library.database import Database

Side = Literal["mine", "theirs", "both"]
"""What of a conflict is to stand."""

_WITH = {"stance": ("stance", "author")}


@dataclass(frozen=True, slots=True)
class MergeReport:
    """What was done: ids of annotations `added` and `changed`, how many were the same, and what is to be chosen."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    same: int = 0
    conflicts: tuple[OpenConflict, ...] = ()


def merge_notes(db: Database, theirs: Iterable[Annotation], source: str) -> MergeReport:
    """Join annotations of another file with those held, all or nothing; `source` names the file. One turn to undo."""
    added: list[str] = []
    changed: list[str] = []
    open_: list[OpenConflict] = []
    same = 0
    with db.transaction():
        for one in theirs:
            held = _held(db, one.id)
            if held is None:
                if one.removed is None:
                    _insert(db, one)
                    added.append(one.id)
                else:
                    same += 1
                continue
            merged = merge(held, one)
            if merged.taken:
                changed.append(one.id)
                _take(db, held, one, merged.taken)
            elif not merged.conflicts:
                same += 1
            if any(held.stamps.get(name) != times for name, times in merged.stamps.items()):
                notes.put(db, one.id, {}, stamps=merged.stamps)
            open_ += [_conflict(db, held, one, conflict, source) for conflict in merged.conflicts]
    return MergeReport(tuple(added), tuple(changed), same, tuple(open_))


def waiting(db: Database) -> tuple[tuple[OpenConflict, Annotation], ...]:
    """Return the conflicts that wait for a choice, each with its annotation; what was written since is mine."""
    return tuple(
        (_as_now(conflict, held), held)
        for conflict in conflicts.open_conflicts(db)
        if (held := _held(db, conflict.annotation)) is not None
    )


def can_keep_both(conflict: OpenConflict) -> bool:
    """Say whether both sides can stand together: words one after the other, labels side by side."""
    return conflict.field in {"text", "labels"}


def choose(db: Database, conflict: OpenConflict, side: Side) -> None:
    """Let `mine`, `theirs` or `both` stand; one turn to undo.

    KeyError where the annotation is gone, ValueError where both cannot stand together.
    """
    with db.transaction():
        held = notes.annotation(db, conflict.annotation)
        wanted = _wanted(_as_now(conflict, held), side)
        before = notes.state(held, wanted)
        if before != wanted:
            journal.record(db, notes.SUBJECT, held.id, before, wanted)
            notes.put(db, held.id, wanted)
        conflicts.settle(db, conflict.id)


def _as_now(conflict: OpenConflict, held: Annotation) -> OpenConflict:
    """Return a conflict whose own side is what stands now, where that is neither of the two."""
    now = notes.state(held, conflict.mine)
    return conflict if now in (conflict.mine, conflict.theirs) else replace(conflict, mine=now)


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
    notes.insert(db, one)
    journal.record(db, notes.SUBJECT, one.id, {"removed": db.moment()}, {"removed": None})


def _take(db: Database, held: Annotation, one: Annotation, names: tuple[str, ...]) -> None:
    """Write what the other copy has; the times are set by the caller."""
    before, after = notes.state(held, names), notes.state(one, names)
    journal.record(db, notes.SUBJECT, held.id, before, after)
    notes.put(db, held.id, after, stamps={})


def _conflict(db: Database, held: Annotation, one: Annotation, found: Conflict, source: str) -> OpenConflict:
    names = _WITH.get(found.field, (found.field,))
    return conflicts.add(db, held.id, found.field, notes.state(held, names), notes.state(one, names), source)
