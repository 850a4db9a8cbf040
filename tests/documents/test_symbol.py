"""Symbols in every written Latin form, and what a person types for a document."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.numerals import from_roman, roman
from documents.symbol import Symbol, canonical, official_link, symbols_for


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("A/RES/73/154", ("A/RES/73/154", "GA", "73", None, "154", "")),
        ("A/RES/58/1 B", ("A/RES/58/1B", "GA", "58", None, "1", "B")),
        ("A/RES/3452 (XXX)", ("A/RES/3452(XXX)", "GA", "XXX", None, "3452", "")),
        ("A/RES/217 A (III)", ("A/RES/217(III)A", "GA", "III", None, "217", "A")),
        ("A/RES/217(III)A", ("A/RES/217(III)A", "GA", "III", None, "217", "A")),
        ("A/RES/ES-10/15", ("A/RES/ES-10/15", "GA", "ES-10", None, "15", "")),
        ("A/HRC/RES/S-30/1", ("A/HRC/RES/S-30/1", "HRC", "S-30", None, "1", "")),
        ("E/RES/2019/20", ("E/RES/2019/20", "ECOSOC", "", 2019, "20", "")),
        ("S/RES/1325 (2000).", ("S/RES/1325(2000)", "SC", "", 2000, "1325", "")),
        ("(E/2019/30)", ("E/2019/30", "ECOSOC", "", 2019, "30", "")),
        ("E/CN.15/2019/L.3/Rev.1", ("E/CN.15/2019/L.3/Rev.1", "CCPCJ", "", 2019, "L.3", "Rev.1")),
        ("A/74/400/Add.1/Corr.1", ("A/74/400/Add.1/Corr.1", "GA", "74", None, "400", "Add.1/Corr.1")),
        ("A/58/23 (Part I)", ("A/58/23(PartI)", "GA", "58", None, "23(PartI)", "")),
        ("A/65/L.78*", ("A/65/L.78", "GA", "65", None, "L.78", "")),
        ("A/5700", ("A/5700", "GA", "", None, "5700", "")),
        ("CCPCJ/RES/16/2", ("CCPCJ/RES/16/2", "CCPCJ", "16", None, "2", "")),
        ("\u200fA\u200e/RES/73/154\u202c", ("A/RES/73/154", "GA", "73", None, "154", "")),
        ("A/RES/٧٣/١٥٤", ("A/RES/73/154", "GA", "73", None, "154", "")),
        ("a/res/73/154", ("A/RES/73/154", "GA", "73", None, "154", "")),
        ("a/c.3/79/l.5/rev.1", ("A/C.3/79/L.5/Rev.1", "GA", "79", None, "L.5", "Rev.1")),
        ("A/ES-10/782–S/2018/485", ("A/ES-10/782-S/2018/485", "GA", "ES-10", None, "782", "S/2018/485")),
    ],
)
def test_a_symbol_is_read(written, expected):
    s = Symbol.parse(written)
    assert (s.text, s.organ, s.session, s.year, s.number, s.suffix) == expected


@pytest.mark.parametrize(
    "written", ["", "n/a", "and/or", "24/7", "A", "A/B/C", "و/أو", "73/154", "COVID-19", "/", "A//1"]
)
def test_what_is_none_is_refused(written):
    with pytest.raises(ValueError):
        Symbol.parse(written)


_part = st.from_regex(
    r"(RES|DEC|C\.[1-9]|L\.[1-9][0-9]?|[1-9][0-9]{0,3}|Add\.[1-9]|S-[1-9][0-9]?|CONF\.[1-9][0-9][0-9])", fullmatch=True
)


@given(st.sampled_from(("A", "S", "E", "ST", "TD", "UNEP", "CRC")), st.lists(_part, min_size=1, max_size=5))
def test_the_canonical_form_reads_as_itself(series, parts):
    written = "/".join([series, *parts, "7"])
    symbol = Symbol.parse(written)
    assert Symbol.parse(str(symbol)) == symbol
    assert Symbol.parse(f" \u200f{written}\u202c.,") == symbol


@given(st.text(alphabet="ARES/C.0123456789-() دXIVabc\u200f*"))
def test_no_text_makes_it_raise_anything_else(written):
    try:
        symbol = Symbol.parse(written)
    except ValueError:
        pass
    else:
        assert Symbol.parse(str(symbol)) == symbol
    assert all(canonical(s) == s for s in symbols_for(written))


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("E/RES/2019/20", "E/RES/2019/20"),
        ("2019/20", "E/RES/2019/20"),
        ("20/2019", "E/RES/2019/20"),
        ("٢٠١٩/٢٠", "E/RES/2019/20"),
        ("٢٠/٢٠١٩", "E/RES/2019/20"),
        (" ٢٠ / ٢٠١٩ ", "E/RES/2019/20"),
        ("73/154", "A/RES/73/154"),
        ("١٥٤/٧٣", "A/RES/73/154"),
        ("A-RES-73-154", "A/RES/73/154"),
        ("E-RES-2019-20", "E/RES/2019/20"),
        ("a-res-73-154", "A/RES/73/154"),
        ("A-HRC-RES-S-30-1", "A/HRC/RES/S-30/1"),
        ("https://docs.un.org/ar/E/RES/2019/20", "E/RES/2019/20"),
        ("docs.un.org/E/RES/2019/20", "E/RES/2019/20"),
        ("https://undocs.org/S/RES/2374(2017)", "S/RES/2374(2017)"),
        ("www.undocs.org/zh/A/RES/2758(XXVI)", "A/RES/2758(XXVI)"),
        ("https://documents.un.org/api/symbol/access?s=A%2FRES%2F73%2F154&l=ar&t=docx", "A/RES/73/154"),
        ("https://www.un.org/en/ga/search/view_doc.asp?symbol=S/RES/1(1946)", "S/RES/1(1946)"),
        ("1325 (2000)", "S/RES/1325(2000)"),
        ("١٣٢٥ (٢٠٠٠)", "S/RES/1325(2000)"),
        ("217 A (III)", "A/RES/217(III)A"),
        ("217 ألف (د -3)", "A/RES/217(III)A"),
        ("٣٤٥٢ (د - ٣٠)", "A/RES/3452(XXX)"),
        ("58/1 باء", "A/RES/58/1B"),
    ],
)
def test_what_a_person_types(written, expected):
    assert symbols_for(written)[0] == expected


def test_both_orders_are_offered_where_both_are_possible():
    assert {"A/RES/61/60", "A/RES/60/61"} <= set(symbols_for("61/60"))
    assert "A/RES/154/73" not in symbols_for("73/154")
    assert symbols_for("hello") == ()


def test_the_official_link_keeps_slashes_and_parentheses():
    assert official_link("E/RES/2019/20", "ar") == "https://docs.un.org/ar/E/RES/2019/20"
    assert official_link("S/RES/1325(2000)", "en") == "https://docs.un.org/en/S/RES/1325(2000)"
    assert official_link("A/58/23(PartI)", "nl") == "https://docs.un.org/en/A/58/23(PartI)"
    assert official_link("CCPCJ/RES/16/2", "en") == ""
    assert official_link("UNTS 1577/27531", "en") == ""


@given(st.integers(1, 399))
def test_roman_numbers_round_trip(number):
    assert from_roman(roman(number)) == number


@pytest.mark.parametrize("written", ["", "IIII", "VX", "ABC", "IC"])
def test_what_is_no_roman_number_is_refused(written):
    with pytest.raises(ValueError):
        from_roman(written)


def test_cyrillic_lookalikes_are_read():
    assert from_roman("ХХХ") == 30


@pytest.mark.corpus
def test_real_symbols_are_read(corpus):
    lines = (corpus / "citation_tests" / "real_un_symbols.txt").read_text("utf-8").split("\n")
    names = [line.strip().rstrip("/") for line in lines if line.strip()]
    assert len(names) > 2000
    for name in names:
        assert str(Symbol.parse(name)) == name.replace(" ", "")
