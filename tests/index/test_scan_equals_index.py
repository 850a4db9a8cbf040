"""The index must answer exactly as reading the whole library through does: the oracle of every query."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lengths import examples

from documents.corrections import Correction
from documents.position import Span
from index.matching import Tier, match, may_match
from index.query_parser import parse
from library import catalogue
from library.citations import CitationSet
from library.database import open_database
from services.search.index_sync import reindex
from services.search.library_search import search_once
from services.search.search_request import SearchOptions, SearchRequest

WORDS = (
    "الطفل الأطفال اﻷطفال أطفال وللأطفال الجريمة الجريمه المنظمة المنظّمة مُنظَّمة إلى الى على علي ١٥٤/٧٣ 73/154 154 73"
    " A/RES/73/154 E/2019/30 2019 ٢٠١٩ UNODC unodc و/أو د-3 اللجنة للجنة لجنة والتعاون التعاون تعاون ١٬٢٣٤ 1234 12.5"
    " 漢字"
).split()
GAPS = st.sampled_from([" ", " ", " ", "، ", " (", ") ", "\n", " \u200f", "ـ ", "/", "-", "."])
TEXTS = st.lists(st.tuples(st.sampled_from(WORDS), GAPS), max_size=12).map(lambda pairs: "".join(map("".join, pairs)))
PHRASES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)
LIMITS = st.sampled_from(
    "نوع:منطوق رمز:73/154 جهة:GA سنة:2019 سنة:2000.. cites:A/RES/1/1 لغة:ar حاشية:الطفل فقرة:1 فعل:قرر".split()
)
PARTS = st.one_of(
    st.sampled_from(WORDS),
    PHRASES.map('"{}"'.format),
    PHRASES.map("«{}".format),
    PHRASES.map('"{}"~3'.format),
    st.sampled_from(WORDS).map("={}".format),
    st.sampled_from(WORDS).map("-{}".format),
    st.sampled_from(WORDS).map(lambda word: word[:3] + "*"),
    st.sampled_from(WORDS).map(lambda word: "*" + word[1:4] + "*"),
    st.sampled_from(WORDS).map("{}~".format),
    st.sampled_from(WORDS).map("{}~2".format),
    LIMITS,
    st.text(max_size=3),
)
QUERIES = st.lists(
    st.one_of(PARTS, st.tuples(PARTS, PARTS).map(" OR ".join), st.tuples(PARTS, PARTS).map("-({0[0]} {0[1]})".format)),
    min_size=1,
    max_size=3,
).map(" ".join)
STRICT = st.sets(st.sampled_from(["marks", "hamza", "ya", "ta_marbuta", "digits", "case"]), max_size=2).map(frozenset)
SORTS = st.sampled_from(["order", "symbol", "date"])


@st.composite
def corrections(draw, documents):
    """Some corrections and suspicions anywhere in a text, none overlapping another."""
    provision = draw(st.sampled_from(documents))
    start = draw(st.integers(0, len(provision.text)))
    end = draw(st.integers(start, len(provision.text)))
    confidence = draw(st.sampled_from([0.5, 0.9]))
    return Correction(Span(provision.id, start, end), provision.text[start:end], draw(TEXTS), confidence)


@examples(60)
@given(
    st.lists(st.lists(TEXTS, min_size=1, max_size=5), min_size=1, max_size=4),
    st.permutations(["A/RES/73/154", "A/RES/73/20", "E/RES/2019/20", "A/HRC/RES/1/2"]),
    st.lists(QUERIES, min_size=1, max_size=8),
    st.data(),
)
def test_index_and_scan_tell_the_same(made, tmp_path_factory, library, symbols, queries, data):
    folder = tmp_path_factory.mktemp("library")
    with open_database(folder / "library.db") as db:
        for symbol, texts in zip(symbols, library, strict=False):
            document = made(symbol, *texts)
            catalogue.add(db, document, CitationSet(), (data.draw(corrections(document.provisions)),))
        options = SearchOptions(strict=data.draw(STRICT), sort=data.draw(SORTS))
        requests = [SearchRequest(query, options, facets=True, instruments=False) for query in queries]
        scanned = [search_once(db, folder / "index", request) for request in requests]
        reindex(db, folder / "index")
        found = [search_once(db, folder / "index", request) for request in requests]
        assert {answer.source for answer in scanned if answer.total} <= {"scan"}
        assert {answer.source for answer in found if answer.total} <= {"index"}
    for one, other in zip(scanned, found, strict=True):
        assert (other.total, other.hits) == (one.total, one.hits), one.query
        assert (other.tiers, other.facets) == (one.tiers, one.facets), one.query


@pytest.mark.parametrize(
    ("typed", "text", "may"),
    [
        ("asking", "He asked the Council.", False),
        ('"asking him"', "Him I kept asking.", True),
        ('"asking him"', "He asked him.", False),
        ("asking OR council", "He asked the Council.", True),
        ("asking council", "He asked the Council.", False),
        ("73/154", "As in A/RES/73/154.", True),
        ("سنة:2019", "", True),
        ("", "", True),
    ],
)
def test_a_text_without_the_letters_of_a_word_is_left_out_at_once(typed, text, may):
    assert may_match(parse(typed, inflect=False), text) is may
    assert may_match(parse("asking"), "He asked the Council."), "another form of the word"


@examples(60)
@given(TEXTS, st.data())
def test_a_passage_is_found_by_its_own_words(made, text, data):
    """No word is lost, and a highlight says what was asked for."""
    from documents.folding import fold_key
    from documents.tokens import tokens
    from index.passages import passages

    words = list(tokens(text))
    if not words:
        return
    token = data.draw(st.sampled_from(words))
    word = text[token.start : token.end]
    document = made("A/RES/73/154", text)
    (passage,) = passages(document, (), lambda _document, id_: id_)
    for typed in (word, f'"{word}"'):
        query = parse(typed)
        met = match(query, passage)
        assert may_match(query, text)
        assert met is not None
        assert met.tier is Tier.EXACT
        assert (token.start, token.end) in met.highlights
    assert all(fold_key(text[start:end]) for start, end in met.highlights)
