"""Keep the search index in step with the library. The index is a cache: it is rebuilt whenever it cannot be trusted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from documents.model import Document
from documents.provision_labels import label
from documents.symbol import Symbol
from index.errors import Cancelled, IndexUnusable
from index.index_folder import read_stamp
from index.passages import DocumentFacts, Passage, PassageFacts, passages
from library import catalogue, citations
from library.database import Database
from services.progress import IsCancelled, Progress, never, no_progress

if TYPE_CHECKING:
    from index.index_handle import IndexHandle
    from index.writer import SourceText

State = Literal["ready", "stale", "missing", "damaged"]
Name = tuple[str, str]
"""The symbol and language of a text."""

_KINDS_WITHOUT_VERBS = frozenset({"masthead", "title", "heading", "closing", "annex"})


@dataclass(frozen=True, slots=True)
class ReindexReport:
    """The texts and passages that were indexed. `anew`: the whole index was built. `cancelled`: nothing was changed."""

    texts: int = 0
    passages: int = 0
    anew: bool = False
    cancelled: bool = False


def state(db: Database, index_folder: Path, held: IndexHandle | None = None) -> State:
    """Return whether the index matches the library. Only its stamp is read, from the handle `held` where there is one.

    A folder that is not private counts as damaged. `reindex` replaces either. Citations that were found again or
    overridden do not make an index stale: `reindex` adds them.
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
    progress: Progress = no_progress,
    cancelled: IsCancelled = never,
) -> ReindexReport:
    """Index the texts that changed, or with `anew`, and where most changed or the index is unusable, all of them.

    The former index answers until the new one is complete. IndexBusy while another process writes it.
    """
    wanted = catalogue.index_digests(db)
    try:
        return _update(db, index_folder, wanted, anew, progress, cancelled)
    except Cancelled:
        return ReindexReport(cancelled=True)


def _update(
    db: Database,
    folder: Path,
    wanted: dict[Name, str],
    anew: bool,
    progress: Progress,
    cancelled: IsCancelled,
) -> ReindexReport:
    # Whoosh is loaded only to write or search an index.
    from index.writer import build, update

    try:
        known = {} if anew else dict(read_stamp(folder).digests)
    except IndexUnusable:
        known = {}
    changed = [name for name in sorted(wanted) if known.get(name) != wanted[name]]
    removed = sorted(known.keys() - wanted.keys())
    if known and len(changed) + len(removed) <= len(wanted) // 2:
        if not changed and not removed:
            return ReindexReport()
        try:
            count = update(folder, _texts(db, changed, wanted, progress), removed, cancelled)
        except IndexUnusable:
            pass  # damaged inside: build all of it
        else:
            return ReindexReport(len(changed), count)
    count = build(folder, _texts(db, sorted(wanted), wanted, progress), cancelled)
    return ReindexReport(len(wanted), count, anew=True)


def _texts(db: Database, names: list[Name], digests: dict[Name, str], progress: Progress) -> Iterator[SourceText]:
    from index.writer import SourceText

    for done, name in enumerate(names):
        progress(done, len(names), name[0])
        yield SourceText(name, digests[name], passages_of(db, catalogue.load(db, *name)))
    progress(len(names), len(names), "")


def passages_of(db: Database, document: Document) -> Iterable[Passage]:
    """Return the passages of a stored document with the facts that queries can ask for. NotHeld."""
    return passages(document, catalogue.corrections(db, document), label, _facts(db, document))


def _facts(db: Database, document: Document) -> PassageFacts:
    """Return the facts of a document, and by provision its verbs and the targets it cites."""
    from documents.verbs import find_verbs

    verbs = {
        provision.id: tuple(
            (verb.lemma, verb.force) for verb in find_verbs(provision.text, provision.kind, document.language)
        )
        for provision in document.provisions
        if provision.kind.value not in _KINDS_WITHOUT_VERBS
    }
    cites: dict[str, dict[str, None]] = {}
    for citation in citations.of_document(db, document.symbol, document.language):
        if citation.target and not citation.own:
            cites.setdefault(citation.span.provision, {})[citation.target] = None
    return PassageFacts(_about(document), verbs, {id_: tuple(targets) for id_, targets in cites.items()})


def _about(document: Document) -> DocumentFacts:
    """Return organ, session, year and date from the masthead, and from the symbol where the masthead lacks them."""
    head, symbol = document.masthead, _symbol(document)
    date = head.adopted.isoformat() if head.adopted else ""
    session = head.session or (symbol.session if symbol else "")
    year = date[:4] or (session if len(session) == len("2019") else "")
    return DocumentFacts(head.organ or (symbol.organ if symbol else ""), session, year, date)


def _symbol(document: Document) -> Symbol | None:
    try:
        return Symbol.parse(document.symbol)
    except ValueError:
        return None
