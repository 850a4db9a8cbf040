"""The user's annotations, by symbol and language, undone and redone across restarts.

Nothing is deleted: a removed annotation stays in the trash as a tombstone, which merging needs. Every field has the
times of its changes, by which copies of an annotation are merged field by field.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from documents.annotations.model import NEVER, Annotation, AnnotationKind, Target, bare, time_of
from documents.position import Quote, Span
from library import journal, labels
from library.database import Database, Row
from library.field_times import NEXT_REVISION, to_json, trimmed

SUBJECT = "annotation"
"""The journal's name for an annotation."""

_ROW = "id, kind, symbol, language, text, colour, stance, author, created, changed, removed, stamps"
_COLUMNS = ("kind", "text", "colour", "stance", "author", "removed")
_STAMP_OF = {"author": "stance"}


def add(db: Database, made: Annotation) -> Annotation:
    """Store a new annotation, as one turn to undo. Times, and an empty id, are set here."""
    with db.transaction():
        labels.make(db, made.labels)
        moment = db.moment()
        fresh = replace(
            made,
            id=made.id or db.new_id(),
            created=datetime.datetime.fromisoformat(moment),
            changed=datetime.datetime.fromisoformat(moment),
            removed=None,
            stamps={},
        )
        insert(db, fresh)
        journal.record(db, SUBJECT, fresh.id, {"removed": moment}, {"removed": None})
    return fresh


def insert(db: Database, made: Annotation) -> None:
    """Store an annotation of another library with its own times, without a step. Inside a transaction."""
    values = (
        *(made.id, made.kind.value, made.document, made.language, made.text, made.colour, made.stance, made.author),
        *(_stored_time(made.created), _stored_time(made.changed), _stored_time(made.removed) if made.removed else None),
        to_json(made.stamps),
    )
    db.write(f"INSERT INTO annotations VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, {NEXT_REVISION})", values)  # noqa: S608
    _put_targets(db, made.id, made.targets)
    labels.put(db, made.id, made.labels)


def change(db: Database, id_: str, *, continuing: bool = False, **fields: object) -> Annotation:
    """Change fields of an annotation, as one turn to undo. Equal values change nothing. KeyError for an unknown id.

    `fields` are attributes of Annotation: kind, text, colour, stance, author, labels, targets. `continuing` joins
    the change to the last turn, as typing does.
    """
    with db.transaction():
        held = annotation(db, id_)
        changed = {name: value for name, value in fields.items() if getattr(held, name) != value}
        if not changed:
            return held
        if "labels" in changed:
            labels.make(db, changed["labels"])  # type: ignore[arg-type]
        before, after = field_values(held, changed), field_values(replace(held, **changed), changed)  # type: ignore[arg-type]
        joined = journal.record(db, SUBJECT, id_, before, after, continuing=continuing)
        put(db, id_, after, continuing=joined)
        return annotation(db, id_)


def remove(db: Database, ids: Iterable[str]) -> tuple[str, ...]:
    """Move annotations to the trash, as one turn to undo. Return the ids of those that were not there yet."""
    with db.transaction():
        gone = tuple(id_ for id_ in ids if _is_standing(db, id_))
        moment = db.moment()
        for id_ in gone:
            journal.record(db, SUBJECT, id_, {"removed": None}, {"removed": moment})
            put(db, id_, {"removed": moment})
    return gone


def restore(db: Database, ids: Iterable[str]) -> tuple[str, ...]:
    """Take annotations out of the trash, as one turn to undo. Return the ids of those that were in it."""
    with db.transaction():
        back = []
        for id_ in ids:
            row = db.row("SELECT removed FROM annotations WHERE id = ? AND removed IS NOT NULL", (id_,))
            if row:
                back.append(id_)
                journal.record(db, SUBJECT, id_, {"removed": row[0]}, {"removed": None})
                put(db, id_, {"removed": None})
    return tuple(back)


def empty_trash(db: Database) -> int:
    """Delete the contents of the annotations in the trash and the steps to undo them. Return how many had any.

    The tombstones stay, so that merging an older file restores nothing. The caller makes a backup first.
    """
    with db.transaction():
        emptied = len(in_trash(db))
        removed = [(str(row[0]),) for row in db.rows("SELECT id FROM annotations WHERE removed IS NOT NULL")]
        for sql in (
            "UPDATE annotations SET text = '', stance = '', author = '', colour = '' WHERE id = ?",
            "DELETE FROM annotation_targets WHERE annotation = ?",
            "DELETE FROM annotation_labels WHERE annotation = ?",
            "DELETE FROM conflicts WHERE annotation = ?",
            "DELETE FROM steps WHERE subject = 'annotation' AND entity = ?",
        ):
            db.write_all(sql, removed)
    return emptied


def annotation(db: Database, id_: str) -> Annotation:
    """Return an annotation, also one in the trash. KeyError for an unknown id."""
    found = _read(db, "id = ?", (id_,))
    if not found:
        raise KeyError(id_)
    return found[0]


def of_document(db: Database, symbol: str, language: str | None = None) -> tuple[Annotation, ...]:
    """Return the annotations on a document, in one language or in all, oldest first."""
    return _read(db, "symbol = ?1 AND (?2 IS NULL OR language = ?2) AND removed IS NULL", (symbol, language))


def all_annotations(db: Database) -> tuple[Annotation, ...]:
    """Return all annotations outside the trash, oldest first, with those on documents no longer held."""
    return _read(db, "removed IS NULL", ())


def removals_to_share(db: Database, documents: Iterable[tuple[str, str]] | None = None) -> tuple[Annotation, ...]:
    """Return removed annotations without contents, to be exported: of some texts (symbol, language) or of all."""
    only = None if documents is None else set(documents)
    return tuple(
        bare(one)
        for one in tombstones(db)
        if (only is None or (one.document, one.language) in only) and one.stamps.get("removed", ("",))[0] != NEVER
    )


def in_trash(db: Database) -> tuple[Annotation, ...]:
    """Return the removed annotations that can be restored, the last removed first."""
    found = _read(db, "removed IS NOT NULL AND (text <> '' OR id IN (SELECT annotation FROM annotation_targets))", ())
    return tuple(sorted(found, key=lambda one: _stored_time(one.removed or one.changed), reverse=True))


def tombstones(db: Database) -> tuple[Annotation, ...]:
    """Return all removed annotations, also those emptied from the trash."""
    return _read(db, "removed IS NOT NULL", ())


def has_words(db: Database, symbol: str) -> bool:
    """Return whether a document has an annotation with text, a stance or a label."""
    row = db.row(
        "SELECT 1 FROM annotations WHERE symbol = ? AND removed IS NULL"
        " AND (kind IN ('note', 'stance') OR id IN (SELECT annotation FROM annotation_labels)) LIMIT 1",
        (symbol,),
    )
    return row is not None


def bookmarked(db: Database, symbol: str, language: str) -> frozenset[str]:
    """Return the provisions of a text that have a bookmark."""
    found = db.rows("SELECT provision FROM standing_bookmarks WHERE symbol = ? AND language = ?", (symbol, language))
    return frozenset(str(row[0]) for row in found)


def changed_since(db: Database, revision: int) -> tuple[Annotation, ...]:
    """Return the annotations changed after a revision (`change_mark`), with those now in the trash."""
    return _read(db, "revision > ?", (revision,))


def change_mark(db: Database) -> tuple[int, int, str]:
    """Return the number of annotations ever made, the last revision, and a mark that changes with the labels."""
    row = db.row(
        "SELECT (SELECT count(*) FROM annotations), coalesce((SELECT max(revision) FROM annotations), 0),"
        " (SELECT count(*) || ':' || coalesce(max(changed), '') FROM labels WHERE removed IS NULL)"
    )
    assert row is not None
    return int(row[0]), int(row[1]), str(row[2])


def authors(db: Database) -> tuple[str, ...]:
    """Return the authors of the stances outside the trash, sorted."""
    found = db.rows("SELECT DISTINCT author FROM annotations WHERE removed IS NULL AND author <> '' ORDER BY author")
    return tuple(str(row[0]) for row in found)


def has(db: Database, id_: str) -> bool:
    """Return whether there is an annotation of that id, also in the trash."""
    return db.row("SELECT 1 FROM annotations WHERE id = ?", (id_,)) is not None


def count(db: Database) -> int:
    """Return the number of annotations outside the trash."""
    row = db.row("SELECT count(*) FROM annotations WHERE removed IS NULL")
    return int(row[0]) if row else 0


def digests(db: Database) -> dict[tuple[str, str], str]:
    """Return by (symbol, language) a mark that changes with the annotations on that text or with the labels."""
    row = db.row("SELECT count(*) || ':' || coalesce(max(changed), '') FROM labels WHERE removed IS NULL")
    found = db.rows(
        "SELECT symbol, language, sum(removed IS NULL) AS standing, max(revision) FROM annotations"
        " GROUP BY symbol, language HAVING standing > 0"
    )
    return {(symbol, language): f"{n}:{revision}:{row[0] if row else ''}" for symbol, language, n, revision in found}


def put(
    db: Database,
    id_: str,
    fields: Mapping[str, object],
    *,
    stamps: Mapping[str, Sequence[str]] | None = None,
    continuing: bool = False,
) -> None:
    """Write fields in the form of `field_values`, without a step. Inside a transaction.

    Each field gets a new time, with `continuing` in place of its last one, or else the given `stamps`. A field
    named `stamps` sets all times.
    """
    row = db.row("SELECT stamps, created, changed FROM annotations WHERE id = ?", (id_,))
    if row is None:
        raise KeyError(id_)
    moment = db.moment()
    for name in _COLUMNS:
        if name in fields:
            db.write(f"UPDATE annotations SET {name} = ? WHERE id = ?", (fields[name], id_))  # noqa: S608 - a constant
    if "targets" in fields:
        _put_targets(db, id_, _targets(fields["targets"]))
    if "labels" in fields:
        labels.put(db, id_, fields["labels"])  # type: ignore[arg-type]
    known: dict[str, list[str]] = json.loads(row[0])
    if "stamps" in fields:
        known = fields["stamps"]  # type: ignore[assignment]
        changed = max([row[1], *(time_of(times[0]) for times in known.values() if times)])
    elif stamps is None:
        for name in {_STAMP_OF.get(name, name) for name in fields}:
            earlier = known.get(name) or [row[1]]
            known[name] = trimmed([moment, *(earlier[1:] if continuing else earlier)])
        changed = moment
    else:
        known.update({name: trimmed(times) for name, times in stamps.items()})
        changed = max([row[2], *(time_of(times[0]) for times in known.values() if times)])
    db.write(
        f"UPDATE annotations SET stamps = ?, changed = ?, revision = {NEXT_REVISION} WHERE id = ?",  # noqa: S608 - a constant
        (to_json(known), changed, id_),
    )


def field_values(held: Annotation, names: Iterable[str]) -> dict[str, object]:
    """Return fields of an annotation as plain values, the form of the journal and of conflicts."""
    made: dict[str, object] = {}
    for name in names:
        value = getattr(held, name)
        if name == "targets":
            value = [_target_values(target) for target in held.targets]
        elif name == "labels":
            value = list(held.labels)
        elif name == "removed":
            value = _stored_time(held.removed) if held.removed else None
        elif name == "kind":
            value = held.kind.value
        elif name == "stamps":
            value = {field: list(times) for field, times in held.stamps.items()}
        made[name] = value
    return made


def _is_standing(db: Database, id_: str) -> bool:
    return db.row("SELECT 1 FROM annotations WHERE id = ? AND removed IS NULL", (id_,)) is not None


def _read(db: Database, where: str, parameters: Sequence[object]) -> tuple[Annotation, ...]:
    rows = db.rows(f"SELECT {_ROW} FROM annotations WHERE {where} ORDER BY created, id", parameters)  # noqa: S608 - constants
    if not rows:
        return ()
    inside = f"annotation IN (SELECT id FROM annotations WHERE {where})"  # noqa: S608
    targets: dict[str, list[Target]] = {}
    for row in db.rows(f"SELECT * FROM annotation_targets WHERE {inside} ORDER BY annotation, place", parameters):  # noqa: S608
        targets.setdefault(row[0], []).append(_target(row[2:]))
    named = labels.of_annotations(db, inside, parameters)
    return tuple(_annotation(row, targets.get(row[0], ()), named.get(row[0], ())) for row in rows)


def _annotation(row: Row, targets: Sequence[Target], named: Sequence[str]) -> Annotation:
    id_, kind, symbol, language, text, colour, stance, author, created, changed, removed, stamps = row
    moment = datetime.datetime.fromisoformat
    return Annotation(
        id_,
        AnnotationKind(kind),
        symbol,
        language,
        tuple(targets),
        moment(created),
        moment(changed),
        text,
        colour,
        tuple(named),
        stance,
        author,
        moment(removed) if removed else None,
        {} if stamps == "{}" else {name: tuple(times) for name, times in json.loads(stamps).items()},
    )


def _target(row: Row) -> Target:
    provision, start, end, exact, prefix, suffix, *context = row
    return Target(Span(provision, start, end), Quote(exact, prefix, suffix), *context)


def _target_values(target: Target) -> list[object]:
    span, quote = target.span, target.quote
    return [
        *(span.provision, span.start, span.end, quote.exact, quote.prefix, quote.suffix),
        *(target.passage, target.previous, target.following, target.rival, target.rival_beside),
    ]


def _targets(values: Any) -> tuple[Target, ...]:
    return tuple(_target(tuple(value)) for value in values)


def _put_targets(db: Database, id_: str, targets: Iterable[Target]) -> None:
    db.write("DELETE FROM annotation_targets WHERE annotation = ?", (id_,))
    db.write_all(
        "INSERT INTO annotation_targets VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [(id_, place, *_target_values(target)) for place, target in enumerate(targets)],
    )


def _stored_time(moment: datetime.datetime) -> str:
    return moment.astimezone(datetime.UTC).isoformat(timespec="microseconds")
