"""Labels of provisions and the ways people type them."""

import pytest

from documents.importers import read_bytes
from documents.model import Document, Footnote, Kind, Provision
from documents.provision_labels import find_place, label
from resources import read_bytes as resource_bytes


@pytest.fixture(scope="module")
def document():
    return read_bytes(resource_bytes("documents", "E-RES-2019-20.ar.txt"), "E-RES-2019-20.ar.txt")


def small(*ids: str) -> Document:
    kinds = {"op": Kind.OPERATIVE, "pp": Kind.PREAMBULAR, "body": Kind.BODY}
    return Document(
        "X/1",
        "en",
        "T",
        tuple(Provision(id_, kinds.get(id_.split("_")[0], Kind.SUBPARAGRAPH), "text", number=id_[-1]) for id_ in ids),
        (Footnote("3", "note"),),
    )


def test_every_label_leads_back(document):
    for id_, _ in document.texts():
        assert find_place(document, label(document, id_)) == id_
        assert find_place(document, id_) == id_


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("OP17", "op_17"),
        ("op_17", "op_17"),
        ("op 17", "op_17"),
        ("ف ١٧", "op_17"),
        ("ف١٧", "op_17"),
        ("الفقرة ١٧", "op_17"),
        ("١٧", "op_17"),
        (" 17 ", "op_17"),
        ("paragraph 17", "op_17"),
        ("الفقرة ١٧ من المنطوق", "op_17"),
        ("¶17", "op_17"),
        ("PP3", "pp_3"),
        ("pp 3", "pp_3"),
        ("د ٣", "pp_3"),
        ("ديباجة ٣", "pp_3"),
        ("الفقرة ٣ من الديباجة", "pp_3"),
        ("fn 3", "fn_3"),
        ("ح ٣", "fn_3"),
        ("حاشية ٣", "fn_3"),
        ("الحاشية ٣", "fn_3"),
        ("FN3", "fn_3"),
        ("note 3", "fn_3"),
        ("E-OP", "outer_op_1"),
        ("e-ch", "outer_chapeau"),
        ("z1", "closing_1"),
        ("M5", "title"),
        ("ch", "chapeau"),
        ("\u2068OP17\u2069", "op_17"),
        ("fn 9", "fn_9"),
        ("OP99", None),
        ("22", None),
        ("", None),
        ("  ", None),
        ("hello", None),
        ("fn 10", None),
        ("PP20", None),
        ("ف", None),
    ],
)
def test_find_place(document, typed, place):
    assert find_place(document, typed) == place


@pytest.mark.parametrize(
    ("id_", "expected"),
    [
        ("op_5_a_ii", "OP5 (a)(ii)"),
        ("outer_op_2", "E-OP2"),
        ("part_2_op_1", "2-OP1"),
        ("annex_1_p_3_a", "A1.3 (a)"),
        ("annex_1_h_2", "A1.H2"),
        ("op_5_a_x2", "OP5 (a·2)"),
        ("fn_3", "FN3"),
        ("strange", "strange"),
    ],
)
def test_labels_of_other_parts(id_, expected):
    assert label(small("op_1"), id_) == expected


def test_several_outer_paragraphs_are_numbered():
    several = small("outer_op_1", "outer_op_2")
    assert [label(several, p.id) for p in several.provisions] == ["E-OP1", "E-OP2"]


@pytest.mark.parametrize("typed", ["OP5 (a)(ii)", "op5(a)(ii)", "5 (a) (ii)", "ف ٥ (أ) (ii)", "5 a ii"])
def test_items_can_be_typed(typed):
    assert find_place(small("op_5", "op_5_a", "op_5_a_ii"), typed) == "op_5_a_ii"


def test_numbers_in_a_text_that_is_no_resolution():
    assert find_place(small("body_1", "body_2"), "2") == "body_2"
