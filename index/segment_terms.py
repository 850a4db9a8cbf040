"""The terms of one segment in their order: which there are, in which passages, and to what texts those belong."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from index.codec import first_and_last
from index.schema import to_bytes

TermEntry = tuple[bytes, bytes]
"""A key, and what the term list says of it (`codec.extent`)."""


def leaves(reader: Any) -> list[tuple[Any, int]]:
    """Return the segments of an open Whoosh reader, each with the number of its first passage; none when empty."""
    return [(leaf, base) for leaf, base in reader.leaf_readers() if leaf.doc_count_all()]


def terms_from(leaf: Any, field: str, prefix: str = "") -> Iterator[TermEntry]:
    """Yield the terms of a field in a Whoosh leaf reader whose keys begin so, in order."""
    terms = leaf._terms  # noqa: SLF001 - pinned to 2.7.4; whoosh3 has the same names
    number = terms._fieldmap.get(field)  # noqa: SLF001
    if number is None:
        return
    start = number.to_bytes(2, "big") + to_bytes(prefix)
    for key, info in terms._tindex.items_from(start):  # noqa: SLF001
        if not key.startswith(start):
            return
        yield key[2:], info


def info_of(leaf: Any, field: str, key: str) -> bytes | None:
    """Return what the term list says of one key; None where no passage has it."""
    terms = leaf._terms  # noqa: SLF001
    number = terms._fieldmap.get(field)  # noqa: SLF001
    if number is None:
        return None
    found: bytes | None = terms._tindex.get(number.to_bytes(2, "big") + to_bytes(key))  # noqa: SLF001
    return found


def posting_bytes(leaf: Any, offset: int, length: int) -> bytes:
    """Return a posting list as it lies in the segment."""
    found: bytes = leaf._terms._postfile.get(offset, length)  # noqa: SLF001
    return found


def texts_of(leaf: Any, prefix: str = "") -> Iterator[tuple[str, int, int]]:
    """Yield the key of each text in a segment with its first and last passage, which lie side by side."""
    for key, info in terms_from(leaf, "texts", prefix):
        yield key.decode("utf-8", "surrogatepass"), *first_and_last(info)
