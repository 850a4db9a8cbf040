"""Words found again in a text that came anew: at their place, where the words around are theirs, or not at all."""

import pytest

from documents.model import Document, Kind, Provision
from documents.position import Quote, Span
from services.notes.quote_search import anchor

FIRST = "Recalling its resolution 73/154 of 17 December 2018 on protecting children from bullying,"
SECOND = "Recalling its resolution 73/154 of 17 December 2018 on other matters of the same kind,"


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
