"""The fields of the index: words, stems and facts of a passage, and the text that it belongs to."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from whoosh import columns, fields, formats

Posting = tuple[bytes, int, float, bytes]


def to_bytes(key: str) -> bytes:
    """Encode a key for the index. Lone surrogates are encoded like any other character."""
    return key.encode("utf-8", "surrogatepass")


class _Positions(formats.Positions):  # type: ignore[misc]
    """Positions as an array of native integers, read at once and never by unpickling."""

    def encode(self, positions: Sequence[int]) -> bytes:
        """Pack positions."""
        return array("I", positions).tobytes()

    def decode_positions(self, value: bytes) -> list[int]:
        """Unpack positions."""
        found = array("I")
        found.frombytes(value)
        return found.tolist()

    def decode_frequency(self, value: bytes) -> int:
        """Return the number of packed positions."""
        return len(value) // array("I").itemsize

    def decode_weight(self, value: bytes) -> float:
        """Return the frequency. Hits are not sorted by weight."""
        return float(self.decode_frequency(value))


class _Keys(fields.FieldType):  # type: ignore[misc]
    """A field for ready keys with their positions, as `analysis.keys` returns them."""

    def __init__(self, *, positions: bool) -> None:
        self.format = _Positions() if positions else formats.Existence()
        self.analyzer = None
        self.scorable = self.stored = self.unique = False
        self.vector = None
        self.indexed = True
        self.positions = positions
        self.set_sortable(False)

    def index(self, value: Mapping[str, Sequence[int]], **_: Any) -> Iterator[Posting]:
        """Yield nothing. The writer hands the keys of a passage to the pool itself (`postings_builder`)."""
        del value
        return iter(())

    def to_bytes(self, value: str | bytes) -> bytes:
        """Encode a key."""
        return value if isinstance(value, bytes) else to_bytes(value)


SCHEMA = fields.Schema(
    words=_Keys(positions=True),
    stems=_Keys(positions=False),
    facts=_Keys(positions=False),
    texts=_Keys(positions=False),
    passage=fields.STORED(),
    length=fields.COLUMN(columns.NumericColumn("I")),
)
"""`words`: the folded and the written key of each word, with positions. `stems`. `facts`: field, folded value and value
of each other fact. `texts`: the text of a passage. `length`: the number of positions of the passage."""

PLACED = frozenset({"words"})
BETWEEN = "\x1f"
"""Separates the parts of a key. No word has it."""
