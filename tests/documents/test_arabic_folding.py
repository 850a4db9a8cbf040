"""Folding and tokens: laws that hold for every string, and the forms Arabic readers expect to be one."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.arabic import fold, fold_key, tokens

ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهويآأإٱىةؤئءگکیھہەۀ ًٌٍَُِّْٰٕٓٔـ٠١٢٣٤٥٦٧٨٩۰۹،؛؟٪٫٬«»“”()/.-\u200f\u200c\u2067\u00a0"
OTHERS = "aZéßİſΐe\u0301\u0345ﷺﷲﻻﹰﱠﭐ가\u1100\u1161漢字½²𝒜\ud800\u093e\u0b47\u0b3e"
STRINGS = st.one_of(st.text(ARABIC), st.text(ARABIC + OTHERS), st.text(st.characters()))
SWITCHES = st.fixed_dictionaries(dict.fromkeys(("marks", "hamza", "ya", "ta_marbuta", "digits", "case"), st.booleans()))


@given(STRINGS, SWITCHES)
def test_key_and_map_tell_the_same(text, switches):
    folded = fold(text, **switches)
    assert folded.text == fold_key(text, **switches)
    assert len(folded.starts) == len(folded.ends) == len(folded.text)


@given(STRINGS, SWITCHES)
def test_folding_twice_changes_nothing(text, switches):
    key = fold_key(text, **switches)
    assert fold_key(key, **switches) == key


@given(STRINGS, SWITCHES, st.data())
def test_every_span_maps_back_to_characters_that_fold_to_it(text, switches, data):
    folded = fold(text, **switches)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    first, last = folded.source_span(start, end)
    assert 0 <= first <= last <= len(text)
    key = fold_key(text[first:last], **switches)
    assert folded.text[start:end] in key
    whole = (start == 0 or folded.ends[start - 1] <= first) and (end == len(folded.text) or folded.starts[end] >= last)
    if whole and start < end:
        assert key == folded.text[start:end]


@given(STRINGS)
def test_spans_run_forward(text):
    folded = fold(text)
    assert list(folded.starts) == sorted(folded.starts)
    assert list(folded.ends) == sorted(folded.ends)


@given(STRINGS)
def test_tokens_stand_in_order_on_words_that_fold_to_them(text):
    end = 0
    for token in tokens(text):
        assert end <= token.start < token.end <= len(text)
        assert token.key in fold_key(text[token.start : token.end]).replace(",", "")
        end = token.end
        assert all(token.start <= part.start < part.end <= token.end for part in token.parts)


@given(st.text(ARABIC + "aZé"))
def test_no_token_says_less_than_its_span(text):
    for token in tokens(text):
        assert fold_key(text[token.start : token.end]).replace(",", "") == token.key


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("المنظّمة", "المنظمه"),
        ("إلى", "الي"),
        ("الى", "الي"),
        ("مسؤول شؤون هيئة", "مسؤول شؤون هيئه"),
        ("أطفـــال", "اطفال"),
        ("٢٠١٩", "2019"),
        ("۲۰۱۹", "2019"),
        ("ﺍﻟﻄﻔﻞ", "الطفل"),
        ("ﻻ", "لا"),
        ("ا\u0654طفال", "اطفال"),
        ("و\u0654", "ؤ"),
        ("سلباً", "سلبا"),
        ("ک ی", "ك ي"),
        ("UNODC", "unodc"),
        ("\u200fقرار\u200f", "قرار"),
        ("^(١)²", "^(1)²"),
        ("ﷺ", "ﷺ"),
        ("١٢٬٣٤٥٫٦", "12,345.6"),
    ],
)
def test_forms_that_are_one(written, key):
    assert fold_key(written) == key


def test_each_switch_folds_its_own_difference():
    everything = "إِلى قرارِ أُسرة ٣ UN"
    off = dict.fromkeys(("marks", "hamza", "ya", "ta_marbuta", "digits", "case"), False)
    assert fold_key(everything, **off) == everything
    assert fold_key(everything, **off | {"marks": True}) == "إلى قرار أسرة ٣ UN"
    assert fold_key(everything, **off | {"hamza": True}) == "اِلى قرارِ اُسرة ٣ UN"
    assert fold_key(everything, **off | {"ya": True}) == "إِلي قرارِ أُسرة ٣ UN"
    assert fold_key(everything, **off | {"ta_marbuta": True}) == "إِلى قرارِ أُسره ٣ UN"
    assert fold_key(everything, **off | {"digits": True}) == "إِلى قرارِ أُسرة 3 UN"
    assert fold_key(everything, **off | {"case": True}) == "إِلى قرارِ أُسرة ٣ un"


def test_a_dropped_mark_belongs_to_its_letter():
    folded = fold("المنظّمةُ، ")
    start = folded.text.index("منظمه")
    assert folded.source_span(start, start + 5) == (2, 9)


def keys(text):
    return [(token.key, tuple(part.key for part in token.parts)) for token in tokens(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(E/2019/30)", [("e/2019/30", ("e", "2019", "30"))]),
        ("قرارها ١٥٤/٧٣،", [("قرارها", ()), ("154/73", ("154", "73"))]),
        ("A/RES/73/154.", [("a/res/73/154", ("a", "res", "73", "154"))]),
        ("A/C.3/73/L.5/Rev.1", [("a/c.3/73/l.5/rev.1", ("a", "c", "3", "73", "l", "5", "rev", "1"))]),
        ("تموز/يوليه و/أو", [("تموز", ()), ("يوليه", ()), ("و", ()), ("او", ())]),
        ("and/or", [("and", ()), ("or", ())]),
        ("١٬٢٣٤ و3.5", [("1234", ("1", "234")), ("و3", ()), ("5", ())]),
        ("漢字 x", [("漢", ()), ("字", ()), ("x", ())]),
        ("", []),
    ],
)
def test_words_numbers_and_symbols(text, expected):
    assert keys(text) == expected


@pytest.mark.corpus
def test_lucene_normalises_alike(corpus):
    vectors = json.loads((corpus / "text_vectors" / "lucene_arabic_normalization.json").read_text(encoding="utf-8"))
    assert len(vectors["pairs"]) == 14
    assert {pair["input"]: fold_key(pair["input"]) for pair in vectors["pairs"]} == {
        pair["input"]: pair["expected"] for pair in vectors["pairs"]
    }
    assert fold_key("") == ""


@pytest.mark.corpus
def test_canonical_equivalents_fold_alike(corpus):
    """Unicode's own Arabic lines: NFC and NFD of one text are one key."""
    lines = (corpus / "text_vectors" / "NormalizationTest_arabic_lines.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.split(";")[:5] for line in lines if line and line[0] in "0123456789ABCDEF"]
    assert rows
    for row in rows:
        source, composed, decomposed = ("".join(chr(int(code, 16)) for code in cell.split()) for cell in row[:3])
        assert fold_key(source) == fold_key(composed) == fold_key(decomposed)
