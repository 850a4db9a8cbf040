"""The rows of the coverage view: groups in their order, filtered by any name, sorted as people read numbers."""

import datetime

from hypothesis import given
from hypothesis import strategies as st
from lengths import examples

from documents.citations.citation import CitationKind
from services.citations.coverage import CitedInstrument
from ui.desktop.panels.coverage.rows import Group, Order, Row, arranged, rows_of


def covered(target, status="known", names=None, day=None, citations=1, documents=1):
    return CitedInstrument(
        target, CitationKind.RESOLUTION, names or {}, day, status, citations, documents, (), (), uncertain=False
    )


CRC = covered("UNTS 1577/27531", "known", {"ar": "اتفاقية حقوق الطفل", "en": "Convention on the Rights of the Child"},
              datetime.date(1989, 11, 20), 7, 3)  # fmt: skip
OLD = covered("A/RES/9/1", "unknown", citations=2)
NEW = covered("A/RES/10/1", "unknown", citations=9)
HELD = covered("E/RES/2019/20", "held", {"en": "Countering"}, datetime.date(2019, 7, 23))


def shown(typed="", order=Order.CITATIONS, language="ar", *, descending=True):
    found = arranged(rows_of((OLD, CRC, NEW, HELD), language), typed, order, descending=descending)
    return [row.covered.target if isinstance(row, Row) else (row.status, row.shown, row.total) for row in found]


def test_groups_come_held_first_and_are_counted():
    assert shown() == [
        ("held", 1, 1), "E/RES/2019/20",
        ("known", 1, 1), "UNTS 1577/27531",
        ("unknown", 2, 2), "A/RES/10/1", "A/RES/9/1",
    ]  # fmt: skip


def test_a_reference_is_sorted_by_its_numbers():
    assert shown(order=Order.REFERENCE, descending=False)[-2:] == ["A/RES/9/1", "A/RES/10/1"]


def test_what_has_no_date_comes_last_either_way():
    rows = rows_of((covered("A/RES/1/1"), covered("A/RES/1/2", day=datetime.date(1990, 1, 1))), "en")
    for descending in (False, True):
        found = arranged(rows, "", Order.DATE, descending=descending)
        assert [row.covered.target for row in found[1:]] == ["A/RES/1/2", "A/RES/1/1"]


def test_the_filter_finds_a_name_in_either_language_without_hamza_and_marks():
    assert shown("اتّفاقيه الطفل") == [("known", 1, 1), "UNTS 1577/27531"]
    assert shown("rights CHILD") == [("known", 1, 1), "UNTS 1577/27531"]
    assert shown("A/RES/9") == [("unknown", 1, 2), "A/RES/9/1"]
    assert shown("لا شيء") == []


def test_a_name_is_in_the_language_of_the_interface_else_in_english():
    assert [row.name for row in rows_of((CRC, HELD, OLD), "ar")] == ["اتفاقية حقوق الطفل", "Countering", ""]
    assert rows_of((CRC,), "en")[0].other == "اتفاقية حقوق الطفل"


@examples(40)
@given(
    targets=st.lists(st.from_regex(r"[A-Z]{1,3}/RES/[0-9]{1,3}/[0-9]{1,3}", fullmatch=True), unique=True, max_size=20),
    order=st.sampled_from(list(Order)),
    descending=st.booleans(),
)
def test_every_row_is_listed_once_whatever_the_order(targets, order, descending):
    rows = rows_of([covered(t, ("held", "known", "unknown")[len(t) % 3]) for t in targets], "ar")
    found = arranged(rows, "", order, descending=descending)
    assert sorted(row.covered.target for row in found if isinstance(row, Row)) == sorted(targets)
    assert sum(group.shown for group in found if isinstance(group, Group)) == len(targets)
