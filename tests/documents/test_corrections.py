"""The corrections of the bundled text: 29 applied, 11 suspicions, each where its line says."""

from pathlib import Path

import pytest

from documents.corrections import APPLIED_FROM, Correction, bundled, fitting, offset_map
from documents.importers import read_bytes
from documents.position import Span
from documents.reading import Reading
from resources import read_bytes as resource_bytes

DATA = resource_bytes("documents", "E-RES-2019-20.ar.txt")
ROWS = (Path(__file__).parents[1] / "data" / "bundled_paragraphs.tsv").read_text("utf-8").splitlines()[1:]
LINES = {row.split("\t")[1]: [int(n) for n in row.split("\t")[2].split("+")] for row in ROWS}
EXPECTED = """
23 ويسر>وييسر; 31 والأبّجار>والاتجار; 31 والبت>والبث; 31 مثل>لمثل; 43 وراء>وإذ; 45 وراء>وإذ; 47 وراء>وإذ;
49 وراء>وإذ; 51 وراء>وإذ; 51 تكتيف>تكثيف; 53 وراء>وإذ;
67 وبرنامجها العالمي المعني بالأنجبار>وبرنامجه العالمي المعني بالاتجار;
67 وبالاشخاص>وبرنامجه; 67 وبرنامجها>وبرنامجه; 71 الجرمين>المجرمين; 71 المتحرّ>المتجر; 71 للأنجبار>للاتجار;
79 للجنحة>للجناة; 79 الجنحة>الجناة; 81 القانونية،>القانونية؛; 83 بالتماسي>بالتماشي;
86 ومثلي>وممثلي; 88 وتعبئها>وتعقبها; 91 بما>بها;
91 البيانات>بيانات; 96 إدكاء>إذكاء; 98 تهييب>تهيب; 98 المكتمل>المكمّل; 100 تهييب>تهيب
"""
SUSPECTED = """
17 القرار>مشروع القرار; 45 بات يستخدم بصورة متزايدة في بعض الدول الأعضاء للإشارة>; 47 متفقا>متفقاً;
53 والرابطة>والرابطات; 69 وتنوّه>وإذ تنوّه;
69 والمنظمة العالمية لحماية الطفل على الإنترنت>; 81 الطفل>الأطفال;
85 المساحة>المدة; 92 الجنسية>الجنسيين; 102 تدارسا شاملا>تدارساً شاملاً; 102 واستنادا>واستناداً
"""


@pytest.fixture(scope="module")
def document():
    return read_bytes(DATA, "E-RES-2019-20.ar.txt")


@pytest.fixture(scope="module")
def corrections(document):
    return bundled(document.source.sha256)


def written(corrections) -> list[str]:
    return [f"{LINES[c.span.provision][0]} {c.received}>{c.corrected or ''}" for c in corrections]


def expected(block: str) -> list[str]:
    return [row.strip() for row in block.split(";")]


def test_which_are_applied_and_which_only_suspected(corrections):
    assert written(c for c in corrections if c.applied) == expected(EXPECTED)
    assert written(c for c in corrections if not c.applied) == expected(SUSPECTED)
    assert (len(expected(EXPECTED)), len(expected(SUSPECTED))) == (29, 11)


def test_every_correction_stands_where_it_says(document, corrections):
    lines = DATA.decode().splitlines()
    for c in corrections:
        assert c.span.cut(document.text_of(c.span.provision)) == c.received
        assert any(c.received in lines[n - 1].replace("**", "") for n in LINES[c.span.provision])
        assert c.reason
        assert "id." not in c.reason
    assert fitting(document, corrections) == corrections


def test_the_corrected_reading(document, corrections):
    reading = Reading(document, corrections)
    assert reading.text("pp_8").startswith("وإذ تشير إلى اتفاقية حقوق الطفل والبروتوكول")
    assert "المعني بالمخدرات والجريمة وبرنامجه العالمي المعني بالاتجار بالأشخاص وبرنامجه العالمي" in reading.text(
        "pp_16"
    )
    assert reading.text("op_3").endswith("أن تنفذ التزاماتها القانونية؛")
    assert "استغلال الطفل في البغاء" in reading.text("op_3")
    assert reading.text("op_9").count("وتعقبها") == 1
    assert "وراء" not in "".join(reading.text(p.id) for p in document.provisions)
    as_received = Reading(document, corrections, as_received=True)
    assert all(as_received.text(p.id) == p.text for p in document.provisions)


def test_verbs_point_into_the_received_text(document, corrections):
    (verb,) = Reading(document, corrections).verbs("op_17")
    assert (verb.text, document.provision("op_17").text[verb.start : verb.end]) == ("تهيب", "تهييب")


def test_other_sources_have_none():
    assert bundled("0" * 64) == ()


def test_a_correction_that_does_not_fit_is_left_out(document):
    strange = Correction(Span("pp_1", 0, 2), "xx", "y", 0.9)
    absent = Correction(Span("pp_99", 0, 2), "xx", "y", 0.9)
    assert fitting(document, [strange, absent]) == ()


def test_suspicions_leave_no_trace_in_the_text():
    sure = Correction(Span("pp_1", 0, 1), "a", "xyz", APPLIED_FROM)
    unsure = Correction(Span("pp_1", 2, 3), "c", "q", APPLIED_FROM - 0.01)
    no_reading = Correction(Span("pp_1", 1, 2), "b", None, 1.0)
    assert offset_map("abc", [sure, unsure, no_reading]).apply("abc") == "xyzbc"
