"""Quotations on the clipboard: words as they are read, references exact, order kept wherever they are pasted."""

import re

import pytest
from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st

import resources
from documents.corrections import bundled
from documents.importers import read_bytes
from documents.position import Span
from documents.reading import Reading
from services.documents.document_import import BUNDLED
from services.quotations.quotation import quote_spans
from services.quotations.quotation_options import QuotationContent, QuotationOptions
from services.quotations.quotation_templates import DEFAULT, FIELDS, fill, template_problem

ISOLATES = re.compile("[\u2066-\u2069]")
SOURCE = resources.read_bytes("documents", BUNDLED)
DOCUMENT = read_bytes(SOURCE, BUNDLED)
READING = Reading(DOCUMENT, bundled(DOCUMENT.source.sha256))
OP5 = Span("op_5", 0, 30)


def plain(text):
    return ISOLATES.sub("", text)


def copied(*spans, reading=READING, **choice):
    return quote_spans(reading, spans, QuotationOptions(**choice))


def test_words_alone_are_the_stored_words():
    assert copied(OP5, content=QuotationContent.WORDS).plain == DOCUMENT.text_of("op_5")[:30]


@pytest.mark.parametrize(
    ("choice", "told"),
    [
        ({"language": "en"}, "E/RES/2019/20, OP5"),
        ({"language": "ar"}, "E/RES/2019/20، الفقرة ٥ من المنطوق"),
        ({"language": "ar", "digits": "western"}, "E/RES/2019/20، الفقرة 5 من المنطوق"),
        ({"language": "en", "digits": "arabic-indic"}, "E/RES/2019/20, OP5"),  # a symbol keeps its digits
    ],
)
def test_a_reference_alone(choice, told):
    assert plain(copied(OP5, content=QuotationContent.REFERENCE, **choice).plain) == told


def test_words_and_reference_in_both_languages():
    words = DOCUMENT.text_of("op_5")[:30]
    assert plain(copied(OP5, language="ar").plain) == f"«{words}»\nE/RES/2019/20، الفقرة ٥ من المنطوق"
    assert plain(copied(OP5, language="en").plain) == f"“{words}”\nE/RES/2019/20, OP5"


def test_a_corrected_reading_is_said_and_the_received_one_is_copied_where_it_is_read():
    span = Span("pp_8", 0, 12)
    corrected, received = copied(span), copied(span, reading=Reading(DOCUMENT, READING.corrections, as_received=True))
    assert plain(corrected.plain).startswith("«وإذ")
    assert "[تصويب]" in corrected.plain
    assert plain(received.plain).startswith("«وراء")
    assert "[تصويب]" not in received.plain
    assert "[تصويب]" not in copied(Span("pp_8", 20, 30)).plain


def test_several_provisions_are_several_paragraphs():
    both = copied(OP5, Span("op_6", 0, 10), language="en")
    assert both.html.count("<p ") == 3
    assert plain(both.plain).endswith("E/RES/2019/20, OP5, OP6")


def test_word_is_told_the_direction_of_every_run():
    html = copied(Span("pp_12", 0, 60), language="ar").html
    assert html.count('<p dir="rtl" lang="ar" style="direction:rtl;text-align:right;unicode-bidi:embed">') == 2
    assert '<span dir="ltr" lang="en">E/RES/2019/20</span>' in html


def test_a_pair_of_brackets_is_not_parted():
    html = copied(
        Span("masthead_4", 0, len(DOCUMENT.text_of("masthead_4"))), language="ar", content=QuotationContent.WORDS
    ).html
    assert '(<span dir="ltr" lang="en">E/2019/30</span>)]' in html


@pytest.mark.parametrize("base", ["L", "R"])
def test_the_order_is_the_same_in_any_box(base):
    reference = copied(OP5, language="ar", content=QuotationContent.REFERENCE).plain
    seen = plain(get_display(reference, base_dir=base)).strip()
    assert seen.endswith("E/RES/2019/20"), "what comes first stands on the right"
    assert seen.index("٥") < seen.index("E/RES")


@given(st.data())
def test_the_words_copied_are_the_words_read(data):
    id_ = data.draw(st.sampled_from([p.id for p in DOCUMENT.provisions if len(p.text) > 3]))
    length = len(DOCUMENT.text_of(id_))
    start, end = sorted(data.draw(st.lists(st.integers(0, length), min_size=2, max_size=2)))
    span = Span(id_, start, end)
    assert copied(span, content=QuotationContent.WORDS).plain == READING.cut(span)
    both = plain(copied(span, template="{words}").plain)
    assert both == plain(READING.cut(span))


@pytest.mark.parametrize(
    ("template", "problem"),
    [
        ("{quote} ({reference})", None),
        ("{words}\\n{symbol} {paragraph} {title} {date}", None),
        ("{words} {clause}", None),  # the name of the field in former versions
        ("{qoute}", ("unknown-field", 0)),
        ("a {words.__class__}", ("unknown-field", 2)),
        ("a } {words}", ("unbalanced", 2)),
        ("{words} {", ("unbalanced", 8)),
        ("no field", ("no-content", 0)),
        ("", ("no-content", 0)),
    ],
)
def test_templates_are_examined(template, problem):
    assert template_problem(template) == problem


@given(st.text("{}ab \\n" + "".join(FIELDS), max_size=30))
def test_no_template_raises(template):
    assert isinstance(copied(OP5, template=template).plain, str)


def test_a_line_break_is_typed_as_two_characters():
    assert fill("{words}\\n{reference}\\n", {"words": "a\\n", "reference": "b"}) == "a\\n\nb\n"


def test_what_is_filled_in_is_not_filled_in_again():
    assert fill("{words}|{title}", {"words": "{title}", "title": "t"}) == "{title}|t"
    assert template_problem(DEFAULT) is None


@pytest.mark.parametrize("field", ["paragraph", "clause"])
def test_the_paragraph_is_filled_in_by_its_name_and_by_the_former_one(field):
    assert "paragraph" in FIELDS
    assert "clause" not in FIELDS
    assert plain(copied(OP5, language="ar", template=f"[{{{field}}}]").plain) == "[الفقرة ٥ من المنطوق]"
    assert plain(copied(OP5, language="en", template=f"[{{{field}}}]").plain) == "[OP5]"
