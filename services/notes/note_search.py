"""Search the reader's own notes: a small index of its own, so that writing one never touches that of the texts.

Where it cannot be brought in step at once the notes are read through; the hits are the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from documents.annotations.model import Annotation
from documents.model import Document
from documents.provision_labels import label
from index.errors import IndexBusy, IndexUnusable
from index.index_folder import mark_damaged, read_stamp
from index.matching import Match, match, may_match
from index.passages import Passage
from index.query import All, Field, Limit, Query
from library import catalogue, notes
from library.database import Database

if TYPE_CHECKING:
    from index.index_handle import IndexHandle
    from index.searcher import Searcher
    from index.writer import SourceText

NOTE, QUOTE = "note", "quote"
"""The kinds of passages: the reader's own words, and the words of the text they stand on."""

_NO_TEXT = Document("", "", "", ())
_AT_ONCE = 40
"""Groups of notes that are brought in before an answer; more are read through meanwhile."""


@dataclass(frozen=True, slots=True)
class NoteHit:
    """A note that was met in its own words, and where in them."""

    id: str
    passage: Passage
    met: Match


def folder_of(index_folder: Path) -> Path:
    """Return the folder of the notes' index: it stands beside that of the texts."""
    return index_folder.with_name(index_folder.name + "-notes")


def bring_up_to_date(db: Database, index_folder: Path) -> bool:
    """Bring the notes' index in step with the library; False where another process is doing so just now."""
    from index.writer import build, update

    folder, wanted = folder_of(index_folder), notes.digests(db)
    try:
        known = dict(read_stamp(folder).digests)
        changed = [name for name in wanted if known.get(name) != wanted[name]]
        gone = sorted(known.keys() - wanted.keys())
        if changed or gone:
            update(folder, _texts(db, changed, wanted), gone, lambda: False)
    except IndexBusy:
        return False
    except IndexUnusable:
        try:
            build(folder, _texts(db, sorted(wanted), wanted), lambda: False)
        except IndexBusy:
            return False
    return True


@dataclass(frozen=True, slots=True)
class FoundNotes:
    """How many notes have a query in their own words, and a page of them."""

    total: int = 0
    hits: tuple[NoteHit, ...] = ()


def find(db: Database, index_folder: Path, query: Query, page: range, *, held: IndexHandle | None = None) -> FoundNotes:
    """Return a page of the notes whose own words meet a query: best tier first, in the order of their documents."""
    if query.root is None or not notes.count(db):
        return FoundNotes()
    with _index(db, index_folder, held) as index:
        if index is not None:
            own = replace(query, root=All((query.root, Limit(Field.KIND, (NOTE,)))))
            found = index.find(own, limit=len(page), offset=page.start)
            return FoundNotes(found.total, tuple(_hits(query, [passage for _, passage in found.page])))
    hits = sorted(
        _hits(query, [passage for passage in _scanned(db, query) if passage.kind == NOTE]),
        key=lambda hit: (hit.met.tier, hit.passage.order),
    )
    return FoundNotes(len(hits), tuple(hits[page.start : page.stop]))


def _hits(query: Query, passages: Sequence[Passage]) -> Iterator[NoteHit]:
    for passage in passages:
        met = match(query, passage)
        if met is not None:
            yield NoteHit(passage.provision, passage, met)


def ids(db: Database, index_folder: Path, query: Query, *, held: IndexHandle | None = None) -> frozenset[str]:
    """Return the ids of the notes that meet a query, in their own words or in those they stand on."""
    if query.root is None or not notes.count(db):
        return frozenset()
    with _index(db, index_folder, held) as index:
        if index is not None:
            return index.provisions(query)
    return frozenset(hit.provision for hit in _scanned(db, query) if match(query, hit))


@contextmanager
def _index(db: Database, index_folder: Path, held: IndexHandle | None) -> Iterator[Searcher | None]:
    """Give the index of the notes, brought in step with the library; None where that cannot be done at once.

    Damaged, it is put aside to be built anew, and whoever was using it gets nothing more of it.
    """
    from index.index_handle import IndexHandle

    folder = folder_of(index_folder)
    index = held or IndexHandle(folder)
    try:
        yield _opened(db, index_folder, index)
    except IndexUnusable:
        mark_damaged(folder)
    finally:
        if held is None:
            index.close()


def _opened(db: Database, index_folder: Path, index: IndexHandle) -> Searcher | None:
    try:
        return index.searcher() if _is_in_step(db, index_folder, index) else None
    except IndexUnusable:
        mark_damaged(folder_of(index_folder))
        return None


def _is_in_step(db: Database, index_folder: Path, index: IndexHandle) -> bool:
    wanted = notes.digests(db)
    try:
        known = index.stamp().digests
    except IndexUnusable:
        known = {}
    behind = sum(known.get(name) != digest for name, digest in wanted.items())
    if not behind and len(known) == len(wanted):
        return True
    if behind > _AT_ONCE and known:
        return False
    index.close()
    return bring_up_to_date(db, index_folder)


def _scanned(db: Database, query: Query) -> Iterator[Passage]:
    for passage in _passages(notes.all_annotations(db), {}):
        if may_match(query, passage.text):
            yield passage


def _texts(db: Database, names: Sequence[tuple[str, str]], digests: dict[tuple[str, str], str]) -> Iterator[SourceText]:
    from index.writer import SourceText

    titles = {(entry.symbol, entry.language): entry.title for entry in catalogue.entries(db)}
    for name in names:
        yield SourceText(name, digests[name], _passages(notes.of_document(db, *name), titles))


def _passages(made: Sequence[Annotation], titles: dict[tuple[str, str], str]) -> Iterator[Passage]:
    for place, one in enumerate(made):
        provisions = dict.fromkeys(target.span.provision for target in one.targets)
        name = "+".join(label(_NO_TEXT, id_) for id_ in provisions)
        quote = " … ".join(target.quote.exact for target in one.targets)
        for kind, text in ((NOTE, one.text), (QUOTE, quote)):
            if text.strip():
                yield Passage(
                    *(one.document, one.language, titles.get((one.document, one.language), ""), one.id, name),
                    *(2 * place + (kind == QUOTE), text),
                    kind=kind,
                    tags=one.labels,
                )
