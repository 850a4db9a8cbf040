"""The 101 cases of the citation table: what must be found, and what must not."""

import csv
from pathlib import Path

import pytest

from documents.citations.citation import CitationStatus
from documents.citations.find import find_citations
from documents.language import has_rtl_letter
from documents.model import Document, Footnote, Kind, Masthead, Provision

TABLE = Path(__file__).parents[1] / "data" / "citations.tsv"
CASES = list(csv.DictReader(TABLE.read_text("utf-8").splitlines(), delimiter="\t"))
ORGANS = {"A": "GA", "E": "ECOSOC", "S": "SC", "HRC": "HRC"}
HINTS = {
    "ns": "قرارها ١٥٤/٧٣ المؤرخ ١٧ كانون الأول/ديسمبر ٢٠١٨",
    "sn": "قرارها 73/154 المؤرخ 17 كانون الأول/ديسمبر 2018",
}
NOTES = {
    "UNTS": "United Nations, Treaty Series, vol. 2225, No. 39574.",
    "OR": "انظر الوثائق الرسمية للمجلس الاقتصادي والاجتماعي، ٢٠٠٧، الملحق رقم ١٠ (E/2007/30/Rev.1)، الفصل الأول.",
}

NOT_YET: dict[int, str] = {}
"""Cases the rules do not reach yet, with the reason; each fails the tests when it begins to pass."""


def citations_of(case):
    """The citations of the case's words, read in the place that its context asks for."""
    text = case["input"]
    language = case["lang"] if case["lang"] != "*" else ("ar" if has_rtl_letter(text) else "en")
    hint = [Provision("pp_1", Kind.PREAMBULAR, HINTS[case["order_hint"]])] if case["order_hint"] else []
    notes, provisions, where = (), (), "op_1"
    if case["previous_footnote_kind"]:
        notes, where = (Footnote("1", NOTES[case["previous_footnote_kind"]]), Footnote("2", text)), "fn_2"
    elif " - " in text and text[0].isdigit():
        provisions, where = (Provision("title", Kind.TITLE, text),), "title"
    else:
        provisions = (Provision("op_1", Kind.OPERATIVE, text),)
    document = Document("", language, "", (*hint, *provisions), notes, Masthead(organ=ORGANS[case["default_organ"]]))
    return [c for c in find_citations(document) if c.span.provision == where]


def marks(case):
    number = int(case["n"])
    return [pytest.mark.xfail(strict=True, reason=NOT_YET[number])] if number in NOT_YET else []


@pytest.mark.parametrize("case", [pytest.param(c, id=c["n"], marks=marks(c)) for c in CASES])
def test_the_table(case):
    found = citations_of(case)
    for citation in found:
        assert citation.span.cut(case["input"]) == citation.text
    expected = case["expected"]
    if expected == "?ambiguous":
        assert [c.status for c in found] == [CitationStatus.AMBIGUOUS]
        assert set(found[0].candidates) == {"A/RES/61/60", "A/RES/60/61"}
    elif expected == "?ibid":
        assert [c.status for c in found] == [CitationStatus.UNRESOLVED]
    else:
        targets = [] if expected == "(none)" else expected.split(" ; ")
        assert [c.target for c in found] == targets
        assert all(c.evidence and c.status is CitationStatus.RESOLVED for c in found)


def test_the_whole_table_is_read():
    assert [int(case["n"]) for case in CASES] == list(range(1, 102))


def test_a_line_that_ends_in_a_space_breaks_no_name():
    """A/RES/79/304, paragraph 31, as a PDF gave it: the organ's name runs over the end of a line."""
    text = "paragraphs 5 and 6 of Security \nCouncil resolution 1502 (2003) of 26 August 2003"
    document = Document("", "en", "", (Provision("op_1", Kind.OPERATIVE, text),), (), Masthead(organ="GA"))
    (found,) = find_citations(document)
    assert found.target == "S/RES/1502(2003)"
    assert found.text == "Security \nCouncil resolution 1502 (2003)"
