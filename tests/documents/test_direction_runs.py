"""Stretches of one direction: nothing is lost, brackets are not parted, and order is the same however it is decided."""

import re

import pytest
from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st

from documents.direction_runs import CONTROLS, direction_runs, held_runs
from documents.language import isolate


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("للحماية (WeProtect) و", [("للحماية (", True), ("WeProtect", False), (") و", True)]),
        ("إنترنت (E/RES/2019/20)", [("إنترنت (", True), ("E/RES/2019/20", False), (")", True)]),
        ("ع (A and B) or C", [("ع (", True), ("A and B", False), (") ", True), ("or C", False)]),
        ("انظر foo (bar) و", [("انظر ", True), ("foo (bar)", False), (" و", True)]),
        ("A) ب", [("A", False), (") ب", True)]),
        ("قرارها 73/154 (ب)", [("قرارها 73/154 (ب)", True)]),
        ("قرار A/RES/1، وB", [("قرار ", True), ("A/RES/1", False), ("، و", True), ("B", False)]),
    ],
)
def test_right_to_left(text, told):
    assert list(direction_runs(text, rtl=True)) == told


def test_left_to_right():
    told = [("Notes (", False), ("مكافحة", True), (") of ", False), ("مصر [ب]", True), (" 2019", False)]
    assert list(direction_runs("Notes (مكافحة) of مصر [ب] 2019", rtl=False)) == told


PAIRS = {")": "(", "]": "["}


def partners(text):
    """The places of brackets that belong together."""
    waiting = []
    for at, character in enumerate(text):
        if character in PAIRS.values():
            waiting.append(at)
        elif character in PAIRS and any(text[one] == PAIRS[character] for one in waiting):
            while text[waiting[-1]] != PAIRS[character]:
                waiting.pop()
            yield waiting.pop(), at


@given(st.text("ابAb1 ./-()[]،٢", max_size=40), st.booleans())
def test_no_pair_is_parted_and_nothing_is_lost(text, rtl):
    runs = list(direction_runs(text, rtl=rtl))
    assert "".join(run for run, _ in runs) == text
    assert all(run for run, _ in runs)
    sides = [side for run, side in runs for _ in run]
    assert all(sides[opening] == sides[closing] for opening, closing in partners(text))


def test_many_brackets_take_no_time():
    text = "(a]" * 20_000
    assert "".join(run for run, _ in direction_runs(text, rtl=True)) == text


word = st.sampled_from(["عام", "مصر", "abc", "E/RES/2", "28", "٢٨", "·", "،", ",", "#", "!", "-"])
phrase = st.lists(word, min_size=1, max_size=3).map(" ".join).map(isolate)


@given(st.lists(st.one_of(word, phrase), max_size=8).map(" ".join), st.booleans())
def test_letters_tell_the_order_that_runs_tell(text, rtl):
    runs = list(held_runs(text, rtl=rtl))
    assert CONTROLS.sub("", "".join(run for run, _ in runs)) == CONTROLS.sub("", text)
    shown = [get_display(CONTROLS.sub("", run), base_dir="R" if side else "L") for run, side in runs]
    by_letters = get_display("".join(run for run, _ in runs), base_dir="R" if rtl else "L")
    assert CONTROLS.sub("", by_letters) == "".join(reversed(shown) if rtl else shown)


def test_labels_and_a_date_in_an_english_line():
    line = " · ".join(map(isolate, ("#حواشي/مهمة", "#عام", "28 November")))
    told = "".join(run for run, _ in held_runs(line, rtl=False))
    assert re.sub("[\u200e\u200f]", "", get_display(told, base_dir="L")) == "ةمهم/يشاوح# · ماع# · 28 November"
