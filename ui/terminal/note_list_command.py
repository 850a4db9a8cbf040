"""Which notes a command is about, and `notes list`: all of them, the trash, the conflicts, what needs a look."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from documents.annotations.model import Annotation
from library import labels, notes
from library.conflicts import OpenConflict
from library.errors import NotHeld
from services.documents.open_text import find_symbol
from services.notes import anchor_resolution
from ui.terminal import note_json as forms
from ui.terminal.note_output import print_lines
from ui.terminal.session import Session

FILTERS = ("kind", "colour", "stance", "label", "text")
"""The options that choose among the notes of a document or of the library."""


def list_(session: Session, options: argparse.Namespace) -> int:
    """List notes; none is an answer too."""
    if options.conflicts:
        return _conflicts(session, options)
    found = _in_trash(session, options) if options.trash else chosen(session, options)
    placed = anchor_resolution.resolve_all(session.db, found)
    shown = [placed[one.id] for one in found]
    if options.repair:
        shown = [one for one in shown if one.needs_review]
    if options.json:
        session.print_json(forms.notes(shown))
        return 0
    print_lines(session, shown)
    if not shown:
        session.say("no-notes")
    return 0


def chosen(session: Session, options: argparse.Namespace) -> tuple[Annotation, ...]:
    """Return the notes that the filters let through: in the order of a label, else in that of the texts."""
    from services.notes.note_list import in_text_order

    db = session.db
    found = tuple(_plainly(session, options, in_text_order(notes.all_annotations(db))))
    if options.label:
        by_id = {one.id: one for one in found}
        found = tuple(by_id[id_] for id_ in labels.order(db, options.label) if id_ in by_id)
    if options.text:
        met = _with_words(session, options.text)
        found = tuple(one for one in found if one.id in met)
    return found


def _in_trash(session: Session, options: argparse.Namespace) -> tuple[Annotation, ...]:
    """Return what of the trash the filters let through, the last removed first."""
    return tuple(_everywhere(session, options, notes.in_trash(session.db)))


def _everywhere(session: Session, options: argparse.Namespace, made: Sequence[Annotation]) -> Iterator[Annotation]:
    """Yield what the filters let through, whether it stands or lies in the trash, which has no index and no order."""
    found: Iterable[Annotation] = _plainly(session, options, made)
    if options.label:
        path = labels.cleaned(options.label)
        found = [one for one in found if any(f"{name}/".startswith(f"{path}/") for name in one.labels)]
    yield from _read_through(options.text, found) if options.text else found


def _plainly(session: Session, options: argparse.Namespace, made: Sequence[Annotation]) -> Iterator[Annotation]:
    """Yield the notes of a document, or all, that have the values asked for."""
    symbol = _symbol(session, options.document, made) if options.document else None
    wanted = {"language": options.in_language, "kind": options.kind, "colour": options.colour, "stance": options.stance}
    wanted["document"] = symbol
    for one in made:
        if all(value in (None, getattr(one, name)) for name, value in wanted.items()):
            yield one


def _symbol(session: Session, written: str, made: Sequence[Annotation]) -> str:
    """Return the symbol that is meant; NotHeld."""
    try:
        return find_symbol(session.db, written)
    except NotHeld:
        # What was written on a document outlives it.
        if any(one.document == written for one in made):
            return written
        raise


def _with_words(session: Session, query: str) -> frozenset[str]:
    from index.query_parser import parse
    from services.notes.note_search import matching_ids
    from services.search.search_indexes import SearchIndexes
    from ui.terminal.search_command import with_index

    def ask(folder: Path) -> frozenset[str]:
        with SearchIndexes(folder) as indexes:
            return matching_ids(session.db, indexes.notes, parse(query))

    return with_index(session.paths.index, ask)


def _read_through(query: str, made: Iterable[Annotation]) -> Iterator[Annotation]:
    """Yield the notes that meet a query in their own words or in those they stand on."""
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
    from services.notes.note_merge import pending_conflicts

    pairs = pending_conflicts(session.db)
    kept = {one.id for one in _everywhere(session, options, [held for _, held in pairs])}
    found = [conflict for conflict, held in pairs if held.id in kept]
    if options.json:
        session.print_json({"conflicts": [forms.conflict(one) for one in found]})
        return 0
    for one in found:
        _print_conflict(session, one)
    return 0


def _print_conflict(session: Session, one: OpenConflict) -> None:
    session.print(f"{one.id}\t{one.annotation}\t{one.field}\t{one.source}")
    for name, side in (("mine", one.mine), ("theirs", one.theirs)):
        session.print(f"  {name}\t{forms.side_line(side)}")
