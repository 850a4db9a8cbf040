"""Annotations in a real library: what is written, undone, thrown away and brought back."""

import datetime
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule
from lengths import examples

from documents.annotations.model import Annotation, AnnotationKind, target_of
from documents.position import Span
from library import journal, labels, notes
from library.database import open_database
from library.errors import LibraryReadOnly, LibraryUnusable
from services import undo

NOW = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)


@pytest.fixture
def made(make_document):
    target = target_of(make_document(), Span("op_1", 0, 4), 0.4, 0.1)
    return Annotation("", AnnotationKind.NOTE, "E/RES/2019/20", "ar", (target,), NOW, NOW, text="كلام")


def test_what_is_added_is_read_back(db, library_file, made):
    held = notes.add(db, made)
    assert held.targets == made.targets
    with open_database(library_file) as second:
        assert notes.all_annotations(second) == (held,)
        assert notes.of_document(second, "E/RES/2019/20", "ar") == (held,)
        assert notes.of_document(second, "E/RES/2019/20", "en") == ()


def test_the_digest_of_a_text_changes_with_its_notes_and_with_the_labels_alone(db, made):
    seen = [notes.digests(db)]
    one = notes.add(db, made)
    seen.append(notes.digests(db))
    other = notes.add(db, replace(made, document="A/RES/73/154", language="en"))
    seen.append(notes.digests(db))
    notes.change(db, one.id, text="جديد")
    seen.append(notes.digests(db))
    with db.transaction():
        labels.make(db, ["label"])
    seen.append(notes.digests(db))
    notes.remove(db, [one.id])
    seen.append(notes.digests(db))
    first, second = ("E/RES/2019/20", "ar"), ("A/RES/73/154", "en")
    assert [set(each) for each in seen] == [set(), {first}, *[{first, second}] * 3, {second}]
    assert len({each.get(first) for each in seen[1:5]}) == 3, "the note and the labels"
    assert seen[2][second] == seen[3][second] != seen[4][second]
    assert notes.digests(db) == seen[-1]
    notes.remove(db, [other.id])
    assert notes.digests(db) == {}


def test_every_change_is_undone_and_made_again(db, made):
    first = notes.add(db, made)
    notes.change(db, first.id, text="آخر")
    notes.change(db, first.id, colour="green", kind=AnnotationKind.NOTE, labels=("نزع السلاح", "تفاوض/خط أحمر"))
    notes.change(db, first.id, targets=())
    notes.remove(db, [first.id])
    seen = [facts(db)]
    while undo.undo(db):
        seen.append(facts(db))
    assert [one[0] for one in seen] == ["trash", "note", "note", "note", "note", "trash"]
    assert seen[1][2:] == (("نزع السلاح", "تفاوض/خط أحمر"), 0)
    assert seen[2][2:] == (("نزع السلاح", "تفاوض/خط أحمر"), 1)
    assert seen[3] == ("note", "آخر", (), 1)
    assert seen[4] == ("note", "كلام", (), 1)
    again = [facts(db)]
    while undo.redo(db):
        again.append(facts(db))
    assert again == seen[::-1]


def facts(db):
    standing = notes.all_annotations(db)
    if not standing:
        return ("trash",)
    one = standing[0]
    return one.kind.value, one.text, one.labels, len(one.targets)


def test_typing_is_one_step(db, made):
    one = notes.add(db, made)
    for text in ("ا", "ال", "الط", "الطفل"):
        notes.change(db, one.id, text=text, continuing=text != "ا")
    assert undo.undo(db).annotations == (one.id,)
    assert notes.annotation(db, one.id).text == "كلام"
    undo.redo(db)
    assert notes.annotation(db, one.id).text == "الطفل"


def test_typing_in_another_note_is_another_step(db, made):
    first, second = notes.add(db, made), notes.add(db, made)
    notes.change(db, first.id, text="a")
    notes.change(db, second.id, text="b", continuing=True)
    undo.undo(db)
    assert (notes.annotation(db, first.id).text, notes.annotation(db, second.id).text) == ("a", "كلام")


def test_what_is_removed_together_comes_back_together(db, made):
    ids = [notes.add(db, made).id for _ in range(5)]
    assert notes.remove(db, ids) == tuple(ids)
    assert notes.remove(db, ids) == ()
    assert {one.id for one in notes.in_trash(db)} == set(ids)
    undo.undo(db)
    assert {one.id for one in notes.all_annotations(db)} == set(ids)
    assert notes.restore(db, ids) == ()


def test_an_emptied_trash_keeps_tombstones_only(db, made):
    kept, gone = notes.add(db, made), notes.add(db, made)
    notes.remove(db, [gone.id])
    assert notes.empty_trash(db) == 1
    assert notes.in_trash(db) == ()
    assert [one.id for one in notes.tombstones(db)] == [gone.id]
    assert notes.tombstones(db)[0].text == ""
    assert notes.all_annotations(db) == (kept,)
    while undo.undo(db):
        pass
    assert db.damage() == ()


def test_equal_values_are_no_change(db, made):
    one = notes.add(db, made)
    assert notes.change(db, one.id, text=one.text) == one
    undo.undo(db)
    assert notes.all_annotations(db) == ()


def test_nothing_is_written_for_an_unknown_id(db):
    with pytest.raises(KeyError):
        notes.change(db, "never", text="x")
    assert notes.remove(db, ["never"]) == ()
    assert journal.next_undo(db) is None


def test_each_field_has_its_own_time(db, made):
    one = notes.add(db, made)
    changed = notes.change(db, one.id, text="x")
    coloured = notes.change(db, one.id, colour="pink")
    assert changed.stamps["text"] == coloured.stamps["text"]
    assert coloured.stamps["colour"][0] > coloured.stamps["text"][0]
    assert coloured.changed > changed.changed > one.created
    assert len(coloured.stamps["text"]) == 2


def test_a_reader_of_a_read_only_library_is_told(db, library_file, made):
    notes.add(db, made)
    with open_database(library_file, read_only=True) as reader:
        assert notes.count(reader) == 1
        with pytest.raises(LibraryReadOnly):
            notes.add(reader, made)


def test_a_full_disk_is_said_loses_nothing_and_ends(db, made):
    """SQLite is told that the file may not grow: to it that is a full disk."""
    import dataclasses

    kept = [notes.add(db, made)]
    pages = db.row("PRAGMA page_count")[0]
    db._connection.execute(f"PRAGMA max_page_count = {pages}")
    long = dataclasses.replace(made, text="كلام طويل " * 400)
    failed = False
    while not failed:
        assert len(kept) < 50
        try:
            kept.append(notes.add(db, long))
        except LibraryUnusable:
            failed = True
    assert notes.all_annotations(db) == tuple(kept), "the one that failed left nothing behind"
    with pytest.raises(LibraryUnusable):
        notes.change(db, kept[0].id, text="x" * 90_000)
    assert notes.annotation(db, kept[0].id) == kept[0]
    assert db.damage() == ()
    db._connection.execute("PRAGMA max_page_count = 1073741823")
    notes.change(db, kept[0].id, text="room again")
    assert undo.undo(db).annotations == (kept[0].id,)


def test_the_oldest_turns_are_forgotten(db, made):
    one = notes.add(db, made)
    for number in range(journal.KEPT_TURNS + 3):
        notes.change(db, one.id, text=str(number))
    turns = 0
    while undo.undo(db):
        turns += 1
    assert turns == journal.KEPT_TURNS


# Labels


def test_labels_are_nested_once_and_cleaned(db, made):
    notes.add(db, made)
    one = notes.all_annotations(db)[0]
    notes.change(db, one.id, labels=(" تفاوض /  خط  أحمر/x", "b"))
    assert [label.path for label in labels.all_labels(db)] == ["تفاوض", "تفاوض/خط أحمر x", "b"]
    assert [label.notes for label in labels.all_labels(db)] == [0, 1, 1]
    assert labels.all_labels(db)[1].outer == "تفاوض"


def test_renaming_a_label_renames_it_on_its_notes(db, made):
    one = notes.add(db, made)
    notes.change(db, one.id, labels=("a/b", "c"))
    assert labels.rename(db, "a/b", "d/e") == "a/d e"
    assert notes.annotation(db, one.id).labels == ("a/d e", "c")
    with pytest.raises(labels.LabelExists):
        labels.rename(db, "c", "a")
    undo.undo(db)
    assert notes.annotation(db, one.id).labels == ("a/b", "c")


def test_a_removed_label_comes_back_on_its_notes(db, made):
    one, two = notes.add(db, made), notes.add(db, made)
    notes.change(db, one.id, labels=("a", "a/b"))
    notes.change(db, two.id, labels=("a/b",))
    assert set(labels.remove(db, "a")) == {one.id}
    assert labels.all_labels(db) == ()
    assert notes.annotation(db, two.id).labels == ()
    undo.undo(db)
    assert notes.annotation(db, one.id).labels == ("a", "a/b")
    assert notes.annotation(db, two.id).labels == ("a/b",)
    assert db.damage() == ()


def test_a_label_that_comes_back_gives_way_to_one_of_its_name(db, made):
    one = notes.add(db, made)
    notes.change(db, one.id, labels=("a",))
    labels.remove(db, "a")
    with db.transaction():
        labels.ensure(db, "a")
    undo.undo(db)
    assert notes.annotation(db, one.id).labels == ("a",)
    assert [label.path for label in labels.all_labels(db)] == ["a", "a *"]


def test_labels_stand_in_the_users_order(db, made):
    notes.change(db, notes.add(db, made).id, labels=("a/1", "a/2", "b", "c"))

    def names():
        return [label.path for label in labels.all_labels(db)]

    assert names() == ["a", "a/1", "a/2", "b", "c"]
    assert labels.step(db, "c", -1)
    assert labels.step(db, "a/2", -1)
    assert names() == ["a", "a/2", "a/1", "c", "b"]
    assert not labels.step(db, "a/2", -1), "it is the first already"
    assert not labels.step(db, "b", 1)
    undo.undo(db)
    assert names() == ["a", "a/1", "a/2", "c", "b"]
    undo.undo(db)
    assert names() == ["a", "a/1", "a/2", "b", "c"]
    undo.redo(db)
    assert names() == ["a", "a/1", "a/2", "c", "b"]
    with pytest.raises(KeyError):
        labels.step(db, "nowhere", 1)


def test_the_order_within_a_label_is_the_users(db, made):
    ids = [notes.add(db, made).id for _ in range(4)]
    for id_ in ids:
        notes.change(db, id_, labels=("a",))
    assert labels.order(db, "a") == tuple(ids)
    labels.move(db, "a", ids[3], ids[0])
    labels.move(db, "a", ids[1], None)
    assert labels.order(db, "a") == (ids[3], ids[0], ids[2], ids[1])
    undo.undo(db)
    assert labels.order(db, "a") == (ids[3], ids[0], ids[1], ids[2])
    with pytest.raises(KeyError):
        labels.move(db, "a", "never", None)


def test_undo_puts_a_note_back_into_its_place_in_a_label(db, made):
    ids = [notes.add(db, replace(made, labels=("a",))).id for _ in range(3)]
    labels.move(db, "a", ids[2], ids[0])
    order = labels.order(db, "a")
    notes.change(db, ids[2], labels=())
    assert labels.order(db, "a") == (ids[0], ids[1])
    undo.undo(db)
    assert labels.order(db, "a") == order


def test_the_order_survives_hundreds_of_moves(db, made):
    ids = [notes.add(db, made).id for _ in range(3)]
    for id_ in ids:
        notes.change(db, id_, labels=("a",))
    wanted = list(ids)
    for number in range(300):
        moved = wanted[-1] if number % 2 else wanted[-2]
        labels.move(db, "a", moved, wanted[0] if moved != wanted[0] else wanted[1])
        wanted.remove(moved)
        wanted.insert(0, moved)
        assert labels.order(db, "a") == tuple(wanted)


class NotesController(RuleBasedStateMachine):
    """Whatever is done, undoing all of it and doing it again leads through the same states."""

    @initialize()
    def begin(self):
        import tempfile
        from pathlib import Path

        self.folder = tempfile.TemporaryDirectory()
        ticks = iter(range(10**9))
        self.db = open_database(
            Path(self.folder.name) / "library.db", clock=lambda: NOW + datetime.timedelta(seconds=next(ticks))
        )

    def teardown(self):
        if hasattr(self, "db"):
            states = [self.state()]
            while undo.undo(self.db):
                states.append(self.state())
            assert states[-1] == ()
            back = [self.state()]
            while undo.redo(self.db):
                back.append(self.state())
            assert back == states[::-1]
            assert self.db.damage() == ()
            self.db.close()
            self.folder.cleanup()

    def state(self):
        return tuple((one.id, one.text, one.colour, one.labels, one.stance) for one in notes.all_annotations(self.db))

    @rule(text=st.text(st.characters(exclude_categories=["Cs"]), max_size=8))
    def add(self, text):
        notes.add(self.db, Annotation("", AnnotationKind.NOTE, "A", "ar", (), NOW, NOW, text=text))

    @rule(at=st.integers(0, 9), text=st.text("اب\0'\"", max_size=3), continuing=st.booleans())
    def write(self, at, text, continuing):
        for one in notes.all_annotations(self.db)[at : at + 1]:
            notes.change(self.db, one.id, text=text, continuing=continuing)

    @rule(at=st.integers(0, 9), labels_=st.lists(st.sampled_from(["a", "a/b", "c"]), max_size=3, unique=True))
    def label(self, at, labels_):
        for one in notes.all_annotations(self.db)[at : at + 1]:
            notes.change(self.db, one.id, labels=tuple(labels_))

    @rule(at=st.integers(0, 9))
    def remove(self, at):
        notes.remove(self.db, [one.id for one in notes.all_annotations(self.db)[at : at + 2]])

    @rule(path=st.sampled_from(["a", "a/b", "c"]))
    def remove_label(self, path):
        if path in {label.path for label in labels.all_labels(self.db)}:
            labels.remove(self.db, path)

    @rule()
    def back_and_forth(self):
        before = self.state()
        if undo.undo(self.db):
            undo.redo(self.db)
        assert self.state() == before


TestNotebook = NotesController.TestCase
TestNotebook.settings = examples(100, stateful_step_count=15, suppress_health_check=list(HealthCheck))


@given(text=st.text(st.characters(exclude_categories=["Cs"])))
@examples(50, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_character_of_a_note_is_lost(db, made, text):
    import dataclasses

    one = notes.add(db, dataclasses.replace(made, text=text))
    assert notes.annotation(db, one.id).text == text
