"""Conflicts of merged notes: both sides are stored once, and settled by a step that can be undone."""

import datetime

import pytest

from documents.annotations.model import Annotation, AnnotationKind
from library import conflicts, notes
from services import undo

MINE, THEIRS = {"text": "mine"}, {"text": "theirs"}
STAMPS = ("2026-01-01T00:00:00+00:00", "2026-01-02T00:00:00+00:00")


@pytest.fixture
def note(db):
    now = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
    return notes.add(db, Annotation("", AnnotationKind.NOTE, "E/RES/2019/20", "ar", (), now, now, text="كلام")).id


@pytest.fixture
def add(db, note):
    def added(field="text", stamps=STAMPS):
        with db.transaction():
            return conflicts.add(db, note, field, (MINE, THEIRS), stamps, "file")

    return added


def test_both_sides_are_kept_with_their_times(db, note, add):
    first, second = add(), add("colour")
    assert (first.annotation, first.field, first.mine, first.theirs, first.source) == (
        *(note, "text"),
        *(MINE, THEIRS, "file"),
    )
    assert conflicts.open_conflicts(db) == (first, second)
    assert conflicts.times_of(db, first.id) == STAMPS
    with pytest.raises(KeyError):
        conflicts.times_of(db, "unknown")


@pytest.mark.parametrize("stamps", [STAMPS, STAMPS[::-1]])
def test_the_same_two_sides_are_met_once(db, add, stamps):
    first = add()
    assert add(stamps=stamps) is None
    assert conflicts.open_conflicts(db) == (first,)
    assert add(stamps=(STAMPS[0], "2026-01-03T00:00:00+00:00")) is not None


def test_a_conflict_is_settled_where_both_sides_are_known(db, note, add):
    first, second = add(), add("colour")
    with db.transaction():
        conflicts.settle_known(db, note, "text", STAMPS[:1])
        conflicts.settle_known(db, note, "colour", STAMPS[1:])
        conflicts.settle_known(db, "another", "text", STAMPS)
    assert conflicts.open_conflicts(db) == (first, second)
    with db.transaction():
        conflicts.settle_known(db, note, "text", STAMPS)
    assert conflicts.open_conflicts(db) == (second,)


def test_what_was_settled_and_what_was_found_is_undone_and_made_again(db, add):
    first = add()
    with db.transaction():
        conflicts.settle(db, first.id)
    assert conflicts.open_conflicts(db) == ()
    undo.undo(db)
    assert conflicts.open_conflicts(db) == (first,)
    undo.undo(db)
    assert conflicts.open_conflicts(db) == ()
    undo.redo(db)
    assert conflicts.open_conflicts(db) == (first,)
    undo.redo(db)
    assert conflicts.open_conflicts(db) == ()
