"""Stems: words of one family meet, words that only look alike stay apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.folding import fold_key
from index.inflection import stems


def meet(one, other):
    return not set(stems(fold_key(one))).isdisjoint(stems(fold_key(other)))


@pytest.mark.parametrize(
    "family",
    [
        "أطفال الأطفال للأطفال وللأطفال بالأطفال والأطفال",
        "لجنة اللجنة للجنة ولجنة",
        "تعاون التعاون والتعاون للتعاون",
        "قانون القانون القانونية والقانونية",
        "ولاية الولاية للولاية والولاية",
        "آلية الآلية الآليات",
        "اتفاقية الاتفاقية الاتفاقيات للاتفاقية",
        "منظمة المنظمة المنظمات والمنظمة",
        "بيان البيان البيانات",
        "إنسان الإنسان الإنسانية",
        "التزام الالتزام التزامات الالتزامات",
        "لغة اللغة للغة اللغات",
        "إلغاء الإلغاء",
        "وضع الوضع ووضع",
        "إعلان الإعلان والإعلان إعلانات",
    ],
)
def test_one_family(family):
    first, *others = family.split()
    assert [word for word in others if not meet(first, word)] == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("التعاون", "تعال"),
        ("العامة", "عام"),
        ("الآلية", "إلى"),
        ("البيان", "بيت"),
        ("والدين", "الدين"),
        ("ولاية", "لا"),
        ("قانون", "قان"),
    ],
)
def test_not_one_family(one, other):
    assert not meet(one, other)


@given(st.text("ابتثجحخدذرزسشصضطظعغفقكلمنهويءئؤ", max_size=12))
def test_the_likeliest_stem_is_part_of_its_word(word):
    found = stems(word)
    assert all(len(stem) >= 2 for stem in found)
    assert not found or found[0] in word


@pytest.mark.parametrize("word", ["", "ا", "من", "إلى", "2019", "e/2019/30", "漢"])
def test_no_stem(word):
    assert stems(fold_key(word)) == ()


@pytest.mark.parametrize(
    "words",
    [
        "مكافحه لمكافحه بمكافحه وبمكافحه",
        "موجب بموجب فبموجب",
        "حقوق الحقوق لحقوق وبحقوق",
        "وثيقه كوثيقه",
        "جميع لجميع فلجميع",
    ],
)
def test_prepositions_of_one_letter_are_taken_off(words):
    first, *others = words.split()
    for other in others:
        assert set(stems(first)) & set(stems(other)), other


@pytest.mark.parametrize(
    ("word", "other"), [("فعاليه", "عاليه"), ("بلديه", "لديه"), ("كامله", "امله"), ("سلامه", "لامه"), ("بحث", "حث")]
)
def test_a_letter_of_the_word_is_no_preposition(word, other):
    assert not set(stems(word)) & set(stems(other))


@pytest.mark.parametrize(
    "pair", ["حق حقوق", "قانون القوانين", "تقرير بتقارير", "طفل وللاطفال", "هدف اهدافها", "مبدا المبادئ"]
)
def test_a_broken_plural_is_found_with_its_singular(pair):
    one, other = pair.split()
    assert set(stems(one)) & set(stems(other))


def test_other_languages_by_snowball():
    assert stems("resolutions", "en") == stems("resolution", "en") == ("en:resolut",)
    assert set(stems("resolutions")) >= set(stems("resolution", "en"))
    assert stems("резолюции", "ru") == stems("резолюция", "ru")
    assert set(stems("resoluciones")) & set(stems("resolución", "es"))
    assert stems("决议") == stems("2019") == stems("un") == ()
    assert all(":" in stem for stem in stems("enfants"))
