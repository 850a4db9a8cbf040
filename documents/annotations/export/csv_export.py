"""Notes as a table for spreadsheets (RFC 4180, UTF-8 with a byte order mark so that they show Arabic)."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from documents.annotations.export.exported_annotation import ExportedAnnotation

COLUMNS = (
    *("id", "kind", "document", "language", "provision", "label", "quote", "text", "colour", "labels", "stance"),
    *("author", "stance_taken", "created", "changed", "reference"),
)
"""The names of the columns, the same in every language."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "'")


def write(notes: Sequence[ExportedAnnotation], *, language: str, heading: str = "") -> bytes:  # noqa: ARG001 - one shape for all
    """Return one row for each note, in order. A cell that a spreadsheet would take for a formula gets an apostrophe."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    rows.writerows([_safe(cell) for cell in _row(cited)] for cited in notes)
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8", "replace")


def _row(cited: ExportedAnnotation) -> Sequence[str]:
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
    """Return a cell of words only. The user's own apostrophe is doubled, so that removing one restores the text."""
    return "'" + cell if cell.startswith(_FORMULA) else cell
