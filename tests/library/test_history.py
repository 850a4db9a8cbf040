"""Where reading stopped."""

from documents.position import Position
from library import history


def test_a_first_start_has_no_last_place(db):
    assert history.last_place(db) is None
    assert history.place_in(db, "A/RES/1/1", "ar") is None


def test_last_places(db):
    history.remember_place(db, "A/RES/1/1", "ar", Position("op_1", 3))
    history.remember_place(db, "A/RES/1/2", "en", Position("pp_9"))
    history.remember_place(db, "A/RES/1/1", "ar", Position("op_2", 7))
    assert history.last_place(db) == history.Place("A/RES/1/1", "ar", Position("op_2", 7))
    assert history.place_in(db, "A/RES/1/2", "en") == Position("pp_9")
    assert history.place_in(db, "A/RES/1/2", "ar") is None
