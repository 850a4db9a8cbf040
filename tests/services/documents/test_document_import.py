"""Files and folders come in; a bad file is reported and stops nothing."""

import pytest

import resources
from documents.exporters.akn.writer import write_akn
from library import catalogue, citations, document_versions, notes
from library.database import open_database
from library.errors import LibraryReadOnly
from services.documents.document_import import BUNDLED, ensure_bundled, import_paths
from services.notes import annotation_edits

SOURCE = resources.read_bytes("documents", BUNDLED)


@pytest.fixture
def folder(tmp_path, text):
    folder = tmp_path / "in"
    (folder / "b" / "deep").mkdir(parents=True)
    (folder / ".hidden").mkdir()
    (folder / "b" / "deep" / "resolution.txt").write_bytes(SOURCE)
    (folder / "a.xml").write_bytes(write_akn(text.document))
    (folder / "broken.xml").write_text("<akomaNtoso")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "picture.png").write_bytes(b"\x89PNG")
    (folder / ".hidden" / "c.txt").write_bytes(SOURCE)
    return folder


def test_a_folder_with_good_and_bad_files(empty_db, folder):
    seen = []
    report = import_paths(empty_db, [folder], progress=lambda *told: seen.append(told))
    assert [one.path.name for one in report.imported] == ["a.xml", "resolution.txt"]
    assert [one.path.name for one in report.failed] == ["broken.xml", "empty.txt"]
    assert {one.code for one in report.failed} <= {"unreadable", "unsupported-format", "hostile", "empty"}
    assert seen == [(0, 4, "a.xml"), (1, 4, "broken.xml"), (2, 4, "empty.txt"), (3, 4, "resolution.txt"), (4, 4, "")]
    assert [one.symbol for one in report.imported] == ["E/RES/2019/20"] * 2
    first, second = report.imported
    assert (first.symbol, first.language, first.replaced) == ("E/RES/2019/20", "ar", False)
    assert second.replaced
    assert (second.provisions, second.footnotes) == (50, 9)
    assert second.citations == len(citations.of_document(empty_db, "E/RES/2019/20", "ar"))
    assert "orphan-marker" in {warning.code for warning in second.warnings}


def test_a_named_file_is_always_tried_and_a_missing_one_reported(empty_db, folder, tmp_path):
    report = import_paths(empty_db, [folder / "picture.png", tmp_path / "none.txt"])
    assert [(one.path.name, one.code) for one in report.failed] == [
        ("picture.png", "unsupported-format"),
        ("none.txt", "unreadable"),
    ]


def test_cancel_keeps_what_is_done(empty_db, folder):
    report = import_paths(empty_db, [folder], cancelled=lambda: catalogue.has(empty_db, "E/RES/2019/20"))
    assert report.cancelled
    assert len(report.imported) == 1
    assert catalogue.has(empty_db, "E/RES/2019/20")


def test_importing_again_is_idempotent_and_keeps_bookmarks(db, tmp_path, text):
    file = tmp_path / BUNDLED
    file.write_bytes(SOURCE)
    mark = annotation_edits.toggle_bookmark(db, text.document, "op_5")
    before = catalogue.digests(db)
    for _ in range(2):
        (one,) = import_paths(db, [file]).imported
        assert one.replaced
    assert catalogue.digests(db) == before
    assert db.row("SELECT count(*) FROM documents") == (1,)
    assert notes.all_annotations(db) == (mark,)


def test_a_read_only_library_is_no_fault_of_the_file(db, folder):
    with open_database(db.path, read_only=True) as reader, pytest.raises(LibraryReadOnly):
        import_paths(reader, [folder])


def test_the_bundled_resolution_comes_once(empty_db):
    assert ensure_bundled(empty_db)
    assert not ensure_bundled(empty_db)
    assert [entry.symbol for entry in catalogue.entries(empty_db)] == ["E/RES/2019/20"]
    document_versions.remove(empty_db, "E/RES/2019/20", "ar")
    assert not ensure_bundled(empty_db)
    assert catalogue.entries(empty_db) == ()


def test_a_read_only_library_stays_as_it_is(empty_db):
    with open_database(empty_db.path, read_only=True) as reader:
        assert not ensure_bundled(reader)


def test_the_same_file_named_twice_is_taken_once(empty_db, folder):
    file = folder / "a.xml"
    assert len(import_paths(empty_db, [file, file, folder / "a.xml"]).imported) == 1


def test_a_document_that_cannot_be_read_yet_is_named_also_from_a_folder(empty_db, tmp_path):
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.4\n")
    report = import_paths(empty_db, [tmp_path])
    assert [(one.path.name, one.code) for one in report.failed] == [("scan.pdf", "unsupported-format")]
