"""Notes in the trash: emptied only after a copy of the library was made, and known as emptied."""

import pytest

from library import catalogue, notes
from library.database import open_database
from services.notes import annotation_edits
from services.notes.trash import empty_trash, is_emptied, move_to_trash
from services.paths import locate


@pytest.fixture
def paths(bundled_library, tmp_path):
    found = locate(tmp_path / "data")
    bundled_library(found.library)
    return found


def test_emptying_the_trash_makes_a_copy_first(paths):
    with open_database(paths.library, backups=paths.backups) as db:
        document = catalogue.load(db, "E/RES/2019/20", "ar")
        one = annotation_edits.add(db, document, [annotation_edits.whole_provision(document, "op_5")], text="gone").id
        move_to_trash(db, [one])
        assert empty_trash(db, paths) == 1
        assert empty_trash(db, paths) == 0
        assert notes.in_trash(db) == ()
    (copy,) = paths.backups.iterdir()
    with open_database(copy, read_only=True) as db:
        assert [one.text for one in notes.in_trash(db)] == ["gone"]


def test_only_what_was_emptied_is_known_as_emptied(paths):
    with open_database(paths.library, backups=paths.backups) as db:
        document = catalogue.load(db, "E/RES/2019/20", "ar")
        bookmark, later = (annotation_edits.add(db, document, ()).id for _ in range(2))
        note = annotation_edits.add(db, document, (), text="words").id
        assert not is_emptied(paths, notes.annotation(db, note))
        move_to_trash(db, [note, bookmark])
        assert not is_emptied(paths, notes.annotation(db, note))
        assert not is_emptied(paths, notes.annotation(db, bookmark))
        assert empty_trash(db, paths) == 1
        assert is_emptied(paths, notes.annotation(db, note))
        assert is_emptied(paths, notes.annotation(db, bookmark))
        assert not is_emptied(paths, notes.annotation(db, later))


def test_what_was_emptied_before_is_not_counted_again(paths):
    with open_database(paths.library, backups=paths.backups) as db:
        document = catalogue.load(db, "E/RES/2019/20", "ar")
        for text in ("first", "second"):
            move_to_trash(db, [annotation_edits.add(db, document, (), text=text).id])
            assert empty_trash(db, paths) == 1
