"""Lines that were broken at a width become paragraphs again, and what belongs to the page is set apart."""

import textwrap

import pytest

from documents.importers.text.paragraphs import paragraphs

OTHERS = [
    f"Recalling its resolution {number}/249 of 24 December 2017, in which it decided to convene, under the auspices of"
    " the United Nations, a conference on all that is named in it and on other matters,"
    for number in range(60, 70)
]
HEADER = "A/RES/78/196"


def broken(*texts, width=80):
    return [line for text in texts for line in textwrap.wrap(text, width, break_on_hyphens=False)]


def read(*lines, language="en"):
    return paragraphs("\n".join(lines), language)


def after_others(*lines):
    """What is made of lines that follow a wrapped text, and of the last paragraph before them."""
    found = read(*broken(*OTHERS), *lines)
    assert found[: len(OTHERS) - 1] == [("text", text) for text in OTHERS[:-1]]
    return found[len(OTHERS) - 1 :]


LAST = ("text", OTHERS[-1])


def test_a_line_is_a_paragraph_unless_many_are_broken_at_a_width():
    long = "The Committee spoke of the rights of the child in all of its meetings of that"
    assert len(long) > 55
    assert read(*[long] * 7) == [("text", long)] * 7
    assert read(*[long] * 8) == [("text", " ".join([long] * 8))]
    assert read("", *[long] * 7, "  ", "_____", "----------", "----") == [
        *[("text", long)] * 7,
        *[("furniture", "_____"), ("furniture", "----------"), ("text", "----")],
    ]


@pytest.mark.parametrize(
    ("lines", "wrapped"),
    [
        (["x" * 55] * 8, False),
        (["x" * 56] * 8, True),
        (["x" * 130] * 8, True),
        ([*["x" * 60] * 8, "x" * 131], False),
        ([*["x" * 60] * 8, *["x"] * 31], True),
        ([*["x" * 60] * 8, *["x"] * 32], False),
        ([*["x" * 60] * 5, *["x" * 60 + "."] * 4], True),
        ([*["x" * 60] * 5, *["x" * 60 + "."] * 5], False),
        ([*["x" * 60] * 5, *["x" * 60 + ";"] * 5], False),
        ([*["x" * 60] * 5, *["x" * 60 + ":"] * 5], False),
        ([*["x" * 60] * 5, *["x" * 60 + "؛"] * 5], False),
        ([*["x" * 60] * 5, *["x" * 60 + ","] * 5], True),
    ],
)
def test_what_a_text_broken_at_a_width_looks_like(lines, wrapped):
    assert (len(read(*lines)) < len(lines)) is wrapped


def test_broken_lines_are_joined_and_a_hyphen_joins_two_parts_of_a_word():
    assert after_others("Welcoming the work of the Under-", "Secretary-General of 2019-", "2020 on it,") == [
        LAST,
        ("text", "Welcoming the work of the Under-Secretary-General of 2019- 2020 on it,"),
    ]


def test_an_empty_line_ends_a_paragraph():
    assert after_others("", "and of what", "", "came of it,") == [
        LAST,
        ("text", "and of what"),
        ("text", "came of it,"),
    ]


@pytest.mark.parametrize(
    "line", ["2/7", "12/345", "23-26040", "23-26040 (E)", "23-26040 (E) 181223", "*2326040*", "_____", "----------"]
)
def test_what_belongs_to_the_page_is_no_text(line):
    assert after_others("Welcoming the work", line, "that was done,") == [
        LAST,
        ("text", "Welcoming the work"),
        ("furniture", line),
        ("text", "that was done,"),
    ]


@pytest.mark.parametrize("line", ["2/", "1234/7", "23-2604", "*23260*", "____", "---------", "23-26040 (EF)"])
def test_what_only_looks_as_if_it_belonged_to_the_page_is_text(line):
    assert after_others("", line)[1] == ("text", line)


def test_what_stands_below_a_rule_are_footnotes_until_the_page_ends():
    assert after_others(
        "__________________",
        "1 See Official Records of the General Assembly, Sixty-sixth Session, Supplement",
        "No. 53, chapter one.",
        "2 Resolution 217 A (III).",
        "2/7",
        "Welcoming the work,",
    ) == [
        LAST,
        ("furniture", "__________________"),
        (
            "foot",
            "1 See Official Records of the General Assembly, Sixty-sixth Session, Supplement No. 53, chapter one.",
        ),
        ("foot", "2 Resolution 217 A (III)."),
        ("furniture", "2/7"),
        ("text", "Welcoming the work,"),
    ]


def test_words_below_a_rule_that_are_no_note_are_text():
    assert after_others("__________________", "Welcoming the work,", "", "1 See the report.")[1:] == [
        ("furniture", "__________________"),
        ("text", "Welcoming the work,"),
        ("text", "1 See the report."),
    ]


def test_the_head_of_each_page_is_no_text():
    head = "The rights of the child"
    lines = [*broken(*OTHERS), HEADER, head, "", "Welcoming the work,", "2/7", HEADER, head, "Noting the report,"]
    assert read(*lines)[len(OTHERS) :] == [
        ("furniture", HEADER),
        ("furniture", head),
        ("text", "Welcoming the work,"),
        ("furniture", "2/7"),
        ("furniture", HEADER),
        ("furniture", head),
        ("text", "Noting the report,"),
    ]


@pytest.mark.parametrize(
    ("before", "head", "kind"),
    [
        (["2/7"], "Rights of a", "furniture"),
        (["2/7"], "Rights of ", "text"),
        (["2/7", "", "", ""], "Rights of the child", "furniture"),
        (["2/7", "", "", "", ""], "Rights of the child", "text"),
        (["_____"], "Rights of the child", "furniture"),
        ([""], "Rights of the child", "text"),
        (["2/7", "Noting the report,", ""], "Rights of the child", "text"),
    ],
)
def test_a_line_that_is_repeated_is_the_head_of_a_page_only_near_its_edge(before, head, kind):
    assert after_others("", head, "", *before, head)[-1] == (kind, head.strip())


def test_the_head_of_a_page_may_be_words_of_the_title():
    title = "Countering the  exploitation of children", "in the digital age"
    found = read(*title, "The General Assembly,", *broken(*OTHERS), "2/7", "children in the digital age", "", "Noting,")
    assert found[-3:] == [("furniture", "2/7"), ("furniture", "children in the digital age"), ("text", "Noting,")]
    found = read(
        *title, "The General Assembly,", *broken(*OTHERS), "2/7", "children in the digital world", "", "Noting,"
    )
    assert found[-2:] == [("text", "children in the digital world"), ("text", "Noting,")]


@pytest.mark.parametrize(("count", "kind"), [(7, "text"), (8, "furniture")])
def test_the_first_paragraphs_are_no_heads_of_pages(count, kind):
    assert read(HEADER, "", *broken(*OTHERS[:count]), "", HEADER)[-1] == (kind, HEADER)


def test_below_the_head_of_a_page_are_no_footnotes():
    lines = [*broken(*OTHERS), HEADER, "_____", "1 See the report.", "", HEADER, "1 See the other report."]
    assert read(*lines)[-4:] == [
        ("furniture", "_____"),
        ("foot", "1 See the report."),
        ("furniture", HEADER),
        ("text", "1 See the other report."),
    ]


@pytest.mark.parametrize("stop", ".:;,،؛]”؟?!")
def test_a_paragraph_may_end_with_any_stop(stop):
    assert after_others("", f"it is decided{stop}", "1. Requests a report;")[1:] == [
        ("text", f"it is decided{stop}"),
        ("text", "1. Requests a report;"),
    ]


def test_a_line_that_stands_twice_away_from_the_end_of_a_page_is_text():
    again = "Welcoming the work,"
    assert after_others(again, "and", "", again)[1:] == [("text", f"{again} and"), ("text", again)]


def test_at_the_top_the_same_symbol_is_text():
    assert read(HEADER, "", HEADER, "", *broken(*OTHERS))[:2] == [("text", HEADER), ("text", HEADER)]


@pytest.mark.parametrize(
    ("before", "line", "begins"),
    [
        ("it is decided;", "1. Requests a report;", True),
        ("it is decided; and", "2. Requests a report;", True),
        ("it is decided in", "1. Requests a report;", False),
        ("it is decided:", "(a) To report;", True),
        ("it is decided,", "Recalling its decision,", True),
        ("it is decided,", "and its decision,", False),
        ("it is decided in", "Recalling its decision,", False),
        ("1.", "Requests a report;", False),
        ("it is decided in", "Annex", True),
        (f"it is decided {'at all times ' * 4}in", "Annex", False),
    ],
)
def test_where_a_paragraph_begins_without_an_empty_line(before, line, begins):
    found = after_others("", before, line)[1:]
    assert found == ([("text", before), ("text", line)] if begins else [("text", f"{before} {line}")])
