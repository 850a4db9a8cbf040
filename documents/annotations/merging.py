"""Two copies of one annotation joined field by field: the newest wins, and what it wins over is told.

A field keeps when it was changed, and the changes that led to it. A copy that one side has seen already is no news; one
that was changed on both sides since they parted is a conflict.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from documents.annotations.model import FIELDS, Annotation

_JOINED = {"stance": ("stance", "author")}


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field that was changed on both sides: both are given, `theirs_wins` says which stands now."""

    field: str
    theirs_wins: bool


@dataclass(frozen=True, slots=True)
class Merged:
    """What to take from the other copy: names of attributes of Annotation, and the times of every field."""

    taken: tuple[str, ...]
    stamps: Mapping[str, tuple[str, ...]]
    conflicts: tuple[Conflict, ...]


def merge(mine: Annotation, theirs: Annotation) -> Merged:
    """Join two copies of one annotation; ValueError where they are not of the same id."""
    if mine.id != theirs.id:
        raise ValueError(f"{mine.id} is not {theirs.id}")
    taken: list[str] = []
    stamps: dict[str, tuple[str, ...]] = {}
    conflicts: list[Conflict] = []
    for field in FIELDS:
        ours, others = stamps_of(mine, field), stamps_of(theirs, field)
        names = _JOINED.get(field, (field,))
        same = all(getattr(mine, name) == getattr(theirs, name) for name in names)
        wins = not same and others[0] not in ours and (ours[0] in others or _after(theirs, mine, field))
        stamps[field] = _joined(others, ours) if wins else _joined(ours, others)
        if wins:
            taken += names
        if not same and others[0] not in ours and ours[0] not in others:
            conflicts.append(Conflict(field, wins))
    _weigh_removal(mine, theirs, taken, stamps, conflicts)
    return Merged(tuple(taken), stamps, tuple(conflicts))


def stamps_of(one: Annotation, field: str) -> tuple[str, ...]:
    """Return when a field was changed, the last first; never empty.

    An annotation of another program tells only when all of it was changed.
    """
    return one.stamps.get(field) or (_moment(one.created if one.stamps else one.changed),)


def _after(theirs: Annotation, mine: Annotation, field: str) -> bool:
    """Say whether their change is the later one; at the same moment the values decide, alike on both sides."""
    first, second = stamps_of(theirs, field)[0], stamps_of(mine, field)[0]
    return (first, repr(getattr(theirs, field))) > (second, repr(getattr(mine, field)))


def _joined(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    rest = sorted({*first, *second} - {first[0]}, reverse=True)
    return (first[0], *rest)


def _weigh_removal(
    mine: Annotation,
    theirs: Annotation,
    taken: list[str],
    stamps: dict[str, tuple[str, ...]],
    conflicts: list[Conflict],
) -> None:
    """Where one side removed what the other wrote on meanwhile, the later of the two stands, and it is a conflict."""
    if (mine.removed is None) == (theirs.removed is None) or any(c.field == "removed" for c in conflicts):
        return
    gone, kept = (mine, theirs) if mine.removed else (theirs, mine)
    if stamps_of(kept, "removed")[0] not in stamps_of(gone, "removed"):
        return  # it was restored after the removal was known
    fresh = [
        stamps_of(kept, f)[0] for f in FIELDS if f != "removed" and stamps_of(kept, f)[0] not in stamps_of(gone, f)
    ]
    if not fresh:
        return
    stands = max(fresh) > stamps_of(gone, "removed")[0]
    theirs_wins = stands == (kept is theirs)
    if theirs_wins and "removed" not in taken:
        taken.append("removed")
    elif not theirs_wins and "removed" in taken:
        taken.remove("removed")
    if stands:
        # As if restored by that change: a copy that still has the removal is then known to be older.
        stamps["removed"] = (max(fresh), *(time for time in stamps["removed"] if time != max(fresh)))
    conflicts.append(Conflict("removed", theirs_wins))


def _moment(moment: datetime.datetime) -> str:
    return moment.astimezone(datetime.UTC).isoformat(timespec="microseconds")
