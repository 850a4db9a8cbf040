"""A damaged library: the last sound copy comes back, with all that can be read of the notes in the damaged one."""

import shutil

import pytest

from library import catalogue, notes
from library.database import open_database
from library.errors import LibraryDamaged
from services import noting
from services.health import examine, restore
from services.paths import locate
from services.reindexing import reindex
from services.trash import empty


@pytest.fixture
def paths(first_start, tmp_path):
    found = locate(tmp_path / "data")
    found.data.mkdir()
    shutil.copyfile(first_start, found.library)
    return found


def write(paths, *texts):
    with open_database(paths.library, backups=paths.backups) as db:
        document = catalogue.load(db, "E/RES/2019/20", "ar")
        return [noting.add(db, document, [noting.whole(document, "op_5")], text=text).id for text in texts]


def texts(paths):
    with open_database(paths.library, backups=paths.backups) as db:
        return {one.text for one in notes.all_annotations(db)}


def damage(path, share):
    """Overwrite the last part of a file."""
    data = bytearray(path.read_bytes())
    start = int(len(data) * share)
    data[start:] = b"\xa5" * (len(data) - start)
    path.write_bytes(data)


def test_a_sound_installation(paths):
    write(paths, "x", "y")
    found = examine(paths)
    assert (found.damage, dict(found.anchors), found.index) == ((), {"exact": 2}, "missing")
    with open_database(paths.library) as db:
        reindex(db, paths.index)
    assert examine(paths).index == "ready"


def test_the_last_copy_comes_back_with_what_is_newer_in_the_damaged_file(paths):
    write(paths, "old")
    with open_database(paths.library, backups=paths.backups) as db:
        db.daily_backup(paths.backups)
    new = write(paths, *(f"newer {n}" for n in range(60)))
    with open_database(paths.library) as db:
        root = db.row("SELECT rootpage FROM sqlite_master WHERE name = 'documents'")[0]
        size = db.row("PRAGMA page_size")[0]
    data = bytearray(paths.library.read_bytes())
    data[(root - 1) * size : root * size] = b"\xa5" * size
    paths.library.write_bytes(data)
    found = examine(paths)
    assert found.damage
    assert found.copies == 1
    done = restore(paths)
    assert examine(paths).damage == ()
    assert texts(paths) == {"old", *(f"newer {n}" for n in range(60))}
    assert done.notes == len(new)
    assert done.aside.exists(), "nothing is deleted"
    with open_database(paths.library) as db:
        assert catalogue.has(db, "E/RES/2019/20")


def test_what_cannot_be_read_is_not_made_up(paths):
    write(paths, "old")
    with open_database(paths.library, backups=paths.backups) as db:
        db.daily_backup(paths.backups)
    write(paths, "lost perhaps")
    damage(paths.library, 0.0)
    assert examine(paths).damage
    restore(paths)
    assert "old" in texts(paths)


def test_without_a_sound_copy_nothing_is_touched(paths):
    write(paths, "x")
    damage(paths.library, 0.0)
    before = paths.library.read_bytes()
    paths.backups.mkdir()
    (paths.backups / "library-2026-01-01.db").write_bytes(b"no database")
    with pytest.raises(LibraryDamaged):
        restore(paths)
    assert paths.library.read_bytes() == before


def test_emptying_the_trash_makes_a_copy_first(paths):
    (one,) = write(paths, "gone")
    with open_database(paths.library, backups=paths.backups) as db:
        notes.remove(db, [one])
        assert empty(db, paths) == 1
        assert empty(db, paths) == 0
        assert notes.in_trash(db) == ()
    (copy,) = paths.backups.iterdir()
    with open_database(copy, read_only=True) as db:
        assert [one.text for one in notes.in_trash(db)] == ["gone"]
