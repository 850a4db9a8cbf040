"""How a posting list lies on disk: plain numbers in the fewest bytes that hold them, read as arrays at once.

Whoosh's own layout pickles and compresses blocks of 128 postings; reading one list then runs Python for each posting.
Little-endian: count, places, first passage, flags; then the steps to the next passages, how many places each has
(left out where each has one), and the places. A list without places says only which passages have the term.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[Any]
"""Whole numbers in one row."""
Mask = NDArray[np.bool_]
"""One truth value for each passage."""

_HEAD = struct.Struct("<IIIB")
_TYPES = ("<u1", "<u2", "<u4")
_CODES = "BHI"
_ONE_EACH = 0x40


Row = Sequence[int] | Numbers


@dataclass(frozen=True, slots=True)
class PostingList:
    """Passages by rising number, how many places each has, and all places one after the other; both may be absent."""

    ids: Numbers
    sizes: Numbers | None
    places: Numbers | None


def _width(largest: int) -> int:
    return 0 if largest < 1 << 8 else 1 if largest < 1 << 16 else 2


def pack(ids: Row, sizes: Row, places: Row) -> bytes:
    """Return a posting list as bytes; without places it is the list of passages alone."""
    if len(ids) == 1:
        return _pack_one(int(ids[0]), places)
    steps = np.diff(np.asarray(ids, np.uint32))
    several = np.asarray(sizes, np.uint32) if len(places) != len(ids) else None
    step = _width(int(steps.max()))
    size = _width(int(several.max())) if several is not None and len(places) else 0
    held = np.asarray(places, np.uint32)
    place = _width(int(held.max())) if len(held) else 0
    flags = step | size << 2 | place << 4 | (_ONE_EACH if several is None or not len(held) else 0)
    parts = [_HEAD.pack(len(ids), len(held), int(ids[0]), flags), steps.astype(_TYPES[step]).tobytes()]
    if several is not None and len(held):
        parts.append(several.astype(_TYPES[size]).tobytes())
    parts.append(held.astype(_TYPES[place]).tobytes())
    return b"".join(parts)


def _pack_one(id_: int, places: Row) -> bytes:
    """Do the same for a term of one passage, which most terms are: arrays would take longer than the rest."""
    count = len(places)
    place = _width(max(places)) if count else 0
    if count <= 1:
        return _HEAD.pack(1, count, id_, place << 4 | _ONE_EACH) + _little(_CODES[place], places)
    return _HEAD.pack(1, count, id_, 2 << 2 | place << 4) + struct.pack("<I", count) + _little(_CODES[place], places)


def _little(code: str, numbers: Row) -> bytes:
    return struct.pack(f"<{len(numbers)}{code}", *numbers)


def unpack(data: bytes) -> PostingList:
    """Return the posting list in some bytes; ValueError or struct.error where they are damaged."""
    count, held, first, flags = _HEAD.unpack_from(data)
    steps, at = _read(data, _HEAD.size, count - 1, flags & 3)
    ids = np.empty(count, np.int64)
    ids[0] = first
    np.cumsum(steps, out=ids[1:], dtype=np.int64)
    ids[1:] += first
    if not held:
        return PostingList(ids, None, None)
    if flags & _ONE_EACH:
        sizes = np.ones(count, np.int64)
    else:
        packed, at = _read(data, at, count, flags >> 2 & 3)
        sizes = packed.astype(np.int64)
    places, _ = _read(data, at, held, flags >> 4 & 3)
    if int(sizes.sum()) != held:
        raise ValueError("damaged posting list")
    return PostingList(ids, sizes, places)


def _read(data: bytes, at: int, count: int, width: int) -> tuple[Numbers, int]:
    numbers = np.frombuffer(data, _TYPES[width], count, at)
    return numbers, at + numbers.nbytes
