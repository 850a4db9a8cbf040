"""The table of import formats: every row complete, every file met by the row of its format."""

import pytest

from documents.importers.formats import (
    DOCUMENT_SUFFIXES,
    FORMATS,
    ImportKind,
    document_format,
    import_kind,
)


@pytest.mark.parametrize("row", [row for row in FORMATS if row.reader], ids=lambda row: row.code)
def test_every_reader_is_there(row):
    assert callable(row.load_reader())


def test_no_two_formats_share_a_code_or_a_suffix():
    codes = [row.code for row in FORMATS]
    suffixes = [suffix for row in FORMATS for suffix in row.suffixes]
    assert len(codes) == len(set(codes))
    assert len(suffixes) == len(set(suffixes))
    assert all(suffix == suffix.lower() and suffix.startswith(".") for suffix in suffixes)


@pytest.mark.parametrize(
    ("head", "name", "code"),
    [
        (b"Resolution", "a.txt", "text"),
        (b"Resolution", "a", "text"),
        (b"Resolution", "a.pdf", "text"),
        (b"Resolution", "a.XML", "akn"),
        (b"Resolution", "a.akn", "akn"),
        (b"<?xml version='1.0'?>", "a.txt", "akn"),
        (b"<akomaNtoso", "a", "akn"),
        (b"<!-- draft --><akomaNtoso", "a.txt", "akn"),
        (b"<!doctype HTML><akomaNtoso", "a.xml", "html"),
        (b"<HTML>", "a.txt", "html"),
        (b"%PDF-1.7", "a.txt", "pdf"),
        (b"PK\x03\x04", "a.docx", "office"),
        (b"\xd0\xcf\x11\xe0", "a.doc", "word"),
        (b"{\\rtf1", "a.txt", "rtf"),
        (b"\x89PNG", "a.png", "picture"),
        (b"\xff\xd8\xff", "a.jpg", "picture"),
        (b"GIF89a", "a.gif", "picture"),
        (b"gif8 is a word here", "a.txt", "text"),
        (b"\x1f\x8b", "a.gz", "gzip"),
        (b"{}", "a.json", "text"),
    ],
)
def test_a_file_is_met_by_its_start_and_else_by_its_suffix(head, name, code):
    assert document_format(head, name).code == code


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.jsonld", ImportKind.NOTES),
        ("A.JSONLD", ImportKind.NOTES),
        ("a.json", ImportKind.INSTRUMENTS),
        ("a.txt", ImportKind.DOCUMENT),
        ("a.unheard", ImportKind.DOCUMENT),
        ("json", ImportKind.DOCUMENT),
    ],
)
def test_the_suffix_says_what_a_file_is_imported_as(name, kind):
    assert import_kind(name) is kind


def test_documents_are_taken_from_folders_and_nothing_else():
    read = {".txt", ".text", ".md", ".xml", ".akn"}
    refused = {".pdf", ".doc", ".docx", ".odt", ".rtf", ".htm", ".html", ".xlsx", ".ooxml", ".epub"}
    assert read | refused <= DOCUMENT_SUFFIXES
    assert not DOCUMENT_SUFFIXES & {".json", ".jsonld"}
