"""`check`: what state an installation is in, and mending it. It opens the library itself: it may not open at all."""

from __future__ import annotations

import argparse
from typing import TextIO

from index.errors import IndexBusy, IndexUnusable
from library.database import open_database
from library.errors import LibraryError
from services.maintenance.library_check import Health, examine
from services.maintenance.library_restore import Restored, restore
from services.paths import Paths
from ui.terminal import json_values
from ui.terminal.messages import of_library, of_system, sentence


def check(options: argparse.Namespace, paths: Paths, language: str, out: TextIO, err: TextIO) -> int:
    """Examine library, index and anchors; with --repair mend what can be mended. Return 0 when all is well."""
    try:
        found = examine(paths)
    except (LibraryError, OSError) as error:
        err.write(_why(language, error, paths) + "\n")
        return 1
    restored: json_values.Json | None = None
    try:
        if options.repair and found.damage:
            done = restore(paths)
            restored = _restored(done, language, err)
            found = examine(paths)
        if options.repair and not found.damage and found.index != "ready":
            _reindex(paths)
            found = examine(paths)
    except (LibraryError, IndexBusy, IndexUnusable, OSError) as error:
        # What was found is told all the same: that it could not be mended makes it no less true.
        err.write(_why(language, error, paths) + "\n")
    _tell(found, restored, options, language, out)
    return 1 if found.damage or found.index != "ready" else 0


def _why(language: str, error: Exception, paths: Paths) -> str:
    if isinstance(error, LibraryError):
        return of_library(language, error)
    if isinstance(error, OSError):
        return of_system(language, error)
    return sentence(language, "cannot-write", path=paths.index, detail=error)


def _restored(done: Restored, language: str, err: TextIO) -> json_values.Json:
    """Say what mending did and what could not be had back; return its JSON."""
    key = "restored" if done.copy else "restored-anew"
    name = done.copy.name if done.copy else ""
    err.write(sentence(language, key, copy=name, notes=done.notes, documents=done.documents) + "\n")
    lost = [{"document": symbol, "language": tongue} for symbol, tongue in done.lost_documents]
    for symbol, tongue in done.lost_documents:
        err.write(sentence(language, "restored-no-text", symbol=symbol, language=tongue) + "\n")
    if done.lost_notes:
        err.write(sentence(language, "restored-no-notes", count=done.lost_notes) + "\n")
    if done.aside:
        err.write(sentence(language, "restored-aside", aside=done.aside) + "\n")
    return {
        "copy": str(done.copy) if done.copy else None,
        "aside": str(done.aside) if done.aside else None,
        "notes": done.notes,
        "documents": done.documents,
        "lost": {"notes": done.lost_notes, "documents": lost},
    }


def _reindex(paths: Paths) -> None:
    from services.search.index_sync import reindex

    with open_database(paths.library, backups=paths.backups) as db:
        reindex(db, paths.index)


def _tell(
    found: Health, restored: json_values.Json | None, options: argparse.Namespace, language: str, out: TextIO
) -> None:
    if options.json:
        value: json_values.Json = {
            "library": {"sound": not found.damage, "damage": list(found.damage), "copies": found.copies},
            "index": found.index,
            "anchors": dict(found.anchors),
            "conflicts": found.conflicts,
            "restored": restored,
        }
        out.write(json_values.written(value) + "\n")
        return
    for detail in found.damage:
        out.write(sentence(language, "check-damage", detail=detail) + "\n")
    if not found.damage:
        out.write(sentence(language, "check-sound", copies=found.copies) + "\n")
        out.write(sentence(language, f"check-index-{found.index}") + "\n")
        for name, count in sorted(found.anchors.items()):
            out.write(sentence(language, f"check-{name}", count=count) + "\n")
        if found.conflicts:
            out.write(sentence(language, "check-conflicts", count=found.conflicts) + "\n")
    elif not options.repair:
        out.write(sentence(language, "check-repair") + "\n")
