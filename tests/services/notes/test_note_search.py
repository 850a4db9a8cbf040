"""The notes' own index: the same answer as reading them through, always in step, and never in the way of the texts'."""

import datetime

import pytest

from documents.annotations.model import Annotation, AnnotationKind
from documents.position import Span
from index.index_folder import read_stamp
from index.index_handle import IndexHandle
from index.query_parser import parse
from index.writer import build
from library import catalogue, labels, notes
from services.notes import annotation_edits
from services.notes.note_query import NoteCache
from services.notes.note_search import find, matching_ids, notes_index_folder, sync_index
from services.search.library_search import search_once
from services.search.search_request import SearchRequest

PAGE = range(50)


@pytest.fixture
def document(db):
    return catalogue.load(db, "E/RES/2019/20", "ar")


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "index"


@pytest.fixture
def index(folder):
    """The handle of the notes' index."""
    handle = IndexHandle(notes_index_folder(folder))
    yield handle
    handle.close()


@pytest.fixture
def made(db, document):
    return [
        annotation_edits.add(db, document, [Span("op_5", 0, 20)], text="اسأل العاصمة عن الطِّفْل", labels=["تفاوض/أطفال"]),
        annotation_edits.add(db, document, [Span("op_6", 0, 20)], text="Ask the capital about children"),
        annotation_edits.add(db, document, [Span("op_7", 0, 20)], colour="pink"),
    ]


def test_notes_are_found_in_their_words_folded_and_inflected(db, index, made):
    assert matching_ids(db, index, parse("طفل")) >= {made[0].id}
    assert matching_ids(db, index, parse("asking")) == {made[1].id}
    assert [hit.id for hit in find(db, index, parse("العاصمه"), PAGE).hits] == [made[0].id]
    assert matching_ids(db, index, parse("tag:تفاوض/أطفال")) == {made[0].id}
    quoted = made[2].targets[0].quote.exact.split()[-1]
    assert made[2].id in matching_ids(db, index, parse(quoted))
    assert find(db, index, parse(quoted), PAGE).total == 0, "the words of the text are no words of the user"


def test_every_change_is_found_at_once(db, index, made):
    assert matching_ids(db, index, parse("جديد")) == frozenset()
    annotation_edits.set_text(db, made[1].id, "كلام جديد")
    assert matching_ids(db, index, parse("جديد")) == {made[1].id}
    notes.remove(db, [made[1].id])
    assert matching_ids(db, index, parse("جديد")) == frozenset()
    labels.rename(db, "تفاوض/أطفال", "حماية")
    assert matching_ids(db, index, parse("tag:تفاوض/حماية")) == {made[0].id}


def test_a_damaged_index_is_built_anew_and_nobody_waits_for_it(db, index, made):
    matching_ids(db, index, parse("طفل"))
    for file in index.folder.iterdir():
        if file.suffix not in {".json", ".lock"}:
            file.write_bytes(b"\0" * 40)
    assert matching_ids(db, index, parse("asking")) == {made[1].id}
    assert matching_ids(db, index, parse("asking")) == {made[1].id}


def on_texts(db, numbers, text="capital"):
    """Notes on the whole of so many texts, which need not be held."""
    now = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
    return [
        notes.add(db, Annotation("", AnnotationKind.NOTE, f"A/RES/70/{number}", "en", (), now, now, text=text)).id
        for number in numbers
    ]


@pytest.mark.parametrize(("texts", "indexed"), [(40, True), (41, False)])
def test_notes_on_many_texts_are_read_through_at_once(db, index, made, texts, indexed):
    sync_index(db, index.folder)
    ids = on_texts(db, range(texts, 0, -1))
    wanted = [made[1].id, *ids[::-1]]
    assert matching_ids(db, index, parse("capital")) == set(wanted)
    found = find(db, index, parse("capital"), PAGE)
    assert (found.total, {hit.id for hit in found.hits}) == (texts + 1, set(wanted))
    assert [hit.id for hit in found.hits] == [*ids[::-1], made[1].id], "by document"
    assert [hit.id for hit in find(db, index, parse("capital"), range(2, 5)).hits] == ids[::-1][2:5]
    quoted = made[2].targets[0].quote.exact.split()[-1]
    assert find(db, index, parse(quoted), PAGE).total == 0
    assert made[2].id in matching_ids(db, index, parse(quoted))
    assert len(read_stamp(index.folder).digests) == (texts + 1 if indexed else 1)


def test_notes_are_read_through_while_another_program_writes_their_index(db, index, made):
    sync_index(db, index.folder)
    annotation_edits.set_text(db, made[1].id, "written since")
    seen = []

    def texts():
        seen.append((sync_index(db, index.folder), matching_ids(db, index, parse("since"))))
        seen.append([hit.id for hit in find(db, index, parse("since"), PAGE).hits])
        yield from ()

    build(index.folder, texts(), lambda: False)
    assert seen == [(False, {made[1].id}), [made[1].id]]


def test_the_first_index_is_made_of_all_texts(db, index):
    on_texts(db, range(50))
    assert find(db, index, parse("capital"), PAGE).total == 50
    assert len(read_stamp(index.folder).digests) == 50


def test_what_a_hit_says_of_its_note(db, index, document):
    spans = [Span("op_5", 0, 20), Span("op_5", 30, 40), Span("op_6", 0, 20)]
    first = annotation_edits.add(db, document, spans, text="first", labels=["label"])
    (hit,) = find(db, index, parse("first"), PAGE).hits
    assert (hit.passage.document, hit.passage.language, hit.passage.title) == (
        *("E/RES/2019/20", "ar"),
        document.title,
    )
    assert (hit.id, hit.passage.provision, hit.passage.label) == (first.id, first.id, "OP5+OP6")
    assert (hit.passage.kind, hit.passage.tags, hit.passage.text) == ("note", ("label",), "first")
    quoted = " … ".join(target.quote.exact for target in first.targets)
    passages = [passage for _, passage in index.searcher().find(parse("tag:label"), limit=9).page]
    assert [(one.kind, one.text, one.place) for one in passages] == [("note", "first", 0), ("quote", quoted, 1)]


def test_without_notes_or_words_nothing_is_found_and_no_index_made(db, index, document):
    assert find(db, index, parse("capital"), PAGE).total == 0
    assert matching_ids(db, index, parse("capital")) == frozenset()
    annotation_edits.add(db, document, [Span("op_6", 0, 20)], text="capital")
    assert find(db, index, parse(""), PAGE).total == 0
    assert matching_ids(db, index, parse("")) == frozenset()
    assert not index.folder.exists()
    assert sync_index(db, index.folder)
    assert index.folder.exists()


def test_in_a_search_of_the_library_notes_have_their_own_tier(db, folder, made):
    answer = search_once(db, folder, SearchRequest("capital"))
    assert (answer.total, answer.tiers["note"]) == (1, 1)
    (hit,) = answer.hits
    assert (hit.tier, hit.kind, hit.note, hit.provision, hit.label) == ("note", "note", made[1].id, "op_6", "OP6")
    assert [hit.text[slice(*place)] for place in hit.highlights] == ["capital"]
    both = search_once(db, folder, SearchRequest("الطفل", limit=2))
    assert both.tiers["note"] == 1
    last = search_once(db, folder, SearchRequest("الطفل", offset=both.total - 1 - both.tiers["instrument"]))
    assert last.hits[0].note == made[0].id
    assert not notes_index_folder(folder).is_relative_to(folder)


def test_notes_in_memory_follow_what_changes(db, made):
    held = NoteCache()
    assert set(held.all(db)) == set(made)
    annotation_edits.set_text(db, made[2].id, "x")
    notes.remove(db, [made[0].id])
    assert {one.id: one.text for one in held.all(db)} == {one.id: one.text for one in notes.all_annotations(db)}
    labels.rename(db, "تفاوض/أطفال", "y")
    notes.restore(db, [made[0].id])
    assert set(held.all(db)) == set(notes.all_annotations(db))
