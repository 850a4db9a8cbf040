"""Write an open text to a file's bytes, in the reading in which it is open."""

from __future__ import annotations

from services.documents.document_reader import OpenText

FORMATS = ("akn", "html", "txt")
"""The formats that can be written, as the command line names them."""


class UnknownFormat(ValueError):
    """`format` is none of FORMATS."""

    def __init__(self, format_: str) -> None:
        super().__init__(format_)
        self.format = format_


def export(text: OpenText, format_: str) -> bytes:
    """Return the file: `akn` as received, `html` and `txt` as the text is read. UnknownFormat."""
    # Each writer is loaded when it is asked for.
    match format_:
        case "akn":
            from documents.exporters.akn.writer import write_akn

            return write_akn(text.document)
        case "html":
            from documents.exporters.html import write_html

            return write_html(text.reading)
        case "txt":
            from documents.exporters.text import write_text

            return write_text(text.reading)
        case _:
            raise UnknownFormat(format_)
