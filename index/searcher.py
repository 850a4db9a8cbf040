"""One opened index that answers queries: hits by tier and order, counts by field, its own words.

Whatever Whoosh or a damaged file raises (there is no one class for that) becomes IndexUnusable.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np

from documents.offsets import Edit
from index.engine import Opened
from index.errors import Cancelled, IndexUnusable
from index.executor import Executor, TierMasks
from index.matching import Tier
from index.passages import DocumentFacts, Passage
from index.postings import Postings
from index.postings_format import Mask, Numbers
from index.query import DOCUMENT_FIELDS, Field, Query
from index.ranking import Sort, page, scores, sort_keys, tiers
from index.schema import BETWEEN
from index.segment_terms import leaves
from index.texts import KnownTexts, Texts
from index.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class ResultPage:
    """How many passages meet a query, in each tier too, and those of the page asked for with their tiers."""

    total: int
    page: tuple[tuple[Tier, Passage], ...]
    tiers: tuple[int, int, int] = (0, 0, 0)


Facets = dict[Field, tuple[tuple[str, int], ...]]
"""Values of fields with the number of passages found, most first."""


def _never() -> bool:
    return False


class Searcher:
    """An open index; not to be used by two threads at once. Nothing is read before it is asked for."""

    def __init__(self, folder: Path, known: KnownTexts | None = None) -> None:
        """Open the index in a folder whose stamp was found good (`folder.read_stamp`); IndexUnusable.

        `known` outlives the searcher: what it has of segments that are still there need not be read again.
        """
        self._folder, self._known = folder, known
        self._last: tuple[Query, TierMasks] | None = None
        with self._guarded():
            self._opened = Opened(folder)
            self._reader = self._opened.files.reader()
            self._leaves = leaves(self._reader)
            self.count: int = self._reader.doc_count_all()

    def close(self) -> None:
        """Let go of the files."""
        self._reader.close()
        self._opened.close()

    def find(
        self,
        query: Query,
        *,
        limit: int,
        offset: int = 0,
        sort: Sort = "order",
        cancelled: Callable[[], bool] = _never,
    ) -> ResultPage:
        """Return a page of what meets a query: by tier, then as asked; IndexUnusable, Cancelled."""
        with self._guarded():
            met = self._met(query, cancelled)
            ranked = sort_keys(sort, self._texts, self._scores(sort))
            found = tiers(met)
            counts = tuple(int(np.count_nonzero(mask)) for mask in found)
            picked = page(found, ranked, offset, limit)
            passages = tuple((tier, self.passage(number)) for tier, number in picked)
            return ResultPage(sum(counts), passages, (counts[0], counts[1], counts[2]))

    def count_of(self, query: Query) -> int:
        """Return how many passages meet a query."""
        with self._guarded():
            return int(np.count_nonzero(self._met(query, _never).widest))

    def provisions(self, query: Query) -> frozenset[str]:
        """Return the ids of all provisions that meet a query; in an index of notes these are the notes' own."""
        with self._guarded():
            return frozenset(self._provisions[number] for number in np.flatnonzero(self._met(query, _never).widest))

    def facets(self, query: Query, fields: Iterable[Field]) -> Facets:
        """Return how many of the passages that meet a query have each value of these fields."""
        with self._guarded():
            found = self._met(query, _never).widest
            return {field: self._facet(field, found) for field in fields}

    def vocabulary(self) -> Vocabulary:
        """Return the words of the index; read when first asked for."""
        with self._guarded():
            return self._vocabulary

    def passage(self, number: int) -> Passage:
        """Return a passage by its number."""
        held = self._reader.stored_fields(number)["passage"]
        document, language, title, provision, label, place, text, edits, kind, verbs, forces, cites, tags = held[:13]
        return Passage(
            *(document, language, title, provision, label, place, text),
            tuple(Edit(*edit) for edit in edits),
            *(kind, verbs, forces, cites, tags),
            about=DocumentFacts(*held[13:]),
        )

    @cached_property
    def _provisions(self) -> list[str]:
        """The id of each passage's provision; read from every passage, so only for small indexes."""
        return [self._reader.stored_fields(number)["passage"][3] for number in range(self.count)]

    @cached_property
    def _texts(self) -> Texts:
        return Texts(self._leaves, self.count, self._known)

    @cached_property
    def _postings(self) -> Postings:
        return Postings(self._leaves, self.count)

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        return Vocabulary(self._leaves)

    @cached_property
    def _executor(self) -> Executor:
        return Executor(self._postings, self._texts, lambda: self._vocabulary)

    @cached_property
    def _lengths(self) -> Numbers:
        """The number of words of each passage."""
        found = np.zeros(self.count, np.float64)
        for leaf, base in self._leaves:
            if not leaf.has_column("length"):
                continue
            # the column as it lies in its file: asking passage by passage would take a second
            column = leaf.column_reader("length", translate=False)
            held = np.frombuffer(column._dbfile.get(column._basepos, column._count * 4), ">u4")  # noqa: SLF001
            found[base : base + len(held)] = held
        return found

    def _met(self, query: Query, cancelled: Callable[[], bool]) -> TierMasks:
        """Return which passages meet a query; that of the last query is kept for its next page and its counts."""
        if self._last is not None and self._last[0] == query:
            return self._last[1]
        if query.root is None:
            none: Mask = np.zeros(self.count, np.bool_)
            met = TierMasks(none, none, none)
        else:
            met = self._executor.meet(query.root, query.strict, cancelled)
        self._last = query, met
        return met

    def _scores(self, sort: Sort) -> Numbers | None:
        """Return the relevance of every passage for the query that was met last, where it is asked for."""
        if sort != "relevance":
            return None
        return scores(self._executor.scored, self._lengths, self._mean_length, self.count)

    @cached_property
    def _mean_length(self) -> float:
        return float(self._lengths.mean()) if self.count and self._lengths.any() else 1.0

    def _facet(self, field: Field, found: Mask) -> tuple[tuple[str, int], ...]:
        if field in DOCUMENT_FIELDS:
            counts = self._texts.counts(field, found)
        else:
            keys = self._postings.keys("facts", field.value + BETWEEN)
            counts = {
                key.split(BETWEEN)[2]: int(np.count_nonzero(found[self._postings.having("facts", key)])) for key in keys
            }
        ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        return tuple((value, count) for value, count in ranked if count)

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        try:
            yield
        except (Cancelled, IndexUnusable):
            raise
        except Exception as error:
            raise IndexUnusable("damaged", self._folder, repr(error)) from error
