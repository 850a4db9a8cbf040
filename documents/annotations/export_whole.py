"""A whole text with the reader's notes in place, as one HTML page: marks in the words, notes under their clause."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import pairwise

from documents.akoma_ntoso import FORBIDDEN
from documents.annotations.cited import Cited
from documents.annotations.export_html import COLOURS, note, page
from documents.labels import label
from documents.language import bcp_47, direction
from documents.position import Span
from documents.reading import Reading

_STYLE = """
.clause { margin-block: 1em; white-space: pre-line; } .clause .label { font-size: .7em; color: #69655c; }
article { font-size: .9em; margin-inline-start: 2em; margin-block: .4em; }
mark { color: inherit; } mark.plain { background: none; border-bottom: 2px solid #0b5c7a; }
"""

Standing = tuple[Cited, tuple[Span, ...]]
"""A note and where it stands in the text; nowhere: it is listed at the end."""


def write(reading: Reading, notes: Sequence[Standing], *, language: str) -> bytes:
    """Return the page in UTF-8; the words are those of the reading, `language` that of references and remarks."""
    document = reading.document
    side, tag = direction(document.language), escape(bcp_47(document.language))
    parts = [f'<h1><bdi>{_text(document.title)}</bdi> <bdi dir="ltr">{_text(document.symbol)}</bdi></h1>']
    parts += [note(cited, language, quoted=False) for cited, _ in notes if not cited.annotation.targets]
    parts.append(f'<main dir="{side}" lang="{tag}">')
    for id_, _ in document.texts():
        words = _marked(reading, id_, notes)
        parts.append(
            f'<p class="clause"><span class="label" dir="ltr">{_text(label(document, id_))}</span> {words}</p>'
        )
        parts += [note(cited, language, quoted=False) for cited, spans in notes if spans and spans[0].provision == id_]
    parts.append("</main>")
    parts += [note(cited, language) for cited, spans in notes if cited.annotation.targets and not spans]
    return page(f"{document.symbol} {document.title}", language, "\n".join(parts), _STYLE).encode("utf-8", "replace")


def _marked(reading: Reading, id_: str, notes: Sequence[Standing]) -> str:
    """Return the words of a clause with its marks; where several meet, the last made is shown."""
    text, shown = reading.text(id_), reading.offset_map(id_)
    found = [
        (*shown.span_to_target(span.start, span.end), cited.annotation.colour)
        for cited, spans in notes
        for span in spans
        if span.provision == id_ and cited.annotation.kind != "bookmark"
    ]
    cuts = sorted({0, len(text), *(edge for start, end, _ in found for edge in (start, end))})
    parts = []
    for start, end in pairwise(cuts):
        words = _text(text[start:end])
        colour = next((colour for first, last, colour in reversed(found) if first <= start and end <= last), None)
        known = colour if colour in COLOURS else "plain"
        parts.append(words if colour is None else f'<mark class="{known}">{words}</mark>')
    return "".join(parts)


def _text(value: str) -> str:
    return escape(FORBIDDEN.sub("\ufffd", value), quote=True)
