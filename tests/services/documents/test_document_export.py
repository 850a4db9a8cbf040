"""A text written to a file, in the reading in which it is open."""

import re

import pytest

from documents.importers.akn.reader import read_akn
from services.documents.document_export import FORMATS, UnknownFormat, export


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
