"""A text is opened by whatever a person writes for its symbol, with stored citations, in either reading."""

import pytest

from documents.citations.rules_version import RULES_VERSION
from library import catalogue, citations
from library.citations import CitationSet
from library.database import open_database
from library.errors import NotHeld
from services.documents.open_text import find_symbol, open_text, resolve_place, split_reference

FORMS = ["E/RES/2019/20", "e/res/2019/20", "2019/20", "20/2019", "٢٠١٩/٢٠", "٢٠/٢٠١٩", " E/RES/2019/20. "]
FORMS += ["\u200fE/RES/2019/20\u200e", "E-RES-2019-20", "https://undocs.org/ar/E/RES/2019/20"]


@pytest.mark.parametrize("written", FORMS)
def test_every_written_form_opens_it(db, written):
    assert find_symbol(db, written) == "E/RES/2019/20"


@pytest.mark.parametrize("written", ["", "A/RES/73/154", "شيء", "2019/21", "/", "E/RES/2019/2"])
def test_what_is_not_held_is_said_so(db, written):
    with pytest.raises(NotHeld):
        open_text(db, written)


def test_a_language_that_is_not_held(db):
    with pytest.raises(NotHeld) as caught:
        open_text(db, "2019/20", "en")
    assert caught.value.language == "en"


def test_the_corrected_and_the_received_reading(text):
    assert text.reading.text("pp_8").startswith("وإذ تشير")
    received = text.as_received()
    assert received.reading.text("pp_8").startswith("وراء تشير")
    assert received.document is text.document
    assert received.as_received() is received
    assert received.corrected().reading.text("pp_8") == text.reading.text("pp_8")
    assert len([c for c in received.reading.corrections if c.applied]) == 29


def test_citations_come_from_the_library(db):
    document = catalogue.load(db, "E/RES/2019/20")
    kept = citations.of_document(db, "E/RES/2019/20", "ar")[:1]
    citations.store(db, document, CitationSet(kept, rules_version=RULES_VERSION))
    assert open_text(db, "2019/20").citations == kept


def test_new_rules_find_them_anew_once(db):
    document = catalogue.load(db, "E/RES/2019/20")
    found = citations.of_document(db, "E/RES/2019/20", "ar")
    citations.store(db, document, CitationSet(rules_version=RULES_VERSION - 1))
    assert open_text(db, "2019/20").citations == found
    assert citations.of_document(db, "E/RES/2019/20", "ar") == found
    assert citations.is_current(db, "E/RES/2019/20", "ar", RULES_VERSION, "")


def test_new_rules_in_a_read_only_library(db):
    document = catalogue.load(db, "E/RES/2019/20")
    found = citations.of_document(db, "E/RES/2019/20", "ar")
    citations.store(db, document, CitationSet(rules_version=RULES_VERSION - 1))
    with open_database(db.path, read_only=True) as reader:
        assert open_text(reader, "2019/20").citations == found


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("E/RES/2019/20", ("E/RES/2019/20", "")),
        ("E/RES/2019/20#op_5", ("E/RES/2019/20", "op_5")),
        ("E/RES/2019/20 OP5", ("E/RES/2019/20", "OP5")),
        ("E/RES/2019/20, OP5", ("E/RES/2019/20", "OP5")),
        ("٢٠١٩/٢٠ ف ٥", ("٢٠١٩/٢٠", "ف ٥")),
        ("E/RES/2019/20، الفقرة ٥", ("E/RES/2019/20", "الفقرة ٥")),
        ("A/RES/3452 (XXX)", ("A/RES/3452 (XXX)", "")),
        ("A/RES/3452 (XXX) OP5 (a)", ("A/RES/3452 (XXX)", "OP5 (a)")),
        ("  2019/20  ", ("2019/20", "")),
        ("", ("", "")),
    ],
)
def test_a_reference_is_split(written, parts):
    assert split_reference(written) == parts


@pytest.mark.parametrize(
    ("typed", "id_"),
    [
        ("op_5", "op_5"),
        ("OP5", "op_5"),
        ("ف ٥", "op_5"),
        ("PP3", "pp_3"),
        ("fn_9", "fn_9"),
        ("fn_77", None),
        ("OP99", None),
    ],
)
def test_a_place_is_found(text, typed, id_):
    assert resolve_place(text.document, typed) == id_
