"""`notes`: bookmarks, highlights, notes and stances from the command line."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from ui.terminal import note_change_commands, note_edit_commands, note_exchange_commands, note_list_command
from ui.terminal.session import Session


def notes_(session: Session, options: argparse.Namespace) -> int:
    """Do what is asked of notes."""
    return _ACTIONS[options.action](session, options)


_ACTIONS: dict[str, Callable[[Session, argparse.Namespace], int]] = {
    "list": note_list_command.list_,
    "add": note_edit_commands.add,
    "edit": note_edit_commands.edit,
    "remove": note_change_commands.remove,
    "restore": note_change_commands.restore,
    "accept": note_change_commands.accept,
    "choose": note_change_commands.choose,
    "labels": note_change_commands.labels_,
    "export": note_exchange_commands.export_,
    "import": note_exchange_commands.import_,
    "merge": note_exchange_commands.import_,
    "undo": note_change_commands.undo_or_redo,
    "redo": note_change_commands.undo_or_redo,
    "empty-trash": note_change_commands.empty_trash,
}
