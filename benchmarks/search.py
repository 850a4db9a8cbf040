"""Search against SQLite's FTS5 on the same keys, in one process, queries interleaved: milliseconds and ratios.

    .venv/bin/python benchmarks/search.py [passages ...] [--rounds N] [--json]

Passages are made from the bundled resolution: runs of its words and inflected forms of them, 40 to a document, lengths
as in real resolutions. Both engines return the total and the first 20 passages, as typed ones first. The index and
its answer are timed, then the highlights of the page by themselves; the library is left out.
"""

from __future__ import annotations

import argparse
import json
import random
import sqlite3
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import resources  # noqa: E402
from documents.arabic import tokens  # noqa: E402
from index.analysis import keys  # noqa: E402
from index.matching import match  # noqa: E402
from index.passages import Passage  # noqa: E402
from index.query import Clause, Query, Term, parse  # noqa: E402

PER_DOCUMENT = 40
PAGE = 20
QUERIES = {
    "rare word": "الطفلات",
    "mid word": "المنظمة",
    "common word": "الأطفال",
    "two words": "التعاون الدولي",
    "common and rare": "الأطفال المنظمة",
    "three words": "منع الجريمة الأطفال",
    "phrase": '"الجريمة المنظمة"',
    "phrase of three": '"الاستغلال الجنسي للأطفال"',
    "common phrase": '"على الأطفال"',
    "symbol": "154/73",
    "no hit": "زرافة",
}
FIRST_SEARCH = """
import sys, time
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from index.query import parse  # noqa: E402
begun = time.perf_counter()
from index.searcher import find  # noqa: E402
imported = time.perf_counter()
find(Path(sys.argv[2]), parse("المنظمة"), limit=20, offset=0, cancelled=lambda: False)
done = time.perf_counter()
print((imported - begun) * 1000, (done - imported) * 1000)
"""


def passages(count: int) -> list[Passage]:
    """Return passages that are the same in every run; a smaller count is the beginning of a larger one."""
    chance = random.Random(2019)
    text = resources.read_text("documents", "E-RES-2019-20.ar.txt")
    words = [text[token.start : token.end] for token in tokens(text)]
    made = [
        clitic + word + ending
        for word in dict.fromkeys(words)
        for clitic in ("", "و", "ال", "ب")
        for ending in ("", "ات")
    ]
    chance.shuffle(made)
    weights = [1 / rank for rank in range(1, len(made) + 1)]
    found = []
    for number in range(count):
        parts: list[str] = []
        size = min(400, max(4, int(chance.lognormvariate(3.4, 0.7))))
        while len(parts) < size:
            if chance.random() < 0.5:
                start = chance.randrange(len(words))
                parts += words[start : start + chance.randint(3, 9)]
            else:
                parts += chance.choices(made, weights, k=4)
        document, place = divmod(number, PER_DOCUMENT)
        symbol = f"A/RES/{60 + document // 300}/{1 + document % 300}"
        found.append(Passage(symbol, "ar", "عنوان", f"op_{place}", f"OP{place}", place, " ".join(parts)))
    return found


def build_ours(folder: Path, found: list[Passage]) -> float:
    from index.writer import Text, build

    documents: dict[str, list[Passage]] = {}
    for passage in found:
        documents.setdefault(passage.document, []).append(passage)
    begun = perf_counter()
    build(folder, (Text((name, "ar"), name, each) for name, each in documents.items()), lambda: False)
    return perf_counter() - begun


def build_fts5(file: Path, found: list[Passage]) -> tuple[sqlite3.Connection, float]:
    begun = perf_counter()
    db = sqlite3.connect(file)
    db.execute("CREATE TABLE passages (id INTEGER PRIMARY KEY, place TEXT, text TEXT)")
    db.execute(
        "CREATE VIRTUAL TABLE words USING fts5 (exact, folded, content='', tokenize=\"unicode61 tokenchars '/.-'\")"
    )
    for number, passage in enumerate(sorted(found, key=lambda each: each.order)):
        exact, folded, _ = (joined(each) for each in keys(passage))
        db.execute("INSERT INTO passages VALUES (?, ?, ?)", (number, passage.order, passage.text))
        db.execute("INSERT INTO words (rowid, exact, folded) VALUES (?, ?, ?)", (number, exact, folded))
    db.commit()
    return db, perf_counter() - begun


def joined(stands: dict[str, list[int]]) -> str:
    """Return the keys in the order of their places."""
    return " ".join(key for _, key in sorted((place, key) for key, places in stands.items() for place in places))


def ask_ours(folder: Path, query: Query) -> tuple[int, list[Passage]]:
    from index.searcher import find

    found = find(folder, query, limit=PAGE, offset=0, cancelled=lambda: False)
    return found.total, [passage for _, passage in found.page]


def ask_fts5(db: sqlite3.Connection, query: Query) -> int:
    exact = " AND ".join("exact : " + quoted([term.exact for term in clause.terms]) for clause in query.clauses)
    folded = " AND ".join("folded : " + quoted([term.folded[0] for term in clause.terms]) for clause in query.clauses)
    first = [
        row[0]
        for row in db.execute("SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid LIMIT ?", (exact, PAGE))
    ]
    if len(first) < PAGE:
        rest = db.execute("SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid LIMIT ?", (folded, 2 * PAGE))
        first += [row[0] for row in rest if row[0] not in first][: PAGE - len(first)]
    for number in first:
        db.execute("SELECT place, text FROM passages WHERE id = ?", (number,)).fetchone()
    return int(db.execute("SELECT count(*) FROM words WHERE words MATCH ?", (folded,)).fetchone()[0])


def without_stems(query: Query) -> Query:
    """Return the query with its exact and folded tiers only: what the other engine is asked too."""
    clauses = (tuple(Term(term.exact, term.folded) for term in clause.terms) for clause in query.clauses)
    return Query(query.text, tuple(Clause(terms) for terms in clauses))


def quoted(words: list[str]) -> str:
    return '"' + " ".join(words) + '"'


def timed(action):
    begun = perf_counter()
    value = action()
    return value, (perf_counter() - begun) * 1000


def measure(count: int, rounds: int) -> dict[str, object]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "index"
        found = passages(count)
        ours_built = build_ours(folder, found)
        db, fts5_built = build_fts5(Path(name) / "fts5.db", found)
        first = [first_search(folder) for _ in range(3)]
        rows = compare(folder, db, rounds)
        db.close()
        size = sum(path.stat().st_size for path in folder.iterdir()) / 1e6
    ratios = [row["ratio"] for row in rows.values()]
    return {
        "passages": count,
        "build_seconds": round(ours_built, 2),
        "build_per_second": round(count / ours_built),
        "fts5_build_seconds": round(fts5_built, 2),
        "index_megabytes": round(size, 1),
        "import_whoosh_ms": round(statistics.median(each[0] for each in first), 1),
        "first_search_after_import_ms": round(statistics.median(each[1] for each in first), 1),
        "queries": rows,
        "geometric_mean_of_ratios": round(statistics.geometric_mean(ratios), 2),
    }


def first_search(folder: Path) -> tuple[float, float]:
    done = subprocess.run(
        [sys.executable, "-c", FIRST_SEARCH, ROOT, folder], capture_output=True, text=True, check=True
    )
    imported, searched = map(float, done.stdout.split())
    return imported, searched


def compare(folder: Path, db: sqlite3.Connection, rounds: int) -> dict[str, dict[str, float]]:
    chance = random.Random(1)
    times: dict[str, tuple[list[float], ...]] = {name: ([], [], [], []) for name in QUERIES}
    totals: dict[str, tuple[int, int, int]] = {}
    for _ in range(rounds):
        for name in chance.sample(sorted(QUERIES), len(QUERIES)):
            inflected = parse(QUERIES[name])
            query = without_stems(inflected)
            for ours in chance.sample([True, False], 2):
                if ours:
                    (total, page), spent = timed(lambda query=query: ask_ours(folder, query))
                    _, shown = timed(lambda query=query, page=page: [match(query, each) for each in page])
                    (wide_total, _), wide = timed(lambda query=inflected: ask_ours(folder, query))
                    for column, value in ((0, spent), (2, shown), (3, wide)):
                        times[name][column].append(value)
                else:
                    peer, spent = timed(lambda query=query: ask_fts5(db, query))
                    times[name][1].append(spent)
            totals[name] = (total, peer, wide_total)
    return {
        name: {
            "total": totals[name][0],
            "fts5_total": totals[name][1],
            "ms": round(statistics.median(ours), 2),
            "worst_ms": round(max(ours), 2),
            "fts5_ms": round(statistics.median(peer), 2),
            "ratio": round(statistics.median(ours) / statistics.median(peer), 2),
            "highlights_ms": round(statistics.median(shown), 2),
            "inflected_total": totals[name][2],
            "inflected_ms": round(statistics.median(wide), 2),
        }
        for name, (ours, peer, shown, wide) in times.items()
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("passages", nargs="*", type=int, default=[2000, 20000])
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    measured = [measure(count, asked.rounds) for count in asked.passages]
    if asked.json:
        print(json.dumps(measured, ensure_ascii=False, indent=1))
        return
    for each in measured:
        rows = each.pop("queries")
        print(*(f"{name}: {value}" for name, value in each.items()), sep="\n")
        for name, row in rows.items():
            print(f"  {name:16}", *(f"{column} {value:>8}" for column, value in row.items()))


if __name__ == "__main__":
    main()
