"""Notes as a Word document: right-to-left paragraphs, references as real footnotes (ECMA-376 WordprocessingML)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from documents.annotations.export.docx_parts import Footnotes, archive, paragraph, shading, words
from documents.annotations.export.export_texts import remarks, word
from documents.annotations.export.exported_annotation import ExportedAnnotation, ExportedPlace
from documents.annotations.export.html_export import COLOURS
from documents.annotations.model import Annotation, first_strong
from documents.annotations.rich_text import Run, blocks
from documents.language import direction


def write(notes: Sequence[ExportedAnnotation], *, language: str, heading: str = "") -> bytes:
    """Return the file with the notes in their order. The same notes give the same bytes."""
    side = direction(language)
    footnotes = Footnotes(rtl=side == "rtl")
    body = [plain(heading or word("notes", language), side, style="Title")]
    for (symbol, title), group in groupby(notes, key=lambda one: (one.annotation.document, one.title)):
        name = f"{title} ({symbol})" if title else symbol
        body.append(plain(name, first_strong(title, language), style="Heading1"))
        for one in group:
            body += _note(one, language, footnotes)
    return archive("".join(body), footnotes, rtl=side == "rtl")


def plain(text: str, side: str, *, style: str) -> str:
    """Return a paragraph of words of one style."""
    return paragraph(words([Run(text)], side), side, style=style)


def quote(one: Annotation, place: ExportedPlace, *, after: str = "") -> str:
    """Return the words of a place on their colour as a paragraph, followed by the XML `after`."""
    side, fill = direction(one.language), COLOURS.get(one.colour, "").removeprefix("#")
    return paragraph(words([Run(place.words)], side, look=shading(fill)) + after, side, style="Quote")


def said(one: Annotation, *, style: str = "Note") -> Iterator[str]:
    """Yield the reader's own words as paragraphs."""
    for block in blocks(one.text):
        runs = [Run(f"{block.mark} "), *block.runs] if block.mark else list(block.runs)
        if block.heading:
            runs = [Run(run.text, bold=True, italic=run.italic) for run in runs]
        side = first_strong(block.text, one.text_language)
        yield paragraph(words(runs, side), side, style=style, level=block.level)


def _note(cited: ExportedAnnotation, language: str, footnotes: Footnotes) -> Iterator[str]:
    one, side = cited.annotation, footnotes.side
    told = words([Run(cited.reference)], side)
    for number, place in enumerate(cited.places, 1):
        # The reference stands after the last words that are quoted.
        last = number == len(cited.places)
        yield quote(one, place, after=footnotes.add(told, direction(one.language)) if last else "")
    if not cited.places:
        content = words([Run(word("on-document", language))], side) + footnotes.add(told, side)
        yield paragraph(content, side, style="Quote")
    yield from said(one)
    yield plain(remarks(cited, language), side, style="Remarks")
