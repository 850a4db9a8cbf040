"""Recover the user's data from a damaged library.

A row is read in two ways: through SQLite, as far as the pages that lead to it are intact, else directly from its own
page (the formats are in sqlite.org/fileformat2.html).
"""

from __future__ import annotations

import json
import mmap
import re
import sqlite3
import struct
from collections.abc import Container, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from library.database import Row
from library.errors import typed_errors
from library.scratch_copy import open_scratch

TORN = "\ufffd"
"""Stands in a text for the part that could not be read."""

_UNREADABLE = (sqlite3.Error, UnicodeDecodeError, MemoryError)
_WAYS = (
    "SELECT id FROM annotations ORDER BY id",
    "SELECT id FROM annotations ORDER BY id DESC",
    "SELECT id FROM annotations INDEXED BY annotations_document ORDER BY symbol, language",
    "SELECT id FROM annotations INDEXED BY annotations_document ORDER BY symbol DESC, language DESC",
    "SELECT id FROM annotations INDEXED BY annotations_revision ORDER BY revision",
    "SELECT id FROM annotations INDEXED BY annotations_revision ORDER BY revision DESC",
    "SELECT DISTINCT annotation FROM annotation_targets",
    "SELECT DISTINCT annotation FROM annotation_labels INDEXED BY annotation_labels_label",
)
"""Queries for the ids over different indexes: a damaged page stops each of them at another row."""

NOTE = "id, kind, symbol, language, text, colour, stance, author, created, changed, removed, stamps"
"""The columns of an annotation's row."""

_SHAPES = {
    "annotations": "t{10}[t0]ti",
    "annotation_targets": "titiit{6}[if0][if]",
    "annotation_labels": "tti[if]",
    "annotation_labels_label": "t[if]t",
    "labels": "tt[t0][if]tt[t0]",
    "saved_searches": "t{6}[t0]",
    "citation_edits": "t{4}iit{6}[t0]",
    "conflicts": "t{9}[t0][t0]",
    "instruments": "tttt",
    "steps": "[0i]it{4}i",
    "ids": "ttt",
    "documents": "[0i]t{4}[t0]tiit{3}it[t0][t0]t?",
    "texts": "0b",
}
"""By table a pattern of the column types, which identifies its rows: text, integer, float, blob, 0 for NULL."""
_WITH_ROWID = {"annotation_targets", "steps", "documents", "texts"}
_BY_ALL = {"annotation_labels", "annotation_labels_label", "ids"}
_TIME = {"annotations": 12, "labels": 5, "saved_searches": 5, "citation_edits": 11, "instruments": 3}
_LEAF_TABLE, _LEAF_INDEX, _INTERIOR_INDEX = 13, 10, 2
_LETTERS = {str: "t", int: "i", float: "f", bytes: "b", type(None): "0"}
_SIZES = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)


@dataclass(frozen=True, slots=True)
class RecoveredNote:
    """A recovered annotation: its `row` (`NOTE`), the rows of its targets, the ids of its labels in order.

    `TORN` stands in texts for a missing part. `all_targets` and `all_labels` say that none is missing.
    """

    row: Row
    targets: tuple[Row, ...]
    labels: tuple[str, ...]
    all_targets: bool
    all_labels: bool


@dataclass(frozen=True, slots=True)
class RecoveredText:
    """A recovered document. Its names are "" where only its text was found, `akn` is None where the text was not."""

    symbol: str
    language: str
    akn: bytes | None


@contextmanager
def open_damaged(path: Path, like: Path) -> Iterator[DamagedLibrary]:
    """Open a private copy of a damaged library. `like` is a sound library that is closed.

    LibraryError where there is no room for the copy.
    """
    with typed_errors(path):
        opened, pages = open_scratch(path, like)
    try:
        with pages.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
            yield DamagedLibrary(opened.connection, _Pages(data))
    finally:
        opened.connection.close()
        opened.release()


class DamagedLibrary:
    """The readable data of a damaged library. No method raises because of the damage."""

    def __init__(self, connection: sqlite3.Connection, pages: _Pages) -> None:
        self._connection = connection
        self._pages = pages

    def notes(self) -> tuple[tuple[RecoveredNote, ...], tuple[str, ...]]:
        """Return every readable annotation, also from the trash, and the ids of those that cannot be read."""
        found: list[RecoveredNote] = []
        lost: list[str] = []
        carved = {str(row[0]): row for row in self._pages.rows("annotations")}
        named = {str(row[0]) for sql in _WAYS for row in self._walk(sql)[0]}
        for id_ in sorted(id_ for id_ in {*named, *carved, *self._journal} if TORN not in id_):
            row, journal = self._note(id_, carved.get(id_)), self._of_journal(id_)
            if row and journal and TORN in row[4] and journal[4].startswith(row[4].partition(TORN)[0]):
                row = (*row[:4], journal[4], *row[5:])
            if (row := row or journal) is None:
                lost.append(id_)
                continue
            targets, all_targets = self._targets(id_)
            labels, all_labels = self._labels(id_)
            found.append(RecoveredNote(row, targets, labels, all_targets, all_labels))
        return tuple(found), tuple(lost)

    def rows(self, table: str, key: int = 1) -> tuple[Row, ...]:
        """Return the readable rows of a table. Its first `key` columns identify a row."""
        found: dict[object, Row] = {}
        for order in ("ASC", "DESC"):
            read, whole = self._walk(f"SELECT * FROM {table} ORDER BY 1 {order}")  # noqa: S608 - constants
            fitting = [row for row in read if _table(_signature(row)) == table]
            for row in fitting:
                found.setdefault(row[:key], row)
            if whole and fitting:
                return tuple(found.values())
        for row in self._pages.rows(table):
            if _table(_signature(row)) == table:
                found.setdefault(row[:key], row)
        return tuple(found.values())

    @cached_property
    def memberships(self) -> dict[tuple[str, str], tuple[int, float]]:
        """By (annotation, label) the number of the label on the note, and the place of the note in the label."""
        by_index, _ = self._walk(
            "SELECT label, place, annotation FROM annotation_labels INDEXED BY annotation_labels_label ORDER BY label"
        )
        found: dict[tuple[str, str], tuple[int, float]] = {}
        for label, place, annotation in (*by_index, *self._pages.rows("annotation_labels_label")):
            if isinstance(place, int | float):
                found[str(annotation), str(label)] = (0, place)
        found.update({(row[0], row[1]): (row[2], row[3]) for row in self.rows("annotation_labels", 2)})
        return found

    def texts(self, known: Container[tuple[str, str, str]]) -> Iterator[RecoveredText]:
        """Yield the documents that are not `known` by symbol, language and digest."""
        rows = {int(row[0]): row for row in self.rows("documents")}
        for id_, row in rows.items():
            is_held = row[14] is None and row[15] is None
            if is_held and (row[1], row[2], row[11]) not in known:
                yield RecoveredText(row[1], row[2], self._akn(id_))
        ids, _ = self._walk("SELECT document FROM texts")
        for id_ in sorted({*(int(row[0]) for row in ids), *self._pages.texts} - rows.keys()):
            yield RecoveredText("", "", self._akn(id_))

    def _note(self, id_: str, carved: Row | None) -> Row | None:
        read = self._ask(f"SELECT {NOTE} FROM annotations WHERE id = ?", id_)  # noqa: S608 - a constant
        row = read[0] if read else None
        if row is None or not isinstance(row[4], str) or (carved and TORN in carved[4]):
            # SQLite returns any bytes of an overflow page as text. The page reader detects where a text breaks off.
            row = carved
        # Only `removed` may be NULL.
        return row and (
            *map(_text_or_torn, row[:10]),
            None if row[10] is None else _text_or_torn(row[10]),
            _text_or_torn(row[11]),
        )

    def _of_journal(self, id_: str) -> Row | None:
        """Return the row of an annotation with its last text in the journal, None without one."""
        text, removed = self._journal.get(id_, ("", None))
        if not text:
            return None
        where = self._ask("SELECT symbol, language FROM annotations INDEXED BY annotations_document WHERE id = ?", id_)
        symbol, language = next(iter(where or [row[:2] for row in self._pages.rows("ids") if row[2] == id_]), ("", ""))
        told = map(_text_or_torn, (symbol, language, text.encode("utf-8", "replace").decode()))
        return (id_, TORN, *told, *(TORN,) * 5, removed and str(removed), TORN) if symbol else None

    @cached_property
    def _journal(self) -> dict[str, tuple[str, str | None]]:
        found: dict[str, tuple[str, str | None]] = {}
        for _, _, subject, entity, _, after, undone in sorted(self.rows("steps")):
            with suppress(ValueError, AttributeError):
                told = json.loads(after)
                if subject == "annotation" and not undone:
                    text, removed = found.get(entity, ("", None))
                    found[entity] = (str(told.get("text", text)), told.get("removed", removed))
        return found

    def _targets(self, id_: str) -> tuple[tuple[Row, ...], bool]:
        read = self._ask("SELECT * FROM annotation_targets WHERE annotation = ? ORDER BY place", id_)
        carved = self._pages.targets(id_) if not read else ()
        return (*(read or ()), *carved), read is not None and not carved

    def _labels(self, id_: str) -> tuple[tuple[str, ...], bool]:
        read = self._ask("SELECT label FROM annotation_labels WHERE annotation = ? ORDER BY turn", id_)
        if read:
            return tuple(str(row[0]) for row in read), True
        known = self._labels_found.get(id_, [])
        return tuple(label for _, label in sorted(known)), read is not None and not known

    @cached_property
    def _labels_found(self) -> dict[str, list[tuple[int, str]]]:
        found: dict[str, list[tuple[int, str]]] = {}
        for (annotation, label), (turn, _) in self.memberships.items():
            found.setdefault(annotation, []).append((turn, label))
        return found

    def _akn(self, id_: int) -> bytes | None:
        if id_ in self._pages.texts:
            return self._pages.text(id_)
        read = self._ask("SELECT akn FROM texts WHERE document = ?", id_)
        return read[0][0] if read and isinstance(read[0][0], bytes) else None

    def _ask(self, sql: str, id_: object) -> list[Row] | None:
        """Return the rows of an id, None where they cannot be read."""
        read, whole = self._walk(sql, id_)
        return read if whole else None

    def _walk(self, sql: str, *parameters: object) -> tuple[list[Row], bool]:
        """Return the rows of a query as far as they can be read, and whether these are all."""
        found: list[Row] = []
        try:
            for row in self._connection.execute(sql, parameters):
                found.append(row)
        except _UNREADABLE:
            return found, False
        return found, True


class _Pages:
    """The rows on the pages of a file, each page read by itself."""

    def __init__(self, data: mmap.mmap) -> None:
        self._data = data
        size = self._number(16, 2)
        self._size = 65536 if size == 1 else size
        self._count = len(data) // self._size
        self._found: dict[str, dict[object, Row]] = {}
        self._targets: dict[str, list[tuple[int, Row]]] = {}
        self.texts: dict[int, tuple[int, int]] = {}  # by document: start and length of the record
        free = self._free()
        for number in range(1, self._count + 1):
            if number not in free:
                for rowid, at, total in self._cells(number):
                    with suppress(IndexError, ValueError):  # a damaged page may be of a valid type
                        self._take(rowid, at, total)

    def rows(self, table: str) -> tuple[Row, ...]:
        """Return the rows of a table, of several versions of a row the latest."""
        return tuple(self._found.get(table, {}).values())

    def targets(self, annotation: str) -> tuple[Row, ...]:
        """Return the rows of the targets of an annotation that were written together, and last."""
        versions: dict[int, list[Row]] = {}
        for rowid, row in self._targets.get(annotation, ()):
            versions.setdefault(rowid - row[1], []).append(row)
        return tuple(sorted(versions[max(versions)], key=lambda row: int(row[1]))) if versions else ()

    def text(self, document: int) -> bytes | None:
        """Return the text of a document, None where it is not complete."""
        value = self._record(*self.texts[document], with_rowid=True)[1]
        return value if isinstance(value, bytes) else None

    def _take(self, rowid: int | None, at: int, total: int) -> None:
        table = _table("".join(map(_letter, self._serials(at)[0])))
        if not table or (table in _WITH_ROWID) != (rowid is not None):
            return
        if rowid is not None and table == "texts":
            self.texts[rowid] = (at, total)
            return
        row = self._record(at, total, with_rowid=rowid is not None)
        if rowid is not None and table == "annotation_targets" and row[1] is not None:
            self._targets.setdefault(row[0], []).append((rowid, row))
            return
        if rowid is not None:
            row = (rowid, *row[1:])
        rows, key = self._found.setdefault(table, {}), row if table in _BY_ALL else row[0]
        time = _TIME.get(table, 0)
        if key not in rows or f"{row[time]!s:>20}" > f"{rows[key][time]!s:>20}":
            rows[key] = row

    def _cells(self, number: int) -> Iterator[tuple[int | None, int, int]]:
        """Yield the cells of a page that have rows: the rowid, if any, and the start and length of the payload."""
        start = (number - 1) * self._size
        head = start + (100 if number == 1 else 0)
        kind = self._data[head]
        if kind not in (_LEAF_TABLE, _LEAF_INDEX, _INTERIOR_INDEX):
            return
        first = head + (12 if kind == _INTERIOR_INDEX else 8)
        for turn in range(min(self._number(head + 3, 2), (start + self._size - first) // 2)):
            at = start + self._number(first + 2 * turn, 2) + (4 if kind == _INTERIOR_INDEX else 0)
            with suppress(IndexError):
                total, at = self._varint(at)
                rowid, at = self._varint(at) if kind == _LEAF_TABLE else (None, at)
                yield rowid, at, total

    def _serials(self, at: int) -> tuple[list[int], int]:
        """Return the serial types of a record and the length of its header."""
        length, now = self._varint(at)
        kinds: list[int] = []
        while now < at + min(length, 100):
            kind, now = self._varint(now)
            kinds.append(kind)
        return kinds, length

    def _record(self, at: int, total: int, *, with_rowid: bool) -> Row:
        """Return the values of a record. Where it breaks off, texts end in `TORN` and other values are None."""
        kinds, now = self._serials(at)
        payload = self._payload(at, total, with_rowid=with_rowid)
        values: list[object] = []
        for kind in kinds:
            length = (kind - 12) // 2 if kind > 11 else _SIZES[kind]
            values.append(_value(kind, payload[now : now + length], length))
            now += length
        return tuple(values)

    def _payload(self, at: int, total: int, *, with_rowid: bool) -> bytes:
        """Return the bytes of a record, through its overflow pages as far as they are intact."""
        usable = self._size - self._data[20]
        most = usable - 35 if with_rowid else (usable - 12) * 64 // 255 - 23
        if total <= most:
            return self._data[at : at + total]
        total = min(total, len(self._data))
        least = (usable - 12) * 32 // 255 - 23
        held = least + (total - least) % (usable - 4)
        held = held if held <= most else least
        parts, left, page = [self._data[at : at + held]], total - held, self._number(at + held, 4)
        while left > 0 and 1 < page <= self._count:
            start = (page - 1) * self._size
            page = self._number(start, 4)
            if not (1 < page <= self._count if left > usable - 4 else page == 0):
                break  # a damaged page: the chain ends too early or too late
            parts.append(self._data[start + 4 : start + 4 + min(left, usable - 4)])
            left -= usable - 4
        return b"".join(parts)

    def _free(self) -> frozenset[int]:
        """Return the free pages, whose rows are outdated. Empty where their list is damaged."""
        trunk, told, free = self._number(32, 4), self._number(36, 4), set[int]()
        while 1 < trunk <= self._count and trunk not in free:
            at = (trunk - 1) * self._size
            leaves = min(self._number(at + 4, 4), self._size // 4 - 2)
            free.add(trunk)
            free.update(self._number(at + 8 + 4 * turn, 4) for turn in range(leaves))
            trunk = self._number(at, 4)
        return frozenset(free) if trunk == 0 and len(free) == told else frozenset()

    def _number(self, at: int, length: int) -> int:
        return int.from_bytes(self._data[at : at + length])

    def _varint(self, at: int) -> tuple[int, int]:
        value = 0
        for step in range(8):
            byte = self._data[at + step]
            value = value << 7 | byte & 0x7F
            if byte < 0x80:
                return value, at + step + 1
        return value << 8 | self._data[at + 8], at + 9


def _value(kind: int, data: bytes, length: int) -> object:
    if kind > 12 and kind % 2:
        return data.decode("utf-8", "replace") + ("" if len(data) == length else TORN)
    if kind in (0, 8, 9) or len(data) < length:
        return {8: 0, 9: 1}.get(kind)
    if kind == 7:
        return float(struct.unpack(">d", data)[0])
    return data if kind > 11 else int.from_bytes(data, signed=True)


def _text_or_torn(value: object) -> str:
    return value if isinstance(value, str) else TORN


def _letter(kind: int) -> str:
    if kind > 11:
        return "t" if kind % 2 else "b"
    return "0iiiiiifii"[kind] if kind < 10 else "?"


def _signature(row: Sequence[object]) -> str:
    """Return the column types of a row that SQLite read, in the form of `_SHAPES`."""
    return "".join(_LETTERS.get(type(value), "?") for value in row)


@lru_cache(maxsize=4096)
def _table(kinds: str) -> str:
    """Return the table whose rows have such column types, "" for none."""
    return next((table for table, shape in _SHAPES.items() if re.fullmatch(shape, kinds)), "")
