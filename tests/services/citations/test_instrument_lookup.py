"""The targets that typed text means."""

import pytest

from documents.citations.citation import CitationKind
from services.citations.instrument_catalogue import load
from services.citations.instrument_lookup import kind_of_target, lookup
from tests.services.citing_documents import GUIDED, put, resolution

CRC = "UNTS 1577/27531"


@pytest.mark.parametrize(
    ("typed", "target"),
    [
        (CRC, CRC),
        ("unts 1577/27531", CRC),
        ("١٥٧٧/٢٧٥٣١", CRC),
        ("اتفاقية حقوق الطفل", CRC),
        ("Convention on the Rights of the Child", CRC),
        ("rights of the child convention", CRC),
        ("73/154", "A/RES/73/154"),
        ("A/RES/73/154", "A/RES/73/154"),
        ("٧٣/١٥٤", "A/RES/73/154"),
        ("القرار ١٥٤/٧٣ المؤرخ ١٧ كانون الأول/ديسمبر ٢٠١٨", "A/RES/73/154"),
        ("Security Council resolution 1325 (2000)", "S/RES/1325(2000)"),
        ("UNTS 9999/99999", "UNTS 9999/99999"),
    ],
)
def test_what_was_typed_is_understood(empty_db, typed, target):
    assert lookup(empty_db, typed)[0] == target


@pytest.mark.parametrize("typed", ["", "   ", "زرافة", "x", "12", "(", "a" * 5000, "\0", "%_"])
def test_what_means_nothing_is_nothing(empty_db, typed):
    assert lookup(empty_db, typed) == ()


def test_what_the_library_cites_comes_first(empty_db):
    assert lookup(empty_db, "74/540")[0] == "A/RES/74/540"
    put(empty_db, resolution("A/RES/75/1", "Recalling its decision 74/540 of 18 December 2019,", year=2020))
    assert lookup(empty_db, "74/540")[0] == "A/DEC/74/540"


def test_kinds(empty_db):
    put(empty_db, resolution("A/RES/74/133", GUIDED))
    kinds = {target: kind_of_target(target, load(empty_db)) for target in (CRC, "A/DEC/1/2", "A/RES/1/2", "E/2019/30")}
    assert list(kinds.values()) == [
        CitationKind.TREATY,
        CitationKind.DECISION,
        CitationKind.RESOLUTION,
        CitationKind.DOCUMENT,
    ]
