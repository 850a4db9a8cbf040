"""The house rules as checks: budgets, contracts that really bite, one door for each outside thing."""

import ast
import importlib.metadata
import re
import shutil
import subprocess
import sys
import tomllib
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import grimp
import pytest
from packaging.version import Version

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("documents", "index", "library", "services", "ui", "resources")

FILE_LINES, FUNCTION_LINES = 500, 40
CLASS_LINES, CLASS_PUBLIC_METHODS = 400, 25
PARTICULAR = {"main.py": 60, "ui/desktop/window/main_window.py": 300}

ALLOWED = "budget:"
"""A comment with this word on the line of a `def` or `class`, or on the first line of a file, gives the reason."""


def sources():
    """Every module of the program."""
    return [ROOT / "main.py", *(path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py")))]


def definitions(kind):
    """(path, source lines, node) of every definition of a kind that carries no reason for an exception."""
    for path in sources():
        text = path.read_text(encoding="utf-8")
        lines = text.splitlines()
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, kind) and ALLOWED not in lines[node.lineno - 1]:
                yield path.relative_to(ROOT), node


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
    sizes = {f"{path}:{node.name}": length(node) for path, node in definitions((ast.FunctionDef, ast.AsyncFunctionDef))}
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
        for path, node in definitions((ast.FunctionDef, ast.ClassDef))
        if not node.name.startswith("_")
        and not is_qt_override(node.name)
        and isinstance(node, ast.ClassDef)
        and not ast.get_docstring(node)
    ]
    assert bare == []


@pytest.mark.parametrize(
    ("planted", "where", "contract"),
    [
        ("from ui.terminal import cli\n", "documents/planted.py", "Rooms:"),
        ("import PySide6.QtCore\n", "services/search/planted.py", "One door: PySide6"),
        ("import sqlite3\n", "index/planted.py", "One door: sqlite3"),
        ("import whoosh.index\n", "library/planted.py", "One door: Whoosh"),
        ("import bidi\n", "ui/desktop/planted.py", "Reshaping is for terminals only"),
        ("import ui.desktop.window.main_window\n", "ui/desktop/panels/outline/planted.py", "Window: app"),
        ("import ui.desktop.panels.notes.page\n", "ui/desktop/panels/outline/planted.py", "Window: panels"),
        ("import library.catalogue\n", "ui/desktop/window/planted.py", "Window: the library"),
        ("", "ui/desktop/planted.py", "Window: app"),
        ("", "ui/terminal/planted.py", "Terminal: launch"),
        ("import documents.importers.text.reader\n", "documents/citations/planted.py", "Documents: annotations >"),
        ("import services.search.library_search\n", "services/citations/planted.py", "Services:"),
        ("", "services/planted.py", "Services:"),
        ("import library.catalogue\n", "library/metadata.py", "Library:"),
        ("", "library/planted.py", "Library:"),
        ("import library.catalogue\n", "ui/terminal/planted.py", "The command line reads the library"),
        ("", "documents/planted.py", "Documents: annotations >"),
        ("", "index/planted.py", "Index:"),
    ],
)
def test_import_contracts_bite(tmp_path, planted, where, contract):
    """A violation planted in a new module, or at the end of one, breaks the contract that forbids it."""
    for name in ("main.py", "pyproject.toml", *ROOMS):
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, tmp_path / name)
    path = tmp_path / where
    before = path.read_text(encoding="utf-8") if path.exists() else '"""Planted."""\n'
    path.write_text(before + planted, encoding="utf-8")
    done = lint_imports(tmp_path)
    assert done.returncode == 1, done.stdout + done.stderr
    # A long name of a contract is printed on two lines.
    kept_or_broken = " ".join(done.stdout.partition("Contracts:")[0].split()).replace(" KEPT", "\n")
    assert re.search(rf"{contract}[^\n]* BROKEN", kept_or_broken), done.stdout


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
        for path, node in definitions((ast.Import, ast.ImportFrom))
        if any(name.name.partition(".")[0] == "main" for name in node.names if isinstance(node, ast.Import))
        or (isinstance(node, ast.ImportFrom) and node.module == "main")
    ]
    assert importers == []


def lint_imports(folder):
    tool = Path(sys.executable).with_name("lint-imports")
    return subprocess.run([tool, "--no-cache"], cwd=folder, capture_output=True, text=True, timeout=60, check=False)


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
