"""The index in step with the library: one new text costs one text, and nobody pays for Whoosh before searching."""

import subprocess
import sys
from pathlib import Path

import pytest

from library import catalogue
from library.citations import CitationSet
from services.search.index_sync import reindex, state
from services.search.library_search import search_once
from services.search.search_request import SearchRequest

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def two(db, put):
    return [put("A/RES/73/1", "حق الطفل", "حماية"), put("A/RES/73/20", "الطفل", notes=("هامش الطفل",))]


def places(db, folder, query):
    answer = search_once(db, folder, SearchRequest(query, instruments=False))
    assert answer.source == "index"
    return [(hit.document, hit.provision) for hit in answer.hits]


def test_one_text_is_added(db, folder, put, two):
    assert reindex(db, folder).anew
    put("A/RES/73/3", "كل طفل", "الطفل")
    assert state(db, folder) == "stale"
    done = reindex(db, folder)
    assert (done.texts, done.anew) == (1, False)
    assert state(db, folder) == "ready"
    assert places(db, folder, '"الطفل"') == [
        ("A/RES/73/1", "op_1"),
        ("A/RES/73/3", "op_2"),
        ("A/RES/73/20", "op_1"),
        ("A/RES/73/20", "fn_1"),
    ]


def test_a_changed_text_replaces_the_old_one(db, folder, put, two):
    reindex(db, folder)
    put("A/RES/73/1", "كلمات أخرى")
    done = reindex(db, folder)
    assert (done.texts, done.anew) == (1, False)
    assert places(db, folder, "حق") == []
    assert places(db, folder, "أخرى") == [("A/RES/73/1", "op_1")]
    assert places(db, folder, '"الطفل"') == [("A/RES/73/20", "op_1"), ("A/RES/73/20", "fn_1")]


def test_in_step_means_nothing_to_do(db, folder, two):
    reindex(db, folder)
    assert reindex(db, folder).texts == 0
    assert reindex(db, folder, anew=True).texts == 2


def test_many_small_additions_stay_right(db, folder, put):
    reindex(db, folder)
    for number in range(1, 25):
        put(f"A/RES/70/{number}", "نص مشترك", f"رقم {number}")
        assert reindex(db, folder).texts == 1
    assert [name for name, _ in places(db, folder, "مشترك")] == [f"A/RES/70/{number}" for number in range(1, 25)]
    assert places(db, folder, "رقم 7") == [("A/RES/70/7", "op_2")]


def test_one_symbol_in_two_languages(db, folder, put):
    put("A/RES/73/1", "the child", language="en")
    put("A/RES/73/1", "الطفل child")
    reindex(db, folder)
    assert [
        (hit.language, hit.tier) for hit in search_once(db, folder, SearchRequest("child", instruments=False)).hits
    ] == [
        ("ar", "exact"),
        ("en", "exact"),
    ]


def test_an_empty_library(db, folder):
    assert reindex(db, folder).anew
    assert state(db, folder) == "ready"
    assert places(db, folder, "الطفل") == []


def test_progress_and_stopping(db, folder, two):
    told = []
    reindex(db, folder, progress=lambda *step: told.append(step))
    assert told == [(0, 2, "A/RES/73/1"), (1, 2, "A/RES/73/20"), (2, 2, "")]
    before = places(db, folder, "الطفل")
    assert reindex(db, folder, anew=True, cancelled=lambda: True).cancelled
    assert places(db, folder, "الطفل") == before
    assert sorted(path.name for path in folder.parent.glob("index*")) == ["index", "index.lock"]


def test_a_search_that_is_stopped_says_so(db, folder, two):
    scanned = search_once(db, folder, SearchRequest("الطفل"), cancelled=lambda: True)
    assert (scanned.partial, scanned.total, scanned.source) == (True, 0, "scan")
    reindex(db, folder)
    assert search_once(db, folder, SearchRequest("الطفل"), cancelled=lambda: True).partial


def test_the_clock_is_only_the_callers(db, folder, two):
    ticks = iter([1.0, 1.5])
    assert search_once(db, folder, SearchRequest("الطفل"), clock=lambda: next(ticks)).took_ms == 500


def test_a_new_index_replaces_a_file_that_stands_in_its_place(db, folder, two):
    folder.write_text("not a folder", encoding="utf-8")
    assert state(db, folder) == "damaged"
    reindex(db, folder)
    assert state(db, folder) == "ready"


def test_corrections_that_change_are_indexed(db, folder, two, made):
    from documents.corrections import Correction
    from documents.position import Span

    reindex(db, folder)
    document = two[0]
    catalogue.add(db, document, CitationSet(), (Correction(Span("op_1", 0, 2), "حق", "حقوق", 0.9),))
    assert reindex(db, folder).texts == 1
    (hit,) = search_once(db, folder, SearchRequest('"حقوق الطفل"', instruments=False)).hits
    assert [hit.text[start:end] for start, end in hit.highlights] == ["حق الطفل"]


def test_whoosh_is_not_loaded_before_the_first_search():
    code = "import sys, services.search.library_search, services.search.index_sync; sys.exit('whoosh' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
