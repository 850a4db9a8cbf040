"""Conflicts of two laptops in the real window: looked at side by side, chosen by one key, undone, told apart."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shell_scene import plain, press

from documents.position import Span
from library import catalogue, conflicts, notes
from library.database import open_database
from services.notes import annotation_edits
from services.notes.note_exchange import export, read_notes
from services.notes.note_merge import merge_notes
from ui.desktop.panels.notes.conflict_sheet import ConflictSheet, different
from ui.desktop.support.changes import Subject

MINE = "هذا كلامي عن الفقرة"
THEIRS = "هذا كلامهم عن الفقرة"
ALT = Qt.KeyboardModifier.AltModifier


def everything(db):
    return export(db, (*notes.all_annotations(db), *notes.tombstones(db)), "jsonld", "en")


@pytest.fixture
def program(scene):
    return scene.start("en")


@pytest.fixture
def window(scene, program, bundled_library, tmp_path):
    """The window after a colleague's file was joined: words and colour of one note, words of another in conflict."""
    mine = program.db
    document = catalogue.load(mine, "E/RES/2019/20", "ar")
    one = annotation_edits.add(mine, document, [Span("op_5", 0, 12)], text="x", colour="yellow")
    two = annotation_edits.add(mine, document, [Span("op_6", 0, 12)], text="y")
    with open_database(bundled_library(tmp_path / "other.db")) as theirs:
        merge_notes(theirs, read_notes(everything(mine)).annotations, "mine.jsonld")
        for db, text, colour in ((mine, MINE, "blue"), (theirs, THEIRS, "green")):
            annotation_edits.set_text(db, one.id, text)
            annotation_edits.set_text(db, two.id, f"{text}: {colour}")
            annotation_edits.set_colour(db, one.id, colour)
        merge_notes(mine, read_notes(everything(theirs)).annotations, "زميل.jsonld")
    program.window.sidebar.show_page("bookmarks")
    program.window.session.changes.tell(Subject.NOTES)
    scene.settle(program)
    return program.window


@pytest.fixture
def page(scene, window):
    made = window.sidebar.page("bookmarks")
    made.narrowing.choose(show="conflicts")
    scene.qtbot.waitUntil(lambda: made.model.rowCount() == 3)
    return made


@pytest.fixture
def sheet(page):
    page.list.setFocus()
    page.list.setCurrentIndex(page.model.index(0))
    press(page.list, Qt.Key.Key_Return)
    return shown(page)


def shown(page):
    found = [one for one in page.window().findChildren(ConflictSheet) if one.isVisible()]
    return found[0] if found else None


def waiting(program):
    return len(conflicts.open_conflicts(program.db))


def texts(program):
    return sorted(one.text for one in notes.all_annotations(program.db))


def field(sheet):
    return sheet._pairs[sheet._at][0].field


def go_to(sheet, wanted):
    while field(sheet) != wanted:
        press(sheet.mine, Qt.Key.Key_F8)


def test_it_opens_at_the_row_it_was_asked_for(page):
    page.list.setFocus()
    for at in range(3):
        page.list.setCurrentIndex(page.model.index(at))
        press(page.list, Qt.Key.Key_Return)
        sheet = shown(page)
        assert sheet._pairs[sheet._at][0].id == page.model.row(at).conflict.id
    assert len(page.window().findChildren(ConflictSheet)) == 1, "the same sheet comes forward"


def test_it_says_whose_each_side_is_and_marks_what_differs(sheet):
    go_to(sheet, "text")
    mine, theirs = (plain(paper.toPlainText()).split("\n") for paper in (sheet.mine, sheet.theirs))
    assert mine[0] == "Mine"
    assert theirs[0] == "Theirs · From زميل.jsonld"
    assert "\u2066زميل.jsonld\u2069" in sheet.theirs.toPlainText(), "a file's name runs from left to right"
    assert "OP" in plain(sheet.place.text())
    assert [words for words, differs in different(MINE, THEIRS) if differs] == ["كلامي"]
    assert plain(sheet.mine.accessibleName()).startswith("Mine: هذا كلامي")


@pytest.mark.parametrize("where", ["mine", "theirs", "keep", "open_"])
def test_a_digit_chooses_wherever_the_focus_is(scene, program, page, sheet, where):
    go_to(sheet, "text")
    widget = getattr(sheet, where)
    widget.setFocus()
    press(widget, Qt.Key.Key_1, text="1")
    assert waiting(program) == 2
    go_to(sheet, "text")
    press(widget, 0, text="٢")
    assert waiting(program) == 1
    assert sum(text.startswith(MINE) for text in texts(program)) == 1
    assert sum(text.startswith(THEIRS) for text in texts(program)) == 1


def test_both_can_be_kept_of_words_and_not_of_colours(program, sheet):
    go_to(sheet, "colour")
    assert not sheet.both.isEnabled()
    press(sheet.mine, Qt.Key.Key_3, text="3")
    assert waiting(program) == 3
    go_to(sheet, "text")
    assert sheet.both.isEnabled()
    press(sheet.mine, Qt.Key.Key_3, text="3")
    assert waiting(program) == 2
    assert any(MINE in text and THEIRS in text for text in texts(program))


def test_previous_and_next_by_keys_and_buttons(sheet):
    sheet.go(0)
    assert (sheet.before.isEnabled(), sheet.after.isEnabled()) == (False, True)
    press(sheet.theirs, Qt.Key.Key_F8)
    QTest.keyClick(sheet.mine, Qt.Key.Key_Down, ALT)
    assert sheet._at == 2
    assert "3 of 3" in plain(sheet.place.text())
    press(sheet.mine, Qt.Key.Key_F8)
    assert sheet._at == 2, "after the last one there is none"
    press(sheet.mine, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(sheet.theirs, Qt.Key.Key_Up, ALT)
    assert sheet._at == 0
    sheet.after.click()
    assert sheet._at == 1
    assert sheet.after.accessibleName() == "Next conflict"


def test_the_last_choice_closes_it_and_the_list_is_empty(scene, program, page, sheet):
    for _ in range(3):
        press(sheet.mine, Qt.Key.Key_2, text="2")
    assert waiting(program) == 0
    assert shown(page) is None
    scene.qtbot.waitUntil(lambda: page.model.rowCount() == 0)


def test_esc_closes_it_and_nothing_is_chosen(scene, program, page, sheet):
    gone = []
    sheet.destroyed.connect(lambda: gone.append(True))
    press(sheet.theirs, Qt.Key.Key_Escape)
    scene.qtbot.waitUntil(lambda: bool(gone))
    assert waiting(program) == 3


def test_what_is_chosen_in_the_list_or_undone_is_seen_in_the_open_sheet(program, page, sheet):
    first = sheet._pairs[0][0].id
    press(page.list, Qt.Key.Key_1)
    assert [pair[0].id for pair in sheet._pairs].count(first) == 0
    assert "of 2" in plain(sheet.place.text())
    page.window().actions_["undo"].trigger()
    assert "of 3" in plain(sheet.place.text())


def test_enter_on_a_fresh_sheet_chooses_nothing(program, sheet):
    press(QApplication.focusWidget() or sheet.mine, Qt.Key.Key_Return)
    assert waiting(program) == 3


def test_the_place_is_opened_in_the_text(sheet, page):
    go_to(sheet, "colour")
    sheet.open_.click()
    assert page.window().document_controller.provision == "op_5"


def test_it_follows_theme_language_and_size(program, sheet):
    program.interface.set_theme("dark")
    program.interface.set_language("ar")
    QApplication.processEvents()
    raised = program.interface.appearance.color("raised")
    assert sheet.mine.palette().color(QPalette.ColorRole.Base) == raised
    assert sheet.mine.viewport().grab().toImage().pixelColor(3, 3) == raised
    assert plain(sheet.keep.text()) == "إبقاء ما لديّ (١)"
    program.interface.set_interface_scale(200)
    QApplication.processEvents()
    for button in (sheet.keep, sheet.take, sheet.both, sheet.open_, sheet.before, sheet.after):
        assert sheet.rect().contains(button.geometry())


def test_the_focus_is_seen_on_the_side_that_has_it(scene, program, sheet):
    with scene.qtbot.waitActive(sheet):
        sheet.activateWindow()
    accent = program.interface.appearance.color("accent")

    def framed(paper):
        image = paper.parentWidget().grab().toImage()
        return image.pixelColor(image.width() // 2, 0) == accent

    for focused, other in ((sheet.mine, sheet.theirs), (sheet.theirs, sheet.mine)):
        focused.setFocus()
        assert framed(focused)
        assert not framed(other)
