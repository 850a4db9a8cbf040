"""A search as one value: its page, and its options as a saved search stores them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.search.search_request import SearchOptions, SearchRequest

DIFFERENCES = ("marks", "hamza", "ya", "ta_marbuta", "digits", "case")
OPTIONS = st.builds(
    SearchOptions,
    st.sampled_from(["order", "symbol", "date", "relevance"]),
    st.frozensets(st.sampled_from(DIFFERENCES)),
    st.booleans(),
)


@given(OPTIONS)
def test_stored_options_are_read_back(options):
    assert SearchOptions.from_words(options.to_words()) == options


@pytest.mark.parametrize("words", [{}, {"sort": "size"}, {"sort": "", "strict": "", "inflect": "?"}])
def test_missing_and_unknown_words_are_the_default(words):
    assert SearchOptions.from_words(words) == SearchOptions()


@pytest.mark.parametrize(
    ("limit", "offset", "page"), [(10, 5, range(5, 15)), (0, 3, range(3, 3)), (-1, -4, range(0)), (2, -1, range(2))]
)
def test_the_page(limit, offset, page):
    assert SearchRequest("x", limit=limit, offset=offset).page == page
