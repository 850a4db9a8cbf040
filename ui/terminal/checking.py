"""`check`: what state an installation is in, and mending it. It opens the library itself: it may not open at all."""

from __future__ import annotations

import argparse
from typing import TextIO

from library.database import open_database
from library.errors import LibraryError
from services.health import Health, examine, restore
from services.paths import Paths
from ui.terminal import json_forms
from ui.terminal.messages import of_library, sentence


def check(options: argparse.Namespace, paths: Paths, language: str, out: TextIO, err: TextIO) -> int:
    """Examine library, index and anchors; with --repair mend what can be mended. Return 0 when all is well."""
    try:
        found = examine(paths)
        restored: json_forms.Json | None = None
        if options.repair and found.damage:
            done = restore(paths)
            restored = {"copy": str(done.copy), "aside": str(done.aside), "notes": done.notes}
            err.write(sentence(language, "restored", copy=done.copy.name, aside=done.aside, notes=done.notes) + "\n")
            found = examine(paths)
        if options.repair and not found.damage and found.index != "ready":
            _reindex(paths)
            found = examine(paths)
    except LibraryError as error:
        err.write(of_library(language, error) + "\n")
        return 1
    _tell(found, restored, options, language, out)
    return 1 if found.damage or found.index != "ready" else 0


def _reindex(paths: Paths) -> None:
    from services.reindexing import reindex

    with open_database(paths.library, backups=paths.backups) as db:
        reindex(db, paths.index)


def _tell(
    found: Health, restored: json_forms.Json | None, options: argparse.Namespace, language: str, out: TextIO
) -> None:
    if options.json:
        value: json_forms.Json = {
            "library": {"sound": not found.damage, "damage": list(found.damage), "copies": found.copies},
            "index": found.index,
            "anchors": dict(found.anchors),
            "conflicts": found.conflicts,
            "restored": restored,
        }
        out.write(json_forms.written(value) + "\n")
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
