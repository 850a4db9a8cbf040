"""The catalogue: facts of the instruments, their certainty and their official links."""

import json
from datetime import date

import pytest

from documents.citations.catalogue.instrument import as_row, from_row
from documents.citations.catalogue.instrument_catalogue import Catalogue, instrument, links
from documents.citations.catalogue.instrument_file import RowError, parse_rows
from documents.citations.find import find_citations
from documents.model import Document, Kind, Provision
from documents.symbol import Symbol, canonical


def test_the_convention():
    known = instrument("UNTS 1577/27531")
    assert known.names == {"ar": "اتفاقية حقوق الطفل", "en": "Convention on the Rights of the Child"}
    assert (known.unts, known.mtdsg, known.date) == ("1577/27531", "IV-11", date(1989, 11, 20))
    assert known.entry_into_force == date(1990, 9, 2)
    assert known.adopting_resolution == "A/RES/44/25"
    assert not known.is_certain("adopting_resolution")
    assert known.is_certain("date")
    assert known.name("ar") == "اتفاقية حقوق الطفل"
    assert known.name("zh") == known.names["en"]


def test_a_resolution_that_the_bundled_text_cites():
    known = instrument("A/RES/73/148")
    assert known.names["ar"].startswith("تكثيف الجهود")
    assert (known.organ, known.symbol, known.date) == ("GA", "A/RES/73/148", date(2018, 12, 17))
    assert known.certain
    assert not instrument("A/RES/72/195").is_certain("names.en")


def test_what_is_not_known():
    assert instrument("A/RES/1/1") is None
    assert links("UNTS 1/1", "en") == ()


def test_official_links():
    assert links("A/RES/73/154", "ar") == ("https://docs.un.org/ar/A/RES/73/154",)
    assert links("UNTS 2171/27531", "ar") == (
        "https://treaties.un.org/Pages/ViewDetails.aspx?src=TREATY&mtdsg_no=IV-11-c&chapter=4&clang=_en",
    )
    assert links("CCPCJ/RES/27/3", "en") == ("https://docs.un.org/en/E/2018/30",)
    assert links("A/RES/217(III)A", "fr") == ("https://docs.un.org/fr/A/RES/217(III)A",)


@pytest.mark.parametrize("target", list(Catalogue.bundled().known))
def test_every_entry_is_complete(target):
    known = instrument(target)
    assert set(known.names) >= {"ar", "en"}
    assert all(name == name.strip() for name in known.names.values())
    assert known.source
    facts = {"symbol", "date", "unts", "mtdsg", "entry_into_force", "adopting_resolution", "names.ar", "names.en"}
    assert known.uncertain <= facts
    if not target.startswith(("UNTS", "MTDSG")):
        assert Symbol.parse(target).text == target
    assert not known.protocol_of or instrument(known.protocol_of)
    if known.unts:
        assert target == f"UNTS {known.unts}"
    for symbol in filter(None, (known.adopting_resolution, known.printed_in, known.symbol)):
        assert canonical(symbol) == symbol


TREATIES = sorted({target for form in Catalogue.bundled().name_forms() for target in form.targets})


@pytest.mark.parametrize("target", TREATIES)
def test_a_treaty_is_found_by_each_of_its_names(target):
    for language, name in instrument(target).names.items():
        text = f"أطراف في {name}،" if language == "ar" else f"parties to the {name}."
        found = find_citations(Document("", language, "", (Provision("op_1", Kind.OPERATIVE, text),)))
        assert [(c.text, c.target) for c in found] == [(name, target)]


ROW = {
    "target": "UNTS 9999/99999",
    "names": {"en": "Convention on the Testing of Catalogues", "ar": "اتفاقية اختبار الفهارس"},
    "source": "a user's list",
}


def rows(*given):
    return parse_rows(json.dumps(given).encode())


def test_a_users_instrument_is_found_and_marks_what_was_found_without_it():
    known = Catalogue.bundled().extended(rows(ROW))
    document = Document(
        "", "en", "", (Provision("op_1", Kind.OPERATIVE, "the Convention on the Testing of Catalogues"),)
    )
    assert find_citations(document) == ()
    assert [c.target for c in find_citations(document, catalogue=known)] == ["UNTS 9999/99999"]
    assert known.get("UNTS 9999/99999").source == "a user's list"
    assert known.get("UNTS 1577/27531") is instrument("UNTS 1577/27531")
    assert Catalogue.bundled().digest == ""
    assert known.digest == Catalogue.bundled().extended(rows(ROW)).digest != ""
    assert known == Catalogue.bundled().extended(rows(ROW)) != Catalogue.bundled()
    assert Catalogue.bundled().extended(()) is Catalogue.bundled()
    assert tuple(map(from_row, map(as_row, known.all()))) == known.all()


def test_a_user_adds_names_and_missing_facts_but_replaces_no_checked_one():
    given = rows(
        {
            "target": "UNTS 1577/27531",
            "names": {"en": "Charter of All Children", "fr": "Convention relative aux droits de l'enfant"},
            "date": "1999-01-01",
            "adopting_resolution": "A/RES/1/1",
            "organ": "GA",
        },
        {"target": "UNTS 9999/1", "names": {"en": "Convention on Biological Diversity"}},
    )
    known = Catalogue.bundled().extended(given).get("UNTS 1577/27531")
    assert known.date == date(1989, 11, 20)
    assert known.names["en"] == "Convention on the Rights of the Child"
    assert known.names["fr"] == "Convention relative aux droits de l'enfant"
    assert known.organ == "GA"
    assert known.adopting_resolution == "A/RES/1/1", "44/25 was marked as unchecked"
    text = "the Charter of All Children and the Convention on Biological Diversity"
    document = Document("", "en", "", (Provision("op_1", Kind.OPERATIVE, text),))
    found = find_citations(document, catalogue=Catalogue.bundled().extended(given))
    assert [c.target for c in found] == ["UNTS 1577/27531", "UNTS 1760/30619"]
    conflicts = Catalogue.bundled().conflicts(given)
    assert [(c.target, c.field) for c in conflicts] == [("UNTS 1577/27531", "date"), ("UNTS 9999/1", "names.en")]
    assert (conflicts[0].known, conflicts[0].given) == ("1989-11-20", "1999-01-01")


@pytest.mark.parametrize(
    ("change", "field", "problem"),
    [
        ({"target": "73"}, "target", "not-a-symbol"),
        ({"target": "UNTS 12"}, "target", "not-a-number"),
        ({"target": ""}, "target", "missing"),
        ({"target": 5}, "target", "not-text"),
        ({"names": {}}, "names", "missing"),
        ({"names": {"en": "Charter"}}, "names.en", "too-short"),
        ({"names": {"en": 3}}, "names.en", "not-text"),
        ({"names": {"English": "Convention on Testing"}}, "names.English", "not-a-language"),
        ({"forms": {"en": ["Convention [on] Testing"]}}, "forms.en", "reserved-character"),
        ({"forms": {"en": "Convention on Testing"}}, "forms.en", "not-a-list"),
        ({"date": "1 May 1999"}, "date", "not-a-date"),
        ({"unts": "vol. 5"}, "unts", "not-a-number"),
        ({"adopting_resolution": "73/1"}, "adopting_resolution", "not-a-symbol"),
        ({"colour": "red"}, "colour", "unknown"),
        ({"uncertain": "date"}, "uncertain", "not-text"),
    ],
)
def test_a_wrong_row_is_told_with_its_field(change, field, problem):
    with pytest.raises(RowError) as error:
        rows({**ROW, "target": "UNTS 1/1"}, {**ROW, **change})
    assert (error.value.row, error.value.field, error.value.problem) == (2, field, problem)


@pytest.mark.parametrize(
    ("data", "problem"),
    [(b"{", "not-json"), (b"\xff", "not-json"), (b"{}", "not-a-list"), (b"[[]]", "not-an-object")],
)
def test_a_wrong_file(data, problem):
    with pytest.raises(RowError) as error:
        parse_rows(data)
    assert error.value.problem == problem
    assert problem in str(error.value)


def test_a_target_given_twice():
    with pytest.raises(RowError, match="row 2, target: repeated"):
        rows(ROW, ROW)
