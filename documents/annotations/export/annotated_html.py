"""A whole text with the reader's notes, as one HTML page: colours in the words, notes under their provision.

A number links the words of a note to it and back. The text's own footnotes keep their signs and stand at its end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from documents.annotations.export.annotated_style import STYLE
from documents.annotations.export.annotated_text import Edge, Mark, NoteSpans, Piece, PlacedNotes
from documents.annotations.export.export_texts import word
from documents.annotations.export.exported_annotation import ExportedAnnotation
from documents.annotations.export.html_export import note, page, parts, text
from documents.exporters.export_texts import number, printed, statement, wording
from documents.exporters.runs import Run
from documents.exporters.text import note_remarks
from documents.language import bcp_47, direction
from documents.model import Document, Footnote, Kind, Marker, Provision
from documents.position import footnote_id
from documents.provision_labels import label
from documents.reading import Reading

_TAGS = {Kind.TITLE: "h2", Kind.HEADING: "h3", Kind.ANNEX: "h3"}


def write(reading: Reading, notes: Sequence[NoteSpans], *, language: str) -> bytes:
    """Return the page in UTF-8. The words are those of the reading, `language` that of references and remarks."""
    document = reading.document
    body = "\n".join(_Page(reading, PlacedNotes(reading, notes), language).body())
    title = " - ".join(part for part in (document.symbol, document.title) if part) or word("notes", language)
    return page(title, language, body, STYLE).encode("utf-8", "replace")


class _Page:
    """Writer of the body, which remembers the markers of footnotes that came before."""

    def __init__(self, reading: Reading, placed: PlacedNotes, language: str) -> None:
        self._reading, self._placed, self._language = reading, placed, language
        self._seen: dict[str, int] = {}

    def body(self) -> Iterator[str]:
        document = self._reading.document
        own = f'dir="{direction(document.language)}" lang="{escape(bcp_47(document.language))}"'
        yield f"<header {own}>\n{self._head()}\n</header>"
        yield from self._beside("on-document", [_plain(one, self._language) for one in self._placed.on_document])
        yield f"<main {own}>"
        for provision in document.provisions:
            yield self._provision(provision)
            yield from self._below(provision.id)
        yield "</main>"
        if document.footnotes:
            made = "\n".join(map(self._footnote, document.footnotes))
            heading = text(wording(document.language).footnotes)
            yield f'<footer {own}>\n<h2>{heading}</h2>\n<ol class="footnotes">\n{made}\n</ol>\n</footer>'
        yield from self._beside("not-found", [note(one, self._language) for one in self._placed.lost])

    def _head(self) -> str:
        document = self._reading.document
        corrected = not self._reading.as_received and any(c.applied for c in self._reading.corrections)
        lines = [_linked(line) for line in statement(self._reading)]
        lines += [text(wording(document.language).shown)] if corrected else []
        symbol = f'<bdi dir="ltr">{text(document.symbol)}</bdi>'
        title = f"<h1>{text(document.title)} {symbol}</h1>" if document.title else f"<h1>{symbol}</h1>"
        return f'{title}\n<div class="statement">{"".join(f"<p>{line}</p>" for line in lines)}</div>'

    def _beside(self, heading: str, notes: list[str]) -> Iterator[str]:
        if notes:
            yield f"<section>\n<h2>{text(word(heading, self._language))}</h2>"
            yield from notes
            yield "</section>"

    def _provision(self, provision: Provision) -> str:
        document = self._reading.document
        content = self._content(provision.id)
        if provision.printed_number:
            content = f'<span class="number">{text(provision.printed_number)}</span> {content}'
        tag = _TAGS.get(provision.kind, "p")
        name = f'<bdi class="label" dir="ltr">{text(label(document, provision.id))}</bdi>'
        level = f"{provision.kind.value} level-{depth(document, provision)}"
        return f'<div class="provision">{name}<{tag} class="{level}">{content}</{tag}></div>'

    def _below(self, id_: str) -> Iterator[str]:
        """Yield the notes below a provision, each with a link back to its words."""
        side = direction(self._language)
        for marks in self._placed.below(id_):
            first = marks[0]
            signs = [self._number(first), *(f"↑{number(mark.part, self._language)}" for mark in marks[1:])]
            back = text(word("to-words", self._language))
            links = " ".join(
                f'<a href="#{_at(mark)}" title="{back}">{sign}</a>' for mark, sign in zip(marks, signs, strict=True)
            )
            head = f'<p class="to-words">{links}</p>'
            inner = parts(first.cited, self._language, quoted=len(marks) > 1 or not first.whole)
            place = f'id="note.{first.number}" dir="{side}" lang="{escape(self._language)}"'
            yield f'<aside class="note" {place}>\n{head}\n{inner}\n</aside>'

    def _content(self, id_: str) -> str:
        made = []
        for around, pieces in groupby(self._placed.pieces(id_), key=lambda piece: piece.around):
            words = "".join(map(self._piece, pieces))
            for mark in reversed(around):
                words = f'<mark class="{mark.colour}">{words}</mark>' if mark.colour and words else words
            made.append(words)
        return "".join(made)

    def _piece(self, piece: Piece) -> str:
        match piece.content:
            case Run():
                return self._run(piece.content)
            case Marker():
                return self._marker(piece.content)
        return self._edge(piece.content)

    def _edge(self, edge: Edge) -> str:
        """Return the number of a note after its words."""
        mark = edge.mark
        if edge.opens or not mark.number:
            return ""
        told = f"{word('note', self._language)} {self._number(mark)}"
        place = f'href="#note.{mark.number}" id="{_at(mark)}" title="{text(told)}"'
        return f'<sup class="to-note"><a {place}>{self._number(mark)}</a></sup>'

    def _run(self, run: Run) -> str:
        words, said = text(run.text), wording(self._reading.document.language)
        if run.correction is not None and run.correction.applied and not self._reading.as_received:
            words = f'<ins title="{text(said.received.format(run.received))}">{words}</ins>'
        elif run.correction is not None:
            proposed = run.correction.corrected
            told = said.proposed.format(proposed) if proposed else said.suspected
            words = f'<span class="suspected" title="{text(told)}">{words}</span>'
        return f'<em class="verb">{words}</em>' if run.verb else words

    def _marker(self, marker: Marker) -> str:
        document = self._reading.document
        sign = text(printed(marker, document.language))
        if not document.has_footnote(marker.footnote):
            return f"<sup>{sign}</sup>"
        place = self._seen[marker.footnote] = self._seen.get(marker.footnote, 0) + 1
        foot = _anchor(marker.footnote)
        return f'<sup><a href="#foot.{foot}" id="ref.{foot}.{place}">{sign}</a></sup>'

    def _footnote(self, foot: Footnote) -> str:
        document, id_ = self._reading.document, _anchor(foot.number)
        own = f' lang="{escape(bcp_47(foot.language))}" dir="{direction(foot.language)}"' if foot.language else ""
        remarks = "".join(f' <span class="remark">{text(told)}</span>' for told in note_remarks(document, foot))
        back = text(wording(document.language).back)
        backs = "".join(
            f' <a href="#ref.{id_}.{place}" title="{back}">↑{number(place, document.language)}</a>'
            for place in range(1, len(document.markers_of(foot.number)) + 1)
        )
        words = f"<bdi{own}>{self._content(footnote_id(foot.number))}</bdi>"
        below = "\n".join(self._below(footnote_id(foot.number)))
        sign = f"<bdi>{text(printed(foot, document.language))}</bdi>"
        return f'<li id="foot.{id_}">{sign} {words}{remarks}{backs}{below}</li>'

    def _number(self, mark: Mark) -> str:
        return number(mark.number, self._language)


def depth(document: Document, provision: Provision) -> int:
    """Return the number of paragraphs that a sub-paragraph is nested in, three at most."""
    deep, above = 0, provision
    while above.parent and document.has_provision(above.parent) and deep < 3:
        above = document.provision(above.parent)
        deep += 1
    return deep


def _plain(cited: ExportedAnnotation, language: str) -> str:
    return f'<aside class="note">\n{parts(cited, language, quoted=False)}\n</aside>'


def _anchor(number_: str) -> str:
    """Return a footnote's number for an id, with special characters as their code points."""
    return re.sub(r"[^A-Za-z0-9_-]", lambda met: f".{ord(met[0]):x}.", number_)


def _at(mark: Mark) -> str:
    return f"at.{mark.number}.{mark.part}"


def _linked(line: str) -> str:
    before, found, address = line.partition("https://")
    if not found:
        return text(line)
    return f'{text(before)}<a dir="ltr" href="{text(found + address)}">{text(found + address)}</a>'
