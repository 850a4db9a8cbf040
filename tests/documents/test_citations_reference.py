"""Citations of real texts against labels made by hand: no group may find less, or more that is wrong, than it did."""

import json
import sys
from pathlib import Path

import pytest
from lengths import LONG, long_only

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
sys.path.insert(0, str(BENCHMARKS))

from _citation_pairs import compare  # noqa: E402
from _reference import Row, digest, rows, text_of  # noqa: E402
from _scoring import normal, score  # noqa: E402
from citations import FIGURES, PAIRS, losses  # noqa: E402

FORMS = {
    *("act", "act-old", "act-council", "act-list", "act-letters", "symbol", "treaty-series", "official-records"),
    *("name", "ibid", "short-form", "own-number", "none"),
}


@pytest.mark.corpus
def test_nothing_is_lost(corpus):
    """Every label in a long run, half of them in a short one; after a change that finds more, keep its figures.

    `benchmarks/citations.py reference --keep` keeps them.
    """
    figures, labelled = json.loads(FIGURES.read_text("utf-8")), rows()
    if not LONG:
        figures = {group: kept for group, kept in figures.items() if " held-out " in group}
        labelled = [row for row in labelled if row.half == "held-out"]
    assert len(figures) > 10
    assert losses(score(corpus, labelled), figures) == []


@long_only
@pytest.mark.corpus
def test_both_languages_of_a_sentence_agree_as_often(corpus):
    pairs = compare(corpus, (), held_out=False)
    agreeing, common = json.loads(FIGURES.read_text("utf-8"))[PAIRS]
    assert pairs.sentences == 4000
    assert pairs.agreeing >= agreeing
    assert pairs.common >= common


def test_the_labels_are_in_their_format():
    labelled = rows()
    assert {row.form for row in labelled} <= FORMS
    assert {row.half for row in labelled} == {"tuned", "held-out"}
    assert len({(row.document, row.half) for row in labelled}) == len({row.document for row in labelled})
    for row in labelled:
        assert row.form == "none" or (row.target and row.start < row.end), row
        assert len(row.sha256) == 12


RAW = """United Nations
A/RES/79/1

 79/1. A title

The General Assembly,

Recalling resolution
_____________
1 Resolution 217 A (III).

A/RES/79/1
A title

24-00001
2/3

73/154 and the Charter,
"""


def test_a_text_with_pages_becomes_paragraphs_and_notes_with_the_way_back():
    text = text_of(RAW, "en", "ga_resolutions_en/texts.jsonl.gz#A/RES/79/1")
    bodies = [text.document.provision(p.id).text.split() for p in text.document.provisions]
    assert ["Recalling", "resolution", "73/154", "and", "the", "Charter,"] in bodies
    assert [note.text.strip() for note in text.document.footnotes] == ["Resolution 217 A (III)."]
    assert not any("24-00001" in words for words in bodies)
    for id_, words in text.document.texts():
        for at, letter in enumerate(words):
            start, _ = text.raw_span(type(_span(id_, at))(id_, at, at + 1))
            assert RAW[start] == letter


def _span(id_, at):
    from documents.position import Span

    return Span(id_, at, at + 1)


def test_a_change_of_the_text_is_reported_and_not_measured(tmp_path):
    (tmp_path / "a.txt").write_text("resolution 73/154", "utf-8")
    labelled = [Row("a.txt#0-17", digest(other), "tuned", "en", "act", 0, 17, "A/RES/73/154", ()) for other in ("x",)]
    assert score(tmp_path, labelled).changed == ["a.txt#0-17"]


@pytest.mark.parametrize(
    ("start", "target", "hits", "false", "missed"),
    [
        (0, "A/RES/73/154", 1, 0, 0),
        (0, "A/RES/73/155", 0, 1, 1),
        (0, "-", 0, 1, 0),
        (0, "A/RES/73/154|A/RES/1/2", 0, 1, 1),
    ],
)
def test_what_counts(tmp_path, start, target, hits, false, missed):
    raw = "resolution 73/154"
    (tmp_path / "a.txt").write_text(raw, "utf-8")
    row = Row("a.txt#0-17", digest(raw), "tuned", "en", "act", start, 17, target, ())
    tally = score(tmp_path, [row]).total()
    assert (tally.hits, tally.false, tally.missed) == (hits, false, missed)


def test_a_loss_is_named(tmp_path):
    raw = "resolution 73/155"
    (tmp_path / "a.txt").write_text(raw, "utf-8")
    row = Row("a.txt#0-17", digest(raw), "tuned", "en", "act", 0, 17, "A/RES/73/154", ())
    (loss,) = losses(score(tmp_path, [row]), {"a.txt tuned en act": [1, 0]})
    assert "1 right and 0 false became 0 and 1" in loss


def test_roman_and_western_numbers_of_a_place_are_one():
    assert normal("chp_I__sec_D") == normal("chp_1__sec_D")
    assert normal("para_3__point_i") == "para_3__point_i"
