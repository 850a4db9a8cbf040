"""The user's labels: an ordered list, nested one level, and the order of the notes in each.

A label is named by its path: `name`, or `outer/inner`. A name has no slash.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from documents.annotations.model import LABEL_SEPARATOR
from library import journal
from library.database import Database, Row
from library.field_times import touch

SUBJECT = "label"
"""The journal's name for a label."""

_STEP = 1024.0


class LabelExists(Exception):
    """Another label has that name."""


@dataclass(frozen=True, slots=True)
class Label:
    """A label with its path and the number of its notes."""

    id: str
    path: str
    notes: int

    @property
    def outer(self) -> str:
        """The name of the label it is nested in, "" for none."""
        outer, between, _ = self.path.partition(LABEL_SEPARATOR)
        return outer if between else ""

    @property
    def name(self) -> str:
        """The label's own name."""
        return self.path.rpartition(LABEL_SEPARATOR)[2]


def parts(path: str) -> tuple[str, ...]:
    """Return the names in a path, two at most: a third one is appended to the second. Empty for an empty path."""
    names = [" ".join(name.split()) for name in path.split(LABEL_SEPARATOR)]
    names = [name for name in names if name]
    return tuple(names) if len(names) <= 2 else (names[0], " ".join(names[1:]))


def normalize_path(path: str) -> str:
    """Return a path in the form that is stored."""
    return LABEL_SEPARATOR.join(parts(path))


def all_labels(db: Database) -> tuple[Label, ...]:
    """Return the labels in the user's order, each outer one before its nested ones."""
    found = db.rows(
        "SELECT id, path, (SELECT count(*) FROM annotation_labels AS al JOIN annotations AS a ON a.id = al.annotation"
        " WHERE al.label = l.id AND a.removed IS NULL) FROM standing_labels AS l"
        " ORDER BY outer_place, coalesce(parent, id), parent IS NOT NULL, place, path"
    )
    return tuple(Label(*row) for row in found)


def ensure(db: Database, path: str) -> str:
    """Return the id of a label, created where it does not exist. ValueError for an empty path. Inside a transaction."""
    names = parts(path)
    if not names:
        raise ValueError("a label without a name")
    parent: str | None = None
    for name in names:
        row = db.row(
            "SELECT id FROM labels WHERE name = ? AND coalesce(parent, '') = ? AND removed IS NULL",
            (name, parent or ""),
        )
        parent = str(row[0]) if row else _make(db, name, parent)
    assert parent is not None
    return parent


def make(db: Database, paths: Iterable[str]) -> None:
    """Create the labels that do not exist, each a step to undo. Call it before recording the step that needs them."""
    for path in paths:
        names = parts(path)
        for depth in range(1, len(names) + 1):
            wanted = LABEL_SEPARATOR.join(names[:depth])
            if _find(db, wanted) is None:
                moment = db.moment()
                made = ensure(db, wanted)
                journal.record(db, SUBJECT, made, {"removed": moment}, {"removed": None})


def put(db: Database, annotation: str, paths: Iterable[str]) -> None:
    """Set the labels of an annotation, in this order. In labels that it has or had it keeps its place."""
    held = db.rows("SELECT label, place FROM annotation_labels WHERE annotation = ?", (annotation,))
    db.write("DELETE FROM annotation_labels WHERE annotation = ?", (annotation,))
    db.write_all("INSERT OR REPLACE INTO former_places VALUES (?, ?, ?)", [(annotation, *row) for row in held])
    former = db.rows("SELECT label, place FROM former_places WHERE annotation = ?", (annotation,))
    kept = {row[0]: row[1] for row in former}
    wanted = dict.fromkeys(ensure(db, path) for path in paths if parts(path))
    for turn, label in enumerate(wanted):
        place = kept[label] if label in kept else _last_place(db, "annotation_labels WHERE label = ?", (label,))
        db.write("INSERT INTO annotation_labels VALUES (?, ?, ?, ?)", (annotation, label, turn, place))


def of_annotations(db: Database, where: str, parameters: Sequence[object]) -> dict[str, list[str]]:
    """Return by annotation its labels in order. `where` is a constant SQL condition on `annotation_labels`."""
    found = db.rows(
        f"SELECT annotation, path FROM annotation_labels JOIN standing_labels ON id = label WHERE {where}"  # noqa: S608
        " ORDER BY annotation, turn",
        parameters,
    )
    named: dict[str, list[str]] = {}
    for annotation, path in found:
        named.setdefault(annotation, []).append(path)
    return named


def order(db: Database, path: str) -> tuple[str, ...]:
    """Return the ids of the notes of a label in the user's order, then those of its nested labels."""
    found = db.rows(
        "SELECT al.annotation FROM annotation_labels AS al JOIN standing_labels AS l ON l.id = al.label"
        " JOIN annotations AS a ON a.id = al.annotation"
        " WHERE a.removed IS NULL AND (l.path = ?1 OR l.parent = (SELECT id FROM standing_labels WHERE path = ?1))"
        " ORDER BY l.path <> ?1, l.place, al.place, al.annotation",
        (normalize_path(path),),
    )
    return tuple(dict.fromkeys(str(row[0]) for row in found))


def members(db: Database, path: str) -> tuple[str, ...]:
    """Return the ids of the notes of a label itself, in the user's order. Empty for an unknown label."""
    found = db.rows(
        "SELECT annotation FROM annotation_labels JOIN standing_labels ON id = label WHERE path = ?"
        " ORDER BY annotation_labels.place, annotation",
        (normalize_path(path),),
    )
    return tuple(str(row[0]) for row in found)


def merge_order(db: Database, path: str, order: Sequence[str], new: Collection[str]) -> None:
    """Put the `new` notes of a label after the others, in the order of another library. Inside a transaction."""
    held = members(db, path)
    there = set(held)
    wanted = [*(id_ for id_ in held if id_ not in new), *(id_ for id_ in order if id_ in new and id_ in there)]
    wanted += [id_ for id_ in held if id_ not in set(wanted)]
    if tuple(wanted) != held:
        arrange(db, _require(db, path), wanted)


def move(db: Database, path: str, annotation: str, before: str | None) -> None:
    """Put a note before another within a label, or last, as one turn to undo. KeyError if it lacks the label.

    A note that has only a nested label is moved within that one.
    """
    with db.transaction():
        label = _label_on(db, _require(db, path), annotation)
        old = _place(db, label, annotation)
        sql = "SELECT annotation, place FROM annotation_labels WHERE label = ? ORDER BY place, annotation"
        rows = [(str(row[0]), float(row[1])) for row in db.rows(sql, (label,)) if row[0] != annotation]
        at = next((index for index, row in enumerate(rows) if row[0] == before), len(rows))
        low, high = (rows[at - 1][1] if at else None), (rows[at][1] if at < len(rows) else None)
        new = _between(low, high)
        if new in (low, high):  # no float is left between the two: renumber all
            order = [*(row[0] for row in rows[:at]), annotation, *(row[0] for row in rows[at:])]
            arrange(db, label, order)
            return
        entity = f"{label} {annotation}"
        journal.record(db, SUBJECT, entity, {"place": old}, {"place": new})
        apply(db, entity, {"place": new})


def arrange(db: Database, label: str, order: Sequence[str]) -> None:
    """Set the order of the notes of a label, given by its id, as steps to undo. Inside a transaction."""
    for number, annotation in enumerate(order, 1):
        entity, old, new = f"{label} {annotation}", _place(db, label, annotation), number * _STEP
        if old != new:
            journal.record(db, SUBJECT, entity, {"place": old}, {"place": new})
            apply(db, entity, {"place": new})


def _label_on(db: Database, label: str, annotation: str) -> str:
    """Return the label that an annotation has, of this one and its nested ones, this one first."""
    row = db.row(
        "SELECT label FROM annotation_labels AS al JOIN labels AS l ON l.id = al.label"
        " WHERE al.annotation = ?1 AND (l.id = ?2 OR l.parent = ?2) AND l.removed IS NULL"
        " ORDER BY l.id <> ?2, l.place LIMIT 1",
        (annotation, label),
    )
    if row is None:
        raise KeyError(annotation)
    return str(row[0])


def step(db: Database, path: str, by: int) -> bool:
    """Move a label up (-1) or down (1) among its siblings, as one turn to undo. False at the end. KeyError."""
    with db.transaction():
        label, outer = _require(db, path), LABEL_SEPARATOR.join(parts(path)[:-1])
        beside = [one for one in all_labels(db) if one.outer == outer]
        at = next(index for index, one in enumerate(beside) if one.id == label)
        to = at + by
        if not 0 <= to < len(beside):
            return False
        places = sorted(_places_of(db, beside))
        beside.insert(to, beside.pop(at))
        for one, old, new in zip(beside, _places_of(db, beside), places, strict=True):
            if old != new:
                journal.record(db, SUBJECT, one.id, {"place": old}, {"place": new})
                apply(db, one.id, {"place": new})
    return True


def rename(db: Database, path: str, name: str) -> str:
    """Rename a label, as one turn to undo, and return its new path.

    KeyError for an unknown label, LabelExists, ValueError for an empty name.
    """
    with db.transaction():
        label, names = _require(db, path), parts(path)
        new = " ".join(name.replace(LABEL_SEPARATOR, " ").split())
        if not new:
            raise ValueError("a label without a name")
        wanted = (*names[:-1], new)
        if new != names[-1] and _find(db, LABEL_SEPARATOR.join(wanted)):
            raise LabelExists(new)
        journal.record(db, SUBJECT, label, {"name": names[-1]}, {"name": new})
        apply(db, label, {"name": new})
    return LABEL_SEPARATOR.join(wanted)


def remove(db: Database, path: str) -> tuple[str, ...]:
    """Remove a label and return the ids of its notes, as one turn to undo. The notes stay. KeyError."""
    with db.transaction():
        label = _require(db, path)
        had = db.rows("SELECT annotation, turn, place FROM annotation_labels WHERE label = ?", (label,))
        moment = db.moment()
        for (inner,) in db.rows("SELECT path FROM standing_labels WHERE parent = ?", (label,)):
            remove(db, inner)
        before = {"removed": None, "had": [list(row) for row in had]}
        journal.record(db, SUBJECT, label, before, {"removed": moment, "had": []})
        apply(db, label, {"removed": moment, "had": []})
    return tuple(str(row[0]) for row in had)


def apply(db: Database, entity: str, to: journal.Values) -> None:
    """Apply a step of the journal, inside a transaction."""
    label, _, annotation = entity.partition(" ")
    if "place" in to and annotation:
        values = (to["place"], label, annotation)
        db.write("UPDATE annotation_labels SET place = ? WHERE label = ? AND annotation = ?", values)
        return
    if to.keys() & {"name", "removed"}:
        # A label's name is part of its notes, through which other copies of the library learn of it.
        had_: Iterable[Row] = to.get("had", ())  # type: ignore[assignment]
        touch(db, dict.fromkeys([*_annotations_with(db, label), *(str(row[0]) for row in had_)]), "labels")
    if "removed" in to and to["removed"] is None:
        _free_name(db, label)
    if "name" in to:
        _free_name(db, label, str(to["name"]))
    for name in ("name", "removed", "place"):
        if name in to:
            db.write(f"UPDATE labels SET {name} = ?, changed = ? WHERE id = ?", (to[name], db.moment(), label))  # noqa: S608
    if "had" in to:
        db.write("DELETE FROM annotation_labels WHERE label = ?", (label,))
        had: Iterable[Row] = to["had"]  # type: ignore[assignment]
        db.write_all(
            "INSERT INTO annotation_labels VALUES (?, ?, ?, ?)", [(row[0], label, row[1], row[2]) for row in had]
        )


def _annotations_with(db: Database, label: str) -> list[str]:
    """Return the annotations that have a label or one of its nested ones."""
    found = db.rows(
        "SELECT DISTINCT annotation FROM annotation_labels"
        " WHERE label = ?1 OR label IN (SELECT id FROM labels WHERE parent = ?1)",
        (label,),
    )
    return [str(row[0]) for row in found]


def _make(db: Database, name: str, parent: str | None) -> str:
    id_, moment = db.new_id(), db.moment()
    place = _last_place(db, "labels", ())
    db.write("INSERT INTO labels VALUES (?, ?, ?, ?, ?, ?, NULL)", (id_, name, parent, place, moment, moment))
    return id_


def _find(db: Database, path: str) -> str | None:
    row = db.row("SELECT id FROM standing_labels WHERE path = ?", (normalize_path(path),))
    return str(row[0]) if row else None


def _require(db: Database, path: str) -> str:
    found = _find(db, path)
    if found is None:
        raise KeyError(path)
    return found


def _free_name(db: Database, label: str, name: str | None = None) -> None:
    """Rename another label that has this one's name, or the `name` that it is to have."""
    taken = (
        "SELECT l.id FROM labels AS l JOIN labels AS mine ON mine.id = ?1"
        " WHERE l.removed IS NULL AND l.id <> mine.id AND l.name = coalesce(?2, mine.name) AND l.parent IS mine.parent"
    )
    while (row := db.row(taken, (label, name))) is not None:
        db.write("UPDATE labels SET name = name || ' *' WHERE id = ?", (row[0],))


def _place(db: Database, label: str, annotation: str) -> float:
    row = db.row("SELECT place FROM annotation_labels WHERE label = ? AND annotation = ?", (label, annotation))
    if row is None:
        raise KeyError(annotation)
    return float(row[0])


def _places_of(db: Database, held: Sequence[Label]) -> list[float]:
    places = {str(id_): float(place) for id_, place in db.rows("SELECT id, place FROM labels")}
    return [places[one.id] for one in held]


def _last_place(db: Database, table: str, parameters: Sequence[object]) -> float:
    row = db.row(f"SELECT max(place) FROM {table}", parameters)  # noqa: S608 - a constant
    return (row[0] if row and row[0] is not None else 0.0) + _STEP


def _between(low: float | None, high: float | None) -> float:
    if low is None and high is None:
        return _STEP
    if low is None or high is None:
        return (high - _STEP) if high is not None else (low or 0.0) + _STEP
    return (low + high) / 2
