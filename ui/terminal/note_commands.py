"""`notes`: its sub-commands, for bookmarks, highlights, notes and stances."""

from __future__ import annotations

import argparse

from ui.terminal import note_edit_commands as edit
from ui.terminal import note_file_commands as files
from ui.terminal.command import Command, CommandParser
from ui.terminal.note_list_command import LIST
from ui.terminal.session import Console

_ACTIONS: dict[str, tuple[str, Command]] = {
    "list": ("list notes: all, or those of a document", LIST),
    "add": ("write a note, bookmark, highlight or stance; done only when it is on disk", edit.ADD),
    "edit": ("change a note", edit.EDIT),
    "remove": ("put notes into the trash", edit.REMOVE),
    "restore": ("take notes out of the trash", edit.RESTORE),
    "accept": ("let a note stand where it was found in a new text, or at one of the places offered", edit.ACCEPT),
    "choose": ("choose between the two sides of a conflict", edit.CHOOSE),
    "labels": ("list the labels, rename, move or remove one", edit.LABELS),
    "export": ("write notes to a file", files.EXPORT),
    "import": ("bring in files of notes", files.IMPORT),
    "merge": ("join a colleague's file with the notes held", files.MERGE),
    "undo": ("take the last change back", edit.UNDO),
    "redo": ("make it again", edit.REDO),
    "empty-trash": ("drop for good what lies in the trash; a copy of the library is made first", edit.EMPTY_TRASH),
}


def _add_arguments(parser: CommandParser) -> None:
    actions = {name: (summary, command.add_arguments) for name, (summary, command) in _ACTIONS.items()}
    parser.add_commands("action", actions, required=True)


def _notes(console: Console, options: argparse.Namespace) -> int:
    return _ACTIONS[options.action][1].run(console, options)


NOTES = Command(_add_arguments, _notes)
