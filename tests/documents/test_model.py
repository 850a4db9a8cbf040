"""The document: unique ids, look-ups, and the places of markers."""

import pytest

from documents.model import Document, Footnote, FootnoteStatus, Kind, Marker, Provision
from documents.position import Position, Quote, Span, footnote_id


def document(**changes) -> Document:
    fields = {
        "symbol": "X/1",
        "language": "ar",
        "title": "T",
        "provisions": (
            Provision("pp_1", Kind.PREAMBULAR, "نص أول", markers=(Marker(3, "1", "(١)"),)),
            Provision("op_1", Kind.OPERATIVE, "نص ثان", "1", "١ -", markers=(Marker(0, "2"), Marker(6, "1", "(١)"))),
        ),
        "footnotes": (Footnote("1", "حاشية", "(١)"), Footnote("2", "", status=FootnoteStatus.MISSING)),
    } | changes
    return Document(**fields)


def test_look_ups():
    held = document()
    assert held.provision("op_1").number == "1"
    assert held.footnote("1").text == "حاشية"
    assert (held.has_provision("op_1"), held.has_provision("op_2")) == (True, False)
    assert (held.has_footnote("2"), held.has_footnote("3")) == (True, False)
    assert (held.text_of("pp_1"), held.text_of("fn_1")) == ("نص أول", "حاشية")
    assert dict(held.texts()) == {"pp_1": "نص أول", "op_1": "نص ثان", "fn_1": "حاشية", "fn_2": ""}


@pytest.mark.parametrize("id_", ["op_9", "fn_9", ""])
def test_what_is_not_there_is_a_key_error(id_):
    with pytest.raises(KeyError):
        document().text_of(id_)


def test_one_note_may_have_several_markers_in_reading_order():
    assert document().markers_of("1") == (Position("pp_1", 3), Position("op_1", 6))
    assert document().markers_of("9") == ()


@pytest.mark.parametrize(
    "changes",
    [
        {"provisions": (Provision("op_1", Kind.OPERATIVE, "a"), Provision("op_1", Kind.OPERATIVE, "b"))},
        {"footnotes": (Footnote("1", "a"), Footnote("1", "b"))},
    ],
)
def test_ids_are_unique(changes):
    with pytest.raises(ValueError):
        document(**changes)


def test_equal_documents_are_equal():
    assert document() == document()
    assert document() != document(title="U")


def test_spans_and_quotes():
    assert Span("op_1", 0, 2).cut("نص ثان") == "نص"
    assert Span("op_1", 0, 2).overlaps(Span("op_1", 1, 3))
    assert not Span("op_1", 0, 2).overlaps(Span("op_1", 2, 3))
    assert not Span("op_1", 0, 2).overlaps(Span("op_2", 0, 2))
    assert Quote.of("abcdef", 2, 4, 1) == Quote("cd", "b", "e")
    assert footnote_id("6") == "fn_6"
    with pytest.raises(ValueError):
        Span("op_1", 3, 2)
