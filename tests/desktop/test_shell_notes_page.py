"""The page of notes in the real window: what its strip undoes, search, trash, labels within labels, cards beside it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shell_scene import plain, press

from documents.position import Position, Span
from library import catalogue, notes
from library.database import open_database
from services.notes import annotation_edits
from services.notes.note_exchange import export
from ui.desktop.support.changes import Subject

OP = "op_5"
TRASH = "It lies in the trash; Enter brings it back"


@pytest.fixture
def program(scene):
    return scene.start("en")


@pytest.fixture
def window(program):
    program.window.document_controller.go_to(Position(OP))
    program.window.sidebar.show_page("bookmarks")
    return program.window


@pytest.fixture
def page(window):
    return window.sidebar.page("bookmarks")


@pytest.fixture
def document(program):
    return catalogue.load(program.db, "E/RES/2019/20", "ar")


def listed(scene, page, count):
    scene.qtbot.waitUntil(lambda: page.model.rowCount() == count, timeout=5000)
    page.list.setFocus()
    page.list.setCurrentIndex(page.model.index(0))


def kinds(program):
    return sorted(one.kind.value for one in notes.all_annotations(program.db))


def test_the_strip_brings_the_removed_note_back_and_nothing_else(scene, program, window, page, document):
    annotation_edits.add(program.db, document, [Span(OP, 0, 12)], text="مهم")
    window.session.changes.tell(Subject.NOTES)
    listed(scene, page, 1)
    press(page.list, Qt.Key.Key_Delete)
    assert plain(page.said.text()) == "Removed: OP5"
    QTest.keyClick(window.reader.view(), Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    assert kinds(program) == ["highlight"]
    assert page.strip.isVisible()
    press(page.undo, Qt.Key.Key_Return)
    assert kinds(program) == ["highlight", "note"]
    assert not page.strip.isVisible()


def test_the_strip_goes_once_the_note_is_back_or_something_else_is_listed(scene, program, window, page, document):
    annotation_edits.add(program.db, document, [Span(OP, 0, 12)], text="مهم")
    window.session.changes.tell(Subject.NOTES)
    listed(scene, page, 1)
    press(page.list, Qt.Key.Key_Delete)
    window.actions_["undo"].trigger()
    assert kinds(program) == ["note"]
    assert not page.strip.isVisible()
    listed(scene, page, 1)
    press(page.list, Qt.Key.Key_Delete)
    assert page.strip.isVisible()
    page.narrowing.choose(kind="note")
    assert not page.strip.isVisible()


def test_the_way_back_from_a_removed_label_is_taken_away_by_the_next_change(scene, program, window, page, document):
    annotation_edits.add(program.db, document, [Span(OP, 0, 12)], text="x", labels=["a"])
    page.narrowing.choose(label="a")
    listed(scene, page, 1)
    window.notes_controller.do("drop")
    assert page.strip.isVisible()
    window.document_controller.toggle_bookmark()
    assert not page.strip.isVisible()


def test_the_way_back_never_undoes_what_happened_to_a_document(scene, program, window, page, document):
    annotation_edits.add(program.db, document, [Span(OP, 0, 12)], text="x", labels=["a"])
    page.narrowing.choose(label="a")
    listed(scene, page, 1)
    window.notes_controller.do("drop")
    window.sidebar.show_page("library")
    library = window.sidebar.page("library")
    library.list.setCurrentIndex(library._model.index(0, 0))
    press(library.list, Qt.Key.Key_Delete)
    page.undo.click()
    assert not catalogue.has(program.db, "E/RES/2019/20")
    assert window.status.message.text() == "Something else was changed since then"


def test_files_are_joined_in_one_turn_and_the_same_again_offers_no_way_back(
    scene, program, window, page, bundled_library, tmp_path
):
    files = tuple(tmp_path / f"{name}.jsonld" for name in ("one", "two"))
    with open_database(bundled_library(tmp_path / "other.db")) as other:
        document = catalogue.load(other, "E/RES/2019/20", "ar")
        for file in files:
            made = annotation_edits.add(other, document, [Span(OP, 0, 12)], text=file.stem)
            file.write_bytes(export(other, [made], "jsonld", "en"))
    scene.answer = files
    window.notes_controller.do("import")
    scene.settle(program)
    assert kinds(program) == ["note", "note"]
    page.undo.click()
    assert kinds(program) == []
    window.actions_["redo"].trigger()
    window.notes_controller.do("import")
    scene.settle(program)
    assert not page.strip.isVisible()
    assert plain(window.status.message.text()) == "0 added, 0 changed"


def test_a_search_met_by_nothing_is_cleared_and_lists_everything_again(scene, program, window, page, document):
    annotation_edits.add(program.db, document, [Span(OP, 0, 12)], text="wording")
    window.session.changes.tell(Subject.NOTES)
    listed(scene, page, 1)
    page.search.line.setText("qqq")
    scene.qtbot.waitUntil(page.empty.isVisible, timeout=5000)
    assert page.empty.head.text() == "Nothing here"
    assert "qqq" in page.empty.body.text()
    page.clear.click()
    listed(scene, page, 1)
    assert QApplication.focusWidget() is page.list


def test_what_lies_in_the_trash_is_brought_back_and_said(scene, program, window, page, document):
    one = annotation_edits.add(program.db, document, [Span(OP, 0, 12)], text="x")
    notes.remove(program.db, [one.id])
    page.narrowing.choose(show="trash")
    listed(scene, page, 1)
    press(page.list, Qt.Key.Key_Delete)
    assert kinds(program) == []
    assert window.status.message.text() == TRASH
    press(page.list, Qt.Key.Key_Space)
    assert kinds(program) == ["note"]
    assert window.status.message.text() == "Brought back from the trash"
    scene.qtbot.waitUntil(lambda: page.model.rowCount() == 0, timeout=5000)


def test_choosing_an_outer_label_lists_the_notes_of_the_labels_in_it(scene, program, window, page, document):
    for at, label in enumerate(("a", "a/b", "a/c", "d")):
        annotation_edits.add(program.db, document, [Span(OP, at, at + 9)], text=label, labels=[label])
    page.narrowing.choose(label="a")
    listed(scene, page, 3)
    assert [page.model.row(at).note.text for at in range(3)] == ["a", "a/b", "a/c"]


# Cards beside the text


def card(window, document, text, **fields):
    """The words on the card of a note, a line of the card each, and of what is said below."""
    annotation_edits.add(window.session.db, document, [Span(OP, 0, 12)], text=text, **fields)
    window.annotation_controller.refresh()
    QApplication.processEvents()
    margin = window.reader.page().margin
    (made,) = margin._cards
    words, below = margin._card_painter._layouts(made.placed, margin.width())
    units = words.text().encode("utf-16-le")
    lines = [words.lineAt(at) for at in range(words.lineCount())]
    spans = [(2 * line.textStart(), 2 * (line.textStart() + line.textLength())) for line in lines]
    return [units[a:b].decode("utf-16-le").strip(" \u2028") for a, b in spans], words, below


def test_a_card_keeps_the_lines_of_a_note_and_shows_no_markdown(window, document):
    lines, _, _ = card(window, document, "**الفقرة.**\nالسطر\n- بند 🕊")
    assert lines == ["الفقرة.", "السطر", "• بند 🕊"]


def test_a_card_that_has_no_room_for_all_ends_in_an_ellipsis(window, document):
    lines, words, _ = card(window, document, "🕊 كلام كثير جدًّا. " * 60)
    assert len(lines) == 8
    assert words.text().endswith("…")
    assert "🕊" in lines[-1]
    assert not lines[-1].endswith(".…")


def test_a_card_runs_in_the_direction_of_its_first_letter(window, document):
    _, words, _ = card(window, document, "See OP12 (منظور جنساني).")
    assert words.textOption().textDirection() == Qt.LayoutDirection.LeftToRight


def test_a_label_that_is_renamed_is_renamed_on_its_card(program, window, document):
    from library import labels

    _, _, below = card(window, document, "x", labels=["قديم"])
    assert "قديم" in below.text()
    labels.rename(program.db, "قديم", "جديد")
    window.annotation_controller.refresh()
    margin = window.reader.page().margin
    (made,) = margin._cards
    assert "جديد" in margin._card_painter._layouts(made.placed, margin.width())[1].text()
