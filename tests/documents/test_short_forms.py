"""Short forms: found only where one instrument alone can be meant."""

import pytest

from documents.citations.citation import CitationKind
from documents.citations.evidence import Evidence, EvidenceCode
from documents.citations.find import find_citations
from documents.model import Document, Footnote, Kind, Masthead, Provision

CRC, CRPD, CEDAW, CHARTER = "UNTS 1577/27531", "UNTS 2515/44910", "UNTS 1249/20378", "MTDSG I-1"
CHILD = "the Convention on the Rights of the Child"
WOMEN = "the Convention on the Elimination of All Forms of Discrimination against Women"


def short(*paragraphs, language="en", symbol=""):
    """(words, target, provision of the antecedent) of every short form in paragraphs pp_1, pp_2 …"""
    provisions = tuple(Provision(f"pp_{n}", Kind.PREAMBULAR, text) for n, text in enumerate(paragraphs, 1))
    found = find_citations(Document(symbol, language, "", provisions, (), Masthead(organ="GA")))
    assert all((c.kind is CitationKind.SHORT_FORM) == (c.antecedent is not None) for c in found)
    return [(c.text, c.target, c.antecedent.provision) for c in found if c.antecedent]


def test_one_convention_named_before():
    assert short(f"Recalling {CHILD},", "Parties to the Convention,") == [("Convention", CRC, "pp_1")]


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("Parties to the Convention, that is", f"{CHILD},"),
        (f"{CHILD} and {WOMEN}", "Parties to the Convention,"),
        (f"{CHILD},", "the Convention on Unheard-of Matters and the Convention,"),
        (f"{CHILD},", "the Unheard-of Convention,", "the Convention,"),
        (f"{CHILD},", "the present Convention and this Convention,"),
        (f"{CHILD},", "the Protocol and the Covenant,"),
        (f"the Optional Protocol to {CHILD},", "the Convention,"),
        ("resolutions 73/154 and 73/155", "that resolution and the same resolution"),
        ("resolution 73/154 and resolution 5 of the Conference; of that resolution",),
        ("Recalling resolution 73/154 and that resolution 5 is", "stressing that resolution of disputes"),
        ("resolution 73/154", "the present resolution and this resolution, the resolution"),
        (f"{CHILD} and the Optional Protocols thereto",),
        (f"{CHILD} and the Optional Protocol thereto",),
    ],
)
def test_nothing_where_there_is_doubt(paragraphs):
    assert short(*paragraphs) == []


def test_nearest_in_the_same_paragraph():
    text = f"Parties to {WOMEN} and article 5 of the Convention"
    assert short(f"{CHILD},", text) == [("Convention", CEDAW, "pp_2")]


def test_a_name_given_in_brackets_holds_from_there_on():
    given = f"{CHILD} (hereinafter “the Convention”),"
    assert short(given, f"{WOMEN}, and as parties to the Convention") == [("Convention", CRC, "pp_1")]


def test_a_treaty_body_speaks_of_its_own_treaty():
    paragraphs = f"{CHILD} and {WOMEN}", "Article 12 of the Convention"
    assert short(*paragraphs, symbol="CRC/C/GC/12") == [("Convention", CRC, "pp_1")]


def test_the_only_protocol():
    text = "the Convention on the Rights of Persons with Disabilities and the Optional Protocol thereto,"
    assert short(text) == [("Optional Protocol thereto", "UNTS 2518/44910", "pp_1")]


def test_acts():
    assert short("Recalling resolution 73/154, the annex to that resolution") == [
        ("that resolution", "A/RES/73/154", "pp_1")
    ]
    assert short("Recalling its resolution 73/154,", "in the same resolution") == [
        ("same resolution", "A/RES/73/154", "pp_1")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وإلى اتفاقية حقوق الطفل، والدول الأطراف في الاتفاقية", [("الاتفاقية", CRC, "pp_1")]),
        ("اتفاقية حقوق الطفل، ووفقا للاتفاقية المذكورة أعلاه", [("للاتفاقية المذكورة أعلاه", CRC, "pp_1")]),
        ("ميثاق الأمم المتحدة، وبمقاصد الميثاق ومبادئه", [("الميثاق", CHARTER, "pp_1")]),
        ("قرارها 73/154 والفقرة ٣ من القرار المذكور", [("القرار المذكور", "A/RES/73/154", "pp_1")]),
        ("قرارها 73/154 وبذلك القرار", [("ذلك القرار", "A/RES/73/154", "pp_1")]),
        ("قرارها 73/154 وهذا القرار والقرار", []),
        ("اتفاقية حقوق الطفل والاتفاقية الدولية لأمر آخر، والاتفاقية", []),
        ("اتفاقية حقوق الطفل واتفاقية أخرى، والدول الأطراف في الاتفاقية", []),
    ],
)
def test_arabic(text, expected):
    assert short(text, language="ar") == expected


def test_pinpoint_and_evidence():
    provisions = (Provision("op_1", Kind.OPERATIVE, "resolution 73/154; paragraph 3 of that resolution"),)
    *_, cited = find_citations(Document("", "en", "", provisions, (Footnote("1", "x"),), Masthead(organ="GA")))
    assert cited.evidence == (Evidence(EvidenceCode.ANTECEDENT, ("op_1", "A/RES/73/154")),)
    assert cited.pinpoints[0].place == "para_3"


def test_a_date_after_the_treaty_is_no_name_of_another():
    """A/C.1/80/L.18: `the entry into force of the Treaty on 22 January 2021`."""
    named = (
        "Recalls the Treaty on the Prohibition of Nuclear Weapons and that the Treaty on 22 January 2021 was in force"
    )
    document = Document("", "en", "", (Provision("op_1", Kind.OPERATIVE, named),), (), Masthead(organ="GA"))
    assert [found.target for found in find_citations(document)] == ["MTDSG XXVI-9", "MTDSG XXVI-9"]


def test_a_declaration_that_names_the_charter_is_not_called_the_charter():
    """A/RES/79/169: the Declaration on Friendly Relations ends with the Charter's whole name."""
    named = (
        "Guided by the Charter of the United Nations, recalling the Declaration on Principles of International Law "
        "concerning Friendly Relations and Cooperation among States in accordance with the Charter of the United "
        "Nations, and the principles enshrined in the Charter"
    )
    document = Document("", "en", "", (Provision("op_1", Kind.OPERATIVE, named),), (), Masthead(organ="GA"))
    assert [found.target for found in find_citations(document)] == ["MTDSG I-1", "A/RES/2625(XXV)", "MTDSG I-1"]
