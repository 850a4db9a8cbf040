"""Official addresses of what is cited, and texts written to files."""

import re

import pytest

from documents.importers.akn.reader import read_akn
from services.citations.official_address import official_address
from services.documents.document_export import FORMATS, UnknownFormat, export


def test_a_target_has_an_address_in_each_language():
    assert official_address("A/RES/73/154", "ar") == "https://docs.un.org/ar/A/RES/73/154"
    assert official_address("A/RES/73/154", "en") == "https://docs.un.org/en/A/RES/73/154"


def test_every_citation_of_the_bundled_text_has_an_address_or_none(text):
    addresses = {official_address(citation.target, "ar") for citation in text.citations}
    assert all(not address or address.startswith("https://") for address in addresses)


def test_a_target_that_nobody_knows():
    assert official_address("CCPCJ/RES/99/9", "ar") == ""


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
