"""Where reading stopped."""

from documents.position import Position
from library import reading_positions


def test_a_first_start_has_no_last_place(db):
    assert reading_positions.last_place(db) is None
    assert reading_positions.place_in(db, "A/RES/1/1", "ar") is None


def test_last_places(db):
    reading_positions.remember_place(db, "A/RES/1/1", "ar", Position("op_1", 3))
    reading_positions.remember_place(db, "A/RES/1/2", "en", Position("pp_9"))
    reading_positions.remember_place(db, "A/RES/1/1", "ar", Position("op_2", 7))
    assert reading_positions.last_place(db) == reading_positions.Place("A/RES/1/1", "ar", Position("op_2", 7))
    assert reading_positions.place_in(db, "A/RES/1/2", "en") == Position("pp_9")
    assert reading_positions.place_in(db, "A/RES/1/2", "ar") is None
