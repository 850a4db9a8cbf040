"""Merge two copies of one annotation field by field: the newest change wins, the lost one is a conflict.

A field keeps the time of its change and those of the changes that led to it. A change that the other side has seen is
no news. A field changed on both sides since the copies parted is a conflict. The change that lost does not join the
history of the winner: until somebody has chosen, every computer that has one of the two reports the conflict.
"""

from __future__ import annotations

import datetime
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from documents.annotations.model import FIELDS, NEVER, TAG, Annotation, AnnotationKind, kind_for, time_of

_JOINED = {"stance": ("stance", "author")}
_DERIVED = "kind"
"""A field that follows from the others, so that it has no conflict of its own."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field that was changed on both sides. `stamps` are the times of mine and of theirs."""

    field: str
    stamps: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Merged:
    """The merged copy: attributes of Annotation that differ from mine, and the times of every field."""

    values: Mapping[str, object]
    stamps: Mapping[str, tuple[str, ...]]
    conflicts: tuple[Conflict, ...]


def merge(mine: Annotation, theirs: Annotation) -> Merged:
    """Merge two copies of one annotation. ValueError where their ids differ.

    A bare copy contributes its removal alone. Labels of both sides are united.
    """
    if mine.id != theirs.id:
        raise ValueError(f"{mine.id} is not {theirs.id}")
    values: dict[str, object] = {}
    stamps: dict[str, tuple[str, ...]] = {}
    conflicts: list[Conflict] = []
    for field in FIELDS:
        if theirs.is_bare and field != "removed":
            stamps[field] = stamps_of(mine, field)
            continue
        stamps[field] = _merge_field(mine, theirs, field, values, conflicts)
    _weigh_removal(mine, theirs, values, stamps, conflicts)
    _refill(mine, theirs, values, stamps)
    _derive_kind(mine, theirs, values, stamps)
    return Merged(values, stamps, tuple(conflicts))


def stamps_of(one: Annotation, field: str) -> tuple[str, ...]:
    """Return the times of a field's changes, the last first, never empty.

    An annotation of another program has one time for all its fields.
    """
    return one.stamps.get(field) or (_moment(one.created if one.stamps else one.changed),)


def _merge_field(
    mine: Annotation, theirs: Annotation, field: str, values: dict[str, object], conflicts: list[Conflict]
) -> tuple[str, ...]:
    """Merge one field into `values` and `conflicts`. Return the times of the winner."""
    ours, others = stamps_of(mine, field), stamps_of(theirs, field)
    names = _JOINED.get(field, (field,))
    same = all(getattr(mine, name) == getattr(theirs, name) for name in names)
    ahead = ours[0] in others or ours[0] == NEVER
    news = others[0] not in ours
    later = news and (ahead or _after(theirs, mine, field))
    if same or not news or ahead:
        if later and not same:
            values.update({name: getattr(theirs, name) for name in names})
        return _joined(others, ours) if later else _joined(ours, others)
    if field == "labels":
        first, second = (theirs, mine) if later else (mine, theirs)
        values["labels"] = tuple(dict.fromkeys([*first.labels, *second.labels]))
        return (_union_time(ours[0], others[0]), *_joined(others, ours))
    if later:
        values.update({name: getattr(theirs, name) for name in names})
    if field != _DERIVED:
        conflicts.append(Conflict(field, (ours[0], others[0])))
    return others if later else ours


def _union_time(one: str, other: str) -> str:
    """Return a time for the union of two changes: equal on every computer, and just later than both."""
    tag = zlib.crc32("\n".join(sorted((one, other))).encode())
    return f"{max(time_of(one), time_of(other))}{TAG}{tag:08x}"


def _after(theirs: Annotation, mine: Annotation, field: str) -> bool:
    """Say whether their change is the later one. At the same moment the values decide, equally on both sides."""
    first, second = stamps_of(theirs, field)[0], stamps_of(mine, field)[0]
    return (first, repr(getattr(theirs, field))) > (second, repr(getattr(mine, field)))


def _joined(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    rest = sorted({*first, *second} - {first[0], NEVER}, reverse=True)
    return (first[0], *rest)


def _weigh_removal(
    mine: Annotation,
    theirs: Annotation,
    values: dict[str, object],
    stamps: dict[str, tuple[str, ...]],
    conflicts: list[Conflict],
) -> None:
    """Decide between a removal and later changes of the other side: the later one wins, with a conflict."""
    if (mine.removed is None) == (theirs.removed is None) or any(c.field == "removed" for c in conflicts):
        return
    gone, kept = (mine, theirs) if mine.removed else (theirs, mine)
    if stamps_of(gone, "removed")[0] == NEVER:
        return  # its arrival was undone: nobody removed it
    if stamps_of(kept, "removed")[0] not in stamps_of(gone, "removed"):
        return  # it was restored after the removal was known
    fresh = [
        stamps_of(kept, f)[0]
        for f in FIELDS
        if f not in {"removed", _DERIVED} and stamps_of(kept, f)[0] not in stamps_of(gone, f)
    ]
    if not fresh:
        return
    stands = max(fresh) > stamps_of(gone, "removed")[0]
    if stands == (kept is theirs):
        values["removed"] = theirs.removed
    else:
        values.pop("removed", None)
    times = (stamps_of(mine, "removed")[0], stamps_of(theirs, "removed")[0])
    if stands:
        # As if restored by that change: a copy that still has the removal is then known to be older.
        stamps["removed"] = (max(fresh), *(time for time in stamps["removed"] if time != max(fresh)))
    conflicts.append(Conflict("removed", times))


def _refill(
    mine: Annotation, theirs: Annotation, values: dict[str, object], stamps: dict[str, tuple[str, ...]]
) -> None:
    """Take the words of the other copy where the removal of a bare one does not win."""
    if not mine.is_bare or theirs.is_bare or values.get("removed", mine.removed) is not None:
        return
    for field in FIELDS:
        if field != "removed":
            values.update({name: getattr(theirs, name) for name in _JOINED.get(field, (field,))})
            stamps[field] = _joined(stamps_of(theirs, field), stamps_of(mine, field))


def _derive_kind(
    mine: Annotation, theirs: Annotation, values: dict[str, object], stamps: dict[str, tuple[str, ...]]
) -> None:
    """Derive the kind from the merged fields."""
    told = {name: str(values.get(name, getattr(mine, name))) for name in ("text", "colour", "stance")}
    held = values.get("kind", mine.kind)
    assert isinstance(held, AnnotationKind)
    kind = kind_for(held, **told)
    values.pop("kind", None)
    if kind is not mine.kind:
        values["kind"] = kind
    if kind is theirs.kind and kind is not mine.kind:
        stamps["kind"] = _joined(stamps_of(theirs, "kind"), stamps_of(mine, "kind"))


def _moment(moment: datetime.datetime) -> str:
    return moment.astimezone(datetime.UTC).isoformat(timespec="microseconds")
