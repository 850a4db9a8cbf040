"""Examine an installation and mend it: the library, its index, and where the notes stand.

What is damaged is put aside, never deleted: the last sound copy takes its place, and what can still be read of the
notes in the damaged file is joined to it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from library import backups, conflicts, notes
from library.database import Database, now, open_database
from library.errors import LibraryDamaged
from services.paths import Paths
from services.reindexing import State, state

_SIDES = ("", "-wal", "-shm", "-journal")


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
    """What mending did: the copy that took the place of the library, where the damaged one lies, notes got back."""

    copy: Path
    aside: Path
    notes: int


def examine(paths: Paths) -> Health:
    """Examine everything; LibraryError where the library cannot be opened for another reason than damage."""
    copies = len(_copies(paths))
    try:
        with open_database(paths.library, backups=paths.backups) as db:
            damage = db.damage()
            if damage:
                return Health(damage, copies=copies)
            waiting = len(conflicts.open_conflicts(db))
            return Health((), state(db, paths.index), _anchors(db), waiting, copies)
    except LibraryDamaged as error:
        return Health((error.detail or "damaged",), copies=copies)


def restore(paths: Paths) -> Restored:
    """Put the last sound copy in the place of a damaged library; LibraryDamaged where there is none.

    The damaged file stays beside it, and its notes are joined to those of the copy.
    """
    from library.salvage import salvage
    from services.merging_notes import merge_notes

    copy = next((path for path in _copies(paths) if _is_sound(path)), None)
    if copy is None:
        raise LibraryDamaged(paths.library, "no sound copy")
    stamp = now().strftime("%Y%m%dT%H%M%SZ")
    aside = paths.library.with_name(f"library-damaged-{stamp}.db")
    new = paths.library.with_suffix(".restoring")
    new.write_bytes(copy.read_bytes())
    _put_aside(paths.library, aside)
    new.replace(paths.library)
    saved = salvage(aside)
    with open_database(paths.library, backups=paths.backups) as db:
        report = merge_notes(db, saved, aside.name)
    return Restored(copy, aside, len(report.added) + len(report.changed))


def _anchors(db: Database) -> dict[str, int]:
    from services.anchored import everywhere

    made = notes.all_annotations(db)
    return dict(Counter(placed.state.value for placed in everywhere(db, made).values())) if made else {}


def _copies(paths: Paths) -> list[Path]:
    """Return every copy of the library, the newest first."""
    if not paths.backups.is_dir():
        return []
    found = [path for path in paths.backups.iterdir() if path.name.startswith("library") and path.suffix == ".db"]
    return sorted(found, key=lambda path: (path.stat().st_mtime_ns, path.name), reverse=True)


def _is_sound(path: Path) -> bool:
    return backups.is_sound(path)


def _put_aside(library: Path, aside: Path) -> None:
    for side in _SIDES:
        old = library.with_name(library.name + side)
        if old.exists():
            old.rename(aside.with_name(aside.name + side))
