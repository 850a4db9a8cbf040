"""Examine an installation: the library, its index, and where the notes stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from documents.importers.errors import ImportFailure
from library import backups, conflicts, notes
from library.database import Database, open_database
from library.errors import LibraryDamaged, typed_errors
from services.paths import Paths
from services.search.index_sync import State, reindex, state


@dataclass(frozen=True, slots=True)
class Health:
    """The findings: damage in SQLite's words (none: sound), the state of the index, counts of notes by anchor state.

    `conflicts` counts those to resolve, `copies` the backups.
    """

    damage: tuple[str, ...] = ()
    index: State = "ready"
    anchors: Mapping[str, int] = field(default_factory=dict)
    conflicts: int = 0
    copies: int = 0


def examine(paths: Paths) -> Health:
    """Examine the whole installation. LibraryError where the library cannot be opened, unless it is damaged."""
    with typed_errors(paths.library):
        copies = len(backups.list_copies(paths.backups))
        if copies and (missing := _missing(paths.library)):
            # Opening it would create a new library.
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
        # The pages are intact, their contents are not.
        return Health((str(error),), copies=copies)


def update_index(paths: Paths) -> None:
    """Bring the index in step with the library. LibraryError, IndexBusy, IndexUnusable, OSError."""
    with open_database(paths.library, backups=paths.backups) as db:
        reindex(db, paths.index)


def _anchors(db: Database) -> dict[str, int]:
    from services.notes.anchor_resolution import resolve_all

    made = notes.all_annotations(db)
    return dict(Counter(placed.state.value for placed in resolve_all(db, made).values())) if made else {}


def _missing(library: Path) -> str:
    if not library.exists():
        return "no file"
    return "" if library.stat().st_size else "0 bytes"
