"""A whole text with the reader's notes in place, as a Word document: coloured words, notes as Word's footnotes.

Word numbers the notes. The text's own footnotes keep their signs, `(٣)`, and stand at its end as in our other files, so
that nobody takes one for the other. A repeated sign leads to the same footnote.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from documents.annotations.export.annotated_html import depth
from documents.annotations.export.annotated_text import Edge, Mark, NoteSpans, PlacedNotes
from documents.annotations.export.docx_export import plain, quote, said
from documents.annotations.export.docx_parts import (
    Footnotes,
    Part,
    archive,
    bookmarked,
    line,
    paragraph,
    raised,
    shading,
    underline,
    words,
)
from documents.annotations.export.export_texts import remarks, word
from documents.annotations.export.exported_annotation import ExportedAnnotation
from documents.annotations.export.html_export import COLOURS
from documents.annotations.rich_text import Run
from documents.exporters import runs as read
from documents.exporters.export_texts import printed, statement, wording
from documents.exporters.text import note_remarks
from documents.language import direction, isolate
from documents.model import Footnote, Kind, Marker, Provision
from documents.position import footnote_id
from documents.reading import Reading

_HEADINGS = frozenset({Kind.TITLE, Kind.HEADING, Kind.ANNEX})


def write(reading: Reading, notes: Sequence[NoteSpans], *, language: str) -> bytes:
    """Return the file. The words are those of the reading, `language` that of references and remarks."""
    file = _File(reading, PlacedNotes(reading, notes), language)
    return archive("".join(file.body()), file.notes, rtl=file.side == "rtl")


class _File:
    """Writer of the body, which collects the notes on the way."""

    def __init__(self, reading: Reading, placed: PlacedNotes, language: str) -> None:
        self._reading, self._placed, self._language = reading, placed, language
        self.side = direction(reading.document.language)
        self.notes = Footnotes(rtl=direction(language) == "rtl")
        self._between = raised("،" if self.side == "rtl" else ",", self.side)
        self._bookmarks: dict[str, int] = {}

    def body(self) -> Iterator[str]:
        """Yield the paragraphs: the head, the text, its footnotes, the notes without a place."""
        document = self._reading.document
        yield from self._head()
        yield from map(self._provision, document.provisions)
        if document.footnotes:
            yield plain(wording(document.language).footnotes, self.side, style="Heading1")
        yield from map(self._foot, document.footnotes)
        if self._placed.lost:
            yield plain(word("not-found", self._language), self.notes.side, style="Heading1")
        for cited in self._placed.lost:
            yield from (quote(cited.annotation, place) for place in cited.places)
            yield from said(cited.annotation)
            yield paragraph(self._told(cited), self.notes.side, style="Remarks")

    def _head(self) -> Iterator[str]:
        """Yield title, symbol and the name of the reading. Notes on the whole text stand on its title."""
        document = self._reading.document
        title = words([Run(document.title or document.symbol)], self.side)
        title += self._between.join(self._note(cited) for cited in self._placed.on_document)
        yield paragraph(title, self.side, style="Title")
        lines = [document.symbol] if document.title else []
        lines += statement(self._reading)
        if not self._reading.as_received and any(c.applied for c in self._reading.corrections):
            lines.append(word("corrected-words", document.language))
        yield from (plain(told, self.side, style="Remarks") for told in lines)

    def _provision(self, provision: Provision) -> str:
        parts: list[Part] = [(Run(f"{provision.printed_number} "), "")] if provision.printed_number else []
        parts += self._content(provision.id)
        style = "Heading1" if provision.kind in _HEADINGS else "Paragraph"
        level = depth(self._reading.document, provision)
        return paragraph(line(parts, self.side), self.side, style=style, level=level)

    def _content(self, id_: str) -> Iterator[Part]:
        marked = False
        for piece in self._placed.pieces(id_):
            match piece.content:
                case read.Run():
                    marked = False
                    yield self._run(piece.content, piece.around)
                case Marker():
                    marked = False
                    yield self._marker(piece.content)
                case Edge(mark, opens=False) if mark.number:
                    # The numbers of two notes at one place would be read as one.
                    yield self._between + self._mark(mark) if marked else self._mark(mark)
                    marked = True

    def _run(self, run: read.Run, around: Sequence[Mark]) -> tuple[Run, str]:
        """Return words on the colour of their marks. Where marks overlap, the last two colours are mixed."""
        fills = [COLOURS[mark.colour].removeprefix("#") for mark in around if mark.colour in COLOURS]
        look = shading(*reversed(fills[-2:]))
        if run.correction is not None and run.correction.applied and not self._reading.as_received:
            look += underline("dotted")
        elif not fills and any(mark.colour for mark in around):
            look += underline("single", "0B5C7A")
        verb = run.verb is not None
        return Run(run.text, bold=verb and self.side == "rtl", italic=verb and self.side == "ltr"), look

    def _marker(self, marker: Marker) -> str:
        """Return the sign of one of the text's own footnotes, with a link to it."""
        document = self._reading.document
        sign = printed(marker, document.language)
        if not document.has_footnote(marker.footnote):
            return raised(sign, self.side)
        number = document.footnotes.index(document.footnote(marker.footnote)) + 1
        made = raised(sign, self.side, f"foot{number}")
        return made if f"sign{number}" in self._bookmarks else self._bookmarked(made, f"sign{number}")

    def _foot(self, foot: Footnote) -> str:
        """Return one of the text's own footnotes. Its sign links back to the first marker."""
        document = self._reading.document
        number = document.footnotes.index(foot) + 1
        own = direction(foot.language) if foot.language else self.side
        back = f"sign{number}" if f"sign{number}" in self._bookmarks else ""
        sign = raised(printed(foot, document.language), self.side, back)
        remarks_ = "".join(f" [{told}]" for told in note_remarks(document, foot))
        content = (self._turned(part, own) for part in self._content(footnote_id(foot.number)))
        parts: list[Part] = [self._bookmarked(sign, f"foot{number}"), (Run(" "), ""), *content, (Run(remarks_), "")]
        return paragraph(line(parts, self.side), self.side, style="FootnoteText")

    def _turned(self, part: Part, side: str) -> Part:
        """Return words of another direction than the text's, with controls that keep their place in it."""
        if isinstance(part, str) or side == self.side:
            return part
        return replace(part[0], text=isolate(part[0].text, side)), part[1]

    def _bookmarked(self, inner: str, name: str) -> str:
        number = self._bookmarks[name] = len(self._bookmarks) + 1
        return bookmarked(inner, number, name)

    def _mark(self, mark: Mark) -> str:
        """Return the mark of a note after its words. A note on several places is written out at the first."""
        if mark.part == 1:
            return self._note(mark.cited, quoted=len(mark.cited.places) > 1 or not mark.whole)
        side = self.notes.side
        told = f"{word('same-note', self._language)}: {isolate(mark.cited.reference, side)}"
        return self.notes.add(words([Run(told)], side), self.side)

    def _note(self, cited: ExportedAnnotation, *, quoted: bool = False) -> str:
        """Return the mark of a note: its remarks first, then its words where they are only a part of it."""
        one, style = cited.annotation, "FootnoteText"
        side = direction(one.language)
        marks = "«»" if side == "rtl" else "“”"
        quotes = [plain(place.words.join(marks), side, style=style) for place in cited.places if quoted]
        return self.notes.add(self._told(cited), self.side, [*quotes, *said(one, style=style)])

    def _told(self, cited: ExportedAnnotation) -> str:
        lead = word(cited.annotation.kind, self._language) if cited.annotation.kind in {"note", "highlight"} else ""
        told = f"{remarks(cited, self._language)} · {isolate(cited.reference, self.notes.side)}"
        return words([Run(lead, bold=True), Run(f" · {told}" if lead else told)], self.notes.side)
