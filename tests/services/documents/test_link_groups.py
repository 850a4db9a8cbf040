"""What lights up together, for every marker and citation of the bundled text, and for any document at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lengths import examples

from documents.citations.citation import Citation, CitationKind
from documents.model import Document, Footnote, FootnoteStatus, Kind, Marker, Provision
from documents.position import Position, Span
from documents.reading import Reading
from services.documents.link_groups import Link, Links, link_key
from services.documents.open_text import OpenText

UNTOC, CRC, OPSC, TIP = "UNTS 2225/39574", "UNTS 1577/27531", "UNTS 2171/27531", "UNTS 2237/39574"

MARKERS = [
    ("pp_1", "(١)", "1", set()),
    ("pp_4", "(٢)", "2", set()),
    ("pp_6", "(٣)", "3", {UNTOC}),
    ("pp_8", "(٤)", "4", {CRC}),
    ("pp_8", "(٥)", "5", {OPSC}),
    ("pp_12", "(٦)", "6", {"CCPCJ/RES/16/2", "E/2007/30/Rev.1"}),
    ("pp_18", "(٧)", "7", {"CCPCJ/RES/27/3", "E/2018/30"}),
    ("pp_19", "(٨)", "8", {"CCPCJ/RES/26/3", "E/2017/30"}),
    ("op_3", "(٥)", "5", {OPSC}),
    ("op_17", "(٣)", "3", {UNTOC}),
    ("op_17", "(٤)", "9", {TIP}),
]


def link(footnotes=(), targets=()):
    return Link(frozenset(footnotes), frozenset(targets))


def test_every_marker_of_the_bundled_text(text, links):
    found = [
        (provision.id, marker.printed, links.of_marker(provision.id, marker.offset))
        for provision in text.document.provisions
        for marker in provision.markers
    ]
    assert found == [(id_, printed, link({number}, targets)) for id_, printed, number, targets in MARKERS]


def test_the_doubtful_marker_is_never_the_convention_on_the_child(text, links):
    (marker,) = [m for m in text.document.provision("op_17").markers if m.doubt]
    assert links.of_marker("op_17", marker.offset) == link({"9"}, {TIP})
    assert text.likely == {"9": TIP}
    assert all(place.provision != "op_17" for place in links.places_citing(CRC))
    assert text.document.footnote("9").status is FootnoteStatus.MISSING


@pytest.mark.parametrize(("number", "targets"), [(n, t) for _, _, n, t in MARKERS])
def test_every_footnote(links, number, targets):
    assert links.of_footnote(number) == link({number}, targets)


def test_every_citation_lights_its_target_and_the_notes_on_it(text, links):
    notes = {CRC: "4", OPSC: "5", UNTOC: "3", TIP: "9", "CCPCJ/RES/16/2": "6", "CCPCJ/RES/27/3": "7"}
    notes |= {"CCPCJ/RES/26/3": "8", "E/2007/30/Rev.1": "6", "E/2018/30": "7", "E/2017/30": "8"}
    for citation in text.citations:
        expected = link(notes.get(citation.target, ""), {citation.target}) if not citation.own else link()
        assert links.of_citation(citation) == expected


def test_the_documents_own_number_is_no_card(text, links):
    assert any(citation.own for citation in text.citations)
    assert "E/RES/2019/20" not in links.targets_in(p.id for p in text.document.provisions)
    assert not links.of_target("E/RES/2019/20")


def test_targets_stand_in_text_order(links):
    assert links.targets_in(["pp_8"]) == (CRC, OPSC)
    assert links.targets_in(["op_17"]) == (UNTOC, TIP)
    assert links.targets_in(["pp_18", "pp_19"]) == ("CCPCJ/RES/27/3", "E/2018/30", "CCPCJ/RES/26/3", "E/2017/30")
    assert links.targets_in(["fn_4"]) == (CRC,)
    assert len(links.targets_in(["pp_12"])) == 8
    assert links.targets_in(["op_1", "no_such"]) == ()


def test_footnotes_stand_in_text_order_each_once(text, links):
    assert [note.number for note in links.footnotes_in(["pp_6", "pp_8", "op_3", "op_17"])] == ["3", "4", "5", "9"]
    assert [note.number for note in links.footnotes_in(["fn_2"])] == ["2"]
    assert links.footnotes_in(["op_1", "no_such"]) == ()


def test_places_citing(links):
    assert [place.provision for place in links.places_citing(OPSC)] == ["pp_8", "op_3"]
    assert [place.provision for place in links.places_citing(UNTOC)] == ["pp_6", "op_17"]
    assert [place.provision for place in links.places_citing("E/2018/30")] == ["pp_18"]
    assert [place.provision for place in links.places_citing("E/2019/30")] == ["masthead_4"]
    assert links.places_citing("A/RES/1/1") == ()


def test_ibid(links):
    means = {number: links.ibid_of(number) for number in "123456789"}
    assert means == {**dict.fromkeys("12369", ""), "4": "UNTS", "5": "UNTS", "7": "OR ECOSOC", "8": "OR ECOSOC"}


def small(provision, marker_at, cited, notes=("Ibid.",), kind=CitationKind.RESOLUTION):
    start = provision.index(cited)
    document = Document(
        "A/RES/1/1",
        "en",
        "",
        (Provision("op_1", Kind.OPERATIVE, provision, markers=(Marker(marker_at, "1"),)),),
        tuple(Footnote(str(n), note) for n, note in enumerate(notes, 1)),
    )
    span = Span("op_1", start, start + len(cited))
    text = OpenText(document, Reading(document), (Citation(span, cited, kind, "A/RES/9/9"),))
    return Links(text).of_marker("op_1", marker_at)


@pytest.mark.parametrize(
    ("provision", "stands"),
    [
        ("Recalls resolution 9/9", True),
        ("Recalls “resolution 9/9”", True),
        ("Recalls resolution 9/9 of 17 December 2018", True),
        ("Recalls resolution 9/9 entitled “A title”", True),
        ("Recalls resolution 9/9 and notes that some States object", False),
        ("Recalls resolution 9/9, and the Convention on Wetlands", False),
        ("يشير إلى قراره resolution 9/9 المؤرخ ١٧ كانون الأول/ديسمبر ٢٠١٨", True),
        ("يشير إلى قراره resolution 9/9 المؤرَّخ ١٧ أيار/مايو ٢٠١٨", True),
        ("يشير إلى قراره resolution 9/9 بشأن حماية الأطفال من تسلط الأقران", True),
        ("يشير إلى قراره resolution 9/9، واتفاقية رامسار", False),
        ("يشير إلى قراره resolution 9/9 الذي أعربت فيه عن القلق", False),
    ],
)
def test_a_marker_stands_at_a_citation_only_when_its_words_end_there(provision, stands):
    found = small(provision, len(provision), "resolution 9/9")
    assert found == link({"1"}, {"A/RES/9/9"} if stands else ())


numbers = st.sampled_from(["1", "2", "3", "x"])
targets = st.sampled_from(["", "A/RES/1/1", "A/RES/2/2", "UNTS 1/2"])


@st.composite
def open_texts(draw):
    """Any document: notes missing, orphan or repeated, citations that overlap, point past the end or nowhere."""
    provisions = tuple(
        Provision(
            f"op_{n}",
            Kind.OPERATIVE,
            draw(st.text("اب ،؛.\n1/", max_size=12)),
            markers=tuple(Marker(draw(st.integers(0, 12)), draw(numbers)) for _ in range(draw(st.integers(0, 3)))),
        )
        for n in range(draw(st.integers(0, 3)))
    )
    notes = tuple(Footnote(n, draw(st.sampled_from(["", "المرجع نفسه", "Treaty Series", "c"]))) for n in "123"[::2])
    document = Document("A/RES/1/1", "ar", "", provisions, notes)
    citations = []
    for _ in range(draw(st.integers(0, 5))):
        place = draw(st.sampled_from(["op_0", "op_1", "fn_1", "fn_2", "fn_x", "op_77"]))
        start = draw(st.integers(0, 12))
        citations.append(
            Citation(Span(place, start, start + draw(st.integers(0, 5))), "c", CitationKind.DOCUMENT, draw(targets))
        )
    return OpenText(document, Reading(document), tuple(citations))


@examples(150)
@given(open_texts())
def test_links_never_fail_and_point_at_what_is_there(text):
    links, document = Links(text), text.document
    targets = {link_key(c) for c in text.citations}
    marked = {m.footnote for p in document.provisions for m in p.markers}
    numbers = {note.number for note in document.footnotes} | marked
    places = [p.id for p in document.provisions] + [f"fn_{n}" for n in numbers] + ["no_such"]
    found = [links.of_marker(id_, offset) for id_ in places for offset in range(14)]
    found += [links.of_citation(c) for c in text.citations]
    found += [links.of_footnote(n) for n in (*numbers, "99")]
    found += [links.of_target(t) for t in (*targets, "no such")]
    for one in found:
        assert one.footnotes <= numbers
        assert one.targets <= targets - {"", document.symbol}
    for target in targets:
        for place in links.places_citing(target):
            assert isinstance(place, Position)
            assert document.has_provision(place.provision) or document.has_footnote(place.provision[3:])
    assert set(links.targets_in(places)) <= targets
    assert {note.number for note in links.footnotes_in(places)} <= {note.number for note in document.footnotes}
    assert set(text.likely) <= numbers
    for number in numbers:
        assert isinstance(links.ibid_of(number), str)


def test_a_citation_in_doubt_is_lit_and_listed_under_a_key_of_its_own_place():
    text = "يشير إلى القرار ٣٣/٤٤ واتفاقية رامسار"
    doubt = Citation(
        Span("op_1", 10, 21),
        "القرار ٣٣/٤٤",
        CitationKind.RESOLUTION,
        candidates=("A/RES/33/44", "A/RES/44/33"),
        target="",
    )
    document = Document("A/RES/1/1", "ar", "", (Provision("op_1", Kind.OPERATIVE, text),))
    links = Links(OpenText(document, Reading(document), (doubt,)))
    assert link_key(doubt) == "?op_1:10-21"
    assert links.of_citation(doubt) == link((), {"?op_1:10-21"})
    assert links.targets_in(["op_1"]) == ("?op_1:10-21",)
    assert links.citations_of("?op_1:10-21") == (doubt,)
    assert links.places_citing("?op_1:10-21") == (Position("op_1", 10),)
