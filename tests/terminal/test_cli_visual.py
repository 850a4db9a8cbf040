"""`--visual`: wrapped first, then shaped and ordered line by line; nothing is lost on the way."""

import re
import unicodedata

from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st

from ui.terminal.visual import columns, visual, wrapped

words = st.text(alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهوي ءأإآىة٠١٢٣()/,.abc12", max_size=80)


@given(words, st.integers(8, 40))
def test_wrapping_loses_only_spaces(text, width):
    lines = list(wrapped(text, width))
    assert " ".join(lines).split() == text.split()
    assert all(columns(line) <= width or " " not in line.strip() for line in lines)


@given(words, st.integers(20, 60))
def test_no_letter_is_lost(text, width):
    shown = unicodedata.normalize("NFKC", visual(text, width))
    assert letters(shown) == letters(text)


def letters(text):
    return sorted(re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).replace(")", "("))


def test_the_order_is_that_of_the_unicode_algorithm():
    text = "انظر الوثائق الرسمية، ٢٠٠٧، الملحق رقم ١٠ (E/2007/30/Rev.1) الجزء"
    shown = unicodedata.normalize("NFKC", visual(text, 200)).strip()
    judge = get_display(text, base_dir="R")
    fold = str.maketrans("()", "||")
    assert shown.translate(fold).replace("لا", "ال") == judge.translate(fold).replace("لا", "ال")


def test_brackets_are_mirrored_and_lines_end_at_the_right():
    line = visual("قرار (أ) جديد", 20)
    assert len(line) == 20
    assert line.index("(") < line.index(")")


def test_marks_follow_their_letter():
    shown = visual("أنّ", 10).strip()
    assert [unicodedata.normalize("NFKC", c) for c in shown] == ["ن", unicodedata.normalize("NFKC", "ّ"), "أ"]


def test_a_latin_note_keeps_its_order_on_every_line():
    lines = visual("(٣) \u2066United Nations, Treaty Series, vol. 2225, No. 39574.\u2069", 40).splitlines()
    assert [line.strip() for line in lines] == ["United Nations, Treaty Series, vol. (٣)", "2225, No. 39574."]


def test_show_visual(command, monkeypatch):
    monkeypatch.setenv("COLUMNS", "60")
    lines = command("show", "2019/20", "OP1", "--visual").out.splitlines()
    assert all(columns(line) <= 60 for line in lines)
    assert lines[0].endswith("OP1")
    assert "ﺚﺤﺗ" in lines[0]
