"""`notes list`, and the filters by which notes are chosen."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from documents.annotations.model import Annotation, AnnotationKind, Colour, Stance
from library.errors import NotHeld
from services.documents.open_text import find_symbol
from services.notes import anchor_resolution, note_labels, note_list, trash
from services.notes.note_merge import OpenConflict, pending_conflicts
from ui.terminal import note_output
from ui.terminal.command import Command, CommandParser, add_document_language
from ui.terminal.session import Session, with_library

FILTERS = ("kind", "colour", "stance", "label", "text")
"""The options that `chosen` filters by, besides the document and its language."""


def add_filters(parser: CommandParser) -> None:
    """Add the arguments that `chosen` filters by."""
    parser.add_argument("document", metavar="DOC", nargs="?", help="only those of a document")
    add_document_language(parser)
    parser.add_argument("--kind", choices=[kind.value for kind in AnnotationKind])
    parser.add_argument("--colour", choices=[colour.value for colour in Colour])
    parser.add_argument("--label", metavar="L", help="with this label, in the order they have there")
    parser.add_argument("--stance", choices=[stance.value for stance in Stance])
    parser.add_argument("--text", metavar="QUERY", help="with these words, in the language of `search`")


def _add_arguments(parser: CommandParser) -> None:
    add_filters(parser)
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--trash", action="store_true", help="what was removed")
    which.add_argument("--conflicts", action="store_true", help="what was changed here and in a file that was merged")
    which.add_argument("--repair", action="store_true", help="what was moved or is not found for certain")


def _list(session: Session, options: argparse.Namespace) -> int:
    """List notes. Return 0 also where there are none."""
    if options.conflicts:
        return _conflicts(session, options)
    found = _removed(session, options) if options.trash else chosen(session, options)
    placed = anchor_resolution.resolve_all(session.db, found)
    shown = [placed[one.id] for one in found]
    if options.repair:
        shown = [one for one in shown if one.needs_review]
    if options.json:
        session.print_json(note_output.notes_json(shown))
        return 0
    note_output.print_lines(session, shown)
    if not shown:
        session.say("no-notes")
    return 0


def chosen(session: Session, options: argparse.Namespace) -> tuple[Annotation, ...]:
    """Return the notes that pass the filters, in the order of the label where one is given, else of the texts."""
    everything = note_list.in_text_order(note_list.all_notes(session.db))
    found = tuple(_with_values(session, options, everything))
    if options.label:
        found = note_list.in_label_order(session.db, found, options.label)
    if options.text:
        met = _found(session, options.text)
        found = tuple(one for one in found if one.id in met)
    return found


def _removed(session: Session, options: argparse.Namespace) -> tuple[Annotation, ...]:
    """Return the notes of the trash that pass the filters, the last removed first."""
    return tuple(_unindexed(session, options, trash.in_trash(session.db)))


def _unindexed(session: Session, options: argparse.Namespace, made: Sequence[Annotation]) -> Iterator[Annotation]:
    """Yield the notes that pass the filters, without the index and the labels' order: the trash has neither."""
    found: Iterable[Annotation] = _with_values(session, options, made)
    if options.label:
        path = note_labels.normalize_path(options.label)
        found = [one for one in found if any(f"{name}/".startswith(f"{path}/") for name in one.labels)]
    yield from _scan(options.text, found) if options.text else found


def _with_values(session: Session, options: argparse.Namespace, made: Sequence[Annotation]) -> Iterator[Annotation]:
    """Yield the notes that pass the filters other than label and text."""
    symbol = _symbol(session, options.document, made) if options.document else None
    wanted = {"language": options.in_language, "kind": options.kind, "colour": options.colour, "stance": options.stance}
    wanted["document"] = symbol
    for one in made:
        if all(value in (None, getattr(one, name)) for name, value in wanted.items()):
            yield one


def _symbol(session: Session, written: str, made: Sequence[Annotation]) -> str:
    """Return the symbol of a document that is held or that notes stand on. NotHeld for any other."""
    try:
        return find_symbol(session.db, written)
    except NotHeld:
        # Notes outlive their document.
        if any(one.document == written for one in made):
            return written
        raise


def _found(session: Session, query: str) -> frozenset[str]:
    from index.query_parser import parse
    from services.notes.note_search import matching_ids
    from services.search.search_indexes import SearchIndexes

    def ask(folder: Path) -> frozenset[str]:
        with SearchIndexes(folder) as indexes:
            return matching_ids(session.db, indexes.notes, parse(query))

    return session.ask_index(ask)


def _scan(query: str, made: Iterable[Annotation]) -> Iterator[Annotation]:
    """Yield the notes that match a query in their text or in the words they stand on."""
    from index.matching import match
    from index.passages import Passage
    from index.query_parser import parse

    asked = parse(query)
    for one in made if asked.root is not None else ():
        quote = " … ".join(target.quote.exact for target in one.targets)
        for kind, words in (("note", one.text), ("quote", quote)):
            about = (one.document, one.language, "", one.id, "", 0, words)
            if words.strip() and match(asked, Passage(*about, kind=kind, tags=one.labels)):
                yield one
                break


def _conflicts(session: Session, options: argparse.Namespace) -> int:
    pairs = pending_conflicts(session.db)
    kept = {one.id for one in _unindexed(session, options, [held for _, held in pairs])}
    found = [conflict for conflict, held in pairs if held.id in kept]
    if options.json:
        session.print_json({"conflicts": [note_output.conflict_json(one) for one in found]})
        return 0
    for one in found:
        _print_conflict(session, one)
    return 0


def _print_conflict(session: Session, one: OpenConflict) -> None:
    session.print(f"{one.id}\t{one.annotation}\t{one.field}\t{one.source}")
    for name, side in (("mine", one.mine), ("theirs", one.theirs)):
        session.print(f"  {name}\t{note_output.side_line(side)}")


LIST = Command(_add_arguments, with_library(_list))
