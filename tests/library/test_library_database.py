"""The file itself: new, old, newer, strange, damaged, durable and in use."""

import contextlib
import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from library import metadata
from library.database import open_database
from library.errors import LibraryBusy, LibraryDamaged, LibraryReadOnly, LibraryTooNew, LibraryUnusable
from library.migrations import APPLICATION_ID, SCHEMA_VERSION

ROOT = Path(__file__).parents[2]


def run_python(source, *arguments, **options):
    """Start a second process that sees our modules; it prints a line when it is where it should be."""
    return subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(source), *map(str, arguments)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
        **options,
    )


def raw(path):
    return sqlite3.connect(path, isolation_level=None)


def finish(process):
    process.communicate(timeout=30)


def test_new_library_is_ours_durable_and_in_wal_mode(library_file, db):
    assert not db.read_only
    assert db.row("PRAGMA application_id") == (APPLICATION_ID,)
    assert db.row("PRAGMA user_version") == (SCHEMA_VERSION,)
    assert db.row("PRAGMA journal_mode") == ("wal",)
    assert db.row("PRAGMA synchronous") == (2,)
    assert db.row("PRAGMA foreign_keys") == (1,)
    assert db.damage() == ()


def test_folder_is_made_for_its_owner_only(library_file, db):
    assert library_file.parent.stat().st_mode & 0o777 == 0o700


def test_signs_in_a_path_are_no_part_of_the_address(tmp_path):
    path = tmp_path / "100% ?ro#1 مكتبة" / "library.db"
    with open_database(path) as db:
        metadata.put(db, "a", "1")
    assert path.exists()
    with open_database(path, read_only=True) as db:
        assert metadata.get(db, "a") == "1"


def test_failed_transaction_leaves_nothing(db):
    with contextlib.suppress(KeyboardInterrupt), db.transaction():
        metadata.put(db, "a", "1")
        raise KeyboardInterrupt
    assert metadata.get(db, "a") is None


def test_a_write_outside_a_transaction_is_a_bug(db):
    with pytest.raises(sqlite3.ProgrammingError):
        db.write("INSERT INTO facts VALUES ('a', '1')")


def test_newer_library_that_says_it_can_be_read_is_opened_read_only(library_file):
    open_database(library_file).close()
    with raw(library_file) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    with open_database(library_file) as db:
        assert db.read_only
        assert db.newer == SCHEMA_VERSION + 1
        assert metadata.get(db, "oldest_reader") == "1"
        with pytest.raises(LibraryReadOnly):
            metadata.put(db, "a", "1")
    with raw(library_file) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION + 1,)


@pytest.mark.parametrize("spoil", ["UPDATE facts SET value = '9' WHERE name = 'oldest_reader'", "DROP TABLE facts"])
@pytest.mark.parametrize("read_only", [False, True])
def test_newer_library_that_cannot_be_read_is_refused_and_untouched(library_file, spoil, read_only):
    open_database(library_file).close()
    connection = raw(library_file)
    connection.execute(spoil)
    connection.execute("PRAGMA user_version = 9")
    connection.close()
    before = library_file.read_bytes()
    with pytest.raises(LibraryTooNew) as caught:
        open_database(library_file, read_only=read_only)
    assert (caught.value.found, caught.value.known) == (9, SCHEMA_VERSION)
    assert library_file.read_bytes() == before


@pytest.mark.parametrize(
    "content", [b"this is a text and no library at all" * 99, b"SQLite format 3\0" + b"\xff" * 5000]
)
def test_what_is_no_database_is_damaged_and_untouched(library_file, content):
    library_file.parent.mkdir()
    library_file.write_bytes(content)
    with pytest.raises(LibraryDamaged):
        open_database(library_file)
    assert library_file.read_bytes() == content


def test_the_database_of_another_program_is_refused_and_untouched(library_file):
    library_file.parent.mkdir()
    connection = raw(library_file)
    connection.execute("CREATE TABLE theirs (a)")
    connection.close()
    before = library_file.read_bytes()
    with pytest.raises(LibraryDamaged):
        open_database(library_file)
    assert library_file.read_bytes() == before


def test_damaged_pages_are_found_when_they_are_read(library_file):
    with open_database(library_file) as db, db.transaction():
        db.write_all("INSERT INTO facts VALUES (?, ?)", ((f"name {n}", "x" * 900) for n in range(200)))
    with library_file.open("r+b") as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(size // 2)
        file.write(b"\xff" * (size // 2))
    with open_database(library_file) as db:
        assert db.damage()
        with pytest.raises(LibraryDamaged):
            db.rows("SELECT * FROM facts ORDER BY value, name")


def test_a_file_where_the_folder_should_be(tmp_path):
    (tmp_path / "data").write_text("")
    with pytest.raises((LibraryUnusable, LibraryReadOnly)):
        open_database(tmp_path / "data" / "library.db")


def test_a_full_disk_is_typed_and_loses_nothing(db):
    metadata.put(db, "a", "1")
    pages = db.row("PRAGMA page_count")[0]
    db.rows(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(LibraryUnusable):
        metadata.put(db, "b", "x" * 100_000)
    assert metadata.get(db, "a") == "1"
    assert metadata.get(db, "b") is None


WRITER = """
    import sys
    from pathlib import Path
    from library.database import open_database
    from library.metadata import put
    db = open_database(Path(sys.argv[1]))
    for number in range(20):
        put(db, "last", str(number))
    with db.transaction():
        db.write("INSERT OR REPLACE INTO facts VALUES ('last', 'unfinished')")
        db.write_all("INSERT INTO facts VALUES (?, ?)", ((f"n{i}", "x" * 1000) for i in range(5000)))
        print("writing", flush=True)
        sys.stdin.read()
"""


def test_a_killed_writer_leaves_the_last_committed_state(library_file):
    writer = run_python(WRITER, library_file)
    assert writer.stdout.readline() == "writing\n"
    writer.send_signal(signal.SIGKILL)
    finish(writer)
    assert library_file.with_name("library.db-wal").stat().st_size > 0
    with open_database(library_file) as db:
        assert metadata.get(db, "last") == "19"
        assert db.row("SELECT count(*) FROM facts WHERE name LIKE 'n%'") == (0,)
        assert db.damage() == ()
        metadata.put(db, "last", "20")


def test_while_another_process_writes_reading_goes_on_and_a_write_is_refused(library_file):
    writer = run_python(WRITER, library_file)
    assert writer.stdout.readline() == "writing\n"
    with open_database(library_file, busy_timeout_ms=50) as db:
        assert not db.read_only
        assert metadata.get(db, "last") == "19"
        with pytest.raises(LibraryBusy):
            metadata.put(db, "mine", "1")
        assert metadata.get(db, "mine") is None
        finish(writer)
        metadata.put(db, "mine", "1")
        assert metadata.get(db, "mine") == "1"
        assert metadata.get(db, "last") == "unfinished"


def test_two_first_starts_at_once_make_one_library(library_file):
    source = """
        import sys
        from pathlib import Path
        from library.database import open_database
        from library.metadata import put
        print("ready", flush=True)
        sys.stdin.readline()
        with open_database(Path(sys.argv[1]), busy_timeout_ms=10000) as db:
            put(db, sys.argv[2], "1")
    """
    starters = [run_python(source, library_file, f"starter {n}") for n in range(4)]
    for starter in starters:
        assert starter.stdout.readline() == "ready\n"
    for starter in starters:
        starter.stdin.write("\n")
        starter.stdin.flush()
    for starter in starters:
        finish(starter)
        assert starter.returncode == 0
    with open_database(library_file) as db:
        assert len(db.rows("SELECT * FROM facts WHERE name LIKE 'starter%'")) == 4


@pytest.mark.parametrize("new", [False, True])
def test_a_file_system_without_shared_memory_is_used_without_wal(library_file, new):
    library_file.parent.mkdir()
    if not new:
        open_database(library_file).close()
    # SQLite refuses a link for its shared memory: as on a network share that cannot map files.
    library_file.with_name("library.db-shm").symlink_to("elsewhere")
    with open_database(library_file) as db:
        assert not db.read_only
        metadata.put(db, "a", "1")
        assert db.row("PRAGMA journal_mode") == ("delete",)
    with open_database(library_file) as db:
        assert metadata.get(db, "a") == "1"
