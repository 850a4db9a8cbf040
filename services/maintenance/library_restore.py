"""Restore a damaged library from its newest sound copy, with everything that can still be read of the damaged file.

The damaged file is moved aside, never deleted. Without a sound copy a new library is made. Notes and documents of the
damaged file are merged before the restored library takes its name.
"""

from __future__ import annotations

import datetime
import json
import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
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
from library import backups, catalogue, labels, notes, replacement
from library import instruments as own
from library.database import Database, now, open_database
from library.errors import LibraryDamaged, LibraryError, LibraryReadOnly, LibraryTooNew, NotHeld, typed_errors
from library.migrations import SCHEMA_VERSION
from library.recovery import TORN, DamagedLibrary, RecoveredNote, open_damaged
from services.paths import Paths

_LONG_AGO = "1970-01-01T00:00:00.000000+00:00"
"""Stands for the time of a change that could not be read. Any other time is later."""

_WITH = {"stance": ("stance", "author")}
_INVALID = (ImportFailure, ValueError, LookupError, TypeError, AttributeError)
"""The errors of a reader for contents that the program never wrote."""


@dataclass(frozen=True, slots=True)
class RestoreReport:
    """The backup that replaced the library (None: a new library was made), and the path of the damaged file.

    `notes` and `documents` count those recovered from the damaged file. `lost_notes` counts notes that are named
    there but found nowhere, `lost_documents` are documents (symbol, language) newer than the backup whose text
    cannot be read.
    """

    copy: Path | None
    aside: Path | None
    notes: int
    documents: int = 0
    lost_notes: int = 0
    lost_documents: tuple[tuple[str, str], ...] = ()


def restore(paths: Paths) -> RestoreReport:
    """Replace a damaged library by its newest sound backup, or by a new library where there is none.

    All that can be read of the damaged file is merged first. The damaged file is kept beside the library.
    LibraryError where anything fails, with all files unchanged. LibraryTooNew where all sound backups are of a
    newer program.
    """
    # A symbolic link to a library is kept.
    paths = replace(paths, library=paths.library.resolve())
    new = paths.library.with_suffix(".restoring")
    with typed_errors(paths.library):
        if not os.access(paths.library.parent, os.W_OK):
            raise LibraryReadOnly(paths.library)
        try:
            replacement.delete(new)
            copy, sources = _begin(paths, new)
            aside = replacement.aside_name(paths.library, now())
            done = _Merged()
            for source in sources:
                done = _merge_file(paths, new, source, aside.name, done)
            _finish(paths, new, is_first=copy is None)
            has_aside = replacement.swap_in(paths.library, new, aside)
        finally:
            with suppress(OSError):
                replacement.delete(new)
    lost = tuple(dict.fromkeys(done.lost_documents))
    return RestoreReport(copy, aside if has_aside else None, len(done.notes), done.documents, len(done.lost), lost)


def _begin(paths: Paths, new: Path) -> tuple[Path | None, tuple[Path, ...]]:
    """Make the new library. Return the backup it was copied from, and the damaged files to merge, the newest last."""
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
    """Return the newest sound backup of a version that can be written, and the damaged ones newer than it."""
    unsound: list[Path] = []
    too_new: LibraryTooNew | None = None
    for path in backups.list_copies(paths.backups):
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
        # A newer program can restore it: making a new library would hide that.
        raise too_new
    return None, tuple(unsound)


def _finish(paths: Paths, new: Path, *, is_first: bool) -> None:
    from services.documents.document_import import ensure_bundled

    with open_database(new, backups=paths.backups) as db:
        if is_first:
            ensure_bundled(db)
        if damage := db.damage():
            raise LibraryDamaged(new, damage[0])
        # A library is in WAL mode where the file system can have it, a backup is not.
        with suppress(LibraryError):
            db.row("PRAGMA journal_mode = WAL")


@dataclass(frozen=True, slots=True)
class _Merged:
    notes: frozenset[str] = frozenset()
    documents: int = 0
    lost: frozenset[str] = frozenset()
    lost_documents: tuple[tuple[str, str], ...] = ()


def _merge_file(paths: Paths, new: Path, source: Path, name: str, before: _Merged) -> _Merged:
    """Merge all that can be read of a damaged file into the new library. `before` counts those of other files."""
    from services.notes.note_merge import merge_notes

    with open_damaged(source, new) as found, open_database(new, backups=paths.backups) as db:
        names = _merge_tables(db, found)
        documents, lost_documents = _merge_documents(db, found, replace_held=source == paths.library)
        saved, unread = found.notes()
        made = [_with_held_values(db, *_annotation(one, names)) for one in saved]
        trashed = [one.id for one in made if one.removed is not None and not notes.has(db, one.id)]
        report = merge_notes(db, made, name)
        with db.transaction():
            for (annotation, label), (_, place) in found.memberships.items():
                labels.apply(db, f"{label} {annotation}", {"place": place})
            waiting = [row for row in _intact_rows(found, "conflicts") if notes.has(db, row[1])]
            replacement.merge_rows(db, "conflicts", waiting, "settled")
        got = before.notes.union(report.added, report.changed, trashed)
        lost = frozenset(id_ for id_ in before.lost.union(unread) if not notes.has(db, id_))
    return _Merged(got, before.documents + documents, lost, (*before.lost_documents, *lost_documents))


_ROWS: dict[str, tuple[str, Callable[[Sequence[Any]], object]]] = {
    "labels": ("changed", lambda _row: None),
    "saved_searches": ("changed", lambda row: json.loads(row[3])),
    "citation_edits": (
        "changed",
        lambda row: [Span("", row[4], row[5]), *map(datetime.datetime.fromisoformat, row[10:12])],
    ),
    "conflicts": ("settled", lambda row: (json.loads(row[3]), json.loads(row[4]))),
}
"""By table that is merged row by row: the column with the time of the last change, and a check of the row's values."""


def _intact_rows(found: DamagedLibrary, table: str) -> list[tuple[Any, ...]]:
    """Return the rows of a table that are intact."""
    fit = []
    for row in found.rows(table):
        if not any(isinstance(value, str) and TORN in value for value in row):
            with suppress(*_INVALID):
                _ROWS[table][1](row)
                fit.append(row)
    return fit


def _merge_tables(db: Database, found: DamagedLibrary) -> dict[str, str]:
    """Merge labels, saved searches, citation overrides and instruments. Return the paths of labels by id.

    The path of a removed label is "".
    """
    from services.citations import citation_refresh, instrument_catalogue

    rows = _intact_rows(found, "labels")
    known = {row[0] for row in rows} | {label.id for label in labels.all_labels(db)}
    rows = [row if row[2] in known else (*row[:2], None, *row[3:]) for row in rows]
    with db.transaction():
        # Outer labels before their nested ones.
        replacement.merge_rows(db, "labels", sorted(rows, key=lambda row: row[2] is not None), "changed")
        replacement.merge_rows(db, "saved_searches", _intact_rows(found, "saved_searches"), "changed")
        edits = _intact_rows(found, "citation_edits")
        is_newer = replacement.merge_rows(db, "citation_edits", edits, "changed") > 0
    for _, facts, source, *_ in found.rows("instruments"):
        if facts not in own.rows(db):
            with suppress(ValueError):
                instrument_catalogue.add(db, f"[{facts}]".encode(), source)
    for symbol, language in {(row[1], row[2]) for row in edits} if is_newer else ():
        with suppress(NotHeld):
            citation_refresh.reapply_overrides(db, catalogue.load(db, symbol, language))
    removed = {str(row[0]): "" for row in rows if row[6] is not None}
    return removed | {label.id: label.path for label in labels.all_labels(db)}


def _merge_documents(db: Database, found: DamagedLibrary, *, replace_held: bool) -> tuple[int, list[tuple[str, str]]]:
    """Store the documents that are not held. Return their number, and the names of those whose text cannot be read."""
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
        except _INVALID:
            if text.symbol:
                lost.append((text.symbol, text.language))
    return stored, lost


def _annotation(saved: RecoveredNote, names: Mapping[str, str]) -> tuple[Annotation, frozenset[str]]:
    """Return a recovered annotation, and the names of its FIELDS that are not intact.

    Those have no stamp, so that the value of a backup wins. A text that is not intact has only the time of its last
    change, so that it never replaces an intact one unseen: the merge keeps both.
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
        first, every = _stored_time(made), _stored_time(last)
        known = {name: (every,) if times is None else times.get(name) or (first,) for name in FIELDS}
        if not read["text"]:
            known["text"] = known["text"][:1]
        elif every == _LONG_AGO and times is None:
            known["text"] = (_stored_time(now()),)  # the damaged file is newer than its backups
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


def _with_held_values(db: Database, one: Annotation, unread: frozenset[str]) -> Annotation:
    """Return an annotation with its damaged fields replaced by the held ones."""
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
    """Return the times of an annotation's fields, None where they cannot be read."""
    try:
        read = {str(name): tuple(map(str, times)) for name, times in json.loads(told).items()}
    except (ValueError, TypeError, AttributeError):
        return None
    every = [time for times in read.values() for time in times]
    whole = all(time == NEVER or _moment(time_of(time)) for time in every) and all(read.values())
    return read if whole and read.keys() <= {*FIELDS} else None


def _stored_time(moment: datetime.datetime | None) -> str:
    return _LONG_AGO if moment is None else moment.isoformat(timespec="microseconds")


def _moment(told: str) -> datetime.datetime | None:
    try:
        moment = datetime.datetime.fromisoformat(told)
    except ValueError:
        return None
    return moment.astimezone(datetime.UTC) if moment.tzinfo else None
