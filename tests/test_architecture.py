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
from pathlib import Path

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
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, KINDS) and ALLOWED not in lines[node.lineno - 1]:
                found.append((path.relative_to(ROOT), node))
    return found


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
    "documents.citations.planted": ("documents.importers.text", "Documents: readers"),
    "documents.dates": ("documents.importers.text", "Documents: the model"),
    "ui.terminal.planted": ("ui.desktop.app.launch", "The command line"),
    "ui.terminal.session": ("ui.terminal.cli", "Terminal"),
    "ui.desktop.panels.outline.planted": ("ui.desktop.window.main_window", "Window: app"),
    "ui.desktop.planted": ("", "Window: app"),
    "ui.desktop.panels.outline.planted_beside": ("ui.desktop.panels.notes.page", "Window: panels"),
    "services.planted": ("PySide6.QtCore", "One door: PySide6"),
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
