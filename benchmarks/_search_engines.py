"""Search engines under one face: built from a corpus, opened, asked. Here Qarar's and SQLite's FTS5.

All are asked for the same: the first 20 passages, most relevant first (or the newest), the exact total, and where a
class wants it the passages counted by document, or excerpts with the words marked.
"""

from __future__ import annotations

import re
import sqlite3
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Protocol

from _search_classes import Asked
from _search_corpus import Resolution

from index.query import All, Either, Fuzzy, Limit, Node, Pattern, Phrase, Query, Range, Word

PAGE = 20
Answer = tuple[int, int]
"""The total, and how many of the documents counted were named: what engines must agree on."""


class Engine(Protocol):
    """An index that lies in a folder."""

    name: str

    def build(self, folder: Path, texts: Iterable[Resolution]) -> None:
        """Write the index of all texts."""

    def open(self, folder: Path) -> None:
        """Open the index."""

    def ask(self, asked: Asked) -> Answer:
        """Answer a query."""

    def add(self, folder: Path, text: Resolution) -> None:
        """Bring one more text in, committed."""

    def close(self) -> None:
        """Let go of the index."""


class Qarar:
    """Qarar's index, asked in its folded tier; `inflected` as the window asks: all three tiers, order by place."""

    def __init__(self, *, inflected: bool = False) -> None:
        self.name = "default" if inflected else "qarar"
        self._inflected = inflected

    def build(self, folder: Path, texts: Iterable[Resolution]) -> None:
        from index.writer import build

        build(folder / "qarar", map(_text, texts), lambda: False)

    def open(self, folder: Path) -> None:
        from index.index_folder import read_stamp
        from index.searcher import Searcher

        read_stamp(folder / "qarar")
        self._searcher = Searcher(folder / "qarar")

    def ask(self, asked: Asked) -> Answer:
        from index.matching import match
        from index.query import Field

        query = asked.inflected if self._inflected else asked.query
        sort = "date" if asked.by_date else "order" if self._inflected else "relevance"
        found = self._searcher.find(query, limit=PAGE, sort=sort)
        counted = len(self._searcher.facets(query, (Field.SYMBOL,))[Field.SYMBOL]) if asked.facet else 0
        if asked.snippets:
            for _, passage in found.page:
                match(query, passage)
        return found.total, counted

    def load(self, *, words: bool) -> None:
        """Read what is read once of an open index: order and lengths of passages, and the `words` for patterns."""
        self._searcher.find(Query("", _ABSENT), limit=1, sort="relevance")
        if words:
            self._searcher.find(Query("", Fuzzy("ظظظظظ", 1)), limit=1)

    def add(self, folder: Path, text: Resolution) -> None:
        from index.writer import update

        update(folder / "qarar", [_text(text)], (), lambda: False)

    def close(self) -> None:
        self._searcher.close()


_ABSENT = Pattern("ظظظظظ?")


def _text(resolution: Resolution):
    from index.writer import SourceText

    return SourceText((resolution.symbol, "ar"), resolution.symbol, resolution.passages())


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The terms of an engine that has no patterns or near misses of its own, and which of them are meant."""

    terms: frozenset[str]
    text: str

    @classmethod
    def of(cls, terms: Iterable[str]) -> Vocabulary:
        """Take the terms of an index."""
        held = frozenset(terms)
        return cls(held, "\n".join(sorted(held)))

    def meant(self, node: Pattern | Fuzzy) -> list[str]:
        """Return the terms that a pattern leaves open, or that are one edit away."""
        if isinstance(node, Pattern):
            form = re.escape(node.key).replace(r"\*", "[^\n]*").replace(r"\?", "[^\n]")
            return re.findall(f"^{form}$", self.text, re.MULTILINE)
        return sorted(self.terms.intersection(_one_edit(node.key, set(self.text))))


def _one_edit(word: str, letters: set[str]) -> Iterator[str]:
    """Yield all that is one edit away, and the word itself."""
    yield word
    for place in range(len(word) + 1):
        head, tail = word[:place], word[place:]
        if tail:
            yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        for letter in letters:
            yield head + letter + tail
            if tail:
                yield head + letter + tail[1:]


def prefix_of(node: Node) -> str | None:
    """Return what a pattern begins with where nothing but the end is open."""
    if isinstance(node, Pattern) and node.key.endswith("*") and not set(node.key[:-1]) & {"*", "?"}:
        return node.key[:-1]
    return None


class Fts5:
    """SQLite's FTS5 with its index optimised, 64 MB of page cache and the file mapped: the best it is asked for."""

    name = "fts5"

    def build(self, folder: Path, texts: Iterable[Resolution]) -> None:
        with self._connected(folder) as db:
            db.execute(
                "CREATE TABLE passages (id INTEGER PRIMARY KEY, symbol TEXT, organ TEXT, year TEXT, date TEXT,"
                " kind TEXT, text TEXT)"
            )
            # the keys come folded and apart: the plainest tokenizer leaves them so
            db.execute("CREATE VIRTUAL TABLE words USING fts5 (folded, tokenize=ascii)")
            for text in texts:
                self._insert(db, text)
            begun = time.perf_counter()
            db.execute("INSERT INTO words (words) VALUES ('optimize')")
            db.execute("CREATE INDEX dates ON passages (date)")
            self.optimised = time.perf_counter() - begun
        db.close()

    def _insert(self, db: sqlite3.Connection, text: Resolution) -> None:
        about = text.about
        first = db.execute("SELECT coalesce(max(id), 0) + 1 FROM passages").fetchone()[0]
        db.executemany(
            "INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                (first + place, text.symbol, about.organ, about.year, about.date, kind, received)
                for place, (kind, received, *_) in enumerate(text.rows)
            ),
        )
        db.executemany(
            "INSERT INTO words (rowid, folded) VALUES (?, ?)",
            ((first + place, row[2]) for place, row in enumerate(text.rows)),
        )

    def _connected(self, folder: Path) -> sqlite3.Connection:
        db = sqlite3.connect(folder / "fts5.db")
        db.execute("PRAGMA cache_size = -65536")
        db.execute("PRAGMA mmap_size = 1073741824")
        return db

    def open(self, folder: Path) -> None:
        self._db = self._connected(folder)
        self._db.execute("SELECT count(*) FROM words WHERE words MATCH 'a'").fetchone()

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        self._db.execute("CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab (main, words, row)")
        return Vocabulary.of(term for (term,) in self._db.execute("SELECT term FROM vocabulary"))

    def load(self, *, words: bool) -> None:
        """Read what is read once: the terms, kept over openings, where `words` are wanted."""
        if words:
            self._vocabulary  # noqa: B018 - read for its effect

    def ask(self, asked: Asked) -> Answer:
        match, limits, values = self._said(asked.node)
        where = " AND ".join((["words MATCH ?"] if match else []) + limits)
        values = ([match] if match else []) + values
        table = "words" if match else "passages p"
        if match and (limits or asked.by_date):
            table += " JOIN passages p ON p.id = words.rowid"
        number = "words.rowid" if match else "p.id"
        order = f"p.date DESC, {number}" if asked.by_date else "rank" if match else number
        shown = ", snippet(words, 0, '[', ']', '…', 16)" if asked.snippets else ""
        rows = self._db.execute(f"SELECT {number}{shown} FROM {table} WHERE {where} ORDER BY {order} LIMIT 20", values)
        for row in rows.fetchall():
            self._db.execute("SELECT * FROM passages WHERE id = ?", row[:1]).fetchone()
        (total,) = self._db.execute(f"SELECT count(*) FROM {table} WHERE {where}", values).fetchone()
        return total, self._counted(match) if asked.facet else 0

    def _counted(self, match: str) -> int:
        counts = "SELECT symbol, count(*) FROM words JOIN passages ON id = words.rowid WHERE words MATCH ?"
        return len(self._db.execute(counts + " GROUP BY symbol ORDER BY 2 DESC", (match,)).fetchall())

    def _said(self, node: Node) -> tuple[str, list[str], list[str]]:
        """Return the expression, conditions on other columns, and their values."""
        parts = node.parts if isinstance(node, All) else (node,)
        words = [self._expression(part) for part in parts if not isinstance(part, Limit | Range)]
        limits, values = [], []
        for part in parts:
            if isinstance(part, Limit):
                limits.append(f"p.{part.field.value} = ?")
                values.append(part.values[0])
            elif isinstance(part, Range):
                limits.append(f"p.{part.field.value} BETWEEN ? AND ?")
                values += [part.first, part.last]
        return " AND ".join(words), limits, values

    def _expression(self, node: Node) -> str:
        match node:
            case Word(term):
                return f'"{term.folded[0]}"'
            case Phrase(terms):
                return '"' + " ".join(term.folded[0] for term in terms) + '"'
            case Either(parts):
                return "(" + " OR ".join(map(self._expression, parts)) + ")"
            case Pattern() | Fuzzy():
                prefix = prefix_of(node)
                if prefix is not None:
                    return f'"{prefix}" *'
                return " OR ".join(f'"{term}"' for term in self._vocabulary.meant(node)) or '""'
        raise TypeError(node)

    def add(self, folder: Path, text: Resolution) -> None:
        with self._connected(folder) as db:
            self._insert(db, text)
        db.close()

    def close(self) -> None:
        self._db.close()
