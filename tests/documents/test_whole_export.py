"""A whole text with its notes in place: nothing of the text is lost, every note leads to its words and back."""

import datetime
import io
import re
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lengths import examples
from lxml import etree, html

import resources
from documents.annotations.export import annotated_docx, annotated_html
from documents.annotations.export.exported_annotation import ExportedAnnotation, ExportedPlace
from documents.annotations.model import Annotation, AnnotationKind, Colour, target_of
from documents.corrections import bundled
from documents.exporters.export_texts import wording
from documents.exporters.text import provision_text
from documents.importers import read_bytes
from documents.position import Span
from documents.reading import Reading

NAME = "E-RES-2019-20.ar.txt"
DOCUMENT = read_bytes(resources.read_bytes("documents", NAME), NAME)
READING = Reading(DOCUMENT, bundled(DOCUMENT.source.sha256))
RECEIVED = Reading(DOCUMENT, READING.corrections, as_received=True)
WHEN = datetime.datetime(2026, 3, 4, 5, 6, tzinfo=datetime.UTC)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
CONTROLS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def words(id_, text):
    at = DOCUMENT.text_of(id_).index(text)
    return Span(id_, at, at + len(text))


def whole(id_):
    return Span(id_, 0, len(DOCUMENT.text_of(id_)))


def note(number, *spans, lost=False, reading=READING, **fields):
    """A note and where it stands."""
    targets = tuple(target_of(DOCUMENT, span) for span in spans)
    kind = AnnotationKind.NOTE if fields.get("text") else AnnotationKind.HIGHLIGHT
    one = Annotation(f"{number:032}", kind, DOCUMENT.symbol, "ar", targets, WHEN, WHEN, **fields)
    places = tuple(ExportedPlace(span.provision, span.provision, reading.cut(span)) for span in spans)
    return ExportedAnnotation(
        one, f"{DOCUMENT.symbol}, reference {number}", DOCUMENT.title, places
    ), () if lost else spans


NOTES = (
    note(1, words("pp_1", "الأطفال من ضحايا"), text="first", colour="yellow", labels=("a",)),
    note(2, words("pp_1", "ضحايا الاستغلال"), text="second", colour="green"),
    note(3, words("pp_1", "الجنسي"), colour="pink"),
    note(4, whole("op_5"), stance="amend", author="مصر"),
    note(5, whole("op_5"), text="on all of it"),
    note(6, words("op_6", "الدول"), words("op_7", "الدول"), text="two places"),
    note(7, text="on the document"),
    note(8, words("op_8", "الدول"), text="lost", lost=True),
    note(9, words("fn_1", "الأطفال"), text="in a footnote", colour="violet"),
    note(10, words("pp_2", "التقدّم"), text="no colour"),
)


def page(notes=NOTES, reading=READING, language="ar"):
    return html.fromstring(annotated_html.write(reading, notes, language=language).decode())


def provisions(tree):
    """The text of each provision without what we added to it."""
    for added in tree.xpath("//*[contains(@class, 'to-note')] | //bdi[@class='label']"):
        added.drop_tree()
    return [provision.text_content() for provision in tree.find_class("provision")]


def tree_of(data, name):
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(f"word/{name}.xml"))


def paragraphs(data, name="document"):
    return list(tree_of(data, name).iter(f"{W}p"))


def text_of(paragraph):
    return CONTROLS.sub("", "".join(text.text or "" for text in paragraph.iter(f"{W}t")))


@pytest.mark.parametrize("reading", [READING, RECEIVED])
def test_nothing_of_the_text_is_lost(reading):
    expected = [provision_text(reading, provision) for provision in DOCUMENT.provisions]
    assert provisions(page(reading=reading)) == expected
    told = [text_of(p) for p in paragraphs(annotated_docx.write(reading, NOTES, language="ar"))]
    at = told.index(expected[0])
    # Between the numbers of two notes at one place stands a comma of ours.
    assert [one.removesuffix("،") if one.endswith("؛،") else one for one in told[at : at + len(expected)]] == expected


@given(st.data())
@examples(40)
def test_nothing_is_lost_wherever_notes_stand(data):
    notes = []
    for number in range(data.draw(st.integers(1, 5))):
        id_ = data.draw(st.sampled_from(["pp_1", "pp_8", "pp_12", "op_17"]))
        length = len(DOCUMENT.text_of(id_))
        start = data.draw(st.integers(0, min(length - 1, 130)))
        span = Span(id_, start, data.draw(st.integers(start + 1, min(length, 160))))
        colour = data.draw(st.sampled_from(["", *Colour]))
        notes.append(note(number, span, text="x", colour=str(colour)))
    tree = page(notes)
    for cited, (span,) in notes:
        colour = cited.annotation.colour
        shown = "".join(tree.xpath(f"//mark[@class='{colour or 'plain'}']//text()[not(ancestor::sup)]"))
        assert READING.cut(span) in shown or (not colour and span == whole(span.provision))
    assert provisions(tree) == [provision_text(READING, provision) for provision in DOCUMENT.provisions]
    body = "".join(map(text_of, paragraphs(annotated_docx.write(READING, notes, language="en")))).replace("،", "")
    assert all(provision_text(READING, one).replace("،", "") in body for one in DOCUMENT.provisions)


def test_markers_lead_to_their_footnotes_and_back():
    tree = page()
    marker = tree.xpath("//main//sup[not(@class)]/a")[0]
    assert marker.text == "(١)"
    (foot,) = tree.xpath(f"//li[@id='{marker.get('href')[1:]}']")
    assert "يمكنهم التعافي" in foot.text_content()
    assert foot.xpath(f".//a[@href='#{marker.get('id')}']")
    assert len(tree.xpath("//ol[@class='footnotes']/li")) == len(DOCUMENT.footnotes)


def test_every_link_has_its_place():
    tree = page()
    found = tree.xpath("//@id")
    assert len(found) == len(set(found))
    assert {link[1:] for link in tree.xpath("//@href") if link.startswith("#")} <= set(found)
    assert tree.find(".//script") is None


@pytest.mark.parametrize(("reading", "told"), [(READING, "القراءة: مصوَّبة"), (RECEIVED, "كما ورد النصّ في المصدر")])
def test_it_says_what_reading_it_is(reading, told):
    head = page(reading=reading).find(".//header").text_content()
    assert told in head
    assert "نصّ غير رسمي" in head
    assert DOCUMENT.symbol in head
    assert DOCUMENT.title in head
    links = page(reading=reading).findall(".//header//a")
    assert [(link.get("href"), link.text) for link in links] == [("https://docs.un.org/ar/E/RES/2019/20",) * 2]
    assert (wording("ar").shown in head) == (reading is READING)
    body = "".join(map(text_of, paragraphs(annotated_docx.write(reading, NOTES, language="en"))))
    assert told in body
    assert ("الكلمات المصوَّبة تحتها خط" in body) == (reading is READING)


def test_colours_that_meet_lie_within_one_another():
    tree = page()
    inner = tree.xpath("//mark[@class='yellow']/mark[@class='green']")
    assert [one.text_content() for one in inner] == ["ضحايا"]
    assert "".join(tree.xpath("//main/div//mark[@class='yellow']//text()[not(ancestor::sup)]")) == "الأطفال من ضحايا"


def test_a_note_is_numbered_in_the_order_of_the_text_and_leads_back():
    tree = page()
    notes = tree.xpath("//aside[@id]")
    assert [one.get("id") for one in notes] == [f"note.{number}" for number in range(1, len(notes) + 1)]
    for one in notes:
        (sign,) = tree.xpath(f"//sup[@class='to-note']/a[@href='#{one.get('id')}'][1]")[:1]
        assert one.xpath(f".//a[@href='#{sign.get('id')}']")
    first = notes[0]
    assert first.getprevious().get("class") == "provision"
    assert first.find("blockquote/mark").text == "الأطفال من ضحايا"
    assert "#a" in first.find("p[@class='remarks']").text
    two = next(one for one in notes if "two places" in one.text_content())
    assert len(two.xpath("p[@class='to-words']/a")) == 2


def test_a_note_on_a_whole_provision_has_no_quote_and_a_mere_colour_no_note():
    tree = page()
    amend = next(one for one in tree.xpath("//aside") if "مصر" in one.text_content())
    assert amend.find("blockquote") is None
    assert tree.xpath("//mark[@class='pink']")
    assert "وردي" not in tree.find("body").text_content()


def test_notes_without_words_in_the_text_stand_beside_it():
    sections = page(language="en").findall(".//section")
    assert [section.find("h2").text for section in sections] == [
        "On the whole document",
        "Notes whose place in this text was not found",
    ]
    assert [(section.tail or "").strip() for section in sections] == ["", ""]
    assert "on the document" in sections[0].text_content()
    assert "الدول" in sections[1].find(".//blockquote").text


def test_an_english_page_of_an_arabic_text():
    tree = page(language="en")
    assert (tree.get("dir"), tree.find(".//main").get("dir")) == ("ltr", "rtl")
    assert {one.get("dir") for one in tree.xpath("//main//aside")} == {"ltr"}
    assert tree.xpath("//sup[@class='to-note']/a")[0].text == "1"


def test_word_has_the_notes_as_footnotes_and_the_texts_own_at_its_end():
    data = annotated_docx.write(READING, NOTES, language="ar")
    body = paragraphs(data)
    assert data == annotated_docx.write(READING, NOTES, language="ar")
    marks = [one.get(f"{W}id") for p in body for one in p.iter(f"{W}footnoteReference")]
    assert marks == [str(number) for number in range(1, len(marks) + 1)]
    feet = [text_of(one) for one in paragraphs(data, "footnotes")]
    assert all(any(text in foot for foot in feet) for text in ("first", "second", "on the document", "no colour"))
    assert "«الأطفال من ضحايا»" in feet
    assert sum("الملاحظة نفسها" in foot for foot in feet) == 1
    names = {one.get(f"{W}name") for p in body for one in p.iter(f"{W}bookmarkStart")}
    leads = [one.get(f"{W}anchor") for p in body for one in p.iter(f"{W}hyperlink")]
    assert set(leads) <= names
    assert leads.count("foot3") == 2, "a sign that stands twice leads to one footnote"
    own = [text_of(p) for p in body if p.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "FootnoteText"]
    assert len(own) == len(DOCUMENT.footnotes)
    assert own[0].startswith("(١) كثيراً ما")
    assert own[-1].startswith("(٩)  [نصّ الحاشية غير وارد")


def test_word_knows_every_style_and_the_title_has_its_own():
    data = annotated_docx.write(READING, NOTES, language="ar")
    known = {one.get(f"{W}styleId") for one in tree_of(data, "styles").iter(f"{W}style")}
    used = [p.find(f"{W}pPr/{W}pStyle").get(f"{W}val") for p in paragraphs(data)]
    assert used[0] == "Title"
    assert used.count("Title") == 1
    assert set(used) <= known


def test_word_has_the_colours_on_the_words():
    body = paragraphs(annotated_docx.write(READING, NOTES, language="ar"))
    runs = [run for p in body for run in p.iter(f"{W}r") if run.find(f"{W}rPr/{W}shd") is not None]
    shades = [(text_of(run), *map(run.find(f"{W}rPr/{W}shd").get, (f"{W}fill", f"{W}color"))) for run in runs]
    assert shades[:4] == [
        ("الأطفال من ", "FBE6A0", "auto"),
        ("ضحايا", "CDEBC3", "FBE6A0"),
        (" الاستغلال", "CDEBC3", "auto"),
        ("الجنسي", "F9D2DD", "auto"),
    ]
    assert all(p.find(f"{W}pPr/{W}bidi") is not None for p in body if text_of(p).startswith("وإذ"))


def test_two_notes_at_one_place_are_two_numbers():
    provision = next(
        p for p in paragraphs(annotated_docx.write(READING, NOTES, language="ar")) if text_of(p).startswith("٥ -")
    )
    assert [child.tag for child in provision.iter(f"{W}footnoteReference", f"{W}vertAlign")] == [
        f"{W}footnoteReference",
        f"{W}vertAlign",
        f"{W}footnoteReference",
    ]
