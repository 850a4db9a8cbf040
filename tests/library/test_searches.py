"""Searches kept by name and the history: nothing goes without a way back."""

import pytest

from library import searches
from library.database import open_database


@pytest.fixture
def db(tmp_path):
    with open_database(tmp_path / "library.db") as database:
        yield database


def test_the_same_name_is_the_same_search(db):
    first = searches.save(db, " الطفل ", "حقوق الطفل")
    second = searches.save(db, "الطفل", "حقوق الطفل سنة:2019", {"sort": "date"})
    assert second.id == first.id
    assert searches.saved(db) == (second,)
    for name, query in (("", "x"), ("x", " ")):
        with pytest.raises(ValueError, match="empty"):
            searches.save(db, name, query)


def test_removed_comes_back_unless_its_name_was_taken(db):
    one = searches.save(db, "a", "1")
    assert searches.remove(db, one.id)
    assert not searches.remove(db, one.id)
    assert searches.saved(db) == ()
    assert searches.restore(db, one.id)
    assert searches.saved(db) == (one,)
    searches.remove(db, one.id)
    other = searches.save(db, "a", "2")
    assert not searches.restore(db, one.id)
    assert searches.saved(db) == (other,)


def test_history_is_the_last_first_and_each_once(db):
    for query, total in (("a", 1), ("b", 2), ("a", 3), ("  ", 9)):
        searches.remember(db, query, total)
    assert searches.history(db) == (searches.PastSearch("a", 3), searches.PastSearch("b", 2))
    assert [one.query for one in searches.history(db, 1)] == ["a"]
    cleared = searches.clear_history(db)
    assert searches.history(db) == ()
    assert searches.restore_history(db, cleared) == 2
    assert [one.query for one in searches.history(db)] == ["a", "b"]


def test_history_forgets_the_oldest(db):
    for number in range(searches.KEPT + 5):
        searches.remember(db, f"q{number}", 0)
    kept = [one.query for one in searches.history(db, 1000)]
    assert len(kept) == searches.KEPT
    assert kept[-1] == "q5"
