"""Evidence as the library stores it, and as libraries of earlier rules did: English words."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from documents.citations.citation import Citation, CitationKind
from documents.citations.evidence import Evidence, EvidenceCode
from documents.position import Span
from library import catalogue, citations
from library.citations import CitationSet
from library.database import open_database
from library.migrations import SCHEMA_VERSION
from services.citations import citation_refresh
from services.documents.open_text import open_text

FIXTURES = Path(__file__).parents[1] / "fixtures"
NAME = ("E/RES/2019/20", "ar")


def cited(*evidence):
    return Citation(Span("pp_1", 12, 25), "قرارها ١٥٤/٧٣", CitationKind.RESOLUTION, "A/RES/73/154", evidence=evidence)


@pytest.mark.parametrize(
    "evidence",
    [
        (),
        (Evidence(EvidenceCode.SYMBOL),),
        (Evidence(EvidenceCode.ONLY_SESSION, ("41",)), Evidence(EvidenceCode.DATE_UNFIT, ("2018-12-17",))),
        (Evidence(EvidenceCode.UNKNOWN, ('a "quote", a | and \\, line\nbreak, [bracket]',)),),
    ],
)
def test_what_is_stored_comes_back(db, make_document, evidence):
    catalogue.add(db, make_document(), CitationSet((cited(*evidence),)))
    assert citations.of_document(db, *NAME)[0].evidence == evidence


@pytest.mark.parametrize(
    "written",
    [
        "date 2018-12-17 = session 73",
        "73",
        "two years",
        '[["moon-phase","3"]]',
        "[[]]",
        "[1]",
        '"x"',
        "[null]",
        "{",
        "[",
    ],
)
def test_what_is_not_understood_is_kept_as_a_text(db, make_document, written):
    catalogue.add(db, make_document(), CitationSet((cited(),)))
    with db.transaction():
        db.write("UPDATE citations SET evidence = ?", (written,))
    assert citations.of_document(db, *NAME)[0].evidence == (Evidence(EvidenceCode.UNKNOWN, (written,)),)


def codes(found):
    return {one.code for citation in found for one in citation.evidence}


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION + 1))
def test_a_stored_library_shows_its_evidence_when_opened(tmp_path, version):
    path = tmp_path / "library.db"
    shutil.copyfile(FIXTURES / f"library-v{version}.db", path)
    with sqlite3.connect(path) as old:
        words = {row[0] for row in old.execute("SELECT evidence FROM citations")}
    old.close()
    with open_database(path) as db:
        before = citations.of_document(db, *NAME)
        if "name in catalogue" in words:
            assert codes(before) == {EvidenceCode.UNKNOWN}
            assert {one.arguments[0] for citation in before for one in citation.evidence} <= words
        shown = open_text(db, *NAME).citations
        assert {EvidenceCode.DATE_IN_SESSION, EvidenceCode.NAME} <= codes(shown)
        assert EvidenceCode.UNKNOWN not in codes(shown)
        assert all(citation.evidence for citation in shown)
        assert EvidenceCode.USER_OVER_RULES in codes(shown) or not any(citation.by_user for citation in shown)
        assert citations.of_document(db, *NAME) == shown
        assert citation_refresh.stale_count(db) == 0
