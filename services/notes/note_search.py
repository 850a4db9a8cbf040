"""Search the user's notes in an index of their own, so that writing a note never touches the index of the texts.

Where that index cannot be updated at once the notes are scanned. The hits are the same.
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
from index.index_handle import IndexHandle
from index.matching import Match, match, may_match
from index.passages import Passage
from index.query import All, Field, Limit, Query
from library import catalogue, notes
from library.database import Database

if TYPE_CHECKING:
    from index.searcher import Searcher
    from index.writer import SourceText

NOTE, QUOTE = "note", "quote"
"""The kinds of passages: the user's own words, and the words of the text that the note is on."""

_NO_TEXT = Document("", "", "", ())
_UPDATED_AT_ONCE = 40
"""The most texts whose notes are indexed before an answer. With more, the notes are scanned."""


@dataclass(frozen=True, slots=True)
class NoteHit:
    """A note whose own words match, and the match in them."""

    id: str
    passage: Passage
    met: Match


@dataclass(frozen=True, slots=True)
class FoundNotes:
    """The number of notes that match in their own words, and a page of them."""

    total: int = 0
    hits: tuple[NoteHit, ...] = ()


def notes_index_folder(index_folder: Path) -> Path:
    """Return the folder of the notes' index, which lies beside that of the texts."""
    return index_folder.with_name(index_folder.name + "-notes")


def sync_index(db: Database, folder: Path) -> bool:
    """Update the notes' index in its folder, or rebuild an unusable one. False while another process writes it."""
    from index.writer import build, update

    wanted = notes.digests(db)
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


def find(db: Database, index: IndexHandle, query: Query, page: range) -> FoundNotes:
    """Return a page of the notes that match in their own words: the best tier first, then by document and time.

    `index` is the handle of the notes' index, which is updated first.
    """
    if query.root is None or not notes.count(db):
        return FoundNotes()
    with _searcher(db, index) as searcher:
        if searcher is not None:
            own = replace(query, root=All((query.root, Limit(Field.KIND, (NOTE,)))))
            found = searcher.find(own, limit=len(page), offset=page.start)
            return FoundNotes(found.total, tuple(_hits(query, [passage for _, passage in found.page])))
    hits = sorted(
        _hits(query, [passage for passage in _scanned(db, query) if passage.kind == NOTE]),
        key=lambda hit: (hit.met.tier, hit.passage.order),
    )
    return FoundNotes(len(hits), tuple(hits[page.start : page.stop]))


def matching_ids(db: Database, index: IndexHandle, query: Query) -> frozenset[str]:
    """Return the ids of the notes that match in their own words or in the words they are on.

    `index` is the handle of the notes' index, which is updated first.
    """
    if query.root is None or not notes.count(db):
        return frozenset()
    with _searcher(db, index) as searcher:
        if searcher is not None:
            return searcher.provisions(query)
    return frozenset(hit.provision for hit in _scanned(db, query) if match(query, hit))


def _hits(query: Query, passages: Sequence[Passage]) -> Iterator[NoteHit]:
    for passage in passages:
        met = match(query, passage)
        if met is not None:
            yield NoteHit(passage.provision, passage, met)


@contextmanager
def _searcher(db: Database, index: IndexHandle) -> Iterator[Searcher | None]:
    """Open the updated index. Yield None where it cannot be updated at once or is damaged.

    An index that proves damaged while it is searched is marked as damaged. The block is left without a result.
    """
    try:
        yield _opened(db, index)
    except IndexUnusable:
        mark_damaged(index.folder)


def _opened(db: Database, index: IndexHandle) -> Searcher | None:
    try:
        return index.searcher() if _is_in_step(db, index) else None
    except IndexUnusable:
        mark_damaged(index.folder)
        return None


def _is_in_step(db: Database, index: IndexHandle) -> bool:
    wanted = notes.digests(db)
    try:
        known = index.stamp().digests
    except IndexUnusable:
        known = {}
    behind = sum(known.get(name) != digest for name, digest in wanted.items())
    if not behind and len(known) == len(wanted):
        return True
    if behind > _UPDATED_AT_ONCE and known:
        return False
    index.close()
    return sync_index(db, index.folder)


def _scanned(db: Database, query: Query) -> Iterator[Passage]:
    for passage in _passages(notes.all_annotations(db), {}):
        if may_match(query, passage.text):
            yield passage


def _texts(db: Database, names: Sequence[tuple[str, str]], digests: dict[tuple[str, str], str]) -> Iterator[SourceText]:
    from index.writer import SourceText

    titles = {(entry.symbol, entry.language): entry.title for entry in catalogue.entries(db)}
    for name in names:
        yield SourceText(name, digests[name], _passages(notes.of_document(db, *name), titles))


def _passages(found: Sequence[Annotation], titles: dict[tuple[str, str], str]) -> Iterator[Passage]:
    """Yield the passages of notes. A passage has the note's id as provision, and the note's provisions as label."""
    for place, one in enumerate(found):
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
