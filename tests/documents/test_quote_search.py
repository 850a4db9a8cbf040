"""Words found again in a text that came anew: at their place, where the words around are theirs, or not at all."""

import pytest

from documents.model import Document, Kind, Provision
from documents.position import Quote, Span
from documents.quote_search import find_own_quote, quote_matches

FIRST = "Recalling its resolution 73/154 of 17 December 2018 on protecting children from bullying,"
SECOND = "Recalling its resolution 73/154 of 17 December 2018 on other matters of the same kind,"


def anchor(document, span, quote):
    return find_own_quote(document.texts(), span, quote)


def text(*paragraphs):
    provisions = (Provision(f"pp_{number}", Kind.PREAMBULAR, words) for number, words in enumerate(paragraphs, 1))
    return Document("A/1", "en", "", tuple(provisions))


def quoted(paragraph, words="resolution 73/154", provision="pp_1"):
    start = paragraph.index(words)
    return Span(provision, start, start + len(words)), Quote.of(paragraph, start, start + len(words))


def test_the_same_text():
    span, quote = quoted(FIRST)
    assert anchor(text(FIRST, SECOND), span, quote) == span


def test_a_provision_before_it_moves_it_with_its_words():
    span, quote = quoted(FIRST)
    assert anchor(text("Guided by the Charter,", FIRST), span, quote) == Span("pp_2", span.start, span.end)


def test_a_near_duplicate_at_the_old_place_is_not_taken_for_it():
    span, quote = quoted(FIRST)
    assert anchor(text(SECOND, FIRST), span, quote) == Span("pp_2", span.start, span.end)


def test_a_near_duplicate_alone_is_not_taken_for_it():
    span, quote = quoted(FIRST)
    assert anchor(text(SECOND), span, quote) is None
    assert anchor(text("Guided,", SECOND), span, quote) is None


@pytest.mark.parametrize("copies", [2, 3])
def test_two_places_that_answer_equally_well_are_not_chosen_between(copies):
    span, quote = quoted(FIRST)
    assert anchor(text("Guided,", *[FIRST] * copies), span, quote) is None
    assert anchor(text(*[FIRST] * copies), span, quote) == span


def test_a_change_on_one_side_is_borne():
    span, quote = quoted(FIRST)
    changed = "Recalling also its resolution 73/154 of 17 December 2018 on protecting children from bullying,"
    assert anchor(text(changed), span, quote) == Span("pp_1", 19, 36)
    assert anchor(text(changed, changed), span, quote) is None


def test_words_that_changed_are_lost():
    span, quote = quoted(FIRST)
    assert anchor(text(FIRST.replace("73/154", "73/155")), span, quote) is None
    assert anchor(text(), span, quote) is None
    assert anchor(text("Quite another resolution 73/154; and more"), span, quote) is None


def test_line_breaks_do_not_matter():
    span, quote = quoted(FIRST)
    found = anchor(text("Guided,", FIRST.replace(" ", "\n").replace("resolution\n", "resolution  ")), span, quote)
    assert found == Span("pp_2", 14, 32)


def test_spelling_of_the_words_around_does_not_matter():
    words = "إذ تشير إلى قرارها ١٥٤/٧٣ المؤرخ ١٧ كانون الأول/ديسمبر ٢٠١٨ بشأن حماية الأطفال"
    span, quote = quoted(words, "قرارها ١٥٤/٧٣")
    found = anchor(text("ديباجة", words.replace("إلى", "الى").replace("المؤرخ", "المؤرَّخ")), span, quote)
    assert found.provision == "pp_2"


def test_a_quote_that_began_its_provision_must_do_so_again():
    span, quote = quoted("Decides to act.", "Decides")
    assert anchor(text("x", "Decides to act."), span, quote) == Span("pp_2", 0, 7)
    assert anchor(text("It Decides to act."), span, quote) is None
    (match,) = quote_matches(text("It Decides to act.").texts(), quote)
    assert match.agrees


def test_words_within_their_own_repetition_are_two_places():
    found = quote_matches([("op_1", "one one one")], Quote("one one"))
    assert [match.span for match in found] == [Span("op_1", 0, 7), Span("op_1", 4, 11)]
    assert quote_matches([("op_1", "one")], Quote("")) == []
