"""What the reader marked and where reading stopped."""

import pytest

from documents.position import Position
from library import bookmarks, history
from library.database import open_database


def test_a_mark_keeps_its_words_and_its_time(db, library_file, make_document):
    mark = bookmarks.add(db, make_document(), "op_1")
    assert (mark.document, mark.language, mark.provision) == ("E/RES/2019/20", "ar", "op_1")
    assert mark.quote.exact == "تحث الدول الأعضاء؛"
    with open_database(library_file) as second:
        assert bookmarks.all_bookmarks(second) == (mark,)


def test_one_mark_a_clause(db, make_document):
    first = bookmarks.add(db, make_document(), "op_1")
    assert bookmarks.add(db, make_document(), "op_1") == first
    assert len(bookmarks.all_bookmarks(db)) == 1


def test_a_clause_that_is_not_there_cannot_be_marked(db, make_document):
    with pytest.raises(KeyError):
        bookmarks.add(db, make_document(), "op_99")


def test_toggle_and_way_back(db, make_document):
    document = make_document()
    mark = bookmarks.toggle(db, document, "op_1")
    assert bookmarks.toggle(db, document, "op_1") is None
    assert bookmarks.all_bookmarks(db) == ()
    assert bookmarks.restore(db, mark.id)
    assert bookmarks.all_bookmarks(db) == (mark,)
    assert not bookmarks.restore(db, mark.id)


def test_removing_twice_is_said(db, make_document):
    mark = bookmarks.add(db, make_document(), "op_1")
    assert bookmarks.remove(db, mark.id)
    assert not bookmarks.remove(db, mark.id)
    assert not bookmarks.remove(db, "never")


def test_a_mark_made_anew_takes_the_place_of_the_restored(db, make_document):
    document = make_document()
    first = bookmarks.add(db, document, "op_1")
    bookmarks.remove(db, first.id)
    second = bookmarks.add(db, document, "op_1")
    assert not bookmarks.restore(db, first.id)
    assert bookmarks.all_bookmarks(db) == (second,)


def test_order(db, make_document):
    document = make_document()
    marks = [bookmarks.add(db, document, id_) for id_ in ("op_1", "pp_1", "fn_1")]
    assert bookmarks.all_bookmarks(db) == tuple(reversed(marks))
    assert bookmarks.of_document(db, "E/RES/2019/20", "ar") == tuple(marks)
    assert bookmarks.of_document(db, "E/RES/2019/20", "en") == ()


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
