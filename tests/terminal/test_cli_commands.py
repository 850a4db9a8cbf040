"""list, import, export, citations, search, reindex; options, errors and exit statuses."""

import io
import json

import pytest

from documents.importers.akn.reader import read_akn
from library.database import open_database
from services.documents.document_import import FailedFile, ImportReport
from services.version import VERSION
from ui.terminal import document_json
from ui.terminal.cli import SUMMARIES, run
from ui.terminal.messages import sentence
from ui.terminal.safe_text import json_text

TEXT = """Resolution adopted by the General Assembly on 17 December 2018

73/154. Protecting children from bullying

The General Assembly,

Recalling its resolution 71/176 of 19 December 2016,

1. Urges Member States to protect children;

2. Decides to remain seized of the matter.
"""


def test_list(command):
    listed = command("list", "--json").json["documents"]
    assert [(d["symbol"], d["language"], d["provisions"]) for d in listed] == [("E/RES/2019/20", "ar", 50)]
    assert command("list").out.startswith("E/RES/2019/20\tar\t2019-07-23\t")


def test_the_first_command_of_all_finds_the_bundled_text(command, tmp_path):
    (tmp_path / "data").mkdir()
    assert command("list").out.startswith("E/RES/2019/20\tar\t2019-07-23\t")


def test_import_tells_file_by_file(command, tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "b.xml").write_text("<root/>", encoding="utf-8")
    outcome = command("import", str(folder), "--json")
    assert outcome.status == 1
    done, failed = outcome.json["imported"], outcome.json["failed"]
    assert [(one["path"], one["language"], one["replaced"]) for one in done] == [(str(folder / "a.txt"), "en", False)]
    assert set(done[0]) == {
        "path", "symbol", "language", "provisions", "footnotes", "citations", "warnings", "replaced",
    }  # fmt: skip
    assert failed == [
        {
            "path": str(folder / "b.xml"),
            "code": "unsupported-format",
            "message": "The format of the file is not supported.",
        }
    ]
    assert "Importing 1 of 2: a.txt" in outcome.err
    assert f"{folder / 'b.xml'}: The format of the file is not supported." in outcome.err
    again = command("import", str(folder / "a.txt"), "--language", "ar")
    assert (again.status, again.out.startswith("حلّت محلّ النسخة السابقة")) == (0, True)
    assert "استيراد ١ من ١" in again.err


def test_import_of_what_is_not_there(command, tmp_path):
    missing = command("import", str(tmp_path / "none.txt"))
    assert (missing.status, missing.out) == (1, "")
    assert missing.err.splitlines()[-1].endswith("none.txt: The file cannot be read.")
    (tmp_path / "empty").mkdir()
    assert command("import", str(tmp_path / "empty")).status == 1


def test_export_and_import_again(command, tmp_path):
    file = tmp_path / "r.akn"
    assert command("export", "2019/20", "--format", "akn", "-o", str(file)).status == 0
    assert read_akn(file.read_bytes(), "r.akn").symbol == "E/RES/2019/20"
    assert command("import", str(file), "--json").json["imported"][0]["replaced"] is True
    assert "تهييب" in command("export", "2019/20", "--format", "txt", "--as-received").out
    assert "تهييب" not in command("export", "2019/20", "--format", "txt").out
    assert command("export", "2019/20", "--format", "html").out.startswith("<!DOCTYPE html>")
    unwritable = command("export", "2019/20", "--format", "txt", "-o", str(tmp_path / "no" / "x.txt"))
    assert unwritable.status == 1
    assert unwritable.err.startswith("The file cannot be written: ")


def test_citations(command):
    found = command("citations", "2019/20", "--json").json
    assert found["document"] == "E/RES/2019/20"
    by_target = {c["target"]: c for c in found["citations"]}
    assert by_target["A/RES/73/154"]["provision"] == "pp_12"
    assert by_target["A/RES/73/154"]["evidence"] == "date 2018-12-17 = session 73"
    assert by_target["A/RES/73/154"]["in_library"] is False
    assert by_target["UNTS 1577/27531"]["title"]["ar"] == "اتفاقية حقوق الطفل"
    assert by_target["E/RES/2019/20"]["self"] is True
    assert "A/RES/73/154\tresolved" in command("citations", "2019/20").out


def test_cited_by_even_when_not_held(command):
    found = command("citations", "73/154", "--by", "--json").json
    assert [(c["document"], c["provision"]) for c in found["cited_by"]] == [("E/RES/2019/20", "pp_12")]
    treaty = command("citations", "UNTS 1577/27531", "--by", "--json").json
    assert {c["provision"] for c in treaty["cited_by"]} >= {"pp_8"}
    assert command("citations", "A/RES/1/1", "--by").err == "No document of the library cites A/RES/1/1.\n"


def test_search(command):
    found = command("search", "تهيب", "--json", "--limit", "2").json
    assert found["total"] >= 3
    assert len(found["hits"]) == 2
    hit = found["hits"][0]
    assert hit["text"][slice(*hit["highlights"][0])] == "تهيب"
    assert (hit["document"], hit["label"]) == ("E/RES/2019/20", "OP3")
    nothing = command("search", "زرافة")
    assert (nothing.status, nothing.out) == (0, "")
    assert nothing.err.startswith("No results for زرافة.")
    assert command("reindex").status == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ("notes",),
        ("notes", "write"),
        ("bookmarks",),
        ("show",),
        ("export", "2019/20", "--format", "pdf"),
        ("search", "x", "--limit", "-1"),
        ("show", "2019/20", "--colour"),
        (),
    ],
    ids=" ".join,
)
def test_a_wrong_command_line(command, arguments):
    outcome = command(*arguments)
    assert (outcome.status, outcome.out, outcome.err.count("\n")) == (2, "", 1)
    assert outcome.err.startswith("The command line is wrong: ")


def test_options_before_and_after_the_command(command, tmp_path):
    for arguments in (("--data-dir", str(tmp_path / "x"), "list"), ("list", "--data-dir", str(tmp_path / "x"))):
        assert command(*arguments).status == 0
    assert (tmp_path / "x" / "library.db").exists()
    assert command("--json", "list").json == command("list", "--json").json
    assert not (tmp_path / "data" / "log").exists()


def test_help_and_version(command):
    assert command("--version").out == f"qarar {VERSION}\n"
    outcome = command("--help")
    assert outcome.status == 0
    assert all(name in outcome.out for name in SUMMARIES)


def test_the_version_is_that_of_the_project(pytestconfig):
    import tomllib

    project = tomllib.loads((pytestconfig.rootpath / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["version"] == VERSION


def test_a_damaged_library_is_a_sentence(command, tmp_path):
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "library.db").write_bytes(b"no database at all, but long enough to be looked at " * 40)
    outcome = command("list")
    assert (outcome.status, outcome.out, outcome.err.count("\n")) == (1, "", 1)
    assert outcome.err.startswith("The library file is damaged")


def test_a_library_of_a_newer_program_is_a_sentence(command, tmp_path):
    command("list")
    import sqlite3

    with sqlite3.connect(tmp_path / "data" / "library.db") as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    outcome = command("show", "2019/20")
    assert (outcome.status, outcome.err.count("\n")) in {(1, 1), (0, 0)}


def test_reading_goes_on_while_another_writes(command, tmp_path):
    command("list")
    with open_database(tmp_path / "data" / "library.db") as other, other.transaction():
        assert command("show", "2019/20", "--json").json["symbol"] == "E/RES/2019/20"


def test_a_sentence_has_the_digits_and_isolates_of_its_language():
    assert sentence("en", "importing", done=3, total=12, name="x.txt") == "Importing 3 of 12: x.txt"
    assert sentence("ar", "importing", done=3, total=12, name="x.txt") == "استيراد ٣ من ١٢: \u2068x.txt\u2069"


def test_import_json_of_a_failure(tmp_path):
    report = ImportReport(failed=(FailedFile(tmp_path / "x", "hostile"),))
    form = document_json.imported(report, lambda failed: failed.code.upper())
    assert json.loads(json_text(form))["failed"][0]["message"] == "HOSTILE"


def test_self_test_says_what_it_found():
    out, err = io.StringIO(), io.StringIO()
    status = run(["--self-test"], out, err)
    lines = out.getvalue().splitlines()
    assert "ok     akoma ntoso: E/RES/2019/20" in lines
    assert (status == 0) == all(line.startswith("ok") for line in lines)
