"""The user's corrections: a layer that is undone and redone, outlives restarts, new texts and new rules."""

import dataclasses

import pytest

from documents.citations.citation import CitationKind, CitationStatus
from documents.citations.evidence import Evidence, EvidenceCode
from documents.citations.rules_version import RULES_VERSION
from documents.model import Kind, Provision
from documents.position import Span
from library import catalogue, citations, document_versions, journal
from library import citation_overrides as layer
from library.citations import CitationSet
from library.database import open_database
from library.errors import LibraryReadOnly
from services.citations import overrides
from services.citations.citation_refresh import refresh
from services.citations.cited_by import cited_by
from services.citations.coverage import coverage
from services.documents.open_text import open_text
from tests.services.citing_documents import GUIDED, RECALLING, put, resolution

NAME = ("A/RES/74/133", "en")


@pytest.fixture
def document(empty_db):
    return put(empty_db, resolution("A/RES/74/133", RECALLING, GUIDED))


def found(db):
    return {(c.span.provision, c.text): c.target for c in open_text(db, *NAME).citations if not c.own}


def span_of(document, provision, words):
    start = document.text_of(provision).index(words)
    return Span(provision, start, start + len(words))


BEFORE = {
    ("pp_1", "resolution 73/154"): "A/RES/73/154",
    ("pp_2", "Convention on the Rights of the Child"): "UNTS 1577/27531",
    ("op_1", "resolution 71/176"): "A/RES/71/176",
}


def test_another_target_is_seen_wherever_citations_are(empty_db, document):
    span = span_of(document, "pp_1", "resolution 73/154")
    edit = overrides.set_target(empty_db, document, span, "A/RES/73/155")
    assert found(empty_db) == BEFORE | {("pp_1", "resolution 73/154"): "A/RES/73/155"}
    (mine,) = [c for c in open_text(empty_db, *NAME).citations if c.by_user]
    assert (mine.kind, mine.status, mine.evidence) == (
        CitationKind.RESOLUTION,
        CitationStatus.RESOLVED,
        (Evidence(EvidenceCode.USER_OVER_RULES, ("A/RES/73/154",)),),
    )
    assert cited_by(empty_db, "A/RES/73/155").documents == 1
    assert cited_by(empty_db, "A/RES/73/154").documents == 0
    assert "A/RES/73/155" in {row.target for row in coverage(empty_db, NAME)}
    assert [(one.override.id, one.span, one.anchor) for one in overrides.list_overrides(empty_db, *NAME)] == [
        (edit.id, span, "exact")
    ]


def test_the_pinpoint_stays_with_the_corrected_citation(empty_db, document):
    span = span_of(document, "op_1", "resolution 71/176")
    overrides.set_target(empty_db, document, span, "A/RES/71/177")
    (mine,) = [c for c in open_text(empty_db, *NAME).citations if c.by_user]
    assert [pinpoint.place for pinpoint in mine.pinpoints] == ["para_3"]


def test_dismiss_add_and_reset(empty_db, document):
    span = span_of(document, "pp_1", "resolution 73/154")
    overrides.dismiss(empty_db, document, span)
    added = span_of(document, "op_1", " Member States ")
    overrides.set_target(empty_db, document, added, "A/RES/1/1")
    expected = {key: target for key, target in BEFORE.items() if key[0] != "pp_1"}
    assert found(empty_db) == expected | {("op_1", "Member States"): "A/RES/1/1"}
    assert overrides.reset(empty_db, document, span)
    assert not overrides.reset(empty_db, document, span)
    assert overrides.reset(empty_db, document, span_of(document, "op_1", "States"))
    assert found(empty_db) == BEFORE
    assert overrides.list_overrides(empty_db, *NAME) == ()
    assert len(layer.of_document(empty_db, *NAME, removed=True)) == 2


def test_undo_and_redo_across_restarts(empty_db, document):
    span = span_of(document, "pp_1", "resolution 73/154")
    overrides.set_target(empty_db, document, span, "A/RES/1/1")
    overrides.set_target(empty_db, document, span, "A/RES/1/2")
    overrides.dismiss(empty_db, document, span)
    states = [{**BEFORE, ("pp_1", "resolution 73/154"): f"A/RES/1/{n}"} for n in (1, 2)]
    with open_database(empty_db.path) as again:
        for state in (states[1], states[0], BEFORE):
            changed = overrides.undo(again)
            assert (changed.symbol, changed.language, changed.span) == (*NAME, span)
            assert found(again) == state
        assert overrides.undo(again) is None
    assert overrides.redo(empty_db).override.target == "A/RES/1/1"
    assert found(empty_db) == states[0]
    overrides.set_target(empty_db, document, span, "A/RES/1/9")
    assert overrides.redo(empty_db) is None
    overrides.undo(empty_db)
    assert found(empty_db) == states[0]
    assert len(layer.of_document(empty_db, *NAME, removed=True)) == 1


def test_a_later_correction_wins_where_two_meet(empty_db, document):
    whole = span_of(document, "pp_1", "its resolution 73/154 of 17 December 2018")
    overrides.set_target(empty_db, document, span_of(document, "pp_1", "resolution 73/154"), "A/RES/1/1")
    overrides.set_target(empty_db, document, whole, "A/RES/1/2")
    assert found(empty_db)["pp_1", "its resolution 73/154 of 17 December 2018"] == "A/RES/1/2"
    assert "A/RES/1/1" not in found(empty_db).values()
    overrides.undo(empty_db)
    assert found(empty_db)["pp_1", "resolution 73/154"] == "A/RES/1/1"


def test_new_rules_keep_it(empty_db, document):
    overrides.dismiss(empty_db, document, span_of(document, "pp_1", "resolution 73/154"))
    state = found(empty_db)
    citations.store(empty_db, document, CitationSet(rules_version=RULES_VERSION - 1))
    assert refresh(empty_db).documents == 1
    assert found(empty_db) == state


def test_a_new_text_keeps_it_where_its_words_are(empty_db, document):
    overrides.set_target(empty_db, document, span_of(document, "pp_1", "resolution 73/154"), "A/RES/1/1")
    put(empty_db, resolution("A/RES/74/133", "Guided by the purposes of the Charter,", RECALLING, GUIDED))
    assert found(empty_db)["pp_2", "resolution 73/154"] == "A/RES/1/1"
    (one,) = overrides.list_overrides(empty_db, *NAME)
    assert (one.anchor, one.span.provision) == ("moved", "pp_2")
    now = catalogue.load(empty_db, *NAME)
    overrides.set_target(empty_db, now, one.span, "A/RES/1/2")
    assert len(overrides.list_overrides(empty_db, *NAME)) == 1
    assert overrides.reset(empty_db, now, one.span)
    assert found(empty_db)["pp_2", "resolution 73/154"] == "A/RES/73/154"


def test_an_ambiguous_place_is_lost_kept_and_found_when_the_text_is_back(empty_db, document):
    overrides.set_target(empty_db, document, span_of(document, "pp_1", "resolution 73/154"), "A/RES/1/1")
    put(empty_db, resolution("A/RES/74/133", GUIDED, RECALLING, RECALLING))
    assert "A/RES/1/1" not in found(empty_db).values()
    (one,) = overrides.list_overrides(empty_db, *NAME)
    assert one.anchor == "lost"
    (version,) = empty_db.row("SELECT id FROM documents WHERE superseded IS NOT NULL")
    document_versions.restore(empty_db, version)
    assert found(empty_db)["pp_1", "resolution 73/154"] == "A/RES/1/1"
    assert overrides.list_overrides(empty_db, *NAME)[0].anchor == "exact"


def test_another_language_is_not_touched(empty_db, document):
    put(empty_db, dataclasses.replace(document, language="fr"))
    overrides.dismiss(empty_db, document, span_of(document, "pp_1", "resolution 73/154"))
    assert {c.by_user for c in open_text(empty_db, "A/RES/74/133", "fr").citations} == {False}
    assert overrides.list_overrides(empty_db, "A/RES/74/133", "fr") == ()


def test_the_documents_own_number_by_the_user_is_its_own(empty_db, document):
    overrides.set_target(empty_db, document, span_of(document, "pp_1", "resolution 73/154"), "A/RES/74/133")
    assert [c.own for c in open_text(empty_db, *NAME).citations if c.by_user] == [True]
    assert cited_by(empty_db, "A/RES/74/133").citations == 0


def test_a_citation_in_a_footnote(empty_db):
    note = "United Nations, Treaty Series, vol. 1577, No. 27531."
    document = put(empty_db, resolution("A/RES/74/133", RECALLING, notes=(note,)))
    overrides.dismiss(empty_db, document, span_of(document, "fn_1", "vol. 1577, No. 27531"))
    assert not [c for c in open_text(empty_db, *NAME).citations if c.span.provision == "fn_1"]


@pytest.mark.parametrize(
    ("span", "target", "error"),
    [
        (Span("pp_1", 5, 5), "A/1/1", ValueError),
        (Span("pp_1", 9, 10), "A/1/1", ValueError),
        (Span("pp_99", 0, 1), "A/1/1", KeyError),
        (Span("pp_1", 0, 5), "", ValueError),
    ],
)
def test_no_words_or_no_target(empty_db, document, span, target, error):
    with pytest.raises(error):
        overrides.set_target(empty_db, document, span, target)
    assert overrides.list_overrides(empty_db, *NAME) == ()
    assert overrides.undo(empty_db) is None


def test_a_read_only_library_takes_no_correction_but_shows_them(empty_db, document):
    span = span_of(document, "pp_1", "resolution 73/154")
    overrides.dismiss(empty_db, document, span)
    citations.store(empty_db, document, CitationSet(rules_version=RULES_VERSION - 1))
    with open_database(empty_db.path, read_only=True) as reader:
        assert ("pp_1", "resolution 73/154") not in found(reader)
        with pytest.raises(LibraryReadOnly):
            overrides.reset(reader, document, span)


def test_only_the_last_steps_are_kept(empty_db, document):
    span = span_of(document, "pp_1", "resolution 73/154")
    edit = overrides.dismiss(empty_db, document, span)
    for number in range(journal.KEPT_TURNS + 5):
        layer.change(empty_db, edit.id, f"A/RES/1/{number}")
    steps = 0
    while layer.undo(empty_db):
        steps += 1
    assert steps == journal.KEPT_TURNS


def test_the_order_of_the_text_is_kept(empty_db):
    document = resolution("A/RES/74/133", RECALLING, GUIDED)
    first = Provision("masthead_1", Kind.MASTHEAD, "A/74/400 something")
    document = put(empty_db, dataclasses.replace(document, provisions=(first, *document.provisions)))
    overrides.set_target(empty_db, document, span_of(document, "masthead_1", "something"), "A/1/1")
    order = [id_ for id_, _ in document.texts()]
    places = [(order.index(c.span.provision), c.span.start) for c in open_text(empty_db, *NAME).citations]
    assert places == sorted(places)
