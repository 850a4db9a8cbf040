"""Whoosh's codec with posting lists in our own format: the same terms, segments and matchers, no pickle in postings.

Whoosh's matchers give the same answers. The executor reads the same lists as arrays.
"""

from __future__ import annotations

import struct
from array import array
from collections.abc import Iterable
from typing import Any

from whoosh.codec.whoosh3 import W3Codec, W3FieldWriter, W3TermInfo
from whoosh.matching import ListMatcher

from index.postings_format import Row, pack, unpack

_INFO = struct.Struct("!BfIBBfII")
_EXTENT = struct.Struct("!qi")

Group = tuple[str, bytes, Row, Row, Row]
"""Field, key, passages, number of positions in each, positions."""


def extent(info: bytes) -> tuple[int, int, int]:
    """Return the offset of a term's posting list, its length in bytes, and the number of passages with the term."""
    offset, length = _EXTENT.unpack_from(info, _INFO.size)
    return offset, length, _INFO.unpack_from(info)[2]


def first_and_last(info: bytes) -> tuple[int, int]:
    """Return the first and the last passage that has a term."""
    return _INFO.unpack_from(info)[6:8]


class FieldWriter(W3FieldWriter):  # type: ignore[misc]
    """Writes whole posting lists, one for each term, in the order of fields and keys."""

    def add_postings(self, schema: Any, lengths: Any, items: Iterable[Group]) -> None:
        """Write all posting lists. `lengths` is not used."""
        del lengths
        at: str | None = None
        number = b""
        for field, key, ids, sizes, places in items:
            if field != at:
                if at is not None:
                    self.finish_field()
                self.start_field(field, schema[field])
                number, at = struct.pack("!H", self._fieldid), field
            self._tindex.add(number + key, self._written(ids, pack(ids, sizes, places)))
        if at is not None:
            self.finish_field()

    def _written(self, ids: Row, data: bytes) -> bytes:
        offset = self._postfile.tell()
        self._postfile.write(data)
        count = len(ids)
        info: bytes = _INFO.pack(0, float(count), count, 0, 0, 1.0, int(ids[0]), int(ids[-1]))
        return info + _EXTENT.pack(offset, len(data))


class Codec(W3Codec):  # type: ignore[misc]
    """The codec of the segments of our index."""

    length_stats = False

    def field_writer(self, storage: Any, segment: Any) -> FieldWriter:
        """Return the writer of terms and postings."""
        return FieldWriter(self, storage, segment)

    def postings_reader(
        self, dbfile: Any, terminfo: W3TermInfo, format_: Any, term: Any = None, scorer: Any = None
    ) -> ListMatcher:
        """Return a matcher over one posting list, for Whoosh's own work: deleting, merging, its queries."""
        offset, length = terminfo.extent()
        # Whoosh 2.7.4 leaves the length in the tuple that `struct` made; it reads its own lists without it
        found = unpack(dbfile.get(offset, length[0] if isinstance(length, tuple) else length))
        ids = found.ids.tolist()
        values = [b""] * len(ids)
        if found.sizes is not None and found.places is not None:
            ends = found.sizes.cumsum().tolist()
            places = found.places.tolist()
            values = [array("I", places[start:end]).tobytes() for start, end in zip([0, *ends[:-1]], ends, strict=True)]
        return ListMatcher(ids, [1.0] * len(ids), values, format_, scorer=scorer, term=term, terminfo=terminfo)
