"""The whole text with its notes in place, as files: what is open is what is written."""

import zipfile
from io import BytesIO

import pytest

from documents.position import Span
from services.notes import annotation_edits
from services.notes.note_exchange import WHOLE_FORMATS, export_annotated_text


@pytest.fixture
def noted(db, text):
    annotation_edits.add(db, text.document, [Span("pp_8", 5, 20)], text="my **words**", colour="blue")
    return db


def test_a_page_is_what_is_written_without_a_format(noted, text):
    page = export_annotated_text(noted, text, "en")
    assert page == export_annotated_text(noted, text, "en", "html")
    assert "<strong>words</strong>" in page.decode()


def test_a_word_file(noted, text):
    package = zipfile.ZipFile(BytesIO(export_annotated_text(noted, text, "ar", "docx")))
    assert package.testzip() is None
    assert "words" in package.read("word/footnotes.xml").decode()


@pytest.mark.parametrize("format_", WHOLE_FORMATS)
def test_it_is_the_reading_that_is_open(noted, text, format_):
    corrected, received = (export_annotated_text(noted, one, "ar", format_) for one in (text, text.as_received()))
    assert corrected != received


def test_another_format_is_none(noted, text):
    with pytest.raises(KeyError):
        export_annotated_text(noted, text, "ar", "csv")
