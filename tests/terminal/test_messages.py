"""Sentences: numbers with what is counted, and nothing that a terminal obeys."""

import pytest

from ui.terminal.messages import sentence


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, "موضع واحد؛"),
        (2, "موضعين؛"),
        (3, "٣ مواضع؛"),
        (10, "١٠ مواضع؛"),
        (11, "١١ موضعًا؛"),
        (41, "٤١ موضعًا؛"),
        (99, "٩٩ موضعًا؛"),
        (100, "١٠٠ موضع؛"),
        (102, "١٠٢ موضع؛"),
        (103, "١٠٣ مواضع؛"),
        (111, "١١١ موضعًا؛"),
    ],
)
def test_what_is_counted_follows_its_number_in_arabic(count, words):
    assert f" {words}" in sentence("ar", "quote-twice", count=count, words="x")


def test_what_is_counted_in_english():
    assert "in 2 places;" in sentence("en", "quote-twice", count=2, words="x")
    assert "in 1 provision," in sentence("en", "failed-together", count=1, word="x")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_no_sentence_commands_the_terminal(language):
    assert "a\ufffd[2Jb" in sentence(language, "no-note", id="a\x1b[2Jb")
