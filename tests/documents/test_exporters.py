"""Plain text and HTML: every word of the reading, no more, and a word on which reading it is."""

import re
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lengths import examples

sys.path.insert(0, str(Path(__file__).parent))
from akn_documents import documents

import resources
from documents.corrections import Correction, bundled
from documents.exporters.html import write_html
from documents.exporters.runs import Run, runs
from documents.exporters.text import write_text
from documents.importers import read_bytes
from documents.model import Document, Footnote, FootnoteStatus, Kind, Marker, Provision
from documents.position import Span
from documents.reading import Reading

NAME = "E-RES-2019-20.ar.txt"


@pytest.fixture(scope="module")
def resolution() -> Document:
    return read_bytes(resources.read_bytes("documents", NAME), NAME)


def readings(document):
    corrections = bundled(document.source.sha256)
    return Reading(document, corrections), Reading(document, corrections, as_received=True)


class Page(HTMLParser):
    """What a browser would find: tags that match, ids, links, titles and the visible text of each provision."""

    VOID = frozenset({"meta"})

    def __init__(self, data: bytes):
        super().__init__()
        self.open, self.ids, self.links, self.titles, self.tags, self.attributes = [], [], [], [], [], []
        self.texts, self.provision = {}, ""
        self.feed(data.decode("utf-8"))
        self.close()
        assert not self.open, self.open

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        assert len(values) == len(attrs), attrs
        self.tags.append(tag)
        self.attributes += values
        self.titles += [values["title"]] if "title" in values else []
        self.links += [values["href"]] if "href" in values else []
        if identity := values.get("id"):
            self.ids.append(identity)
            self.provision = identity if tag in {"div", "li"} else self.provision
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "bdi" not in self.open:
            self.texts[self.provision] = self.texts.get(self.provision, "") + data


def assert_sound(page: Page):
    assert len(page.ids) == len(set(page.ids))
    inside = {link.removeprefix("#") for link in page.links if link.startswith("#")}
    assert inside <= set(page.ids)
    assert all(link.startswith(("#", "https://docs.un.org/")) for link in page.links)
    assert not {"script", "link", "img", "iframe", "object", "base"} & set(page.tags)
    assert not [name for name in page.attributes if name.startswith("on") or name in {"src", "srcset", "style"}]


def test_html_of_the_resolution(resolution):
    corrected, received = (Page(write_html(reading)) for reading in readings(resolution))
    assert_sound(corrected)
    assert_sound(received)
    assert "وإذ تشير إلى اتفاقية حقوق الطفل(٤)" in corrected.texts["pp_8"]
    assert "وراء تشير إلى اتفاقية حقوق الطفل(٤)" in received.texts["pp_8"]
    assert corrected.tags.count("ins") == 29
    assert received.tags.count("ins") == 0
    assert corrected.titles.count("ورد في الأصل: وراء") == 6
    assert "موضع شكّ؛ القراءة المقترحة: وإذ" in received.titles
    assert {"#fn_3", "#ref_3_1", "#ref_3_2"} <= set(corrected.links)
    assert "نصّ الحاشية غير وارد في الملف." in corrected.texts["fn_9"]


def test_html_says_language_and_direction(resolution):
    page = write_html(readings(resolution)[0]).decode()
    assert page.startswith('<!DOCTYPE html>\n<html lang="ar" dir="rtl">')
    assert '<span lang="en" dir="ltr">United Nations, Treaty Series' in page
    assert '<bdi class="label">PP19</bdi>' in page
    assert '<em class="verb">تحث أيضاً</em>' in page


def test_text_is_the_reading_and_says_which(resolution):
    corrected, received = (write_text(reading).decode() for reading in readings(resolution))
    for text in (corrected, received):
        assert text.startswith("E/RES/2019/20\nنصّ غير رسمي؛")
        assert "https://docs.un.org/ar/E/RES/2019/20\n" in text
        assert "\n(٣) United Nations, Treaty Series, vol. 2225, No. 39574.\n" in text
        assert text.endswith("(٩) [نصّ الحاشية غير وارد في الملف.] [ورد الرقم في الأصل (٤)، وهو موضع شكّ.]\n")
    assert "القراءة: مصوَّبة. عدد التصويبات: ٢٩." in corrected
    assert "القراءة: كما ورد النصّ في المصدر، من غير تصويب." in received
    assert "وراء تشير" in received
    assert "وراء تشير" not in corrected


def test_text_as_received_holds_the_whole_source(resolution):
    """Nothing of the file is lost on the way through the importer and out again, but marks of layout."""
    source = resources.read_text("documents", NAME)
    written = write_text(readings(resolution)[1]).decode()
    words = re.findall(r"[\w/]+", source.replace("**", "").replace("^", ""))
    rest = written.split()
    assert words
    assert not [word for word in dict.fromkeys(words) if not any(word in token for token in rest)]


def test_an_english_text_speaks_english():
    document = Document(
        "A/RES/73/154", "en", "Bullying", (Provision("op_1", Kind.OPERATIVE, "Urges <all>;", "1", "1."),)
    )
    text, page = write_text(Reading(document)).decode(), write_html(Reading(document)).decode()
    assert "Unofficial text." in text
    assert "1. Urges <all>;" in text
    assert '<html lang="en" dir="ltr">' in page
    assert "Urges</em> &lt;all&gt;;" in page
    assert_sound(Page(page.encode()))


@examples(60)
@given(documents())
def test_any_document_makes_a_sound_page(document):
    page = Page(write_html(Reading(document)))
    assert_sound(page)
    write_text(Reading(document)).decode("utf-8")


@st.composite
def corrected(draw):
    text = draw(st.text(alphabet="وإذتشير ،", max_size=30))
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    corrections = [
        Correction(
            Span("pp_1", a, b), text[a:b], draw(st.one_of(st.none(), st.text(alphabet="abc", max_size=3))), confidence
        )
        for a, b in zip(cuts[::2], cuts[1::2], strict=False)
        if (confidence := draw(st.sampled_from([0.3, 0.9])))
    ]
    starts = [c.span.start for c in corrections]
    corrections = [c for c in corrections if starts.count(c.span.start) == 1]
    offsets = sorted(draw(st.lists(st.integers(0, len(text)), max_size=3)))
    markers = tuple(Marker(offset, "1") for offset in offsets)
    document = Document("X/1", "ar", "", (Provision("pp_1", Kind.PREAMBULAR, text, markers=markers),))
    return Reading(document, corrections, as_received=draw(st.booleans()))


@given(corrected())
def test_runs_join_to_the_reading_and_to_what_was_received(reading):
    pieces = list(runs(reading, "pp_1"))
    shown = [piece for piece in pieces if isinstance(piece, Run)]
    assert "".join(run.text for run in shown) == reading.text("pp_1")
    assert "".join(run.received for run in shown) == reading.document.provision("pp_1").text
    assert tuple(piece for piece in pieces if isinstance(piece, Marker)) == reading.document.provision("pp_1").markers


def test_an_orphan_note_is_kept_and_said():
    note = Footnote("7", "Alone.", "7", FootnoteStatus.ORPHAN)
    document = Document("A/RES/1/1", "en", "", (), (note,))
    assert b"7 Alone. [No marker in the text points to this footnote.]" in write_text(Reading(document))
    assert "Alone." in Page(write_html(Reading(document))).texts["fn_7"]
