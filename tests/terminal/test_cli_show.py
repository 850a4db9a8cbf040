"""`show`: the contract's JSON, and the text a person reads."""

import pytest

LABELS = (
    [f"M{n}" for n in range(1, 6)]
    + ["E-ch", "E-OP", "ch"]
    + [f"PP{n}" for n in range(1, 20)]
    + [f"OP{n}" for n in range(1, 22)]
    + ["Z1", "Z2"]
)


@pytest.fixture
def shown(command):
    return command("show", "E/RES/2019/20", "--json").json


def test_the_facts(shown):
    facts = ("symbol", "language", "direction", "organ", "date", "session", "agenda_items")
    assert [shown[name] for name in facts] == [
        "E/RES/2019/20", "ar", "rtl", "ECOSOC", "2019-07-23", "2019", ["19 (c)"],
    ]  # fmt: skip
    assert shown["title"] == "مكافحة الاستغلال الجنسي للأطفال والتعدي عليهم جنسياً عبر الإنترنت"


def test_every_provision_with_its_label(shown):
    assert [p["label"] for p in shown["provisions"]] == LABELS
    ids = [p["id"] for p in shown["provisions"]]
    assert ids[5:9] == ["outer_chapeau", "outer_op_1", "chapeau", "pp_1"]
    assert ids[-3:] == ["op_21", "closing_1", "closing_2"]


def test_text_offsets_and_corrections_agree(shown):
    texts = {p["id"]: p for p in shown["provisions"]}
    first = texts["pp_1"]
    assert first["markers"] == [{"offset": 39, "footnote": "1", "printed": "(١)", "doubt": False}]
    assert first["verbs"][0]["text"] == "إذ تسلّم"
    assert (first["verbs"][0]["start"], first["verbs"][0]["end"]) == (0, 8)
    assert texts["pp_8"]["text"].startswith("وراء تشير")
    assert texts["pp_8"]["corrected_text"].startswith("وإذ تشير")
    for correction in shown["corrections"]:
        received = texts[correction["provision"]]["text"][correction["start"] : correction["end"]]
        assert received == correction["received"]
    assert sum(c["applied"] for c in shown["corrections"]) == 29
    assert {c["corrected"] for c in shown["corrections"] if not c["applied"]} >= {None}


def test_the_missing_note(shown):
    notes = {note["number"]: note for note in shown["footnotes"]}
    assert notes["9"]["status"] == "missing"
    assert notes["9"]["likely"] == "UNTS 2237/39574"
    assert notes["9"]["markers"] == [{"provision": "op_17", "offset": 183}]
    assert notes["4"]["markers"] == [{"provision": "pp_8", "offset": 32}]
    assert notes["3"]["language"] == "en"
    assert shown["source"]["warnings"] == [{"code": "orphan-marker", "provision": "op_17", "text": "(٤)"}]
    assert shown["source"]["unplaced"] == ""


@pytest.mark.parametrize("written", ["2019/20", "٢٠١٩/٢٠", "20/2019", "٢٠/٢٠١٩", "e/res/2019/20"])
def test_any_written_form(command, written):
    assert command("show", written, "--json").json["symbol"] == "E/RES/2019/20"


def test_the_json_is_the_same_as_received(command):
    assert command("show", "2019/20", "--json").out == command("show", "2019/20", "--json", "--as-received").out


def test_text_in_both_readings(command):
    corrected, received = command("show", "2019/20"), command("show", "2019/20", "--as-received")
    assert "\u200fPP8  وإذ تشير إلى اتفاقية حقوق الطفل(٤)" in corrected.out
    assert "\u200fPP8  وراء تشير إلى اتفاقية حقوق الطفل(٤)" in received.out
    assert "القراءة: مصوَّبة. عدد التصويبات: ٢٩." in corrected.out
    assert "القراءة: كما ورد النصّ في المصدر، من غير تصويب." in received.out
    for outcome in (corrected, received):
        assert "https://docs.un.org/ar/E/RES/2019/20" in outcome.out
        assert "\u200fOP21  ٢١ - تدعو" in outcome.out
        assert outcome.err == ""


@pytest.mark.parametrize("written", ["2019/20#op_17", "2019/20 OP17", "٢٠١٩/٢٠ ف ١٧"])
def test_one_provision_with_its_footnotes(command, written):
    lines = command("show", *written.split(" ")).out.splitlines()
    assert lines[0].startswith("\u200fOP17  ١٧ - تهيب بالدول الأعضاء")
    assert lines[2:] == [
        "(٣) \u2066United Nations, Treaty Series, vol. 2225, No. 39574.\u2069",
        "(٩) [نصّ الحاشية غير وارد في الملف.] [ورد الرقم في الأصل (٤)، وهو موضع شكّ.]",
    ]
    one = command("show", written, "--json").json
    assert [p["id"] for p in one["provisions"]] == ["op_17"]
    assert [note["number"] for note in one["footnotes"]] == ["3", "9"]


def test_a_footnote_alone(command):
    assert command("show", "2019/20#fn_4").out == "(٤) المرجع نفسه، المجلد ١٥٧٧، الرقم ٢٧٥٣١.\n"


def test_what_is_not_there(command):
    missing = command("show", "A/RES/73/154")
    assert (missing.status, missing.out) == (1, "")
    assert missing.err == "The library holds no document A/RES/73/154.\n"
    assert command("show", "2019/20", "--in", "fr").err.endswith("asked for (fr).\n")
    assert command("show", "2019/20#op_99").err == "E/RES/2019/20 has no provision op_99.\n"
    assert command("show", "2019/20#op_99").status == 1


def test_sentences_in_arabic(command):
    missing = command("show", "A/RES/73/154", "--language", "ar")
    assert missing.err == "لا توجد في المكتبة وثيقة رمزها \u2068A/RES/73/154\u2069.\n"
