"""Notes as a Word document: right-to-left paragraphs, references as real footnotes (ECMA-376 WordprocessingML)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from documents.annotations.cited import Cited
from documents.annotations.docx_parts import Footnotes, archive, paragraph
from documents.annotations.export_html import COLOURS
from documents.annotations.model import first_strong
from documents.annotations.rich_text import Run, blocks
from documents.annotations.words import remarks, word
from documents.language import direction


def write(notes: Sequence[Cited], *, language: str, heading: str = "") -> bytes:
    """Return the file, the notes in their order; the same notes give the same bytes."""
    footnotes = Footnotes(rtl=language == "ar")
    side = "rtl" if language == "ar" else "ltr"
    body = [paragraph([Run(heading or word("notes", language))], side, style="Title")]
    for (symbol, title), group in groupby(notes, key=lambda one: (one.annotation.document, one.title)):
        name = f"{title} ({symbol})" if title else symbol
        body.append(paragraph([Run(name)], first_strong(title, language), style="Heading1"))
        for one in group:
            body += _note(one, language, footnotes)
    return archive("".join(body), footnotes)


def _note(cited: Cited, language: str, footnotes: Footnotes) -> Iterator[str]:
    one, side = cited.annotation, "rtl" if language == "ar" else "ltr"
    fill = COLOURS.get(one.colour, "").removeprefix("#")
    for number, place in enumerate(cited.places, 1):
        # The reference stands after the last words that are quoted.
        note = footnotes.add(cited.reference) if number == len(cited.places) else None
        yield paragraph([Run(place.words)], direction(one.language), style="Quote", fill=fill, footnote=note)
    if not cited.places:
        yield paragraph(
            [Run(word("on-document", language))], side, style="Quote", footnote=footnotes.add(cited.reference)
        )
    for block in blocks(one.text):
        runs = [Run(f"{block.mark} "), *block.runs] if block.mark else list(block.runs)
        if block.heading:
            runs = [Run(run.text, bold=True, italic=run.italic) for run in runs]
        yield paragraph(runs, first_strong(block.text, one.text_language), style="Note", level=block.level)
    yield paragraph([Run(remarks(cited, language))], side, style="Remarks")
