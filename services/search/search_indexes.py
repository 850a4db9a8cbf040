"""The open indexes of one library: the index of its texts and the index of its notes."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Self

from index.index_handle import IndexHandle
from services.notes.note_search import notes_index_folder


class SearchIndexes:
    """Handles of both indexes. A handle opens its files at the first use, and again when they were rewritten.

    Use it in one thread, and close it.
    """

    def __init__(self, folder: Path) -> None:
        """Take the folder of the texts' index. The folder of the notes' index lies beside it."""
        self.texts = IndexHandle(folder)
        self.notes = IndexHandle(notes_index_folder(folder))

    def close(self) -> None:
        """Close the files. The next use opens them again."""
        self.texts.close()
        self.notes.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
