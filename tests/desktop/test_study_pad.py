"""The study pad in the real window: read like a page, chosen and moved by keys and clicks, in step with the library."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPalette, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shell_scene import plain, press

from documents.position import Position, Span
from library import catalogue, labels, notes
from services.notes import annotation_edits
from ui.desktop.panels.notes.study_pad import StudyPad
from ui.desktop.support.changes import Subject

ALT = Qt.KeyboardModifier.AltModifier
LONG = "سطر طويل من الكلام لا ينتهي. " * 30


@pytest.fixture
def program(scene):
    return scene.start("ar")


@pytest.fixture
def window(program):
    document = catalogue.load(program.db, "E/RES/2019/20", "ar")
    add = lambda op, text, label, **more: annotation_edits.add(  # noqa: E731
        program.db, document, [Span(op, 0, 20)], text=text, labels=[label], **more
    )
    add("op_5", "**أولًا**\nسطر ثانٍ", "a", colour="yellow")
    add("op_6", "ثانيًا " + LONG, "a")
    add("op_7", "ثالثًا", "a")
    add("op_8", "in English", "a/b")
    add("op_9", "آخر", "a/b")
    annotation_edits.add(program.db, document, [], text="عن القرار", labels=["a/b"])
    program.window.sidebar.show_page("bookmarks")
    return program.window


@pytest.fixture
def pad(scene, program, window):
    page = window.sidebar.page("bookmarks")
    page.narrowing.choose(label="a")
    window.notes_controller.do("pad")
    scene.settle(program)
    (made,) = window.findChildren(StudyPad)
    assert len(made.notes) == 6
    return made


def words(pad):
    return [note.cited.annotation.text[:7] for note in pad.notes]


def ids(pad):
    return [note.id for note in pad.notes]


def clicked(scene, pad, block):
    """Click on the first word of a paragraph."""
    cursor = QTextCursor(pad.page.document().findBlockByNumber(block))
    at = pad.page.cursorRect(cursor).center() + QPoint(-12, 0)
    scene.qtbot.mouseClick(pad.page.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_it_reads_like_a_page(pad):
    page = plain(pad.page.toPlainText())
    first = page.split("٢\u2003")[0].splitlines()
    assert first[0].startswith("١\u2003E/RES/2019/20، الفقرة ٥ من المنطوق")
    assert first[1].startswith("«")
    assert first[1].endswith("»")
    assert first[2:4] == ["أولًا", "سطر ثانٍ"], "lines stay lines and no sign of Markdown is seen"
    assert first[4].startswith("أصفر · a · ")
    assert "\nb\n" in page, "the label within the label has its heading"


def test_a_note_is_chosen_by_a_click_on_any_part_of_it_and_nothing_moves(scene, pad):
    first, last = pad.page._blocks[1]
    for block in (first, first + 1, last):
        pad.page.choose(0)
        pad.page.verticalScrollBar().setValue(60)
        clicked(scene, pad, block)
        assert pad.page.at == 1
        assert pad.page.verticalScrollBar().value() == 60


def test_arrows_choose_and_enter_opens_the_place_in_the_text(pad, window):
    for key, at in ((Qt.Key.Key_Down, 1), (Qt.Key.Key_End, 5), (Qt.Key.Key_Up, 4), (Qt.Key.Key_Home, 0)):
        press(pad.page, key)
        assert pad.page.at == at
        rect = pad.page.rect_of(at).translated(0, -pad.page.verticalScrollBar().value())
        assert pad.page.viewport().rect().contains(rect.topLeft()), "what is chosen is on screen"
    press(pad.page, Qt.Key.Key_Down)
    press(pad.page, Qt.Key.Key_Return)
    assert window.document_controller.provision == "op_6"


def test_the_reference_is_a_link_to_the_place(scene, pad, window):
    window.document_controller.go_to(Position("op_1"))
    document = pad.page.document()
    cursor = document.find("من المنطوق", QTextCursor(document.findBlockByNumber(pad.page._blocks[1][0])))
    at = pad.page.cursorRect(cursor).center() + QPoint(8, 0)
    assert pad.page.anchorAt(at) == "note:1"
    scene.qtbot.mouseClick(pad.page.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert window.document_controller.provision == "op_6"


def test_notes_are_moved_among_those_of_their_own_label(scene, program, pad):
    before = ids(pad)
    press(pad.page, Qt.Key.Key_Down)
    QTest.keyClick(pad.page, Qt.Key.Key_Down, ALT)
    order = [before[0], before[2], before[1], *before[3:]]
    assert ids(pad) == order
    assert pad.page.at == 2, "the moved note stays the chosen one"
    scene.settle(program)
    assert ids(pad) == order
    assert list(labels.order(program.db, "a")) == order
    assert not pad.down.isEnabled(), "under it begins the label within the label"
    QTest.keyClick(pad.page, Qt.Key.Key_Down, ALT)
    assert ids(pad) == order
    pad.up.click()
    scene.settle(program)
    assert list(labels.order(program.db, "a")) == before
    assert pad.page.at == 1


def test_a_move_is_of_the_label_of_the_pad_whatever_is_listed_meanwhile(scene, program, window, pad):
    before = ids(pad)
    window.sidebar.page("bookmarks").narrowing.choose(label="")
    pad.down.click()
    scene.settle(program)
    assert list(labels.order(program.db, "a")) == [before[1], before[0], *before[2:]]


def test_it_is_legible_after_the_theme_changed_and_stays_where_it_was(program, pad):
    page = pad.page
    press(page, Qt.Key.Key_Down)
    page.verticalScrollBar().setValue(40)
    program.interface.set_theme("dark")
    QApplication.processEvents()
    appearance = program.interface.appearance
    inks = set()
    block = page.document().begin()
    while block.isValid():
        inks |= {span.format.foreground().color().name() for span in block.textFormats() if span.length}
        block = block.next()
    assert inks <= {appearance.color(token).name() for token in ("ink", "ink2", "accent")}
    assert page.palette().color(QPalette.ColorRole.Base) == appearance.color("paper")
    assert (page.at, page.verticalScrollBar().value()) == (1, 40)


def test_the_ground_of_the_chosen_note_is_that_of_a_selected_row(program, pad):
    for theme in ("light", "dark"):
        program.interface.set_theme(theme)
        for at in (0, 2):
            pad.page.choose(at)
            image = pad.page.viewport().grab().toImage()
            rect = pad.page.rect_of(at).translated(0, -pad.page.verticalScrollBar().value())
            soft = program.interface.appearance.color("accentsoft").rgb()
            assert image.pixel(8, rect.top() + 4) == soft


def test_the_references_are_said_in_the_language_of_the_interface(scene, program, pad):
    program.interface.set_language("en")
    scene.qtbot.waitUntil(lambda: "E/RES/2019/20, OP5" in plain(pad.page.toPlainText()), timeout=5000)
    assert "المنطوق" not in pad.page.toPlainText()
    assert "Whole document" in pad.page.toPlainText()


def test_it_shows_what_is_written_removed_and_undone_while_it_is_open(scene, program, window, pad):
    first = pad.notes[0].id
    press(pad.page, Qt.Key.Key_Down)
    annotation_edits.set_text(program.db, first, "كلام جديد")
    window.session.changes.tell(Subject.NOTES)
    scene.settle(program)
    assert "كلام جديد" in pad.page.toPlainText()
    window.annotation_controller.remove(first)
    scene.settle(program)
    assert first not in ids(pad)
    assert pad.notes[pad.page.at].cited.annotation.text.startswith("ثانيًا"), "the chosen note stays chosen"
    window.actions_["undo"].trigger()
    scene.settle(program)
    assert ids(pad)[0] == first


def test_it_is_opened_once_and_closed_by_esc(scene, program, window, pad):
    window.notes_controller.do("pad")
    assert window.findChildren(StudyPad) == [pad]
    gone = []
    pad.destroyed.connect(lambda: gone.append(True))
    press(pad.page, Qt.Key.Key_Escape)
    scene.qtbot.waitUntil(lambda: bool(gone))
    window.session.changes.tell(Subject.NOTES)
    scene.settle(program)
    window.notes_controller.do("pad")
    scene.settle(program)
    assert len(window.findChildren(StudyPad)) == 1


def test_a_label_that_nothing_has_any_more_says_so(scene, program, window, pad):
    notes.remove(program.db, ids(pad))
    window.session.changes.tell(Subject.NOTES)
    scene.settle(program)
    assert plain(pad.page.toPlainText()) == "لا ملاحظة بهذا الوسم."
    assert not pad.open_.isEnabled()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_Return):
        press(pad.page, key)


@pytest.mark.parametrize(("text", "interface"), [(200, 100), (100, 200), (200, 200)])
def test_everything_is_within_its_window_at_any_size(program, pad, text, interface):
    program.interface.set_text_scale(text)
    program.interface.set_interface_scale(interface)
    QApplication.processEvents()
    assert pad.page.document().size().width() <= pad.page.viewport().width() + 1
    for button in (pad.up, pad.down, pad.open_):
        assert pad.rect().contains(button.geometry())
        assert button.width() >= button.sizeHint().width()
