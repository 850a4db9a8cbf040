"""Mending on media that refuse it: a sentence and exit 1, and every file as it was."""

import os
import shutil
import subprocess
import sys
import tempfile
import textwrap
from pathlib import Path

import pytest

from tests.services.damaged_library import overwrite

ROOT = Path(__file__).parents[3]
COMMAND = """
    import os, resource, sys, tempfile
    from pathlib import Path
    from ui.terminal.cli import run
    how, folder = sys.argv[1:]
    # Once where it can be done, so that everything is loaded.
    with tempfile.TemporaryDirectory() as other:
        (Path(other) / "library.db").write_bytes(b"x" * 9000)
        run(["--data-dir", other, "check", "--repair"], sys.stdout, open(os.devnull, "w"))
    if how == "full":
        # As a disk with 90 KB left: SQLite is told that the file is too large, as it is told of a full disk.
        resource.setrlimit(resource.RLIMIT_FSIZE, (90_000, 90_000))
    elif os.geteuid() == 0:
        # File modes do not bind root: go on as nobody.
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)
    sys.exit(run(["--language", "en", "--data-dir", folder, "check", "--repair"], sys.stdout, sys.stderr))
"""


@pytest.fixture
def stick(eighty_notes):
    """A damaged library in a folder that others can reach."""
    folder = Path(tempfile.mkdtemp(prefix="qarar-stick-"))
    folder.chmod(0o777)
    scene = eighty_notes.again(folder / "data")
    overwrite(scene.paths.library, [3, 4, 5], lambda size: b"\xa5" * size)
    yield scene.paths.data
    for path in (scene.paths.data, *scene.paths.data.rglob("*")):
        path.chmod(0o777)
    shutil.rmtree(folder)


def check_repair(how, folder):
    return subprocess.run(
        [sys.executable, "-c", textwrap.dedent(COMMAND), how, str(folder)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def content(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def same(now, before):
    """Say whether there is no new file, and the library and its copies are as they were."""
    return now.keys() <= before.keys() and all(
        now.get(path) == held for path, held in before.items() if path.suffix == ".db"
    )


@pytest.mark.skipif(sys.platform == "win32", reason="no such limit there")
def test_a_full_disk(stick):
    before = content(stick)
    done = check_repair("full", stick)
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
    assert "library" in done.stderr
    assert same(content(stick), before)


@pytest.mark.skipif(sys.platform == "win32", reason="no such modes there")
def test_a_folder_that_cannot_be_written(stick):
    for path in (*stick.rglob("*"), stick):
        path.chmod(0o555 if path.is_dir() else 0o444)
    before = content(stick)
    done = check_repair("sealed", stick)
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
    assert "cannot be written" in done.stderr
    assert same(content(stick), before)
