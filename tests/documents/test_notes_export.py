"""Files of notes: nothing of the user's words or of the quotes is lost, and other programs read them."""

import csv
import datetime
import io
import re
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree, html
from markdown_it import MarkdownIt

from documents.annotations import export_csv, export_docx, export_html, export_markdown
from documents.annotations.cited import Cited, Place
from documents.annotations.model import Annotation, AnnotationKind
from documents.annotations.rich_text import blocks

WHEN = datetime.datetime(2026, 3, 4, 5, 6, tzinfo=datetime.UTC)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
QUOTE = "وإذ تشير إلى قرارها 73/154 (ب) وإلى E/RES/2019/20 المؤرخ"


def cited(text="**مهم** جدًا: see E/RES/2019/20.", quote=QUOTE, language="ar", **fields):
    one = Annotation(
        "00000000-0000-4000-8000-000000000001",
        *(AnnotationKind.NOTE, "E/RES/2019/20", language, (), WHEN, WHEN),
        text=text,
        **fields,
    )
    return Cited(
        one, "E/RES/2019/20، الفقرة ٥ من المنطوق", "عنوان", (Place("op_5", "OP5", quote),), "https://undocs.org/x"
    )


plain = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp", "Co", "Cn"]), max_size=60)


def squeezed(text):
    return re.sub(r"\s+", "", text)


def words_of(data):
    """The paragraphs of a Word file and its footnotes."""
    package = zipfile.ZipFile(io.BytesIO(data))
    assert package.testzip() is None
    trees = {name: etree.fromstring(package.read(name)) for name in package.namelist()}
    document, notes = trees["word/document.xml"], trees["word/footnotes.xml"]
    for name, tree in trees.items():
        if name.endswith(".rels"):
            folder = name.split("_rels/")[0]
            assert all(folder + relation.get("Target") in trees for relation in tree)
    ids = {note.get(f"{W}id") for note in notes}
    assert {mark.get(f"{W}id") for mark in document.iter(f"{W}footnoteReference")} <= ids
    return [
        ["".join(text.text or "" for text in one.iter(f"{W}t")) for one in tree.iter(f"{W}p")]
        for tree in (document, notes)
    ]


def test_word_has_real_footnotes_and_right_to_left_paragraphs():
    data = export_docx.write([cited(colour="yellow", labels=("تفاوض",))], language="ar", heading="ملف")
    body, notes = words_of(data)
    assert QUOTE in body
    assert notes[-1].strip() == "E/RES/2019/20، الفقرة ٥ من المنطوق"
    document = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))
    paragraph = next(p for p in document.iter(f"{W}p") if "".join(p.itertext()).startswith("وإذ"))
    assert paragraph.find(f"{W}pPr/{W}bidi") is not None
    runs = [("".join(r.itertext()), r.find(f"{W}rPr/{W}rtl") is not None) for r in paragraph.iter(f"{W}r")]
    assert ("E/RES/2019/20", False) in runs
    assert runs[0] == ("وإذ تشير إلى قرارها 73/154 (ب) وإلى ", True)
    assert paragraph.find(f".//{W}shd").get(f"{W}fill") == "FBE6A0"
    assert data == export_docx.write([cited(colour="yellow", labels=("تفاوض",))], language="ar", heading="ملف")


@given(plain, plain)
@settings(max_examples=80, deadline=None)
def test_word_loses_nothing(text, quote):
    body, _ = words_of(export_docx.write([cited(re.sub(r"[*_`#>+\-\\.)\d]", "", text), quote)], language="ar"))
    assert squeezed(re.sub(r"[*_`#>+\-\\.)\d]", "", text)) in squeezed("".join(body))
    assert squeezed(quote) in squeezed("".join(body))


@given(plain, plain)
@settings(max_examples=80, deadline=None)
def test_html_loses_nothing(text, quote):
    page = html.fromstring(
        export_html.write([cited(re.sub(r"[*_`#>+\-\\.)\d]", "", text), quote)], language="en").decode()
    )
    assert squeezed(re.sub(r"[*_`#>+\-\\.)\d]", "", text)) in squeezed(page.text_content())
    assert page.find(".//blockquote/mark").text_content().strip() == quote.strip()


def test_html_is_safe_and_directed():
    page = export_html.write(
        [cited("<script>alert(1)</script> *x*", "<b>&"), cited(language="en")], language="ar"
    ).decode()
    tree = html.fromstring(page)
    assert tree.find(".//script") is None
    assert tree.get("dir") == "rtl"
    assert [one.get("dir") for one in tree.findall(".//blockquote")] == ["rtl", "ltr"]
    assert tree.find(".//em").text == "x"
    assert "http" not in re.sub(r'href="https://undocs.org/x"|http-equiv', "", page)


@given(plain, plain)
@settings(max_examples=80, deadline=None)
def test_markdown_shows_quotes_as_they_are_and_keeps_what_was_typed(text, quote):
    made = export_markdown.write([cited(text, quote)], language="ar").decode()
    assert text in made
    shown = html.fromstring(MarkdownIt("commonmark").render(made) or "<p></p>").text_content()
    assert squeezed(quote) in squeezed(shown)


def test_a_note_cannot_close_its_heading():
    made = export_markdown.write([cited("a", "x\n# y\n* z")], language="en", heading="L").decode()
    rendered = html.fromstring(MarkdownIt("commonmark").render(made))
    assert [one.text_content() for one in rendered.iter("h1")] == ["L"]
    assert rendered.find(".//ul") is None


@given(
    st.lists(st.tuples(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])), plain), max_size=4)
)
@settings(max_examples=80, deadline=None)
def test_a_table_is_read_back(notes):
    data = export_csv.write([cited(text, quote) for text, quote in notes], language="en")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert [(back(row["text"]), back(row["quote"])) for row in rows] == notes
    assert all(not cell.startswith(("=", "+", "-", "@", "\t")) for row in rows for cell in row.values())


def back(cell):
    return cell[1:] if cell.startswith("'") else cell


@pytest.mark.parametrize(
    ("markdown", "told"),
    [
        ("a **b** *c* `d`", [("a b c d", 0, "")]),
        ("- a\n- b\n  1. c\n  2. d", [("a", 1, "•"), ("b", 1, "•"), ("c", 2, "1."), ("d", 2, "2.")]),
        ("one\ntwo\n\nthree", [("one\ntwo", 0, ""), ("three", 0, "")]),
        ("# t", [("t", 0, "")]),
        ("[x](http://a)", [("[x](http://a)", 0, "")]),
        ("<b>x</b>", [("<b>x</b>", 0, "")]),
    ],
)
def test_simple_markdown(markdown, told):
    assert [(block.text, block.level, block.mark) for block in blocks(markdown)] == told
