"""The places of annotations in the text that is held now."""

import dataclasses

import pytest

from documents.annotations.anchor_search import AnchorState
from documents.model import Kind, Provision
from documents.position import Span
from library import catalogue, notes
from library.citations import CitationSet
from services import undo
from services.documents import document_import
from services.documents.library_documents import remove_document
from services.notes import anchor_resolution, annotation_edits

NAME = ("E/RES/2019/20", "ar")


@pytest.fixture
def document(db):
    return catalogue.load(db, *NAME)


def put(db, document):
    catalogue.add(db, document, CitationSet())


def changed(document, edit):
    """The document with its provisions edited and numbered anew by hand."""
    return dataclasses.replace(document, provisions=tuple(edit(list(document.provisions))))


def states(db, document):
    return [one.state.value for one in anchor_resolution.resolve_text(db, document)]


def test_a_provision_before_it_moves_a_note_and_it_is_accepted_there(db, document):
    one = annotation_edits.add(db, document, [Span("op_5", 10, 23)], text="x")
    extra = Provision("op_x", Kind.OPERATIVE, "ترحب بالتقرير المقدم إليها بشأن هذه المسألة؛")

    def insert(provisions):
        at = next(i for i, p in enumerate(provisions) if p.id == "op_5")
        ids = [p.id for p in provisions]
        texts = [*provisions[:at], extra, *provisions[at:]]
        return [dataclasses.replace(p, id=id_) for p, id_ in zip(texts, [*ids, "op_99"], strict=True)]

    new = changed(document, insert)
    put(db, new)
    (placed,) = anchor_resolution.resolve_text(db, new)
    assert placed.state is AnchorState.MOVED
    assert placed.needs_review
    assert placed.spans == (Span("op_6", 10, 23),)
    assert anchor_resolution.resolve_text(db, new) == (placed,), "and remembered"
    anchor_resolution.accept(db, new, placed)
    assert states(db, new) == ["exact"]
    undo.undo(db)
    assert states(db, new) == ["moved"]
    assert notes.annotation(db, one.id).targets[0].span.provision == "op_5"


def test_a_provision_that_is_gone_leaves_its_note_with_its_words(db, document):
    annotation_edits.add(db, document, [annotation_edits.whole_provision(document, "op_15")], text="x")
    new = changed(document, lambda provisions: [p for p in provisions if p.id != "op_15"])
    put(db, new)
    (placed,) = anchor_resolution.resolve_text(db, new)
    assert placed.state in {AnchorState.ORPHANED, AnchorState.AMBIGUOUS}
    assert placed.spans == ()
    assert placed.annotation.targets[0].quote.exact == document.text_of("op_15")
    with pytest.raises(ValueError):
        anchor_resolution.accept(db, new, placed)
    chosen = anchor_resolution.accept(db, new, placed, [Span("op_14", 0, 20)])
    assert chosen.targets[0].span == Span("op_14", 0, 20)


def test_notes_outlive_their_document_and_its_way_back(db, document):
    one = annotation_edits.add(db, document, [Span("op_5", 0, 9)], text="x")
    remove_document(db, *NAME)
    assert not catalogue.has(db, "E/RES/2019/20")
    placed = anchor_resolution.resolve_all(db, notes.all_annotations(db))
    assert placed[one.id].state is AnchorState.ORPHANED
    assert undo.undo(db).subjects == {"document"}
    assert catalogue.load(db, *NAME) == document
    assert states(db, document) == ["exact"]
    undo.redo(db)
    assert not catalogue.has(db, "E/RES/2019/20")
    assert db.rows("SELECT superseded FROM documents WHERE removed IS NOT NULL") == [(None,)]


def test_a_note_is_carried_to_the_same_provision_of_another_language(db, document):
    annotation_edits.add(db, document, [Span("op_5", 0, 9)], text="x")
    annotation_edits.add(db, document, [Span("op_1", 0, 9)], text="y")
    english = changed(
        dataclasses.replace(document, language="en"), lambda provisions: [p for p in provisions if p.id != "op_1"]
    )
    put(db, english)
    (carried,) = anchor_resolution.resolve_text(db, english)
    assert carried.carried
    assert carried.spans == (annotation_edits.whole_provision(english, "op_5"),)
    assert not carried.needs_review
    assert [one.carried for one in anchor_resolution.resolve_text(db, document)] == [False, False]


def test_a_provision_like_another_is_certain_in_the_text_it_was_marked_in(db, document):
    """Nothing in the words tells it from its twin; but nothing was changed since."""
    block = ("Chapter one of the rules of procedure;", "The Committee decides by consensus;", "The decision is final.")
    provisions = tuple(Provision(f"op_{n}", Kind.OPERATIVE, words) for n, words in enumerate(block * 2, 1))
    twins = dataclasses.replace(document, symbol="A/RES/1/1", provisions=provisions, footnotes=())
    document_import.store(db, twins)
    held = catalogue.load(db, "A/RES/1/1", "ar")
    one = annotation_edits.add(db, held, [annotation_edits.whole_provision(held, "op_2")], text="x")
    assert anchor_resolution.resolve_text(db, held)[0].state is AnchorState.EXACT
    annotation_edits.set_text(db, one.id, "written on")
    assert anchor_resolution.resolve_text(db, held)[0].state is AnchorState.EXACT
    document_import.store(db, dataclasses.replace(twins, provisions=provisions[3:]))
    now = catalogue.load(db, "A/RES/1/1", "ar")
    assert not anchor_resolution.resolve_text(db, now)[0].spans, "in another text it is asked for"


def test_a_note_is_carried_to_where_it_stands_now(db, document):
    other = dataclasses.replace(document, language="en")
    document_import.store(db, other)
    one = annotation_edits.add(db, document, [Span("op_6", 0, 20)], text="x")
    kept = [p for p in document.provisions if p.id != "op_5"]
    ids = [p.id for p in document.provisions]
    renumbered = tuple(dataclasses.replace(p, id=id_) for p, id_ in zip(kept, ids, strict=False))
    document_import.store(db, dataclasses.replace(document, provisions=renumbered, footnotes=()))
    now = catalogue.load(db, *NAME)
    (placed,) = anchor_resolution.resolve(db, now, [one])
    there = [span.provision for span in placed.spans]
    english = catalogue.load(db, NAME[0], "en")
    carried = [placed for placed in anchor_resolution.resolve_text(db, english) if placed.carried]
    assert [[span.provision for span in placed.spans] for placed in carried] == ([there] if there else [])
    assert there != ["op_6"]
