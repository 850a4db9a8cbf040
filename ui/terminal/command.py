"""Commands: the parser of their arguments, and the arguments that several of them have."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NoReturn, TextIO

from documents.interface_languages import CODES
from ui.terminal.session import Console

Fill = Callable[["CommandParser"], None]
"""Adds arguments to a parser."""


@dataclass(frozen=True, slots=True)
class Command:
    """The arguments of a command, and its use: `run` returns the exit status."""

    add_arguments: Fill
    run: Callable[[Console, argparse.Namespace], int]


class WrongCommandLine(Exception):
    """The arguments cannot be parsed. The text is the reason, in English as argparse gives it."""


class CommandParser(argparse.ArgumentParser):
    """A parser of commands that takes options anywhere among the words, also before an optional word.

    Help goes to `out`, an error is raised as WrongCommandLine. The arguments of a sub-command are added by its `fill`
    when it is parsed, so that the modules of the other commands are not imported.
    """

    def __init__(self, *, out: TextIO, fill: Fill | None = None, **more: Any) -> None:
        super().__init__(allow_abbrev=False, **more)
        self._out, self._fill = out, fill
        self._is_intermixed = False
        self._has_commands = False

    def add_commands(self, dest: str, commands: Mapping[str, tuple[str, Fill]], *, required: bool = False) -> None:
        """Add sub-commands by name, each with its summary and the function that adds its arguments."""
        self._has_commands = True
        actions = self.add_subparsers(dest=dest, metavar=dest.upper(), required=required, parser_class=CommandParser)
        for name, (summary, fill) in commands.items():
            actions.add_parser(name, help=summary, description=summary, out=self._out, fill=fill)

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """Add the arguments at the first call, then parse, intermixed where words are left."""
        if self._fill is not None:
            fill, self._fill = self._fill, None
            add_common_arguments(self, default=argparse.SUPPRESS)
            fill(self)
        found = super().parse_known_args(args, namespace)
        if not found[1] or self._is_intermixed or self._has_commands:
            return found
        # Words are left: argparse passes over an optional word at the first option. The intermixed parse finds it, and
        # calls this method again.
        self._is_intermixed = True
        try:
            return self.parse_known_intermixed_args(args, namespace)
        finally:
            self._is_intermixed = False

    def print_help(self, _file: object = None) -> None:
        """Write the help to the output of the program."""
        self._out.write(self.format_help())

    def error(self, message: str) -> NoReturn:
        """Raise WrongCommandLine instead of leaving the program."""
        raise WrongCommandLine(message)


def add_common_arguments(parser: CommandParser, default: str | None) -> None:
    """Add the options of every command. `default` is SUPPRESS in a sub-command, whose parent may have set them."""
    parser.add_argument("--data-dir", metavar="DIR", default=default, help="folder of the library and the index")
    parser.add_argument("--language", metavar="|".join(CODES), default=default, help="language of the interface")
    parser.add_argument("--json", action="store_true", default=default or False, help="one JSON document on stdout")


def add_document_language(parser: CommandParser) -> None:
    """Add `--in`, the language of a document."""
    parser.add_argument("--in", dest="in_language", metavar="LANG", help="language of the document")


def no_arguments(_parser: CommandParser) -> None:
    """Add nothing to the common arguments."""


def natural_number(written: str) -> int:
    """Return a whole number from zero. ArgumentTypeError or ValueError for anything else."""
    number = int(written)
    if number < 0:
        raise argparse.ArgumentTypeError(f"negative: {written}")
    return number
