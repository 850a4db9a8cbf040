"""The small faults that a Python file can have: what `planted_faults.py` plants."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

_OPPOSITE: dict[type[ast.cmpop], tuple[str, str]] = {
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
_SIGNS: dict[type[ast.operator], tuple[str, str]] = {
    ast.Add: (r"\+", "-"),
    ast.Sub: ("-", "+"),
    ast.Mult: (r"\*", "+"),
    ast.FloorDiv: ("//", "*"),
}
_OTHER_CALLS = {
    "min": "max",
    "max": "min",
    "any": "all",
    "all": "any",
    "sorted": "list",
    "reversed": "list",
    "startswith": "endswith",
    "endswith": "startswith",
}
_ONLY_TIDY = {"strip", "lstrip", "rstrip", "lower", "casefold", "upper"}
_FOR_TYPES = {"cast", "TypeVar", "NewType", "getLogger", "NamedTuple"}
_FOR_SPEED = {"maxsize", "repr", "slots", "frozen"}


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
    """Collects the faults that one file can have; `functions` are the lines where its functions begin and end."""

    def __init__(self, path: str, source: bytes) -> None:
        self.path, self.source, self.found = path, source, list[Fault]()
        self.functions: list[tuple[int, int]] = []
        self._lines = [0]
        for line in source.splitlines(keepends=True):
            self._lines.append(self._lines[-1] + len(line))
        self.visit(ast.parse(source))

    # No place for a fault: types, decorators, sentences for developers

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value is not None:
            self.visit(node.value)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        first = node.decorator_list[0].lineno if node.decorator_list else node.lineno
        self.functions.append((first, node.end_lineno or node.lineno))
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

    def visit_Assign(self, node: ast.Assign) -> None:
        if any(isinstance(target, ast.Name) and target.id in {"__all__", "__slots__"} for target in node.targets):
            return
        if all(isinstance(target, (ast.Attribute, ast.Subscript)) for target in node.targets):
            self._drop(node)
        self.visit(node.value)

    def _visit_body(self, body: list[ast.stmt]) -> None:
        for statement in body:
            if not (isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)):
                self.visit(statement)

    # Conditions and comparisons

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

    def visit_comprehension(self, node: ast.comprehension) -> None:
        for test in node.ifs:
            self._turn_round(test)
        self.generic_visit(node)

    def visit_Compare(self, node: ast.Compare) -> None:
        operands = [node.left, *node.comparators]
        for left, operator, right in zip(operands, node.ops, node.comparators, strict=False):
            sign, other = _OPPOSITE[type(operator)]
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
        numbers = any(
            isinstance(side, ast.Constant) and isinstance(side.value, int) for side in (node.left, node.right)
        )
        if numbers and type(node.op) in _SIGNS:
            self._between(node.left, node.right, *_SIGNS[type(node.op)])
        self.generic_visit(node)

    # Values

    def visit_Constant(self, node: ast.Constant) -> None:
        start, end = self._start(node), self._end(node)
        text = self.source[start:end]
        if isinstance(node.value, bool):
            self._add(start, end, b"False" if node.value else b"True")
        elif isinstance(node.value, int):
            self._add(start, end, b"%d" % (node.value + 1))
        elif isinstance(node.value, float):
            self._add(start, end, b"%r" % (node.value * 1.1))
        elif isinstance(node.value, str) and node.value and b"\n" not in text and text[:1] in b"\"'r":
            self._add(start, end, text[:-1] + b"x" + text[-1:])
            first, bar, rest = text[text.index(text[-1:]) + 1 :].partition(b"|")
            if bar and first.count(b"(") == first.count(b")") and b"[" not in first:
                self._add(start, end, text[: text.index(text[-1:]) + 1] + rest)

    def visit_Tuple(self, node: ast.Tuple) -> None:
        self._drop_one(node.elts, isinstance(node.ctx, ast.Load))
        self.generic_visit(node)

    def visit_List(self, node: ast.List) -> None:
        self._drop_one(node.elts, isinstance(node.ctx, ast.Load))
        self.generic_visit(node)

    def visit_Set(self, node: ast.Set) -> None:
        self._drop_one(node.elts, possible=True)
        self.generic_visit(node)

    def visit_Dict(self, node: ast.Dict) -> None:
        for key, value, following in zip(node.keys, node.values, node.keys[1:], strict=False):
            if key is not None and following is not None and value is not None:
                self._add(self._start(key), self._start(following), b"")
        self.generic_visit(node)

    # Calls and statements

    def visit_Call(self, node: ast.Call) -> None:
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        if name in _FOR_TYPES:
            return
        if name in _OTHER_CALLS:
            self._change(
                self._start(node), self._end(node.func), re.compile(name.encode()), _OTHER_CALLS[name].encode()
            )
        if name in _ONLY_TIDY and isinstance(node.func, ast.Attribute) and not node.args:
            self._add(self._end(node.func.value), self._end(node), b"")
        match node.args:
            case [ast.Starred(), *_] | [_, ast.Starred(), *_]:
                pass
            case [first, second, *_]:
                parts = [self.source[self._start(part) : self._end(part)] for part in (first, second)]
                between = self.source[self._end(first) : self._start(second)]
                self._add(self._start(first), self._end(second), parts[1] + between + parts[0])
        self.visit(node.func)
        for argument in node.args:
            self.visit(argument)
        for keyword in node.keywords:
            if keyword.arg not in _FOR_SPEED:
                self.visit(keyword.value)

    def visit_Return(self, node: ast.Return) -> None:
        if node.value is not None and not (isinstance(node.value, ast.Constant) and node.value.value is None):
            self._add(self._start(node.value), self._end(node.value), b"None")
        self.generic_visit(node)

    def visit_Expr(self, node: ast.Expr) -> None:
        if isinstance(node.value, (ast.Call, ast.Yield, ast.YieldFrom)):
            self._drop(node)
        self.generic_visit(node)

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        self._drop(node)
        self.generic_visit(node)

    def visit_Continue(self, node: ast.Continue) -> None:
        self._drop(node)

    def visit_Break(self, node: ast.Break) -> None:
        self._drop(node)

    # Bytes

    def _start(self, node: ast.expr | ast.stmt) -> int:
        return self._lines[node.lineno - 1] + node.col_offset

    def _end(self, node: ast.expr | ast.stmt) -> int:
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        return self._lines[node.end_lineno - 1] + node.end_col_offset

    def _drop(self, node: ast.stmt) -> None:
        if b"super()" not in self.source[self._start(node) : self._end(node)]:
            self._add(self._start(node), self._end(node), b"pass")

    def _drop_one(self, elements: Iterable[ast.expr], possible: bool) -> None:
        """Drop any element but the last of three or more: of two, both would be missed at once."""
        kept = list(elements)
        for element, following in pairwise(kept):
            if possible and len(kept) > 2:
                self._add(self._start(element), self._start(following), b"")

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
        fault = Fault(self.path, line, start, end, self.source[start:end].decode(), now.decode())
        if fault.was != fault.now:
            self.found.append(fault)


def planted(source: bytes, fault: Fault) -> bytes:
    """Return a file's bytes with the fault in them."""
    return source[: fault.start] + fault.now.encode() + source[fault.end :]


def is_change(source: bytes, fault: Fault) -> bool:
    """Say whether a file is still Python with the fault in it, and other Python than before."""
    try:
        return ast.dump(ast.parse(planted(source, fault))) != ast.dump(ast.parse(source))
    except (SyntaxError, ValueError):
        return False
