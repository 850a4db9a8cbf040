"""Writing the index: a whole one beside the old, or the texts that changed within it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from whoosh.filedb.filestore import FileStorage
from whoosh.index import LockError

from index.analysis import keys
from index.engine import opened
from index.errors import Cancelled, IndexBusy, IndexUnusable
from index.folder import Stamp, check_private, discard, make_private, read_stamp, swap, version, write_stamp
from index.passages import Passage
from index.schema import to_bytes
from index.spilling import PostingRuns

Name = tuple[str, str]
"""A text: its document's symbol and its language."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text to be indexed: its name, the digest of what the library holds, and its passages."""

    name: Name
    digest: str
    passages: Iterable[Passage]


def build(folder: Path, texts: Iterable[Text], cancelled: Callable[[], bool]) -> int:
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


def update(folder: Path, texts: Iterable[Text], removed: Iterable[Name], cancelled: Callable[[], bool]) -> int:
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


def _fill(folder: Path, texts: Iterable[Text], cancelled: Callable[[], bool]) -> tuple[int, Mapping[Name, str]]:
    digests: dict[Name, str] = {}
    count = 0
    with opened(folder, new=True) as files, _writer(files) as writer:
        for text in texts:
            count += _add(writer, text, cancelled)
            digests[text.name] = text.digest
    return count, digests


def _name_key(name: Name) -> str:
    return "\0".join(name)


def _remove(writer: Any, name: Name) -> None:
    writer.delete_by_term("document", to_bytes(_name_key(name)))


def _add(writer: Any, text: Text, cancelled: Callable[[], bool]) -> int:
    count = 0
    name = {_name_key(text.name): (0,)}
    for passage in text.passages:
        if cancelled():
            raise Cancelled
        exact, folded, inflected = keys(passage)
        writer.add_document(
            exact=exact,
            folded=folded,
            inflected=inflected,
            document=name,
            passage=stored(passage),
            order=to_bytes(passage.order),
        )
        count += 1
    return count


def stored(passage: Passage) -> tuple[object, ...]:
    """Return a passage as plain values, which is all that is unpickled again."""
    edits = tuple((edit.start, edit.end, edit.replacement) for edit in passage.edits)
    return (
        *(passage.document, passage.language, passage.title, passage.provision, passage.label),
        *(passage.place, passage.text, edits),
    )


@contextmanager
def _writer(files: Any) -> Iterator[Any]:
    """Commit at the end; on any failure leave the index at its last commit."""
    try:
        # Loose segment files are read through mmap; compound ones would be copied into memory at every opening.
        writer = files.writer(compound=False)
    except LockError as error:
        raise IndexBusy from error
    writer.pool = runs = PostingRuns(Path(files.storage.folder))
    try:
        yield writer
        writer.commit()
    except BaseException:
        with suppress(Exception):  # on a full disk to cancel fails too; the first failure is the one to tell
            writer.cancel()
        raise
    finally:
        runs.cleanup()
        if not writer.is_closed:
            writer.writelock.release()


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
