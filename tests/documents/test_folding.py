"""Folding and tokens: laws that hold for every string, and the forms Arabic readers expect to be one."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.folding import (
    AS_WRITTEN,
    COMPARISON,
    DIFFERENCES,
    RECOGNITION,
    comparable,
    fold,
    fold_key,
    keeping,
    pattern_form,
)
from documents.tokens import tokens

ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهويآأإٱىةؤئءگکیھہەۀ ًٌٍَُِّْٰٕٓٔـ٠١٢٣٤٥٦٧٨٩۰۹،؛؟٪٫٬«»“”()/.-\u200f\u200c\u2067\u00a0"
OTHERS = "aZéßİſΐe\u0301\u0345ﷺﷲﻻﹰﱠﭐ가\u1100\u1161漢字½²𝒜\ud800\u093e\u0b47\u0b3e"
STRINGS = st.one_of(st.text(ARABIC), st.text(ARABIC + OTHERS), st.text(st.characters()))
SEARCHES = st.sets(st.sampled_from(DIFFERENCES)).map(lambda kept: keeping(*sorted(kept)))
PROFILES = st.one_of(SEARCHES, st.sampled_from((RECOGNITION, COMPARISON)))


@given(STRINGS, PROFILES)
def test_key_and_map_tell_the_same(text, profile):
    folded = fold(text, profile)
    assert folded.text == fold_key(text, profile)
    assert len(folded.starts) == len(folded.ends) == len(folded.text)


@given(STRINGS, SEARCHES)
def test_folding_twice_changes_nothing(text, profile):
    key = fold_key(text, profile)
    assert fold_key(key, profile) == key


@given(STRINGS, SEARCHES, st.data())
def test_every_span_maps_back_to_characters_that_fold_to_it(text, profile, data):
    folded = fold(text, profile)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    first, last = folded.source_span(start, end)
    assert 0 <= first <= last <= len(text)
    key = fold_key(text[first:last], profile)
    assert folded.text[start:end] in key
    whole = (start == 0 or folded.ends[start - 1] <= first) and (end == len(folded.text) or folded.starts[end] >= last)
    if whole and start < end:
        assert key == folded.text[start:end]


@given(STRINGS, PROFILES)
def test_spans_run_forward(text, profile):
    folded = fold(text, profile)
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
        ("ﭐﻼ", "الا"),  # the first and the last of the presentation forms, with those at the gap between
        ("\ufdf2\ufe70\ufefc", "اللهلا"),
        ("وـ\u0654", "ؤ"),
        ("e\u200d\u0301", "é"),
        ("one \ntwo", "one \ntwo"),
        ("األمم", "االمم"),
    ],
)
def test_forms_that_are_one(written, key):
    assert fold_key(written) == fold(written).text == key


def test_what_is_kept_is_given_back_at_once():
    for text in ("ب\u0654", "و\u0654", "é e\u0301"):
        kept = unicodedata.normalize("NFC", text)
        assert fold_key(text, AS_WRITTEN) == fold(text, AS_WRITTEN).text == kept


def test_words_are_compared_with_one_space_between():
    assert comparable(" The\n Child\u200f’s  «الأُمّ» ") == 'the child\'s "الام"'


def test_each_switch_folds_its_own_difference():
    everything = "إِلى قرارِ أُسرة ٣ UN"
    assert fold_key(everything, keeping(*DIFFERENCES)) == fold_key(everything, AS_WRITTEN) == everything
    assert folding(everything, "marks") == "إلى قرار أسرة ٣ UN"
    assert folding(everything, "hamza") == "اِلى قرارِ اُسرة ٣ UN"
    assert folding(everything, "ya") == "إِلي قرارِ أُسرة ٣ UN"
    assert folding(everything, "ta_marbuta") == "إِلى قرارِ أُسره ٣ UN"
    assert folding(everything, "digits") == "إِلى قرارِ أُسرة 3 UN"
    assert folding(everything, "case") == "إِلى قرارِ أُسرة ٣ un"
    assert fold_key("UN ا\u0654", keeping("case")) == "UN ا", "nor is it folded away where letters compose"


def folding(text, difference):
    """The text with one difference folded away and all others kept."""
    return fold_key(text, keeping(*(each for each in DIFFERENCES if each != difference)))


def test_a_dropped_mark_belongs_to_its_letter():
    folded = fold("المنظّمةُ، ")
    start = folded.text.index("منظمه")
    assert folded.source_span(start, start + 5) == (2, 9)


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("قرارُها الـمؤرَّخ ٢٠١٩", "قرارها المؤرخ 2019"),
        ("اتفاقية إلى أعضاءٍ", "اتفاقيه الي اعضاء"),
        ("مسؤول شؤون هيئة", "مسؤول شؤون هيئه"),
        ("القرار\u00a0٧٣\u200f/\u200f١٥٤", "القرار 73/154"),
        ("A／RES／７３／１５４（Ｐ）", "A/RES/73/154(P)"),
        ("1990–1995 − ١", "1990-1995 - 1"),
        ("the Council’s UN", "the Council's UN"),
        ("one \ntwo\nthree", "one two three"),
        ("األمم واألطفال", "الامم والاطفال"),
        ("ﺍﻷﻣﻢ ﷲ", "الامم الله"),
        ("کشور ڪتاب ہ ھ ە", "كشور كتاب ه ه ه"),
    ],
)
def test_the_form_that_patterns_read(written, form):
    assert pattern_form(written) == form
    assert fold(written, RECOGNITION).text == form


@given(st.text(ARABIC + "\n aZ"), st.data())
def test_a_pattern_form_leads_back_to_words_of_the_same_form(text, data):
    folded = fold(text, RECOGNITION)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    first, last = folded.source_span(start, end)
    assert 0 <= first <= last <= len(text)
    assert len(pattern_form(text[first:last])) >= end - start


@pytest.mark.parametrize(
    ("text", "words", "stretch"),
    [
        ("في قرارِهَا \u200fأيضاً", "قرارها", "قرارِهَا"),
        ("سطر \nقرار", "سطر ", "سطر "),
        ("سطر \nقرار", "قرار", "قرار"),
        ("ﻻ\u064e ب", "لا", "ﻻ\u064e"),
        ("ق\u200dر\u064eار", "قر", "ق\u200dر\u064e"),
    ],
)
def test_marks_belong_to_their_letter_and_invisible_characters_to_none(text, words, stretch):
    folded = fold(text, RECOGNITION)
    start = folded.text.index(words)
    assert slice(*folded.source_span(start, start + len(words))) == slice(
        text.index(stretch), text.index(stretch) + len(stretch)
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("الأُسرة «نفسها»", "الاسره “نفسها”"),
        ("إلى ٢٠١٩", "الى 2019"),
        ("the Child’s", "The child's"),
        ("أطفـــال\u200f", "اطفال"),
        ("ﺍﻟﻄﻔﻞ", "الطفل"),
        ("ک", "ك"),
    ],
)
def test_spellings_that_are_compared_as_one(one, other):
    assert fold_key(one, COMPARISON) == fold_key(other, COMPARISON)


def test_only_search_composes_and_only_patterns_are_mended():
    assert [fold_key("مسو\u0654ول", profile) for profile in (keeping(), RECOGNITION, COMPARISON)] == [
        "مسؤول",
        "مسوول",
        "مسوول",
    ]
    assert [fold_key("one \ntwo األمم", profile) for profile in (keeping(), RECOGNITION, COMPARISON)] == [
        "one \ntwo االمم",
        "one two الامم",
        "one \ntwo االمم",
    ]


def test_commas_and_words_still_differ_in_comparison():
    assert len({fold_key(text, COMPARISON) for text in ("دولة، طرف", "دولة طرف", "دولة طرفا")}) == 3


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
