"""The command line: arguments → services → lines or JSON. Errors are one sentence each, never a traceback."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, NoReturn, TextIO

from documents.interface_languages import CODES, interface_language
from services.documents.document_export import FORMATS
from services.maintenance.self_test import Hook
from services.paths import Paths, locate
from services.version import VERSION
from ui.terminal.control_characters import is_text
from ui.terminal.messages import sentence, system_language

_PATHS = ("data_dir", "output")
NAMES = ("show", "list", "import", "export", "citations", "search", "notes", "reindex", "check")
"""Every sub-command; without one the window opens."""

_SUMMARIES = {
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


class WrongCommandLine(Exception):
    """The arguments cannot be understood; the text says why, in English as argparse does."""


class _Parser(argparse.ArgumentParser):
    """Options may stand anywhere among the words of a command, also before one that may be left out."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self._asked = False
        self._has_commands = False

    def add_subparsers(self, **more: Any) -> Any:
        self._has_commands = True
        return super().add_subparsers(**more)

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        found = super().parse_known_args(args, namespace)
        if not found[1] or self._asked or self._has_commands:
            return found
        # Words are left: argparse gave an optional one up at the first option. It is asked once more, from within.
        self._asked = True
        try:
            return self.parse_known_intermixed_args(args, namespace)
        finally:
            self._asked = False

    def error(self, message: str) -> NoReturn:
        raise WrongCommandLine(message)


def run(arguments: Sequence[str], out: TextIO, err: TextIO, *, hooks: Iterable[Hook] = ()) -> int:
    """Run one command line; return 0 (all done), 1 (something was not found or not done) or 2 (wrong)."""
    language = _asked_language(arguments)
    try:
        options = _understood(arguments, out, language)
    except WrongCommandLine as error:
        err.write(sentence(language, "usage", detail=error) + "\n")
        return 2
    except SystemExit as leaving:
        return int(leaving.code or 0)
    if options.version:
        out.write(f"qarar {VERSION}\n")
        return 0
    if options.self_test:
        from ui.terminal.self_test import prove

        return prove(out, tuple(hooks))
    if not options.command:
        err.write(sentence(language, "usage", detail="|".join(NAMES)) + "\n")
        return 2
    from ui.terminal.session import carry_out

    return carry_out(options, _paths(options), language, out, err)


def _understood(arguments: Sequence[str], out: TextIO, language: str) -> argparse.Namespace:
    """Return what the arguments ask for; WrongCommandLine."""
    options = _parser(out).parse_args(list(arguments))
    if unreadable := _unreadable(options):
        raise WrongCommandLine(sentence(language, "not-utf-8", words=unreadable))
    return options


def _asked_language(arguments: Sequence[str]) -> str:
    """Return the language of the interface, before the arguments are known to be right."""
    for index, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == "--language":
            asked = value or next(iter(arguments[index + 1 :]), "")
            return interface_language(asked).code
    return system_language()


def _unreadable(options: argparse.Namespace) -> str:
    """Return a word that came in another encoding (Python keeps its bytes as lone surrogates); "" without one.

    Paths are what they are: a file may have any name.
    """
    for name, value in vars(options).items():
        words = value if isinstance(value, list) else [value]
        for word in words if name not in _PATHS else ():
            if isinstance(word, str) and not is_text(word):
                return word
    return ""


def _paths(options: argparse.Namespace) -> Paths:
    return locate(Path(options.data_dir) if options.data_dir else None)


def _parser(out: TextIO) -> _Parser:
    parser = _Parser(prog="main.py", description="Qarar: read resolutions offline.", allow_abbrev=False)
    parser.print_help = _printer(parser, out)  # type: ignore[method-assign]
    parser.add_argument("--version", action="store_true", help="print the version")
    parser.add_argument("--self-test", action="store_true", help="prove this installation; exits 0 when all is well")
    _common(parser, default=None)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)
    for name in NAMES:
        command = commands.add_parser(name, help=_SUMMARIES[name], description=_SUMMARIES[name], allow_abbrev=False)
        command.print_help = _printer(command, out)
        _common(command, default=argparse.SUPPRESS)
        _ARGUMENTS[name](command)
    return parser


def _printer(parser: argparse.ArgumentParser, out: TextIO) -> Callable[..., None]:
    def print_help(_file: object = None) -> None:
        out.write(parser.format_help())

    return print_help


def _common(parser: argparse.ArgumentParser, default: str | None) -> None:
    parser.add_argument("--data-dir", metavar="DIR", default=default, help="folder of the library and the index")
    parser.add_argument("--language", metavar="|".join(CODES), default=default, help="language of the interface")
    parser.add_argument("--json", action="store_true", default=default or False, help="one JSON document on stdout")


def _document(parser: argparse.ArgumentParser, *, place: bool = False) -> None:
    parser.add_argument("document", metavar="DOC", nargs="+" if place else None, help="a symbol in any written form")
    parser.add_argument("--in", dest="in_language", metavar="LANG", help="language of the document")


def _show(parser: argparse.ArgumentParser) -> None:
    _document(parser, place=True)
    parser.add_argument("--visual", action="store_true", help="for terminals that do not order Arabic themselves")
    parser.add_argument("--as-received", action="store_true", help="without the corrections")


def _import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", metavar="PATH", nargs="+", type=Path)


def _export(parser: argparse.ArgumentParser) -> None:
    _document(parser)
    parser.add_argument("--format", choices=FORMATS, required=True)
    parser.add_argument("--as-received", action="store_true", help="without the corrections")
    parser.add_argument("-o", "--output", metavar="FILE", help="else to stdout")


def _citations(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "document", metavar="DOC", nargs="?", help="a symbol in any written form; with --by also a treaty by its name"
    )
    parser.add_argument("--in", dest="in_language", metavar="LANG", help="language of the document")
    asked = parser.add_mutually_exclusive_group()
    asked.add_argument("--by", action="store_true", help="what cites it, whether it is held or not")
    asked.add_argument(
        "--coverage", action="store_true", help="what it, or without DOC the library, cites: held or not"
    )
    asked.add_argument(
        "--set", nargs=2, metavar=("PROVISION:START-END", "TARGET"), help="say what these words of DOC cite"
    )
    asked.add_argument("--dismiss", metavar="PROVISION:START-END", help="say that these words cite nothing")
    asked.add_argument("--reset", metavar="PROVISION:START-END", help="take such an answer back")
    asked.add_argument("--undo", action="store_true", help="take the last of these answers back")
    asked.add_argument("--redo", action="store_true", help="give it again")
    parser.add_argument("--format", choices=("csv", "txt", "md"), help="with --coverage: a list of what to fetch")
    parser.add_argument("--limit", type=_count, default=-1, metavar="N", help="with --by: at most so many places")
    parser.add_argument("--offset", type=_count, default=0, metavar="N", help="with --by: without the first ones")


def _search(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("query", metavar="QUERY", nargs="*", help="words, fields and signs: docs/query-language.md")
    parser.add_argument("--limit", type=_count, default=50, metavar="N")
    parser.add_argument("--offset", type=_count, default=0, metavar="N")
    parser.add_argument("--sort", choices=("order", "symbol", "date", "relevance"), default="order")
    parser.add_argument(
        "--strict",
        type=_differences,
        default=frozenset(),
        metavar="LIST",
        help="differences not to ignore, with commas: marks,hamza,ya,ta_marbuta,digits,case",
    )
    parser.add_argument("--no-inflection", action="store_true", help="only the very words")
    parser.add_argument("--facets", action="store_true", help="count by organ, year, verb, kind and language")
    parser.add_argument("--save", metavar="NAME", help="keep this search by a name")
    kept = parser.add_mutually_exclusive_group()
    kept.add_argument("--saved", metavar="NAME", help="search what was kept by this name")
    kept.add_argument("--history", action="store_true", help="list what was searched for and what is kept")


def _differences(written: str) -> frozenset[str]:
    names = frozenset(name.strip() for name in written.split(",") if name.strip())
    if unknown := names - {"marks", "hamza", "ya", "ta_marbuta", "digits", "case"}:
        raise argparse.ArgumentTypeError(f"unknown: {', '.join(sorted(unknown))}")
    return names


def _count(written: str) -> int:
    number = int(written)
    if number < 0:
        raise argparse.ArgumentTypeError(f"negative: {written}")
    return number


def _nothing(_parser: argparse.ArgumentParser) -> None:
    """Take no arguments."""


def _notes(parser: argparse.ArgumentParser) -> None:
    from ui.terminal.note_options import add_arguments

    add_arguments(parser, lambda action: _common(action, default=argparse.SUPPRESS))


def _check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--repair", action="store_true", help="restore the last sound copy, keeping all that is newer")


_ARGUMENTS = {
    "show": _show,
    "list": _nothing,
    "import": _import,
    "export": _export,
    "citations": _citations,
    "search": _search,
    "notes": _notes,
    "check": _check,
    "reindex": _nothing,
}
