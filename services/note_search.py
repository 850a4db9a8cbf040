"""Search the reader's own notes: a small index of its own, so that writing one never touches that of the texts.

Where it cannot be brought in step at once the notes are read through; the hits are the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from documents.annotations.model import Annotation
from documents.labels import label
from documents.model import Document
from index.errors import IndexBusy, IndexUnusable
from index.folder import mark_damaged, read_stamp
from index.matching import Match, match, may_match
from index.passages import Passage
from index.query import Query
from library import catalogue, notes
from library.database import Database

if TYPE_CHECKING:
    from index.holding import HeldIndex
    from index.writer import Text

NOTE, QUOTE = "note", "quote"
"""The kinds of passages: the reader's own words, and the words of the text they stand on."""

_NO_TEXT = Document("", "", "", ())
_MOST = 100_000
_AT_ONCE = 40
"""Groups of notes that are brought in before an answer; more are read through meanwhile."""


@dataclass(frozen=True, slots=True)
class NoteHit:
    """A note that was met: in its own words (`kind` note) or in those it stands on (quote), and where in them."""

    id: str
    kind: str
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


def find(
    db: Database,
    index_folder: Path,
    query: Query,
    *,
    held: HeldIndex | None = None,
    kinds: frozenset[str] = frozenset({NOTE, QUOTE}),
) -> tuple[NoteHit, ...]:
    """Return the notes that meet a query, best tier first, in the order of their documents."""
    if query.root is None or not notes.count(db):
        return ()
    passages = _candidates(db, index_folder, query, held)
    hits = [NoteHit(p.provision, p.kind, p, met) for p in passages if p.kind in kinds and (met := match(query, p))]
    return tuple(sorted(hits, key=lambda hit: (hit.met.tier, hit.passage.order)))


def _candidates(db: Database, index_folder: Path, query: Query, held: HeldIndex | None) -> Sequence[Passage]:
    from index.holding import HeldIndex

    folder = folder_of(index_folder)
    index = held or HeldIndex(folder)
    try:
        wanted = notes.digests(db)
        behind = sum(index.stamp().digests.get(name) != digest for name, digest in wanted.items())
        in_step = not behind and len(index.stamp().digests) == len(wanted)
        if not in_step and (behind > _AT_ONCE or not bring_up_to_date(db, index_folder)):
            return list(_scanned(db, query))
        return [passage for _, passage in index.searcher().find(query, limit=_MOST).page]
    except IndexUnusable as unusable:
        if unusable.reason == "damaged":
            mark_damaged(folder)
        return list(_scanned(db, query))
    finally:
        if held is None:
            index.close()


def _scanned(db: Database, query: Query) -> Iterator[Passage]:
    for passage in _passages(notes.all_annotations(db), {}):
        if may_match(query, passage.text):
            yield passage


def _texts(db: Database, names: Sequence[tuple[str, str]], digests: dict[tuple[str, str], str]) -> Iterator[Text]:
    from index.writer import Text

    titles = {(entry.symbol, entry.language): entry.title for entry in catalogue.entries(db)}
    for name in names:
        yield Text(name, digests[name], _passages(notes.of_document(db, *name), titles))


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
