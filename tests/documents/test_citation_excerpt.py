"""The words around a place: whole words, no longer than asked, the place where it is said to be."""

from hypothesis import given
from hypothesis import strategies as st

from documents.citations.citation import words_around

TEXT = "Recalling its resolution 73/154 of 17 December 2018 on protecting children from bullying, and all others"


def test_the_place_stands_in_the_middle_of_whole_words():
    start = TEXT.index("2018")
    quote, at = words_around(TEXT, start, start + 4, 40)
    assert quote == "of 17 December 2018 on protecting"
    assert quote[at : at + 4] == "2018"


def test_at_an_end_the_other_side_gets_the_room():
    assert words_around(TEXT, 0, 9, 40) == ("Recalling its resolution 73/154 of 17", 0)
    quote, at = words_around(TEXT, len(TEXT) - 6, len(TEXT), 40)
    assert (quote, at) == ("children from bullying, and all others", 32)


def test_a_place_longer_than_the_quote_stands_alone():
    assert words_around(TEXT, 0, 60, 20) == (TEXT[:60], 0)


@given(st.text("ab \n١/ش", max_size=80), st.data())
def test_a_quote_is_a_piece_of_the_text_around_the_place(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    width = data.draw(st.integers(0, 30))
    quote, at = words_around(text, start, end, width)
    assert quote[at : at + end - start] == text[start:end]
    assert text[start - at :].startswith(quote)
    assert len(quote) <= max(width, end - start)
