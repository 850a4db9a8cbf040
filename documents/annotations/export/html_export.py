"""Notes as one HTML page for a brief, for printing too: no script, nothing loaded from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from documents.akoma_ntoso import FORBIDDEN
from documents.annotations.export.export_texts import remarks, word
from documents.annotations.export.exported_annotation import ExportedAnnotation
from documents.annotations.model import Colour, first_strong
from documents.annotations.rich_text import Block, Run, blocks
from documents.language import bcp_47, direction

COLOURS = {colour.value: colour.fill for colour in Colour}

_STYLE = """
body { margin: 0 auto; padding: 2em 1.2em 4em; max-width: 44em; line-height: 1.8; color: #1f1e1b; background: #fffdf9;
  font-family: Amiri, "Noto Naskh Arabic", "Times New Roman", serif; font-size: 1.1rem; }
h1 { font-size: 1.4em; } h2 { font-size: 1.1em; margin-block: 2em .6em; }
article { margin-block: 1.4em; break-inside: avoid; border-inline-start: .25em solid #8a8476;
  padding-inline-start: 1em; }
blockquote { margin: 0; white-space: pre-line; } mark { color: inherit; background: none; padding-block: .1em;
  -webkit-print-color-adjust: exact; print-color-adjust: exact; }
.reference { font-size: .85em; color: #514e47; margin-block: .2em .6em; }
.said p, .said ul, .said ol { margin-block: .3em; white-space: pre-line; } .said code { white-space: pre-wrap; }
.level-2 { margin-inline-start: 2em; }
.remarks { font-size: .8em; color: #69655c; margin: 0; }
@media print { body { background: none; padding: 0; max-width: none; font-size: 11.5pt; }
  a { color: inherit; text-decoration: none; } h1, h2 { break-after: avoid; } }
"""


def write(notes: Sequence[ExportedAnnotation], *, language: str, heading: str = "") -> bytes:
    """Return the page in UTF-8, the notes in their order."""
    title = heading or word("notes", language)
    made = [f"<h1>{text(title)}</h1>"]
    for (symbol, name), group in groupby(notes, key=lambda one: (one.annotation.document, one.title)):
        shown = f"<bdi>{text(name)}</bdi> " if name else ""
        made.append(f'<h2>{shown}<bdi dir="ltr">{text(symbol)}</bdi></h2>')
        made += [note(one, language) for one in group]
    return page(title, language, "\n".join(made)).encode("utf-8", "replace")


def page(title: str, language: str, body: str, style: str = "") -> str:
    """Return a whole page of the HTML `body`, with the style of notes and `style`."""
    side = direction(language)
    marks = "".join(f".{name} {{ background: {colour}; }}\n" for name, colour in COLOURS.items())
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(language)}" dir="{side}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{text(title)}</title>\n<style>{_STYLE}{marks}{style}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def note(cited: ExportedAnnotation, language: str) -> str:
    """Return one note as HTML."""
    return f"<article>\n{parts(cited, language)}</article>"


def parts(cited: ExportedAnnotation, language: str, *, quoted: bool = True) -> str:
    """Return the parts of a note: its quotes and reference (with `quoted`), its words, its remarks."""
    one = cited.annotation
    made = [*_quotes(cited), f'<p class="reference">{_reference(cited, language)}</p>'] if quoted else []
    if one.text:
        made.append(f'<div class="said" dir="{one.direction}">{"".join(_said(blocks(one.text)))}</div>')
    made.append(f'<p class="remarks">{text(remarks(cited, language))}</p>')
    return "\n".join(made)


def text(value: str) -> str:
    """Return words as HTML text without control characters and with one kind of line break."""
    return escape(FORBIDDEN.sub("\ufffd", value).replace("\r\n", "\n").replace("\r", "\n"), quote=True)


def _quotes(cited: ExportedAnnotation) -> Iterator[str]:
    one = cited.annotation
    side, tag = direction(one.language), escape(bcp_47(one.language))
    for place in cited.places:
        words = text(place.words)
        words = f'<mark class="{one.colour}">{words}</mark>' if one.colour in COLOURS else words
        yield f'<blockquote dir="{side}" lang="{tag}">{words}</blockquote>'


def _reference(cited: ExportedAnnotation, language: str) -> str:
    # It begins with a symbol: left to itself it would run from left to right in Arabic too.
    words = f'<bdi dir="{direction(language)}">{text(cited.reference)}</bdi>'
    if cited.link.startswith("https://"):
        words = f'<a href="{escape(cited.link, quote=True)}">{words}</a>'
    return words if cited.places else f"{words} · {text(word('on-document', language))}"


def _said(found: tuple[Block, ...]) -> Iterator[str]:
    for block in found:
        words = "".join(map(_run, block.runs))
        words = f"<strong>{words}</strong>" if block.heading else words
        mark = f"{text(block.mark)} " if block.mark else ""
        side = first_strong(block.text, "ar") if block.text.strip() else "auto"
        yield f'<p class="level-{block.level}" dir="{side}">{mark}{words}</p>'


def _run(run: Run) -> str:
    words = text(run.text)
    for wanted, tag in ((run.code, "code"), (run.italic, "em"), (run.bold, "strong")):
        words = f"<{tag}>{words}</{tag}>" if wanted else words
    return words
