"""The command line: arguments → command → exit status. An error is one sentence on stderr, never a traceback."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, TextIO

from documents.interface_languages import interface_language
from library.errors import LibraryError, NotHeld
from services.paths import locate
from services.version import VERSION
from ui.terminal.command import Command, CommandParser, WrongCommandLine, add_common_arguments
from ui.terminal.messages import failure, sentence, system_language
from ui.terminal.safe_text import is_text
from ui.terminal.session import Console

if TYPE_CHECKING:
    from services.maintenance.self_test import Hook

_PATHS = ("data_dir", "output")

SUMMARIES = {
    "show": 'print a document, or one provision of it (DOC#op_5, "DOC OP5")',
    "list": "list the documents of the library",
    "import": "import files and folders",
    "export": "write a document to a file",
    "citations": "list what a document cites, or what cites it; correct it",
    "search": "search the library",
    "notes": "bookmarks, highlights, notes and stances",
    "reindex": "build the search index anew",
    "check": "examine library, index and anchors; --repair mends what can be mended",
}
"""Every command with its line of help."""


def run(arguments: Sequence[str], out: TextIO, err: TextIO, *, hooks: Iterable[Hook] = ()) -> int:
    """Run one command line. Return 0 (all done), 1 (something was not found or not done) or 2 (wrong arguments)."""
    language = _asked_language(arguments)
    try:
        options = _parse(arguments, out, language)
    except WrongCommandLine as error:
        err.write(sentence(language, "usage", detail=error) + "\n")
        return 2
    except SystemExit as leaving:
        return int(leaving.code or 0)
    if options.version:
        out.write(f"qarar {VERSION}\n")
        return 0
    if options.self_test:
        return _self_test(out, tuple(hooks))
    if not options.command:
        err.write(sentence(language, "usage", detail="|".join(SUMMARIES)) + "\n")
        return 2
    paths = locate(Path(options.data_dir) if options.data_dir else None)
    return _run_command(_command(options.command), Console(paths, language, out, err), options)


def _run_command(command: Command, console: Console, options: argparse.Namespace) -> int:
    """Run a command and return its exit status, or 1 with a sentence where the library or the system fails."""
    try:
        return command.run(console, options)
    except BrokenPipeError:
        raise  # the reader of stdout has gone away: nothing more is written
    except (NotHeld, LibraryError, OSError) as error:
        console.err.write(failure(console.language, error) + "\n")
    except KeyboardInterrupt:
        console.say("interrupted")
    return 1


def _command(name: str) -> Command:
    """Import the module of a command and return the command."""
    match name:
        case "citations":
            from ui.terminal.citation_command import CITATIONS

            return CITATIONS
        case "search" | "reindex":
            from ui.terminal.search_commands import REINDEX, SEARCH

            return SEARCH if name == "search" else REINDEX
        case "notes":
            from ui.terminal.note_commands import NOTES

            return NOTES
        case "check":
            from ui.terminal.check_command import CHECK

            return CHECK
        case _:
            from ui.terminal.document_commands import COMMANDS

            return COMMANDS[name]


def _parse(arguments: Sequence[str], out: TextIO, language: str) -> argparse.Namespace:
    """Return the values of the arguments. WrongCommandLine, and SystemExit after `--help`."""
    parser = CommandParser(prog="main.py", description="Qarar: read resolutions offline.", out=out)
    parser.add_argument("--version", action="store_true", help="print the version")
    parser.add_argument("--self-test", action="store_true", help="prove this installation; exits 0 when all is well")
    add_common_arguments(parser, default=None)
    commands = {name: (summary, partial(_add_arguments, name)) for name, summary in SUMMARIES.items()}
    parser.add_commands("command", commands)
    options = parser.parse_args(list(arguments))
    if words := _not_utf_8(options):
        raise WrongCommandLine(sentence(language, "not-utf-8", words=words))
    return options


def _add_arguments(name: str, parser: CommandParser) -> None:
    _command(name).add_arguments(parser)


def _asked_language(arguments: Sequence[str]) -> str:
    """Return the language of the interface, before the arguments are known to be right."""
    for index, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == "--language":
            asked = value or next(iter(arguments[index + 1 :]), "")
            return interface_language(asked).code
    return system_language()


def _not_utf_8(options: argparse.Namespace) -> str:
    """Return the first word that is not UTF-8 (Python keeps its bytes as lone surrogates), "" where all are.

    Paths are left out: a file may have any name.
    """
    for name, value in vars(options).items():
        words = value if isinstance(value, list) else [value]
        for word in words if name not in _PATHS else ():
            if isinstance(word, str) and not is_text(word):
                return word
    return ""


def _self_test(out: TextIO, hooks: tuple[Hook, ...]) -> int:
    """Use every part of the program once in a temporary folder and print a line for each. Return 0 when all work."""
    from services.maintenance.self_test import self_test

    with TemporaryDirectory(prefix="qarar-") as folder:
        checks = self_test(Path(folder), further=hooks)
    for check in checks:
        out.write(f"{'ok    ' if check.ok else 'FAILED'} {check.name}: {check.detail}\n")
    return 0 if checks and all(check.ok for check in checks) else 1
