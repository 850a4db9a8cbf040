"""An index that is kept open between queries, and opened again when it was written anew."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from index.index_folder import Stamp, read_stamp, stamp_mark

if TYPE_CHECKING:
    from index.searcher import Searcher
    from index.texts import KnownTexts


class IndexHandle:
    """Opens the index of a folder when it is first asked for; one for each thread that searches."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._mark: object = None
        self._stamp: Stamp | None = None
        self._searcher: Searcher | None = None
        self._known: KnownTexts = {}
        self.in_step: object = None
        """What its owner found the library to be when it last compared the two; forgotten with the stamp."""

    def stamp(self) -> Stamp:
        """Return the stamp of the folder, read again when it was written; IndexUnusable."""
        mark = stamp_mark(self.folder)
        if self._stamp is None or mark is None or mark != self._mark:
            self.close()
            self._stamp = read_stamp(self.folder)
            self._mark = mark
        return self._stamp

    def searcher(self) -> Searcher:
        """Return the open index as it stands now; IndexUnusable."""
        self.stamp()
        if self._searcher is None:
            # Whoosh and numpy take a tenth of a second to load: not before the first search.
            from index.searcher import Searcher

            self._searcher = Searcher(self.folder, self._known)
        return self._searcher

    def close(self) -> None:
        """Let go of the files; asked again, it opens them anew."""
        if self._searcher is not None:
            self._searcher.close()
        self._searcher = self._stamp = self._mark = self.in_step = None
