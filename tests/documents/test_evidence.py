"""Evidence as a value: every code has its arguments declared, and the rules keep to what is declared."""

import datetime

import pytest

import resources
from documents.citations.evidence import ARGUMENTS, ArgumentKind, Evidence, EvidenceCode
from documents.citations.find import find_citations
from documents.citations.organs import COMMISSION, COUNCIL, ORGANS
from documents.importers import read_bytes
from documents.model import Document, Footnote, Kind, Masthead, Provision

REPEATED = {EvidenceCode.YEAR_UNFIT, EvidenceCode.USER_OVER_RULES}


def evidence_of(text, *, symbol="", language="en", organ="GA", notes=(), adopted=None):
    footnotes = tuple(Footnote(str(number), note) for number, note in enumerate(notes, 1))
    provisions = (Provision("op_1", Kind.OPERATIVE, text, "1"),)
    document = Document(symbol, language, "", provisions, footnotes, Masthead(organ=organ, adopted=adopted))
    return [citation.evidence for citation in find_citations(document)]


def is_date(written):
    return datetime.date.fromisoformat(written).isoformat() == written


CHECKS = {
    ArgumentKind.DATE: is_date,
    ArgumentKind.NUMBER: lambda written: written.rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ").isdecimal() and written.isascii(),
    ArgumentKind.NUMERAL: lambda written: set(written) <= set("ES-IVXLC"),
    ArgumentKind.ORGAN: lambda written: written in {*ORGANS, COUNCIL, COMMISSION},
    ArgumentKind.PLACE: lambda written: written.isascii() and " " not in written,
}


def check(one):
    kinds = ARGUMENTS[one.code]
    assert len(one.arguments) == len(kinds) or (one.code in REPEATED and len(one.arguments) > len(kinds)), one
    for kind, values in one.grouped():
        assert values
        assert all(CHECKS.get(kind, bool)(value) for value in values), one


def test_every_code_has_its_arguments_declared():
    assert set(ARGUMENTS) == set(EvidenceCode)


def test_what_the_rules_give_in_the_bundled_text_is_as_declared():
    name = "E-RES-2019-20.ar.txt"
    document = read_bytes(resources.read_bytes("documents", name), name)
    found = [one for citation in find_citations(document) for one in citation.evidence]
    assert found
    for one in found:
        check(one)


CASES = [
    ("resolution 73/154 of 17 December 2018", "en", [("date-in-session", "2018-12-17", "73")]),
    ("resolution 73/154", "en", [("session-first-in-language",)]),
    ("resolution 1325 (2000) of 31 October 2000", "en", [("date-in-year", "2000-10-31", "2000")]),
    ("resolution 1325 (2000)", "en", [("year", "2000")]),
    ("resolution 3452 (XXX)", "en", [("session", "XXX")]),
    ("Security Council resolution 1325", "en", [("council-number", "1325", "2000")]),
    ("Human Rights Council resolution 1325 (2000)", "en", [("year-unfit", "2000", "HRC")]),
    ("قرار المجلس الاقتصادي والاجتماعي 2004/2003", "ar", [("two-years",)]),
    ("القرار ٣٣/٤٤", "ar", [("both-orders",)]),
    ("القرار ٤١/٢٠٠", "ar", [("only-session", "41")]),
    ("القرار ٤١/٢٠٠ المؤرخ ١٧ كانون الأول/ديسمبر ٢٠١٨", "ar", [("only-session", "41"), ("date-unfit", "2018-12-17")]),
    ("القرار ٣٣/٤٤ والقرار ٤١/٢٠٠", "ar", [("session-first-in-document",)]),
    ("القرار ٣٣/٤٤ والقرار ٢٠٠/٤١", "ar", [("number-first-in-document",)]),
    ("القرارات من ٥٧/٣٠١ إلى ٥٧/٣٠٥", "ar", [("session-of-range", "57")]),
    ("General Assembly resolution 999/999", "en", [("no-session",)]),
    ("resolution 59/3009", "en", [("session-first-in-language",), ("mark-taken-off", "9")]),
    ("document A/73/1", "en", [("symbol",)]),
    ("United Nations, Treaty Series, vol. 1577, No. 27531", "en", [("volume-and-number",)]),
    ("Official Records, Supplement No. 53A (A/73/53/Add.1)", "en", [("records-supplement", "53A")]),
    ("Official Records, Supplement (A/73/53)", "en", [("records",)]),
    ("the Convention on the Rights of the Child", "en", [("name",)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "language", "expected"), CASES)
def test_the_reason_for_an_answer(text, language, expected):
    first = evidence_of(text, language=language)[0]
    assert [(one.code, *one.arguments) for one in first] == expected
    for one in first:
        check(one)


def test_a_reason_may_point_to_what_stands_before():
    (_, short) = evidence_of("resolution 73/154; paragraph 3 of that resolution")
    assert short == (Evidence(EvidenceCode.ANTECEDENT, ("op_1", "A/RES/73/154")),)
    notes = ("United Nations, Treaty Series, vol. 1577, No. 27531.", "Ibid., vol. 2171, No. 27531.")
    assert evidence_of("x", notes=notes)[1] == (Evidence(EvidenceCode.IBID_NOTE, ("1", "UNTS")),)
    assert evidence_of("x", notes=("See A/73/1.", "Ibid."))[1] == (Evidence(EvidenceCode.IBID_NOTE, ("1", "A/73/1")),)
    assert evidence_of("See the report (A/73/1, and ibid., para. 5)")[1][0].code is EvidenceCode.IBID_PLACE


def test_arguments_are_grouped_by_kind_and_the_last_repeats():
    one = Evidence.of(EvidenceCode.YEAR_UNFIT, 2019, "GA", "SC")
    assert one.grouped() == ((ArgumentKind.NUMBER, ("2019",)), (ArgumentKind.ORGAN, ("GA", "SC")))
    assert Evidence(EvidenceCode.SYMBOL).grouped() == ()
