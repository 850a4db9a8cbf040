"""The first search over the bundled resolution: tiers, phrases, symbols, both readings."""

import pytest

from services.search.index_sync import reindex
from services.search.library_search import search_once
from services.search.search_request import SearchRequest


@pytest.fixture(params=["scan", "index"])
def find(request, bundled, folder):
    """Search by reading through and by the index: every test here holds for both."""
    if request.param == "index":
        request.getfixturevalue("bundled_folder")

    def run(query, **options):
        answer = search_once(bundled, folder, SearchRequest(query, instruments=False, **options))
        assert answer.source == request.param
        assert not answer.partial
        return answer

    return run


def told(answer):
    return [(hit.label, hit.tier, [hit.text[start:end] for start, end in hit.highlights]) for hit in answer.hits]


def test_as_typed_comes_before_folded(find):
    assert told(find("المنظمة")) == [
        ("PP6", "exact", ["المنظمة", "المنظمة"]),
        ("PP19", "folded", ["المنظّمة"]),
        ("OP17", "folded", ["المنظّمة"]),
        ("PP17", "inflected", ["منظمات", "والمنظمة"]),
    ]
    why = [hit.why for hit in find("المنظمة").hits]
    assert why == [
        ("exact", "exact"),
        ("marks",),
        ("marks",),
        (
            "inflected suffix:ات query-prefix:ال query-suffix:ه",
            "inflected prefix:و prefix:ال suffix:ه query-prefix:ال query-suffix:ه",
        ),
    ]


def test_with_its_mark_it_is_the_other_way_round(find):
    assert [entry[:2] for entry in told(find("المنظّمة"))] == [
        ("PP19", "exact"),
        ("OP17", "exact"),
        ("PP6", "folded"),
        ("PP17", "inflected"),
    ]


def test_a_phrase_is_highlighted_whole(find):
    assert told(find('"الجريمة المنظمة"')) == [
        ("PP6", "exact", ["الجريمة المنظمة", "الجريمة المنظمة"]),
        ("PP19", "folded", ["الجريمة المنظّمة"]),
        ("OP17", "folded", ["الجريمة المنظّمة"]),
    ]
    assert find("«المنظمة الجريمة»").total == 0
    assert [hit.label for hit in find("المنظمة الجريمة").hits] == ["PP6", "PP19", "OP17"]


def test_a_word_is_found_with_its_proclitics_and_endings(find):
    tiers = {word: hit.tier for hit in find("أطفال").hits for word in told_words(hit)}
    assert {"الأطفال", "للأطفال", "وللأطفال"} <= tiers.keys()
    assert tiers["للأطفال"] == "inflected"
    assert "inflected" not in {hit.tier for hit in find('"أطفال"').hits}


def told_words(hit):
    return [hit.text[start:end] for start, end in hit.highlights]


def test_all_words_are_wanted(find):
    both, one = find("التعاون العابر"), find("التعاون")
    assert both.total < one.total
    assert find("التعاون زرافة").total == 0


def test_a_number_is_found_in_either_digits_and_order(find):
    for typed in ("73/154", "١٥٤/٧٣", "٧٣/١٥٤", "A/RES/73/154"):
        assert ("PP12", ["١٥٤/٧٣"]) in [(label, words) for label, _, words in told(find(typed))], typed
    assert told(find("154")) == [("PP12", "folded", ["١٥٤"])]


def test_a_symbol_is_found_and_the_document_it_names(find):
    assert told(find("E/2019/30")) == [("M4", "exact", ["E/2019/30"])]
    for typed in ("E/RES/2019/20", "2019/20", "٢٠/٢٠١٩"):
        assert find(typed).symbols == ("E/RES/2019/20",)
    assert find("مكافحة 2019/20").symbols == ("E/RES/2019/20",)
    assert find("A/RES/73/154").symbols == ()


def test_both_readings_are_found_and_shown_as_received(find):
    corrected = next(hit for hit in find("وإذ تشير").hits if hit.label == "PP8")
    assert corrected.tier == "exact"
    assert [corrected.text[start:end] for start, end in corrected.highlights] == ["وراء", "تشير"]
    assert corrected.why[0] == "corrected exact"
    received = next(hit for hit in find("وراء تشير").hits if hit.label == "PP8")
    assert [received.text[start:end] for start, end in received.highlights] == ["وراء", "تشير"]


def test_footnotes_are_searched(find):
    assert ("fn_3", "FN3") in [(hit.provision, hit.label) for hit in find("Treaty Series").hits]
    assert find("treaty series").hits[0].tier == "folded"


def test_pages_join_up(find):
    whole = find("الأطفال", limit=1000)
    assert whole.total == len(whole.hits) > 15
    pages = [find("الأطفال", limit=4, offset=offset) for offset in range(0, whole.total + 4, 4)]
    assert sum((page.hits for page in pages), ()) == whole.hits
    assert {page.total for page in pages} == {whole.total}


@pytest.mark.parametrize("typed", ["", " ", '"', '""', "«", "***", "/", "(", "\ud800", "\0", "ـ", "\u200f"])
def test_nothing_to_search_for(bundled, folder, typed):
    for _ in range(2):
        answer = search_once(bundled, folder, SearchRequest(typed))
        assert (answer.total, answer.hits, answer.partial) == (0, (), False)
        reindex(bundled, folder)
