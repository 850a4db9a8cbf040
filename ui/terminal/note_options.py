"""The arguments of `notes`: one sub-command for each thing that is done with notes."""

from __future__ import annotations

import argparse
from pathlib import Path

from documents.annotations.model import AnnotationKind, Colour, Stance
from services.notes.note_exchange import FORMATS

SUMMARIES = {
    "list": "list notes: all, or those of a document",
    "add": "write a note, bookmark, highlight or stance; done only when it is on disk",
    "edit": "change a note",
    "remove": "put notes into the trash",
    "restore": "take notes out of the trash",
    "accept": "let a note stand where it was found in a new text, or at one of the places offered",
    "choose": "choose between the two sides of a conflict",
    "labels": "list the labels, rename, move or remove one",
    "export": "write notes to a file",
    "import": "bring in files of notes",
    "merge": "join a colleague's file with the notes held",
    "undo": "take the last change back",
    "redo": "make it again",
    "empty-trash": "drop for good what lies in the trash; a copy of the library is made first",
}


def add_arguments(parser: argparse.ArgumentParser, common: object) -> None:
    """Give `notes` its sub-commands; `common(parser)` adds the options that every command has."""
    assert callable(common)
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True, parser_class=type(parser))
    for name, summary in SUMMARIES.items():
        action = actions.add_parser(name, help=summary, description=summary, allow_abbrev=False)
        common(action)
        _FILL.get(name, _nothing)(action)


def _nothing(_parser: argparse.ArgumentParser) -> None:
    """Take no arguments."""


def _filters(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("document", metavar="DOC", nargs="?", help="only those of a document")
    parser.add_argument("--in", dest="in_language", metavar="LANG", help="language of the document")
    parser.add_argument("--kind", choices=[kind.value for kind in AnnotationKind])
    parser.add_argument("--colour", choices=[colour.value for colour in Colour])
    parser.add_argument("--label", metavar="L", help="with this label, in the order they have there")
    parser.add_argument("--stance", choices=[stance.value for stance in Stance])
    parser.add_argument("--text", metavar="QUERY", help="with these words, in the language of `search`")


def _list(parser: argparse.ArgumentParser) -> None:
    _filters(parser)
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--trash", action="store_true", help="what was removed")
    which.add_argument("--conflicts", action="store_true", help="what was changed here and in a file that was merged")
    which.add_argument("--repair", action="store_true", help="what was moved or is not found for certain")


def _parts(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--colour", choices=["", *(colour.value for colour in Colour)], metavar="NAME")
    parser.add_argument("--label", metavar="L", action="append", help="may be given again; outer/inner nests one")
    parser.add_argument("--stance", choices=["", *(stance.value for stance in Stance)], metavar="NAME")
    parser.add_argument("--by", metavar="WHO", help="who takes the stance; alone, with edit, it changes who")


def _add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("document", metavar="DOC[#provision]")
    parser.add_argument("text", metavar="TEXT", nargs="?", default="", help="simple Markdown; - reads it from stdin")
    parser.add_argument("--in", dest="in_language", metavar="LANG", help="language of the document")
    parser.add_argument("--quote", metavar="WORDS", action="append", help="words it stands on; may be given again")
    parser.add_argument("--kind", choices=[kind.value for kind in AnnotationKind])
    _parts(parser)


def _edit(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID")
    parser.add_argument("--text", metavar="TEXT", help="- reads it from stdin")
    _parts(parser)


def _ids(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("ids", metavar="ID", nargs="+")


def _accept(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID")
    parser.add_argument("place", metavar="N", nargs="?", type=_number, help="which of the places offered, from 1")


def _number(written: str) -> int:
    number = int(written)
    if number < 1:
        raise argparse.ArgumentTypeError(f"less than 1: {written}")
    return number


def _choose(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="CONFLICT")
    parser.add_argument("side", choices=("mine", "theirs", "both"))


def _labels(parser: argparse.ArgumentParser) -> None:
    change = parser.add_mutually_exclusive_group()
    change.add_argument("--rename", nargs=2, metavar=("LABEL", "NAME"))
    change.add_argument("--up", metavar="LABEL", help="puts it before the one above it")
    change.add_argument("--down", metavar="LABEL", help="puts it after the one below it")
    change.add_argument("--remove", metavar="LABEL", help="the notes that have it stay")


def _export(parser: argparse.ArgumentParser) -> None:
    _filters(parser)
    parser.add_argument("--format", choices=FORMATS, help="jsonld, or with --whole-text html, is the usual one")
    parser.add_argument("--whole-text", action="store_true", help="the whole text of DOC with its notes in place")
    parser.add_argument("-o", "--output", metavar="FILE", help="else to stdout")


def _import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", metavar="FILE", nargs="+", type=Path, help="W3C Web Annotations (JSON-LD)")


def _merge(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", metavar="FILE", nargs=1, type=Path, help="W3C Web Annotations (JSON-LD)")


_FILL = {
    "list": _list,
    "add": _add,
    "edit": _edit,
    "remove": _ids,
    "restore": _ids,
    "accept": _accept,
    "choose": _choose,
    "labels": _labels,
    "export": _export,
    "import": _import,
    "merge": _merge,
}
