"""The house rules as checks: budgets, contracts that really bite, one door for each outside thing."""

import ast
import importlib.metadata
import os
import re
import shutil
import subprocess
import sys
import tomllib
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import grimp
import pytest
from packaging.version import Version

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("documents", "index", "library", "services", "ui", "resources")

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
KINDS = (*FUNCTIONS, ast.ClassDef, ast.Import, ast.ImportFrom)
FILE_LINES, FUNCTION_LINES = 500, 40
CLASS_LINES, CLASS_PUBLIC_METHODS = 400, 25
PARTICULAR = {"main.py": 60, "ui/desktop/window/main_window.py": 300}

ALLOWED = "budget:"
"""A comment with this word on the line of a `def` or `class`, or on the first line of a file, gives the reason."""


def sources():
    """Every module of the program."""
    return [ROOT / "main.py", *(path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py")))]


@cache
def statements():
    """(path, node) of every definition and import of the program that carries no reason for an exception."""
    found = []
    for path in sources():
        text = path.read_text(encoding="utf-8")
        lines = text.splitlines()
        for node in inner_statements(ast.parse(text)):
            if isinstance(node, KINDS) and ALLOWED not in lines[node.lineno - 1]:
                found.append((path.relative_to(ROOT), node))
    return found


def inner_statements(node):
    """Every statement within a node; expressions are not looked into, as none of them holds a statement."""
    for part in ("body", "orelse", "finalbody", "handlers", "cases"):
        for child in getattr(node, part, ()):
            yield child
            yield from inner_statements(child)


def definitions(*kinds):
    """(path, node) of those that are of one of these kinds."""
    return [(path, node) for path, node in statements() if isinstance(node, kinds)]


def length(node):
    return node.end_lineno - node.lineno + 1


def test_files_fit_their_budget():
    sizes = {}
    for path in sources():
        text = path.read_text(encoding="utf-8")
        if ALLOWED not in text.partition("\n")[0]:
            sizes[path.relative_to(ROOT).as_posix()] = text.count("\n")
    assert sizes
    assert {name: n for name, n in sizes.items() if n > PARTICULAR.get(name, FILE_LINES)} == {}


def test_functions_fit_their_budget():
    sizes = {f"{path}:{node.name}": length(node) for path, node in definitions(*FUNCTIONS)}
    assert {name: n for name, n in sizes.items() if n > FUNCTION_LINES} == {}


def test_classes_fit_their_budget():
    too_long, too_wide = {}, {}
    for path, node in definitions(ast.ClassDef):
        methods = [n.name for n in node.body if isinstance(n, ast.FunctionDef) and not n.name.startswith("_")]
        own = [name for name in methods if not is_qt_override(name)]
        if length(node) > CLASS_LINES:
            too_long[f"{path}:{node.name}"] = length(node)
        if len(own) > CLASS_PUBLIC_METHODS:
            too_wide[f"{path}:{node.name}"] = len(own)
    assert too_long == {}
    assert too_wide == {}


def is_qt_override(name):
    """Qt calls its own virtual methods by camelCase names; they are not our public face."""
    return name != name.lower()


def test_public_names_have_docstrings_and_types():
    """Ruff holds this for every line; here it is asked once more without its exceptions file."""
    bare = [
        f"{path}:{node.name}"
        for path, node in definitions(ast.FunctionDef, ast.ClassDef)
        if not node.name.startswith("_")
        and not is_qt_override(node.name)
        and isinstance(node, ast.ClassDef)
        and not ast.get_docstring(node)
    ]
    assert bare == []


PLANTED = {
    "documents.planted": ("ui.terminal.cli", "Rooms"),
    "documents.dates": ("documents.importers.text.reader", "Documents: annotations >"),
    "documents.planted_outside": ("", "Documents: annotations >"),
    "documents.citations.forms.planted": ("documents.citations.find", "Documents: citations are"),
    "documents.annotations.model": ("documents.annotations.anchor_search", "Documents: annotations as"),
    "index.planted_outside": ("", "Index:"),
    "services.citations.planted": ("services.search.library_search", "Services:"),
    "services.planted_outside": ("", "Services:"),
    "library.metadata": ("library.catalogue", "Library:"),
    "library.planted_outside": ("", "Library:"),
    "ui.terminal.visual": ("ui.desktop.app.launch", "The command line knows"),
    "ui.terminal.messages": ("library.catalogue", "The command line reads"),
    "ui.terminal.session": ("ui.terminal.cli", "Terminal:"),
    "ui.terminal.planted_outside": ("", "Terminal:"),
    "ui.desktop.panels.outline.planted": ("ui.desktop.window.main_window", "Window: app"),
    "ui.desktop.planted_outside": ("", "Window: app"),
    "ui.desktop.panels.outline.planted_beside": ("ui.desktop.panels.notes.page", "Window: panels"),
    "ui.desktop.window.planted": ("library.catalogue", "Window: the library"),
    "services.search.planted": ("PySide6.QtCore", "One door: PySide6"),
    "library.planted": ("whoosh.index", "One door: Whoosh"),
    "index.planted": ("sqlite3", "One door: sqlite3"),
    "ui.desktop.panels.planted": ("bidi", "Reshaping"),
}
"""Violations by module: what is imported there ("": the module may not exist), and how the contract's name begins."""


@pytest.fixture(scope="module")
def broken_contracts(tmp_path_factory):
    """The report on each contract that is broken, by its name, in a copy of the tree with all violations."""
    copy = tmp_path_factory.mktemp("planted")
    for name in ("main.py", "pyproject.toml", *ROOMS):
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, copy / name, ignore=shutil.ignore_patterns("__pycache__", "*.png", "*.ttf"))
        else:
            shutil.copy(source, copy / name)
    for module, (imported, _) in PLANTED.items():
        with (copy / f"{module.replace('.', '/')}.py").open("a", encoding="utf-8") as file:
            file.write(f"\nimport {imported}\n" if imported else "")
    done = lint_imports(copy)
    assert done.returncode == 1, done.stdout + done.stderr
    _, _, report = done.stdout.partition("Broken contracts")
    _, *parts = re.split(r"^(\w.+)\n-+\n", report, flags=re.MULTILINE)
    return dict(zip(parts[::2], parts[1::2], strict=True))


@pytest.mark.parametrize("module", PLANTED)
def test_import_contracts_bite(broken_contracts, module):
    """A planted violation is found where it is forbidden: the contract can fail."""
    imported, beginning = PLANTED[module]
    (report,) = (report for name, report in broken_contracts.items() if name.startswith(beginning))
    package = imported if imported.startswith(ROOMS) else imported.partition(".")[0]
    assert f"{module} -> {package} (" in report if imported else f"- {module}\n" in report


def test_every_import_contract_was_seen_to_bite(broken_contracts):
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert set(broken_contracts) == {contract["name"] for contract in settings["tool"]["importlinter"]["contracts"]}


def test_no_import_circle():
    """No modules import one another in a circle. Imports inside functions and for type checking count."""
    graph = grimp.build_graph(*ROOMS, cache_dir=None)
    imports = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    TopologicalSorter(imports).prepare()  # raises CycleError, which names the circle


def test_import_circles_are_found(tmp_path, monkeypatch):
    """A circle of a lazy import and one for type checking is found."""
    folder = tmp_path / "planted_circle"
    folder.mkdir()
    (folder / "__init__.py").write_text("", encoding="utf-8")
    (folder / "one.py").write_text("def call():\n    from planted_circle import two\n", encoding="utf-8")
    lazy = "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from planted_circle import one\n"
    (folder / "two.py").write_text(lazy, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    graph = grimp.build_graph("planted_circle", cache_dir=None)
    with pytest.raises(CycleError):
        TopologicalSorter({m: graph.find_modules_directly_imported_by(m) for m in graph.modules}).prepare()


def test_the_architecture_page_is_true():
    """Every file and definition that the page names is there, and no walk has more than twelve steps."""
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    named = re.findall(r"`([\w/]+\.py):(\w+)`", page)
    walks = re.findall(r"^\*\*(.+)\*\*$\n((?:\d+\. .*\n(?: {4}.*\n)*)+)", page, re.MULTILINE)
    assert len(walks) == 4
    assert all(len(re.findall(r"^\d+\. ", steps, re.MULTILINE)) <= 12 for _, steps in walks)
    assert len(named) > 40
    missing = []
    for path, name in named:
        tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
        defined = {node.name for node in tree.body if isinstance(node, (ast.FunctionDef, ast.ClassDef))}
        missing += [f"{path}:{name}"] if name not in defined else []
    assert missing == []


def test_nobody_imports_the_composition_root():
    importers = [
        str(path)
        for path, node in definitions(ast.Import, ast.ImportFrom)
        if any(name.name.partition(".")[0] == "main" for name in node.names if isinstance(node, ast.Import))
        or (isinstance(node, ast.ImportFrom) and node.module == "main")
    ]
    assert importers == []


def lint_imports(folder):
    tool, wide = Path(sys.executable).with_name("lint-imports"), {**os.environ, "COLUMNS": "500"}
    return subprocess.run(
        [tool, "--no-cache"], cwd=folder, env=wide, capture_output=True, text=True, timeout=60, check=False
    )


def test_packaging_has_no_init():
    """It would shadow PyPA's `packaging` and break PyInstaller."""
    assert not (ROOT / "packaging" / "__init__.py").exists()


def test_lock_files_name_no_registry_and_agree():
    pins = {}
    for name in ("requirements.lock", "requirements-dev.lock", "requirements-package.lock"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert "://" not in text
        assert "--hash=sha256:" in text
        for line in text.splitlines():
            if "==" in line and not line.startswith((" ", "#")):
                package, _, version = line.partition("==")
                pins.setdefault(package, {}).setdefault(version.partition(";")[2].strip(" \\"), set()).add(
                    version.split()[0]
                )
    assert {p: v for p, marked in pins.items() for v in marked.values() if len(v) > 1} == {}


def test_installed_versions_are_the_pinned_ones():
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    for requirement in wanted:
        name, _, version = requirement.partition("==")
        assert Version(importlib.metadata.version(name)) == Version(version)


def test_no_path_of_a_machine_in_the_tree():
    """Neither a home folder nor a registry's address belongs in the project."""
    asked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
    forbidden = ("/wo" + "rk/", "/ro" + "ot/", "pypi." + "org", "pythonhosted" + ".org", "npmjs" + ".org")
    found = []
    for name in asked.stdout.splitlines():
        path = ROOT / name
        if path.suffix in {".png", ".qm", ".db"} or not path.is_file():
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        found += [f"{name}: {word}" for word in forbidden if word in text]
    assert found == []
