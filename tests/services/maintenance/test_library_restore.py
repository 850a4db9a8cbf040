"""A damaged library: the last sound copy comes back, with all that can be read of the notes in the damaged one."""

import errno
import os
from pathlib import Path

import pytest

from library import backups, catalogue, notes, replacement
from library.database import open_database
from library.errors import LibraryTooNew, LibraryUnusable
from library.migrations import SCHEMA_VERSION
from services.maintenance.library_check import examine
from services.maintenance.library_restore import restore
from services.notes import annotation_edits
from services.paths import locate
from services.search.index_sync import reindex


@pytest.fixture
def paths(bundled_library, tmp_path):
    found = locate(tmp_path / "data")
    bundled_library(found.library)
    return found


def write(paths, *texts):
    with open_database(paths.library, backups=paths.backups) as db:
        document = catalogue.load(db, "E/RES/2019/20", "ar")
        return [
            annotation_edits.add(db, document, [annotation_edits.whole_provision(document, "op_5")], text=text).id
            for text in texts
        ]


def texts(paths):
    with open_database(paths.library, backups=paths.backups) as db:
        return {one.text for one in notes.all_annotations(db)}


def backup(paths, name="library-2026-11-23.db"):
    with open_database(paths.library) as db:
        db.copy_to(paths.backups / name)


def overwrite(paths, table, path=None):
    """Overwrite the page a table or an index begins on; return its number."""
    path = path or paths.library
    with open_database(path, read_only=True) as db:
        root = db.row("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,))[0]
        size = db.row("PRAGMA page_size")[0]
    data = bytearray(path.read_bytes())
    data[(root - 1) * size : root * size] = b"\xa5" * size
    path.write_bytes(data)
    return root


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
    overwrite(paths, "documents")
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


def test_without_a_sound_copy_a_new_library_has_what_can_be_read(paths):
    write(paths, "x", "y")
    root = overwrite(paths, "annotations_document")
    paths.backups.mkdir()
    (paths.backups / "library-2026-01-01.db").write_bytes(b"no database")
    before = paths.library.read_bytes()
    assert examine(paths).damage
    done = restore(paths)
    assert (done.copy, done.notes, done.lost_notes) == (None, 2, 0)
    assert done.aside.read_bytes() == before, root
    assert examine(paths).damage == ()
    assert texts(paths) == {"x", "y"}
    with open_database(paths.library) as db:
        assert catalogue.has(db, "E/RES/2019/20", "ar")
        assert catalogue.load(db, "E/RES/2019/20", "ar").provisions


def test_where_nothing_can_be_read_there_is_a_new_library_and_the_old_file(paths):
    write(paths, "x")
    damage(paths.library, 0.0)
    before = paths.library.read_bytes()
    done = restore(paths)
    assert (done.copy, done.notes, done.documents) == (None, 0, 0)
    assert done.aside.read_bytes() == before
    assert examine(paths).damage == ()
    assert texts(paths) == set()


def test_what_is_wrong_on_whole_pages_is_damage_too(paths):
    """Neither text that is no UTF-8 nor a document that is no XML is seen by SQLite."""
    write(paths, "quite a word")
    backup(paths)
    sound = paths.library.read_bytes()
    for good, bad in ((b"quite a word", b"quite \xff word"), (b"<akomaNtoso", b"<akoma\x00toso")):
        assert good in sound
        paths.library.write_bytes(sound.replace(good, bad))
        assert examine(paths).damage
        assert restore(paths).copy is not None
        assert examine(paths).damage == ()
        assert texts(paths) == {"quite a word"}


@pytest.mark.parametrize("left", [None, b""])
def test_a_library_that_is_gone_is_damage_where_there_are_copies(paths, left):
    write(paths, "old")
    backup(paths)
    paths.library.unlink()
    if left is not None:
        paths.library.write_bytes(left)
    found = examine(paths)
    assert found.damage
    assert not paths.library.exists() or not paths.library.stat().st_size, "looking at it makes no new one"
    done = restore(paths)
    assert texts(paths) == {"old"}
    assert (done.aside is None) == (left is None)
    assert examine(paths).damage == ()


def test_a_first_start_is_no_damage(tmp_path):
    assert examine(locate(tmp_path / "none")).damage == ()


def test_the_newest_copy_is_the_one_with_the_newest_content(paths):
    write(paths, "old")
    backup(paths, "library-2026-11-23.db")
    write(paths, "newer")
    backup(paths, "library-v3-20261101T000000Z.db")
    old = paths.backups / "library-2026-11-23.db"
    os.utime(old, (4e9, 4e9))
    (paths.backups / "library-2026-12-01.db").touch()
    (paths.backups / "library-2026-12-02.db").write_bytes(paths.library.read_bytes()[:5000])
    damage(paths.library, 0.0)
    assert restore(paths).copy.name == "library-v3-20261101T000000Z.db"
    assert texts(paths) == {"old", "newer"}


def test_a_copy_of_a_newer_program_is_passed_over(paths):
    write(paths, "old")
    backup(paths, "library-2026-11-23.db")
    write(paths, "newer")
    backup(paths, "library-2026-11-24.db")
    with open_database(paths.backups / "library-2026-11-24.db") as db:
        db.rows(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    damage(paths.library, 0.0)
    assert restore(paths).copy.name == "library-2026-11-23.db"
    (paths.backups / "library-2026-11-23.db").unlink()
    damage(paths.library, 0.0)
    before = paths.library.read_bytes()
    with pytest.raises(LibraryTooNew) as told:
        restore(paths)
    assert told.value.found == SCHEMA_VERSION + 1
    assert paths.library.read_bytes() == before


def test_damaged_copies_are_read_too_where_none_is_sound(paths):
    write(paths, "only in the copy")
    backup(paths)
    damaged_copy = next(paths.backups.iterdir())
    overwrite(paths, "citations", damaged_copy)
    paths.library.unlink()
    assert restore(paths).copy is None
    assert texts(paths) == {"only in the copy"}


def test_a_restored_library_is_as_every_library(paths):
    """In WAL mode, readers and a writer do not wait for each other."""
    write(paths, "old")
    backup(paths)
    damage(paths.library, 0.0)
    restore(paths)
    with open_database(paths.library) as db:
        assert db.row("PRAGMA journal_mode") == ("wal",)
    assert {path.name.partition("-2")[0] for path in paths.data.iterdir()} == {
        "library.db",
        "library-damaged",
        "backups",
    }


def test_two_repairs_in_one_second_put_both_aside(paths):
    write(paths, "old")
    backup(paths)
    asides = set()
    for byte in b"\xa5\xa6":
        paths.library.write_bytes(bytes([byte]) * 9000)
        asides.add(restore(paths).aside)
    assert sorted(path.read_bytes()[0] for path in asides) == [0xA5, 0xA6]


@pytest.mark.parametrize("failing", ["replace", "copy_to", "merge_rows"])
def test_a_failure_leaves_all_as_it_was(paths, monkeypatch, failing):
    write(paths, "old")
    backup(paths)
    damage(paths.library, 0.5)
    before = {path: path.read_bytes() for path in paths.data.rglob("*") if path.is_file()}

    def fail(*_args):
        raise OSError(errno.ENOSPC, "No space left on device")

    held = Path.replace
    if failing == "replace":
        monkeypatch.setattr(Path, "replace", lambda old, new: fail() if new == paths.library else held(old, new))
    else:
        monkeypatch.setattr(replacement if failing == "merge_rows" else backups, failing, fail)
    with pytest.raises(LibraryUnusable) as told:
        restore(paths)
    assert "No space" in told.value.detail
    assert {path: path.read_bytes() for path in paths.data.rglob("*") if path.is_file()} == before
