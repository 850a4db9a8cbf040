"""Provisions ranked by their similarity to a marked one and to the words with their surroundings."""

import pytest

from documents.annotations.model import Target
from documents.annotations.similarity import ComparableProvisions, Similarity
from documents.model import Document, Kind, Provision
from documents.position import Quote, Span

REPORT = (
    "Requests the Secretary-General to submit a report on the rights of the child to the Assembly at its next session"
)
URGES = "Urges Member States to criminalize all aspects of the sexual exploitation of children online"


def provisions(*texts):
    made = tuple(Provision(f"op_{number}", Kind.OPERATIVE, text) for number, text in enumerate(texts, 1))
    return ComparableProvisions(Document("A/1", "en", "", made))


def ranked(known, passage, words="", **more):
    start = passage.index(words) if words else 0
    return Similarity(known, passage, start, start + len(words or passage), **more).ranked()


def test_what_is_known_of_the_provisions_of_a_text():
    known = provisions("One Word", " ", "one\n word", "two ‘words’")
    assert known.folded == {"op_1": "one word", "op_3": "one word", "op_4": "two 'words'"}
    assert known.ids_of == {"one word": ["op_1", "op_3"], "two 'words'": ["op_4"]}
    assert known.words == {"op_1": {"one", "word"}, "op_3": {"one", "word"}, "op_4": {"two", "words"}}
    assert (known.times["One Word"], known.times["nowhere"]) == (1, 0)
    assert provisions("a", "a").times["a"] == 2


def test_neighbours_stand_before_and_after():
    known = provisions("a", "b", "c")
    assert [known.neighbours(f"op_{number}") for number in (1, 2, 3)] == [("", "b"), ("a", "c"), ("b", "")]
    assert provisions("a").neighbours("op_1") == ("", "")


def test_likeness_is_that_of_the_compared_words():
    like = ComparableProvisions.like
    assert like("The  Child", "the child") == 1
    assert like("abcd", "abcx") == 0.75
    assert like("ab", "xy") == 0


@pytest.mark.parametrize(
    ("passage", "previous", "following", "alike"),
    [
        (REPORT, "", "", True),
        (REPORT, URGES, URGES, False),
        (REPORT, REPORT[-40:], URGES, True),
        (REPORT, URGES, REPORT[:40], True),
        (REPORT, REPORT[:40], REPORT[-40:], False),
    ],
)
def test_a_twin_beside_is_noticed(passage, previous, following, alike):
    target = Target(Span("op_1", 0, 1), Quote(passage[:1]), passage, previous, following)
    assert provisions(passage).alike_neighbour(target) is alike


def test_the_same_provision_ranks_before_one_that_contains_it():
    known = provisions(f"{URGES}; {REPORT}", URGES, REPORT)
    found = ranked(known, REPORT)
    assert found[:2] == [("op_3", 1.0), ("op_1", 0.97)]
    assert found[2][1] < 0.7


def test_nothing_is_similar_to_nothing():
    assert ranked(provisions(REPORT), " ") == []
    assert ranked(provisions(" "), REPORT) == []


def test_words_and_what_is_around_them_count_as_much_as_the_whole():
    head, tail = "first words of the provision " * 4, "last words that end it all here " * 4
    passage = f"{head}MARK {tail}END"
    near, far = passage.replace("MARK", "other"), passage.replace("END", "other")
    known = provisions(near, far)
    assert [id_ for id_, _ in ranked(known, passage, "MARK")] == ["op_2", "op_1"]
    assert [id_ for id_, _ in ranked(known, passage, "END")] == ["op_1", "op_2"]
    assert dict(ranked(known, passage, "MARK"))["op_2"] == pytest.approx(1, abs=0.02)
    short = "MARK last words that end it"
    (found,) = ranked(provisions(short), passage, "MARK")
    assert found[0] == "op_1"
    assert 0.2 < found[1] < 0.9


def test_only_a_short_list_is_compared_in_full():
    others = [f"Decides on matter {number} of {'xyz' * number} in {'abc' * number} places" for number in range(1, 30)]
    known = provisions(*others, REPORT)
    assert 1 <= len(ranked(known, REPORT, shortlist=1)) <= 2
    assert ranked(known, REPORT, shortlist=1)[0] == ("op_30", 1.0)
    assert 8 <= len(ranked(known, REPORT)) <= 16
    assert set(known.shortlists) == {(REPORT.casefold(), 1), (REPORT.casefold(), 8)}


def test_a_heading_is_not_taken_for_one_that_shares_all_its_words():
    many = "report child assembly session rights " * 3
    assert ranked(provisions("The next session"), f"{many} {REPORT}") == []
    assert [id_ for id_, _ in ranked(provisions("The next session report"), f"{many} {REPORT}")] == ["op_1"]
