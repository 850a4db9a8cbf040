"""Write an open text as a file, in its present reading."""

from __future__ import annotations

from services.documents.open_text import OpenText

FORMATS = ("akn", "html", "txt")
"""The formats, as the command line names them."""


class UnknownFormat(ValueError):
    """`format` is not one of FORMATS."""

    def __init__(self, format_: str) -> None:
        super().__init__(format_)
        self.format = format_


def export(text: OpenText, format_: str) -> bytes:
    """Return the contents of the file: `akn` as received, `html` and `txt` in the text's reading. UnknownFormat."""
    # Each writer is imported at its first use.
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
