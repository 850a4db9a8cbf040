"""Planted faults: how many random small faults in the rooms below the window the tests of their room catch.

Faults are planted one at a time in a copy of the tree: an operator, a comparison or a condition turned round, a
constant or a word changed, an entry, a result or a statement dropped, two arguments swapped. They are spread by lines
over documents, index, library and services. A fault is caught when the tests of its room (`tests/<room>`, the short
run) fail, or hang: first those that call the function it stands in, the most particular first, then all of them.
Goal: 90 % caught. `--seed` and `--count` choose the faults, `--json` writes them down.

Faults that change nothing that anybody could see are listed with the reason in planted_faults_equivalent.json, by the
line before and after. planted_faults.md keeps the last run.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path
from queue import Queue

from _planter import Fault, Planter, is_change, planted

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("documents", "index", "library", "services")
EQUIVALENT = Path(__file__).with_name("planted_faults_equivalent.json")
LIMIT_S = 240
"""After this the tests hang, which tells of the fault as well."""
MOST_CALLERS, MOST_SECONDS = 80, 8.0
"""How many tests that call the function run before all others, and how long they may take together."""
GOAL = 0.9


@dataclass(frozen=True)
class Test:
    """A test as it was when nothing was planted."""

    name: str
    seconds: float
    called: frozenset[str]


def faults(rooms: tuple[str, ...]) -> dict[tuple[str, int], list[Fault]]:
    """Return every fault that can be planted, by file and line."""
    by_line: dict[tuple[str, int], list[Fault]] = {}
    for room in rooms:
        for path in sorted((ROOT / room).rglob("*.py")):
            for fault in Planter(path.relative_to(ROOT).as_posix(), path.read_bytes()).found:
                by_line.setdefault((fault.path, fault.line), []).append(fault)
    return by_line


def chosen(seed: int, count: int, rooms: tuple[str, ...]) -> list[Fault]:
    """Return faults on lines chosen at random, one a line."""
    chance, by_line, found = random.Random(seed), faults(rooms), list[Fault]()
    for line in chance.sample(sorted(by_line), len(by_line)):
        source, possible = (ROOT / line[0]).read_bytes(), by_line[line]
        one = next((fault for fault in chance.sample(possible, len(possible)) if is_change(source, fault)), None)
        found += [one] if one else []
        if len(found) == count:
            break
    return found


def lines_changed(fault: Fault) -> tuple[str, str]:
    """Return the lines that a fault changes, before and after, without their indentation."""
    source = (ROOT / fault.path).read_bytes()
    first = source.rfind(b"\n", 0, fault.start) + 1
    last = source.find(b"\n", fault.end)
    after = source[first : fault.start] + fault.now.encode() + source[fault.end : last]
    return source[first:last].decode().strip(), after.decode().strip()


def known_reason(fault: Fault) -> str:
    """Return why a fault is no fault, where that is known."""
    before, after = lines_changed(fault)
    for entry in json.loads(EQUIVALENT.read_text(encoding="utf-8")) if EQUIVALENT.exists() else []:
        if (entry["path"], entry["before"], entry["after"]) == (fault.path, before, after):
            return str(entry["reason"])
    return ""


# Running


def environment(**more: str) -> dict[str, str]:
    """Return the environment of the tests: no screen, no corpus, no byte code of a fault."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("QARAR_")}
    return {**kept, "PYTHONDONTWRITEBYTECODE": "1", "QT_QPA_PLATFORM": "offscreen", **more}


def pytest(tree: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run pytest in a copy of the tree."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-n", "0", *arguments]
    return subprocess.run(
        command, cwd=tree, env=environment(**more), capture_output=True, text=True, timeout=LIMIT_S, check=False
    )


def copies(count: int, folder: Path) -> Iterator[Path]:
    """Make copies of what git tracks, as it is in the working tree, all of it old: what is planted is newer."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\n")
    for number in range(count):
        tree = folder / str(number)
        for name in listed:
            if (ROOT / name).is_file() and not name.endswith(".png"):
                (tree / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(ROOT / name, tree / name)
                os.utime(tree / name, (1, 1))
        yield tree


def record(tree: Path, folder: Path, rooms: Iterable[str]) -> list[Test]:
    """Run the rooms' tests without a fault, and write down what each of them calls; this makes byte code too."""
    told = folder / "called.json"
    where = {"CALLED_ROOT": str(tree), "CALLED_ROOMS": " ".join(ROOMS), "CALLED_FILE": str(told)}
    path = str(tree / "benchmarks")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "_called_functions", "-p", "no:cacheprovider", "-n", "0"]
        + [f"tests/{room}" for room in rooms],
        cwd=tree, env=environment(PYTHONDONTWRITEBYTECODE="", PYTHONPATH=path, **where), check=False,
        capture_output=True, text=True,
    )  # fmt: skip
    if done.returncode:
        sys.exit(f"The tests fail where nothing is planted:\n{done.stdout[-3000:]}")
    recorded = json.loads(told.read_text(encoding="utf-8"))
    return [Test(name, value["seconds"], frozenset(value["called"])) for name, value in recorded.items()]


def callers(fault: Fault, tests: list[Test]) -> list[str]:
    """Return the tests of the room that call the function in which a fault stands, the most particular first."""
    room = f"tests/{fault.path.partition('/')[0]}/"
    around = [first for first, last in Planter(fault.path, (ROOT / fault.path).read_bytes()).functions
              if first <= fault.line <= last]  # fmt: skip
    mine = [test for test in tests if test.name.startswith(room)]
    if around:
        found = [test for test in mine if f"{fault.path}:{max(around)}" in test.called]
    else:
        found = [test for test in mine if any(one.startswith(f"{fault.path}:") for one in test.called)]
    kept, seconds = list[str](), 0.0
    for test in sorted(found, key=lambda test: (len(test.called), test.seconds))[:MOST_CALLERS]:
        seconds += test.seconds
        kept += [test.name] if seconds < MOST_SECONDS or not kept else []
    return kept


def try_out(fault: Fault, tests: list[Test], tree: Path) -> tuple[str, str]:
    """Plant a fault in a copy of the tree; return `caught`, `hung` or `survived`, and which test failed."""
    target = tree / fault.path
    before, room = target.read_bytes(), f"tests/{fault.path.partition('/')[0]}"
    target.write_bytes(planted(before, fault))
    try:
        for selected in (callers(fault, tests), [room]):
            if selected:
                done = pytest(tree, "-x", *selected)
                first = re.search(r"^(?:FAILED|ERROR) (.+?)(?: - .*)?$", done.stdout, re.MULTILINE)
                # A test that is no more there by its name tells nothing yet: all others are asked then.
                if done.returncode in {1, 2} or (done.returncode and selected == [room]):
                    return "caught", first[1] if first else done.stdout[-300:]
    except subprocess.TimeoutExpired:
        return "hung", ""
    finally:
        target.write_bytes(before)
        os.utime(target, (1, 1))
    return "survived", ""


def main() -> int:
    """Plant, run, and print what survived and how many were caught; fail below the goal."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--room", choices=ROOMS, action="append")
    parser.add_argument("--at-once", type=int, default=2)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--only", metavar="TEXT", help="those whose file and line hold a text")
    options = parser.parse_args()
    rooms = tuple(options.room or ROOMS)
    selected = [f for f in chosen(options.seed, options.count, rooms) if (options.only or "") in f"{f.path}:{f.line}"]
    with tempfile.TemporaryDirectory() as folder:
        trees: Queue[Path] = Queue()
        made = list(copies(options.at_once, Path(folder)))
        tests = record(made[0], Path(folder), rooms)
        for tree in made:
            trees.put(tree)

        def one(fault: Fault) -> dict[str, object]:
            tree, started = trees.get(), time.monotonic()
            try:
                outcome, by = try_out(fault, tests, tree)
            finally:
                trees.put(tree)
            reason = known_reason(fault) if outcome == "survived" else ""
            told = "equivalent" if reason else outcome
            seconds = time.monotonic() - started
            before, after = lines_changed(fault)
            print(f"{told:10} {fault.path}:{fault.line}  {fault.was[:60]!r} → {fault.now[:60]!r}  {seconds:.0f} s")
            sys.stdout.flush()
            return {**asdict(fault), "before": before, "after": after, "outcome": told, "by": by, "reason": reason}

        with ThreadPoolExecutor(options.at_once) as pool:
            results = list(pool.map(one, selected))
    if options.json:
        options.json.write_text(json.dumps(results, ensure_ascii=False, indent=1), encoding="utf-8")
    return summary(results, rooms)


def summary(results: list[dict[str, object]], rooms: tuple[str, ...]) -> int:
    """Print how many were caught; those that change nothing count neither way."""
    for room in (*rooms, ""):
        mine = [r for r in results if str(r["path"]).startswith(room)]
        decided = [r for r in mine if r["outcome"] != "equivalent"]
        caught = sum(r["outcome"] != "survived" for r in decided)
        share = caught / max(1, len(decided))
        print(
            f"{room or 'all':10} {caught} of {len(decided)} caught, {share:.1%}; {len(mine) - len(decided)} equivalent"
        )
    return 0 if share >= GOAL else 1


if __name__ == "__main__":
    sys.exit(main())
