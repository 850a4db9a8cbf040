"""The parts of a small WordprocessingML file: paragraphs with runs of one direction each, footnotes.

python-docx cannot write footnotes, which a brief needs. Sources: ECMA-376 part 1, 17.3.1.6 (bidi), 17.3.2.30 (rtl),
17.11 (footnotes). In a paragraph with `w:bidi`, start is the right edge.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from itertools import groupby
from xml.sax.saxutils import escape

from documents.akoma_ntoso import FORBIDDEN
from documents.annotations.export.docx_styles import HEAD, NAMESPACE, styles
from documents.annotations.rich_text import Run
from documents.direction_runs import CONTROLS, held_runs

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


class Footnotes:
    """The footnotes of one file, numbered by Word."""

    def __init__(self, *, rtl: bool) -> None:
        self.side = "rtl" if rtl else "ltr"
        self._made: list[str] = []

    def add(self, inner: str, beside: str, more: Sequence[str] = ()) -> str:
        """Add a footnote and return its mark for a paragraph that runs to the side `beside`.

        `inner` is its first line as XML, `more` are the paragraphs that follow.
        """
        number = len(self._made) + 1
        mark = f"<w:r><w:rPr>{_raised(self.side)}</w:rPr><w:footnoteRef/></w:r>{words([Run(' ')], self.side)}"
        foot = paragraph(mark + inner, self.side, style="FootnoteText") + "".join(more)
        self._made.append(f'<w:footnote w:id="{number}">{foot}</w:footnote>')
        return f'<w:r><w:rPr>{_raised(beside)}</w:rPr><w:footnoteReference w:id="{number}"/></w:r>'

    def xml(self) -> str:
        """Return the part."""
        # The line above footnotes starts where they do.
        side = "<w:pPr><w:bidi/></w:pPr>" if self.side == "rtl" else ""
        lines = [
            f'<w:footnote w:type="{kind}" w:id="{id_}"><w:p>{side}<w:r><w:{kind}/></w:r></w:p></w:footnote>'
            for id_, kind in ((-1, "separator"), (0, "continuationSeparator"))
        ]
        return f"{HEAD}<w:footnotes {NAMESPACE}>{''.join((*lines, *self._made))}</w:footnotes>"


def paragraph(inner: str, side: str, *, style: str, level: int = 0) -> str:
    """Return a paragraph of a direction around its content as XML, indented by `level` steps."""
    properties = f'<w:pStyle w:val="{style}"/>' + ("<w:bidi/>" if side == "rtl" else '<w:bidi w:val="0"/>')
    properties += f'<w:ind w:start="{360 * level}"/>' if level else ""
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


Part = tuple[Run, str] | str
"""Words with the properties of their run as XML, or XML between words."""


def words(runs: Iterable[Run], side: str, *, look: str = "") -> str:
    """Return runs as XML for a paragraph of a direction. All of them have the properties `look`."""
    return line([(run, look) for run in runs], side)


def line(parts: Sequence[Part], side: str) -> str:
    """Return the content of a paragraph of a direction. All its words together determine the order of its runs."""
    texts = ["" if isinstance(part, str) else _legal(part[0].text) for part in parts]
    owners = [place for place, text in enumerate(texts) for _ in CONTROLS.sub("", text)]
    made: list[str] = []
    at = done = 0
    for stretch, rtl in held_runs("".join(texts), rtl=side == "rtl"):
        held: list[tuple[int, str]] = []
        for character in stretch:
            if CONTROLS.match(character):
                held.append((held[-1][0] if held else owners[min(at, len(owners) - 1)], character))
            else:
                held.append((owners[at], character))
                at += 1
        for place, group in groupby(held, key=lambda one: one[0]):
            made += [part for part in parts[done:place] if isinstance(part, str)]
            done = place
            made.append(_run(parts[place], "".join(character for _, character in group), rtl=rtl))
    made += [part for part in parts[done:] if isinstance(part, str)]
    return "".join(made)


def shading(fill: str = "", other: str = "") -> str:
    """Return the property of words on a ground (RRGGBB), mixed with another one, "" without a ground."""
    if not fill:
        return ""
    return f'<w:shd w:val="{"pct50" if other else "clear"}" w:color="{other or "auto"}" w:fill="{fill}"/>'


def underline(kind: str, colour: str = "auto") -> str:
    """Return the property of words over a line: dotted, single, of a colour (RRGGBB)."""
    return f'<w:u w:val="{kind}" w:color="{colour}"/>'


def raised(sign: str, side: str, bookmark: str = "") -> str:
    """Return the raised sign of one of the text's own footnotes, with a link to `bookmark` if there is one."""
    look = f'<w:vertAlign w:val="superscript"/>{_direction(rtl=side == "rtl")}'
    run = f"<w:r><w:rPr>{look}</w:rPr>{_lines(_legal(sign))}</w:r>"
    return f'<w:hyperlink w:anchor="{bookmark}">{run}</w:hyperlink>' if bookmark else run


def bookmarked(inner: str, number: int, name: str) -> str:
    """Return content as the target of links by a name."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{inner}<w:bookmarkEnd w:id="{number}"/>'


def archive(body: str, footnotes: Footnotes, *, rtl: bool) -> bytes:
    """Return the file of a body with its footnotes. `rtl` is the direction of its pages."""
    parts = ("styles", "footnotes", "settings")
    files = {
        "[Content_Types].xml": _content_types(("document", *parts)),
        "_rels/.rels": _relations({"officeDocument": "word/document.xml"}),
        "word/document.xml": _document(body, rtl=rtl),
        "word/_rels/document.xml.rels": _relations({name: f"{name}.xml" for name in parts}),
        "word/styles.xml": styles(),
        "word/footnotes.xml": footnotes.xml(),
        "word/settings.xml": _settings(),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, xml in files.items():
            # A fixed date: the same notes give the same file.
            package.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), xml.encode("utf-8", "replace"))
    return out.getvalue()


def _document(body: str, *, rtl: bool) -> str:
    page = (
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440"'
        ' w:header="720" w:footer="720" w:gutter="0"/>'
    )
    section = f"<w:sectPr>{page}{'<w:bidi/>' if rtl else ''}</w:sectPr>"
    return f"{HEAD}<w:document {NAMESPACE}><w:body>{body}{section}</w:body></w:document>"


def _settings() -> str:
    lines = '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
    return f"{HEAD}<w:settings {NAMESPACE}>{lines}</w:settings>"


def _legal(text: str) -> str:
    return FORBIDDEN.sub("\ufffd", text).replace("\r\n", "\n").replace("\r", "\n")


def _run(part: Part, text: str, *, rtl: bool) -> str:
    assert not isinstance(part, str)
    run, look = part
    return f"<w:r><w:rPr>{_look(run)}{look}{_direction(rtl=rtl)}</w:rPr>{_lines(text)}</w:r>"


def _look(run: Run) -> str:
    made = ""
    if run.code:
        made += '<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/>'
    made += "<w:b/><w:bCs/>" if run.bold else ""
    return made + ("<w:i/><w:iCs/>" if run.italic else "")


def _direction(*, rtl: bool) -> str:
    return '<w:rtl/><w:lang w:bidi="ar-SA"/>' if rtl else '<w:lang w:val="en-GB"/>'


def _raised(side: str) -> str:
    """Return the properties of a footnote's sign. LibreOffice puts it over words of another direction."""
    return f'<w:rStyle w:val="FootnoteReference"/>{_direction(rtl=side == "rtl")}'


def _lines(text: str) -> str:
    lines = re.split("[\n\u2028\u2029]", text)
    return "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in lines)


def _content_types(parts: Sequence[str]) -> str:
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" '
        f'ContentType="{_TYPE}.{"document.main" if name == "document" else name}+xml"/>'
        for name in parts
    )
    return (
        f'{HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(targets: dict[str, str]) -> str:
    made = "".join(
        f'<Relationship Id="rId{number}" Type="{_REL}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items(), 1)
    )
    return f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{made}</Relationships>'
