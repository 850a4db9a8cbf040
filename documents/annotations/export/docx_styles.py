"""The styles of our Word files, as the part `word/styles.xml`."""

from __future__ import annotations

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_FOOTNOTE_REFERENCE = (
    '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>'
    '<w:rPr><w:color w:val="0B5C7A"/><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
)
_SPACE = '<w:spacing w:before="{}" w:after="{}"/>'


def styles() -> str:
    """Return the part."""
    return f"{HEAD}<w:styles {NAMESPACE}>{''.join(_paragraphs())}{_FOOTNOTE_REFERENCE}</w:styles>"


def _paragraphs() -> tuple[str, ...]:
    fonts = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Traditional Arabic"/>'
    heading = f'<w:keepNext/>{_SPACE.format(360, 120)}<w:outlineLvl w:val="0"/>'
    quote = f'<w:keepNext/>{_SPACE.format(240, 60)}<w:ind w:start="360"/><w:jc w:val="both"/>'
    return (
        _paragraph("Normal", "Normal", "", f"{fonts}{_size(26)}"),
        _paragraph("Title", "Title", "", f"<w:b/><w:bCs/>{_size(36)}"),
        _paragraph("Heading1", "heading 1", heading, f"<w:b/><w:bCs/>{_size(30)}"),
        _paragraph("Quote", "Quote", quote, ""),
        _paragraph("Note", "Note", _SPACE.format(0, 60), ""),
        _paragraph("Remarks", "Remarks", "", f'<w:color w:val="69655C"/>{_size(20)}'),
        _paragraph("Paragraph", "Paragraph", f'{_SPACE.format(0, 160)}<w:jc w:val="both"/>', ""),
        _paragraph("FootnoteText", "footnote text", "", _size(20)),
    )


def _paragraph(id_: str, name: str, layout: str, look: str) -> str:
    first = id_ == "Normal"
    default, base = (' w:default="1"', "") if first else ("", '<w:basedOn w:val="Normal"/>')
    inner = (f"<w:pPr>{layout}</w:pPr>" if layout else "") + (f"<w:rPr>{look}</w:rPr>" if look else "")
    return f'<w:style w:type="paragraph"{default} w:styleId="{id_}"><w:name w:val="{name}"/>{base}{inner}</w:style>'


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'
