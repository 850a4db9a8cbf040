"""Files of notes: nothing of the user's words or of the quotes is lost, and other programs read them."""

import csv
import dataclasses
import datetime
import io
import re
import zipfile

import pytest
from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st
from lengths import examples
from lxml import etree, html
from markdown_it import MarkdownIt

from documents.annotations.export import csv_export, docx_export, html_export, markdown_export
from documents.annotations.export.export_texts import word
from documents.annotations.export.exported_annotation import ExportedAnnotation, ExportedPlace
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
    return ExportedAnnotation(
        one,
        "E/RES/2019/20، الفقرة ٥ من المنطوق",
        "عنوان",
        (ExportedPlace("op_5", "OP5", quote),),
        "https://undocs.org/x",
    )


plain = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp", "Co", "Cn"]), max_size=60)


def squeezed(text):
    """The signs that are seen, without those that only keep their order."""
    return re.sub("[\\s\u200e\u200f\u202a-\u202c]+", "", text)


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
    data = docx_export.write([cited(colour="yellow", labels=("تفاوض",))], language="ar", heading="ملف")
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
    assert data == docx_export.write([cited(colour="yellow", labels=("تفاوض",))], language="ar", heading="ملف")


@given(plain, plain)
@examples(80)
def test_word_loses_nothing(text, quote):
    body, _ = words_of(docx_export.write([cited(re.sub(r"[*_`#>+\-\\.)\d]", "", text), quote)], language="ar"))
    assert squeezed(re.sub(r"[*_`#>+\-\\.)\d]", "", text)) in squeezed("".join(body))
    assert squeezed(quote) in squeezed("".join(body))


@given(plain, plain)
@examples(80)
def test_html_loses_nothing(text, quote):
    page = html.fromstring(
        html_export.write([cited(re.sub(r"[*_`#>+\-\\.)\d]", "", text), quote)], language="en").decode()
    )
    assert squeezed(re.sub(r"[*_`#>+\-\\.)\d]", "", text)) in squeezed(page.text_content())
    assert page.find(".//blockquote").text_content().strip() == quote.strip()


def test_html_is_safe_and_directed():
    page = html_export.write(
        [cited("<script>alert(1)</script> *x*", "<b>&"), cited(language="en")], language="ar"
    ).decode()
    tree = html.fromstring(page)
    assert tree.find(".//script") is None
    assert tree.get("dir") == "rtl"
    assert [one.get("dir") for one in tree.findall(".//blockquote")] == ["rtl", "ltr"]
    assert tree.find(".//em").text == "x"
    assert "http" not in re.sub(r'href="https://undocs.org/x"|http-equiv', "", page)


def test_a_quote_is_coloured_only_where_it_has_a_colour():
    plain_, yellow = (
        html.fromstring(html_export.write([cited(colour=colour)], language="ar").decode()) for colour in ("", "yellow")
    )
    assert plain_.find(".//blockquote/*") is None
    assert [(one.get("class"), one.text) for one in yellow.findall(".//blockquote/mark")] == [("yellow", QUOTE)]


@pytest.mark.parametrize(("language", "side"), [("ar", "rtl"), ("en", "ltr")])
def test_a_reference_that_begins_with_a_symbol_runs_as_its_language(language, side):
    page = html.fromstring(html_export.write([cited()], language=language).decode())
    assert page.find(".//p[@class='reference']//bdi").get("dir") == side


@given(plain, plain)
@examples(80)
def test_markdown_shows_what_was_quoted_and_typed(text, quote):
    made = markdown_export.write([cited(re.sub(r"[*_`#>+\-\\.)\d]", "", text), quote)], language="ar").decode()
    shown = squeezed(html.fromstring(MarkdownIt("commonmark").render(made) or "<p></p>").text_content())
    assert squeezed(quote) in shown
    assert squeezed(re.sub(r"[*_`#>+\-\\.)\d]", "", text)) in shown


def test_a_note_cannot_close_its_heading():
    made = markdown_export.write([cited("a", "x\n# y\n* z")], language="en", heading="L").decode()
    rendered = html.fromstring(MarkdownIt("commonmark").render(made))
    assert [one.text_content() for one in rendered.iter("h1")] == ["L"]
    assert rendered.find(".//ul") is None


@pytest.mark.parametrize(
    "text", ["```\nopen", "~~~", "<script>alert(1)", "<!-- open", "# head", "a\n---", "[a]: http://b", "> q"]
)
def test_a_note_does_not_reach_the_next_one(text):
    made = markdown_export.write([cited(text), cited("second *note*")], language="en", heading="L").decode()
    tokens = MarkdownIt("commonmark").parse(made)
    assert [token.type for token in tokens if token.level == 0].count("hr") == 2
    assert [token.tag for token in tokens if token.type == "heading_open"] == ["h1", "h2"]
    assert not [token for token in tokens if token.type in {"html_block", "html_inline"}]
    assert html.fromstring(MarkdownIt("commonmark").render(made)).xpath("p/em[.='note']")


def test_only_a_note_on_no_words_says_that_it_is_on_the_document():
    said = {
        bool(places): markdown_export.write([dataclasses.replace(cited("a"), places=places)], language="en").decode()
        for places in ((), cited().places)
    }
    assert word("on-document", "en") in said[False]
    assert word("on-document", "en") not in said[True]


def test_a_title_of_two_lines_is_one_heading():
    made = markdown_export.write([dataclasses.replace(cited("a"), title="one\n# two")], language="en").decode()
    rendered = html.fromstring(MarkdownIt("commonmark").render(made))
    assert len(rendered.findall("h2")) == len(rendered.findall("h1")) == 1


def parts_of(data, name):
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(name))


def test_labels_and_dates_hold_their_place_in_an_english_word_file():
    data = docx_export.write([cited(labels=("حواشي/مهمة", "عام"))], language="en")
    paragraph = parts_of(data, "word/document.xml").find(f".//{W}pStyle[@{W}val='Remarks']/../..")
    runs = [("".join(r.itertext()), r.find(f"{W}rPr/{W}rtl") is not None) for r in paragraph.iter(f"{W}r")]
    assert [run for run, rtl in runs if rtl] == ["\u200f#حواشي/مهمة", "\u200f#عام"]
    seen = re.sub("[\u200e\u200f]", "", get_display("".join(run for run, _ in runs), base_dir="L"))
    assert seen.index("ةمهم/يشاوح#") < seen.index("ماع#") < seen.index("4 March 2026")


def test_the_mark_of_a_footnote_and_the_line_above_run_as_their_paragraph():
    data = docx_export.write([cited()], language="ar")
    line = parts_of(data, "word/footnotes.xml").find(f"{W}footnote[@{W}type='separator']/{W}p")
    assert line.find(f"{W}pPr/{W}bidi") is not None
    assert parts_of(data, "word/document.xml").find(f".//{W}sectPr/{W}bidi") is not None
    english = parts_of(docx_export.write([cited()], language="en"), "word/document.xml")
    mark = english.find(f".//{W}footnoteReference").getparent()
    assert mark.find(f"{W}rPr/{W}rtl") is not None, "the quote is Arabic"
    assert english.find(f".//{W}sectPr/{W}bidi") is None


def test_a_stance_says_when_it_was_taken():
    one = cited(stance="amend", author="مصر", stamps={"stance": ("2026-02-01T00:00:00+00:00",)})
    (row,) = csv.DictReader(io.StringIO(csv_export.write([one], language="en").decode("utf-8-sig"), newline=""))
    assert row["stance_taken"] == "2026-02-01T00:00:00+00:00"
    assert "1 February 2026" in html_export.write([one], language="en").decode()


@given(
    st.lists(st.tuples(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])), plain), max_size=4)
)
@examples(80)
def test_a_table_is_read_back(notes):
    data = csv_export.write([cited(text, quote) for text, quote in notes], language="en")
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
        ("a\n```py\nb\n  c\n```", [("a", 0, ""), ("b\n  c", 0, "")]),
        ("``` open words", [("``` open words", 0, "")]),
    ],
)
def test_simple_markdown(markdown, told):
    assert [(block.text, block.level, block.mark) for block in blocks(markdown)] == told
