"""Akoma Ntoso of others: no word lost, the structure understood, hostile and alien files refused by code."""

import json
from collections import Counter
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.importers.akn.reader import read_akn
from documents.importers.errors import ImportFailure
from documents.model import FootnoteStatus, Kind

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"

RESOLUTION = f"""<akomaNtoso xmlns="{AKN}"><statement name="resolution"><meta><identification source="#x"><FRBRWork>
<FRBRuri value="/akn/un/statement/deliberation/un-ga/2018-12-17/73-154"/><FRBRdate date="2018-12-17" name="adoption"/>
</FRBRWork><FRBRExpression><FRBRlanguage language="ara"/></FRBRExpression></identification></meta>
<preface><p>الدورة الثالثة والسبعون</p>
<p><docNumber>١٥٤/٧٣</docNumber> - <docTitle>حماية الأطفال</docTitle></p></preface>
<preamble><formula name="enactingFormula"><p>إن الجمعية العامة،</p></formula>
 <container name="recalling"><p><i>إذ تشير</i>  إلى
   الاتفاقية<sup><authorialNote eId="n1" marker="١"><p>المجلد ١٥٧٧</p></authorialNote></sup>،</p></container></preamble>
<mainBody><paragraph eId="para_1"><num>١ -</num><list><intro><p>تحث:</p></intro>
 <point><num>(أ)</num><content><p>الدول<noteRef href="#n1" marker="١"/>؛</p></content></point>
 <point><num>(ب)</num><list><intro><p>المنظمات:</p></intro><point><num>’١‘</num><content><p>كلها؛</p></content></point></list>
 </point></list></paragraph>
<paragraph><num>٢ -</num><content><p>تقرر<noteRef href="#nowhere" marker="٩"/>.</p></content></paragraph></mainBody>
<conclusions><p>الجلسة العامة ٥٥</p></conclusions></statement></akomaNtoso>"""


def visible_characters(data: bytes) -> Counter:
    found = Counter()

    def walk(element):
        if not isinstance(element.tag, str):
            return
        name = element.tag.rpartition("}")[2]
        if name == "meta":
            for note in element.iter():
                if isinstance(note.tag, str) and note.tag.endswith("}note"):
                    found.update("".join("".join(note.itertext()).split()))
            return
        found.update("".join((element.text or "").split()))
        for child in element:
            walk(child)
            found.update("".join((child.tail or "").split()))

    walk(ElementTree.fromstring(data))
    return found


def read_characters(document) -> Counter:
    found = Counter("".join(document.source.unplaced.split()))
    for provision in document.provisions:
        found.update("".join((provision.text + provision.printed_number).split()))
    for note in document.footnotes:
        found.update("".join(note.text.split()))
    return found


@pytest.mark.corpus
def test_no_word_of_real_files_is_lost(corpus):
    files = sorted((corpus / "akoma_ntoso").rglob("*.xml"))
    assert len(files) > 15
    for file in files:
        data = file.read_bytes()
        assert read_characters(read_akn(data, file.name)) == visible_characters(data), file.name


@pytest.mark.corpus
def test_the_union_resolution_by_its_structure(corpus):
    document = read_akn((corpus / "akoma_ntoso" / "itu_res_2_akn4un.xml").read_bytes(), "itu.xml")
    assert (document.language, document.masthead.adopted.isoformat()) == ("en", "2018-11-15")
    assert document.title == "World telecommunication/information and communication technology policy forum"
    assert document.provision("chapeau").kind is Kind.CHAPEAU
    assert document.provision("pp_1").text == "considering"
    assert document.provision("pp_1_b").parent == "pp_1"
    assert document.provision("op_9").printed_number == "9"
    assert next(p.text for p in document.provisions if p.kind is Kind.HEADING) == "resolves"


@pytest.mark.corpus
def test_the_draft_in_version_2(corpus):
    file = corpus / "akoma_ntoso" / "un_draft_E.CN.7.2012.L.2_en_akn2.xml"
    document = read_akn(file.read_bytes(), file.name)
    assert document.symbol == "E/CN.7/2012/L.2"
    assert document.provision("op_1").text.startswith("Encourages Member States to monitor")
    assert [note.number for note in document.footnotes] == ["*", "1", "2", "3"]
    assert {note.status for note in document.footnotes} == {FootnoteStatus.OK}


@pytest.mark.corpus
def test_hostile_files_are_refused(corpus):
    known = json.loads((corpus / "hostile" / "index.json").read_text())
    files = [corpus / "hostile" / entry["file"] for entry in known if entry["file"].startswith("xml/")]
    codes = {}
    for file in files:
        with pytest.raises(ImportFailure) as failure:
            read_akn(file.read_bytes(), file.name)
        codes[file.name] = failure.value.code
    assert codes.pop("simple.xml") == "unsupported-format"
    assert set(codes.values()) == {"hostile"}


def test_notes_of_one_mark_are_counted_on():
    notes = "".join(f'<authorialNote eId="m{n}" marker="(١)"><p>Note {n}</p></authorialNote>' for n in (2, 3))
    document = read_akn(RESOLUTION.replace("تحث:", f"تحث:{notes}").encode(), "x.xml")
    assert [(note.number, note.text) for note in document.footnotes if note.number[0] == "1"] == [
        ("1", "المجلد ١٥٧٧"),
        ("1-2", "Note 2"),
        ("1-3", "Note 3"),
    ]
    assert [marker.footnote for marker in document.provision("op_1").markers] == ["1-2", "1-3"]


def test_recitals_with_an_introduction_are_its_sub_paragraphs():
    recitals = (
        "<recitals><intro><p>considering</p></intro><recital><num>a)</num><p>that children are harmed;</p></recital>"
        "<recital><num>b)</num><p>that they need protection,</p></recital></recitals></preamble>"
    )
    document = read_akn(RESOLUTION.replace("</preamble>", recitals).encode(), "x.xml")
    told = [(p.id, p.parent, p.text) for p in document.provisions if p.id.startswith("pp_2")]
    assert told == [
        ("pp_2", None, "considering"),
        ("pp_2_a", "pp_2", "that children are harmed;"),
        ("pp_2_b", "pp_2", "that they need protection,"),
    ]


def test_a_resolution_in_arabic():
    document = read_akn(RESOLUTION.encode(), "x.xml")
    assert (document.symbol, document.language, document.masthead.organ) == ("A/RES/73/154", "ar", "GA")
    assert document.title == "حماية الأطفال"
    shown = [(p.id, p.kind.value, p.number, p.printed_number, p.parent, p.text) for p in document.provisions]
    assert shown == [
        ("masthead_1", "masthead", None, "", None, "الدورة الثالثة والسبعون"),
        ("title", "title", None, "", None, "١٥٤/٧٣ - حماية الأطفال"),
        ("chapeau", "chapeau", None, "", None, "إن الجمعية العامة،"),
        ("pp_1", "preambular", None, "", None, "إذ تشير إلى الاتفاقية،"),
        ("op_1", "operative", "1", "١ -", None, "تحث:"),
        ("op_1_a", "subparagraph", "a", "(أ)", "op_1", "الدول؛"),
        ("op_1_b", "subparagraph", "b", "(ب)", "op_1", "المنظمات:"),
        ("op_1_b_i", "subparagraph", "i", "’١‘", "op_1_b", "كلها؛"),
        ("op_2", "operative", "2", "٢ -", None, "تقرر."),
        ("closing_1", "closing", None, "", None, "الجلسة العامة ٥٥"),
    ]
    assert [(p.provision, p.offset) for p in document.markers_of("1")] == [("pp_1", 21), ("op_1_a", 5)]
    assert document.footnote("9").status is FootnoteStatus.MISSING
    assert [(w.code, w.text) for w in document.source.warnings] == [("orphan-marker", "٩")]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"<root/>", "unsupported-format"),
        (b'<akomaNtoso xmlns="urn:other"><act/></akomaNtoso>', "unsupported-format"),
        (f'<akomaNtoso xmlns="{AKN}"/>'.encode(), "empty"),
        (f'<akomaNtoso xmlns="{AKN}"><statement><mainBody/></statement></akomaNtoso>'.encode(), "empty"),
        (f'<akomaNtoso xmlns="{AKN}"><statement>'.encode(), "unreadable"),
        (b"\xff\xfe\x00", "unreadable"),
        (b'<?xml version="1.0" encoding="no-such"?><a/>', "unreadable"),
        (f'<!DOCTYPE akomaNtoso><akomaNtoso xmlns="{AKN}"/>'.encode(), "hostile"),
        (
            f'<akomaNtoso xmlns="{AKN}"><act><body>{"<p>" * 40000}x{"</p>" * 40000}</body></act></akomaNtoso>'.encode(),
            "hostile",
        ),
    ],
    ids=["xml", "namespace", "nothing", "blank", "cut", "bytes", "encoding", "doctype", "deep"],
)
def test_refusals(data, code):
    with pytest.raises(ImportFailure) as failure:
        read_akn(data, "x.xml")
    assert failure.value.code == code


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(data):
    with pytest.raises(ImportFailure):
        read_akn(data, "x.xml")


def test_a_file_of_ours_that_others_changed_is_read_anew():
    from documents.exporters.akn.writer import write_akn

    document = read_akn(RESOLUTION.encode(), "x.xml")
    changed = (
        write_akn(document)
        .replace("تقرر".encode(), "تقرر أيضاً".encode())
        .replace(b"</mainBody>", "<p>فقرة جديدة</p></mainBody>".encode())
    )
    again = read_akn(changed, "changed.xml")
    assert again.provision("op_2").text == "تقرر أيضاً."
    assert "فقرة جديدة" in [p.text for p in again.provisions]
    assert [p.id for p in again.provisions][:9] == [p.id for p in document.provisions][:9]
