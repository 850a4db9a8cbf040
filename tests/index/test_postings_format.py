"""A posting list comes back as it was packed; damaged bytes are never read as one."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.postings_format import pack, unpack

NUMBERS = st.one_of(st.integers(0, 300), st.integers(0, 70_000), st.integers(0, 2**32 - 1))
IDS = st.lists(NUMBERS, min_size=1, max_size=30, unique=True).map(sorted)


@given(IDS)
def test_passages_alone_come_back(ids):
    found = unpack(pack(ids, (), ()))
    assert found.ids.tolist() == ids
    assert found.sizes is None
    assert found.places is None


@given(IDS, st.data())
def test_places_come_back_with_their_passages(ids, data):
    places = [data.draw(st.lists(NUMBERS, min_size=1, max_size=4)) for _ in ids]
    flat = [place for each in places for place in each]
    found = unpack(pack(ids, [len(each) for each in places], flat))
    assert found.ids.tolist() == ids
    assert found.sizes.tolist() == [len(each) for each in places]
    assert found.places.tolist() == flat


def test_cut_bytes_are_refused():
    whole = pack([1, 5, 900], [1, 2, 1], [7, 8, 9, 70_000])
    for length in range(len(whole)):
        with pytest.raises((ValueError, struct.error)):
            unpack(whole[:length])
