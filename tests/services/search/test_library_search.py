"""What an answer says besides its hits: counts, what failed and what would help, instruments, who cites."""

import time

import pytest

from library.database import open_database
from services.search.index_sync import reindex, state
from services.search.library_search import search
from services.search.search_indexes import SearchIndexes
from services.search.search_request import SearchOptions, SearchRequest


@pytest.fixture(scope="module")
def library(bundled_library, tmp_path_factory):
    folder = tmp_path_factory.mktemp("answers")
    with open_database(bundled_library(folder / "library.db")) as db:
        reindex(db, folder / "index")
        with SearchIndexes(folder / "index") as indexes:
            yield db, indexes


@pytest.fixture
def find(library):
    db, indexes = library

    def found(query, *options, clock=time.perf_counter, **more):
        return search(db, indexes, SearchRequest(query, *options, **more), clock=clock)

    return found


def test_counts_by_tier_and_field(find):
    answer = find("المنظمة", facets=True, limit=1)
    assert len(answer.hits) == 1
    assert answer.tiers["exact"] == 1
    assert answer.tiers["folded"] == 2
    assert answer.total == sum(answer.tiers.values())
    assert answer.facets["organ"] == (("ECOSOC", sum(answer.tiers[t] for t in ("exact", "folded", "inflected"))),)
    assert dict(answer.facets["kind"])["preambular"] >= 2
    assert answer.facets["year"][0][0] == "2019"
    assert answer.facets["language"][0][0] == "ar"


def test_the_time_of_a_search_is_told_in_milliseconds(find):
    times = iter((1.0, 1.25))
    assert find("المنظمة", clock=lambda: next(times)).took_ms == 250


def test_narrowed_by_a_field(find):
    whole, narrow = find("الأطفال"), find("الأطفال نوع:ديباجة")
    assert 0 < narrow.total < whole.total
    assert {hit.kind for hit in narrow.hits} == {"preambular"}
    assert find("الأطفال سنة:2018").total == 0
    assert find("فعل:تحث").total > 0
    assert find("قوة:حث").total >= find("فعل:تحث").total
    assert {hit.provision for hit in find("cites:73/154").hits} == {"pp_12"}
    assert [hit.provision for hit in find("فقرة:٥").hits] == ["op_5"]
    assert {hit.provision.partition("_")[0] for hit in find("حاشية:2018").hits} == {"fn"}


def test_instruments_come_last_with_their_names(find):
    answer = find("الجريمة المنظمة")
    tiers = [hit.tier for hit in answer.hits]
    assert tiers == sorted(tiers, key=["exact", "folded", "inflected", "instrument"].index)
    last = answer.hits[-1]
    assert (last.tier, last.provision, last.kind) == ("instrument", "", "instrument")
    assert last.document
    assert all(last.text[start:end] for start, end in last.highlights)
    assert len(find("الجريمة المنظمة", offset=answer.total - 2).hits) == 2
    assert "instrument" not in {hit.tier for hit in find("الجريمة المنظمة", instruments=False).hits}


def test_what_failed_and_what_would_help(find):
    answer = find("الأطفال زرافة")
    (failed,) = answer.failed
    assert (failed.text, failed.place, failed.alone) == ("زرافة", (8, 13), 0)
    assert failed.remedies == ("without",)
    (strict,) = find("الاطفال", SearchOptions(strict=frozenset({"hamza"})), instruments=False).failed
    assert strict.remedies == ("fold",)
    (bare,) = find("أطفالهم", SearchOptions(inflect=False), instruments=False).failed
    assert "inflect" in bare.remedies or bare.remedies == ()
    (phrase,) = find('"الأطفال حقوق"', instruments=False).failed
    assert phrase.remedies == ("words",)
    apart = find("الأطفال سنة:1999")
    assert [(one.text, one.alone) for one in apart.failed] == [("سنة:1999", 0)]


def test_did_you_mean_finds_something(find):
    answer = find("الجريمح المنظمة", SearchOptions(inflect=False), instruments=False)
    assert answer.suggestions == ("الجريمة المنظمة",)
    assert find(answer.suggestions[0]).total > 0


def test_problems_are_told(find):
    (problem,) = find('الأطفال "حقوق').problems
    assert (problem.code, problem.place) == ("unclosed-quote", (8, 13))


def test_who_cites_what_is_named(find):
    (cited,) = find("A/RES/73/154").citing
    assert cited.target == "A/RES/73/154"
    assert cited.rows[0].provision == "pp_12"
    assert find("E/RES/2019/20").symbols == ("E/RES/2019/20",)


def test_a_corrected_citation_reaches_the_index(library):
    from documents.position import Span
    from library import catalogue
    from services.citations.overrides import set_target, undo

    db, indexes = library
    folder = indexes.texts.folder
    document = catalogue.load(db, "E/RES/2019/20", "ar")
    set_target(db, document, Span("pp_12", 14, 27), "A/RES/73/155")
    assert state(db, folder, indexes.texts) == "ready"
    assert reindex(db, folder).texts == 1
    assert [hit.provision for hit in search(db, indexes, SearchRequest("cites:A/RES/73/155")).hits] == ["pp_12"]
    undo(db)
    assert reindex(db, folder).texts == 1
    assert search(db, indexes, SearchRequest("cites:A/RES/73/155")).total == 0
