"""`check`: examine an installation and repair it. It opens the library itself, as a damaged one may not open."""

from __future__ import annotations

import argparse

from index.errors import IndexBusy, IndexUnusable
from library.errors import LibraryError
from services.maintenance.library_check import Health, examine, update_index
from services.maintenance.library_restore import RestoreReport, restore
from ui.terminal.command import Command, CommandParser
from ui.terminal.messages import failure, sentence
from ui.terminal.safe_text import Json
from ui.terminal.session import Console


def _add_arguments(parser: CommandParser) -> None:
    parser.add_argument("--repair", action="store_true", help="restore the last sound copy, keeping all that is newer")


def _check(console: Console, options: argparse.Namespace) -> int:
    """Examine library, index and anchors, with --repair after repairing them. Return 0 where all are sound."""
    paths = console.paths
    try:
        found = examine(paths)
    except (LibraryError, OSError) as error:
        console.err.write(_reason(console, error) + "\n")
        return 1
    restored: Json | None = None
    try:
        if options.repair and found.damage:
            restored = _restored(console, restore(paths))
            found = examine(paths)
        if options.repair and not found.damage and found.index != "ready":
            update_index(paths)
            found = examine(paths)
    except (LibraryError, IndexBusy, IndexUnusable, OSError) as error:
        # The findings are printed all the same: they hold although the repair failed.
        console.err.write(_reason(console, error) + "\n")
    if options.json:
        console.print_json(_findings(found, restored))
    else:
        _print(console, found, offer_repair=not options.repair)
    return 1 if found.damage or found.index != "ready" else 0


def _reason(console: Console, error: Exception) -> str:
    if isinstance(error, LibraryError | OSError):
        return failure(console.language, error)
    return sentence(console.language, "cannot-write", path=console.paths.index, detail=error)


def _restored(console: Console, done: RestoreReport) -> Json:
    """Report restored and lost notes and documents on stderr, and return the report as JSON."""
    name = done.copy.name if done.copy else ""
    console.say("restored" if done.copy else "restored-anew", copy=name, notes=done.notes, documents=done.documents)
    for symbol, language in done.lost_documents:
        console.say("restored-no-text", symbol=symbol, language=language)
    if done.lost_notes:
        console.say("restored-no-notes", count=done.lost_notes)
    if done.aside:
        console.say("restored-aside", aside=done.aside)
    lost = [{"document": symbol, "language": language} for symbol, language in done.lost_documents]
    return {
        "copy": str(done.copy) if done.copy else None,
        "aside": str(done.aside) if done.aside else None,
        "notes": done.notes,
        "documents": done.documents,
        "lost": {"notes": done.lost_notes, "documents": lost},
    }


def _findings(found: Health, restored: Json | None) -> Json:
    return {
        "library": {"sound": not found.damage, "damage": list(found.damage), "copies": found.copies},
        "index": found.index,
        "anchors": dict(found.anchors),
        "conflicts": found.conflicts,
        "restored": restored,
    }


def _print(console: Console, found: Health, *, offer_repair: bool) -> None:
    def tell(code: str, **values: object) -> None:
        console.out.write(sentence(console.language, code, **values) + "\n")

    for detail in found.damage:
        tell("check-damage", detail=detail)
    if not found.damage:
        tell("check-sound", copies=found.copies)
        tell(f"check-index-{found.index}")
        for name, count in sorted(found.anchors.items()):
            tell(f"check-{name}", count=count)
        if found.conflicts:
            tell("check-conflicts", count=found.conflicts)
    elif offer_repair:
        tell("check-repair")


CHECK = Command(_add_arguments, _check)
