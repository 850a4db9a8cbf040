"""Writing the index: a whole one beside the old, or the texts that changed within it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from whoosh.filedb.filestore import FileStorage
from whoosh.index import LockError
from whoosh.reading import SegmentReader

from index.analysis import keys
from index.codec import Codec
from index.engine import opened
from index.errors import Cancelled, IndexBusy, IndexUnusable
from index.index_folder import Stamp, check_private, discard, make_private, read_stamp, swap, version, write_stamp
from index.passages import Passage
from index.postings_builder import PostingsBuilder
from index.query import DOCUMENT_FIELDS, Field
from index.schema import BETWEEN, PLACED
from index.segment_terms import leaves, texts_of

PASSAGE_FIELDS = tuple(field for field in Field if field not in DOCUMENT_FIELDS)

Name = tuple[str, str]
"""A text: its document's symbol and its language."""


@dataclass(frozen=True, slots=True)
class SourceText:
    """A text to be indexed: its name, the digest of what the library holds, and its passages."""

    name: Name
    digest: str
    passages: Iterable[Passage]


def build(folder: Path, texts: Iterable[SourceText], cancelled: Callable[[], bool]) -> int:
    """Build the index anew from all texts, beside the old one, which answers until it is replaced.

    Return the number of passages. Cancelled and any failure leave the old index as it was.
    """
    new = folder.with_name(folder.name + ".new")
    folder.parent.mkdir(parents=True, exist_ok=True)
    with _alone(folder):
        make_private(new)
        try:
            count, digests = _fill(new, texts, cancelled)
            write_stamp(new, Stamp(version(), digests))
            swap(new, folder, keep_old=not _usable(folder))
        finally:
            discard(new)
    return count


def update(folder: Path, texts: Iterable[SourceText], removed: Iterable[Name], cancelled: Callable[[], bool]) -> int:
    """Bring changed texts into the index and take removed ones out, in one commit; IndexUnusable, Cancelled."""
    digests = dict(read_stamp(folder).digests)
    count = 0
    try:
        with _alone(folder), opened(folder) as files, _writer(files) as writer:
            for name in removed:
                _remove(writer, name)
                digests.pop(name, None)
            for text in texts:
                _remove(writer, text.name)
                count += _add(writer, text, cancelled)
                digests[text.name] = text.digest
    except (IndexBusy, Cancelled):
        raise
    except Exception as error:
        # Reading a damaged index to write in it raises anything at all.
        raise IndexUnusable("damaged", folder, repr(error)) from error
    write_stamp(folder, Stamp(version(), digests))
    return count


def _fill(folder: Path, texts: Iterable[SourceText], cancelled: Callable[[], bool]) -> tuple[int, Mapping[Name, str]]:
    digests: dict[Name, str] = {}
    count = 0
    with opened(folder, new=True) as files, _writer(files) as writer:
        for text in texts:
            count += _add(writer, text, cancelled)
            digests[text.name] = text.digest
    return count, digests


def text_prefix(name: Name) -> str:
    """Return how the key of a text in the field `texts` begins."""
    return BETWEEN.join(name) + BETWEEN


def _remove(writer: Any, name: Name) -> None:
    """Delete the passages of a text wherever they stand."""
    with closing(writer.reader()) as reader:
        held = [
            base + number
            for leaf, base in leaves(reader)
            for _, first, last in texts_of(leaf, text_prefix(name))
            for number in range(first, last + 1)
            if not leaf.is_deleted(number)
        ]
    for number in held:
        writer.delete_document(number)


def _add(writer: Any, text: SourceText, cancelled: Callable[[], bool]) -> int:
    count = 0
    for passage in text.passages:
        if cancelled():
            raise Cancelled
        held, number, pool = keys(passage), writer.docnum, writer.pool
        writer.add_document(passage=stored(passage), length=held.length)
        pool.add_placed("words", number, held.words)
        pool.add_keys("stems", number, held.stems)
        pool.add_keys("facts", number, facts(passage))
        pool.add_keys("texts", number, (text_key(passage),))
        count += 1
    return count


def text_key(passage: Passage) -> str:
    """Return the key of a passage's text: its name, and all that is known of the whole document."""
    about = passage.about
    return text_prefix((passage.document, passage.language)) + BETWEEN.join(
        (about.organ, about.session, about.year, about.date)
    )


def facts(passage: Passage) -> Iterator[str]:
    """Yield the keys of what is known of one passage only."""
    for field in PASSAGE_FIELDS:
        for value in dict.fromkeys(passage.values(field)):
            if value:
                yield fact_key(field, value)


def fact_key(field: Field, value: str) -> str:
    """Return the key of a field's value; all that differ only in case stand together."""
    return f"{field.value}{BETWEEN}{value.casefold()}{BETWEEN}{value}"


def stored(passage: Passage) -> tuple[object, ...]:
    """Return a passage as plain values, which is all that is unpickled again."""
    edits = tuple((edit.start, edit.end, edit.replacement) for edit in passage.edits)
    about = passage.about
    return (
        *(passage.document, passage.language, passage.title, passage.provision, passage.label),
        *(passage.place, passage.text, edits, passage.kind),
        *(passage.verbs, passage.forces, passage.cites, passage.tags),
        *(about.organ, about.session, about.year, about.date),
    )


@contextmanager
def _writer(files: Any) -> Iterator[Any]:
    """Commit at the end; on any failure leave the index at its last commit."""
    try:
        # Loose segment files are read through mmap; compound ones would be copied into memory at every opening.
        writer = files.writer(compound=False, codec=Codec())
    except LockError as error:
        raise IndexBusy from error
    writer.pool = runs = PostingsBuilder(Path(files.storage.folder), PLACED)
    try:
        yield writer
        writer.commit(mergetype=_merge_many)
    except BaseException:
        with suppress(Exception):  # on a full disk to cancel fails too; the first failure is the one to tell
            writer.cancel()
        raise
    finally:
        runs.cleanup()
        if not writer.is_closed:
            writer.writelock.release()


_SEGMENTS = 24
"""More segments than this are joined, but for those that hold most passages: a new text stays quick to bring in."""
_LARGE = 20_000


def _merge_many(writer: Any, segments: list[Any]) -> list[Any]:
    """Join small segments once there are many, and what is mostly deleted; leave out what is all deleted."""
    segments = [each for each in segments if each.deleted_count() < each.doc_count_all()]
    emptied = [each for each in segments if each.deleted_count() * 2 > each.doc_count_all()]
    small = [each for each in segments if each.doc_count_all() < _LARGE] if len(segments) > _SEGMENTS else []
    joined = {id(each): each for each in [*emptied, *small]}
    for segment in joined.values():
        with closing(SegmentReader(writer.storage, writer.schema, segment)) as reader:
            writer.add_reader(reader)
    return [each for each in segments if id(each) not in joined]


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Hold the one place from which this index is written, across processes (IndexBusy)."""
    lock = FileStorage(str(folder.parent)).lock(f"{folder.name}.lock")
    if not lock.acquire(blocking=False):
        raise IndexBusy
    try:
        yield
    finally:
        lock.release()


def _usable(folder: Path) -> bool:
    try:
        check_private(folder)
        read_stamp(folder)
    except IndexUnusable as unusable:
        return unusable.reason in {"missing", "stale"}
    return True
