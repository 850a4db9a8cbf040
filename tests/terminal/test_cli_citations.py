"""citations: pinpoints in JSON, who cites what is not held, coverage, corrections, lists of instruments."""

import csv
import io
import json

import pytest

TEXT = """Resolution adopted by the General Assembly on 18 December 2019

74/133. Rights of the child

The General Assembly,

Recalling its resolution 73/154 of 17 December 2018,

1. Urges Member States to implement paragraph 3 (a) of resolution 73/154;

2. Decides to remain seized of the matter.
"""
CITED = """Resolution adopted by the General Assembly on 17 December 2018

73/154. Protecting children from bullying

The General Assembly,

Recalling its resolution 71/176 of 19 December 2016,

1. Urges Member States to protect children;

2. Also urges them;

3. Further urges them:

(a) To share;

(b) To care.
"""


@pytest.fixture
def both(command, tmp_path):
    for name, text in (("a.txt", TEXT), ("b.txt", CITED)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert command("import", str(tmp_path / "a.txt"), str(tmp_path / "b.txt")).status == 0
    return command


def targets(outcome):
    return {(c["provision"], c["start"]): c["target"] for c in outcome.json["citations"] if "self" not in c}


def test_a_pinpoint_says_where_it_stands_and_where_it_leads(both):
    (cited,) = [c for c in both("citations", "74/133", "--json").json["citations"] if c["provision"] == "op_1"]
    assert (cited["target"], cited["in_library"]) == ("A/RES/73/154", True)
    (pinpoint,) = cited["pinpoints"]
    text = "Urges Member States to implement paragraph 3 (a) of resolution 73/154;"
    assert text[pinpoint["start"] : pinpoint["end"]] == pinpoint["text"] == "paragraph 3 (a)"
    assert (pinpoint["provision"], pinpoint["place"]) == ("op_1", "para_3__point_a")
    assert pinpoint["target_provision"] == "op_3_a"
    assert "A/RES/73/154 para_3__point_a\tresolved" in both("citations", "74/133").out


def test_who_cites_what_is_not_held(both):
    found = both("citations", "A/RES/71/176", "--by", "--json").json
    assert (found["document"], found["citations"], found["documents"]) == ("A/RES/71/176", 1, 1)
    place = found["cited_by"][0]
    assert (place["document"], place["provision"], place["label"]) == ("A/RES/73/154", "pp_1", "PP1")
    assert place["quote"][place["quote_start"] :].startswith(place["text"])
    treaty = both("citations", "اتفاقية حقوق الطفل", "--by")
    assert "E/RES/2019/20\tar\tPP8\t" in treaty.out
    assert treaty.err == "UNTS 1577/27531 is cited in 2 places of 1 documents in the library.\n"
    assert both("citations", "73/154", "--by", "--limit", "1", "--json").json["citations"] == 3
    assert len(both("citations", "73/154", "--by", "--limit", "1", "--offset", "1", "--json").json["cited_by"]) == 1


def test_coverage_of_a_text_and_of_the_library(both):
    rows = both("citations", "74/133", "--coverage", "--json").json
    assert rows["document"] == "A/RES/74/133"
    assert [(r["target"], r["status"], r["citations"]) for r in rows["instruments"]] == [("A/RES/73/154", "held", 2)]
    library = both("citations", "--coverage", "--json").json["instruments"]
    assert {r["target"] for r in library} >= {"A/RES/73/154", "A/RES/71/176", "UNTS 1577/27531"}
    fetch = both("citations", "--coverage", "--format", "csv", "--language", "ar").out
    listed = {row["target"]: row["link"] for row in csv.DictReader(io.StringIO(fetch, newline=""))}
    assert listed["A/RES/71/176"] == "https://docs.un.org/ar/A/RES/71/176"
    assert "A/RES/73/154" not in listed


def test_a_citation_is_corrected_and_taken_back(both):
    before = targets(both("citations", "74/133", "--json"))
    (place,) = [place for place in before if place[0] == "pp_1"]
    written = f"pp_1:{place[1]}-{place[1] + len('resolution 73/154')}"
    after = both("citations", "74/133", "--set", written, "٧٣/١٥٥", "--json")
    assert targets(after)[place] == "A/RES/73/155"
    assert [c["by_user"] for c in after.json["citations"] if c["target"] == "A/RES/73/155"] == [True]
    assert after.err.startswith("Taken to mean A/RES/73/155.")
    assert place not in targets(both("citations", "74/133", "--dismiss", written, "--json"))
    assert targets(both("citations", "74/133", "--undo", "--json"))[place] == "A/RES/73/155"
    assert place not in targets(both("citations", "74/133", "--redo", "--json"))
    assert targets(both("citations", "74/133", "--reset", written, "--json")) == before
    assert both("citations", "74/133", "--reset", written).status == 1


@pytest.mark.parametrize("place", ["pp_1", "pp_9:1-2", "pp_1:5-5", "pp_1:0-9999", "fn_7:0-1", "title:x-y", ""])
def test_a_place_without_words(both, place):
    outcome = (
        both("citations", "74/133", "--dismiss", place) if place else both("citations", "74/133", "--set", "", "x")
    )
    assert (outcome.status, outcome.err.count("\n")) == ((0, 0) if place == "pp_1" else (1, 1))


def test_what_means_nothing_changes_nothing(both):
    outcome = both("citations", "74/133", "--set", "pp_1:0-9", "زرافة", "--language", "ar")
    assert (outcome.status, outcome.out) == (1, "")
    assert outcome.err == "لم يُفهم ما يشير إليه \u2068زرافة\u2069.\n"
    assert both("citations", "74/133", "--undo").status == 1


@pytest.mark.parametrize(
    "arguments", [(), ("--by",), ("--undo",), ("74/133", "--by", "--coverage"), ("--set", "a", "b")]
)
def test_a_wrong_command_line_of_citations(both, arguments):
    outcome = both("citations", *arguments)
    assert (outcome.status, outcome.out, outcome.err.count("\n")) == (2, "", 1)


def test_a_correction_that_lost_its_words_is_told(both, tmp_path):
    both("citations", "74/133", "--dismiss", "pp_1:0-51")
    (tmp_path / "a.txt").write_text(TEXT.replace("Recalling its", "Noting the"), encoding="utf-8")
    both("import", str(tmp_path / "a.txt"))
    (lost,) = both("citations", "74/133", "--json").json["lost_corrections"]
    assert (lost["provision"], lost["target"]) == ("pp_1", "")
    assert lost["quote"].startswith("Recalling its resolution 73/154")
    assert "A correction that no longer finds its words" in both("citations", "74/133").err


def test_a_list_of_instruments_comes_in(both, tmp_path):
    rows = [{"target": "X/1/2", "names": {"en": "Accord of the Seven Valleys"}}]
    file = tmp_path / "mine.json"
    file.write_text(json.dumps(rows), encoding="utf-8")
    done = both("import", str(file), "--json").json
    assert done["added"] == [{"path": str(file), "instruments": 1, "conflicts": []}]
    rows.append({"target": "X/1/3", "names": {"en": "Other Accord of Valleys"}, "date": "soon"})
    file.write_text(json.dumps(rows), encoding="utf-8")
    outcome = both("import", str(file), "--json")
    assert outcome.status == 1
    assert outcome.json["failed"] == [
        {
            "path": str(file),
            "code": "wrong-row",
            "message": "row 2, field date: not a date such as 2018-12-17",
            "row": 2,
            "field": "date",
            "problem": "not-a-date",
        }
    ]
    assert "الصف ٢، الحقل \u2068date\u2069:" in both("import", str(file), "--language", "ar").err


def test_stale_citations_are_found_anew_with_progress(both, tmp_path):
    import sqlite3

    connection = sqlite3.connect(tmp_path / "data" / "library.db")
    connection.execute("UPDATE documents SET rules_version = 0")
    connection.execute("DELETE FROM citations")
    connection.execute("DELETE FROM target_totals")
    connection.commit()
    connection.close()
    outcome = both("citations", "A/RES/71/176", "--by", "--json")
    assert outcome.json["documents"] == 1
    assert "Finding citations anew, 3 of 3: " in outcome.err
    assert both("citations", "A/RES/71/176", "--by", "--json").err == ""


def test_every_problem_of_a_row_has_words():
    from documents.citations.catalogue import instrument_file
    from ui.terminal.messages import CATALOGUE

    said = instrument_file.RowError.__doc__.partition("one of ")[2].replace("\n", " ").rstrip(". ").split(",")
    assert all(problem.strip() in CATALOGUE for problem in said)
