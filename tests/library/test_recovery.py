"""A damaged file is read page by page, and never written."""

import random
import sqlite3
from contextlib import closing

import pytest

from library import backups, metadata, replacement
from library.database import open_database
from library.errors import LibraryDamaged, LibraryReadOnly, LibraryUnusable, typed_errors
from library.recovery import TORN, open_damaged
from library.scratch_copy import open_scratch

PAGE = 4096
NOTE = "INSERT INTO annotations VALUES (?, 'note', 'A/RES/1/1', 'ar', ?, '', '', '', ?, ?, ?, '{}', ?)"
MOMENT = "2026-11-23T20:00:00.000000+00:00"


@pytest.fixture
def like(tmp_path):
    """A new library that is closed."""
    path = tmp_path / "like.db"
    open_database(path).close()
    return path


def words(n):
    """Short ones, and those that go on on one and on several pages more."""
    return f"note {n:03} " + "كلمة " * ((2, 2, 2, 300, 1500)[n % 5]) + f"end {n:03}"


def fill(path, numbers=range(60)):
    with open_database(path) as db, db.transaction():
        for n in numbers:
            removed = MOMENT if n % 7 == 0 else None
            db.write(NOTE, (f"id-{n:03}", words(n), MOMENT, MOMENT, removed, n + 1))


def read(path, like):
    with open_damaged(path, like) as found:
        saved, lost = found.notes()
    return {one.row[0]: one.row for one in saved}, lost


def overwrite(path, numbers, filling=b"\xa5"):
    data = bytearray(path.read_bytes())
    for number in numbers:
        data[(number - 1) * PAGE : number * PAGE] = (filling * PAGE)[:PAGE]
    path.write_bytes(data)


def root(path, name):
    with closing(sqlite3.connect(path)) as raw:
        return raw.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (name,)).fetchone()[0]


def test_a_sound_file_is_read_whole(library_file, like):
    fill(library_file)
    found, lost = read(library_file, like)
    assert {id_: row[4] for id_, row in found.items()} == {f"id-{n:03}": words(n) for n in range(60)}
    assert lost == ()


@pytest.mark.parametrize("also", [[], [1], [1, 2, 3]])
def test_without_the_way_to_them_rows_are_read_from_their_pages(library_file, like, also):
    """The root of the table is lost, with the rows on it; the schema, or all of it, may be lost too."""
    fill(library_file)
    whole, _ = read(library_file, like)
    overwrite(library_file, [root(library_file, "annotations"), *also])
    before = library_file.read_bytes()
    found, lost = read(library_file, like)
    assert len(found) >= 55
    assert all(whole[id_] == row for id_, row in found.items())
    assert set(lost) | set(found) == set(whole) or also
    assert library_file.read_bytes() == before
    assert not list(library_file.parent.glob("*-wal"))


def test_without_the_way_to_them_the_words_that_notes_are_on_are_read_from_their_pages(library_file, like):
    """Those that were written last and together, in their order."""
    fill(library_file)
    target = "INSERT INTO annotation_targets VALUES (?, ?, ?, 0, 5, ?, '', '', '', '', '', NULL, 0.5)"
    with open_database(library_file) as db, db.transaction():
        db.write_all(
            target, [(f"id-{n:03}", place, f"op_{n}", "words " * 20) for n in range(60) for place in (0, 1, 2)]
        )
        whole = db.rows("SELECT * FROM annotation_targets ORDER BY annotation, place")
    overwrite(library_file, [root(library_file, "annotation_targets")])
    with open_damaged(library_file, like) as found:
        notes, _ = found.notes()
    assert [row for one in notes for row in one.targets] == whole
    assert not any(one.all_targets for one in notes)


def test_a_page_in_the_middle_of_a_text(library_file, like):
    """What comes before it is kept, and what breaks off is said to; nothing of another page is taken for words."""
    fill(library_file)
    data = library_file.read_bytes()
    ends = [n + 1 for n in range(len(data) // PAGE) if b"end 004" in data[n * PAGE : (n + 1) * PAGE]]
    overwrite(library_file, ends, b"\x01\x02words")
    found, lost = read(library_file, like)
    text = found["id-004"][4]
    assert text.endswith(TORN)
    assert words(4).startswith(text.rstrip(TORN))
    assert len(text) > 1000
    assert lost == ()
    assert found["id-004"][:4] == ("id-004", "note", "A/RES/1/1", "ar")


def test_bytes_that_are_no_text(library_file, like):
    fill(library_file, range(3))
    content = library_file.read_bytes()
    library_file.write_bytes(content.replace(b"note 001", b"note \xff\xfe1"))
    assert read(library_file, like)[0]["id-001"][4].startswith(f"note {TORN}{TORN}1")
    with open_database(library_file) as db, pytest.raises(LibraryDamaged):
        db.rows("SELECT text FROM annotations")


def test_rows_of_the_past_stay_there(library_file, like):
    """Pages that were freed still hold what was deleted."""
    with open_database(library_file) as db:
        db.rows("PRAGMA secure_delete = OFF")
        with db.transaction():
            values = [(f"id-{n}", f"label {n} " + "x" * 300, n, MOMENT, MOMENT) for n in range(100)]
            db.write_all("INSERT INTO labels VALUES (?, ?, NULL, ?, ?, ?, NULL)", values)
        with db.transaction():
            db.write("DELETE FROM labels")
    assert b"label 50 " in library_file.read_bytes()
    with open_damaged(library_file, like) as found:
        assert found.rows("labels") == ()


@pytest.mark.parametrize("seed", range(8))
def test_any_bytes_are_only_read(tmp_path, like, seed):
    chance = random.Random(seed)
    path = tmp_path / "bytes.db"
    path.write_bytes(chance.randbytes(chance.randrange(0, 5 * PAGE)))
    assert read(path, like) == ({}, ())
    with open_damaged(path, like) as found:
        assert list(found.texts(())) == []
        assert found.memberships == {}


def test_pages_that_look_like_pages(library_file, like):
    """The type of a page is right and all else on it is not; chains of pages may lead in a circle."""
    fill(library_file)
    chance = random.Random(5)
    count = library_file.stat().st_size // PAGE
    for kind in (2, 5, 10, 13, 0):
        data = bytearray(library_file.read_bytes())
        for number in chance.sample(range(2, count), 6):
            at = (number - 1) * PAGE
            data[at : at + PAGE] = bytes([kind]) + chance.randbytes(PAGE - 1)
            data[at : at + 4] = number.to_bytes(4) if kind == 0 else data[at : at + 4]
        path = library_file.with_name(f"kind-{kind}.db")
        path.write_bytes(data)
        found, _ = read(path, like)
        assert all(TORN in row[4] or row[4] == words(int(id_[3:])) for id_, row in found.items() if id_[3:].isdigit())


def test_a_scratch_copy_is_as_long_as_the_header_says(library_file, like):
    fill(library_file)
    size = library_file.stat().st_size
    with library_file.open("r+b") as file:
        file.truncate(size - 3 * PAGE - 7)
    opened, pages = open_scratch(library_file, like)
    assert pages.stat().st_size == size
    opened.connection.close()
    opened.release()
    assert not pages.parent.exists()


def test_a_header_that_says_it_is_endless(library_file, like):
    fill(library_file, range(5))
    data = bytearray(library_file.read_bytes())
    data[28:32] = b"\xff" * 4
    library_file.write_bytes(data)
    assert len(read(library_file, like)[0]) == 5


def test_a_file_that_cannot_be_read(tmp_path, like):
    folder = tmp_path / "library.db"
    folder.mkdir()
    with pytest.raises(LibraryUnusable), open_damaged(folder, like):
        pass


def test_failures_from_outside_have_types(tmp_path):
    text = sqlite3.connect(":memory:")
    with pytest.raises(LibraryDamaged), typed_errors(tmp_path):
        text.execute("SELECT CAST(x'ff' AS TEXT)").fetchone()
    with pytest.raises(LibraryDamaged), typed_errors(tmp_path):
        b"\xff".decode()
    for number, kind in ((13, LibraryReadOnly), (30, LibraryReadOnly), (28, LibraryUnusable), (5, LibraryUnusable)):
        with pytest.raises(kind), typed_errors(tmp_path):
            raise OSError(number, "x")
    with pytest.raises(sqlite3.ProgrammingError), typed_errors(tmp_path):
        text.execute("SELECT ?", ())
    text.close()


def test_a_copy_that_fails_leaves_no_part_of_itself(library_file, tmp_path, monkeypatch):
    folder = tmp_path / "backups"
    with open_database(library_file) as db:
        monkeypatch.setattr(backups, "_examine", lambda _copy: (_ for _ in ()).throw(OSError(28, "full")))
        with pytest.raises(LibraryUnusable):
            db.daily_backup(folder)
    assert list(folder.iterdir()) == []


def test_copies_are_ordered_by_what_was_written_last(library_file, tmp_path, clock):
    folder = tmp_path / "backups"
    assert backups.list_copies(folder) == ()
    with open_database(library_file, clock=clock) as db:
        db.copy_to(folder / "library-v3-20261123T200000Z.db")
        db.copy_to(folder / "library-2026-11-23.db")
        fill(library_file, [0])
        db.copy_to(folder / "library-2026-11-01.db")
    (folder / "library-2027-01-01.db").touch()
    (folder / "notes.db").write_bytes(b"x")
    (folder / "library-2027-01-02.db").write_bytes(b"no library")
    assert [path.name for path in backups.list_copies(folder)] == [
        "library-2026-11-01.db",
        "library-2027-01-02.db",
        "library-v3-20261123T200000Z.db",
        "library-2026-11-23.db",
    ]


def test_rows_that_are_joined(library_file, clock):
    """The later one stands; what contradicts what is held is left."""
    with open_database(library_file, clock=clock) as db, db.transaction():
        row = ("s1", "name", "query", "{}", "1", "1", None)
        assert replacement.merge_rows(db, "saved_searches", [row], "changed") == 1
        assert replacement.merge_rows(db, "saved_searches", [row], "changed") == 0
        assert replacement.merge_rows(db, "saved_searches", [(*row[:2], "newer", "{}", "1", "2", None)], "changed") == 1
        assert replacement.merge_rows(db, "saved_searches", [(*row[:2], "older", "{}", "1", "0", None)], "changed") == 0
        assert db.rows("SELECT query FROM saved_searches") == [("newer",)]
        orphan = ("l1", "name", "no such parent", 1.0, "1", "1", None)
        assert replacement.merge_rows(db, "labels", [orphan], "changed") == 0
        metadata.put(db, "still", "writing")
