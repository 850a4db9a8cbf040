"""Treaties and declarations by name: every written form finds its own target, and nothing else does."""

import re

import pytest

from documents.citations.catalogue.instrument_catalogue import Catalogue, NameForm
from documents.citations.catalogue.name_patterns import spelling, variants
from documents.citations.find import find_citations
from documents.citations.forms.mention import Passage
from documents.citations.forms.treaty_names import TreatyName
from documents.folding import pattern_form
from documents.language import has_rtl_letter
from documents.model import Document, Kind, Provision

FORMS = Catalogue.bundled().name_forms()
COVENANTS = ["UNTS 993/14531", "UNTS 999/14668"]
CRC, SALE, WAR = "UNTS 1577/27531", "UNTS 2171/27531", "UNTS 2173/27531"


def written(form: NameForm) -> list[str]:
    """Every name that a form stands for, as a text has it."""
    return [re.sub(r"<(.*?)>", r"\1", name).replace("  ", " ") for name in variants(form.form)]


def found(text, language="en"):
    passage = Passage(pattern_form(text), language)
    return [(passage.text[m.start : m.end], m.target) for m in TreatyName().find(passage)]


def cited(text, language="en"):
    document = Document("", language, "", (Provision("op_1", Kind.OPERATIVE, text),))
    return [(c.text, c.target) for c in find_citations(document)]


def carried(name):
    """A name in sentences as texts have it: after a preposition, with Arabic prefixes, a footnote number behind it."""
    if not has_rtl_letter(name):
        glued = not name[-1].isdecimal() or re.search(r"\b(19|20)\d\d$", name)
        return [f"parties to the {name}, and", f"Recalling the {name}{'12' if glued else ''} and"]
    article = name.startswith("ال")
    with_lam = f"لل{name[2:]}" if article else f"ل{name}"
    return [f"الأطراف في {name}،", f"عملا ب{name}، وكذلك", f"وفقا {with_lam}؛", f"وإذ تشير إلى ما سبق و{name}."]


def test_every_written_form_finds_its_target_whole_and_alone():
    wrong = []
    for form in FORMS:
        for name in written(form):
            for text in carried(name):
                targets = [target for _, target in found(text)]
                if targets != list(form.targets):
                    wrong.append((text, form.targets, targets))
    assert wrong[:20] == []


def test_no_name_belongs_to_two():
    owners = {}
    for form in FORMS:
        for name in written(form):
            assert owners.setdefault(spelling(name), form.targets) == form.targets, name


@pytest.mark.parametrize(
    "one", [one for one in Catalogue.bundled().all() if one.cited_by_name], ids=lambda one: one.target
)
def test_marks_and_stretched_letters_do_not_hide_a_name(one):
    dressed = re.sub(r"(?<=\w\w\w)(\w)(?=\w)", "\\1\u0651\u0640", one.names["ar"], count=3)
    assert cited(f"الأطراف في {dressed}،", "ar") == [(dressed, one.target)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Optional Protocol to the Convention on the Rights of Persons with Disabilities", ["UNTS 2518/44910"]),
        (
            (
                "Optional Protocol to the Convention on the Rights of the Child on the sale of children, child"
                " prostitution and child pornography"
            ),
            [SALE],
        ),
        (
            (
                "the Convention on the Rights of the Child and the Optional Protocols thereto on the sale of"
                " children, child prostitution and child pornography and on the involvement of children in armed"
                " conflict"
            ),
            [CRC, SALE, WAR],
        ),
        ("the International Covenants on Human Rights", COVENANTS),
        (
            "the International Covenants on Economic, Social and Cultural Rights and on Civil and Political Rights",
            COVENANTS,
        ),
        ("Amended Protocol II to the Convention on Certain Conventional Weapons", []),
        ("the Basel, Rotterdam and Stockholm conventions", ["UNTS 1673/28911", "UNTS 2244/39973", "UNTS 2256/40214"]),
        ("the Convention on the\nRights of the\u00a0Child", [CRC]),
        ("the Geneva Conventions of 12 August 1949", ["UNTS 75/970-973"]),
        ("العهدين الدوليين الخاصين بحقوق الإنسان", COVENANTS),
        ("البروتوكول الاختياري لاتفاقية حقوق الأشخاص ذوي الإعاقة", ["UNTS 2518/44910"]),
        ("اتفاقيات بازل وروتردام واستكهولم", ["UNTS 1673/28911", "UNTS 2244/39973", "UNTS 2256/40214"]),
        ("واتفاقيتي بازل وروتردام", ["UNTS 1673/28911", "UNTS 2244/39973"]),
    ],
)
def test_several_treaties_in_one_phrase_and_one_inside_another(text, expected):
    assert [target for _, target in found(text)] == expected


def test_parts_of_a_phrase_have_places_of_their_own():
    assert [words for words, _ in found("اتفاقيات بازل وروتردام واستكهولم")] == [
        "اتفاقيات بازل",
        "روتردام",
        "استكهولم",
    ]
    assert [words for words, _ in found("the Basel, Rotterdam and Stockholm conventions")] == [
        "Basel",
        "Rotterdam",
        "Stockholm conventions",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "the charter of the company, its covenant and the declaration of the parties",
        "a convention on the rights of the child",
        "the Rotterdam Convention secretariat and the Comprehensive Nuclear-Test-Ban Treaty Organization",
        "Report of the Special Committee on the Charter of the United Nations and on the Strengthening of the Role",
        "the Charter, the Statute, the Covenant, the Declaration and the Programme of Action",
        "the Paris Principles on Children Associated with Armed Forces and the Connect 2030 Agenda",
        "ميثاق الشركة وعهد الأطراف وإعلان المدير واتفاقية العمل",
        "اللجنة الخاصة المعنية بميثاق الأمم المتحدة وبتعزيز دور المنظمة",
        "منظمة معاهدة الحظر الشامل للتجارب النووية",
        "ميثاق جنيف للأمم المتحدة بشأن الإسكان المستدام",
    ],
)
def test_what_is_no_name(text):
    assert found(text) == []


def test_patterns():
    assert variants("A[ B][ {C|D}]") == ("A B C", "A B D", "A B", "A C", "A D", "A")
    assert variants("A{ B|} C") == ("A B C", "A C")
    for wrong in ("A [B", "A]", "A {B]", "A}"):
        with pytest.raises(ValueError, match="bracket"):
            variants(wrong)
