"""The displayed text: what is put in for the eye, and the way back to what is stored."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lengths import examples
from reader_material import bundled_text, made_text

from documents.corrections import Correction
from documents.language import LRI, PDI
from documents.model import Document, Kind, Marker, Provision
from documents.position import Span
from documents.reading import Reading
from ui.desktop.reader.display import WORD_JOINER, display, utf_16_units


def shown(text, *, language="ar", markers=()):
    provision = Provision("op_1", Kind.OPERATIVE, text, markers=tuple(markers))
    return display(Reading(Document("A/1", language, "", (provision,))), provision)


def test_a_latin_note_keeps_its_full_stop():
    note = "United Nations, Treaty Series, vol. 2225, No. 39574."
    assert shown(note).text == LRI + note + PDI


def test_symbols_in_a_list_are_isolated_one_by_one():
    made = shown("الوثيقتان E/2019/30، E/2019/31").text
    assert made == f"الوثيقتان {LRI}E/2019/30{PDI}، {LRI}E/2019/31{PDI}"


def test_brackets_round_a_name_belong_to_the_arabic_sentence():
    assert shown("التحالف العالمي للحماية (WeProtect) والمنظمة.").text == (
        f"التحالف العالمي للحماية ({LRI}WeProtect{PDI}) والمنظمة."
    )


def test_a_symbol_keeps_its_own_brackets_and_does_not_break():
    assert shown("القرار A/RES/3452(XXX) المؤرخ").text == (f"القرار {LRI}A/{WORD_JOINER}RES/3452(XXX){PDI} المؤرخ")


def test_a_sentence_that_ends_in_a_latin_name_keeps_its_stop_outside():
    assert shown("وفقاً لمبادرة WeProtect.").text.endswith(f"WeProtect{PDI}.")


def test_double_month_names_do_not_break():
    assert shown("٢٣ تموز/يوليه ٢٠١٩").text == f"٢٣ تموز/{WORD_JOINER}يوليه ٢٠١٩"


def test_numbers_are_left_as_they_stand():
    assert shown("قرارها ١٥٤/٧٣ والقرار 73/299").text == "قرارها ١٥٤/٧٣ والقرار 73/299"


def test_markers_stand_as_printed_between_isolates():
    made = shown("انظر WeProtect هنا", markers=[Marker(14, "3", "(٣)")])
    assert made.text == f"انظر {LRI}WeProtect{PDI}(٣) هنا"
    [marker] = made.markers
    assert made.text[marker.start : marker.end] == "(٣)"
    assert made.to_received(marker.start) == made.to_received(marker.end) == 14


def test_markers_without_print_take_the_digits_of_the_language():
    assert shown("نص", markers=[Marker(2, "12")]).text == "نص(١٢)"
    assert shown("Text", language="en", markers=[Marker(4, "12")]).text == "Text(12)"


def test_line_breaks_inside_a_provision_stay_inside_its_paragraph():
    made = shown("سطر\nسطر")
    assert "\n" not in made.text
    assert made.words(0, len(made.text)) == "سطر\nسطر"


def test_the_corrected_reading_is_shown_and_the_received_one_pointed_at():
    provision = Provision("pp_8", Kind.PREAMBULAR, "وراء تشير إلى")
    document = Document("A/1", "ar", "", (provision,))
    correction = Correction(Span("pp_8", 0, 4), "وراء", "وإذ", 0.99)
    made = display(Reading(document, [correction]), provision)
    assert made.text == "وإذ تشير إلى"
    assert made.span_to_shown(0, 4) == (0, 3)
    assert made.span_to_received(0, 3) == (0, 4)
    assert made.span_to_received(1, 2) == (0, 4)
    assert made.span_to_shown(5, 9) == (4, 8)


ALPHABET = "ابتثوإذ ()/،.؛\n٣4AbX😀\u0651\u2060"


@examples(120)
@given(
    st.text(ALPHABET, max_size=40),
    st.lists(st.integers(0, 40), max_size=4),
    st.sampled_from(["ar", "en"]),
    st.data(),
)
def test_display_only_adds_and_every_span_finds_its_way(text, offsets, language, data):
    markers = [Marker(min(offset, len(text)), str(n), f"({n})") for n, offset in enumerate(sorted(offsets))]
    made = shown(text, language=language, markers=markers)
    assert made.words(0, len(made.text)) == text
    kept = [made.display_map.to_source(at) for at in range(len(made.text))]
    assert kept == sorted(kept)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    first, last = made.span_to_shown(start, end)
    assert made.span_to_received(first, last) == (start, end)
    if start < end:
        assert made.words(first, last) == text[start:end]
    for at in range(len(made.text) + 1):
        assert made.code_point(made.utf_16(at)) == at
    assert len(utf_16_units(made.text)) == made.utf_16(len(made.text)) == len(made.text.encode("utf-16-le")) // 2


@examples(60)
@given(st.text("اب 😀A", min_size=1, max_size=20), st.data())
def test_qt_offsets_count_utf_16(text, data):
    made = shown(text)
    at = data.draw(st.integers(0, len(made.text)))
    assert made.utf_16(at) == len(made.text[:at].encode("utf-16-le")) // 2


@pytest.mark.parametrize("as_received", [False, True])
def test_every_character_of_the_bundled_text_comes_back(as_received):
    text = bundled_text(as_received=as_received)
    for provision in text.document.provisions:
        made = display(text.reading, provision)
        assert made.words(0, len(made.text)) == text.reading.text(provision.id)
        for citation in text.citations:
            if citation.span.provision == provision.id:
                first, last = made.span_to_shown(citation.span.start, citation.span.end)
                assert made.words(first, last) == text.reading.cut(citation.span)


def test_every_marker_of_the_bundled_text_is_shown():
    text = bundled_text()
    shown_ = [m for p in text.document.provisions for m in display(text.reading, p).markers]
    assert [m.marker for m in shown_] == [m for p in text.document.provisions for m in p.markers]
    assert all(re.fullmatch(r"\([٠-٩]+\)", m.marker.printed) for m in shown_)


def test_english_text_isolates_arabic_words():
    text = made_text("The word قرار means resolution.", language="en")
    made = display(text.reading, text.document.provisions[0])
    assert made.text == "The word \u2067قرار\u2069 means resolution."
