"""The page of notes, on a real library: rows, filters, order, what is removed and what is to be chosen."""

import datetime

import pytest
from panels_scene import Speech, plain, press, resolution, unnamed
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from documents.annotations.model import Annotation, AnnotationKind, Target
from documents.position import Quote, Span
from library import labels, notes
from library.database import open_database
from services import noting
from services.anchored import placed_in
from services.importing import store
from ui.desktop.annotations.filters import Filter, Known, filtered
from ui.desktop.annotations.page import NotesPage
from ui.desktop.annotations.rows import look_row, note_row
from ui.desktop.appearance import Appearance

NOW = datetime.datetime(2026, 1, 31, tzinfo=datetime.UTC)


@pytest.fixture
def appearance(qapp):
    return Appearance("ar")


@pytest.fixture
def speech(appearance, tmp_path_factory):
    made = Speech(appearance, tmp_path_factory.getbasetemp())
    made.speak("ar")
    yield made
    made.silence()


@pytest.fixture
def library(tmp_path):
    with open_database(tmp_path / "library.db") as database:
        store(database, resolution().document)
        document = resolution().document
        noting.toggle_bookmark(database, document, "op_15")
        noting.add(database, document, [Span("op_17", 0, 20)], text="ملاحظة بالعربية", colour="pink", labels=["a/b"])
        noting.add(database, document, [Span("pp_7", 3, 30)], text="In English", labels=["a/b"])
        noting.take_stance(database, document, "op_3", "red-line", "أمل")
        yield database


@pytest.fixture
def page(qtbot, appearance, speech, library):
    made = NotesPage(appearance)
    qtbot.addWidget(made)
    made.resize(264, 900)
    show(made, library, appearance)
    made.show()
    QApplication.processEvents()
    return made


def show(page, library, appearance):
    order = labels.order(library, page.filter.label) if page.filter.label else ()
    found = filtered(notes.all_annotations(library), page.filter, order)
    named = [label.path for label in labels.all_labels(library)]
    page.show_rows(found, lambda note: note_row(note, appearance), known=Known(named, (), ("E/RES/2019/20",)))


def test_a_row_says_place_quote_words_and_what_else_is_known(page):
    assert page.head.name.text() == "ملاحظاتي"
    assert page.head.fact.text() == "٤"
    said = {
        row.note.kind.value: plain(page.model.data(page.model.index(at), Qt.ItemDataRole.AccessibleTextRole))
        for at in range(4)
        if (row := page.model.row(at))
    }
    assert said["bookmark"].startswith("OP15. E/RES/2019/20. «تطلب إلى مكتب الأمم المتحدة")
    assert "خط أحمر (أمل، " in said["stance"]
    pink = plain(page.model.row(next(n for n in range(4) if page.model.row(n).note.colour)).spoken)
    assert "ملاحظة بالعربية" in pink
    assert "وردي · a/b · " in pink


@pytest.mark.parametrize(
    ("provision", "label"),
    [("op_5_a_ii", "OP5 (a)(ii)"), ("pp_3", "PP3"), ("outer_op_1", "منطوق القرار الحاضن"), ("title", "العنوان")],
)
def test_a_note_is_named_without_its_document(provision, label, speech, appearance):
    target = Target(Span(provision, 0, 5), Quote("كلمات"))
    row = note_row(Annotation("1", AnnotationKind.BOOKMARK, "A/RES/1", "ar", (target,), NOW, NOW), appearance)
    assert (row.name, row.lines[0].words) == (label, "«كلمات»")


def test_a_note_opens_by_enter_and_click(qtbot, page):
    page.list.setCurrentIndex(page.model.index(0))
    with qtbot.waitSignal(page.opened) as opened:
        press(page.list, Qt.Key.Key_Return)
    first = opened.args[0]
    at = page.list.visualRect(page.model.index(1)).center()
    with qtbot.waitSignal(page.opened) as opened:
        qtbot.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert opened.args[0].note.id != first.note.id


def test_delete_and_the_sign_at_the_end_of_a_row_remove(qtbot, page):
    page.list.setCurrentIndex(page.model.index(1))
    with qtbot.waitSignal(page.removed):
        press(page.list, Qt.Key.Key_Delete)
    at = page.list._delegate.remove_box(page.list.visualRect(page.model.index(0))).center()
    assert at.x() < 40, "the end edge is the left one in Arabic"
    with qtbot.waitSignal(page.removed):
        qtbot.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    page.narrowing.choose(show="trash")
    with qtbot.waitSignal(page.restored):
        press(page.list, Qt.Key.Key_Delete)


def test_what_was_removed_offers_a_way_back(qtbot, page):
    page.offer_undo("أُزيلت")
    assert page.strip.isVisible()
    with qtbot.waitSignal(page.undo_asked):
        press(page.undo, Qt.Key.Key_Return)
    assert not page.strip.isVisible()


def test_no_notes_yet(page, speech, appearance):
    page.show_rows([], lambda note: note_row(note, appearance))
    assert page.empty.isVisible()
    assert page.empty.head.text() == "لا ملاحظات بعد"
    speech.speak("en")
    assert page.empty.head.text() == "No notes yet"
    page.narrowing.choose(colour="blue")
    page.show_rows([], lambda note: note_row(note, appearance))
    assert page.empty.head.text() == "Nothing here"


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        (Filter(), 4),
        (Filter(kind="stance"), 1),
        (Filter(colour="pink"), 1),
        (Filter(stance="red-line"), 1),
        (Filter(document="A/RES/1"), 0),
        (Filter(days=1), 4),
        (Filter(ids=frozenset()), 0),
    ],
    ids=str,
)
def test_filters(library, wanted, count):
    assert len(filtered(notes.all_annotations(library), wanted)) == count


def test_orders(library):
    made = notes.all_annotations(library)
    in_text = [note.targets[0].span.provision for note in filtered(made, Filter(sort="text"))]
    assert in_text == ["pp_7", "op_3", "op_15", "op_17"]
    assert filtered(made, Filter(sort="newest"))[0].stance == "red-line"
    later = made[0].changed + datetime.timedelta(days=9)
    assert filtered(made, Filter(days=7), now=later) == []


def test_the_notes_of_a_label_are_dragged_to_order(qtbot, page, library, appearance):
    page.narrowing.choose(label="a/b")
    show(page, library, appearance)
    first, second = (page.model.row(at).note.id for at in (0, 1))
    assert page.model.ordered
    dragged = page.model.mimeData([page.model.index(1)])
    with qtbot.waitSignal(page.moved) as moved:
        page.model.dropMimeData(dragged, Qt.DropAction.MoveAction, 0, 0, page.model.index(-1))
    assert moved.args == [second, first]
    labels.move(library, "a/b", second, first)
    show(page, library, appearance)
    assert [page.model.row(at).note.id for at in (0, 1)] == [second, first]


def test_a_note_that_lost_its_place_shows_before_and_after_and_one_key_accepts(qtbot, page, library, appearance):
    document = resolution().document
    other = noting.add(library, document, [Span("op_5", 0, 30)])
    text = document.text_of("op_6")
    moved = Target(Span("op_5", 0, 30), Quote(text[:30], "", text[30:62]), text)
    notes.change(library, other.id, targets=(moved,))
    (placed,) = placed_in(library, document, [notes.annotation(library, other.id)])
    assert placed.state.value == "moved"
    page.show_rows([placed], lambda one: look_row(one, dict(document.texts()), appearance))
    row = page.model.row(0)
    assert row.lines[0].words.startswith("− " + text[:30].split()[0])
    assert "OP6" in plain(row.lines[1].words)
    page.list.setCurrentIndex(page.model.index(0))
    with qtbot.waitSignal(page.accepted) as accepted:
        press(page.list, Qt.Key.Key_Space)
    assert accepted.args == [row, 0]


def test_every_control_has_a_name_in_both_languages(page, speech):
    for language in ("ar", "en"):
        speech.speak(language)
        assert unnamed(page) == []


def test_the_list_has_the_name_of_the_contract(page):
    assert page.list.objectName() == "notesView"
