"""How well words are found: judged queries, and pairs of words that should or should not meet.

    QARAR_CORPUS=... .venv/bin/python benchmarks/relevance.py [--json]

Texts: the bundled resolution, the Arabic lines of un_parallel_corpus_6lang and of arabic_legal. What is relevant is
said by a pattern for each query, written by hand from the paradigm of its word (`relevance_reference/README.md`), never
by a search. Systems: Qarar (by tier, then relevance), FTS5 over the same folded words, FTS5 over Larkey's light10, and
FTS5 over words as written. Grade 2 is the word as typed but for folding, 1 another form of it.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import re
import sqlite3
import statistics
import sys
import tempfile
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT)]

from documents.folding import fold_key  # noqa: E402
from documents.tokens import tokens  # noqa: E402
from index.inflection import stems  # noqa: E402
from index.passages import Passage  # noqa: E402
from index.query_parser import parse  # noqa: E402

_DEV_LINES, _LAW_LINES = 1500, 800
"""What one run of all patterns gets through in minutes; the lines are the first of each collection."""
REFERENCE = Path(__file__).parent / "relevance_reference"
_PARTS = {
    "{B}": r"(?:(?<![^\W_])(?=[^\W_])|(?<=[^\W_])(?![^\W_]))",
    "{P}": r"(?<![^\W_])[وف]?(?:[بكل]?ال|لل|[بكل])?",
    "{D}": r"(?:(?<![^\W_])(?=[^\W_])|(?<=[^\W_])(?![^\W_])|(?<=\W)(?=\W))",
}
_SUFFIXES = ("ها", "ان", "ات", "ون", "ين", "يه", "ية", "ه", "ي")


def light10(word: str) -> str:
    """Stem a folded word as Larkey, Ballesteros and Connell published light10 (2002, 2007)."""
    if word.startswith("و") and len(word) > 3:
        word = word[1:]
    for prefix in ("ال", "وال", "بال", "كال", "فال", "لل"):
        if word.startswith(prefix) and len(word) - len(prefix) >= 2:
            word = word[len(prefix) :]
            break
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 2:
            word = word[: -len(suffix)]
    return word


def bare(text: str) -> str:
    """Return a text for the patterns: without marks and tatweel, digits Western; letters as they stand."""
    kept = (c for c in unicodedata.normalize("NFKC", text) if unicodedata.category(c) not in {"Mn", "Cf"} and c != "ـ")
    return "".join(str(unicodedata.digit(c)) if c.isdigit() else c for c in kept)


def texts(corpus: Path) -> Iterator[Passage]:
    """Yield all passages."""
    yield from bundled()
    lines = (corpus / "un_parallel_corpus_6lang" / "UNv1.0.devset.ar").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines[:_DEV_LINES]):
        yield Passage("dev", "ar", "", f"line_{number}", "", number, line)
    number = 0
    for file in sorted((corpus / "arabic_legal" / "saudi_md").glob("*.md")):
        for line in file.read_text(encoding="utf-8", errors="replace").splitlines():
            if line.strip() and number < _LAW_LINES:
                yield Passage("law", "ar", "", f"law_{number}", "", number, line)
                number += 1


def bundled() -> list[Passage]:
    """Return the passages of the bundled resolution with all that is known of them."""
    from library import catalogue
    from library.database import open_database
    from services.documents.document_import import ensure_bundled
    from services.search.index_sync import passages_of

    with tempfile.TemporaryDirectory() as name, open_database(Path(name) / "library.db") as db:
        ensure_bundled(db)
        return list(passages_of(db, catalogue.load(db, "E/RES/2019/20", "ar")))


def judged(held: list[Passage]) -> Iterator[tuple[str, str, dict[int, int]]]:
    """Yield each query with its kind and the grade of every relevant passage by its number."""
    plain = [bare(passage.text + "\n" + passage.corrected.apply(passage.text)) for passage in held]
    for line in (REFERENCE / "queries.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        kind, query, *rest = line.split("\t")
        where, pattern = (rest[0], rest[1]) if kind == "field" else ("", rest[0])
        for name, expression in _PARTS.items():
            pattern = pattern.replace(name, f"(?:{expression})")
        regex = re.compile(pattern, re.DOTALL | (re.IGNORECASE if re.search("[A-Za-z]{2}", rest[-1]) else 0))
        # a pattern of what must be there somewhere looks from the beginning only
        meets = regex.match if pattern.startswith("(?=") else regex.search
        typed = {token.key for token in tokens(query)}
        grades = {}
        for number, text in enumerate(plain):
            if _in(held[number], where) and meets(text):
                as_typed = kind != "inflection" or typed <= {token.key for token in tokens(text)}
                grades[number] = 2 if as_typed else 1
        yield kind, query, grades


def _in(passage: Passage, where: str) -> bool:
    if not where:
        return True
    if where == "none" or passage.document != "E/RES/2019/20":
        return False
    return where == "bundled" or re.match(where, passage.provision) is not None


class Words:
    """FTS5 over words made by a function, asked for all words (phrases as phrases) by relevance."""

    def __init__(self, held: list[Passage], make) -> None:
        self._make = make
        self._db = sqlite3.connect(":memory:")
        self._db.execute("CREATE VIRTUAL TABLE words USING fts5 (text, tokenize=ascii)")
        rows = (
            (number + 1, " ".join(self._words(passage.text + "\n" + passage.corrected.apply(passage.text))))
            for number, passage in enumerate(held)
        )
        self._db.executemany("INSERT INTO words (rowid, text) VALUES (?, ?)", rows)

    def _words(self, text: str) -> list[str]:
        return [re.sub(r"[^\w]", "_", self._make(text[t.start : t.end], t.key)) for t in tokens(text)]

    def find(self, query: str) -> list[int]:
        """Return the numbers of what is found, the most relevant first."""
        pieces = re.findall(r'"[^"]*"|\S+', query)
        said = ['"' + " ".join(words) + '"' for piece in pieces if (words := self._words(piece))]
        rows = self._db.execute("SELECT rowid FROM words WHERE words MATCH ? ORDER BY rank", (" AND ".join(said),))
        return [row - 1 for (row,) in rows]


class Ours:
    """Qarar's index."""

    def __init__(self, held: list[Passage], folder: Path) -> None:
        from index.searcher import Searcher
        from index.writer import SourceText, build

        groups: dict[str, list[Passage]] = defaultdict(list)
        for passage in held:
            groups[passage.document].append(passage)
        build(folder, (SourceText((name, "ar"), name, each) for name, each in groups.items()), lambda: False)
        self._numbers = {(passage.document, passage.provision): number for number, passage in enumerate(held)}
        self._searcher = Searcher(folder)

    def find(self, query: str) -> list[int]:
        """Return the numbers of what is found, tier by tier, the most relevant first."""
        found = self._searcher.find(parse(query), limit=10**6, sort="relevance")
        return [self._numbers[passage.document, passage.provision] for _, passage in found.page]


def ndcg(found: list[int], grades: dict[int, int], depth: int = 10) -> float:
    """Return the normalised discounted cumulative gain of the first ten."""
    gain = sum((2 ** grades.get(number, 0) - 1) / math.log2(place + 2) for place, number in enumerate(found[:depth]))
    ideal = sorted(grades.values(), reverse=True)[:depth]
    best = sum((2**grade - 1) / math.log2(place + 2) for place, grade in enumerate(ideal))
    return gain / best if best else float(not found)


def paice() -> dict[str, dict[str, float]]:
    """Return the share of related pairs that do not meet (understemming) and of others that do (overstemming)."""
    pairs = [
        line.split("\t")
        for line in (REFERENCE / "pairs.tsv").read_text(encoding="utf-8").splitlines()
        if line[0] != "#"
    ]
    ours = lambda one, other: one == other or bool(set(stems(one)) & set(stems(other)))  # noqa: E731
    light = lambda one, other: light10(one) == light10(other)  # noqa: E731
    none = lambda one, other: one == other  # noqa: E731
    told = {}
    for name, meet in (("qarar", ours), ("light10", light), ("none", none)):
        same = [meet(fold_key(a), fold_key(b)) for kind, a, b in pairs if kind == "same"]
        apart = [meet(fold_key(a), fold_key(b)) for kind, a, b in pairs if kind == "other"]
        under, over = 1 - sum(same) / len(same), sum(apart) / len(apart)
        told[name] = {"pairs": len(pairs), "understemming": round(under, 3), "overstemming": round(over, 3)}
    return told


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--misses", action="store_true", help="list what was missed or found wrongly by Qarar")
    options = parser.parse_args()
    corpus = Path(os.environ["QARAR_CORPUS"])
    held = list(texts(corpus))
    with tempfile.TemporaryDirectory() as name:
        systems = {
            "qarar": Ours(held, Path(name) / "index"),
            "fts5_folded": Words(held, lambda _word, key: key),
            "light10": Words(held, lambda _word, key: light10(key)),
            "as_written": Words(held, lambda word, _key: word),
        }
        found: dict[tuple[str, str], list[tuple[float, float, float]]] = defaultdict(list)
        for kind, query, grades in judged(held):
            for system, each in systems.items():
                if kind == "field" and system != "qarar":
                    continue
                hits = each.find(query)
                right = sum(number in grades for number in hits)
                precision = right / len(hits) if hits else 1.0
                recall = right / len(grades) if grades else float(not hits)
                found[kind, system].append((precision, recall, ndcg(hits, grades)))
                if options.misses and system == "qarar" and (precision < 1 or recall < 1):
                    missed = [n for n in grades if n not in set(hits)][:3]
                    wrong = [n for n in hits if n not in grades][:3]
                    print(kind, query, round(precision, 3), round(recall, 3), "missed", missed, "wrong", wrong)
                    for n in missed[:1] + wrong[:1]:
                        print("    ", held[n].text[:160])
    told = {
        f"{kind} {system}": {
            "queries": len(rows),
            "precision": round(statistics.mean(row[0] for row in rows), 3),
            "recall": round(statistics.mean(row[1] for row in rows), 3),
            "ndcg10": round(statistics.mean(row[2] for row in rows), 3),
        }
        for (kind, system), rows in found.items()
    }
    result = {"passages": len(held), "judged": told, "pairs": paice()}
    if options.json:
        print(json.dumps(result, ensure_ascii=False, indent=1))
    else:
        print("passages", len(held))
        for name, row in {**told, **{f"pairs {name}": row for name, row in result["pairs"].items()}}.items():
            print(f"{name:28}", *(f"{key} {value}" for key, value in row.items()))


if __name__ == "__main__":
    main()
