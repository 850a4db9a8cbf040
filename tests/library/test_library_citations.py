"""What documents cite, counted: the totals are at every moment what counting all rows would give."""

import dataclasses
import datetime

from hypothesis import HealthCheck, given
from hypothesis import strategies as st
from lengths import examples

from documents.citations.citation import Citation, CitationKind, Pinpoint
from documents.citations.evidence import Evidence, EvidenceCode
from documents.position import Span
from library import catalogue, citations, document_versions
from library.citations import CitationSet, Total
from library.database import open_database


def counted_anew(db):
    """Count every row: {target: (citations, documents)}."""
    return {
        row[0]: (row[1], row[2])
        for row in db.rows(
            "SELECT target, count(*), count(DISTINCT symbol) FROM held_citations"
            " WHERE NOT own AND target <> '' GROUP BY target"
        )
    }


def totals(db):
    return {total.target: (total.citations, total.documents) for total in citations.totals(db)}


def citing(*targets, start=0):
    return tuple(
        Citation(Span("op_1", at, at + 1), "ت", CitationKind.DOCUMENT, target)
        for at, target in enumerate(targets, start)
    )


def test_pinpoints_antecedent_and_the_users_answer_come_back(db, make_document):
    pinpoint = Pinpoint(Span("pp_1", 0, 2), "إذ", "para_3__point_a")
    full = Citation(
        Span("pp_1", 12, 25),
        "قرارها ١٥٤/٧٣",
        CitationKind.SHORT_FORM,
        "A/RES/73/154",
        evidence=(Evidence(EvidenceCode.ANTECEDENT, ("pp_1", "A/RES/73/154")),),
        pinpoints=(pinpoint, dataclasses.replace(pinpoint, place="art_19")),
        antecedent=Span("outer_op_1", 3, 9),
        by_user=True,
    )
    catalogue.add(db, make_document(), CitationSet((full,)))
    assert citations.of_document(db, "E/RES/2019/20", "ar") == (full,)
    assert citations.rule_citations(db, "E/RES/2019/20", "ar").standing == ()


def test_two_languages_of_a_text_are_one_document_and_removing_takes_them_out(db, make_document):
    for language in ("ar", "en"):
        catalogue.add(db, make_document(language=language), CitationSet(citing("A/1/1", "A/1/2")))
    catalogue.add(db, make_document("A/RES/74/174"), CitationSet(citing("A/1/1")))
    assert citations.total(db, "A/1/1") == Total("A/1/1", 3, 2)
    assert citations.total(db, "A/1/2") == Total("A/1/2", 2, 1)
    version = document_versions.remove(db, "E/RES/2019/20", "en")
    assert citations.total(db, "A/1/1") == Total("A/1/1", 2, 2)
    assert citations.total(db, "A/1/2") == Total("A/1/2", 1, 1)
    document_versions.remove(db, "E/RES/2019/20", "ar")
    assert totals(db) == {"A/1/1": (1, 1)}
    document_versions.restore(db, version)
    assert totals(db) == {"A/1/1": (2, 2), "A/1/2": (1, 1)}


def test_a_target_that_is_held_has_its_languages(db, make_document):
    for language in ("en", "ar"):
        catalogue.add(db, make_document("A/1/1", language), CitationSet())
    catalogue.add(db, make_document(), CitationSet(citing("A/1/1", "A/1/2")))
    assert citations.total(db, "A/1/1").languages == ("ar", "en")
    assert [(t.target, t.languages) for t in citations.totals_of(db, "E/RES/2019/20", "ar")] == [
        ("A/1/1", ("ar", "en")),
        ("A/1/2", ()),
    ]
    assert citations.held_languages(db, ["A/1/1", "A/1/2", "'; --"]) == {"A/1/1": ("ar", "en")}
    assert citations.held_languages(db, []) == {}


def test_own_and_overridden_and_unresolved_are_not_counted(db, make_document):
    one = citing("A/1/1", "E/RES/2019/20", "")
    own = dataclasses.replace(one[1], own=True)
    catalogue.add(db, make_document(), CitationSet((one[0], own, one[2]), citing("A/1/9", start=7)))
    assert totals(db) == {"A/1/1": (1, 1)} == counted_anew(db)
    assert citations.cited_by(db, "A/1/9", 5) == ()
    assert citations.cited_by(db, "E/RES/2019/20", 5) == ()


def test_places_come_latest_first_and_page_by_page(db, make_document):
    for year in (None, 1990, 2020, 2005):
        document = make_document(f"A/{year}/1")
        adopted = datetime.date(year, 1, 1) if year else None
        document = dataclasses.replace(document, masthead=dataclasses.replace(document.masthead, adopted=adopted))
        catalogue.add(db, document, CitationSet(citing("A/1/1", "A/1/1")))
    found = citations.cited_by(db, "A/1/1", -1)
    assert [(one.symbol, one.start) for one in found] == [
        (f"A/{year}/1", at) for year in (2020, 2005, 1990, None) for at in (0, 1)
    ]
    assert citations.cited_by(db, "A/1/1", 3, 2) == found[2:5]
    assert citations.cited_by(db, "A/1/1", 9, 99) == ()


NAMES = [(symbol, language) for symbol in ("A/RES/1/1", "A/RES/2/2") for language in ("ar", "en")]
TARGETS = st.lists(st.sampled_from(["A/RES/1/1", "A/RES/2/2", "A/9/9", "UNTS 1/2", ""]), max_size=4)
STEPS = st.one_of(
    st.tuples(st.just("add"), st.sampled_from(NAMES), TARGETS, st.integers(0, 2)),
    st.tuples(st.just("store"), st.sampled_from(NAMES), TARGETS),
    st.tuples(st.just("remove"), st.sampled_from(NAMES)),
    st.tuples(st.just("restore"), st.integers(0, 9)),
)


def former_versions(db):
    """Return the ids of the texts that are no longer held, the last ended first."""
    sql = "SELECT id FROM documents WHERE coalesce(superseded, removed) IS NOT NULL"
    return [row[0] for row in db.rows(f"{sql} ORDER BY coalesce(superseded, removed) DESC, id DESC")]


def take(db, make_document, step):
    match step:
        case "add", (symbol, language), targets, provision:
            document = make_document(symbol, language, provision="تحث الدول" + "؛" * provision)
            catalogue.add(db, document, CitationSet(cite(symbol, targets)))
        case "store", (symbol, language), targets if catalogue.has(db, symbol, language):
            citations.store(db, catalogue.load(db, symbol, language), CitationSet(cite(symbol, targets)))
        case "remove", (symbol, language) if catalogue.has(db, symbol, language):
            document_versions.remove(db, symbol, language)
        case "restore", number if number < len(former := former_versions(db)):
            document_versions.restore(db, former[number])


def cite(symbol, targets):
    return tuple(dataclasses.replace(one, own=one.target == symbol) for one in citing(*targets))


@examples(40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(STEPS, max_size=12))
def test_the_counts_are_right_whatever_was_done(tmp_path_factory, make_document, steps):
    with open_database(tmp_path_factory.mktemp("counts") / "library.db") as db:
        for step in steps:
            take(db, make_document, step)
            assert totals(db) == counted_anew(db)


def test_who_cites_is_answered_from_the_index_alone(db):
    sql = f"SELECT count(*) FROM citations AS c WHERE c.target = ? AND {citations._COUNTED}"
    plan = [row[3] for row in db.rows("EXPLAIN QUERY PLAN " + sql, ("A/1/1",))]
    assert plan == ["SEARCH c USING COVERING INDEX citations_counted (target=? AND standing=? AND own=?)"]
