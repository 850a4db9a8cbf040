"""What a note is made of on the command line: the words it stands on, its parts, and what does not go together."""

import io
import sys

import pytest

from library import catalogue
from library.database import open_database
from services.documents.open_text import open_text

NOTE = ("notes", "add", "2019/20#op_5")


@pytest.fixture
def stdin(monkeypatch):
    """Give the next command bytes on stdin, as a locale would decode them."""

    def give(data, errors="surrogateescape"):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8", errors=errors))

    return give


def noted(command, *arguments):
    outcome = command("notes", "add", "--json", *arguments)
    assert outcome.status == 0, outcome.err
    return outcome.json


def received(command, tmp_path, span):
    """The received words at a target."""
    with open_database(tmp_path / "data" / "library.db", read_only=True) as db:
        text = catalogue.load(db, "E/RES/2019/20", "ar").text_of(span["provision"])
    return text[span["start"] : span["end"]]


@pytest.mark.parametrize(
    ("quote", "stands_on"),
    [
        ("وإذ تشير إلى اتفاقية", "وراء تشير إلى اتفاقية"),
        ("وراء تشير إلى اتفاقية", "وراء تشير إلى اتفاقية"),
        ("وإذ تشير إلى اتفاقية حقوق الطفل(٤) والبروتوكول", "وراء تشير إلى اتفاقية حقوق الطفل والبروتوكول"),
        ("حقوق الطفل(٤) والبروتوكول الاختياري", "حقوق الطفل والبروتوكول الاختياري"),
    ],
    ids=["corrected", "received", "corrected and marked", "marked"],
)
def test_words_are_quoted_as_they_are_shown_and_stand_on_the_received_ones(command, tmp_path, quote, stands_on):
    (target,) = noted(command, "2019/20#pp_8", "x", "--quote", quote)["targets"]
    assert (target["quote"], received(command, tmp_path, target)) == (stands_on, stands_on)


def test_every_shown_line_can_be_quoted(command, tmp_path):
    command("list")
    with open_database(tmp_path / "data" / "library.db", read_only=True) as db:
        document = open_text(db, "2019/20").document
    lines = {line.strip("\u200f").split("  ")[0]: line for line in command("show", "2019/20").out.splitlines()[5:]}
    for provision in ("pp_1", "pp_8", "pp_18", "op_5", "op_17"):
        label = provision.replace("_", "").upper()
        shown = lines[label].split("  ", 1)[1]
        (target,) = noted(command, f"2019/20#{provision}", "x", "--quote", shown)["targets"]
        assert (target["start"], target["end"]) == (0, len(document.text_of(provision)))
    note = next(line for name, line in lines.items() if name.startswith("(٦)"))
    assert noted(command, "2019/20#fn_6", "x", "--quote", note)["targets"][0]["quote"] == document.text_of("fn_6")


def test_a_marker_alone_is_no_words(command):
    assert command("notes", "add", "2019/20#pp_8", "x", "--quote", "(٤)").status == 1


def test_words_alike_in_both_readings_are_one_place(command):
    assert noted(command, "2019/20#pp_8", "x", "--quote", "تشير إلى")["targets"][0]["quote"] == "تشير إلى"


def test_a_place_is_named_as_in_its_text(command):
    assert " M5" in command("notes", "add", "2019/20#title", "x").out
    assert " M5" in command("notes", "list").out
    assert " M5" in command("notes", "edit", command("notes", "list").out.split("\t")[0], "--colour", "pink").out


@pytest.mark.parametrize(
    "arguments",
    [
        ("2019/20#op_5", "--colour", "pink", "words"),
        ("--colour", "pink", "2019/20#op_5", "words"),
        ("2019/20#op_5", "words", "--colour", "pink"),
        ("2019/20#op_5", "--colour", "pink", "--", "words"),
    ],
    ids=["between", "before", "after", "dashes"],
)
def test_options_stand_anywhere(command, arguments):
    made = noted(command, *arguments)
    assert (made["text"], made["colour"]) == ("words", "pink")


def test_options_stand_anywhere_among_words_of_other_commands(command):
    assert command("show", "2019/20", "--json", "OP5").json["provisions"][0]["id"] == "op_5"
    assert command("search", "الدول", "--limit", "1", "الأعضاء", "--json").json["query"] == "الدول الأعضاء"
    assert command("notes", "add", "2019/20", "--colour", "pink", "a", "b").status == 2
    assert command("notes", "add", "2019/20", "--never", "a").status == 2
    assert command("notes", "add", "--json").status == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ("2019/20#", "x"),
        ("2019/20", "--kind", "stance"),
        ("2019/20", "--kind", "stance", "x"),
        ("2019/20", "--kind", "bookmark", "--stance", "amend"),
        ("2019/20", "--kind", "bookmark", "x"),
        ("2019/20", "--kind", "highlight"),
        ("2019/20", "--kind", "note", "--stance", "amend", "x"),
        ("2019/20", "x", "--by", "A"),
    ],
)
def test_what_does_not_go_together_is_refused(command, arguments):
    outcome = command("notes", "add", *arguments)
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err.count("\n") == 1
    assert command("notes", "list", "--json").json == {"notes": []}


@pytest.mark.parametrize("kind", ["bookmark", "highlight", "note", "stance"])
def test_a_kind_that_goes_with_its_parts(command, kind):
    parts = {"highlight": ["--colour", "pink"], "note": ["x"], "stance": ["x", "--stance", "amend"]}.get(kind, [])
    assert noted(command, "2019/20", "--kind", kind, *parts)["kind"] == kind


def test_no_note_stands_on_a_footnote_that_is_missing(command):
    outcome = command("notes", "add", "2019/20#fn_9", "x")
    assert outcome.status == 1
    assert "fn_9" in outcome.err
    assert noted(command, "2019/20#fn_6", "x")["anchor"] == "exact"


def test_who_takes_a_stance_stays_unless_another_is_named(command):
    id_ = noted(command, "2019/20#op_1", "--stance", "amend", "--by", "A")["id"]

    def edited(*arguments):
        made = command("notes", "edit", id_, *arguments, "--json").json
        return made["stance"], made["author"]

    assert edited("--stance", "delete") == ("delete", "A")
    assert edited("--by", "B") == ("delete", "B")
    assert edited("--stance", "support", "--by", "C") == ("support", "C")
    assert edited("--by", "") == ("support", None)
    assert command("notes", "edit", id_, "--stance", "", "--by", "D").status == 2
    assert edited("--stance", "") == (None, None)
    assert command("notes", "edit", id_, "--by", "D").status == 1


def test_words_from_stdin(command, stdin):
    stdin("\ufeffكلام\r\nثانٍ".encode())
    id_ = noted(command, "2019/20#op_5", "-")["id"]
    assert command("notes", "list", "--json").json["notes"][0]["text"] == "كلام\nثانٍ"
    stdin(b"other")
    assert command("notes", "edit", id_, "--text", "-", "--json").json["text"] == "other"


@pytest.mark.parametrize("errors", ["surrogateescape", "strict"])
def test_stdin_that_is_no_text(command, stdin, monkeypatch, errors):
    id_ = noted(command, "2019/20#op_5", "x")["id"]
    for arguments in (("add", "2019/20#op_5", "-"), ("edit", id_, "--text", "-")):
        stdin(b"a\xffb", errors)
        outcome = command("notes", *arguments)
        assert (outcome.status, outcome.out, outcome.err.count("\n")) == (2, "", 1)
    monkeypatch.setattr(sys, "stdin", None)
    assert command("notes", "add", "2019/20#op_5", "-").status == 2
    assert [one["text"] for one in command("notes", "list", "--json").json["notes"]] == ["x"]


@pytest.mark.parametrize(
    "arguments",
    [
        ("notes", "add", "2019/20", "\udcff"),
        ("notes", "add", "2019/20", "x", "--label", "\udcff"),
        ("notes", "add", "2019/20", "x", "--quote", "\udcff"),
        ("notes", "add", "\udcff", "x"),
        ("notes", "edit", "1", "--text", "\udcff"),
        ("notes", "list", "--text", "\udcff"),
        ("notes", "labels", "--rename", "a", "\udcff"),
        ("search", "\udcff"),
        ("show", "\udcff"),
    ],
)
def test_arguments_that_are_no_text(command, arguments):
    outcome = command(*arguments)
    assert (outcome.status, outcome.out, outcome.err.count("\n")) == (2, "", 1)


def test_a_path_may_have_any_name(command, tmp_path):
    noted(command, "2019/20", "x")
    target = str(tmp_path / "\udcff.md")
    assert command("notes", "export", "--format", "md", "-o", target).status == 0
