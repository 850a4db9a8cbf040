"""Texts of every kind and language and their recorded readings: tests/data/texts, tests/data/approved/texts."""

from pathlib import Path

import pytest
from approved import assert_approved

from documents.importers.text.reader import read_text

TEXTS = sorted((Path(__file__).parents[1] / "data" / "texts").glob("*.txt"))


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_the_reading_of_a_text(path):
    assert_approved(f"texts/{path.name}", told(read_text(path.read_bytes(), path.name)))


def told(document):
    """Every part of a document, one a line."""
    yield f"{document.symbol} | {document.language} | {document.title}"
    for name in ("organ", "nested_organ", "session", "agenda_items", "adopted", "provenance", "meeting"):
        yield f"{name}: {getattr(document.masthead, name)}"
    for p in document.provisions:
        marks = "".join(f" ^{m.footnote} {m.printed} at {m.offset}{' ?' * m.doubt}" for m in p.markers)
        within = f" in {p.parent}" if p.parent else ""
        yield f"{p.id} {p.kind.value}{within} | {p.number} {p.printed_number!r} | {p.text}{marks}"
    for note in document.footnotes:
        yield f"note {note.number} {note.printed!r} {note.status.value} {note.language} | {note.text}"
    for warning in document.source.warnings:
        yield f"warning {warning.code} {warning.provision} | {warning.text}"
