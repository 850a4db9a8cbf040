"""Annotations made and changed: bookmarks, highlights, notes, stances."""

import pytest

from documents.annotations.model import AnnotationKind
from documents.position import Span
from library import catalogue, notes
from services.notes import annotation_edits

NAME = ("E/RES/2019/20", "ar")


@pytest.fixture
def document(db):
    return catalogue.load(db, *NAME)


def test_what_kind_it_is_follows_from_its_parts(db, document):
    kinds = [
        annotation_edits.add(db, document, [Span("op_5", 0, 9)], **parts).kind.value
        for parts in ({}, {"colour": "blue"}, {"text": "x"}, {"stance": "amend", "author": "A"})
    ]
    assert kinds == ["bookmark", "highlight", "note", "stance"]
    one = annotation_edits.add(db, document, [Span("op_5", 0, 9)], colour="blue")
    assert annotation_edits.set_text(db, one.id, "x").kind is AnnotationKind.NOTE
    assert annotation_edits.set_text(db, one.id, "").kind is AnnotationKind.HIGHLIGHT
    assert annotation_edits.set_stance(db, one.id, "support", "A").kind is AnnotationKind.STANCE
    assert annotation_edits.set_stance(db, one.id, "").author == ""


def test_targets_are_in_text_order_without_white_space_at_their_ends(db, document):
    text = document.text_of("op_5")
    space = text.index(" ")
    made = annotation_edits.add(db, document, [Span("op_6", 0, 5), Span("op_5", space, space + 9), Span("fn_1", 0, 6)])
    assert [t.span.provision for t in made.targets] == ["op_5", "op_6", "fn_1"]
    assert made.targets[0].span.start == space + 1
    assert made.targets[0].passage == text
    assert 0 < made.targets[0].rival < 1


@pytest.mark.parametrize("span", [Span("op_5", 0, 99999), Span("op_5", 3, 3)])
def test_a_span_without_words_is_refused(db, document, span):
    with pytest.raises(ValueError):
        annotation_edits.add(db, document, [span])
    with pytest.raises(KeyError):
        annotation_edits.add(db, document, [Span("op_99", 0, 1)])
    assert notes.count(db) == 0


def test_the_same_words_take_another_colour(db, document):
    first = annotation_edits.highlight(db, document, [Span("op_5", 0, 9)], "blue")
    assert annotation_edits.highlight(db, document, [Span("op_5", 0, 9)], "pink").id == first.id
    assert annotation_edits.highlight(db, document, [Span("op_5", 0, 14)], "pink").id != first.id
    assert notes.count(db) == 2


def test_a_stance_is_one_a_provision_and_delegation(db, document):
    other = annotation_edits.take_stance(db, document, "op_5", "support", "Amal")
    first = annotation_edits.take_stance(db, document, "op_5", "support", "Basil")
    second = annotation_edits.take_stance(db, document, "op_5", "red-line", "Basil")
    assert notes.annotation(db, other.id).stance == "support"
    assert notes.authors(db) == ("Amal", "Basil")
    assert (first.id, second.stance, second.author) == (second.id, "red-line", "Basil")
    annotation_edits.set_text(db, first.id, "because")
    assert annotation_edits.take_stance(db, document, "op_5", "", "Nobody") is None
    assert notes.count(db) == 2, "whose it is not certain"
    kept = annotation_edits.take_stance(db, document, "op_5", "", "Basil")
    assert (kept.kind.value, kept.text, kept.stance) == ("note", "because", "")
    assert annotation_edits.take_stance(db, document, "op_6", "", "") is None


def test_a_bookmark_is_toggled(db, document):
    assert annotation_edits.toggle_bookmark(db, document, "op_5")
    assert notes.bookmarked(db, *NAME) == {"op_5"}
    assert annotation_edits.toggle_bookmark(db, document, "op_5") is None
    assert notes.bookmarked(db, *NAME) == frozenset()


def test_words_are_found_however_they_are_wrapped(document):
    text = document.text_of("op_5")
    words = text[:40].replace(" ", "\n ")
    assert annotation_edits.find_words(document, words, "op_5") == (Span("op_5", 0, 40),)
    assert annotation_edits.find_words(document, "  ") == ()
