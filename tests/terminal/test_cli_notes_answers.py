"""What `notes` answers: one JSON document for each command, readable lines, and what it cannot do."""

import zipfile

import pytest

from library.database import open_database


def added(command, *arguments):
    return command("notes", "add", *(arguments or ("2019/20#op_5", "x")), "--json").json["id"]


def found(command, *arguments):
    return [one["id"] for one in command("notes", "list", *arguments, "--json").json["notes"]]


def exchanged(command, tmp_path, id_, mine, theirs):
    """Change a note here and on another laptop, and merge that one's file; return the conflict."""
    file, elsewhere = str(tmp_path / "notes.jsonld"), ("--data-dir", str(tmp_path / "other"))
    command("notes", "export", "-o", file)
    command("notes", "import", file, *elsewhere)
    command("notes", "edit", id_, *theirs, *elsewhere)
    command("notes", "edit", id_, *mine)
    command("notes", "export", "-o", file, *elsewhere)
    (conflict,) = command("notes", "merge", file, "--json").json["merged"][0]["conflicts"]
    return conflict


def test_remove_restore_undo_redo_and_the_trash_answer_in_json(command):
    id_ = added(command)
    assert command("notes", "remove", id_, "--json").json == {"removed": [id_]}
    assert command("notes", "remove", id_, "--json").json == {"removed": []}
    assert command("notes", "restore", id_, "--json").json == {"restored": [id_]}
    step = {"subjects": ["annotation"], "annotations": [id_]}
    assert command("notes", "undo", "--json").json == {"undone": step}
    assert command("notes", "redo", "--json").json == {"redone": step}
    nothing = command("notes", "redo", "--json")
    assert (nothing.status, nothing.json) == (1, {"redone": None})
    partly = command("notes", "remove", id_, "never", "--json")
    assert (partly.status, partly.json) == (1, {"removed": [id_]})
    assert command("notes", "empty-trash", "--json").json == {"emptied": 1}
    again = command("notes", "empty-trash", "--json")
    assert (again.status, again.json) == (0, {"emptied": 0})
    assert "copy" not in again.err


def test_undoing_an_answer_on_a_citation_says_which(command):
    command("citations", "2019/20", "--dismiss", "pp_12")
    undone = command("notes", "undo", "--json").json["undone"]
    assert undone["citation"] == {"document": "E/RES/2019/20", "language": "ar", "provision": "pp_12"}


def test_what_the_trash_no_longer_holds_does_not_come_back_empty(command):
    gone, kept = added(command), added(command)
    command("notes", "remove", gone)
    command("notes", "empty-trash")
    command("notes", "remove", kept)
    outcome = command("notes", "restore", gone, kept, "--json")
    assert (outcome.status, outcome.json) == (1, {"restored": [kept]})
    assert gone in outcome.err
    assert found(command) == [kept]


def test_a_bookmark_comes_back_unless_the_trash_was_emptied(command):
    whole, provision = added(command, "2019/20"), added(command, "2019/20#op_5")
    command("notes", "remove", whole)
    assert command("notes", "restore", whole, "--json").json == {"restored": [whole]}
    command("notes", "remove", provision)
    command("notes", "empty-trash")
    assert command("notes", "restore", provision, "--json").json == {"restored": []}


def test_a_note_in_the_trash_is_not_changed(command):
    id_ = added(command)
    command("notes", "remove", id_)
    for arguments in (("edit", id_, "--text", "y"), ("accept", id_)):
        outcome = command("notes", *arguments)
        assert (outcome.status, outcome.out) == (1, "")
        assert f"notes restore {id_}" in outcome.err
    assert command("notes", "list", "--trash", "--json").json["notes"][0]["text"] == "x"


def test_the_trash_is_filtered_as_the_rest_is(command):
    one = added(command, "2019/20#op_5", "عن العاصمة", "--colour", "pink", "--label", "a/b")
    two = added(command, "2019/20#op_6", "--stance", "amend")
    command("notes", "remove", one)
    command("notes", "remove", two)
    assert found(command, "--trash") == [two, one]
    assert found(command, "--trash", "2019/20") == [two, one]
    for wanted in (
        ("--colour", "pink"),
        ("--label", "a"),
        ("--label", "a/b"),
        ("--text", "العاصمه"),
        ("--kind", "note"),
    ):
        assert found(command, "--trash", *wanted) == [one]
    assert found(command, "--trash", "--label", "b") == []
    assert found(command, "--trash", "--stance", "amend", "--in", "ar") == [two]
    assert command("notes", "list", "A/RES/1/1", "--trash").status == 1


def test_what_stands_needs_no_accepting(command):
    for id_ in (added(command), added(command, "2019/20", "whole")):
        outcome = command("notes", "accept", id_, "--json")
        assert (outcome.status, outcome.json["id"]) == (0, id_)
        assert "already" in outcome.err
    assert command("notes", "accept", id_, "0").status == 2


def test_what_was_moved_is_accepted_and_shown(command, tmp_path):
    id_ = added(command)
    with open_database(tmp_path / "data" / "library.db") as db, db.transaction():
        db.write("UPDATE annotation_targets SET provision = 'op_6'")
    accepted = command("notes", "accept", id_, "--json").json
    assert (accepted["id"], accepted["anchor"], accepted["targets"][0]["provision"]) == (id_, "exact", "op_5")


def test_both_sides_of_a_conflict_are_kept(command, tmp_path):
    id_ = added(command)
    conflict = exchanged(command, tmp_path, id_, ("--text", "mine"), ("--text", "theirs"))
    chosen = command("notes", "choose", conflict["id"], "both", "--json")
    assert (chosen.status, chosen.json["id"]) == (0, id_)
    assert chosen.json["text"] == "mine\n\ntheirs"
    assert command("notes", "list", "--conflicts", "--json").json == {"conflicts": []}


def test_a_removal_is_told_on_but_not_with_a_choice_of_notes(command, tmp_path):
    id_, file, elsewhere = added(command), str(tmp_path / "notes.jsonld"), ("--data-dir", str(tmp_path / "other"))
    command("notes", "export", "-o", file)
    command("notes", "import", file, *elsewhere)
    command("notes", "remove", id_)
    assert id_ not in command("notes", "export", "2019/20").out
    command("notes", "export", "-o", file)
    command("notes", "merge", file, *elsewhere)
    assert found(command, *elsewhere) == []
    assert found(command, "--trash", *elsewhere) == [id_]


def test_what_cannot_stand_together_is_chosen(command, tmp_path):
    id_ = added(command, "2019/20#op_5", "--stance", "amend", "--by", "A")
    conflict = exchanged(command, tmp_path, id_, ("--stance", "delete"), ("--stance", "support", "--by", "B"))
    both = command("notes", "choose", conflict["id"], "both", "--json")
    assert (both.status, both.out) == (1, "")
    assert command("notes", "choose", conflict["id"], "theirs", "--json").json["author"] == "B"


def test_conflicts_are_lines_that_a_person_reads(command, tmp_path):
    id_ = added(command, "2019/20#op_5", "--stance", "amend", "--by", "A")
    exchanged(command, tmp_path, id_, ("--stance", "delete"), ("--stance", "", "--text", "y"))
    shown = command("notes", "list", "--conflicts").out.splitlines()
    assert not any(sign in line for line in shown for sign in "{}['")
    assert [line.split("\t")[0].strip() for line in shown[1:]] == ["mine", "theirs"]
    assert "delete" in shown[1]
    assert "(A)" in shown[1]
    assert command("notes", "list", "--conflicts", "--stance", "red-line").out == ""


def test_labels_are_moved_among_those_beside_them(command):
    for label in ("a", "b", "c", "c/d"):
        added(command, "2019/20", "x", "--label", label)

    def order(*arguments):
        return [one["label"] for one in command("notes", "labels", *arguments, "--json").json["labels"]]

    assert order() == ["a", "b", "c", "c/d"]
    assert order("--up", "c") == ["a", "c", "c/d", "b"]
    assert order("--down", "a") == ["c", "c/d", "a", "b"]
    assert order("--down", "b") == ["c", "c/d", "a", "b"]
    command("notes", "undo")
    assert order() == ["a", "c", "c/d", "b"]
    for wrong in ("--up", "--down", "--remove"):
        assert command("notes", "labels", wrong, "never").status == 1
        assert command("notes", "labels", wrong, "").status == 1


@pytest.mark.parametrize("name", ["", " ", "/"])
def test_a_label_needs_a_name(command, name):
    added(command, "2019/20", "x", "--label", "a")
    outcome = command("notes", "labels", "--rename", "a", name)
    assert (outcome.status, outcome.out, outcome.err.count("\n")) == (2, "", 1)


def test_when_a_stance_was_taken_is_told(command):
    id_ = added(command, "2019/20#op_5", "--stance", "amend")
    (one,) = command("notes", "list", "--json").json["notes"]
    assert one["stance_taken"] == one["created"]
    later = command("notes", "edit", id_, "--stance", "delete", "--json").json
    assert later["stance_taken"] == later["changed"] > one["created"]


def test_a_whole_text_has_formats_and_no_filters_of_its_own(command, tmp_path):
    added(command)
    target = tmp_path / "whole"
    for wrong in (
        ("--format", "md"),
        ("--format", "csv"),
        ("--format", "jsonld"),
        ("--colour", "pink"),
        ("--text", "x"),
        ("--label", "a"),
    ):
        outcome = command("notes", "export", "2019/20", "--whole-text", *wrong, "-o", str(target))
        assert (outcome.status, outcome.err.count("\n")) == (2, 1)
    assert not target.exists()
    for right in ((), ("--format", "html")):
        assert command("notes", "export", "2019/20", "--whole-text", *right, "-o", str(target)).status == 0
        assert target.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert command("notes", "export", "2019/20", "--whole-text", "--format", "docx", "-o", str(target)).status == 0
    assert zipfile.is_zipfile(target)
