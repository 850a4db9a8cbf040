"""Search against SQLite's FTS5 (and tantivy and Xapian, where they are installed), in one process, interleaved.

    .venv/bin/python benchmarks/search.py [passages ...] [--rounds N] [--peers NAMES] [--keep FOLDER] [--json]

The same folded words for all; 28 classes of queries (`_search_classes.py`), five of each, every query of every engine
in random order. `cold` is the first time a query is asked, `p50` and `p95` all later times; `ratio` is the median over
FTS5's. Qarar is asked for its folded tier by relevance, as the others are; `default` is what its window asks for: all
tiers, by document and place. `--keep` leaves corpus and indexes in a folder, so that another run need not build them.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import subprocess
import sys
import tempfile
from collections import defaultdict
from dataclasses import replace
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

from _search_classes import Asked, asked  # noqa: E402
from _search_corpus import Corpus  # noqa: E402
from _search_engines import Engine, Fts5, Qarar  # noqa: E402
from _search_peers import peers  # noqa: E402

OPENING = """
import sys, time, resource
sys.path[:0] = sys.argv[1:3]
from pathlib import Path
def private():
    return sum(int(line.split()[1]) for line in open("/proc/self/smaps_rollup") if line.startswith("Private"))
import index.searcher, index.query_parser
before = private()
begun = time.perf_counter()
searcher = index.searcher.Searcher(Path(sys.argv[3]) / "qarar")
opened = time.perf_counter()
held = private() - before
searcher.find(index.query_parser.parse("الأطفال والدول"), limit=20)
print((opened - begun) * 1000, held / 1024, (time.perf_counter() - opened) * 1000)
"""


def main() -> None:
    """Measure each size and print or dump the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("passages", nargs="*", type=int, default=[2000, 20000])
    parser.add_argument("--rounds", type=int, default=4)
    parser.add_argument("--peers", default="fts5,tantivy,xapian")
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = options.keep or Path(name)
        measured = [measure(folder, count, options) for count in options.passages]
    if options.json:
        print(json.dumps(measured, ensure_ascii=False, indent=1))
    else:
        for each in measured:
            show(each)


def measure(folder: Path, count: int, options: argparse.Namespace) -> dict[str, object]:
    """Build what is not there, open all engines, ask everything."""
    folder.mkdir(parents=True, exist_ok=True)
    corpus = Corpus(folder, count)
    facts = corpus.make()
    place = folder / f"indexes-{count}"
    engines: list[Engine] = [Qarar(), *peers(options.peers.split(","))]
    built = {engine.name: build(engine, place, corpus) for engine in engines}
    opened = [opening(place) for _ in range(3)]
    usual = Qarar(inflected=True)
    for engine in (*engines, usual):
        engine.open(place)
        if hasattr(engine, "load"):
            engine.load(words=True)
    classes, different = compare([*engines, usual], asked(facts), options.rounds)
    ratios = [row["ratio"] for row in classes.values()]
    added = add(place, corpus, asked(facts)[0])
    for engine in (*engines, usual):
        engine.close()
    return {
        "passages": count,
        "words": facts.words,
        "build_seconds": built,
        "build_per_second": {name: round(count / seconds) for name, seconds in built.items() if seconds},
        "megabytes": round(sum(path.stat().st_size for path in (place / "qarar").iterdir()) / 1e6, 1),
        "open_ms": round(statistics.median(one[0] for one in opened), 1),
        "private_megabytes_open": round(statistics.median(one[1] for one in opened), 1),
        "first_query_ms": round(statistics.median(one[2] for one in opened), 1),
        "add_a_document_ms": added,
        "classes": classes,
        "geometric_mean_of_ratios": round(statistics.geometric_mean(ratios), 2),
        "different_totals": different,
    }


def build(engine: Engine, place: Path, corpus: Corpus) -> float | None:
    """Return the seconds an index took to build; None where it was kept."""
    mark = place / f"{engine.name}.built"
    if mark.exists():
        return None
    place.mkdir(exist_ok=True)
    begun = perf_counter()
    engine.build(place, corpus.resolutions())
    mark.touch()
    return round(perf_counter() - begun, 2)


def opening(place: Path) -> tuple[float, float, float]:
    """Return milliseconds to open, private megabytes then, and milliseconds of the first query, in a new process."""
    command = [sys.executable, "-c", OPENING, ROOT, ROOT / "benchmarks", place]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    opened, held, first = map(float, done.stdout.split())
    return opened, held, first


def compare(engines: list[Engine], queries: list, rounds: int) -> tuple[dict[str, dict[str, float]], list[str]]:
    """Ask every engine every query, in random order; return figures by class, and queries with other totals."""
    chance = random.Random(1)
    cold: dict[tuple[str, str], list[float]] = defaultdict(list)
    warm: dict[tuple[str, str], list[float]] = defaultdict(list)
    different: list[str] = []
    for turn in range(rounds + 1):
        for one in chance.sample(queries, len(queries)):
            answers = {}
            for engine in chance.sample(engines, len(engines)):
                begun = perf_counter()
                answers[engine.name] = engine.ask(one)
                spent = (perf_counter() - begun) * 1000
                (warm if turn else cold)[one.kind, engine.name].append(spent)
            totals = {answer[0] for name, answer in answers.items() if name != "default"}
            if not turn and len(totals) > 1:
                different.append(f"{one.kind}: {answers}")
    kinds = dict.fromkeys(one.kind for one in queries)
    return {kind: row(kind, engines, cold, warm) for kind in kinds}, different


def row(kind: str, engines: list[Engine], cold: dict, warm: dict) -> dict[str, float]:
    """Return the figures of one class."""
    ours, found = warm[kind, "qarar"], {}
    found["cold"] = round(max(cold[kind, "qarar"]), 2)
    found["p50"] = round(statistics.median(ours), 2)
    found["p95"] = round(sorted(ours)[int(len(ours) * 0.95)], 2)
    for engine in engines:
        if engine.name != "qarar":
            found[engine.name] = round(statistics.median(warm[kind, engine.name]), 2)
    found["default_p95"] = round(sorted(warm[kind, "default"])[int(len(warm[kind, "default"]) * 0.95)], 2)
    found["ratio"] = round(statistics.median(ours) / statistics.median(warm[kind, Fts5.name]), 3)
    found["cold_ratio"] = round(statistics.median(cold[kind, "qarar"]) / statistics.median(cold[kind, Fts5.name]), 3)
    return found


def add(place: Path, corpus: Corpus, query: Asked) -> dict[str, float]:
    """Return milliseconds until one more text can be found, its index opened anew and asked, as the window does."""
    text = replace(next(iter(corpus.resolutions())), symbol="A/RES/99/999")
    from index.index_handle import IndexHandle

    times: list[float] = []
    held = IndexHandle(place / "qarar")
    held.searcher().find(query.query, limit=20)
    for _ in range(9):
        begun = perf_counter()
        Qarar().add(place, text)
        held.searcher().find(query.query, limit=20)
        times.append((perf_counter() - begun) * 1000)
    held.close()
    return {"median": round(statistics.median(times), 1), "worst": round(max(times), 1)}


def show(measured: dict) -> None:
    """Print the figures of one size."""
    classes = measured.pop("classes")
    print(*(f"{name}: {value}" for name, value in measured.items()), sep="\n")
    for kind, figures in classes.items():
        print(f"  {kind:28}", *(f"{name} {value:>8}" for name, value in figures.items()))


if __name__ == "__main__":
    main()
