"""Postings gathered term by term while passages are read, so that only the terms need sorting.

Whoosh sorts every single posting, pickling each one that does not fit in memory. Runs that do not fit are written to
files without a name, gone with the process.
"""

from __future__ import annotations

import marshal
import tempfile
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import merge
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import BinaryIO

import numpy as np

from index.codec import Group

_Run = tuple[str, bytes, bytes]
"""Field, key, and what is held of it as bytes."""

_CHUNK = 4096
_PLAIN = 2
"""The version of marshal without references: quicker, and a chunk repeats little."""


class PostingsBuilder:
    """Takes the keys of passages in rising order and gives them back term by term; what a Whoosh writer calls its pool.

    Of a field with places every place is held as passage and place; of another the passage alone.
    """

    def __init__(self, folder: Path, placed: frozenset[str], run: int = 12_000_000) -> None:
        """Spill into `folder` whenever `run` numbers are held (some 100 MB with their terms)."""
        self._folder = folder
        self._placed = placed
        self._run = run
        self._count = 0
        self._held: dict[str, dict[str | bytes, array[int]]] = {}
        self._files: list[BinaryIO] = []

    def add_placed(self, field: str, passage: int, places: Mapping[str, Sequence[int]]) -> None:
        """Take the keys of a passage with their places."""
        held = self._held.setdefault(field, {})
        for key, stands in places.items():
            try:
                numbers = held[key]
            except KeyError:
                numbers = held[key] = array("I")
            for place in stands:
                numbers.append(passage)
                numbers.append(place)
            self._count += 2 * len(stands)
        self._spill_if_full()

    def add_keys(self, field: str, passage: int, keys: Iterable[str]) -> None:
        """Take the keys of a passage, each once."""
        held = self._held.setdefault(field, {})
        for key in keys:
            try:
                held[key].append(passage)
            except KeyError:
                held[key] = array("I", (passage,))
            self._count += 1
        self._spill_if_full()

    def add(self, posting: tuple[str, bytes, int, float, bytes]) -> None:
        """Take one posting of a segment that Whoosh merges into this one."""
        field, key, passage, _, value = posting
        name = key.decode("utf-8", "surrogatepass")
        if field in self._placed:
            self.add_placed(field, passage, {name: array("I", value)})
        else:
            self.add_keys(field, passage, (name,))

    def iter_postings(self) -> Iterator[Group]:
        """Yield all posting lists, by field and key."""
        runs = [*map(_read, self._files), self._sorted()]  # the older first: passages rise
        for (field, key), parts in groupby(merge(*runs, key=itemgetter(0, 1)), key=itemgetter(0, 1)):
            yield self._group(field, key, b"".join(part[2] for part in parts))

    def cleanup(self) -> None:
        """Let go of everything."""
        for file in self._files:
            file.close()
        self._files.clear()
        self._held.clear()

    def _group(self, field: str, key: bytes, data: bytes) -> Group:
        numbers = array("I", data)
        if field not in self._placed:
            return field, key, numbers, (), ()
        if len(numbers) == 2:
            return field, key, numbers[:1], (1,), numbers[1:]
        pairs = np.frombuffer(numbers, np.uint32).reshape(-1, 2)
        ids, sizes = np.unique(pairs[:, 0], return_counts=True)
        return field, key, ids, sizes, pairs[:, 1]

    def _sorted(self) -> Iterator[_Run]:
        for field in sorted(self._held):
            held = self._held[field]
            for key in sorted(held):  # UTF-8 sorts as code points do
                yield field, str(key).encode("utf-8", "surrogatepass"), held[key].tobytes()

    def _spill_if_full(self) -> None:
        if self._count < self._run:
            return
        file = tempfile.TemporaryFile(dir=self._folder)  # noqa: SIM115 - closed by `cleanup`
        self._files.append(file)
        chunk: list[_Run] = []
        for run in self._sorted():
            chunk.append(run)
            if len(chunk) == _CHUNK:
                marshal.dump(chunk, file, _PLAIN)
                chunk.clear()
        marshal.dump(chunk, file, _PLAIN)
        self._held.clear()
        self._count = 0


def _read(file: BinaryIO) -> Iterator[_Run]:
    end = file.tell()
    file.seek(0)
    while file.tell() < end:
        yield from marshal.load(file)  # noqa: S302 - a nameless file this process has just written
