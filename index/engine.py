"""The only access to Whoosh: loaded on first use, with unpickling restricted to the classes of an index.

Whoosh reads its files with `pickle`, which executes whatever a planted file contains. Every loader that it uses is
replaced here before any index is opened, and the loaders of its older formats are removed.
"""

from __future__ import annotations

import io
import pickle
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any, BinaryIO

import whoosh.codec.whoosh3
import whoosh.columns
import whoosh.filedb.structfile
import whoosh.formats
import whoosh.index
from whoosh.filedb.filestore import FileStorage
from whoosh.index import FileIndex

from index.codec import Codec
from index.schema import SCHEMA


def _latin_1(text: str, encoding: str) -> bytes:
    """Replace `_codecs.encode` for the bytes of a pickle, and for no other encoding."""
    if encoding != "latin1":
        raise pickle.UnpicklingError(f"not part of an index: {encoding}")
    return text.encode("latin-1")


def _no_bytes() -> bytes:
    return b""


_ALLOWED: Mapping[tuple[str, str], Callable[..., object]] = {
    ("index.codec", "Codec"): Codec,
    ("whoosh.codec.whoosh3", "W3Segment"): whoosh.codec.whoosh3.W3Segment,
    ("collections", "defaultdict"): defaultdict,
    ("builtins", "int"): int,
    ("builtins", "set"): set,
    ("builtins", "bytes"): _no_bytes,
    ("_codecs", "encode"): _latin_1,
}
"""The classes and functions in the pickles of an index, besides numbers, strings, tuples and dicts. Exact names, never
a whole package."""


class _Restricted(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Callable[..., object]:
        try:
            return _ALLOWED[module, name]
        except KeyError:
            raise pickle.UnpicklingError(f"not part of an index: {module}.{name}") from None


def restricted_load(file: BinaryIO) -> Any:
    """Unpickle from a file. UnpicklingError for any name not in `_ALLOWED`."""
    return _Restricted(file).load()


def restricted_loads(data: bytes) -> Any:
    """Unpickle bytes. UnpicklingError for any name not in `_ALLOWED`."""
    return _Restricted(io.BytesIO(data)).load()


def _restrict() -> None:
    whoosh.index.pickle = SimpleNamespace(
        loads=restricted_loads, dumps=pickle.dumps, PicklingError=pickle.PicklingError
    )
    whoosh.index.toc_loaders = {}
    whoosh.filedb.structfile.load_pickle = restricted_load
    for module in (whoosh.codec.whoosh3, whoosh.columns, whoosh.formats):
        module.loads = restricted_loads


_restrict()


class _Storage(FileStorage):  # type: ignore[misc]
    """A folder that closes the files that Whoosh leaves open when it fails. Windows could not replace it otherwise."""

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder))
        self._opened: list[Any] = []

    def open_file(self, name: str, **options: Any) -> Any:
        file = super().open_file(name, **options)
        self._opened.append(file)
        return file

    def close_rest(self) -> None:
        for file in self._opened:
            if not file.is_closed:
                file.close()
        self._opened.clear()


class Opened:
    """An open index in a folder found private, or a `new` one. Raises whatever Whoosh raises."""

    def __init__(self, folder: Path, *, new: bool = False) -> None:
        self._storage = _Storage(folder)
        try:
            self.files = FileIndex.create(self._storage, SCHEMA) if new else FileIndex(self._storage, SCHEMA)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Close all files that are still open."""
        self._storage.close_rest()


@contextmanager
def opened(folder: Path, *, new: bool = False) -> Iterator[FileIndex]:
    """Open an index for the duration of a `with` block."""
    held = Opened(folder, new=new)
    try:
        yield held.files
    finally:
        held.close()
