"""Dates in running text, and in the United Nations' printed form."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.dates import find_dates, un_date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("المؤرخ ١٧ كانون الأول/ديسمبر ٢٠١٨ بشأن", date(2018, 12, 17)),
        ("المؤرخ 14 حزيران/ يونيه 2019", date(2019, 6, 14)),
        ("المـؤرخ 29 تشريـن الثاني/نوفمبر 1947", date(1947, 11, 29)),
        ("المؤرّخ ١٨ أيار/مايو ٢٠١٨", date(2018, 5, 18)),
        ("في ٢٣ تموز/يوليو ٢٠١٩", date(2019, 7, 23)),
        ("6 كانون\u00a0الثاني/يناير 2006", date(2006, 1, 6)),
        ("1 آب 1948", date(1948, 8, 1)),
        ("1 اغسطس 1948", date(1948, 8, 1)),
        ("of 17 December 2018", date(2018, 12, 17)),
        ("du 1er juillet 2011", date(2011, 7, 1)),
        ("de 20 de diciembre de 2004", date(2004, 12, 20)),
        ("от 10 ноября 1975 года", date(1975, 11, 10)),
        ("2019年7月23日", date(2019, 7, 23)),
    ],
)
def test_a_written_date_is_read(text, expected):
    (found,) = find_dates(text)
    assert found.date == expected
    cut = text[found.start : found.end]
    assert cut == cut.strip()
    assert cut[-1].isdigit() or cut.endswith("日")


@pytest.mark.parametrize(
    "text",
    [
        "كانون الأول/ديسمبر ٢٠١٨",
        "31 February 2018",
        "١٧ كانون الأول/يناير ٢٠١٨",
        "٢/٣ الأعضاء",
        "في عام 2018",
        "17 December 20181",
    ],
)
def test_what_is_no_day_is_no_date(text):
    assert find_dates(text) == ()


def test_the_printed_form():
    day = date(2019, 7, 23)
    assert un_date(day, "ar") == "٢٣ تموز/يوليه ٢٠١٩"
    assert un_date(day, "en") == "23 July 2019"
    assert un_date(date(2018, 12, 7), "ar") == "٧ كانون الأول/ديسمبر ٢٠١٨"
    assert un_date(day, "fr") == "23 juillet 2019"
    assert un_date(day, "nl") == "2019-07-23"


@given(st.dates(date(1945, 1, 1), date(2100, 1, 1)), st.sampled_from(("ar", "en", "fr", "es", "ru", "zh")))
def test_a_printed_date_reads_back(day, language):
    before = "في "
    text = f"{before}{un_date(day, language)}، "
    (found,) = find_dates(text)
    assert found.date == day
    assert found.start == len(before)


@given(st.text())
def test_no_text_makes_it_raise(text):
    for found in find_dates(text):
        assert 0 <= found.start < found.end <= len(text)
