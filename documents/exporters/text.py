"""Write a reading as plain text in UTF-8, with numbers, markers and footnotes as printed and a statement above."""

from __future__ import annotations

from documents.exporters.export_texts import printed, statement, wording
from documents.exporters.runs import Run, runs
from documents.language import direction, isolate
from documents.model import Document, Footnote, FootnoteStatus, Provision
from documents.position import footnote_id
from documents.reading import Reading

RULE = "-" * 20
"""The line between the statement, the text and its footnotes."""


def write_text(reading: Reading) -> bytes:
    r"""Return the file. Line ends are `\n`, characters that UTF-8 cannot carry become U+FFFD."""
    document = reading.document
    head = "\n".join([document.symbol, *statement(reading)])
    parts = [head, RULE, *(provision_text(reading, provision) for provision in document.provisions)]
    if document.footnotes:
        notes = "\n".join(note_line(reading, note) for note in document.footnotes)
        parts += [RULE, f"{wording(document.language).footnotes}\n{notes}"]
    return ("\n\n".join(parts) + "\n").encode("utf-8", errors="replace")


def provision_text(reading: Reading, provision: Provision) -> str:
    """Return a provision with its printed number and its markers, in one reading."""
    language = reading.document.language
    pieces = (
        piece.text if isinstance(piece, Run) else printed(piece, language) for piece in runs(reading, provision.id)
    )
    text = "".join(pieces)
    return f"{provision.printed_number} {text}" if provision.printed_number else text


def note_line(reading: Reading, note: Footnote, *, isolated: bool = False) -> str:
    """Return a footnote with its number and, in brackets, the remarks on it.

    `isolated` puts a footnote of another direction than the document's into an isolate, for display only.
    """
    remarks = note_remarks(reading.document, note)
    text, own = reading.text(footnote_id(note.number)), direction(note.language or reading.document.language)
    if isolated and own != direction(reading.document.language):
        text = isolate(text, own)
    parts = [printed(note, reading.document.language), text]
    parts += [f"[{remark}]" for remark in remarks]
    return " ".join(part for part in parts if part)


def note_remarks(document: Document, note: Footnote) -> list[str]:
    """Return the remarks on a footnote: that it is missing, in doubt or without a marker."""
    words = wording(document.language)
    doubted = [
        printed(marker, document.language)
        for provision in document.provisions
        for marker in provision.markers
        if marker.footnote == note.number and marker.doubt
    ]
    remarks = [words.missing] if note.status is FootnoteStatus.MISSING else []
    remarks += [words.doubt.format(sign) for sign in dict.fromkeys(doubted)]
    if note.status is FootnoteStatus.ORPHAN and not document.markers_of(note.number):
        remarks.append(words.orphan)
    return remarks
