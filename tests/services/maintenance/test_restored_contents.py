"""What a delegate wrote comes back from a damaged file as far as any byte of it can be read."""

import datetime
import random
import shutil
import sqlite3
from dataclasses import replace

import pytest
from lengths import LONG

from documents.annotations.model import FIELDS
from documents.position import Span
from library import catalogue, citation_overrides, conflicts, labels, notes, saved_searches
from library import instruments as own
from library.database import open_database
from library.errors import LibraryError
from library.recovery import TORN
from services.citations import instrument_catalogue, overrides
from services.documents import document_import
from services.maintenance.library_check import examine
from services.maintenance.library_restore import restore
from services.notes import annotation_edits
from services.notes.note_merge import merge_notes
from tests.services.citing_documents import RECALLING, put, resolution
from tests.services.damaged_library import PAGE, held, integrity, order, overwrite, pages_of

TRIALS = 40 if LONG else 10
INSTRUMENT = b'[{"target": "UNTS 1/1", "names": {"en": "Convention on Restoring"}}]'


@pytest.fixture
def scene(eighty_notes, tmp_path):
    return eighty_notes.again(tmp_path / "data")


def could_be_read(one, content):
    """Say whether a note's words are still in a file: where they begin, and where they end."""
    return one.text[:9].encode() in content and one.text[-7:].encode() in content


def test_random_pages(eighty_notes, tmp_path):
    """Whatever pages are lost: a typed error at most, a sound library, the copy's notes, and all that could be read."""
    chance = random.Random(20261123)
    count, saved = eighty_notes.paths.library.stat().st_size // PAGE, 0
    for trial in range(TRIALS):
        scene = eighty_notes.again(tmp_path / f"trial {trial}")
        numbers = chance.sample(range(1, count + 1), chance.randrange(1, 5))
        content = overwrite(scene.paths.library, numbers, chance.randbytes)
        try:
            done = restore(scene.paths)
        except LibraryError:
            assert scene.paths.library.read_bytes() == content
            continue
        assert integrity(scene.paths.library) == (), numbers
        found = held(scene.paths.library)
        assert set(scene.old) <= set(found), numbers
        readable = [id_ for id_ in scene.new if could_be_read(scene.truth[id_], content)]
        assert [id_ for id_ in readable if id_ not in found or found[id_].text != scene.truth[id_].text] == [], numbers
        assert done.notes >= len(readable), numbers
        assert not list(scene.paths.data.glob("*.restoring*"))
        saved += len(readable)
    assert saved > TRIALS * 40 * 0.9


@pytest.mark.parametrize(
    "table",
    [
        "annotations",
        "annotations_document",
        "annotations_revision",
        "annotation_targets",
        "sqlite_autoindex_annotation_targets_1",
        "labels",
        "annotation_labels",
        "annotation_labels_label",
        "documents",
        "texts",
        "steps",
    ],
)
def test_the_page_a_table_begins_on(scene, table):
    """It leads to all others: no row can be reached through it, and every row on another page comes back."""
    content = overwrite(scene.paths.library, pages_of(scene.paths.library, table), lambda size: b"\xa5" * size)
    restore(scene.paths)
    found = held(scene.paths.library)
    readable = {id_ for id_ in scene.new if could_be_read(scene.truth[id_], content)}
    assert len(readable) > 36
    for id_ in readable:
        mine, have = scene.truth[id_], found[id_]
        assert (have.text, have.removed, have.kind) == (mine.text, mine.removed, mine.kind)
        if table not in {"annotation_targets", "sqlite_autoindex_annotation_targets_1"}:
            assert have.targets == mine.targets
        if not table.startswith("labels"):
            assert set(have.labels) == set(mine.labels)
        assert have.created == mine.created
    assert {found[id_].text for id_ in scene.old[:6]} == {f"written on since {n}" for n in range(6)}


def test_the_order_in_a_label(scene):
    wanted = order(scene.paths.library, "L0")
    overwrite(scene.paths.library, pages_of(scene.paths.library, "citations"), lambda size: b"\xa5" * size)
    restore(scene.paths)
    assert order(scene.paths.library, "L0") == wanted
    assert held(scene.paths.library) == scene.truth


def test_the_schema_is_lost(scene):
    """The first page has the header and the way to every table."""
    overwrite(scene.paths.library, [1], random.Random(3).randbytes)
    assert examine(scene.paths).damage
    restore(scene.paths)
    assert held(scene.paths.library) == scene.truth


def test_the_header_is_lost(scene):
    data = scene.paths.library.read_bytes()
    scene.paths.library.write_bytes(bytes(100) + data[100:])
    restore(scene.paths)
    assert held(scene.paths.library) == scene.truth


def test_without_a_copy_too(scene):
    shutil.rmtree(scene.paths.backups)
    overwrite(scene.paths.library, [1], random.Random(3).randbytes)
    done = restore(scene.paths)
    found = held(scene.paths.library)
    assert (done.copy, done.notes, done.lost_notes) == (None, 80, 0)
    assert {id_: (one.text, one.labels, one.targets) for id_, one in found.items()} == {
        id_: (one.text, one.labels, one.targets) for id_, one in scene.truth.items()
    }


@pytest.mark.parametrize("missing", [1000, PAGE, PAGE + 100])
def test_the_end_is_cut_off(scene, missing):
    with scene.paths.library.open("r+b") as file:
        file.truncate(scene.paths.library.stat().st_size - missing)
    content = scene.paths.library.read_bytes()
    restore(scene.paths)
    found = held(scene.paths.library)
    assert {id_ for id_ in scene.new if could_be_read(scene.truth[id_], content)} <= set(found)
    assert len(set(scene.new) & set(found)) > 36


def test_what_is_in_the_wal_only(scene):
    """A program that was killed leaves what it wrote last beside the library."""
    document = None
    with open_database(scene.paths.library) as db:
        document = catalogue.load(db, "E/RES/2019/20", "ar")
        late = annotation_edits.add(
            db, document, [annotation_edits.whole_provision(document, "op_5")], text="in the wal"
        ).id
        crashed = scene.paths.data.with_name("crashed")
        shutil.copytree(scene.paths.data, crashed)
    scene = replace(
        scene, paths=replace(scene.paths, data=crashed, library=crashed / "library.db", backups=crashed / "backups")
    )
    wal = crashed / "library.db-wal"
    assert b"in the wal" in wal.read_bytes()
    overwrite(scene.paths.library, [1], random.Random(3).randbytes)
    done = restore(scene.paths)
    assert not wal.exists(), "it would be taken for the new library's"
    assert done.aside.with_name(done.aside.name + "-wal").exists(), "nothing is deleted"
    found = held(scene.paths.library)
    assert found[late].text == "in the wal"
    assert {id_: found[id_] for id_ in scene.truth} == scene.truth


@pytest.mark.parametrize(
    "stamps", ['{"text": ["no time"]}', '{"unheard-of": ["2027-01-01T00:00:00+00:00"]}', '{"text": []}', "[]", "x"]
)
def test_times_that_are_none_are_not_taken_over(scene, stamps):
    one = scene.new[0]
    with sqlite3.connect(scene.paths.library) as raw:
        raw.execute("UPDATE annotations SET stamps = ? WHERE id = ?", (stamps, one))
    overwrite(scene.paths.library, pages_of(scene.paths.library, "citations"), lambda size: b"\xa5" * size)
    restore(scene.paths)
    with open_database(scene.paths.library) as db:
        found = notes.annotation(db, one)
    assert found.text == scene.truth[one].text
    assert set(found.stamps) <= set(FIELDS)
    assert all(found.stamps.values())
    assert all(datetime.datetime.fromisoformat(time) for times in found.stamps.values() for time in times)


def test_words_that_are_not_whole_keep_only_the_time_of_their_last_change(scene):
    one = scene.new[5]
    with open_database(scene.paths.library) as db:
        annotation_edits.set_text(db, one, "written on")
        times = notes.annotation(db, one).stamps["text"]
    assert len(times) == 2
    with sqlite3.connect(scene.paths.library) as raw:
        raw.execute("UPDATE annotations SET text = CAST(x'7aff7a' AS TEXT) WHERE id = ?", (one,))
    overwrite(scene.paths.library, pages_of(scene.paths.library, "citations"), lambda size: b"\xa5" * size)
    restore(scene.paths)
    with open_database(scene.paths.library) as db:
        found = notes.annotation(db, one)
    assert TORN in found.text
    assert found.stamps["text"] == times[:1]


def test_words_without_their_places_leave_the_copys_places(scene):
    """Another's newer words come in; that their targets cannot be read takes nothing from those that are held."""
    one = scene.old[0]
    with sqlite3.connect(scene.paths.library) as raw:
        raw.execute("UPDATE annotation_targets SET exact = CAST(x'ff' AS TEXT) WHERE annotation = ?", (one,))
        raw.execute(
            "UPDATE annotations SET stamps = json_set(stamps, '$.targets', json('[\"2027-01-01T00:00:00+00:00\"]'))"
        )
    overwrite(scene.paths.library, pages_of(scene.paths.library, "citations"), lambda size: b"\xa5" * size)
    restore(scene.paths)
    found = held(scene.paths.library)[one]
    assert found.text == "written on since 0"
    assert found.targets == scene.truth[one].targets
    with open_database(scene.paths.library) as db:
        assert conflicts.open_conflicts(db) == ()


def test_words_that_break_off_are_kept_beside_the_whole_ones(scene):
    """The page a long text goes on is lost: the beginning is kept, and never in the place of a whole text unseen."""
    with open_database(scene.paths.library) as db:
        annotation_edits.set_text(db, scene.old[7], "whole before " + "x" * 3000)
    with open_database(scene.paths.library) as db:
        db.copy_to(scene.paths.backups / "library-2099-01-01.db")
        annotation_edits.set_text(db, scene.old[7], "another beginning " + "y" * 3000 + " the end")
    data = scene.paths.library.read_bytes()
    last = [number for number in range(len(data) // PAGE) if b"yy the end" in data[number * PAGE : (number + 1) * PAGE]]
    overwrite(scene.paths.library, [number + 1 for number in last], random.Random(3).randbytes)
    restore(scene.paths)
    with open_database(scene.paths.library) as db:
        (told,) = conflicts.open_conflicts(db)
        sides = {str(told.mine["text"])[:17], str(told.theirs["text"])[:17]}
        assert sides == {"whole before xxxx", "another beginning"}
        assert integrity(scene.paths.library) == ()


def test_the_words_of_a_lost_row_come_from_the_steps_to_undo(scene):
    one = scene.old[1]
    with open_database(scene.paths.library) as db:
        document = catalogue.load(db, "E/RES/2019/20", "ar")
        fresh = annotation_edits.add(
            db, document, [annotation_edits.whole_provision(document, "op_5")], text="first"
        ).id
        annotation_edits.set_text(db, fresh, "typed since", continuing=True)
    data = scene.paths.library.read_bytes()
    pages = [n + 1 for n in range(len(data) // PAGE) if b"typed since" in data[n * PAGE : (n + 1) * PAGE]]
    rows = [n for n in pages if data[(n - 1) * PAGE] in (2, 10)]
    assert len(rows) == 1
    assert len(pages) == 2
    overwrite(scene.paths.library, rows, lambda size: b"\xa5" * size)
    restore(scene.paths)
    found = held(scene.paths.library)
    assert found[fresh].text == "typed since"
    assert found[fresh].document == "E/RES/2019/20"
    assert one in found


def pages_with(path, words):
    """Return the pages that hold words, counted from 1."""
    data = path.read_bytes()
    return [n + 1 for n in range(len(data) // PAGE) if words in data[n * PAGE : (n + 1) * PAGE]]


def test_documents_that_are_newer_than_the_copy(scene):
    """Those that can be read come back and are counted, those that cannot are named."""
    with open_database(scene.paths.library) as db:
        put(
            db,
            resolution("A/RES/74/133", RECALLING),
            resolution("A/RES/70/1", "Long. " * 2000 + "MARK " + "Text. " * 2000),
        )
    (page,) = pages_with(scene.paths.library, b"MARK")
    overwrite(scene.paths.library, [page], lambda size: b"\xa5" * size)
    done = restore(scene.paths)
    assert (done.documents, done.lost_documents) == (1, (("A/RES/70/1", "en"),))
    with open_database(scene.paths.library) as db:
        assert catalogue.symbols(db) == ("A/RES/74/133", "E/RES/2019/20")
        assert catalogue.load(db, "A/RES/74/133", "en") == resolution("A/RES/74/133", RECALLING)


def test_a_text_that_came_anew_since_the_copy(scene):
    with open_database(scene.paths.library) as db:
        document = catalogue.load(db, "E/RES/2019/20", "ar")
        newer = replace(document, title="عنوان جديد")
        document_import.store(db, newer)
    overwrite(scene.paths.library, pages_of(scene.paths.library, "citations"), lambda size: b"\xa5" * size)
    assert restore(scene.paths).documents == 1
    with open_database(scene.paths.library) as db:
        assert catalogue.load(db, "E/RES/2019/20", "ar") == newer


def test_a_text_is_known_by_itself_where_its_row_is_lost(scene):
    with open_database(scene.paths.library) as db:
        put(db, resolution("A/RES/74/133", RECALLING))
    overwrite(scene.paths.library, pages_of(scene.paths.library, "documents"), lambda size: b"\xa5" * size)
    assert restore(scene.paths).documents == 1
    with open_database(scene.paths.library) as db:
        assert catalogue.symbols(db) == ("A/RES/74/133", "E/RES/2019/20")


def test_all_else_the_user_made(scene):
    """Names of labels, kept searches, answers to citations, instruments, and conflicts that wait."""
    one = scene.old[9]
    with open_database(scene.paths.library) as db:
        document = catalogue.load(db, "E/RES/2019/20", "ar")
        labels.rename(db, "L1", "Renamed")
        saved_searches.save(db, "children", "حقوق الطفل")
        words = document.text_of("op_5")[:9]
        overrides.set_target(db, document, Span("op_5", 0, len(words)), "A/RES/70/1")
        instrument_catalogue.add(db, INSTRUMENT, "mine.json")
        theirs = replace(notes.annotation(db, one), text="theirs", stamps={"text": ("2020-01-01T00:00:00+00:00",)})
        notes.change(db, one, text="mine")
        merge_notes(db, [theirs], "theirs.jsonld")
        told = conflicts.open_conflicts(db)
        assert len(told) == 1
        truth = {held_.id: held_ for held_ in notes.all_annotations(db)}
    overwrite(scene.paths.library, pages_of(scene.paths.library, "anchors"), lambda size: b"\xa5" * size)
    restore(scene.paths)
    with open_database(scene.paths.library) as db:
        assert {label.path for label in labels.all_labels(db)} >= {"L0", "Renamed", "Out/In0"}
        assert "L1" not in {label.path for label in labels.all_labels(db)}
        assert {held_.id: held_.labels for held_ in notes.all_annotations(db)} == {
            id_: held_.labels for id_, held_ in truth.items()
        }
        assert [kept.name for kept in saved_searches.saved(db)] == ["children"]
        (edit,) = citation_overrides.of_document(db, "E/RES/2019/20", "ar")
        assert edit.target == "A/RES/70/1"
        assert any("UNTS 1/1" in told for told in own.rows(db))
        assert instrument_catalogue.digest(db) == instrument_catalogue.load(db).digest
        assert conflicts.open_conflicts(db) == told


def test_a_second_repair_finds_nothing_to_do(scene):
    overwrite(scene.paths.library, [2, 9], random.Random(3).randbytes)
    restore(scene.paths)
    first = held(scene.paths.library)
    done = restore(scene.paths)
    assert (done.lost_notes, done.lost_documents) == (0, ())
    assert held(scene.paths.library) == first


def test_a_link_to_a_library_stays_a_link(scene):
    elsewhere = scene.paths.data.with_name("stick")
    elsewhere.mkdir()
    scene.paths.library.rename(elsewhere / "mine.db")
    scene.paths.library.symlink_to(elsewhere / "mine.db")
    overwrite(scene.paths.library, [1], random.Random(3).randbytes)
    assert restore(scene.paths).aside.parent == elsewhere
    assert scene.paths.library.is_symlink()
    assert held(scene.paths.library) == scene.truth
