"""The executor tells what Whoosh's own matchers tell over the same posting lists: on random nested queries."""

import random
from contextlib import closing

import pytest
from whoosh import query as whoosh_query

from index.engine import Opened
from index.passages import DocumentFacts, Passage
from index.query import All, Either, Field, Limit, Pattern, Phrase, Query, Term, Without, Word
from index.schema import BETWEEN, to_bytes
from index.searcher import Searcher
from index.writer import SourceText, build, fact_key, update

WORDS = "حق الحق حقوق طفل الطفل أطفال قرار قرارات دولة الدولة".split()
KINDS = ("operative", "preambular", "footnote")


def passages(name, chance):
    for place in range(chance.randint(1, 9)):
        text = " ".join(chance.choices(WORDS, weights=[9, 7, 5, 4, 3, 2, 2, 1, 1, 1], k=chance.randint(1, 12)))
        about = DocumentFacts("GA", "70", str(2000 + chance.randint(0, 5)))
        yield Passage(name, "ar", "", f"op_{place}", f"OP{place}", place, text, (), chance.choice(KINDS), about=about)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """An index of several segments, with texts that were replaced and taken out."""
    chance = random.Random(5)
    folder = tmp_path_factory.mktemp("index") / "index"
    texts = [SourceText((name, "ar"), "1", passages(name, chance)) for name in (f"A/RES/70/{n}" for n in range(1, 40))]
    build(folder, texts, lambda: False)
    for round_ in range(6):
        names = [f"A/RES/70/{chance.randint(1, 60)}" for _ in range(3)]
        changed = [SourceText((name, "ar"), str(round_), passages(name, chance)) for name in dict.fromkeys(names)]
        update(folder, changed, [(f"A/RES/70/{chance.randint(1, 39)}", "ar")], lambda: False)
    return folder


def any_node(chance, depth=0):
    if depth < 3 and chance.random() < 0.6:
        parts = tuple(any_node(chance, depth + 1) for _ in range(chance.randint(1, 3)))
        return chance.choice([All, Either, lambda parts: Without(parts[0])])(parts)
    one, other = (Term(word, (word.replace("أ", "ا").replace("ة", "ه"),)) for word in chance.choices(WORDS, k=2))
    return chance.choice(
        [
            Word(one),
            Word(one, literal=True),
            Phrase((one, other)),
            Pattern(one.folded[0][:2] + "*"),
            Limit(Field.KIND, (chance.choice(KINDS),)),
        ]
    )


def keys_of(reader, prefix):
    return [key for key in reader.lexicon("words") if key.startswith(prefix)]


def for_whoosh(node, reader, tier):
    """The same query in Whoosh's terms."""

    def term(each, literal):
        exact = "" if each.exact == each.folded[0] else each.exact
        if literal or tier == "exact":
            return whoosh_query.Term("words", to_bytes(each.folded[0] + BETWEEN + exact))
        keys = keys_of(reader, to_bytes(each.folded[0] + BETWEEN))
        return whoosh_query.Or([whoosh_query.Term("words", key) for key in keys])

    match node:
        case Word():
            return term(node.term, node.literal)
        case Phrase():
            # Whoosh's phrases take no alternatives at one place: they have a test of their own below
            return whoosh_query.And([term(each, node.literal) for each in node.terms])
        case Pattern():
            keys = keys_of(reader, to_bytes(node.key[:-1]))
            found = [whoosh_query.Term("words", key) for key in keys]
            return whoosh_query.NullQuery() if tier == "exact" else whoosh_query.Or(found)
        case Limit():
            return whoosh_query.Term("facts", to_bytes(fact_key(node.field, node.values[0])))
        case All(parts):
            return whoosh_query.And([for_whoosh(part, reader, tier) for part in parts])
        case Either(parts):
            return whoosh_query.Or([for_whoosh(part, reader, tier) for part in parts])
        case Without(part):
            inner = for_whoosh(part, reader, "folded")
            return whoosh_query.And([whoosh_query.Every(), whoosh_query.Not(inner)])


def has_phrase(node):
    match node:
        case Phrase():
            return True
        case All(parts) | Either(parts):
            return any(map(has_phrase, parts))
        case Without(part):
            return has_phrase(part)
    return False


def test_random_nested_queries(folder):
    chance = random.Random(7)
    checked = hits = 0
    with closing(Searcher(folder)) as searcher, closing(Opened(folder)) as opened, opened.files.searcher() as whoosh:
        reader = whoosh.reader()
        assert len(reader.leaf_readers()) > 2
        assert reader.has_deletions()
        while checked < 300:
            node = any_node(chance)
            if has_phrase(node):
                continue
            met = searcher._met(Query("", node), lambda: False)
            for tier, mask in (("exact", met.exact), ("folded", met.folded)):
                expected = sorted(whoosh.docs_for_query(for_whoosh(node, reader, tier)))
                assert mask.nonzero()[0].tolist() == expected, node
                hits += len(expected)
            checked += 1
    assert hits > 5000


def test_phrases(folder):
    """Adjacent places, read through Whoosh's matcher posting by posting."""
    chance = random.Random(8)
    with (
        closing(Searcher(folder)) as searcher,
        closing(Opened(folder)) as opened,
        closing(opened.files.reader()) as reader,
    ):
        for _ in range(40):
            terms = tuple(
                Term(word, (word.replace("أ", "ا").replace("ة", "ه"),)) for word in chance.choices(WORDS, k=2)
            )
            places = []
            for term in terms:
                held = set()
                for key in keys_of(reader, to_bytes(term.folded[0] + BETWEEN)):
                    matcher = reader.postings("words", key)
                    while matcher.is_active():
                        held |= {(matcher.id(), place) for place in matcher.value_as("positions")}
                        matcher.next()
                places.append(held)
            expected = sorted({number for number, place in places[0] if (number, place + 1) in places[1]})
            met = searcher._met(Query("", Phrase(terms)), lambda: False)
            assert met.folded.nonzero()[0].tolist() == expected
