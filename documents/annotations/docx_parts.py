"""The parts of a small WordprocessingML file: paragraphs with runs of one direction each, styles, footnotes.

python-docx cannot write footnotes, which is what a brief needs. Sources: ECMA-376 part 1, 17.3.1.6 (bidi), 17.3.2.30
(rtl), 17.11 (footnotes). In a paragraph with `w:bidi` start is the right edge.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape

from documents.akoma_ntoso import FORBIDDEN
from documents.annotations.rich_text import Run
from documents.direction_runs import direction_runs

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_CONTROLS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


class Footnotes:
    """The footnotes of one file, numbered from 1."""

    def __init__(self, *, rtl: bool) -> None:
        self._side = "rtl" if rtl else "ltr"
        self.texts: list[str] = []

    def add(self, text: str) -> int:
        """Add a footnote; return its id."""
        self.texts.append(text)
        return len(self.texts)

    def xml(self) -> str:
        """Return the part."""
        made = [
            f'<w:footnote w:type="{kind}" w:id="{id_}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
            for id_, kind in ((-1, "separator"), (0, "continuationSeparator"))
        ]
        mark = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
        for number, text in enumerate(self.texts, 1):
            inner = paragraph([Run(" " + text)], self._side, style="FootnoteText", before=mark)
            made.append(f'<w:footnote w:id="{number}">{inner}</w:footnote>')
        return f"{_HEAD}<w:footnotes {_W}>{''.join(made)}</w:footnotes>"


def paragraph(
    runs: Iterable[Run],
    side: str,
    *,
    style: str,
    fill: str = "",
    level: int = 0,
    footnote: int | None = None,
    before: str = "",
) -> str:
    """Return a paragraph of a direction; `fill` is the ground of its words (RRGGBB), `before` goes first as XML."""
    properties = f'<w:pStyle w:val="{style}"/>' + ("<w:bidi/>" if side == "rtl" else '<w:bidi w:val="0"/>')
    properties += f'<w:ind w:start="{360 * level}"/>' if level else ""
    inner = "".join(_runs(runs, side, fill))
    if footnote is not None:
        look = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
        inner += f'<w:r>{look}<w:footnoteReference w:id="{footnote}"/></w:r>'
    return f"<w:p><w:pPr>{properties}</w:pPr>{before}{inner}</w:p>"


def _runs(runs: Iterable[Run], side: str, fill: str) -> Iterator[str]:
    for run in runs:
        for text, rtl in direction_runs(_legal(run.text), rtl=side == "rtl"):
            yield f"<w:r><w:rPr>{_look(run, fill, rtl=rtl)}</w:rPr>{_words(text)}</w:r>"


def _legal(text: str) -> str:
    """Return what XML may carry; isolates go: Word orders by runs, and shows some of them as boxes."""
    return _CONTROLS.sub("", FORBIDDEN.sub("\ufffd", text)).replace("\r\n", "\n").replace("\r", "\n")


def _look(run: Run, fill: str, *, rtl: bool) -> str:
    made = ""
    if run.code:
        made += '<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/>'
    made += "<w:b/><w:bCs/>" if run.bold else ""
    made += "<w:i/><w:iCs/>" if run.italic else ""
    made += f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    made += "<w:rtl/>" if rtl else ""
    return made + ('<w:lang w:bidi="ar-SA"/>' if rtl else '<w:lang w:val="en-GB"/>')


def _words(text: str) -> str:
    lines = re.split("[\n\u2028\u2029]", text)
    return "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in lines)


def _style(id_: str, name: str, kind: str, inner: str, based: str = "Normal") -> str:
    base = f'<w:basedOn w:val="{based}"/>' if kind == "paragraph" and id_ != "Normal" else ""
    default = ' w:default="1"' if id_ == "Normal" else ""
    return f'<w:style w:type="{kind}"{default} w:styleId="{id_}"><w:name w:val="{name}"/>{base}{inner}</w:style>'


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _styles() -> str:
    fonts = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Traditional Arabic"/>'
    space = '<w:spacing w:before="{}" w:after="{}"/>'
    styles = [
        _style("Normal", "Normal", "paragraph", f"<w:rPr>{fonts}{_size(26)}</w:rPr>"),
        _style("Title", "Title", "paragraph", f"<w:rPr><w:b/><w:bCs/>{_size(36)}</w:rPr>"),
        _style(
            "Heading1",
            "heading 1",
            "paragraph",
            f'<w:pPr><w:keepNext/>{space.format(360, 120)}<w:outlineLvl w:val="0"/></w:pPr>'
            f"<w:rPr><w:b/><w:bCs/>{_size(30)}</w:rPr>",
        ),
        _style(
            "Quote",
            "Quote",
            "paragraph",
            f'<w:pPr><w:keepNext/>{space.format(240, 60)}<w:ind w:start="360"/><w:jc w:val="both"/></w:pPr>',
        ),
        _style("Note", "Note", "paragraph", f"<w:pPr>{space.format(0, 60)}</w:pPr>"),
        _style("Remarks", "Remarks", "paragraph", f'<w:rPr><w:color w:val="69655C"/>{_size(20)}</w:rPr>'),
        _style("FootnoteText", "footnote text", "paragraph", f"<w:rPr>{_size(20)}</w:rPr>"),
        _style(
            "FootnoteReference",
            "footnote reference",
            "character",
            '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>',
        ),
    ]
    return f"{_HEAD}<w:styles {_W}>{''.join(styles)}</w:styles>"


def archive(body: str, footnotes: Footnotes) -> bytes:
    """Return the file of a body and its footnotes."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations([("officeDocument", "word/document.xml")]),
        "word/document.xml": f'{_HEAD}<w:document {_W}><w:body>{body}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="720" w:footer="720"'
        ' w:gutter="0"/></w:sectPr></w:body></w:document>',
        "word/_rels/document.xml.rels": _relations(
            [("styles", "styles.xml"), ("footnotes", "footnotes.xml"), ("settings", "settings.xml")]
        ),
        "word/styles.xml": _styles(),
        "word/footnotes.xml": footnotes.xml(),
        "word/settings.xml": f'{_HEAD}<w:settings {_W}><w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/>'
        "</w:footnotePr></w:settings>",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, xml in parts.items():
            # A fixed date: the same notes give the same file.
            package.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), xml.encode("utf-8", "replace"))
    return out.getvalue()


def _content_types() -> str:
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{kind}+xml"/>'
        for name, kind in (
            ("document", "document.main"),
            ("styles", "styles"),
            ("footnotes", "footnotes"),
            ("settings", "settings"),
        )
    )
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(targets: list[tuple[str, str]]) -> str:
    made = "".join(
        f'<Relationship Id="rId{number}" Type="{_REL}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{made}</Relationships>'
