"""Answers to searches of a small library, as recorded: hits, reasons, counts, and what is suggested."""

from pathlib import Path

import pytest
from approved import assert_approved

from documents.importers.text.reader import read_text
from documents.position import Span
from library import catalogue, labels, notes
from library.database import open_database
from services.citations import overrides
from services.documents.document_import import store
from services.notes import annotation_edits
from services.search.index_sync import reindex
from services.search.library_search import search_once
from services.search.search_request import SearchOptions, SearchRequest

TEXTS = Path(__file__).parents[1] / "data" / "texts"
NAMES = "ar-assembly en-assembly en-composite en-council en-nested es-assembly fr-assembly zh-assembly".split()

QUERIES = (
    "الطفل",
    "الأطفال حماية",
    '"حقوق الطفل"',
    "=الأطفال",
    "children",
    "child",
    "Convention Rights",
    "protect~ victim~2",
    "protec* *ment*",
    "chil?",
    "crimes OR المخدرات",
    "Member States -cooperate",
    "Member NEAR/2 States",
    '"Member States"~5',
    "73/154",
    "A/RES/73/154",
    "2019/20",
    "27531",
    "1325 (2000)",
    "E/RES/2019/1",
    "kind:footnote",
    "footnote:Treaty",
    "title:measures",
    "annex:States",
    "preamble:Recalling",
    "operative:الدول",
    "symbol:2019/20 children",
    "organ:SC",
    "organ:GA kind:title",
    "year:2019 report",
    "year:2018..2019 kind:title",
    "date:2019-12 kind:title",
    "session:73 kind:title",
    "language:fr résolution",
    "cites:A/RES/73/154",
    'cites:"Convention on the Rights of the Child"',
    "verb:recalls kind:preambular",
    "فعل:حث",
    "force:decides",
    "label:OP5 الدول",
    "tag:a",
    "note:colleague",
    "كلمة لا توجد",
    "childrne protection",
    "children zzzz",
    "zzzz OR yyyy",
    '"rights child"',
    "Convention -Convention",
    "year:1901 children",
    "children foo:bar (",
    "保护 儿童",
    "resoluciones",
)
OPTIONS = {
    "by symbol": SearchOptions(sort="symbol"),
    "by date": SearchOptions(sort="date"),
    "by relevance": SearchOptions(sort="relevance"),
    "marks": SearchOptions(strict=frozenset({"marks"})),
    "hamza and case": SearchOptions(strict=frozenset({"hamza", "case"})),
    "ya and digits": SearchOptions(strict=frozenset({"ya", "ta_marbuta", "digits"})),
    "not inflected": SearchOptions(inflect=False),
}


@pytest.fixture(scope="module")
def library(bundled_library, tmp_path_factory):
    folder = tmp_path_factory.mktemp("answers")
    numbers = iter(range(1, 1000))
    ids = lambda: f"00000000-0000-4000-8000-{next(numbers):012}"  # noqa: E731
    with open_database(bundled_library(folder / "library.db"), ids=ids) as db:
        for name in NAMES:
            store(db, read_text((TEXTS / f"{name}.txt").read_bytes(), f"{name}.txt"))
        document = catalogue.load(db, "E/RES/2019/20", "ar")
        annotation_edits.add(
            db, document, [Span("op_5", 0, 12)], text="said by a colleague, الأطفال", labels=["a", "b/c"]
        )
        annotation_edits.add(db, document, [], text="children in a note on the whole")
        gone = annotation_edits.add(db, document, [Span("op_6", 0, 5)], text="children removed", labels=["a"])
        notes.remove(db, [gone.id])
        labels.rename(db, "b/c", "b/d")
        english = catalogue.load(db, "A/RES/74/174", "en")
        overrides.set_target(db, english, Span("pp_3", 0, 6), "A/RES/73/154")
        reindex(db, folder / "index")
        yield db, folder / "index"


def test_answers(library):
    lines = []
    for query in QUERIES:
        request = SearchRequest(query, limit=8, facets=True)
        lines += [f"{query}", *(f"  {line}" for line in told(search_once(*library, request)))]
    assert_approved("index/answers.txt", lines)


@pytest.mark.parametrize("name", OPTIONS)
def test_options(library, name):
    lines = []
    for query in ("الأطفال", "إلى المنظمة", "Children Rights", "73/154 ١٥٤", "crimes"):
        request = SearchRequest(query, OPTIONS[name], limit=12, instruments=False)
        lines += [f"{query}", *(f"  {line}" for line in told(search_once(*library, request)))]
    assert_approved(f"index/answers-{name.replace(' ', '-')}.txt", lines)


def test_without_an_index(library, tmp_path):
    lines = []
    for query in ("children", "zzzz", "الأطفال kind:footnote"):
        answer = search_once(library[0], tmp_path / "none", SearchRequest(query, limit=3))
        lines += [f"{query}", *(f"  {line}" for line in told(answer))]
    assert_approved("index/answers-scanned.txt", lines)


@pytest.mark.parametrize(("offset", "limit"), [(0, 0), (3, 4), (-2, 2), (1000, 5), (0, -1)])
def test_pages(library, offset, limit):
    whole = search_once(*library, SearchRequest("children", limit=1000)).hits
    page = search_once(*library, SearchRequest("children", limit=limit, offset=offset))
    start = max(0, offset)
    assert page.hits == whole[start : start + max(0, limit)]
    assert page.total == len(whole)


def told(answer):
    yield f"{answer.total} from {answer.source} ({answer.index}){' partial' * answer.partial} {dict(answer.tiers)}"
    for hit in answer.hits:
        words = [hit.text[start:end] for start, end in hit.highlights]
        place = f"{hit.document} {hit.language} {hit.provision} {hit.label} {hit.kind}"
        told_of = f"{hit.title[:40]} | {hit.text[:60]!r}"
        yield f"- {hit.tier} {place} {hit.note} {hit.score:.4f} {words} {hit.why} | {told_of}"
    for name, counts in answer.facets.items():
        yield f"facet {name}: {counts[:12]}"
    for told_of in (answer.symbols, answer.suggestions, answer.problems, answer.failed):
        if told_of:
            yield f"{told_of}"
    for citing in answer.citing:
        yield f"cited: {citing}"[:1500]
