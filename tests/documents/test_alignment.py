"""Marked words located in the present text of their provision, and how certain that is."""

import pytest

from documents.annotations.alignment import Fit, locate
from documents.annotations.model import target_of
from documents.model import Document, Kind, Provision
from documents.position import Span

PASSAGE = "Requests the Secretary-General to report on what was done for the child in that region;"


def mark(passage, words="", occurrence=1):
    """A target on words of a provision, or on all of it."""
    document = Document("A/1", "en", "", (Provision("op_1", Kind.OPERATIVE, passage),))
    words, start = words or passage, -1
    for _ in range(occurrence):
        start = passage.index(words, start + 1)
    return target_of(document, Span("op_1", start, start + len(words)))


def located(passage, words, text, occurrence=1):
    """The words that are found, None for no place, and whether it is certain."""
    fit = locate(mark(passage, words, occurrence), "op_9", text)
    assert fit.span is None or fit.span.provision == "op_9"
    return fit.span and fit.span.cut(text), fit.certain


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("Requests", f"Further, it {PASSAGE}"),
        ("region;", f"{PASSAGE} and beyond"),
        ("Secretary-General", PASSAGE.replace("Secretary-General", "new Secretary-General here")),
        ("Secretary-General", PASSAGE.replace("Secretary-General", "“Secretary-General”")),
        ("child", PASSAGE.replace("the child", "the  child ")),
        ("report on what", PASSAGE.replace("was done", "had ever been done")),
    ],
)
def test_what_is_inserted_beside_the_words_stays_outside(words, text):
    assert located(PASSAGE, words, text) == (words, True)


def test_what_is_inserted_within_the_words_comes_in():
    found = located(PASSAGE, "report on what was done", PASSAGE.replace("what was", "what ever was"))
    assert found == ("report on what ever was done", True)


def test_in_the_same_text_words_are_where_they_were():
    assert located(TWICE, "the report", TWICE, 2) == ("the report", True)
    assert locate(mark(TWICE, "the report", 2), "op_1", TWICE).span == mark(TWICE, "the report", 2).span


@pytest.mark.parametrize(("year", "certain"), [("2019", True), ("2018", False), ("2019/20", False)])
def test_another_number_is_never_certain(year, certain):
    passage = PASSAGE.replace("that region", "the year 2019 in that region")
    text = passage.replace("2019", year).replace("Requests", "Asks")
    assert located(passage, "the year 2019 in", text) == (f"the year {year} in", certain)


@pytest.mark.parametrize("text", [PASSAGE.replace(" the child ", " "), PASSAGE.replace("the child", " \n ")])
def test_words_that_are_gone_have_no_place(text):
    assert located(PASSAGE, " the child ", text) == (None, False)


@pytest.mark.parametrize(
    ("words", "now", "certain"),
    [
        ("abcdefghijkl", "abcdefghizzz", False),
        ("abcdefghijklm", "abcdefghijzzz", True),
        ("abcdefghijklm", "abcdefghizzzz", False),
        ("abcde", "abcdz", True),
        ("abcd", "abcz", False),
    ],
)
def test_few_letters_must_be_more_alike_than_many(words, now, certain):
    passage = PASSAGE.replace("child", words)
    assert located(passage, words, passage.replace(words, now)) == (now, certain)


def test_a_whole_provision_is_the_whole_of_the_present_one():
    longer = f" {PASSAGE[:-1]} in due time; "
    assert located(PASSAGE, "", longer) == (longer.strip(), True)
    assert located(PASSAGE, "", PASSAGE[:79]) == (PASSAGE[:79], True)
    assert located(PASSAGE, "", PASSAGE[:70]) == (PASSAGE[:70].strip(), False)


def test_a_whole_provision_is_only_its_part_of_one_that_holds_another_too():
    other = "Decides to remain seized of the matter, and of all that follows from it in that year."
    assert located(PASSAGE, "", f"{PASSAGE} {other}") == (PASSAGE, True)
    assert located(PASSAGE, "", f"{other} {PASSAGE}") == (PASSAGE, True)
    changed = PASSAGE.replace("region", "area").replace("report on", "tell us of")
    assert located(PASSAGE, "", f"{changed} {other}")[1] is False
    assert locate(mark("ab"), "op_9", "     ") == Fit(None)


TWICE = "Takes note of the report of the Committee, and of the report of the Council of that year;"


def test_words_that_stand_twice_are_certain_only_where_their_surroundings_tell():
    text = TWICE.replace("Takes", "Also takes")
    assert located(TWICE, "the report", text) == ("the report", True)
    assert locate(mark(TWICE, "the report", 2), "op_9", text).span.start == text.rindex("the report")
    alike = "of the report; of the report; of the report; of the report; of the report; of the report; of the report;"
    assert located(alike, "the report", f"x{alike}", 4) == ("the report", False)


def test_words_that_stand_twice_where_they_stood_once_are_not_certain():
    assert located(PASSAGE, "the child", f"{PASSAGE} {PASSAGE}") == ("the child", False)


def test_words_that_stood_twice_and_stand_once_are_not_certain():
    assert located(TWICE, "the report", TWICE.replace("and of the report of the Council ", ""))[0] == "the report"
    one = "of the report; of the report; of the report; of the report; of the report; of the report;"
    assert located(one, "the report", "of the report;", 3)[1] is False
