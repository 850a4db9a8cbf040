"""Citations found anew where rules or catalogue are others: all of them, once, a document a transaction."""

import json

import pytest

from documents.citations.catalogue.instrument_file import RowError
from documents.citations.rules_version import RULES_VERSION
from library import catalogue, citations, document_versions
from library.citations import CitationSet
from library.database import open_database
from services.citations import instrument_catalogue
from services.citations.citation_refresh import refresh, stale_count
from services.documents.document_import import import_paths
from services.documents.open_text import open_text
from tests.services.citing_documents import put, resolution

ROW = {"target": "X/1/2", "names": {"en": "Accord of the Seven Valleys", "ar": "اتفاق الوديان السبعة"}, "unts": "1/2"}


def spoil(db, *documents):
    for document in documents:
        citations.store(db, document, CitationSet(rules_version=RULES_VERSION - 1))


@pytest.fixture
def two(empty_db):
    documents = resolution("A/RES/74/133"), resolution("A/RES/75/166")
    put(empty_db, *documents)
    return documents


def test_nothing_to_do_after_an_import(empty_db, two):
    assert stale_count(empty_db) == 0
    assert refresh(empty_db, progress=lambda *_: pytest.fail("told")).documents == 0


def test_all_are_brought_up_to_date_with_progress(empty_db, two):
    before = citations.totals(empty_db)
    spoil(empty_db, *two)
    assert (stale_count(empty_db), citations.totals(empty_db)) == (2, ())
    told = []
    assert refresh(empty_db, progress=lambda *each: told.append(each)).documents == 2
    assert told == [(0, 2, "A/RES/74/133"), (1, 2, "A/RES/75/166"), (2, 2, "")]
    assert (stale_count(empty_db), citations.totals(empty_db)) == (0, before)


def test_what_was_done_before_a_cancel_stays(empty_db, two):
    spoil(empty_db, *two)
    told = []
    done = refresh(empty_db, progress=lambda *each: told.append(each), cancelled=lambda: len(told) > 0)
    assert (done.documents, done.cancelled, stale_count(empty_db)) == (1, True, 1)


def test_one_that_is_removed_meanwhile(empty_db, two):
    spoil(empty_db, *two)
    refresh(empty_db, progress=lambda done, *_: done or document_versions.remove(empty_db, "A/RES/75/166", "en"))
    assert stale_count(empty_db) == 0
    assert {total.documents for total in citations.totals(empty_db)} == {1}


def test_opening_a_text_does_not_wait_for_who_writes(empty_db, two):
    expected = open_text(empty_db, "A/RES/74/133").citations
    spoil(empty_db, *two)
    with open_database(empty_db.path, busy_timeout_ms=20) as reader, empty_db.transaction():
        empty_db.write("INSERT INTO facts VALUES ('a', '1')")
        assert open_text(reader, "A/RES/74/133").citations == expected
    assert stale_count(empty_db) == 2


def test_a_text_that_is_replaced_while_it_is_read_keeps_its_own_citations(empty_db, two, monkeypatch):
    from documents.citations import find

    spoil(empty_db, *two)
    new = resolution("A/RES/74/133", "Recalling its resolution 61/146 of 19 December 2006,")
    found, read = find.find_citations, []

    def meanwhile(document, *others):
        if not read:
            read.append(document)
            with open_database(empty_db.path) as other:
                put(other, new)
        return found(document, *others)

    monkeypatch.setattr(find, "find_citations", meanwhile)
    refresh(empty_db)
    assert stale_count(empty_db) == 0
    assert "A/RES/61/146" in {c.target for c in open_text(empty_db, "A/RES/74/133").citations}


def test_opening_a_text_does_it_for_that_text_alone(empty_db, two):
    spoil(empty_db, *two)
    assert open_text(empty_db, "A/RES/74/133").citations
    assert stale_count(empty_db) == 1


def test_a_read_only_library_stays_as_it_is(empty_db, two):
    spoil(empty_db, *two)
    with open_database(empty_db.path, read_only=True) as reader:
        assert refresh(reader).documents == 0
        assert stale_count(reader) == 2


def test_a_users_instruments_are_recognised_after_reciting(empty_db, tmp_path):
    put(empty_db, resolution("A/RES/74/133", "Recalling the Accord of the Seven Valleys,"))
    file = tmp_path / "mine.json"
    file.write_text(json.dumps([ROW], ensure_ascii=False), encoding="utf-8")
    report = import_paths(empty_db, [file])
    assert [(one.path, one.instruments, one.conflicts) for one in report.added] == [(file, 1, ())]
    assert instrument_catalogue.load(empty_db).get("X/1/2").names["ar"] == ROW["names"]["ar"]
    assert instrument_catalogue.digest(empty_db) == instrument_catalogue.load(empty_db).digest != ""
    assert stale_count(empty_db) == 1
    refresh(empty_db)
    assert "X/1/2" in {c.target for c in open_text(empty_db, "A/RES/74/133").citations}


@pytest.mark.parametrize(
    ("rows", "fault"),
    [
        ("{", RowError(0, "", "not-json")),
        ([ROW, {"target": "X/1/3", "names": {"en": 7}}], RowError(2, "names.en", "not-text")),
        ([{**ROW, "date": "soon"}], RowError(1, "date", "not-a-date")),
    ],
)
def test_a_wrong_row_is_named_and_nothing_is_taken(empty_db, tmp_path, rows, fault):
    file = tmp_path / "mine.json"
    file.write_text(rows if isinstance(rows, str) else json.dumps(rows), encoding="utf-8")
    (failed,) = import_paths(empty_db, [file]).failed
    assert (failed.code, failed.fault) == ("wrong-row", fault)
    assert instrument_catalogue.load(empty_db).digest == ""


def test_what_the_catalogue_knows_otherwise_is_told(empty_db, tmp_path):
    file = tmp_path / "mine.json"
    file.write_text(json.dumps([{"target": "UNTS 1577/27531", "names": {"en": "Children"}, "date": "1990-01-01"}]))
    (added,) = import_paths(empty_db, [file]).added
    assert ("UNTS 1577/27531", "date") in {(one.target, one.field) for one in added.conflicts}


def test_a_json_in_a_folder_is_nobodys_instruments(empty_db, tmp_path):
    (tmp_path / "package.json").write_text("{}", encoding="utf-8")
    report = import_paths(empty_db, [tmp_path])
    assert (report.added, report.failed) == ((), ())
    assert catalogue.entries(empty_db) == ()
