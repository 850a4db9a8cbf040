"""Documents, what they cite and how they are corrected: stored, listed, replaced, removed, restored."""

import dataclasses
import datetime
import itertools

import pytest

from documents.citations.citation import Citation, CitationKind
from documents.position import Span
from library import catalogue, citations, document_versions, notes
from library.citations import CitationSet
from library.database import open_database
from library.errors import LibraryReadOnly, NotHeld
from services.notes import annotation_edits


def former_versions(db):
    """Return (id, whether it was replaced) of the texts that are no longer held, the last ended first."""
    return db.rows(
        "SELECT id, superseded IS NOT NULL FROM documents WHERE coalesce(superseded, removed) IS NOT NULL"
        " ORDER BY coalesce(superseded, removed) DESC, id DESC"
    )


def test_a_document_comes_back_as_it_was(db, library_file, make_document, cited, layer):
    document = make_document()
    assert catalogue.add(db, document, CitationSet(cited, rules_version=3), layer) == catalogue.Stored(
        replaced=False, changed=True
    )
    with open_database(library_file) as second:
        assert catalogue.load(second, "E/RES/2019/20", "ar") == document
        assert catalogue.load(second, "E/RES/2019/20") == document
        assert citations.of_document(second, "E/RES/2019/20", "ar") == cited
        assert catalogue.corrections(second, document) == layer
        assert citations.is_current(second, "E/RES/2019/20", "ar", 3, "")
        assert citations.stale(second, 4, "") == (("E/RES/2019/20", "ar"),)


def test_entries_are_listed_latest_first(db, make_document):
    catalogue.add(db, make_document("A/RES/1/1"), CitationSet())
    late = make_document("A/RES/70/1")
    late = dataclasses.replace(late, masthead=dataclasses.replace(late.masthead, adopted=datetime.date(2020, 1, 1)))
    catalogue.add(db, late, CitationSet())
    undated = make_document("A/RES/80/1")
    catalogue.add(
        db, dataclasses.replace(undated, masthead=dataclasses.replace(undated.masthead, adopted=None)), CitationSet()
    )
    entries = catalogue.entries(db)
    assert [entry.symbol for entry in entries] == ["A/RES/70/1", "A/RES/1/1", "A/RES/80/1"]
    assert (entries[0].organ, entries[0].provisions, entries[0].footnotes) == ("ECOSOC", 2, 1)
    assert entries[0].date == datetime.date(2020, 1, 1)
    assert entries[0].added.tzinfo is not None


@pytest.mark.parametrize(
    "ask", [catalogue.load, citations.of_document, citations.rule_citations, document_versions.remove]
)
def test_what_is_not_held_is_said_so(db, ask):
    with pytest.raises(NotHeld) as caught:
        ask(db, "A/RES/1/1", "ar")
    assert (caught.value.symbol, caught.value.language) == ("A/RES/1/1", "ar")


def test_languages_arabic_first(db, make_document):
    for language in ("fr", "ar", "en"):
        catalogue.add(db, make_document(language=language), CitationSet())
    assert catalogue.languages(db, "E/RES/2019/20") == ("ar", "fr", "en")
    assert catalogue.load(db, "E/RES/2019/20").language == "ar"
    assert catalogue.has(db, "E/RES/2019/20", "fr")
    assert not catalogue.has(db, "E/RES/2019/20", "ru")
    assert catalogue.symbols(db) == ("E/RES/2019/20",)


def test_the_same_again_changes_nothing(db, make_document, cited, layer):
    catalogue.add(db, make_document(), CitationSet(cited), layer)
    before = catalogue.digests(db)
    assert catalogue.add(db, make_document(), CitationSet(cited), layer) == catalogue.Stored(
        replaced=True, changed=False
    )
    assert catalogue.digests(db) == before
    assert citations.of_document(db, "E/RES/2019/20", "ar") == cited
    assert former_versions(db) == []


def test_a_new_text_keeps_the_bookmarks_and_the_former_text(db, make_document, cited):
    old, new = make_document(), make_document(provision="تشجع الدول الأعضاء؛")
    catalogue.add(db, old, CitationSet(cited))
    mark = annotation_edits.toggle_bookmark(db, old, "op_1")
    assert catalogue.add(db, new, CitationSet()) == catalogue.Stored(replaced=True, changed=True)
    assert catalogue.load(db, "E/RES/2019/20") == new
    assert notes.of_document(db, "E/RES/2019/20", "ar") == (mark,)
    assert mark.targets[0].quote.exact == "تحث الدول الأعضاء؛"
    ((version, replaced),) = former_versions(db)
    assert replaced
    document_versions.restore(db, version)
    assert catalogue.load(db, "E/RES/2019/20") == old
    assert citations.of_document(db, "E/RES/2019/20", "ar") == cited
    assert len(former_versions(db)) == 1
    with pytest.raises(NotHeld):
        document_versions.restore(db, version)


def test_a_removed_document_can_be_had_again(db, make_document, cited):
    document = make_document()
    catalogue.add(db, document, CitationSet(cited))
    annotation_edits.toggle_bookmark(db, document, "op_1")
    before = catalogue.digests(db)
    version = document_versions.remove(db, "E/RES/2019/20", "ar")
    assert not catalogue.has(db, "E/RES/2019/20")
    assert catalogue.entries(db) == ()
    assert citations.cited_by(db, "A/RES/73/154", 9) == ()
    assert citations.total(db, "A/RES/73/154") == citations.Total("A/RES/73/154", 0, 0)
    assert catalogue.digests(db) != before
    assert len(notes.all_annotations(db)) == 1
    document_versions.restore(db, version)
    assert catalogue.load(db, "E/RES/2019/20") == document
    assert catalogue.digests(db) == before


def test_restoring_displaces_but_never_drops(db, make_document):
    old, new = make_document(), make_document(provision="تشجع؛")
    catalogue.add(db, old, CitationSet())
    version = document_versions.remove(db, "E/RES/2019/20", "ar")
    catalogue.add(db, new, CitationSet())
    document_versions.restore(db, version)
    assert catalogue.load(db, "E/RES/2019/20") == old
    ((displaced, _),) = former_versions(db)
    document_versions.restore(db, displaced)
    assert catalogue.load(db, "E/RES/2019/20") == new


def test_who_cites_a_target(db, make_document, cited):
    catalogue.add(db, make_document(), CitationSet(cited))
    catalogue.add(db, make_document("A/RES/74/174"), CitationSet(cited))
    citing = citations.cited_by(db, "A/RES/73/154", 9)
    assert [(c.symbol, c.provision, c.label) for c in citing] == [
        ("A/RES/74/174", "pp_1", "PP1"),
        ("E/RES/2019/20", "pp_1", "PP1"),
    ]
    assert (citing[0].quote, citing[0].quote_start) == ("إذ تشير إلى قرارها ١٥٤/٧٣،", 12)
    assert citations.cited_by(db, "E/RES/2019/20", 9) == ()


def test_new_citations_take_the_place_of_the_old(db, make_document, cited):
    document = make_document()
    catalogue.add(db, document, CitationSet(cited))
    before = catalogue.digests(db)
    other = (Citation(Span("op_1", 0, 1), "ت", CitationKind.DOCUMENT, "A/1/1"),)
    citations.store(db, document, CitationSet(other, cited[:1], 2, "ab"))
    assert citations.of_document(db, "E/RES/2019/20", "ar") == other
    assert set(citations.rule_citations(db, "E/RES/2019/20", "ar").standing) == {other[0], cited[0]}
    assert citations.is_current(db, "E/RES/2019/20", "ar", 2, "ab")
    assert not citations.is_current(db, "E/RES/2019/20", "ar", 2, "")
    assert [total.target for total in citations.totals(db)] == ["A/1/1"]
    assert catalogue.digests(db) == before


def test_the_digests_see_text_corrections_and_members(db, make_document, layer):
    seen = [catalogue.digests(db)]
    for document, corrections in (
        (make_document(), ()),
        (make_document(), layer),
        (make_document(provision="تهيب؛"), layer),
        (make_document(language="en"), ()),
    ):
        catalogue.add(db, document, CitationSet(), corrections)
        seen.append(catalogue.digests(db))
    assert all(one != other for one, other in itertools.combinations(seen, 2))


def test_nothing_is_stored_when_citations_fail(db, make_document):
    strange = Citation(Span("op_99", 0, 1), "ت", CitationKind.DOCUMENT, "A/1/1")
    with pytest.raises(KeyError):
        catalogue.add(db, make_document(), CitationSet((strange,)))
    assert not catalogue.has(db, "E/RES/2019/20")


def test_a_read_only_library_takes_no_document(db, library_file, make_document):
    with open_database(library_file, read_only=True) as reader, pytest.raises(LibraryReadOnly):
        catalogue.add(reader, make_document(), CitationSet())
