"""Laws of offset maps: outside the edits exact both ways, inside them whole words, order kept."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from documents.offsets import Edit, OffsetMap


@st.composite
def edited(draw):
    """A text and edits that do not overlap, insertions and deletions among them, no two at one place."""
    text = draw(st.text(alphabet="abcdef", max_size=20))
    places = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    edits = []
    for start, end in zip(places[::2], places[1::2], strict=False):
        if edits and (start, end)[0] <= edits[-1].start:
            continue
        edits.append(Edit(start, end, draw(st.text(alphabet="XYZ", max_size=4))))
    return text, [e for e in edits if e.replacement or e.end > e.start]


def by_hand(text, edits):
    for edit in sorted(edits, reverse=True):
        text = text[: edit.start] + edit.replacement + text[edit.end :]
    return text


@given(edited())
def test_apply_is_what_it_says(case):
    text, edits = case
    mapping = OffsetMap(edits, len(text))
    assert mapping.apply(text) == by_hand(text, edits)
    assert mapping.target_length == len(by_hand(text, edits))
    assert mapping.edits == tuple(sorted(edits))


@given(edited())
def test_untouched_characters_map_both_ways(case):
    text, edits = case
    mapping = OffsetMap(edits, len(text))
    target = mapping.apply(text)
    touched = {i for edit in edits for i in range(edit.start, edit.end)}
    for index in set(range(len(text))) - touched:
        start, end = mapping.span_to_target(index, index + 1)
        assert target[start:end] == text[index]
        assert mapping.span_to_source(start, end) == (index, index + 1)


@given(edited(), st.data())
@example(("abc", [Edit(1, 1, "X")]), None)
def test_spans_keep_what_they_cover(case, data):
    text, edits = case
    mapping = OffsetMap(edits, len(text))
    start, end = (
        sorted((data.draw(st.integers(0, len(text))), data.draw(st.integers(0, len(text))))) if data else (0, 1)
    )
    first, last = mapping.span_to_target(start, end)
    assert 0 <= first <= last <= mapping.target_length
    covered = mapping.apply(text)[first:last]
    touched = {i for edit in edits for i in range(edit.start, edit.end)}
    kept = "".join(text[i] for i in range(start, end) if i not in touched)
    assert "".join(c for c in covered if c.islower()) == kept
    back = mapping.span_to_source(first, last)
    if start < end and last > first:
        assert back[0] <= back[1]
        untouched = [i for i in range(start, end) if i not in touched]
        assert all(back[0] <= i < back[1] for i in untouched)


@given(edited())
def test_order_is_kept(case):
    text, edits = case
    mapping = OffsetMap(edits, len(text))
    for after in (False, True):
        targets = [mapping.to_target(i, after_insertions=after) for i in range(len(text) + 1)]
        assert targets == sorted(targets)
        assert all(0 <= t <= mapping.target_length for t in targets)
    for end in (False, True):
        sources = [mapping.to_source(i, end=end) for i in range(mapping.target_length + 1)]
        assert sources == sorted(sources)
        assert all(0 <= s <= len(text) for s in sources)


@given(edited())
def test_spans_in_the_target_touch_whole_words_of_the_source(case):
    text, edits = case
    mapping = OffsetMap(edits, len(text))
    target = mapping.apply(text)
    for start in range(len(target)):
        first, last = mapping.span_to_source(start, start + 1)
        assert 0 <= first <= last <= len(text)
        if target[start].islower():
            assert text[first:last] == target[start]
        else:
            assert any((edit.start, edit.end) == (first, last) for edit in edits)


def test_no_edits_is_the_identity():
    mapping = OffsetMap([], 3)
    assert [mapping.to_target(i) for i in range(4)] == [mapping.to_source(i) for i in range(4)] == [0, 1, 2, 3]


@pytest.mark.parametrize(
    ("offset", "before", "after"), [(1, 1, 1), (2, 2, 2), (3, 2, 5), (4, 5, 5), (5, 6, 8), (6, 9, 9)]
)
def test_an_offset_at_an_edit_stays_outside_and_one_within_goes_to_an_end(offset, before, after):
    """`abcdefg` becomes `abXYZeUVfg`."""
    mapping = OffsetMap([Edit(2, 4, "XYZ"), Edit(5, 5, "UV")], 7)
    assert mapping.apply("abcdefg") == "abXYZeUVfg"
    assert (mapping.to_target(offset), mapping.to_target(offset, after_insertions=True)) == (before, after)


@pytest.mark.parametrize(
    "edits", [[Edit(0, 2, "x"), Edit(1, 3, "y")], [Edit(2, 1, "x")], [Edit(0, 9, "x")], [Edit(-1, 1, "")]]
)
def test_edits_that_cannot_be(edits):
    with pytest.raises(ValueError):
        OffsetMap(edits, 4)
