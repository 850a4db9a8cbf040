"""`notes` and `check` on the command line, on a real library, as contract.md has them."""

import json
import zipfile

import pytest

from library.database import open_database

ADD = ("notes", "add", "2019/20#op_5")


def added(command, *more, json_=True):
    outcome = command(*ADD, *more, *(["--json"] if json_ else []))
    assert outcome.status == 0, outcome.err
    return outcome.json if json_ else outcome.out


def listed(command, *more):
    return command("notes", "list", "--json", *more).json["notes"]


def test_a_note_is_on_disk_when_add_returns(command, tmp_path):
    made = added(command, "كلام", "--quote", "الدول الأعضاء", "--colour", "green", "--label", "a/b", "--label", "c")
    assert made["kind"] == "note"
    assert made["targets"] == [{"provision": "op_5", "start": 10, "end": 23, "quote": "الدول الأعضاء"}]
    assert (made["direction"], made["colour"], made["labels"], made["anchor"]) == (
        "rtl",
        "green",
        ["a/b", "c"],
        "exact",
    )
    with open_database(tmp_path / "data" / "library.db", read_only=True) as db:
        assert db.row("SELECT text FROM annotations WHERE id = ?", (made["id"],)) == ("كلام",)
    assert listed(command) == [made]


@pytest.mark.parametrize(
    ("more", "kind"),
    [
        (("",), "bookmark"),
        (("", "--colour", "pink"), "highlight"),
        (("x",), "note"),
        (("", "--stance", "amend"), "stance"),
    ],
    ids=["bookmark", "highlight", "note", "stance"],
)
def test_every_kind(command, more, kind):
    assert added(command, *more)["kind"] == kind
    assert listed(command, "--kind", kind)[0]["kind"] == kind


def test_a_note_on_two_quotes_and_on_the_whole_document(command):
    two = command(
        "notes",
        "add",
        "2019/20",
        "x",
        "--quote",
        "تحث أيضاً الدول الأعضاء على اتخاذ ما",
        "--quote",
        "تهيب بالدول الأعضاء التي هي",
        "--json",
    )
    assert [t["provision"] for t in two.json["targets"]] == ["op_3", "op_5"]
    whole = command("notes", "add", "2019/20", "x", "--json").json
    assert whole["targets"] == []


def test_words_that_are_not_there_or_not_alone(command):
    lost = command(*ADD, "x", "--quote", "زرافة")
    assert (lost.status, lost.out) == (1, "")
    assert "زرافة" in lost.err
    twice = command("notes", "add", "2019/20", "x", "--quote", "الدول الأعضاء")
    assert twice.status == 1
    assert command("notes", "add", "A/RES/1/1", "x").status == 1
    assert command("notes", "add", "2019/20#op_99", "x").status == 1
    assert listed(command) == []


def test_edit_remove_restore_undo(command):
    id_ = added(command, "first")["id"]
    assert (
        command("notes", "edit", id_, "--text", "second", "--stance", "support", "--by", "A", "--json").json["stance"]
        == "support"
    )
    assert command("notes", "remove", id_).status == 0
    assert listed(command) == []
    assert [one["text"] for one in listed(command, "--trash")] == ["second"]
    assert command("notes", "undo").status == 0
    assert command("notes", "undo").status == 0
    assert listed(command)[0]["text"] == "first"
    assert command("notes", "redo").status == 0
    assert command("notes", "remove", "never").status == 1
    assert command("notes", "remove", id_).status == 0
    assert command("notes", "restore", id_).status == 0
    assert command("notes", "remove", id_).status == 0
    assert command("notes", "empty-trash").status == 0
    assert listed(command, "--trash") == []


def test_filters_and_labels(command):
    one = added(command, "اسأل العاصمة", "--label", "a", "--colour", "pink")["id"]
    two = added(command, "children", "--label", "b")["id"]
    assert [n["id"] for n in listed(command, "--label", "a")] == [one]
    assert [n["id"] for n in listed(command, "--colour", "pink")] == [one]
    assert [n["id"] for n in listed(command, "--text", "العاصمه")] == [one]
    assert [n["id"] for n in listed(command, "2019/20")] == [one, two]
    assert command("notes", "list", "A/RES/1/1", "--json").status == 1
    assert command("notes", "labels", "--rename", "a", "z", "--json").json["labels"] == [
        {"label": "z", "notes": 1}, {"label": "b", "notes": 1},
    ]  # fmt: skip
    assert command("notes", "labels", "--rename", "z", "b").status == 1
    assert command("notes", "labels", "--remove", "never").status == 1


@pytest.mark.parametrize("format_", ["jsonld", "md", "html", "docx", "csv"])
def test_exports(command, tmp_path, format_):
    added(command, "كلام", "--label", "a")
    target = tmp_path / f"notes.{format_}"
    assert command("notes", "export", "--format", format_, "-o", str(target)).status == 0
    if format_ == "docx":
        assert zipfile.is_zipfile(target)
    else:
        assert "كلام" in target.read_text(encoding="utf-8-sig")


def test_the_whole_text_with_its_notes(command, tmp_path):
    added(command, "كلام", "--quote", "الدول الأعضاء", "--colour", "green")
    target = tmp_path / "whole.html"
    assert command("notes", "export", "2019/20", "--whole-text", "-o", str(target)).status == 0
    page = target.read_text(encoding="utf-8")
    assert '<mark class="green">الدول الأعضاء</mark>' in page
    assert page.count('class="provision"') > 40
    assert command("notes", "export", "--whole-text").status == 2


def test_import_and_merge_on_another_laptop(command, tmp_path):
    id_ = added(command, "mine")["id"]
    file = tmp_path / "notes.jsonld"
    command("notes", "export", "-o", str(file))
    elsewhere = ("--data-dir", str(tmp_path / "other"))
    assert command("notes", "import", str(file), "--json", *elsewhere).json["merged"][0]["added"] == [id_]
    assert command("notes", "merge", str(file), "--json", *elsewhere).json["merged"][0]["same"] == 1
    command("notes", "edit", id_, "--text", "theirs", *elsewhere)
    command("notes", "edit", id_, "--text", "mine again")
    command("notes", "export", "-o", str(file), *elsewhere)
    (conflict,) = command("notes", "merge", str(file), "--json").json["merged"][0]["conflicts"]
    assert (conflict["mine"], conflict["theirs"]) == ({"text": "mine again"}, {"text": "theirs"})
    assert listed(command)[0]["text"] == "mine again"
    assert command("notes", "list", "--conflicts", "--json").json["conflicts"] == [conflict]
    assert command("notes", "choose", conflict["id"], "theirs").status == 0
    assert listed(command)[0]["text"] == "theirs"
    assert command("notes", "choose", "never", "mine").status == 1


def test_import_merges_files_of_notes_and_makes_no_document_of_them(command, tmp_path):
    id_ = added(command, "mine")["id"]
    file, text = tmp_path / "notes.jsonld", tmp_path / "text.txt"
    command("notes", "export", "-o", str(file))
    text.write_text("Minutes", encoding="utf-8")
    elsewhere = ("--data-dir", str(tmp_path / "other"))
    outcome = command("import", str(file), str(text), "--json", *elsewhere)
    assert outcome.status == 0
    assert [one["added"] for one in outcome.json["merged"]] == [[id_]]
    assert [one["path"] for one in outcome.json["imported"]] == [str(text)]
    file.write_text("{", encoding="utf-8")
    broken = command("import", str(file), *elsewhere)
    assert (broken.status, broken.out, broken.err) == (1, "", f"No file of notes (JSON): {file}\n")
    assert len(command("list", "--json", *elsewhere).json["documents"]) == 2


def test_files_that_are_no_notes(command, tmp_path):
    for name, data in (("a", b"{"), ("b", b"[]"), ("c", b'{"a": 1}')):
        file = tmp_path / name
        file.write_bytes(data)
        outcome = command("notes", "import", str(file))
        assert outcome.status == 1
        assert outcome.err.count("\n") >= 1
    assert command("notes", "import", str(tmp_path / "nowhere")).status == 1


def test_accept_where_a_note_was_found_again(command, tmp_path):
    id_ = added(command, "x")["id"]
    with open_database(tmp_path / "data" / "library.db") as db, db.transaction():
        db.write("UPDATE annotation_targets SET provision = 'op_6'")
    (moved,) = listed(command, "--repair")
    assert moved["anchor"] == "moved"
    assert moved["targets"][0]["was"]["provision"] == "op_6"
    assert command("notes", "accept", id_).status == 0
    assert listed(command, "--repair") == []
    assert listed(command)[0]["anchor"] == "exact"


def test_check(command, tmp_path):
    added(command, "x")
    command("reindex")
    found = command("check", "--json")
    assert (found.status, found.json["library"]["sound"], found.json["anchors"]) == (0, True, {"exact": 1})
    command("notes", "remove", listed(command)[0]["id"])
    command("notes", "empty-trash")
    library = tmp_path / "data" / "library.db"
    library.write_bytes(b"\xa5" * 8192)
    broken = command("check", "--json")
    assert (broken.status, broken.json["library"]["sound"]) == (1, False)
    assert command("notes", "list").status == 1
    mended = command("check", "--repair", "--json")
    assert json.loads(mended.out)["restored"]["copy"].endswith(".db")
    assert command("list").out.startswith("E/RES/2019/20")
    assert any(path.name.startswith("library-damaged") for path in library.parent.iterdir())


def test_the_notes_are_searched_too(command):
    id_ = added(command, "capital")["id"]
    (hit,) = command("search", "capital", "--json").json["hits"]
    assert (hit["tier"], hit["note"], hit["document"]) == ("note", id_, "E/RES/2019/20")
