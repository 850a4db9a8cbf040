"""The English words of evidence, which scripts read: `contract.md` §2."""

import pytest

from documents.citations.evidence import ARGUMENTS, Evidence, EvidenceCode
from ui.terminal.evidence_text import WORDS, evidence_text


def test_every_code_has_words_with_a_place_for_each_argument():
    assert set(WORDS) == set(EvidenceCode)
    for code, words in WORDS.items():
        assert words.count("{}") == len(ARGUMENTS[code])


@pytest.mark.parametrize(
    ("evidence", "words"),
    [
        ([], ""),
        ([("date-in-session", "2018-12-17", "73")], "date 2018-12-17 = session 73"),
        ([("only-session", "41"), ("date-unfit", "2018-12-17")], "only 41 is a session; date 2018-12-17 does not fit"),
        ([("year", "2019"), ("mark-taken-off", "3")], "year 2019; note 3 taken off"),
        ([("year-unfit", "2019", "GA", "SC")], "year 2019 does not fit GA SC"),
        ([("number-first-in-document",)], "order of this document: number/session"),
        ([("number-named-before", "1325", "2000")], "1325 (2000) named before"),
        ([("records-supplement", "53A")], "Official Records, Supplement No. 53A"),
        ([("ibid-note", "6", "official-records")], "ibid. of note 6: Official Records"),
        ([("ibid-place", "op_3", "A/73/1")], "ibid. of op_3: A/73/1"),
        ([("antecedent", "pp_12", "A/RES/73/154")], "antecedent pp_12: A/RES/73/154"),
        ([("user",)], "user"),
        ([("user-over-rules", "A/RES/73/154", "ambiguous")], "user (rules: A/RES/73/154, ambiguous)"),
        ([("unknown", "moon {phase} 3")], "moon {phase} 3"),
    ],
)
def test_words(evidence, words):
    assert evidence_text(Evidence(EvidenceCode(code), tuple(arguments)) for code, *arguments in evidence) == words
