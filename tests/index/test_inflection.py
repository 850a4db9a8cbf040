"""Stems: words of one family meet, words that only look alike stay apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.arabic import fold_key
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
def test_a_stem_is_part_of_its_word(word):
    assert all(stem in word and len(stem) >= 2 for stem in stems(word))


@pytest.mark.parametrize("word", ["", "ا", "من", "إلى", "unodc", "2019", "e/2019/30", "漢"])
def test_no_stem(word):
    assert stems(fold_key(word)) == ()
