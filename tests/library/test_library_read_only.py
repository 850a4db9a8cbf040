"""Media that cannot be written: opened for reading, with nothing lost and nothing left behind."""

import os
import shutil
import subprocess
import sys
import tempfile
import textwrap
from pathlib import Path

import pytest

from library import metadata
from library.database import open_database
from library.errors import LibraryDamaged, LibraryReadOnly

ROOT = Path(__file__).parents[2]

READER = """
    import os, shutil, sys, tempfile
    from pathlib import Path
    from library.database import open_database
    from library.errors import LibraryError
    from library.metadata import get, put
    if os.geteuid() == 0:
        # File modes do not bind root: go on as nobody.
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)
    try:
        db = open_database(Path(sys.argv[1]))
        print(get(db, "a"), db.read_only)
        try:
            put(db, "b", "1")
        except LibraryError as error:
            print(type(error).__name__)
        db.close()
    except LibraryError as error:
        print(type(error).__name__)
"""


@pytest.fixture
def stick():
    """A folder that others can reach; `seal` takes the right to write in it away."""
    folder = Path(tempfile.mkdtemp(prefix="qarar-stick-"))
    folder.chmod(0o777)
    yield folder
    folder.chmod(0o777)
    shutil.rmtree(folder)


def seal(folder):
    for path in folder.iterdir():
        path.chmod(0o444)
    folder.chmod(0o555)


def read_as_somebody(path):
    """Open the library in a process without special rights; return what it prints."""
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(READER), str(path)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return done.stdout.splitlines()


def test_a_sealed_folder_is_read_and_writes_are_refused(stick):
    with open_database(stick / "library.db") as db:
        metadata.put(db, "a", "1")
    seal(stick)
    before = sorted(stick.iterdir())
    assert read_as_somebody(stick / "library.db") == ["1 True", "LibraryReadOnly"]
    assert sorted(stick.iterdir()) == before


def test_a_sealed_file_in_an_open_folder(stick):
    with open_database(stick / "library.db") as db:
        metadata.put(db, "a", "1")
    (stick / "library.db").chmod(0o444)
    assert read_as_somebody(stick / "library.db") == ["1 True", "LibraryReadOnly"]


def pull_the_stick_out(stick, source):
    """Copy a library as it lies on disk while it is open: work is still in the -wal."""
    with open_database(source) as db:
        metadata.put(db, "a", "in the wal")
        for name in ("library.db", "library.db-wal"):
            shutil.copyfile(source.with_name(name), stick / name)
    assert (stick / "library.db-wal").stat().st_size > 0


def test_unfinished_work_beside_a_sealed_library_is_not_lost(stick, library_file):
    pull_the_stick_out(stick, library_file)
    seal(stick)
    assert read_as_somebody(stick / "library.db") == ["in the wal True", "LibraryReadOnly"]
    assert sorted(path.name for path in stick.iterdir()) == ["library.db", "library.db-wal"]


def test_another_user_writing_in_a_folder_that_is_sealed_for_us(stick):
    with open_database(stick / "library.db") as db:
        metadata.put(db, "a", "shared")
        seal(stick)
        assert read_as_somebody(stick / "library.db") == ["shared True", "LibraryReadOnly"]


def test_a_library_that_is_not_there_cannot_be_read(stick, tmp_path):
    stick.chmod(0o555)
    assert read_as_somebody(stick / "library.db") == ["LibraryReadOnly"]
    assert read_as_somebody(stick / "deeper" / "library.db") == ["LibraryReadOnly"]
    with pytest.raises(LibraryReadOnly):
        open_database(tmp_path / "none.db", read_only=True)


def test_read_only_when_asked_for(library_file):
    with open_database(library_file) as writer:
        metadata.put(writer, "a", "1")
        with open_database(library_file, read_only=True) as db:
            metadata.put(writer, "a", "2")
            assert metadata.get(db, "a") == "2"
            with pytest.raises(LibraryReadOnly):
                metadata.put(db, "a", "3")


def test_an_empty_file_has_nothing_to_read(tmp_path):
    (tmp_path / "library.db").touch()
    with pytest.raises(LibraryDamaged):
        open_database(tmp_path / "library.db", read_only=True)
