"""`notes`: bookmarks, highlights, notes and stances from the command line."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from ui.terminal import note_changes, note_exchange, note_listing, note_writing
from ui.terminal.session import Session


def notes_(session: Session, options: argparse.Namespace) -> int:
    """Do what is asked of notes."""
    return _ACTIONS[options.action](session, options)


_ACTIONS: dict[str, Callable[[Session, argparse.Namespace], int]] = {
    "list": note_listing.list_,
    "add": note_writing.add,
    "edit": note_writing.edit,
    "remove": note_changes.remove,
    "restore": note_changes.restore,
    "accept": note_changes.accept,
    "choose": note_changes.choose,
    "labels": note_changes.labels_,
    "export": note_exchange.export_,
    "import": note_exchange.import_,
    "merge": note_exchange.import_,
    "undo": note_changes.undo_or_redo,
    "redo": note_changes.undo_or_redo,
    "empty-trash": note_changes.empty_trash,
}
