"""tantivy and Xapian, asked where they are installed; neither is part of Qarar."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from _search_classes import Asked
from _search_corpus import Resolution
from _search_engines import PAGE, Answer, Engine, Fts5, Vocabulary, prefix_of

from index.query import All, Either, Fuzzy, Limit, Node, Pattern, Phrase, Range, Word


def peers(wanted: Iterable[str]) -> list[Engine]:
    """Return the engines to compare with, of those that are installed."""
    made = {"fts5": Fts5, "tantivy": Tantivy, "xapian": Xapian}
    return [made[name]() for name in wanted if name == "fts5" or find_spec(name)]


def _day(date: str) -> int:
    return int(date.replace("-", ""))


class Tantivy:
    """tantivy, one thread."""

    name = "tantivy"

    def _schema(self) -> Any:
        import tantivy

        builder = tantivy.SchemaBuilder()
        builder.add_text_field("folded", stored=True, tokenizer_name="spaces", index_option="position")
        builder.add_text_field("kind", tokenizer_name="raw", index_option="basic")
        builder.add_text_field("symbol", tokenizer_name="raw", index_option="basic", fast=True)
        builder.add_unsigned_field("date", indexed=True, fast=True)
        return builder.build()

    def build(self, folder: Path, texts: Iterable[Resolution]) -> None:
        import tantivy

        place = folder / "tantivy"
        place.mkdir()
        self._write(self._with_tokenizer(tantivy.Index(self._schema(), path=str(place))), texts)

    def _with_tokenizer(self, index: Any) -> Any:
        """Return the index with what splits at spaces and does nothing else."""
        import tantivy

        index.register_tokenizer("spaces", tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build())
        return index

    def _write(self, index: Any, texts: Iterable[Resolution]) -> None:
        import tantivy

        writer = index.writer(heap_size=256 << 20, num_threads=1)
        for text in texts:
            for kind, _, folded, *_ in text.rows:
                day = _day(text.about.date)
                writer.add_document(tantivy.Document(folded=folded, kind=kind, symbol=text.symbol, date=day))
        writer.commit()
        writer.wait_merging_threads()

    def open(self, folder: Path) -> None:
        import tantivy

        self._form = self._schema()
        self._index = self._with_tokenizer(tantivy.Index.open(str(folder / "tantivy")))
        self._searcher = self._index.searcher()

    def ask(self, asked: Asked) -> Answer:
        import tantivy

        query = self._query(asked.node)
        order = {"order_by_field": "date"} if asked.by_date else {}
        found = self._searcher.search(query, PAGE, **order)
        held = [self._searcher.doc(address) for _, address in found.hits]
        if asked.snippets:
            maker = tantivy.SnippetGenerator.create(self._searcher, query, self._form, "folded")
            for document in held:
                maker.snippet_from_doc(document).to_html()
        return found.count, self._counted(query) if asked.facet else 0

    def _counted(self, query: Any) -> int:
        counts = {"symbols": {"terms": {"field": "symbol", "size": 1 << 16}}}
        answer = self._searcher.aggregate(query, counts)
        found = answer if isinstance(answer, dict) else json.loads(answer)
        return len(found["symbols"]["buckets"])

    def _query(self, node: Node) -> Any:
        from tantivy import FieldType, Occur, Query

        match node:
            case Word(term):
                return Query.term_query(self._form, "folded", term.folded[0])
            case Phrase(terms):
                return Query.phrase_query(self._form, "folded", [term.folded[0] for term in terms])
            case All(parts):
                return Query.boolean_query([(Occur.Must, self._query(part)) for part in parts])
            case Either(parts):
                return Query.boolean_query([(Occur.Should, self._query(part)) for part in parts])
            case Pattern(key):
                return Query.regex_query(self._form, "folded", key.replace("*", ".*").replace("?", "."))
            case Fuzzy(key, edits):
                return Query.fuzzy_term_query(self._form, "folded", key, distance=edits)
            case Limit(_, values):
                kind = Query.term_query(self._form, "kind", values[0], "basic")
                return Query.boost_query(Query.const_score_query(kind, 1.0), 0.0)
            case Range(_, first, last):
                days = Query.range_query(self._form, "date", FieldType.Unsigned, _day(first), _day(last))
                return Query.boost_query(Query.const_score_query(days, 1.0), 0.0)
        raise TypeError(node)

    def add(self, folder: Path, text: Resolution) -> None:
        import tantivy

        self._write(self._with_tokenizer(tantivy.Index.open(str(folder / "tantivy"))), [text])

    def close(self) -> None:
        del self._searcher, self._index


class Xapian:
    """Xapian; patterns that are open elsewhere than at the end, and near misses, from its list of terms."""

    name = "xapian"

    def build(self, folder: Path, texts: Iterable[Resolution]) -> None:
        import xapian

        db = xapian.WritableDatabase(str(folder / "xapian"), xapian.DB_CREATE)
        for text in texts:
            self._insert(db, text)
        db.commit()
        db.close()

    def _insert(self, db: Any, text: Resolution) -> None:
        import xapian

        for kind, _, folded, *_ in text.rows:
            document = xapian.Document()
            for place, key in enumerate(folded.split(), 1):
                document.add_posting(key, place)
            document.add_boolean_term(f"K{kind}")
            document.add_value(0, text.about.date)
            document.add_value(1, text.symbol)
            document.set_data(folded)
            db.add_document(document)

    def open(self, folder: Path) -> None:
        import xapian

        self._db = xapian.Database(str(folder / "xapian"))

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        terms = (each.term.decode() for each in self._db.allterms())
        return Vocabulary.of(term for term in terms if not term.startswith("K"))

    def ask(self, asked: Asked) -> Answer:
        import xapian

        enquire = xapian.Enquire(self._db)
        enquire.set_query(self._query(asked.node))
        if asked.by_date:
            enquire.set_sort_by_value(0, True)
        spy = xapian.ValueCountMatchSpy(1)
        if asked.facet:
            enquire.add_matchspy(spy)
        found = enquire.get_mset(0, PAGE, self._db.get_doccount())
        for hit in found:
            data = hit.document.get_data().decode()
            if asked.snippets:
                found.snippet(data, 120)
        return found.get_matches_estimated(), sum(1 for _ in spy.values()) if asked.facet else 0

    def _query(self, node: Node) -> Any:
        from xapian import Query

        match node:
            case Word(term):
                return Query(term.folded[0])
            case Phrase(terms):
                return Query(Query.OP_PHRASE, [term.folded[0] for term in terms], len(terms))
            case All(parts):
                words = [self._query(part) for part in parts if not isinstance(part, Limit | Range)]
                limits = [self._query(part) for part in parts if isinstance(part, Limit | Range)]
                query = Query(Query.OP_AND, words)
                return Query(Query.OP_FILTER, query, Query(Query.OP_AND, limits)) if limits else query
            case Either(parts):
                return Query(Query.OP_OR, [self._query(part) for part in parts])
            case Pattern() | Fuzzy():
                prefix = prefix_of(node)
                if prefix is not None:
                    return Query(Query.OP_WILDCARD, prefix)
                return Query(Query.OP_SYNONYM, [Query(term) for term in self._vocabulary.meant(node)])
            case Limit(_, values):
                return Query(f"K{values[0]}")
            case Range(_, first, last):
                return Query(Query.OP_VALUE_RANGE, 0, first, last)
        raise TypeError(node)

    def add(self, folder: Path, text: Resolution) -> None:
        import xapian

        db = xapian.WritableDatabase(str(folder / "xapian"), xapian.DB_OPEN)
        self._insert(db, text)
        db.commit()
        db.close()

    def close(self) -> None:
        self._db.close()
