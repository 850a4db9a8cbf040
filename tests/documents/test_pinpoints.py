"""Pinpoints: the places that a text names, and the citation each belongs to."""

import pytest

from documents.citations.find import find_citations
from documents.model import Document, Footnote, Kind, Masthead, Provision


def places(text, language="en", notes=()):
    """(target, words of the pinpoint, place) for each pinpoint of each citation."""
    footnotes = tuple(Footnote(str(n), note) for n, note in enumerate(notes, 1))
    provisions = (Provision("op_1", Kind.OPERATIVE, text),)
    document = Document("", language, "", provisions, footnotes, Masthead(organ="GA"))
    found = []
    for cited in find_citations(document):
        for point in cited.pinpoints:
            assert point.text == point.span.cut(document.text_of(point.span.provision))
            assert not point.span.overlaps(cited.span)
            found.append((cited.target, point.text, point.place))
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("paragraph 3 (a) of resolution 73/154", [("A/RES/73/154", "paragraph 3 (a)", "para_3__point_a")]),
        (
            "paragraphs 3 and 5 (b) of its resolution 73/154",
            [("A/RES/73/154", "paragraphs 3", "para_3"), ("A/RES/73/154", "5 (b)", "para_5__point_b")],
        ),
        (
            "section II, paragraphs 3 and 5, of General Assembly resolution 73/154",
            [("A/RES/73/154", "section II, paragraphs 3", "sec_II__para_3"), ("A/RES/73/154", "5", "sec_II__para_5")],
        ),
        (
            "article 19 of the International Covenant on Civil and Political Rights",
            [("UNTS 999/14668", "article 19", "art_19")],
        ),
        ("annex II to resolution 60/288", [("A/RES/60/288", "annex II", "annex_2")]),
        (
            "paragraph 5 of the annex to resolution 60/288",
            [("A/RES/60/288", "paragraph 5 of the annex", "annex__para_5")],
        ),
        ("See resolution 217 A (III), annex.", [("A/RES/217(III)A", "annex", "annex")]),
        ("resolution 2200 A (XXI) of 16 December 1966, annex", [("A/RES/2200(XXI)A", "annex", "annex")]),
        (
            "the third preambular paragraph of resolution 73/154",
            [("A/RES/73/154", "third preambular paragraph", "pp_3")],
        ),
        ("its report (A/80/292), paras. 5 and 7", [("A/80/292", "paras. 5", "para_5"), ("A/80/292", "7", "para_7")]),
        ("resolution 60/1, paragraph 5 of resolution 60/2", [("A/RES/60/2", "paragraph 5", "para_5")]),
        ("resolution 60/1, annex I to the report", []),
        ("resolution 60/1 (see annex)", []),
        (
            "Article 23 of the Charter of the United Nations, rule 142 of the rules of procedure",
            [("MTDSG I-1", "Article 23", "art_23")],
        ),
        (
            "(A/79/417, para.8, and sect. I.A)",
            [("A/79/417", "para.8", "para_8"), ("A/79/417", "sect. I.A", "sec_I__sec_A")],
        ),
        ("under Chapter VII of the Charter of the United Nations", [("MTDSG I-1", "Chapter VII", "chp_VII")]),
        (
            "Article 1, paragraph 2, of the Charter of the United Nations",
            [("MTDSG I-1", "Article 1, paragraph 2", "art_1__para_2")],
        ),
        ("paragraph 3 of the report on resolution 73/154", []),
        ("paragraph 3 above, resolution 73/154", []),
    ],
)
def test_english(text, expected):
    assert places(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("الفقرة ٣ (أ) من القرار ٧٣/١٥٤", [("A/RES/73/154", "الفقرة ٣ (أ)", "para_3__point_a")]),
        (
            "والفقرتان ٣ و٥ من منطوق قرارها ٧٣/١٥٤",
            [("A/RES/73/154", "الفقرتان ٣", "para_3"), ("A/RES/73/154", "٥", "para_5")],
        ),
        ("الفقرة الثالثة من ديباجة القرار ٧٣/١٥٤", [("A/RES/73/154", "الفقرة الثالثة", "pp_3")]),
        ("المادة ١٩ من العهد الدولي الخاص بالحقوق المدنية والسياسية", [("UNTS 999/14668", "المادة ١٩", "art_19")]),
        ("بالمادة الثانية عشرة من اتفاقية حقوق الطفل", [("UNTS 1577/27531", "المادة الثانية عشرة", "art_12")]),
        ("القرار 2200 ألف (د-21)، المرفق", [("A/RES/2200(XXI)A", "المرفق", "annex")]),
        ("المرفق الثاني للقرار ٧٣/١٥٤", [("A/RES/73/154", "المرفق الثاني", "annex_2")]),
        ("الوارد في مرفق قرارها ٧٣/١٥٤", [("A/RES/73/154", "مرفق", "annex")]),
        ("البروتوكول المرفق بالقرار ٥٥/١٢٥", []),
        ("الفقرة ٣ (أ) من القرار", []),
    ],
)
def test_arabic(text, expected):
    assert places(text, "ar") == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "les paragraphes 9 et 11 de sa résolution 1807 (2008)"),
        ("es", "los párrafos 9 y 11 de la resolución 1807 (2008)"),
        ("ru", "введенные пунктами 9 и 11 резолюции 1807 (2008)"),
        ("zh", "第1807(2008)号决议第9和11段"),
    ],
)
def test_other_languages(language, text):
    assert [(target, place) for target, _, place in places(text, language)] == [
        ("S/RES/1807(2008)", "para_9"),
        ("S/RES/1807(2008)", "para_11"),
    ]


def test_official_records_in_both_languages():
    symbol = "(E/2007/30/Rev.1)"
    english = f"Official Records of the Council, 2007, Supplement No. 10 {symbol}, part one, chap. I, sect. D."
    arabic = f"الوثائق الرسمية للمجلس، ٢٠٠٧، الملحق رقم ١٠ {symbol}، الجزء الأول، الفصل الأول، الفرع دال."
    (one,), (other,) = places("", "en", [english]), places("", "ar", [arabic])
    assert one[::2] == other[::2] == ("E/2007/30/Rev.1", "part_I__chp_I__sec_D")


def test_a_place_after_ibid():
    assert places("", "en", ["Resolution 70/1.", "Ibid., para. 5."]) == [("A/RES/70/1", "para. 5", "para_5")]
