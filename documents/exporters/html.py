"""Write a reading as one self-contained HTML5 file: no script, nothing loaded from elsewhere."""

from __future__ import annotations

import re
from html import escape
from itertools import groupby

from documents.akoma_ntoso import FORBIDDEN
from documents.exporters.export_texts import Wording, number, printed, statement, wording
from documents.exporters.runs import Run, runs
from documents.exporters.text import note_remarks
from documents.language import direction
from documents.model import Document, Footnote, Kind, Marker, Provision
from documents.position import footnote_id
from documents.provision_labels import label
from documents.reading import Reading

_STYLE = """
body { margin: 0 auto; padding: 2em 1.2em 4em; max-width: 44em; line-height: 1.9;
  font-family: Amiri, "Noto Naskh Arabic", "Times New Roman", serif; font-size: 1.15rem; }
.statement { font-size: .85em; border-inline-start: .25em solid #b0902f; padding-inline-start: 1em; }
.statement p { margin: .2em 0; }
.provision { display: grid; grid-template-columns: 4.5em 1fr; column-gap: .8em; margin-block: .9em; }
.provision > .label { font: .75em/2.2 monospace; color: #6b6357; text-align: end; }
.provision > p { margin: 0; white-space: pre-line; }
.level-1 { margin-inline-start: 2em; } .level-2 { margin-inline-start: 4em; } .level-3 { margin-inline-start: 6em; }
h1, h2 { line-height: 1.5; } h1 { font-size: 1.4em; } h2 { font-size: 1.1em; }
.verb { font-style: normal; font-weight: bold; } :lang(en) .verb, :lang(fr) .verb { font-style: italic; }
ins { text-decoration: underline dotted #8a6d1c; } .suspected { border-bottom: 1px dashed #a33; }
sup { line-height: 0; } .remark { color: #7a3b1e; } ol.notes { list-style: none; padding: 0; font-size: .9em; }
@media (prefers-color-scheme: dark) { body { background: #191713; color: #e8e2d6; } a { color: #9ec1ef; } }
"""
_SAFE = re.compile(r"[^A-Za-z0-9_-]")


def write_html(reading: Reading) -> bytes:
    """Return the file in UTF-8. Corrected words are `<ins>` with the received ones in `title`."""
    document = reading.document
    language = escape(_clean(document.language), quote=True)
    title = " - ".join(part for part in (document.symbol, document.title) if part) or "-"
    head = (
        '<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{_text(title)}</title>\n<style>{_STYLE}</style>"
    )
    body = f"{_statement(reading)}\n<main>\n{_provisions(reading)}\n</main>\n{_notes(reading)}"
    page = (
        f'<!DOCTYPE html>\n<html lang="{language}" dir="{direction(document.language)}">\n'
        f"<head>\n{head}\n</head>\n<body>\n{body}</body>\n</html>\n"
    )
    return page.encode("utf-8", errors="replace")


def _clean(value: str) -> str:
    """Return text that HTML may carry: without control characters, and with U+FFFD for lone surrogates."""
    return FORBIDDEN.sub("\ufffd", value).replace("\r\n", "\n").replace("\r", "\n")


def _text(value: str) -> str:
    return escape(_clean(value), quote=False)


def _attribute(value: str) -> str:
    return escape(_clean(value), quote=True)


def _anchor(id_: str) -> str:
    """Return an id for HTML: the document's own id, with special characters as their code points."""
    return _SAFE.sub(lambda m: f".{ord(m[0]):x}.", id_) or "."


def _statement(reading: Reading) -> str:
    words = wording(reading.document.language)
    lines = [_text(reading.document.symbol), *(_linked(line) for line in statement(reading))]
    if not reading.as_received and any(c.applied for c in reading.corrections):
        lines.append(_text(words.shown))
    return '<header class="statement">\n' + "\n".join(f"<p>{line}</p>" for line in lines if line) + "\n</header>"


def _linked(line: str) -> str:
    before, found, address = line.partition("https://")
    if not found:
        return _text(line)
    href = _attribute(found + address)
    return f'{_text(before)}<a dir="ltr" href="{href}">{_text(found + address)}</a>'


def _provisions(reading: Reading) -> str:
    seen: dict[str, int] = {}
    return "\n".join(_provision(reading, provision, seen) for provision in reading.document.provisions)


def _provision(reading: Reading, provision: Provision, seen: dict[str, int]) -> str:
    document = reading.document
    content = _content(reading, provision, seen)
    if provision.printed_number:
        content = f'<span class="number">{_text(provision.printed_number)}</span> {content}'
    tag = {Kind.TITLE: "h1", Kind.HEADING: "h2", Kind.ANNEX: "h2"}.get(provision.kind, "p")
    depth = f" level-{min(_depth(document, provision), 3)}" if provision.parent else ""
    name = f'<bdi class="label">{_text(label(document, provision.id))}</bdi>'
    place = f'class="provision {provision.kind.value}{depth}" id="{_anchor(provision.id)}"'
    return f"<div {place}>{name}<{tag}>{content}</{tag}></div>"


def _depth(document: Document, provision: Provision) -> int:
    depth, above = 0, provision
    while above.parent and document.has_provision(above.parent) and depth < 3:
        above = document.provision(above.parent)
        depth += 1
    return depth


def _content(reading: Reading, provision: Provision, seen: dict[str, int]) -> str:
    parts = []
    pieces = runs(reading, provision.id)
    for verb, group in groupby(pieces, key=lambda piece: piece.verb if isinstance(piece, Run) else None):
        content = "".join(
            _run(piece, reading) if isinstance(piece, Run) else _marker(piece, reading.document, seen)
            for piece in group
        )
        parts.append(f'<em class="verb">{content}</em>' if verb else content)
    return "".join(parts)


def _run(run: Run, reading: Reading) -> str:
    text, words = _text(run.text), wording(reading.document.language)
    if run.correction is None:
        return text
    if run.correction.applied and not reading.as_received:
        return f'<ins title="{_attribute(words.received.format(run.received))}">{text}</ins>'
    return f'<span class="suspected" title="{_attribute(_suspicion(run, words))}">{text}</span>'


def _suspicion(run: Run, words: Wording) -> str:
    proposed = run.correction.corrected if run.correction else None
    return words.proposed.format(proposed) if proposed else words.suspected


def _marker(marker: Marker, document: Document, seen: dict[str, int]) -> str:
    sign = _text(printed(marker, document.language))
    if not document.has_footnote(marker.footnote):
        return f"<sup>{sign}</sup>"
    note = _anchor(marker.footnote)
    seen[marker.footnote] = seen.get(marker.footnote, 0) + 1
    return f'<sup><a href="#fn_{note}" id="ref_{note}_{seen[marker.footnote]}">{sign}</a></sup>'


def _notes(reading: Reading) -> str:
    document = reading.document
    if not document.footnotes:
        return ""
    heading = _text(wording(document.language).footnotes)
    items = "\n".join(_note(reading, note) for note in document.footnotes)
    return f'<footer>\n<h2>{heading}</h2>\n<ol class="notes">\n{items}\n</ol>\n</footer>\n'


def _note(reading: Reading, note: Footnote) -> str:
    document, words = reading.document, wording(reading.document.language)
    text = "".join(_run(piece, reading) for piece in runs(reading, footnote_id(note.number)) if isinstance(piece, Run))
    own = f' lang="{_attribute(note.language)}" dir="{direction(note.language)}"' if note.language else ""
    remarks = "".join(f' <span class="remark">{_text(remark)}</span>' for remark in note_remarks(document, note))
    anchor = _anchor(note.number)
    backs = "".join(
        f' <a href="#ref_{anchor}_{count}" title="{_attribute(words.back)}">↑{number(count, document.language)}</a>'
        for count in range(1, len(document.markers_of(note.number)) + 1)
    )
    sign = _text(printed(note, document.language))
    return f'<li id="fn_{anchor}"><bdi>{sign}</bdi> <span{own}>{text}</span>{remarks}{backs}</li>'
