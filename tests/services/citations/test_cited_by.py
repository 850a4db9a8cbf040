"""Who cites something, held or not: places with their words, counted once a symbol."""

import dataclasses

from library import document_versions
from services.citations.cited_by import cited_by
from tests.services.citing_documents import RECALLING, put, resolution

CRC = "UNTS 1577/27531"


def test_a_target_that_is_not_held_with_quotes_and_counts(empty_db):
    put(empty_db, resolution("A/RES/74/133"), resolution("A/RES/75/166", year=2020))
    found = cited_by(empty_db, "A/RES/73/154")
    assert (found.citations, found.documents) == (2, 2)
    assert [(row.symbol, row.label, row.date.year) for row in found.rows] == [
        ("A/RES/75/166", "PP1", 2020),
        ("A/RES/74/133", "PP1", 2019),
    ]
    row = found.rows[0]
    cited = row.quote[row.quote_start : row.quote_start + row.end - row.start]
    assert cited == RECALLING[row.start : row.end] == "resolution 73/154"
    assert len(row.quote) <= 160


def test_two_languages_are_one_document_and_two_places(empty_db):
    document = resolution()
    put(empty_db, document, dataclasses.replace(document, language="fr"))
    found = cited_by(empty_db, "A/RES/73/154")
    assert (found.documents, {row.language for row in found.rows}) == (1, {"en", "fr"})


def test_a_document_does_not_cite_itself(empty_db):
    put(empty_db, resolution("A/RES/73/154"))
    assert cited_by(empty_db, "A/RES/73/154").citations == 0


def test_a_removed_document_is_not_counted_until_it_is_back(empty_db):
    put(empty_db, resolution())
    version = document_versions.remove(empty_db, "A/RES/74/133", "en")
    assert cited_by(empty_db, "A/RES/73/154") == cited_by(empty_db, "A/RES/73/154", limit=0)
    assert cited_by(empty_db, "A/RES/73/154").documents == 0
    document_versions.restore(empty_db, version)
    assert cited_by(empty_db, "A/RES/73/154").documents == 1


def test_a_page_has_the_counts_of_all(empty_db):
    put(empty_db, *(resolution(f"A/RES/74/{number}") for number in range(1, 6)))
    page = cited_by(empty_db, "A/RES/73/154", limit=2, offset=1)
    assert (page.citations, [row.symbol for row in page.rows]) == (5, ["A/RES/74/2", "A/RES/74/3"])
