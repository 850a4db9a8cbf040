"""What a text and the library cite: held, known, unknown; and the list of what to fetch."""

import csv
import io

import pytest

from library.errors import NotHeld
from services.citations.coverage import coverage, fetch_list
from tests.services.citing_documents import GUIDED, RECALLING, put, resolution

CRC = "UNTS 1577/27531"


@pytest.fixture
def library(empty_db):
    put(
        empty_db,
        resolution("A/RES/74/133", RECALLING, GUIDED, "Recalling also its resolution 61/199 of 5 December 2006,"),
        resolution("A/RES/75/166", GUIDED, year=2020),
        resolution("A/RES/71/176", "Recalling,", operative="Decides;", year=2016),
    )
    return empty_db


def by_target(rows):
    return {row.target: row for row in rows}


def test_the_library(library):
    rows = coverage(library)
    found = by_target(rows)
    assert [row.documents for row in rows] == sorted((row.documents for row in rows), reverse=True)
    assert (found[CRC].status, found[CRC].documents, found[CRC].citations) == ("known", 2, 2)
    assert found[CRC].names["ar"] == "اتفاقية حقوق الطفل"
    assert (found["A/RES/71/176"].status, found["A/RES/71/176"].languages) == ("held", ("en",))
    assert (found["A/RES/61/199"].status, found["A/RES/61/199"].names) == ("unknown", {})
    assert found["A/RES/61/199"].links == ("https://docs.un.org/ar/A/RES/61/199",)
    assert "A/RES/74/133" not in found


def test_one_text_counts_its_own_places_in_text_order(library):
    rows = coverage(library, ("A/RES/74/133", "en"))
    assert [row.target for row in rows] == ["A/RES/73/154", CRC, "A/RES/61/199", "A/RES/71/176"]
    assert {(row.citations, row.documents) for row in rows} == {(1, 1)}


def test_a_text_that_is_not_held(library):
    with pytest.raises(NotHeld):
        coverage(library, ("A/RES/74/133", "ru"))


def test_nothing_is_cited(empty_db):
    assert coverage(empty_db) == ()
    assert fetch_list((), "txt", "ar") == ""


def test_a_fetch_list_has_what_is_not_held(library):
    rows = coverage(library, ("A/RES/74/133", "en"))
    lines = fetch_list(rows, "txt", "fr").splitlines()
    assert lines[0] == "https://docs.un.org/fr/A/RES/73/154"
    assert len(lines) == 3
    assert len(fetch_list(rows, "txt", "fr", held=True).splitlines()) == 4
    table = list(csv.DictReader(io.StringIO(fetch_list(rows, "csv", "ar"), newline="")))
    assert [row["target"] for row in table] == ["A/RES/73/154", CRC, "A/RES/61/199"]
    assert table[1]["name"] == "اتفاقية حقوق الطفل"
    assert [(row["kind"], row["status"], row["citations"], row["documents"]) for row in table] == [
        ("resolution", "known", "1", "1"),
        ("treaty", "known", "1", "1"),
        ("resolution", "unknown", "1", "1"),
    ]
    assert [row["date"] for row in table] == ["2018-12-17", "1989-11-20", ""]
    assert table[2]["link"] == "https://docs.un.org/ar/A/RES/61/199"
    assert "- [A/RES/61/199](<https://docs.un.org/en/A/RES/61/199>) (1)\n" in fetch_list(rows, "md", "en")
