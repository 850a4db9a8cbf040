"""The catalogue: facts of the instruments, their certainty and their official links."""

from datetime import date

import pytest

from documents.citations.find import find_citations
from documents.citations.instruments import Catalogue, catalogue, instrument, links
from documents.model import Document, Kind, Provision
from documents.symbol import canonical


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


@pytest.mark.parametrize("target", list(catalogue()))
def test_every_entry_is_complete(target):
    known = instrument(target)
    assert known.names
    assert all(name == name.strip() for name in known.names.values())
    assert known.source
    facts = {"symbol", "date", "unts", "mtdsg", "entry_into_force", "adopting_resolution", "names.ar", "names.en"}
    assert known.uncertain <= facts
    if not target.startswith(("UNTS", "MTDSG")):
        assert canonical(target) == target
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
