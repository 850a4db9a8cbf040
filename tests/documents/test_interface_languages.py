"""The table of interface languages, and messages by code in each of them."""

import json

import pytest

from documents.interface_languages import LANGUAGES, SOURCE, interface_language, next_language
from documents.message_catalogue import MessageCatalogue


@pytest.mark.parametrize(
    ("tag", "code"),
    [("ar-EG", "ar"), ("ar_SY.UTF-8", "ar"), ("AR", "ar"), ("en_GB", "en"), ("arn", "en"), ("C", "en"), ("", "en")],
)
def test_a_tag_or_locale_is_met_by_its_language_alone(tag, code):
    assert interface_language(tag).code == code


def test_the_languages_follow_one_another_in_a_circle():
    codes, code = [], LANGUAGES[0].code
    for _ in LANGUAGES:
        codes.append(code)
        code = next_language(code).code
    assert codes == [row.code for row in LANGUAGES]
    assert code == LANGUAGES[0].code


@pytest.mark.parametrize("row", LANGUAGES, ids=lambda row: row.code)
def test_every_language_has_ten_digits_from_zero(row):
    assert [int(digit) for digit in row.digits] == list(range(10))
    assert row.number("1234567890.") == "".join(row.digits[int(digit)] for digit in "1234567890") + "."


@pytest.mark.parametrize("row", LANGUAGES, ids=lambda row: row.code)
def test_every_number_has_one_of_the_plural_forms_and_every_form_a_number(row):
    assert {row.plural_of(n) for n in range(201)} == set(row.plurals)


@pytest.mark.parametrize(
    ("numbers", "form"),
    [
        ((0,), "zero"),
        ((1,), "one"),
        ((2,), "two"),
        ((3, 10, 103), "few"),
        ((11, 99, 111), "many"),
        ((100, 102), "other"),
    ],
)
def test_arabic_has_six_plural_forms(numbers, form):
    assert {interface_language("ar").plural_of(one) for one in numbers} == {form}


@pytest.fixture
def catalogue(tmp_path):
    source = {"plain": "Plain", "lost": "Only here", "places": {"one": "{count} place", "other": "{count} places"}}
    (tmp_path / f"sample_{SOURCE}.json").write_text(json.dumps(source), encoding="utf-8")
    (tmp_path / "sample_ar.json").write_text(json.dumps({"plain": "نص"}), encoding="utf-8")
    return MessageCatalogue("sample", tmp_path)


def test_a_message_is_in_the_language_or_else_in_the_source_language(catalogue):
    assert catalogue.message("ar", "plain") == "نص"
    assert catalogue.message("ar", "lost") == "Only here"
    assert catalogue.message("fr", "plain") == "Plain"


def test_a_message_that_was_not_translated_is_counted_as_the_source_language_counts(catalogue):
    assert catalogue.message("ar", "places", count=1) == "{count} place"
    assert catalogue.message("ar", "places", count=2) == "{count} places"


def test_an_unknown_code_is_an_error(catalogue):
    assert "plain" in catalogue
    assert "unheard-of" not in catalogue
    with pytest.raises(KeyError):
        catalogue.message("ar", "unheard-of")
