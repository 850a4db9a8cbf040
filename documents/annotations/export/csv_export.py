"""Notes as a table for spreadsheets (RFC 4180, UTF-8 with a byte order mark so that they see Arabic)."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from documents.annotations.export.exported_annotation import Cited

COLUMNS = (
    *("id", "kind", "document", "language", "provision", "label", "quote", "text", "colour", "labels", "stance"),
    *("author", "stance_taken", "created", "changed", "reference"),
)
"""The names of the columns; they do not change with the language."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "'")


def write(notes: Sequence[Cited], *, language: str, heading: str = "") -> bytes:  # noqa: ARG001 - one shape for all
    """Return one row a note, in order. What a spreadsheet would take for a formula gets an apostrophe before it."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    rows.writerows([_safe(cell) for cell in _row(cited)] for cited in notes)
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8", "replace")


def _row(cited: Cited) -> Sequence[str]:
    one = cited.annotation
    return (
        *(one.id, one.kind.value, one.document, one.language),
        " ".join(place.provision for place in cited.places),
        " ".join(place.label for place in cited.places),
        " … ".join(place.words for place in cited.places),
        *(one.text, one.colour, "; ".join(one.labels), one.stance, one.author),
        one.stance_taken.isoformat() if one.stance_taken else "",
        *(one.created.isoformat(), one.changed.isoformat(), cited.reference),
    )


def _safe(cell: str) -> str:
    """Return a cell that is only words; an apostrophe of the user's own is doubled, so that taking it off is exact."""
    return "'" + cell if cell.startswith(_FORMULA) else cell
