"""What the bundled resolution cites, and laws that hold for any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lengths import examples

import resources
from documents.citations.citation import CitationKind, CitationStatus
from documents.citations.evidence import Evidence, EvidenceCode
from documents.citations.find import find_citations
from documents.corrections import Correction, bundled
from documents.importers import read_bytes
from documents.model import Document, Footnote, Kind, Masthead, Provision
from documents.position import Span
from documents.reading import Reading

UNTOC, CRC, OPSC, TRAFFICKING = "UNTS 2225/39574", "UNTS 1577/27531", "UNTS 2171/27531", "UNTS 2237/39574"


def because(code, *arguments):
    return (Evidence(EvidenceCode(code), arguments),)


EXPECTED = [
    ("masthead_4", "E/2019/30", "E/2019/30"),
    ("title", "٢٠/٢٠١٩", "E/RES/2019/20"),
    ("pp_6", "اتفاقية الأمم المتحدة لمكافحة الجريمة المنظمة عبر الوطنية", UNTOC),
    ("pp_8", "اتفاقية حقوق الطفل", CRC),
    (
        "pp_8",
        "البروتوكول الاختياري الملحق بها بشأن بيع الأطفال واستغلال الأطفال في البغاء وفي المواد الإباحية",
        OPSC,
    ),
    ("pp_12", "قرارها ١٥٤/٧٣", "A/RES/73/154"),
    ("pp_12", "قرارها ١٤٨/٧٣", "A/RES/73/148"),
    ("pp_12", "قرارها ١٩٤/٦٩", "A/RES/69/194"),
    ("pp_12", "قرارها ١٩٥/٧٢", "A/RES/72/195"),
    ("pp_12", "قرار المجلس الاقتصادي والاجتماعي ٣٣/٢٠١١", "E/RES/2011/33"),
    ("pp_12", "قراره ٢٧/٢٠٠٤", "E/RES/2004/27"),
    ("pp_12", "قرار لجنة منع الجريمة والعدالة الجنائية ٢/١٦", "CCPCJ/RES/16/2"),
    ("pp_18", "قرار لجنة منع الجريمة والعدالة الجنائية ٣/٢٧", "CCPCJ/RES/27/3"),
    ("pp_19", "قرار لجنة منع الجريمة والعدالة الجنائية ٣/٢٦", "CCPCJ/RES/26/3"),
    (
        "op_3",
        "البروتوكول الاختياري الملحق باتفاقية حقوق الطفل بشأن بيع الأطفال واستغلال الطفل في البغاء وفي المواد الإباحية",
        OPSC,
    ),
    ("op_17", "اتفاقية الأمم المتحدة لمكافحة الجريمة المنظّمة عبر الوطنية", UNTOC),
    ("op_17", "بروتوكول منع وقمع ومعاقبة الاتجار بالأشخاص، وبخاصة النساء والأطفال، المكتمل لها", TRAFFICKING),
    ("fn_3", "United Nations, Treaty Series, vol. 2225, No. 39574", UNTOC),
    ("fn_4", "المرجع نفسه، المجلد ١٥٧٧، الرقم ٢٧٥٣١", CRC),
    ("fn_5", "المرجع نفسه، المجلد ٢١٧١، الرقم ٢٧٥٣١", OPSC),
    (
        "fn_6",
        "الوثائق الرسمية للمجلس الاقتصادي والاجتماعي، ٢٠٠٧، الملحق رقم ١٠ (E/2007/30/Rev.1)",
        "E/2007/30/Rev.1",
    ),
    ("fn_7", "المرجع نفسه، ٢٠١٨، الملحق رقم ١٠ (E/2018/30)", "E/2018/30"),
    ("fn_8", "المرجع نفسه، ٢٠١٧، الملحق رقم ١٠ (E/2017/30)", "E/2017/30"),
]


@pytest.fixture(scope="module")
def document():
    return read_bytes(resources.read_bytes("documents", "E-RES-2019-20.ar.txt"), "E-RES-2019-20.ar.txt")


@pytest.fixture(scope="module")
def reading(document):
    return Reading(document, bundled(document.source.sha256))


@pytest.mark.parametrize("how", ["corrected", "as received", "without a reading"])
def test_exactly_these(document, reading, how):
    read = {
        "corrected": reading,
        "as received": Reading(document, reading.corrections, as_received=True),
        "without a reading": None,
    }[how]
    found = find_citations(document, read)
    assert [(c.span.provision, c.text, c.target) for c in found] == EXPECTED
    assert {c.status for c in found} == {CitationStatus.RESOLVED}
    assert all(c.span.cut(document.text_of(c.span.provision)) == c.text for c in found)


def test_seventeen_targets_and_the_own_number(document, reading):
    found = find_citations(document, reading)
    assert [c.target for c in found if c.own] == ["E/RES/2019/20"]
    assert len({c.target for c in found if not c.own}) == 17


def test_the_example_of_the_contract(document, reading):
    cited = next(c for c in find_citations(document, reading) if c.span.provision == "pp_12")
    assert cited.span == Span("pp_12", 14, 27)
    assert (cited.kind, cited.status) == (CitationKind.RESOLUTION, CitationStatus.RESOLVED)
    assert cited.evidence == because("date-in-session", "2018-12-17", "73")


def test_evidence(document, reading):
    evidence = {(c.span.provision, c.target): c.evidence for c in find_citations(document, reading)}
    assert evidence["pp_12", "E/RES/2011/33"] == because("year", "2011")
    assert evidence["pp_12", "CCPCJ/RES/16/2"] == because("date-in-session", "2007-04-27", "16")
    assert evidence["pp_8", CRC] == because("name")
    assert evidence["fn_4", CRC] == because("ibid-note", "3", "UNTS")
    assert evidence["fn_5", OPSC] == because("ibid-note", "4", "UNTS")
    assert evidence["fn_7", "E/2018/30"] == because("ibid-note", "6", "official-records")


def test_a_name_is_found_in_its_corrected_reading():
    text = "تشير إلى اتفاقبة حقوق الطفل،"
    document = Document("", "ar", "", (Provision("pp_1", Kind.PREAMBULAR, text),))
    corrected = Reading(document, [Correction(Span("pp_1", 9, 16), "اتفاقبة", "اتفاقية", 0.9)])
    assert find_citations(document) == ()
    (cited,) = find_citations(document, corrected)
    assert (cited.text, cited.target) == ("اتفاقبة حقوق الطفل", CRC)


def one(text, language="ar", notes=(), **masthead):
    """The citations of one paragraph and its notes."""
    footnotes = tuple(Footnote(str(n), note) for n, note in enumerate(notes, 1))
    provisions = (Provision("op_1", Kind.OPERATIVE, text),)
    return find_citations(Document("", language, "", provisions, footnotes, Masthead(**({"organ": "GA"} | masthead))))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وعملاً بالقرار 2127 (2013) بشأن", [("القرار 2127 (2013)", "S/RES/2127(2013)")]),
        ("وفقا للقرار 73/154", [("للقرار 73/154", "A/RES/73/154")]),
        ("وفقا لقرارها 73/154،", [("قرارها 73/154", "A/RES/73/154")]),
        ("وقراريه ١٥/٢٠١٦ و ١٨/٢٠١٧", [("قراريه ١٥/٢٠١٦", "E/RES/2016/15"), ("١٨/٢٠١٧", "E/RES/2017/18")]),
        ("وقرارها 3201 (دإ-6)", [("قرارها 3201 (دإ-6)", "A/RES/3201(S-VI)")]),
        ("القرار المؤرخ ١٧ كانون الأول/ديسمبر ٢٠١٨", []),
        (
            "أطراف في العهد الدولي الخاص بالحقوق المدنية والسياسية",
            [("العهد الدولي الخاص بالحقوق المدنية والسياسية", "UNTS 999/14668")],
        ),
        ("وللبروتوكول الاختياري لاتفاقية حقوق الطفل", []),
        ("وبميثاق الأمم المتحدة", [("ميثاق الأمم المتحدة", "MTDSG I-1")]),
        (
            "قرار مجلس الأمن التابع للأمم المتحدة 1325 (2000)",
            [("قرار مجلس الأمن التابع للأمم المتحدة 1325 (2000)", "S/RES/1325(2000)")],
        ),
        ("لمقرر مجلس الإدارة 267 (2009)", []),
        ("الدول الأطراف في اتفاقية حقوق الطفل والمقرر الخاص", [("اتفاقية حقوق الطفل", CRC)]),
    ],
)
def test_arabic_words_around_a_citation(text, expected):
    assert [(c.text, c.target) for c in one(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Security Council resolutions 1325 (2000) and 1820 (2008)", ["S/RES/1325(2000)", "S/RES/1820(2008)"]),
        ("its resolutions 57/301 of 13 March 2003 and 73/299 of 14 June 2019", ["A/RES/57/301", "A/RES/73/299"]),
        ("Human Rights Council resolution 34/16 of 24 March 2017", ["A/HRC/RES/34/16"]),
        ("resolution 1325 (2000) of the Security Council", ["S/RES/1325(2000)"]),
        ("Assembly resolutions 36/87 A and B", ["A/RES/36/87A", "A/RES/36/87B"]),
        ("Council decision 2004/285", ["E/DEC/2004/285"]),
        ("the Convention on the Rights of the Child, the Optional Protocols thereto", [CRC]),
        ("the Optional Protocol to the Convention on the Rights of the Child", []),
        ("resolution 5 and decision 7", []),
        ("Organisation for the Prohibition of Chemical Weapons, document S/2338/2024.", []),
        ("see Security Council document S/2024/238.", ["S/2024/238"]),
        ("influenza A/H1N1", []),
        ("safeguards under the Non-Proliferation Treaty", ["UNTS 729/10485"]),
        ("Parties to the Treaty on the NonProliferation of Nuclear Weapons", ["UNTS 729/10485"]),
        ("the Convention against Transnational Organized Crime", [UNTOC]),
        ("with Governing Council decision 267 (2009)", []),
        ("resolution 5/5 of the United Nations Environment Assembly of 2 March 2022", []),
        ("Recalling Assembly resolution 60/251", ["A/RES/60/251"]),
        ("resolutions 51/32 of 7 October 2022,7 54/27 of 12 October 2023", ["A/RES/51/32", "A/RES/54/27"]),
        ("decision 74/543 of the General Assembly", ["A/DEC/74/543"]),
        ("by the Human Rights Council in its resolution 22/13 of 21 March 2013,15 and", ["A/HRC/RES/22/13"]),
        ("in its resolution 77/301 of 29 June 2023 of the Independent Institution", ["A/RES/77/301"]),
        ("the United Nations Environment Assembly in its resolution 5/14", []),
        (
            "its resolutions on culture, in particular 41/187 of 8 December 1986 and 46/158",
            ["A/RES/41/187", "A/RES/46/158"],
        ),
        ("72/32 of 4 December 2017, 69/59 of 2 December 2014,", ["A/RES/72/32", "A/RES/69/59"]),
        ("72/32 of 4 December 2001,", []),
        (
            "Resolutions 52/214, sect. B, 57/283 B, sect. III, and 58/250",
            ["A/RES/52/214", "A/RES/57/283B", "A/RES/58/250"],
        ),
        ("Assembly resolutions 74/1 of 19 December 201910 and 75/3", ["A/RES/74/1", "A/RES/75/3"]),
        (
            "resolutions 73/263, 15 74/168, 16 75/192, 17 76/17918 and 77/229",
            ["A/RES/73/263", "A/RES/74/168", "A/RES/75/192", "A/RES/76/179", "A/RES/77/229"],
        ),
        (
            "resolutions 1325 (2000) on women, peace and security, 1612 (2005) on war, and 1674 (2006) on civilians",
            ["S/RES/1325(2000)", "S/RES/1612(2005)", "S/RES/1674(2006)"],
        ),
        (
            "its resolutions 74/1, entitled “Improving things”, 75/195 of 16 December 2020, entitled “Another”",
            ["A/RES/74/1", "A/RES/75/195"],
        ),
    ],
)
def test_english_words_around_a_citation(text, expected):
    assert [c.target for c in one(text, "en")] == expected


def test_several_volumes_of_one_registration():
    notes = ["United Nations, Treaty Series, vols. 2171, 2173 and 2983, No. 27531."]
    assert [c.target for c in one("", "en", notes)] == ["UNTS 2171/27531", "UNTS 2173/27531", "UNTS 2983/27531"]


def test_ibid_follows_the_note_before_and_nothing_else():
    notes = ["Resolution 70/1.", "Ibid., para. 5.", "", "Ibid.", "Ibid., vol. 1249, No. 20378."]
    found = one("", "en", notes)
    assert [(c.span.provision, c.target, c.status) for c in found] == [
        ("fn_1", "A/RES/70/1", CitationStatus.RESOLVED),
        ("fn_2", "A/RES/70/1", CitationStatus.RESOLVED),
        ("fn_4", "", CitationStatus.UNRESOLVED),
        ("fn_5", "", CitationStatus.UNRESOLVED),
    ]
    assert found[1].evidence == because("ibid-note", "1", "A/RES/70/1")
    assert found[3].candidates == ("UNTS 1249/20378",)


def test_the_order_of_the_document_decides_where_nothing_else_does():
    text = "القرار ٦١/٦٠، وقرارها ١٥٤/٧٣ المؤرخ ١٧ كانون الأول/ديسمبر ٢٠١٨"
    assert [c.target for c in one(text)] == ["A/RES/60/61", "A/RES/73/154"]
    assert one("القرار ٦١/٦٠")[0].candidates == ("A/RES/61/60", "A/RES/60/61")


PIECES = """
قرارها|القرار|مقرر المجلس|مجلس الأمن|١٥٤/٧٣|2004/27|(د-|(XXX)|(2000)|٣٤٥٢|ألف|وباء|المؤرخ|١٧ كانون الأول/ديسمبر ٢٠١٨|،|و
|resolution|217 A (III)|of 17 December 2018|and|Ibid.|vol. 5|No. 7
|المرجع نفسه|المجلد ٥|الرقم ٧|A/RES/73/154|E/|(E/2018/30)
|paragraph 3 (a) of|, annex|chap. I, sect. A|الفقرة ٣ من|المرفق الثاني|the Convention|(“the Convention”)|that resolution
|Convention on the Rights of the Child|and the Optional Protocol thereto|الاتفاقية المذكورة|ذلك القرار|第15段
|الوثائق الرسمية|الملحق رقم|اتفاقية حقوق الطفل|البروتوكول الاختياري|第64/166号决议|\u200f|\u0651|ـ|د إ -|/|(|)|
"""
_words = st.lists(st.sampled_from(PIECES.split("|")), max_size=25).map(" ".join)


@examples(150)
@given(st.one_of(_words, st.text(max_size=60)), st.sampled_from(("ar", "en", "zh")))
def test_no_text_makes_it_raise_and_spans_cut_the_text(text, language):
    provisions = (Provision("title", Kind.TITLE, text), Provision("op_1", Kind.OPERATIVE, text))
    document = Document("A/RES/73/154", language, "", provisions, (Footnote("1", text), Footnote("2", text)))
    for cited in find_citations(document):
        assert cited.text == cited.span.cut(text)
        assert all(point.text == point.span.cut(text) and point.place for point in cited.pinpoints)
        assert cited.antecedent is None or cited.antecedent.cut(text).strip()
        assert cited.text.strip()
        assert (cited.status is CitationStatus.RESOLVED) == bool(cited.target)
