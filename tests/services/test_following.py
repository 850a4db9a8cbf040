"""Citations lead to what is held, else to an official address; texts are written out."""

import re

import pytest

from documents.importers.akn.reader import read_akn
from services.citations.citation_target import Elsewhere, Held, follow
from services.documents.document_export import FORMATS, UnknownFormat, export


def test_what_is_held_opens(db):
    assert follow(db, "E/RES/2019/20", "ar") == Held("E/RES/2019/20", "ar")
    assert follow(db, "E/RES/2019/20", "en") == Held("E/RES/2019/20", "ar")


def test_what_is_not_held_has_an_address(db):
    assert follow(db, "A/RES/73/154", "ar") == Elsewhere("https://docs.un.org/ar/A/RES/73/154")
    assert follow(db, "A/RES/73/154", "en") == Elsewhere("https://docs.un.org/en/A/RES/73/154")


def test_every_citation_of_the_bundled_text_leads_somewhere_or_says_that_it_does_not(db, text):
    for citation in text.citations:
        led = follow(db, citation.target, "ar")
        assert isinstance(led, Held) or not led.url or led.url.startswith("https://")


def test_a_target_that_nobody_knows(db):
    assert follow(db, "CCPCJ/RES/99/9", "ar") == Elsewhere("")


def test_akn_is_what_was_received(text):
    assert read_akn(export(text, "akn"), "") == text.document


@pytest.mark.parametrize("format_", ["html", "txt"])
def test_the_reading_is_the_one_that_is_open(text, format_):
    corrected, received = (
        re.sub("<[^>]*>", "", export(one, format_).decode("utf-8")) for one in (text, text.as_received())
    )
    assert "وإذ تشير" in corrected
    assert "وراء تشير" not in corrected
    assert "وراء تشير" in received


def test_an_unknown_format(text):
    assert "docx" not in FORMATS
    with pytest.raises(UnknownFormat):
        export(text, "docx")
