"""Planted faults: how many random small faults in the rooms below the window the tests of their room catch.

Faults are planted one at a time in a copy of the tree: an operator, a comparison or a condition turned round, a
constant or a word changed, a result or a statement dropped. They are spread by lines over documents, index, library
and services. The tests of the room (`tests/<room>`, the short run) are run on each, those that name the module
first; a fault is caught when they fail, or hang. Goal: 90 % caught. `--seed` and `--count` choose the faults, `--json`
writes them down; benchmarks/planted_faults.md keeps the last run and the reasons of those that survived.
"""

from __future__ import annotations

import argparse
import ast
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path
from queue import Queue

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("documents", "index", "library", "services")
LIMIT_S = 240
"""After this the tests hang, which tells of the fault as well."""

OPPOSITE: dict[type[ast.cmpop], tuple[str, str]] = {
    ast.Lt: ("<", "<="),
    ast.LtE: ("<=", "<"),
    ast.Gt: (">", ">="),
    ast.GtE: (">=", ">"),
    ast.Eq: ("==", "!="),
    ast.NotEq: ("!=", "=="),
    ast.In: ("in", "not in"),
    ast.NotIn: (r"not\s+in", "in"),
    ast.Is: ("is", "is not"),
    ast.IsNot: (r"is\s+not", "is"),
}


@dataclass(frozen=True)
class Fault:
    """A change of some bytes in one file; `line` is its first line, `was` and `now` the words changed."""

    path: str
    line: int
    start: int
    end: int
    was: str
    now: str


class Planter(ast.NodeVisitor):
    """Collects the faults that one file can have."""

    def __init__(self, path: str, source: bytes) -> None:
        self.path, self.source, self.found = path, source, list[Fault]()
        self._lines = [0]
        for line in source.splitlines(keepends=True):
            self._lines.append(self._lines[-1] + len(line))

    # What is no place for a fault: types, decorators, sentences for developers

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value is not None:
            self.visit(node.value)

    def visit_Assign(self, node: ast.Assign) -> None:
        if not any(isinstance(target, ast.Name) and target.id == "__all__" for target in node.targets):
            self.visit(node.value)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        for default in (*node.args.defaults, *filter(None, node.args.kw_defaults)):
            self.visit(default)
        if node.name != "__repr__":
            self._visit_body(node.body)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._visit_body(node.body)

    def visit_Module(self, node: ast.Module) -> None:
        self._visit_body(node.body)

    def visit_Raise(self, node: ast.Raise) -> None:
        """Leave the words of errors alone."""

    def visit_Assert(self, node: ast.Assert) -> None:
        """Leave the assertions for the type checker alone."""

    def visit_Subscript(self, node: ast.Subscript) -> None:
        if not (isinstance(node.value, ast.Name) and node.value.id == "Literal"):
            self.generic_visit(node)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        """Leave formatted text alone: its parts have no places of their own before Python 3.12."""

    def _visit_body(self, body: list[ast.stmt]) -> None:
        for statement in body:
            if not (isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)):
                self.visit(statement)

    # Faults

    def visit_If(self, node: ast.If) -> None:
        if isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            return
        self._turn_round(node.test)
        self.generic_visit(node)

    def visit_While(self, node: ast.While) -> None:
        self._turn_round(node.test)
        self.generic_visit(node)

    def visit_IfExp(self, node: ast.IfExp) -> None:
        self._turn_round(node.test)
        self.generic_visit(node)

    def visit_Compare(self, node: ast.Compare) -> None:
        operands = [node.left, *node.comparators]
        for left, operator, right in zip(operands, node.ops, node.comparators, strict=False):
            sign, other = OPPOSITE[type(operator)]
            self._between(left, right, sign if sign[0] in "<>=!" else rf"\b{sign}\b", other)
        self.generic_visit(node)

    def visit_BoolOp(self, node: ast.BoolOp) -> None:
        word, other = ("and", "or") if isinstance(node.op, ast.And) else ("or", "and")
        for left, right in zip(node.values, node.values[1:], strict=False):
            self._between(left, right, rf"\b{word}\b", other)
        self.generic_visit(node)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> None:
        if isinstance(node.op, ast.Not):
            self._change(self._start(node), self._start(node.operand), re.compile(rb"not\s*"), b"")
        self.generic_visit(node)

    def visit_BinOp(self, node: ast.BinOp) -> None:
        if any(isinstance(side, ast.Constant) and isinstance(side.value, int) for side in (node.left, node.right)):
            signs = {ast.Add: (r"\+", "-"), ast.Sub: ("-", "+"), ast.Mult: (r"\*", "+"), ast.FloorDiv: ("//", "*")}
            if type(node.op) in signs:
                self._between(node.left, node.right, *signs[type(node.op)])
        self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        start, end = self._start(node), self._end(node)
        text = self.source[start:end]
        if isinstance(node.value, bool):
            self._add(start, end, b"False" if node.value else b"True")
        elif isinstance(node.value, int):
            self._add(start, end, b"%d" % (node.value + 1))
        elif isinstance(node.value, str) and node.value and b"\n" not in text and text[:1] in b"\"'r":
            self._add(start, end, text[:-1] + b"x" + text[-1:])

    def visit_Return(self, node: ast.Return) -> None:
        if node.value is not None and not (isinstance(node.value, ast.Constant) and node.value.value is None):
            self._add(self._start(node.value), self._end(node.value), b"None")
        self.generic_visit(node)

    def visit_Expr(self, node: ast.Expr) -> None:
        if isinstance(node.value, ast.Call) and b"super()" not in self.source[self._start(node) : self._end(node)]:
            self._add(self._start(node), self._end(node), b"pass")
        self.generic_visit(node)

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        self._add(self._start(node), self._end(node), b"pass")
        self.generic_visit(node)

    # Bytes

    def _start(self, node: ast.expr | ast.stmt) -> int:
        return self._lines[node.lineno - 1] + node.col_offset

    def _end(self, node: ast.expr | ast.stmt) -> int:
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        return self._lines[node.end_lineno - 1] + node.end_col_offset

    def _turn_round(self, test: ast.expr) -> None:
        start, end = self._start(test), self._end(test)
        self._add(start, end, b"not (" + self.source[start:end] + b")")

    def _between(self, left: ast.expr, right: ast.expr, sign: str, other: str) -> None:
        self._change(self._end(left), self._start(right), re.compile(sign.encode()), other.encode())

    def _change(self, start: int, end: int, sign: re.Pattern[bytes], other: bytes) -> None:
        if met := sign.search(self.source, start, end):
            self._add(met.start(), met.end(), other)

    def _add(self, start: int, end: int, now: bytes) -> None:
        line = self.source.count(b"\n", 0, start) + 1
        self.found.append(Fault(self.path, line, start, end, self.source[start:end].decode(), now.decode()))


def faults(rooms: tuple[str, ...]) -> dict[tuple[str, int], list[Fault]]:
    """Return every fault that can be planted, by file and line."""
    by_line: dict[tuple[str, int], list[Fault]] = {}
    for room in rooms:
        for path in sorted((ROOT / room).rglob("*.py")):
            source = path.read_bytes()
            planter = Planter(path.relative_to(ROOT).as_posix(), source)
            planter.visit(ast.parse(source))
            for fault in planter.found:
                by_line.setdefault((fault.path, fault.line), []).append(fault)
    return by_line


def chosen(seed: int, count: int, rooms: tuple[str, ...]) -> list[Fault]:
    """Return faults on lines chosen at random, one a line."""
    chance, by_line = random.Random(seed), faults(rooms)
    lines = chance.sample(sorted(by_line), count)
    return [chance.choice(by_line[line]) for line in lines]


def tests_of(path: str, tree: Path) -> list[str]:
    """Return the test files of a module's room: those that name the module first, then the rest."""
    room, module = path.partition("/")[0], path.removesuffix(".py").replace("/", ".")
    package, _, name = module.rpartition(".")
    files = sorted((tree / "tests" / room).rglob("test_*.py"))
    imported = re.compile(rf"{re.escape(module)}\b|from {re.escape(package)} import [^\n]*\b{name}\b")
    stem = name.removesuffix("s")

    def rank(file: Path) -> int:
        return 0 if stem in file.stem else 1 if imported.search(file.read_text(encoding="utf-8")) else 2

    return [file.relative_to(tree).as_posix() for file in sorted(files, key=rank)]


def run(fault: Fault | None, files: list[str], tree: Path) -> tuple[str, str]:
    """Run tests in a copy of the tree; return (`caught`, `hung` or `survived`, what failed first)."""
    target = tree / fault.path if fault else None
    before = target.read_bytes() if target else b""
    if fault and target:
        target.write_bytes(before[: fault.start] + fault.now.encode() + before[fault.end :])
    # No byte code: it would be taken for that of the next fault, written in the same second with the same size.
    quiet = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", *files]
    try:
        done = subprocess.run(
            command, cwd=tree, env=quiet, capture_output=True, text=True, timeout=LIMIT_S, check=False
        )
    except subprocess.TimeoutExpired:
        return "hung", ""
    finally:
        if target:
            target.write_bytes(before)
    if done.returncode == 0:
        return "survived", ""
    first = re.search(r"^(?:FAILED|ERROR) (.+?)(?: - .*)?$", done.stdout, re.MULTILINE)
    return "caught", first[1] if first else done.stdout[-300:]


def copies(count: int, folder: Path) -> Iterator[Path]:
    """Make copies of what git tracks, as it is in the working tree."""
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split(
        "\n"
    )
    for number in range(count):
        tree = folder / str(number)
        for name in listed:
            if (ROOT / name).is_file() and not name.endswith(".png"):
                (tree / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(ROOT / name, tree / name)
        yield tree


def main() -> int:
    """Plant, run, and print what survived and how many were caught; fail below 90 %."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--room", choices=ROOMS, action="append")
    parser.add_argument("--at-once", type=int, default=2)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    planted = chosen(options.seed, options.count, tuple(options.room or ROOMS))
    with tempfile.TemporaryDirectory() as folder:
        trees: Queue[Path] = Queue()
        for tree in copies(options.at_once, Path(folder)):
            trees.put(tree)

        def one(fault: Fault) -> dict[str, object]:
            tree, started = trees.get(), time.monotonic()
            try:
                outcome, by = run(fault, tests_of(fault.path, tree), tree)
            finally:
                trees.put(tree)
            told = f"{outcome:8} {fault.path}:{fault.line}  {fault.was[:60]!r} → {fault.now[:60]!r}"
            print(told, f"  {time.monotonic() - started:.0f} s", flush=True)
            return {**asdict(fault), "outcome": outcome, "by": by}

        with ThreadPoolExecutor(options.at_once) as pool:
            results = list(pool.map(one, planted))
    if options.json:
        options.json.write_text(json.dumps(results, ensure_ascii=False, indent=1), encoding="utf-8")
    caught = sum(result["outcome"] != "survived" for result in results)
    for room in options.room or ROOMS:
        mine = [result for result in results if str(result["path"]).startswith(room)]
        print(f"{room:10} {sum(r['outcome'] != 'survived' for r in mine)} of {len(mine)} caught")
    print(f"all        {caught} of {len(results)} caught, {caught / len(results):.1%} (goal 90 %)")
    return 0 if caught >= 0.9 * len(results) else 1


if __name__ == "__main__":
    sys.exit(main())
