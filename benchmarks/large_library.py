"""A large library: who cites, coverage, opening, listing in milliseconds; documents recited a second; size, memory.

    .venv/bin/python benchmarks/large_library.py [documents] [--rounds N] [--keep FILE] [--json]

With QARAR_CORPUS the documents are the resolutions of the corpus, repeated under other symbols; without it they are
made from sentences as resolutions have them. Every one of them also cites the Universal Declaration and the Convention
on the Rights of the Child, so that there are targets that all documents cite. `first` is on a new connection.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import random
import resource
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from documents.importers.text.reader import read_text  # noqa: E402
from documents.model import Document, Kind, Provision  # noqa: E402
from library import catalogue, citations  # noqa: E402
from library.database import Database, open_database  # noqa: E402
from services.citations.citation_refresh import find_with_overrides, refresh  # noqa: E402
from services.citations.cited_by import cited_by  # noqa: E402
from services.citations.coverage import coverage, fetch_list  # noqa: E402
from services.documents.open_text import open_text  # noqa: E402

CRC = "UNTS 1577/27531"
COMMON = "Guided by the Universal Declaration of Human Rights and the Convention on the Rights of the Child,"
BATCH = 250
RECITED = 300
GOALS = {"coverage of the library": 150.0}
GOAL = 50.0


def real(folder: Path) -> Iterator[Document]:
    with gzip.open(folder / "ga_resolutions_en" / "texts.jsonl.gz", "rt", encoding="utf-8") as file:
        for line in file:
            yield read_text(json.loads(line)["text"].encode(), "x.txt")


def made(count: int = 400) -> Iterator[Document]:
    chance = random.Random(2019)
    for _ in range(count):
        lines = ["Resolution adopted by the General Assembly on 18 December 2019", "", "74/1. Title of it", ""]
        lines += ["The General Assembly,", ""]
        for _ in range(chance.randint(8, 16)):
            session = chance.randint(45, 73)
            cited = f"its resolutions {session}/{chance.randint(1, 290)} and {session - 1}/{chance.randint(1, 280)}"
            lines += [f"Recalling {cited} and all its other resolutions on the promotion of development,", ""]
        for number in range(1, chance.randint(12, 30)):
            cited = f", in document A/{chance.randint(60, 74)}/{chance.randint(1, 600)}," if number % 3 == 0 else ""
            lines += [f"{number}. Urges Member States{cited} to cooperate with a view to the full realization of it;"]
        yield read_text("\n".join(lines).encode(), "x.txt")


def sources() -> list[Document]:
    corpus = os.environ.get("QARAR_CORPUS", "")
    found = list(real(Path(corpus)) if corpus else made())
    return [
        replace(each, provisions=(*each.provisions, Provision("pp_900", Kind.PREAMBULAR, COMMON))) for each in found
    ]


def fill(db: Database, count: int) -> float:
    """Store the documents under symbols of their own, sources in turn; return the seconds that it took."""
    texts = sources()
    found = [find_with_overrides(db, text, ()) for text in texts]
    begun = perf_counter()
    for first in range(0, count, BATCH):
        with db.transaction():
            for number in range(first, min(first + BATCH, count)):
                at = number % len(texts)
                symbol = f"A/RES/{31 + number // 300}/{1 + number % 300}"
                catalogue.add(db, replace(texts[at], symbol=symbol), found[at])
    return perf_counter() - begun


def asked(db: Database) -> dict[str, Callable[[], object]]:
    every = [total.target for total in citations.totals(db)]
    rare = every[-1]
    middle = every[len(every) // 2]
    symbols, rows = catalogue.symbols(db), coverage(db)
    symbol = symbols[len(symbols) // 2]
    return {
        "cited_by, a target of one document": lambda: cited_by(db, rare),
        "cited_by, the target in the middle": lambda: cited_by(db, middle),
        "cited_by, a target of every document": lambda: cited_by(db, CRC),
        "cited_by, its counts alone": lambda: cited_by(db, CRC, limit=0),
        "cited_by, its places 5001 to 5200": lambda: cited_by(db, CRC, offset=5000),
        "coverage of a document": lambda: coverage(db, (symbol, "en")),
        "coverage of the library": lambda: coverage(db),
        "fetch list of the library, from rows": lambda: fetch_list(rows, "csv", "en"),
        "which of 1000 targets are held": lambda: citations.held_languages(db, every[:1000]),
        "open 20 texts": lambda: [open_text(db, each) for each in symbols[: 20 * 37 : 37]],
        "store a text's citations anew": lambda: citations.store(
            db, catalogue.load(db, symbol), citations.rule_citations(db, symbol, "en")
        ),
        "list the library": lambda: catalogue.entries(db),
    }


def measured(file: Path, rounds: int) -> dict[str, tuple[float, float]]:
    """Return for each question the first time and the median of the others, in milliseconds."""
    found = {}
    with open_database(file) as db:
        names = tuple(asked(db))
    for name in names:
        with open_database(file) as db:
            question = asked(db)[name]
            times = [timed(question) for _ in range(rounds + 1)]
        found[name] = (times[0], statistics.median(times[1:]))
    return found


def timed(question: Callable[[], object]) -> float:
    begun = perf_counter()
    question()
    return (perf_counter() - begun) * 1000


def recited(file: Path) -> float:
    """Return how many documents a second have their citations found anew."""
    with open_database(file) as db:
        with db.transaction():
            db.write(
                "UPDATE documents SET rules_version = 0 WHERE id IN (SELECT id FROM documents ORDER BY id LIMIT ?)",
                (RECITED,),
            )
        begun = perf_counter()
        done = refresh(db)
        return done.documents / (perf_counter() - begun)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("documents", nargs="?", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--keep", type=Path, help="a library made before, or to be made and kept")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        file = options.keep or Path(folder, "library.db")
        figures: dict[str, object] = {}
        if not file.exists():
            with open_database(file) as db:
                figures["seconds to store all"] = round(fill(db, options.documents), 1)
        with open_database(file, read_only=True) as db:
            figures["documents"] = len(catalogue.symbols(db))
            figures["citations"] = sum(total.citations for total in citations.totals(db))
            figures["targets"] = len(citations.totals(db))
        figures["megabytes"] = round(file.stat().st_size / 1e6)
        times = measured(file, options.rounds)
        figures["recited, documents a second"] = round(recited(file), 1)
        figures["megabytes of memory at most"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1000
    if options.json:
        print(json.dumps({**figures, "milliseconds": times}))
        return 0
    for name, value in figures.items():
        print(f"{name:42} {value}")
    print(f"\n{'milliseconds':42} {'first':>8} {'median':>8} {'goal':>6}")
    for name, (first, median) in times.items():
        goal = GOALS.get(name, GOAL)
        print(f"{name:42} {first:8.1f} {median:8.1f} {goal:6.0f}{'' if median < goal else '  missed'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
