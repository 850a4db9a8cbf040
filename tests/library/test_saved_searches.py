"""Searches kept by name and the history: nothing goes without a way back."""

import pytest

from library import saved_searches
from library.database import open_database


@pytest.fixture
def db(tmp_path):
    with open_database(tmp_path / "library.db") as database:
        yield database


def test_the_same_name_is_the_same_search(db):
    first = saved_searches.save(db, " الطفل ", "حقوق الطفل")
    second = saved_searches.save(db, "الطفل", "حقوق الطفل سنة:2019", {"sort": "date"})
    assert second.id == first.id
    assert saved_searches.saved(db) == (second,)
    for name, query in (("", "x"), ("x", " ")):
        with pytest.raises(ValueError, match="empty"):
            saved_searches.save(db, name, query)


def test_a_removed_search_stays_as_a_tombstone_and_gives_its_name_free(db):
    one = saved_searches.save(db, "a", "1")
    assert saved_searches.remove(db, one.id)
    assert not saved_searches.remove(db, one.id)
    assert saved_searches.saved(db) == ()
    other = saved_searches.save(db, "a", "2")
    assert saved_searches.saved(db) == (other,)
    assert db.row("SELECT query FROM saved_searches WHERE removed IS NOT NULL") == ("1",)


def test_history_is_the_last_first_and_each_once(db):
    for query, total in (("a", 1), ("b", 2), ("a", 3), ("  ", 9)):
        saved_searches.remember(db, query, total)
    assert saved_searches.history(db) == (saved_searches.PastSearch("a", 3), saved_searches.PastSearch("b", 2))
    assert [one.query for one in saved_searches.history(db, 1)] == ["a"]
    cleared = saved_searches.clear_history(db)
    assert saved_searches.history(db) == ()
    assert saved_searches.restore_history(db, cleared) == 2
    assert [one.query for one in saved_searches.history(db)] == ["a", "b"]


def test_history_forgets_the_oldest(db):
    for number in range(saved_searches.KEPT + 5):
        saved_searches.remember(db, f"q{number}", 0)
    kept = [one.query for one in saved_searches.history(db, 1000)]
    assert len(kept) == saved_searches.KEPT
    assert kept[-1] == "q5"
