"""Examine an installation and mend it: the library, its index, and where the notes stand.

What is damaged is put aside, never deleted: the last sound copy takes its place, or a new library where there is none,
with all that can still be read of notes and documents in the damaged file joined to it before it takes the name.
"""

from __future__ import annotations

import datetime
import json
import os
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from documents.annotations.merge import stamps_of
from documents.annotations.model import (
    FIELDS,
    NEVER,
    Annotation,
    AnnotationKind,
    Colour,
    Stance,
    Target,
    kind_for,
    time_of,
)
from documents.importers.errors import ImportFailure
from documents.position import Quote, Span
from library import backups, catalogue, conflicts, labels, notes
from library import instruments as own
from library.database import Database, now, open_database
from library.errors import LibraryDamaged, LibraryError, LibraryReadOnly, LibraryTooNew, NotHeld, typed_errors
from library.migrations import SCHEMA_VERSION
from library.recovery import TORN, Damaged, SavedNote, damaged
from services.paths import Paths
from services.search.index_sync import State, state

_LONG_AGO = "1970-01-01T00:00:00.000000+00:00"
"""The time of a change whose time could not be read: any other is later."""

_WITH = {"stance": ("stance", "author")}
_UNFIT = (ImportFailure, ValueError, LookupError, TypeError, AttributeError)
"""How reading fails where what was stored is not what was written."""


@dataclass(frozen=True, slots=True)
class Health:
    """What was found: `damage` as SQLite says it (empty: sound), the index, how many notes stand in which state."""

    damage: tuple[str, ...] = ()
    index: State = "ready"
    anchors: Mapping[str, int] = field(default_factory=dict)
    conflicts: int = 0
    copies: int = 0


@dataclass(frozen=True, slots=True)
class Restored:
    """What mending did: the copy that took the place of the library (None: a new one), and where the damaged one lies.

    `notes` and `documents` were got back from the damaged file. `lost_notes` counts those that it names and nothing
    has, `lost_documents` are those newer than the copy whose text cannot be read (symbol, language).
    """

    copy: Path | None
    aside: Path | None
    notes: int
    documents: int = 0
    lost_notes: int = 0
    lost_documents: tuple[tuple[str, str], ...] = ()


def examine(paths: Paths) -> Health:
    """Examine everything; LibraryError where the library cannot be opened for another reason than damage."""
    with typed_errors(paths.library):
        copies = len(backups.copies(paths.backups))
        if copies and (missing := _missing(paths.library)):
            # Opening it would make a new one.
            return Health((missing,), copies=copies)
    try:
        with open_database(paths.library, backups=paths.backups) as db:
            damage = db.damage()
            if damage:
                return Health(damage, copies=copies)
            waiting = len(conflicts.open_conflicts(db))
            return Health((), state(db, paths.index), _anchors(db), waiting, copies)
    except LibraryDamaged as error:
        return Health((error.detail or "damaged",), copies=copies)
    except (ImportFailure, ValueError) as error:
        # Every page is whole, but not what is written on it.
        return Health((str(error),), copies=copies)


def restore(paths: Paths) -> Restored:
    """Put the newest sound copy in the place of a damaged library, or a new one where there is no copy.

    All that can be read of the damaged file is joined to it first; that file stays beside it. LibraryError where
    anything fails: then everything is as it was. LibraryTooNew where all sound copies are a newer program's.
    """
    # A link to a library elsewhere stays a link.
    paths = replace(paths, library=paths.library.resolve())
    new = paths.library.with_suffix(".restoring")
    with typed_errors(paths.library):
        if not os.access(paths.library.parent, os.W_OK):
            raise LibraryReadOnly(paths.library)
        try:
            backups.remove(new)
            copy, sources = _begin(paths, new)
            aside = backups.name_aside(paths.library, now())
            done = _Joined()
            for source in sources:
                done = _join(paths, new, source, aside.name, done)
            _finish(paths, new, is_first=copy is None)
            has_aside = backups.take_place(paths.library, new, aside)
        finally:
            with suppress(OSError):
                backups.remove(new)
    lost = tuple(dict.fromkeys(done.lost_documents))
    return Restored(copy, aside if has_aside else None, len(done.notes), done.documents, len(done.lost), lost)


def _anchors(db: Database) -> dict[str, int]:
    from services.notes.anchor_resolution import everywhere

    made = notes.all_annotations(db)
    return dict(Counter(placed.state.value for placed in everywhere(db, made).values())) if made else {}


def _missing(library: Path) -> str:
    if not library.exists():
        return "no file"
    return "" if library.stat().st_size else "0 bytes"


def _begin(paths: Paths, new: Path) -> tuple[Path | None, tuple[Path, ...]]:
    """Begin the new library; return the copy it is, and the files to join to it, the newest last."""
    copy, unsound = _sound_copy(paths)
    if copy is None:
        open_database(new, backups=paths.backups).close()
        return None, (*reversed(unsound), paths.library)
    with open_database(copy, read_only=True) as held:
        held.copy_to(new)
    # It may be of an older version of the schema.
    open_database(new, backups=paths.backups).close()
    return copy, (paths.library,)


def _sound_copy(paths: Paths) -> tuple[Path | None, tuple[Path, ...]]:
    """Return the newest copy that is sound and of a version we can write, and those found damaged on the way."""
    unsound: list[Path] = []
    too_new: LibraryTooNew | None = None
    for path in backups.copies(paths.backups):
        try:
            with open_database(path, read_only=True) as held:
                if held.newer is not None:
                    too_new = too_new or LibraryTooNew(path, held.newer, SCHEMA_VERSION)
                elif held.damage():
                    unsound.append(path)
                else:
                    return path, ()
        except LibraryTooNew as error:
            too_new = too_new or error
        except LibraryError:
            unsound.append(path)
    if too_new is not None:
        # A newer program can restore it; a new library would only hide that.
        raise too_new
    return None, tuple(unsound)


def _finish(paths: Paths, new: Path, *, is_first: bool) -> None:
    from services.documents.document_import import ensure_bundled

    with open_database(new, backups=paths.backups) as db:
        if is_first:
            ensure_bundled(db)
        if damage := db.damage():
            raise LibraryDamaged(new, damage[0])
        # As every library is made, where the file system can; a copy is in another mode.
        with suppress(LibraryError):
            db.row("PRAGMA journal_mode = WAL")


@dataclass(frozen=True, slots=True)
class _Joined:
    notes: frozenset[str] = frozenset()
    documents: int = 0
    lost: frozenset[str] = frozenset()
    lost_documents: tuple[tuple[str, str], ...] = ()


def _join(paths: Paths, new: Path, source: Path, name: str, before: _Joined) -> _Joined:
    """Join all that can be read of a damaged file to the new library; `before` is what other files gave."""
    from services.notes.note_merge import merge_notes

    with damaged(source, new) as found, open_database(new, backups=paths.backups) as db:
        names = _join_rows(db, found)
        documents, lost_documents = _join_documents(db, found, replace_held=source == paths.library)
        saved, unread = found.notes()
        made = [_settled(db, *_annotation(one, names)) for one in saved]
        trashed = [one.id for one in made if one.removed is not None and not notes.has(db, one.id)]
        report = merge_notes(db, made, name)
        with db.transaction():
            for (annotation, label), (_, place) in found.memberships.items():
                labels.apply(db, f"{label} {annotation}", {"place": place})
            waiting = [row for row in _fit(found, "conflicts") if notes.has(db, row[1])]
            backups.join_rows(db, "conflicts", waiting, "settled")
        got = before.notes.union(report.added, report.changed, trashed)
        lost = frozenset(id_ for id_ in before.lost.union(unread) if not notes.has(db, id_))
    return _Joined(got, before.documents + documents, lost, (*before.lost_documents, *lost_documents))


_ROWS: dict[str, tuple[str, Callable[[Sequence[Any]], object]]] = {
    "labels": ("changed", lambda _row: None),
    "saved_searches": ("changed", lambda row: json.loads(row[3])),
    "citation_edits": (
        "changed",
        lambda row: [Span("", row[4], row[5]), *map(datetime.datetime.fromisoformat, row[10:12])],
    ),
    "conflicts": ("settled", lambda row: (json.loads(row[3]), json.loads(row[4]))),
}
"""What is joined row by row: by which time of two the later is known, and how a reader reads it."""


def _fit(found: Damaged, table: str) -> list[tuple[Any, ...]]:
    """Return the rows of a table that are whole."""
    fit = []
    for row in found.rows(table):
        if not any(isinstance(value, str) and TORN in value for value in row):
            with suppress(*_UNFIT):
                _ROWS[table][1](row)
                fit.append(row)
    return fit


def _join_rows(db: Database, found: Damaged) -> dict[str, str]:
    """Join labels, kept searches, answers to citations and instruments; return the paths of labels by id.

    A label that was removed has "".
    """
    from services.citations import citation_refresh, instruments

    rows = _fit(found, "labels")
    known = {row[0] for row in rows} | {label.id for label in labels.all_labels(db)}
    rows = [row if row[2] in known else (*row[:2], None, *row[3:]) for row in rows]
    with db.transaction():
        # A label before those in it.
        backups.join_rows(db, "labels", sorted(rows, key=lambda row: row[2] is not None), "changed")
        backups.join_rows(db, "saved_searches", _fit(found, "saved_searches"), "changed")
        edits = _fit(found, "citation_edits")
        is_newer = backups.join_rows(db, "citation_edits", edits, "changed") > 0
    for _, facts, source, *_ in found.rows("instruments"):
        if facts not in own.rows(db):
            with suppress(ValueError):
                instruments.add(db, f"[{facts}]".encode(), source)
    for symbol, language in {(row[1], row[2]) for row in edits} if is_newer else ():
        with suppress(NotHeld):
            citation_refresh.restate(db, catalogue.load(db, symbol, language))
    removed = {str(row[0]): "" for row in rows if row[6] is not None}
    return removed | {label.id: label.path for label in labels.all_labels(db)}


def _join_documents(db: Database, found: Damaged, *, replace_held: bool) -> tuple[int, list[tuple[str, str]]]:
    """Store the documents that are not held; return how many, and the names of those whose text cannot be read."""
    from documents.importers.akn.reader import read_akn
    from services.documents.document_import import store

    stored, lost = 0, []
    held = {(*name, digest) for name, digest in catalogue.digests(db).items()}
    for text in found.texts(held):
        if not replace_held and catalogue.has(db, text.symbol, text.language):
            continue
        try:
            document = read_akn(text.akn or b"", text.symbol)
            if (text.symbol and replace_held) or not catalogue.has(db, document.symbol, document.language):
                stored += store(db, document)[0].changed
        except _UNFIT:
            if text.symbol:
                lost.append((text.symbol, text.language))
    return stored, lost


def _annotation(saved: SavedNote, names: Mapping[str, str]) -> tuple[Annotation, frozenset[str]]:
    """Return what was read as an annotation, and which of FIELDS were not read whole.

    These have no stamp: what a copy says of them stands. A text that is not whole has the time of its last change
    alone, so that it never takes the place of a whole one unseen: merging then keeps both.
    """
    id_, kind, symbol, language, text, colour, stance, author, created, changed, removed, stamps = saved.row
    targets = tuple(target for row in saved.targets if (target := _target(row)) is not None)
    read = {
        "kind": kind in set(AnnotationKind),
        "text": TORN not in text,
        "colour": colour in {"", *Colour},
        "stance": stance in {"", *Stance} and TORN not in author,
        "labels": saved.all_labels and all(label in names for label in saved.labels),
        "targets": saved.all_targets and len(targets) == len(saved.targets) and TORN not in str(targets),
        "removed": removed is None or _moment(removed) is not None,
    }
    unread = frozenset(name for name in FIELDS if not read[name])
    made, last, times = _moment(created), _moment(changed), _times(stamps)
    if unread or made is None or times is None:
        first, every = _told(made), _told(last)
        known = {name: (every,) if times is None else times.get(name) or (first,) for name in FIELDS}
        if not read["text"]:
            known["text"] = known["text"][:1]
        elif every == _LONG_AGO and times is None:
            known["text"] = (_told(now()),)  # the damaged file is later than its copies
        times = {name: known[name] for name in FIELDS if read[name] or name == "text"}
    colour, stance = (colour if read["colour"] else ""), (stance if read["stance"] else "")
    kind = AnnotationKind(kind) if read["kind"] else kind_for(AnnotationKind.NOTE, text, colour, stance)
    moment = last or made or now()
    return Annotation(
        *(id_, kind, symbol, language, targets, made or moment, moment, text, colour),
        *(tuple(names[label] for label in saved.labels if names.get(label)), stance, author if stance else ""),
        removed=None if removed is None else _moment(removed) or moment,
        stamps=times,
    ), unread


def _settled(db: Database, one: Annotation, unread: frozenset[str]) -> Annotation:
    """Return an annotation with what was not read of it as it is held, where it is."""
    if not unread or not notes.has(db, one.id):
        return one
    held = notes.annotation(db, one.id)
    head, _, rest = one.text.partition(TORN)
    if one.text == held.text:
        unread |= {"text"}
    elif rest.strip(TORN) or not held.text.startswith(head):
        unread -= {"text"}
    names = [name for part in unread for name in _WITH.get(part, (part,))]
    stamps = {**one.stamps, **{part: stamps_of(held, part) for part in unread}}
    return replace(one, **{name: getattr(held, name) for name in names}, stamps=stamps)


def _target(row: Sequence[Any]) -> Target | None:
    try:
        provision, start, end, exact, prefix, suffix, passage, previous, following, rival, beside = row[2:13]
        context = (str(passage), str(previous), str(following), None if rival is None else float(rival))
        quote = Quote(str(exact), str(prefix), str(suffix))
        return Target(Span(str(provision), int(start), int(end)), quote, *context, float(beside or 0))
    except (TypeError, ValueError):
        return None


def _times(told: str) -> dict[str, tuple[str, ...]] | None:
    """Return the times of an annotation's fields; None where they cannot be read."""
    try:
        read = {str(name): tuple(map(str, times)) for name, times in json.loads(told).items()}
    except (ValueError, TypeError, AttributeError):
        return None
    every = [time for times in read.values() for time in times]
    whole = all(time == NEVER or _moment(time_of(time)) for time in every) and all(read.values())
    return read if whole and read.keys() <= {*FIELDS} else None


def _told(moment: datetime.datetime | None) -> str:
    return _LONG_AGO if moment is None else moment.isoformat(timespec="microseconds")


def _moment(told: str) -> datetime.datetime | None:
    try:
        moment = datetime.datetime.fromisoformat(told)
    except ValueError:
        return None
    return moment.astimezone(datetime.UTC) if moment.tzinfo else None
