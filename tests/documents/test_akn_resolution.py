"""The bundled resolution in Akoma Ntoso: as AKN4UN wants it, readable by others, and read fast."""

import re
from datetime import date

import pytest
from lxml import etree

import resources
from documents.akoma_ntoso import eid_of, parse_work_iri, work_iri
from documents.exporters.akn.writer import write_akn
from documents.importers import read_bytes
from documents.importers.akn.reader import read_akn
from documents.model import Document, Footnote, Kind, Marker, Masthead, Provision

NAME = "E-RES-2019-20.ar.txt"
NS = {"a": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"}


@pytest.fixture(scope="module")
def resolution():
    return read_bytes(resources.read_bytes("documents", NAME), NAME)


@pytest.fixture(scope="module")
def tree(resolution):
    return etree.fromstring(write_akn(resolution))


def test_identity(tree):
    iris = tree.xpath("//a:FRBRWork/a:FRBRuri/@value", namespaces=NS)
    assert set(iris) == {"/akn/un/statement/deliberation/un-ecosoc/2019-07-23/2019-20"}
    assert tree.xpath("//a:FRBRExpression/a:FRBRuri/@value", namespaces=NS)[0].endswith("/ara@2019-07-23")
    assert tree.xpath("//a:FRBRWork/a:FRBRthis/@value", namespaces=NS)[1].endswith("/!draft_1")


def test_the_draft_is_a_component_that_the_paragraph_refers_to(tree):
    reference = tree.xpath("//a:mainBody/a:paragraph/a:content/a:p/a:embeddedStructure/a:documentRef", namespaces=NS)
    assert [r.get("href") for r in reference] == ["#cmp_1"]
    draft = "//a:component[@eId='cmp_1']/a:statement"
    assert len(tree.xpath(f"{draft}/a:preamble/a:container", namespaces=NS)) == 19
    numbers = tree.xpath(f"{draft}/a:mainBody/a:paragraph/a:num/text()", namespaces=NS)
    assert (numbers[0], numbers[-1]) == ("١ -", "٢١ -")
    assert [e for e in tree.xpath("//@eId") if re.search("[٠-٩]", e)] == []


def test_repeated_markers_refer_to_the_one_note(tree):
    notes = tree.xpath("//a:sup/a:authorialNote", namespaces=NS)
    assert [note.get("eId") for note in notes] == [f"ftn_{n}" for n in range(1, 10)]
    references = tree.xpath("//a:sup/a:noteRef", namespaces=NS)
    assert [(r.get("href"), r.get("marker")) for r in references] == [("#ftn_5", "٥"), ("#ftn_3", "٣")]
    assert notes[8].get("marker") == "٤"
    assert notes[2][0].get("{http://www.w3.org/XML/1998/namespace}lang") == "en"


def test_another_program_that_knows_nothing_of_ours_loses_nothing(resolution, tree):
    for own in tree.xpath("//a:proprietary", namespaces=NS):
        own.getparent().remove(own)
    again = read_akn(etree.tostring(tree), "x.xml")
    before = {p.id: (p.kind, p.text, p.number, p.printed_number) for p in resolution.provisions}
    assert {p.id: (p.kind, p.text, p.number, p.printed_number) for p in again.provisions} == before
    assert (again.symbol, again.language, again.title) == (resolution.symbol, "ar", resolution.title)
    assert again.masthead.adopted == resolution.masthead.adopted
    assert [note.text for note in again.footnotes] == [note.text for note in resolution.footnotes]


def test_title_formula_verbs_and_day_are_marked_up(tree):
    def texts(path):
        return ["".join(one.itertext()) for one in tree.xpath(f"//{path}", namespaces=NS)]

    assert texts("a:preface//a:docNumber") == ["٢٠/٢٠١٩"]
    assert texts("a:preface//a:docTitle") == ["مكافحة الاستغلال الجنسي للأطفال والتعدي عليهم جنسياً عبر الإنترنت"]
    assert [day.get("date") for day in tree.xpath("//a:conclusions//a:docDate", namespaces=NS)] == ["2019-07-23"]
    formulas = tree.xpath("//a:formula", namespaces=NS)
    assert [one.get("name") for one in formulas] == ["enactingFormula"] * 2
    names = tree.xpath("//a:preamble/a:container/@name", namespaces=NS)
    assert (names[0], len(names)) == ("recognizing", 19)
    assert texts("a:mainBody/a:paragraph[@eId='cmp_1__para_1']/a:content/a:p/a:i") == ["تحث"]
    (reference,) = tree.xpath("//a:documentRef", namespaces=NS)
    assert reference.get("showAs") == texts("a:preface/a:p[a:docTitle]")[0]


LITTLE = Document(
    "A/RES/73/154",
    "en",
    "Children",
    (
        Provision("title", Kind.TITLE, "73/154. Children"),
        Provision("heading_1", Kind.HEADING, "Preamble"),
        Provision("pp_1", Kind.PREAMBULAR, "Recalling\nits\x01 resolutions:", markers=(Marker(0, "1", "(1)"),)),
        Provision("pp_1_a", Kind.SUBPARAGRAPH, "Of 2018,", "a", "(a)", "pp_1"),
        Provision("pp_1_b", Kind.SUBPARAGRAPH, "Of 2019,", "b", "", "pp_1"),
        Provision("pp_2", Kind.PREAMBULAR, "Nothing that is known as a verb,"),
        Provision("op_1", Kind.OPERATIVE, "Urges States.", "1", "1.", markers=(Marker(12, "1", "(1)"),)),
        Provision("body_1", Kind.BODY, "Words."),
        Provision("closing_1", Kind.CLOSING, "17 December 2018, not 18 December 2018"),
    ),
    (Footnote("1", "See below.", "(1)", language="en"),),
    Masthead(organ="GA", adopted=date(2018, 12, 17)),
)


LITTLE_WRITTEN = """\
<preface><p><docNumber>73/154.</docNumber> <docTitle>Children</docTitle></p>
</preface><preamble><container name="heading"><p>Preamble</p>
</container><container name="recalling"><p><sup>~
<authorialNote marker="1" placement="bottom"><p xml:lang="en">See below.</p>
</authorialNote></sup><i>Recalling</i><eol/>its<inline name="character" q:code="1"/> resolutions:</p>~
<blockList><item><num>(a)</num><p>Of 2018,</p>
</item><item><num>b</num><p>Of 2019,</p>
</item></blockList></container><container name="preambular"><p>Nothing that is known as a verb,</p>
</container></preamble><mainBody><paragraph><num>1.</num><content><p><i>Urges</i> States~
<sup><noteRef href="#ftn_1" marker="1"/></sup>.</p>
</content></paragraph><p>Words.</p>
</mainBody><conclusions><p><docDate date="2018-12-17">17 December 2018</docDate>, not 18 December 2018</p>
"""
"""Without ids. `~` goes on with the next line."""


def test_a_little_resolution_as_it_is_written():
    made = re.sub(r' eId="[^"]*"|\n', "", write_akn(LITTLE).decode())
    visible = made[made.index("<preface>") : made.index("</conclusions>")]
    assert visible.replace("</p></", "</p>\n</") == LITTLE_WRITTEN.replace("~\n", "").rstrip()


@pytest.mark.parametrize(
    ("id_", "eid", "nested"),
    [
        ("pp_3", "container_3", False),
        ("op_5", "para_5", False),
        ("op_5_a_ii", "para_5__list_1__point_a__list_1__point_ii", False),
        ("pp_2_b", "container_2__list_1__item_b", False),
        ("masthead_4", "preface__p_4", True),
        ("title", "doctitle", True),
        ("chapeau", "cmp_1__formula_1", True),
        ("op_17", "cmp_1__para_17", True),
        ("outer_chapeau", "formula_1", True),
        ("outer_op_1", "para_1", True),
        ("closing_2", "conclusions__p_2", True),
        ("annex_1", "att_1__title", False),
        ("annex_2_op_1_a", "att_2__para_1__list_1__point_a", False),
    ],
)
def test_ids_and_eids(id_, eid, nested):
    assert eid_of(id_, nested=nested) == eid


@pytest.mark.parametrize(
    ("symbol", "organ"),
    [("A/RES/73/154", "GA"), ("E/RES/2019/20", "ECOSOC"), ("S/RES/1325(2000)", "SC"), ("A/HRC/RES/52/26", "HRC")],
)
def test_work_iris_and_back(symbol, organ):
    iri = work_iri(symbol, Masthead(organ=organ, adopted=date(2020, 1, 2)))
    assert parse_work_iri(iri)[1:] == (date(2020, 1, 2), symbol)
