"""A held index is opened once, and again when it was written anew."""

import pytest

from documents.offsets import Edit
from index.errors import IndexUnusable
from index.index_folder import mark_damaged
from index.index_handle import IndexHandle
from index.passages import DocumentFacts, Passage
from index.query import Field
from index.query_parser import parse
from index.writer import SourceText, build, update


def passage(symbol, text, **more):
    return Passage(symbol, "ar", "", "op_1", "OP1", 0, text, **more)


def texts(*pairs):
    return [SourceText((symbol, "ar"), text, [passage(symbol, text)]) for symbol, text in pairs]


def test_follows_what_is_written(tmp_path):
    folder = tmp_path / "index"
    held = IndexHandle(folder)
    with pytest.raises(IndexUnusable) as raised:
        held.searcher()
    assert raised.value.reason == "missing"
    build(folder, texts(("A/RES/1/1", "حقوق الطفل")), lambda: False)
    first = held.searcher()
    assert held.searcher() is first
    assert first.find(parse("الطفل"), limit=9).total == 1
    update(folder, texts(("A/RES/1/2", "الطفل والأسرة")), [], lambda: False)
    assert held.searcher() is not first
    assert held.searcher().find(parse("الطفل"), limit=9).total == 2
    mark_damaged(folder)
    with pytest.raises(IndexUnusable):
        held.searcher()
    held.close()


def test_a_passage_comes_back_as_it_was_put_in(tmp_path):
    full = Passage(
        *("A/RES/1/1", "ar", "title", "op_1", "OP1", 7, "حقوق الطفل"),
        (Edit(0, 4, "حق"),),
        kind="operative",
        verbs=("حثّ",),
        forces=("urge",),
        cites=("A/RES/73/154",),
        tags=("label",),
        about=DocumentFacts("GA", "73", "2018", "2018-12-17"),
    )
    build(tmp_path / "index", [SourceText(("A/RES/1/1", "ar"), "", [full])], lambda: False)
    held = IndexHandle(tmp_path / "index")
    assert [found for _, found in held.searcher().find(parse("الطفل"), limit=9).page] == [full]
    held.close()


def test_order_date_and_relevance(tmp_path):
    folder = tmp_path / "index"
    made = [
        passage("A/RES/2/1", "الطفل في نص طويل جداً عن كل شيء آخر", about=DocumentFacts(date="1950-01-01")),
        passage("A/RES/10/1", "الطفل", about=DocumentFacts(date="1960-01-01")),
        passage("A/RES/3/1", "الطفل الطفل", about=DocumentFacts(date="")),
    ]
    build(folder, [SourceText((each.document, "ar"), "", [each]) for each in made], lambda: False)
    held = IndexHandle(folder)

    def order(sort):
        return [hit.document for _, hit in held.searcher().find(parse("الطفل"), limit=9, sort=sort).page]

    assert order("order") == ["A/RES/2/1", "A/RES/3/1", "A/RES/10/1"]
    assert order("date") == ["A/RES/10/1", "A/RES/2/1", "A/RES/3/1"]
    assert order("relevance") == ["A/RES/3/1", "A/RES/10/1", "A/RES/2/1"]
    held.close()


def test_facets_count_what_was_found(tmp_path):
    folder = tmp_path / "index"
    made = [
        passage("A/RES/1/1", "الطفل", kind="operative", verbs=("حث",), about=DocumentFacts("GA", year="1950")),
        passage(
            "E/RES/1960/1", "الطفل", kind="preambular", verbs=("لاحظ",), about=DocumentFacts("ECOSOC", year="1960")
        ),
        passage("E/RES/1960/2", "الطفل", kind="operative", verbs=("حث",), about=DocumentFacts("ECOSOC", year="1960")),
        passage("E/RES/1960/3", "الأسرة", kind="operative", verbs=("حث",), about=DocumentFacts("ECOSOC", year="1960")),
    ]
    build(folder, [SourceText((each.document, "ar"), "", [each]) for each in made], lambda: False)
    held = IndexHandle(folder)
    found = held.searcher().facets(parse("الطفل"), [Field.ORGAN, Field.YEAR, Field.KIND, Field.VERB])
    assert found == {
        Field.ORGAN: (("ECOSOC", 2), ("GA", 1)),
        Field.YEAR: (("1960", 2), ("1950", 1)),
        Field.KIND: (("operative", 2), ("preambular", 1)),
        Field.VERB: (("حث", 2), ("لاحظ", 1)),
    }
    held.close()
