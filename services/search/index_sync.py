"""Keep the index in step with the library: it is only a cache, and is built anew whenever it cannot be trusted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from documents.model import Document
from documents.provision_labels import label
from index.errors import Cancelled, IndexUnusable
from index.index_folder import read_stamp
from index.passages import Passage, passages
from library import catalogue
from library.database import Database
from services.search.passage_facts import facts

if TYPE_CHECKING:
    from index.index_handle import IndexHandle
    from index.writer import SourceText

State = Literal["ready", "stale", "missing", "damaged"]
Name = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Reindexed:
    """What was done: texts and passages indexed; `anew` if the whole index was built; `cancelled` if nothing was."""

    texts: int = 0
    passages: int = 0
    anew: bool = False
    cancelled: bool = False


def _no_progress(_done: int, _total: int, _name: str) -> None:
    """Tell nobody."""


def _never() -> bool:
    return False


def state(db: Database, index_folder: Path, held: IndexHandle | None = None) -> State:
    """Say whether the index answers for this library, from its stamp alone (the index itself is not opened).

    `damaged` is also a folder that is not private; either is put aside and built anew by `reindex`. Citations that
    were found anew or corrected make an index no less ready: `reindex` brings them in.
    """
    try:
        stamp = held.stamp() if held is not None else read_stamp(index_folder)
    except IndexUnusable as unusable:
        return _STATES[unusable.reason]
    seen = db.version()
    if held is not None and held.in_step == seen:
        return "ready"
    texts = {name: digest.partition(".")[0] for name, digest in stamp.digests.items()}
    if texts != catalogue.digests(db):
        return "stale"
    if held is not None:
        held.in_step = seen
    return "ready"


_STATES: dict[str, State] = {"missing": "missing", "stale": "stale", "damaged": "damaged", "refused": "damaged"}


def reindex(
    db: Database,
    index_folder: Path,
    *,
    anew: bool = False,
    progress: Callable[[int, int, str], None] = _no_progress,
    cancelled: Callable[[], bool] = _never,
) -> Reindexed:
    """Bring the index in step with the library: only what changed, or all of it (`anew`, or where it must be).

    The former index answers until the new one stands. IndexBusy while another process does the same.
    """
    held = catalogue.index_digests(db)
    try:
        return _bring_up_to_date(db, index_folder, held, anew, progress, cancelled)
    except Cancelled:
        return Reindexed(cancelled=True)


def add_document(db: Database, index_folder: Path, document: Document) -> bool:
    """Make one text that was just stored searchable; False where the index must be built anew first (`reindex`)."""
    from index.writer import SourceText, update

    name = (document.symbol, document.language)
    digest = catalogue.index_digests(db)[name]
    try:
        update(index_folder, [SourceText(name, digest, passages_of(db, document))], (), _never)
    except IndexUnusable:
        return False
    return True


def _bring_up_to_date(
    db: Database,
    folder: Path,
    held: dict[Name, str],
    anew: bool,
    progress: Callable[[int, int, str], None],
    cancelled: Callable[[], bool],
) -> Reindexed:
    # Whoosh is loaded only by who writes or searches an index.
    from index.writer import build, update

    try:
        known = {} if anew else dict(read_stamp(folder).digests)
    except IndexUnusable:
        known = {}
    changed = [name for name in sorted(held) if known.get(name) != held[name]]
    removed = sorted(known.keys() - held.keys())
    if known and len(changed) + len(removed) <= len(held) // 2:
        if not changed and not removed:
            return Reindexed()
        try:
            count = update(folder, _texts(db, changed, held, progress), removed, cancelled)
        except IndexUnusable:
            pass  # damaged inside: all of it, below
        else:
            return Reindexed(len(changed), count)
    count = build(folder, _texts(db, sorted(held), held, progress), cancelled)
    return Reindexed(len(held), count, anew=True)


def _texts(
    db: Database, names: list[Name], held: dict[Name, str], progress: Callable[[int, int, str], None]
) -> Iterator[SourceText]:
    from index.writer import SourceText

    for done, name in enumerate(names):
        progress(done, len(names), name[0])
        yield SourceText(name, held[name], passages_of(db, catalogue.load(db, *name)))
    progress(len(names), len(names), "")


def passages_of(db: Database, document: Document) -> Iterable[Passage]:
    """Return what is searched of a stored document: its passages with all that is known of them."""
    return passages(document, catalogue.corrections(db, document), label, facts(db, document))
