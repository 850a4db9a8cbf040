"""Acts in Arabic: every form and order of a symbol comes back; damaged texts are read; what only looks so is none."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lengths import examples

from documents.citations.citation import CitationStatus
from documents.citations.find import find_citations
from documents.dates import un_date
from documents.language import arabic_indic_digits
from documents.model import Document, Footnote, Kind, Masthead, Provision
from documents.numerals import ARABIC_LETTERS, roman
from documents.symbol import Symbol

LETTER_NAMES = {letter: name for name, letter in ARABIC_LETTERS.items()}


def cited(text, organ="GA", language="ar", before=(), notes=()):
    """The citations of a sentence, in a document of an organ, after other sentences."""
    earlier = tuple(Provision(f"pp_{n}", Kind.PREAMBULAR, words) for n, words in enumerate(before, 1))
    provisions = (*earlier, Provision("op_1", Kind.OPERATIVE, text))
    footnotes = tuple(Footnote(str(n), "See below.") for n in notes)
    found = find_citations(Document("", language, "", provisions, footnotes, Masthead(organ=organ)))
    here = [c for c in found if c.span.provision == "op_1"]
    assert all(c.span.cut(text) == c.text for c in here)
    return here


def targets(text, **context):
    return [c.target or "|".join(c.candidates) for c in cited(text, **context)]


ACTS = {
    "وفقا لقراريها 57/301 و 73/299": "A/RES/57/301 A/RES/73/299",
    "قراراها ٥٧/٣٠١ و٧٣/٢٩٩": "A/RES/57/301 A/RES/73/299",
    "بالقرارات 57/301، 73/299، 73/154": "A/RES/57/301 A/RES/73/299 A/RES/73/154",
    "كقرار الجمعية العامة للأمم المتحدة 57/301": "A/RES/57/301",
    "القرارين رقمي 52/107 و 52/108": "A/RES/52/107 A/RES/52/108",
    "مقرريها 57/501 و 73/502": "A/DEC/57/501 A/DEC/73/502",
    "القرارات من ٥٧/٣٠١ إلى ٥٧/٣٠٣": "A/RES/57/301 A/RES/57/302 A/RES/57/303",
    "القرارات 301/57 إلى 303/57": "A/RES/57/301 A/RES/57/302 A/RES/57/303",
    "القرارات 60/61 إلى 60/63": "A/RES/60/61 A/RES/60/62 A/RES/60/63",
    "القرار 36/87 ألف إلى جيم": "A/RES/36/87A A/RES/36/87B A/RES/36/87C",
    "القرار 36/87 (ألف وباء)": "A/RES/36/87A A/RES/36/87B",
    "القرار ٨٧/٣٦-باء": "A/RES/36/87B",
    "قرارات الجمعية العامة 52/107 والمجلس الاقتصادي والاجتماعي 2004/27": "A/RES/52/107 E/RES/2004/27",
    "القرار 26/34 الصادر عن مجلس حقوق الإنسان، والقرار 44/250 للجمعية العامة": "A/HRC/RES/26/34 A/RES/44/250",
    "قراراتها 46/182 المؤرخ 19 كانون الأول/ديسمبر 1991 بشأن المساعدة، و 57/150 المؤرخ 16 كانون الأول/ديسمبر 2002": (
        "A/RES/46/182 A/RES/57/150"
    ),
    "القرارين 60/61 و 62/61 المؤرخين 8 كانون الأول/ديسمبر 2005 و 6 كانون الأول/ديسمبر 2006": "A/RES/60/61 A/RES/61/62",
    "قراراتها 3201 (دإ-6) و 1004 (دإط - 2) و 217 (ألف) (د-3)": "A/RES/3201(S-VI) A/RES/1004(ES-II) A/RES/217(III)A",
    "القرار د إ ط - ١٠/١٥ والقرار د-إ-27/2": "A/RES/ES-10/15 A/RES/S-27/2",
    "القرار (د-30) 3452": "A/RES/3452(XXX)",
    "قرار مجلس الأمن (2000) 1325": "S/RES/1325(2000)",
    "قرار مجلس الأمن 1325 لعام 2000": "S/RES/1325(2000)",
    "قرار مجلس الأمن الدولي رقم 1325/2000": "S/RES/1325(2000)",
    "قرار مجلس الأمن 1559": "S/RES/1559(2004)",
    "قرار لجنة المخدرات ١/٥٣": "CND/RES/53/1",
    "قرار لجنة وضع المرأة 60/2 المؤرخ 24 آذار/مارس 2016": "CSW/RES/60/2",
    "مقرر مجلس حقوق الإنسان 17/117": "A/HRC/DEC/17/117",
}


@pytest.mark.parametrize(("text", "expected"), ACTS.items())
def test_the_forms(text, expected):
    assert " ".join(targets(text)) == expected


DAMAGED = {
    "ﻗﺮار اﻟﺠﻤﻌﻴﺔ اﻟﻌﺎﻣﺔ ١٥٤/٧٣": "A/RES/73/154",
    "قرار مجلس األمن 1325 (2000)": "S/RES/1325(2000)",
    "قرار المجلس االقتصادي واالجتماعي 2004/27": "E/RES/2004/27",
    "القـــرار ٧٣\u200f/\u200e١٥٤": "A/RES/73/154",
    "قَرَارُهَا ۷۳\u00a0/\u00a0۱۵۴": "A/RES/73/154",
    "القرار 3452 )د - 30(": "A/RES/3452(XXX)",
    "القرار 3452 (د ـ 30)": "A/RES/3452(XXX)",
    "القرار ٠٨٣٣ )د - ٠٣( المؤرخ ٠١ تشرين الثاني/نوفمبر ٥٧٩١": "A/RES/3380(XXX)",
    "القرار ٠٨٣٣ )د - ٠٣(": "A/RES/3380(XXX)",
    "قرار مجلس الأمن (1261) 1999 (، بشأن الأطفال": "S/RES/1261(1999)",
    "القراران ٧٣/١٥٤(٢) و٧٣/١٤٨(٣)": "A/RES/73/154 A/RES/73/148",
}


@pytest.mark.parametrize(("text", "expected"), DAMAGED.items())
def test_damaged_texts(text, expected):
    assert " ".join(targets(text)) == expected


def test_a_footnote_mark_glued_to_the_number_is_no_part_of_it():
    (found,) = cited("وإذ تشير إلى القرار 59/3009 وتؤكده", notes=range(1, 12))
    assert (found.text, found.target) == ("القرار 59/300", "A/RES/59/300")
    (doubtful,) = cited("القرار 59/1512", notes=range(1, 15))
    assert doubtful.status is CitationStatus.AMBIGUOUS
    assert set(doubtful.candidates) == {"A/RES/59/151", "A/RES/59/15"}


def test_a_council_number_alone_needs_the_council():
    assert targets("انتهاك للقرار 2118") == []
    assert targets("انتهاك للقرار 2118", organ="SC") == ["S/RES/2118(2013)"]
    assert targets("انتهاك للقرار 2118", before=("قرار مجلس الأمن 2118 (2013)",)) == ["S/RES/2118(2013)"]


@pytest.mark.parametrize(
    "text",
    [
        "بموجب المرسوم الملكي رقم (م/٤٣) وتاريخ ١٤٤١/١٢/٣ هـ",
        "قرار رقم (٩ / ٣) تعديل في القواعد",
        "قرار مجلس الوزراء رقم ٥٢/١٠٧",
        "القرار الرئاسي رقم 2085",
        "القرار 5/17 الصادر عن مؤتمر الأطراف",
        "القرار 689 (د-35) الصادر عن اللجنة الاقتصادية لأمريكا اللاتينية",
        "مقرر مجلس الإدارة 267 (2009)",
        "الملحق ١/٢ والهاتف ٠١١/٤٥٦٧ وفترة السنتين ٢٠١٨-٢٠١٩",
        "ثلثا الأعضاء (٢/٣) في الدورة ٧٣/٧٤ في الساعة ١٠/٣٠",
        "المقررة الخاصة 12/3",
    ],
)
def test_what_only_looks_so(text):
    assert targets(text) == []


def _pair(symbol):
    """The session or year with its prefix, and the number, as digits."""
    special, _, session = symbol.session.rpartition("-")
    return {"S": "دإ-", "ES": "دإط-", "": ""}[special], str(symbol.year or session), symbol.number


def forms_of(symbol, word, date, *, turned, western, spaced):
    """One Arabic writing of an act."""
    letter = f" {LETTER_NAMES[symbol.suffix]}" if symbol.suffix else ""
    if "(" in symbol.text:
        session = symbol.year or f"د - {[roman(n) for n in range(1, 100)].index(symbol.session) + 1}"
        written = f"{symbol.number}{letter} ({session})"
    else:
        special, *pair = _pair(symbol)
        written = special + (" / " if spaced else "/").join(reversed(pair) if turned else pair) + letter
    said = f"{word} {written} المؤرخ {un_date(date, 'ar')}"
    return said if western else arabic_indic_digits(said)


def _assembly(session, number, letter):
    return f"A/RES/{session}/{number}{letter}", "قرار الجمعية العامة", datetime.date(session + 1945, 12, 10)


letters = st.sampled_from(("", "", *sorted(LETTER_NAMES)))
acts = st.one_of(
    st.builds(_assembly, st.integers(31, 80), st.integers(1, 350), letters),
    st.builds(
        lambda year, n: (f"E/RES/{year}/{n}", "قرار المجلس الاقتصادي والاجتماعي", datetime.date(year, 7, 23)),
        st.integers(1978, 2026),
        st.integers(1, 70),
    ),
    st.builds(
        lambda n, s, part: (
            f"A/RES/{n}({roman(s)}){part}",
            "قرار الجمعية العامة",
            datetime.date(1945 + s, 11, 10),
        ),
        st.integers(1, 3500),
        st.integers(1, 30),
        letters,
    ),
    st.builds(
        lambda n, year: (f"S/RES/{n}({year})", "قرار مجلس الأمن", datetime.date(year, 10, 31)),
        st.integers(1, 2800),
        st.integers(1946, 2026),
    ),
    st.builds(
        lambda session, n: (f"A/RES/S-{session}/{n}", "قرار الجمعية العامة", datetime.date(2014, 9, 22)),
        st.integers(11, 32),
        st.integers(1, 5),
    ),
)


@examples(150)
@given(acts, st.booleans(), st.booleans(), st.booleans())
def test_every_form_and_order_comes_back(act, turned, western, spaced):
    written, word, date = act
    symbol = Symbol.parse(written)
    assert Symbol.parse(str(symbol)) == symbol
    text = f"إذ تشير إلى {forms_of(symbol, word, date, turned=turned, western=western, spaced=spaced)}، وتؤكد ذلك،"
    (found,) = cited(text)
    assert found.target == symbol.text
    assert found.text.startswith("قرار")
    assert found.status is CitationStatus.RESOLVED


@examples(60)
@given(st.text(alphabet="القرارها مقرر٠١٢٣789/()-دإطوسين،الأمنﻗﺮ\u200f\u0640[]第号决议 A(IVX)", max_size=60))
def test_no_text_makes_it_raise(text):
    for citation in cited(text):
        assert citation.text
