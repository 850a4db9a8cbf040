"""How a provision is called, in English and in Arabic."""

import pytest

from documents.model import Document, Kind, Provision
from services.documents.arabic_ordinals import ordinal
from services.documents.provision_reference import reference

CASES = [
    (["op_5"], "E/RES/2019/20, OP5", "E/RES/2019/20، الفقرة ٥ من المنطوق"),
    (["pp_3"], "E/RES/2019/20, PP3", "E/RES/2019/20، الفقرة الثالثة من الديباجة"),
    (["op_6", "op_5"], "E/RES/2019/20, OP5, OP6", "E/RES/2019/20، الفقرتان ٥ و٦ من المنطوق"),
    (["op_5", "op_6", "op_7"], "E/RES/2019/20, OP5–OP7", "E/RES/2019/20، الفقرات ٥ و٦ و٧ من المنطوق"),
    (["pp_1", "pp_19"], "E/RES/2019/20, PP1, PP19", "E/RES/2019/20، الفقرتان الأولى والتاسعة عشرة من الديباجة"),
    (
        ["pp_19", "op_1"],
        "E/RES/2019/20, PP19, OP1",
        "E/RES/2019/20، الفقرة التاسعة عشرة من الديباجة؛ الفقرة ١ من المنطوق",
    ),
    (["fn_3"], "E/RES/2019/20, FN3", "E/RES/2019/20، الحاشية ٣"),
    ([], "E/RES/2019/20", "E/RES/2019/20"),
]


@pytest.mark.parametrize(("ids", "english", "arabic"), CASES)
def test_both_forms(text, ids, english, arabic):
    assert reference(text.document, ids, "en") == english
    assert reference(text.document, ids, "ar") == arabic


def test_a_corrected_reading_is_said(text):
    assert reference(text.document, ["pp_8"], "en", corrected=True) == "E/RES/2019/20, PP8 [corrected reading]"
    assert reference(text.document, ["pp_8"], "ar", corrected=True).endswith("من الديباجة [تصويب]")


def test_an_id_that_is_not_there(text):
    with pytest.raises(KeyError):
        reference(text.document, ["op_99"], "ar")


def test_every_provision_can_be_referred_to(text):
    for id_, _ in text.document.texts():
        for language in ("ar", "en"):
            assert reference(text.document, [id_], language).startswith("E/RES/2019/20")
    assert reference(text.document, ["outer_op_1"], "ar").startswith("E/RES/2019/20، ")


def test_sub_paragraphs():
    document = Document(
        "A/RES/1/1",
        "ar",
        "",
        (
            Provision("op_5", Kind.OPERATIVE, "أ", "5"),
            Provision("op_5_b", Kind.SUBPARAGRAPH, "ب", "b", parent="op_5"),
            Provision("op_5_b_ii", Kind.SUBPARAGRAPH, "ج", "ii", parent="op_5_b"),
        ),
    )
    assert reference(document, ["op_5_b"], "ar") == "A/RES/1/1، الفقرة ٥ (ب) من المنطوق"
    assert reference(document, ["op_5_b_ii"], "ar") == "A/RES/1/1، الفقرة ٥ (ب) '٢' من المنطوق"
    assert reference(document, ["op_5_b_ii"], "en") == "A/RES/1/1, OP5 (b)(ii)"


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (1, "الأولى"),
        (3, "الثالثة"),
        (10, "العاشرة"),
        (11, "الحادية عشرة"),
        (12, "الثانية عشرة"),
        (19, "التاسعة عشرة"),
        (20, "العشرون"),
        (21, "الحادية والعشرون"),
        (56, "السادسة والخمسون"),
        (60, "الستون"),
        (61, "61"),
        (0, "0"),
    ],
)
def test_ordinals(number, written):
    assert ordinal(number) == written
