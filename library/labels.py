"""The user's labels: an ordered list, nested one level, and the order of the notes in each.

A label is named by its path: `name`, or `outer/inner`. A slash within a name is not kept.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from documents.annotations.model import LABEL_SEPARATOR
from library import journal
from library.database import Database, Row
from library.field_times import touch

SUBJECT = "label"
"""What the journal calls a label."""

_STEP = 1024.0


class LabelExists(Exception):
    """There is another label of that name."""


@dataclass(frozen=True, slots=True)
class Label:
    """A label by its path, and how many notes have it."""

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
    """Return the one or two names of a path, cleaned; none of an empty one. A third becomes part of the second."""
    names = [" ".join(name.split()) for name in path.split(LABEL_SEPARATOR)]
    names = [name for name in names if name]
    return tuple(names) if len(names) <= 2 else (names[0], " ".join(names[1:]))


def cleaned(path: str) -> str:
    """Return a path as it is stored."""
    return LABEL_SEPARATOR.join(parts(path))


def all_labels(db: Database) -> tuple[Label, ...]:
    """Return the labels in the user's order, each outer one before those in it."""
    found = db.rows(
        "SELECT id, path, (SELECT count(*) FROM annotation_labels AS al JOIN annotations AS a ON a.id = al.annotation"
        " WHERE al.label = l.id AND a.removed IS NULL) FROM standing_labels AS l"
        " ORDER BY outer_place, coalesce(parent, id), parent IS NOT NULL, place, path"
    )
    return tuple(Label(*row) for row in found)


def ensure(db: Database, path: str) -> str:
    """Return the id of a label, made where there is none; ValueError for an empty path. Inside a transaction."""
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
    """Make the labels that are not there yet, each a step to undo; before the step of what needs them."""
    for path in paths:
        names = parts(path)
        for depth in range(1, len(names) + 1):
            wanted = LABEL_SEPARATOR.join(names[:depth])
            if _find(db, wanted) is None:
                moment = db.moment()
                made = ensure(db, wanted)
                journal.record(db, SUBJECT, made, {"removed": moment}, {"removed": None})


def put(db: Database, annotation: str, paths: Iterable[str]) -> None:
    """Give an annotation these labels in this order; its place within those it has, or had, stays."""
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
    """Return by annotation its labels in order; `where` is a condition on the table of the two (a constant)."""
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
    """Return the ids of what stands under a label, in the user's order; those of labels in it follow."""
    found = db.rows(
        "SELECT al.annotation FROM annotation_labels AS al JOIN standing_labels AS l ON l.id = al.label"
        " JOIN annotations AS a ON a.id = al.annotation"
        " WHERE a.removed IS NULL AND (l.path = ?1 OR l.parent = (SELECT id FROM standing_labels WHERE path = ?1))"
        " ORDER BY l.path <> ?1, l.place, al.place, al.annotation",
        (cleaned(path),),
    )
    return tuple(dict.fromkeys(str(row[0]) for row in found))


def within(db: Database, path: str) -> tuple[str, ...]:
    """Return the ids of what has just this label, in the user's order; none where there is no such label."""
    found = db.rows(
        "SELECT annotation FROM annotation_labels JOIN standing_labels ON id = label WHERE path = ?"
        " ORDER BY annotation_labels.place, annotation",
        (cleaned(path),),
    )
    return tuple(str(row[0]) for row in found)


def follow(db: Database, path: str, order: Sequence[str], new: Collection[str]) -> None:
    """Let what is new in a label stand in the order it had elsewhere, after what was there; inside a transaction."""
    held = within(db, path)
    there = set(held)
    wanted = [*(id_ for id_ in held if id_ not in new), *(id_ for id_ in order if id_ in new and id_ in there)]
    wanted += [id_ for id_ in held if id_ not in set(wanted)]
    if tuple(wanted) != held:
        arrange(db, _held(db, path), wanted)


def move(db: Database, path: str, annotation: str, before: str | None) -> None:
    """Put an annotation before another within a label, or last; a step to undo. KeyError where it is not there.

    What is listed under an outer label by one of those in it is moved within that one.
    """
    with db.transaction():
        label = _of_annotation(db, _held(db, path), annotation)
        old = _place(db, label, annotation)
        sql = "SELECT annotation, place FROM annotation_labels WHERE label = ? ORDER BY place, annotation"
        rows = [(str(row[0]), float(row[1])) for row in db.rows(sql, (label,)) if row[0] != annotation]
        at = next((index for index, row in enumerate(rows) if row[0] == before), len(rows))
        low, high = (rows[at - 1][1] if at else None), (rows[at][1] if at < len(rows) else None)
        new = _between(low, high)
        if new in (low, high):  # no number is left between the two: all get new ones
            order = [*(row[0] for row in rows[:at]), annotation, *(row[0] for row in rows[at:])]
            arrange(db, label, order)
            return
        entity = f"{label} {annotation}"
        journal.record(db, SUBJECT, entity, {"place": old}, {"place": new})
        apply(db, entity, {"place": new})


def arrange(db: Database, label: str, order: Sequence[str]) -> None:
    """Give annotations of a label (by its id) the places of this order; steps to undo. Inside a transaction."""
    for number, annotation in enumerate(order, 1):
        entity, old, new = f"{label} {annotation}", _place(db, label, annotation), number * _STEP
        if old != new:
            journal.record(db, SUBJECT, entity, {"place": old}, {"place": new})
            apply(db, entity, {"place": new})


def _of_annotation(db: Database, label: str, annotation: str) -> str:
    """Return which of a label and those in it an annotation has, the label itself first."""
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
    """Move a label up (-1) or down (1) among those beside it; False at the end. KeyError; a step to undo."""
    with db.transaction():
        label, outer = _held(db, path), LABEL_SEPARATOR.join(parts(path)[:-1])
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
    """Give a label another name in its place; return its new path. KeyError, LabelExists; a step to undo."""
    with db.transaction():
        label, names = _held(db, path), parts(path)
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
    """Take a label off all that have it; return what had it. The notes stay, and undo brings it back. KeyError."""
    with db.transaction():
        label = _held(db, path)
        had = db.rows("SELECT annotation, turn, place FROM annotation_labels WHERE label = ?", (label,))
        moment = db.moment()
        for (inner,) in db.rows("SELECT path FROM standing_labels WHERE parent = ?", (label,)):
            remove(db, inner)
        before = {"removed": None, "had": [list(row) for row in had]}
        journal.record(db, SUBJECT, label, before, {"removed": moment, "had": []})
        apply(db, label, {"removed": moment, "had": []})
    return tuple(str(row[0]) for row in had)


def apply(db: Database, entity: str, to: journal.Values) -> None:
    """Write what the journal keeps of a label; inside a transaction."""
    label, _, annotation = entity.partition(" ")
    if "place" in to and annotation:
        values = (to["place"], label, annotation)
        db.write("UPDATE annotation_labels SET place = ? WHERE label = ? AND annotation = ?", values)
        return
    if to.keys() & {"name", "removed"}:
        # The label's name is a part of what its notes are: copies elsewhere learn of it by them.
        had_: Iterable[Row] = to.get("had", ())  # type: ignore[assignment]
        touch(db, dict.fromkeys([*_having(db, label), *(str(row[0]) for row in had_)]), "labels")
    if "removed" in to and to["removed"] is None:
        _make_way(db, label)
    if "name" in to:
        _make_way(db, label, str(to["name"]))
    for name in ("name", "removed", "place"):
        if name in to:
            db.write(f"UPDATE labels SET {name} = ?, changed = ? WHERE id = ?", (to[name], db.moment(), label))  # noqa: S608
    if "had" in to:
        db.write("DELETE FROM annotation_labels WHERE label = ?", (label,))
        had: Iterable[Row] = to["had"]  # type: ignore[assignment]
        db.write_all(
            "INSERT INTO annotation_labels VALUES (?, ?, ?, ?)", [(row[0], label, row[1], row[2]) for row in had]
        )


def _having(db: Database, label: str) -> list[str]:
    """Return the annotations that have a label or one of those in it."""
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
    row = db.row("SELECT id FROM standing_labels WHERE path = ?", (cleaned(path),))
    return str(row[0]) if row else None


def _held(db: Database, path: str) -> str:
    found = _find(db, path)
    if found is None:
        raise KeyError(path)
    return found


def _make_way(db: Database, label: str, name: str | None = None) -> None:
    """Give another label that has this one's name, or the `name` it is to have, a name of its own."""
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
