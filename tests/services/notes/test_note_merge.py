"""Two copies of a reader's notes joined: the newest wins, both sides of a conflict are kept, twice is once."""

import dataclasses
import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lengths import examples

from documents.annotations.merge import merge
from documents.annotations.model import Annotation, AnnotationKind
from documents.position import Span
from library import catalogue, conflicts, labels, notes
from library.database import open_database
from services import undo
from services.documents.library_documents import remove_document
from services.notes import annotation_edits
from services.notes.note_exchange import export, read_notes, with_references
from services.notes.note_merge import merge_notes, pending_conflicts, resolve_conflict

WHEN = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)


@pytest.fixture
def two(bundled_library, tmp_path):
    """Two laptops: the same note on both, and a clock that is ahead by a second at each look."""
    ticks = iter(range(10**6))
    clock = lambda: WHEN + datetime.timedelta(seconds=next(ticks))  # noqa: E731
    with (
        open_database(bundled_library(tmp_path / "a" / "library.db"), clock=clock) as mine,
        open_database(bundled_library(tmp_path / "b" / "library.db"), clock=clock) as theirs,
    ):
        document = catalogue.load(mine, "E/RES/2019/20", "ar")
        one = annotation_edits.add(mine, document, [Span("op_5", 0, 12)], text="first", labels=["a"])
        send(mine, theirs)
        yield mine, theirs, one.id


def send(source, target, name="colleague.jsonld"):
    """Carry everything to the other laptop on a stick."""
    everything = (*notes.all_annotations(source), *notes.tombstones(source))
    data = export(source, everything, "jsonld", "en")
    return merge_notes(target, read_notes(data).annotations, name)


def text(db, id_):
    return notes.annotation(db, id_).text


def test_a_new_note_arrives_as_it_is_and_only_once(two):
    mine, theirs, id_ = two
    assert notes.annotation(theirs, id_) == notes.annotation(mine, id_)
    again = send(mine, theirs)
    assert (again.added, again.changed, again.same, again.conflicts) == ((), (), 1, ())
    undo.undo(theirs)
    assert notes.all_annotations(theirs) == ()


def test_what_was_changed_on_one_side_is_no_conflict(two):
    mine, theirs, id_ = two
    annotation_edits.set_text(theirs, id_, "second")
    annotation_edits.set_colour(mine, id_, "pink")
    report = send(theirs, mine)
    assert (report.changed, report.conflicts) == ((id_,), ())
    one = notes.annotation(mine, id_)
    assert (one.text, one.colour) == ("second", "pink")
    assert send(mine, theirs).conflicts == ()
    assert notes.annotation(theirs, id_).colour == "pink"
    assert send(theirs, mine).changed == ()
    undo.undo(mine)
    assert text(mine, id_) == "first"


def test_an_older_copy_changes_nothing(two):
    mine, _, id_ = two
    old = export(mine, notes.all_annotations(mine), "jsonld", "en")
    annotation_edits.set_text(mine, id_, "newer")
    report = merge_notes(mine, read_notes(old).annotations, "old.jsonld")
    assert (report.changed, report.conflicts, text(mine, id_)) == ((), (), "newer")
    notes.remove(mine, [id_])
    merge_notes(mine, read_notes(old).annotations, "old.jsonld")
    assert notes.all_annotations(mine) == ()
    notes.empty_trash(mine)
    merge_notes(mine, read_notes(old).annotations, "old.jsonld")
    assert notes.all_annotations(mine) == ()
    assert conflicts.open_conflicts(mine) == ()


def test_what_was_changed_on_both_sides_is_kept_twice_and_chosen(two):
    mine, theirs, id_ = two
    annotation_edits.set_text(mine, id_, "mine")
    annotation_edits.set_text(theirs, id_, "theirs")
    (conflict,) = send(theirs, mine).conflicts
    assert (conflict.field, conflict.mine, conflict.theirs) == ("text", {"text": "mine"}, {"text": "theirs"})
    assert text(mine, id_) == "theirs", "the newest wins"
    assert send(theirs, mine).conflicts == (), "told once"
    resolve_conflict(mine, conflict, "mine")
    assert text(mine, id_) == "mine"
    assert conflicts.open_conflicts(mine) == ()
    assert send(mine, theirs).conflicts == (), "the choice is known to be later"
    assert text(theirs, id_) == "mine"
    undo.undo(mine)
    assert conflicts.open_conflicts(mine) == (conflict,)
    assert text(mine, id_) == "theirs"


def in_conflict(two):
    mine, theirs, id_ = two
    annotation_edits.set_text(mine, id_, "mine")
    annotation_edits.set_text(theirs, id_, "theirs")
    send(theirs, mine)
    return mine, theirs, id_


def test_both_sides_can_stand_together(two):
    mine, theirs, id_ = in_conflict(two)
    ((conflict, held),) = pending_conflicts(mine)
    assert held.id == id_
    resolve_conflict(mine, conflict, "both")
    assert set(text(mine, id_).split("\n\n")) == {"mine", "theirs"}
    assert pending_conflicts(mine) == ()
    send(mine, theirs)
    assert text(theirs, id_) == text(mine, id_)


def test_what_was_written_after_a_conflict_is_not_lost_by_choosing(two):
    mine, _, id_ = in_conflict(two)
    annotation_edits.set_text(mine, id_, "written since")
    ((conflict, _),) = pending_conflicts(mine)
    assert conflict.mine == {"text": "written since"}
    resolve_conflict(mine, conflict, "mine")
    assert text(mine, id_) == "written since"


def test_a_colour_has_one_side_only(two):
    mine, theirs, id_ = two
    annotation_edits.set_colour(mine, id_, "pink")
    annotation_edits.set_colour(theirs, id_, "blue")
    send(theirs, mine)
    conflict = next(c for c, _ in pending_conflicts(mine) if c.field == "colour")
    with pytest.raises(ValueError, match="colour"):
        resolve_conflict(mine, conflict, "both")
    assert conflict in [c for c, _ in pending_conflicts(mine)], "it waits still"


def test_both_laptops_come_to_the_same(two):
    mine, theirs, id_ = two
    annotation_edits.set_text(theirs, id_, "theirs")
    annotation_edits.set_text(mine, id_, "mine")
    send(theirs, mine)
    send(mine, theirs)
    assert text(mine, id_) == text(theirs, id_) == "mine"
    assert len(conflicts.open_conflicts(mine)) == 1


@pytest.mark.parametrize("later", ["removed", "written"])
def test_what_one_removed_and_the_other_wrote_on_is_told(two, later):
    mine, theirs, id_ = two
    changes = [lambda: notes.remove(mine, [id_]), lambda: annotation_edits.set_text(theirs, id_, "more")]
    for change in changes if later == "written" else reversed(changes):
        change()
    (conflict,) = send(theirs, mine).conflicts
    assert conflict.field == "removed"
    assert (notes.annotation(mine, id_).removed is None) == (later == "written")
    assert text(mine, id_) == "more", "nothing is lost either way"
    assert send(theirs, mine).conflicts == ()
    send(mine, theirs)
    assert (notes.annotation(theirs, id_).removed is None) == (later == "written")


def test_a_file_is_joined_all_or_not_at_all(two):
    mine, _, id_ = two
    broken = dataclasses.replace(notes.annotation(mine, id_), id="x", labels=("y",), kind=None)
    before = notes.all_annotations(mine)
    with pytest.raises(AttributeError):
        merge_notes(mine, [dataclasses.replace(before[0], id="new"), broken], "f")
    assert notes.all_annotations(mine) == before


stamps = st.lists(st.sampled_from([f"2026-01-0{day}" for day in range(1, 9)]), min_size=1, max_size=4, unique=True)


@st.composite
def copies(draw):
    made = []
    for _ in range(2):
        fields = {name: tuple(sorted(draw(stamps), reverse=True)) for name in ("text", "colour", "removed")}
        removed = WHEN if draw(st.booleans()) else None
        made.append(
            Annotation(
                *("id", AnnotationKind.NOTE, "A", "ar", (), WHEN, WHEN),
                text=draw(st.sampled_from("ab")),
                colour=draw(st.sampled_from(["", "pink"])),
                removed=removed,
                stamps=fields,
            )
        )
    return made


def joined(mine, theirs):
    merged = merge(mine, theirs)
    return dataclasses.replace(mine, **merged.values, stamps=merged.stamps)


@given(copies())
@examples(400)
def test_joining_is_the_same_both_ways_and_once_is_enough(two_copies):
    mine, theirs = two_copies
    for name in ("text", "colour", "removed"):
        # At one moment one change was made: copies that tell otherwise do not occur.
        if mine.stamps[name][0] == theirs.stamps[name][0]:
            theirs = dataclasses.replace(theirs, **{name: getattr(mine, name)})
    one, other = joined(mine, theirs), joined(theirs, mine)
    assert (one.text, one.colour, one.removed) == (other.text, other.colour, other.removed)
    again = merge(one, theirs)
    assert again.values == {}
    assert {c.stamps[1] for c in again.conflicts} <= {c.stamps[1] for c in merge(mine, theirs).conflicts}
    assert merge(mine, mine).values == {}


def test_exports_say_the_exact_reference_and_the_words_as_read(two):
    mine, _, _ = two
    document = catalogue.load(mine, "E/RES/2019/20", "ar")
    annotation_edits.add(mine, document, [annotation_edits.whole_provision(document, "pp_8")], colour="pink")
    told = with_references(mine, notes.all_annotations(mine), "ar")
    assert told[0].reference == "E/RES/2019/20، الفقرة ٥ من المنطوق"
    assert told[1].reference == "E/RES/2019/20، الفقرة الثامنة من الديباجة [تصويب]"
    assert told[1].places[0].words.startswith("وإذ")
    received = with_references(mine, notes.all_annotations(mine), "en", as_received=True)
    assert received[1].reference == "E/RES/2019/20, PP8"
    assert received[1].places[0].words.startswith("وراء")
    assert told[1].title == document.title


@pytest.mark.parametrize("format_", ["jsonld", "md", "html", "docx", "csv"])
@pytest.mark.parametrize("held", [True, False], ids=["held", "removed"])
def test_every_format_is_written_with_and_without_the_document(two, format_, held):
    mine, _, _ = two
    if not held:
        remove_document(mine, "E/RES/2019/20", "ar")
    data = export(mine, notes.all_annotations(mine), format_, "ar", "a")
    assert len(data) > 100
    if format_ != "docx":
        assert "first" in data.decode()


def all_of(db):
    """Everything that merging is to make alike on all laptops."""
    every = (*notes.all_annotations(db), *notes.tombstones(db))
    return {
        one.id: (one.kind, one.text, one.colour, one.stance, one.author, one.labels, one.removed is None, one.targets)
        for one in every
    }


def test_both_are_told_of_a_conflict_whoever_merges_first(two):
    mine, theirs, id_ = two
    annotation_edits.set_text(mine, id_, "AAA")
    annotation_edits.set_text(theirs, id_, "BBB")
    (at_theirs,) = send(mine, theirs).conflicts
    (at_mine,) = send(theirs, mine).conflicts
    assert (at_mine.mine, at_mine.theirs) == ({"text": "AAA"}, {"text": "BBB"})
    assert (at_theirs.mine, at_theirs.theirs) == ({"text": "BBB"}, {"text": "AAA"})
    assert text(mine, id_) == text(theirs, id_) == "BBB"
    resolve_conflict(mine, at_mine, "mine")
    assert send(mine, theirs).conflicts == ()
    assert text(theirs, id_) == "AAA"
    assert conflicts.open_conflicts(theirs) == (), "who chose knew both"


def test_choosing_what_stands_already_is_a_choice_too(two):
    mine, theirs, id_ = two
    annotation_edits.set_text(mine, id_, "AAA")
    annotation_edits.set_text(theirs, id_, "BBB")
    (at_theirs,) = send(mine, theirs).conflicts
    (at_mine,) = send(theirs, mine).conflicts
    resolve_conflict(theirs, at_theirs, "mine")
    resolve_conflict(mine, at_mine, "mine")
    (again,) = send(theirs, mine).conflicts
    assert {*again.mine.values(), *again.theirs.values()} == {"AAA", "BBB"}


def test_two_labels_of_two_people_stand_together(two):
    mine, theirs, id_ = two
    annotation_edits.set_labels(mine, id_, ["a", "mine"])
    annotation_edits.set_labels(theirs, id_, ["a", "theirs"])
    assert send(theirs, mine).conflicts == ()
    assert send(mine, theirs).conflicts == ()
    assert notes.annotation(mine, id_).labels == notes.annotation(theirs, id_).labels
    assert set(notes.annotation(mine, id_).labels) == {"a", "mine", "theirs"}
    assert send(theirs, mine).changed == ()


def test_a_label_renamed_here_is_renamed_there(two):
    mine, theirs, id_ = two
    labels.rename(mine, "a", "b")
    assert send(mine, theirs).conflicts == ()
    assert notes.annotation(theirs, id_).labels == ("b",)
    labels.remove(theirs, "b")
    send(theirs, mine)
    assert notes.annotation(mine, id_).labels == ()
    undo.undo(theirs)
    send(theirs, mine)
    assert notes.annotation(mine, id_).labels == ("b",)


def test_the_order_within_labels_and_of_labels_travels(two, tmp_path):
    mine, theirs, _ = two
    document = catalogue.load(mine, "E/RES/2019/20", "ar")
    ids = [
        annotation_edits.add(
            mine, document, [annotation_edits.whole_provision(document, f"op_{n}")], labels=["z", "b"]
        ).id
        for n in (1, 2, 3)
    ]
    labels.move(mine, "z", ids[2], ids[0])
    labels.step(mine, "z", -1)
    data = export(mine, notes.all_annotations(mine), "jsonld", "en")
    found = read_notes(data)
    assert dict(found.order)["z"] == (ids[2], ids[0], ids[1])
    other = annotation_edits.add(theirs, document, [annotation_edits.whole_provision(document, "op_7")], labels=["z"])
    merge_notes(theirs, found.annotations, "a.jsonld", found.order)
    assert labels.order(theirs, "z") == (other.id, ids[2], ids[0], ids[1])
    with open_database(tmp_path / "c" / "library.db") as third:
        merge_notes(third, found.annotations, "a.jsonld", found.order)
        assert [label.path for label in labels.all_labels(third)] == [label.path for label in labels.all_labels(mine)]
        assert labels.order(third, "z") == labels.order(mine, "z")
        merge_notes(third, found.annotations, "a.jsonld", found.order)
        assert labels.order(third, "z") == labels.order(mine, "z")
        undo.undo(third)
        assert notes.all_annotations(third) == ()
        assert labels.all_labels(third) == ()


def test_a_stance_and_words_of_two_people_make_one_stance_with_words(two):
    mine, theirs, id_ = two
    annotation_edits.set_stance(mine, id_, "support", "Amal")
    annotation_edits.set_text(theirs, id_, "because")
    assert send(theirs, mine).conflicts == ()
    send(mine, theirs)
    for db in (mine, theirs):
        one = notes.annotation(db, id_)
        assert (one.kind, one.stance, one.text) == (AnnotationKind.STANCE, "support", "because")


def test_a_removal_is_told_on_and_bare_of_words(two):
    mine, theirs, id_ = two
    notes.remove(mine, [id_])
    (told,) = notes.removals_to_share(mine)
    assert told.is_bare
    merge_notes(theirs, read_notes(export(mine, [told], "jsonld", "en")).annotations, "a.jsonld")
    assert notes.all_annotations(theirs) == ()
    assert [one.text for one in notes.in_trash(theirs)] == ["first"], "the words are in the trash here"
    notes.restore(theirs, [id_])
    send(theirs, mine)
    assert text(mine, id_) == "first"
    assert notes.annotation(mine, id_).removed is None


def test_a_removal_of_what_never_came_is_known_and_told_to_the_next(two, bundled_library, tmp_path):
    mine, _, id_ = two
    notes.remove(mine, [id_])
    with open_database(bundled_library(tmp_path / "c" / "library.db")) as third:
        merge_notes(third, notes.removals_to_share(mine), "a.jsonld")
        assert notes.in_trash(third) == (), "nothing to be restored"
        assert [one.id for one in notes.removals_to_share(third)] == [id_]


def test_a_merge_that_was_undone_can_be_made_again(two):
    mine, theirs, id_ = two
    document = catalogue.load(mine, "E/RES/2019/20", "ar")
    new = annotation_edits.add(theirs, document, [Span("op_6", 0, 12)], text="new")
    annotation_edits.set_text(mine, id_, "AAA")
    annotation_edits.set_text(theirs, id_, "BBB")
    before = all_of(mine)
    first = send(theirs, mine)
    after = all_of(mine)
    undo.undo(mine)
    assert {one.id for one in notes.all_annotations(mine)} == {id_}
    assert all_of(mine)[id_] == before[id_]
    again = send(theirs, mine)
    assert (again.added, again.changed) == (first.added, first.changed) or new.id in again.changed
    assert len(again.conflicts) == 1
    assert all_of(mine) == after


def test_annotations_of_other_programs_come_once_and_are_changed_without_a_false_conflict(two):
    mine, _, _ = two
    foreign = Annotation(
        *("f0000000-0000-4000-8000-000000000001", AnnotationKind.NOTE, "E/RES/2019/20", "ar", ()),
        *(WHEN, WHEN + datetime.timedelta(days=1)),
        text="theirs",
    )
    merge_notes(mine, [foreign], "x.json")
    annotation_edits.set_text(mine, foreign.id, "mine")
    assert merge_notes(mine, [foreign], "x.json").conflicts == ()
    assert text(mine, foreign.id) == "mine"


CHANGES = {
    "text": lambda db, id_, n: annotation_edits.set_text(db, id_, f"words {n}"),
    "colour": lambda db, id_, n: annotation_edits.set_colour(db, id_, ["pink", "blue", ""][n % 3]),
    "labels": lambda db, id_, n: annotation_edits.set_labels(db, id_, [f"l{n % 4}", f"l{n % 3}"]),
    "stance": lambda db, id_, n: annotation_edits.set_stance(db, id_, ["support", ""][n % 2], "Amal"),
    "remove": lambda db, id_, _: notes.remove(db, [id_]),
    "restore": lambda db, id_, _: notes.restore(db, [id_]),
}


@given(
    st.lists(st.tuples(st.integers(0, 2), st.sampled_from(sorted(CHANGES)), st.integers(0, 9)), max_size=12), st.data()
)
@examples(30)
def test_three_laptops_come_to_the_same_whichever_way_the_files_go(changes, data):
    """No words are lost on the way: what does not stand is in a conflict on some laptop."""
    import tempfile
    from contextlib import ExitStack
    from pathlib import Path

    ticks = iter(range(10**6))
    clock = lambda: WHEN + datetime.timedelta(seconds=next(ticks))  # noqa: E731
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        laptops = [stack.enter_context(open_database(folder / name / "l.db", clock=clock)) for name in "abc"]
        first = Annotation("", AnnotationKind.NOTE, "A/RES/1/1", "en", (), WHEN, WHEN, text="first")
        id_ = notes.add(laptops[0], first).id
        for other in laptops[1:]:
            merge_notes(other, notes.all_annotations(laptops[0]), "a")
        for which, name, number in changes:
            CHANGES[name](laptops[which], id_, number)
        pairs = [(a, b) for a in range(3) for b in range(3) if a != b]
        for a, b in [*data.draw(st.permutations(pairs)), *pairs, *pairs]:
            every = (*notes.all_annotations(laptops[a]), *notes.tombstones(laptops[a]))
            merge_notes(laptops[b], every, str(a))
        held = [all_of(db)[id_] for db in laptops]
        assert held[0] == held[1] == held[2]
        # Once more changes nothing.
        for a, b in pairs:
            every = (*notes.all_annotations(laptops[a]), *notes.tombstones(laptops[a]))
            report = merge_notes(laptops[b], every, str(a))
            assert (report.added, report.changed, report.conflicts) == ((), (), ())
