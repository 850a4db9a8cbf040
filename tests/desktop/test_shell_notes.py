"""Notes in the real window, by keys and pointer: marks, the editor, undo, what cannot be written, painting."""

import sqlite3
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from shell_scene import SAMPLE, plain, press, type_text

from documents.position import Position, Span
from library import catalogue, labels, notes
from library.database import open_database
from library.migrations import SCHEMA_VERSION
from services.documents.document_import import store
from services.notes import anchor_resolution, annotation_edits
from services.notes.note_exchange import export
from services.notes.note_merge import pending_conflicts

OP = "op_5"


@pytest.fixture
def program(scene):
    return scene.start("ar")


@pytest.fixture
def window(program):
    program.window.document_controller.go_to(Position(OP))
    return program.window


@pytest.fixture
def document(program):
    return catalogue.load(program.db, "E/RES/2019/20", "ar")


def select(window, span):
    view = window.reader.view()
    at, start, end = view.shown.shown_span(span)
    cursor = QTextCursor(view.document())
    cursor.setPosition(view.shown.starts[at] + start)
    cursor.setPosition(view.shown.starts[at] + end, QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    return view


def held(program):
    return [(one.kind.value, one.text, one.colour, one.stance) for one in notes.all_annotations(program.db)]


def do(window, *actions):
    for action in actions:
        window.actions_[action].trigger()
    QApplication.processEvents()


def test_everything_by_keys_on_the_current_provision(program, window):
    view = window.reader.view()
    for key, colour in zip("12345", ("yellow", "green", "blue", "pink", "violet"), strict=True):
        QTest.keyClick(view, Qt.Key(ord(key)), Qt.KeyboardModifier.AltModifier)
        assert held(program) == [("highlight", "", colour, "")]
    QTest.keyClick(view, Qt.Key.Key_F2)
    assert QApplication.focusWidget() is window.reader.page().margin.editor.text
    type_text(QApplication.focusWidget(), "كلام")
    press(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is view
    assert held(program) == [("note", "كلام", "violet", "")]
    do(window, "stance_red-line")
    assert held(program)[1] == ("stance", "", "", "red-line")
    do(window, "stance_none")
    assert len(held(program)) == 1
    QTest.keyClick(view, Qt.Key.Key_0, Qt.KeyboardModifier.AltModifier)
    assert held(program) == []
    do(window, "undo")
    assert held(program) == [("note", "كلام", "violet", "")]


def test_a_selection_over_two_provisions_is_one_highlight_in_both(program, window, document):
    view = window.reader.view()
    first = view.shown.shown_span(Span("op_5", 10, 20))
    last = view.shown.shown_span(Span("op_6", 0, 15))
    cursor = QTextCursor(view.document())
    cursor.setPosition(view.shown.starts[first[0]] + first[1])
    cursor.setPosition(view.shown.starts[last[0]] + last[2], QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    do(window, "mark_green")
    (one,) = notes.all_annotations(program.db)
    assert [(t.span.provision, t.span.start) for t in one.targets] == [("op_5", 10), ("op_6", 0)]
    assert one.targets[0].span.end == len(document.text_of("op_5"))
    assert [t.quote.exact for t in one.targets] == [t.span.cut(document.text_of(t.span.provision)) for t in one.targets]
    assert not view.textCursor().hasSelection()


def test_what_is_typed_is_on_disk_after_a_pause(scene, program, window):
    do(window, "note")
    type_text(QApplication.focusWidget(), "الأول")
    scene.qtbot.waitUntil(lambda: held(program) == [("note", "الأول", "", "")], timeout=2000)
    assert window.status.message.text() == "حُفظت الملاحظة"
    type_text(QApplication.focusWidget(), " ثم")
    scene.qtbot.waitUntil(lambda: held(program) == [("note", "الأول ثم", "", "")], timeout=2000)
    press(QApplication.focusWidget(), Qt.Key.Key_Escape)
    do(window, "undo")
    assert held(program) == [("note", "الأول", "", "")], "typing is undone by the burst"
    do(window, "undo")
    assert held(program) == []


def test_a_note_without_a_word_leaves_nothing(program, window):
    do(window, "note")
    press(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert held(program) == []
    assert window.reader.page().margin.edited == ""


def test_a_library_that_cannot_be_written_loses_no_word(scene, program, window):
    do(window, "note")
    other = sqlite3.connect(program.db.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    program.db._connection.execute("PRAGMA busy_timeout = 1")
    type_text(QApplication.focusWidget(), "لا تضيع")
    scene.qtbot.waitUntil(window.message_bar.isVisible, timeout=6000)
    assert "لم يمكن حفظ ملاحظتك بعد" in window.message_bar._head.text()
    type_text(QApplication.focusWidget(), " أبدًا")
    scene.qtbot.wait(500)
    assert window.reader.page().margin.editor.text.toPlainText() == "لا تضيع أبدًا"
    assert held(program) == []
    window.close()
    assert window.isVisible(), "closing is refused once, and said"
    assert "qarar-notes-" in window.message_bar._body.text()
    (file,) = scene.folder.glob("qarar-notes-*.txt")
    assert file.read_text(encoding="utf-8") == "لا تضيع أبدًا"
    other.rollback()
    other.close()
    scene.qtbot.waitUntil(lambda: held(program) == [("note", "لا تضيع أبدًا", "", "")], timeout=5000)
    assert not window.message_bar.isVisible(), "it is saved now"
    assert not list(scene.folder.glob("qarar-notes-*.txt")), "and is not told of at the next start"
    assert not window.annotation_controller.draft_store.warned, "the next time it is said again"


def test_the_editor_gives_colour_stance_and_labels(program, window):
    do(window, "note")
    editor = window.reader.page().margin.editor
    type_text(editor.text, "x")
    editor.dots.dots[2].click()
    assert held(program) == [("note", "x", "blue", "")]
    editor.labels.setText("تفاوض/أطفال، عاجل")
    editor.labels.editingFinished.emit()
    assert notes.all_annotations(program.db)[0].labels == ("تفاوض/أطفال", "عاجل")
    window.settings.author = "أمل"
    assert not editor.who.isVisible()
    stance = next(a for a in editor._stances.actions() if plain(a.text()) == "تعديل")
    stance.trigger()
    (one,) = notes.all_annotations(program.db)
    assert (one.stance, one.author, one.text) == ("amend", "أمل", "x")
    taken = one.stance_taken
    assert editor.who.text() == "أمل"
    editor.who.setFocus()
    editor.who.selectAll()
    type_text(editor.who, "مجموعة الـ٧٧")
    press(editor.who, Qt.Key.Key_Return)
    (one,) = notes.all_annotations(program.db)
    assert (one.stance, one.author) == ("amend", "مجموعة الـ٧٧")
    assert one.stance_taken > taken
    editor.dots.dots[0].click()
    assert notes.all_annotations(program.db)[0].stance_taken == one.stance_taken, "a colour is no new stance"


def test_a_click_edits_the_note_and_stacked_ones_are_asked_for(scene, program, window, document):
    for colour, text in (("yellow", "one"), ("green", "two")):
        annotation_edits.add(program.db, document, [Span(OP, 0, 30)], colour=colour, text=text)
    window.annotation_controller.refresh()
    view = window.reader.view()
    rect = view.note_rect(notes.all_annotations(program.db)[0].id)
    point = QPointF(rect.center().x(), rect.top() + 5)
    assert len(view.notes_at(point)) == 2
    scene.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point.toPoint())
    menu = next(m for m in window.findChildren(QMenu) if m.objectName() == "stackedMarks")
    assert [plain(a.text()) for a in menu.actions()] == ["ملاحظة · أخضر · two", "ملاحظة · أصفر · one"]
    menu.actions()[1].trigger()
    assert window.reader.page().margin.editor.text.toPlainText() == "one"
    menu.close()


def test_the_ends_of_a_note_are_dragged(scene, program, window, document):
    one = annotation_edits.add(program.db, document, [Span(OP, 0, 12)], colour="pink")
    window.annotation_controller.refresh()
    window.annotation_controller.edit(one.id)
    QApplication.processEvents()
    view = window.reader.view()
    (band,) = view.marks.state.notes.of(one.id)
    _, end = view.text_geometry.handles(band)
    end -= QPointF(0, view.scrolled())
    at, first, _ = view.shown.shown_span(Span(OP, 20, 21))
    cursor = QTextCursor(view.document())
    cursor.setPosition(view.shown.starts[at] + first)
    to = view.cursorRect(cursor).center()
    viewport = view.viewport()
    scene.qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=end.toPoint())
    scene.qtbot.mouseMove(viewport, to)
    scene.qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=to)
    (target,) = notes.annotation(program.db, one.id).targets
    assert target.span.start == 0
    assert 19 <= target.span.end <= 21
    do(window, "undo")
    assert notes.annotation(program.db, one.id).targets[0].span == Span(OP, 0, 12)


def test_the_palette_shows_after_a_mouse_selection_and_never_on_it(scene, program, window):
    view = window.reader.view()
    rect = view.provision_rect(view.shown.index(OP))
    line = view.page.measure.line_height
    start, end = (
        QPoint(int(rect.right() - 20), int(rect.top() + line / 2)),
        QPoint(int(rect.right() - 200), int(rect.top() + line / 2)),
    )
    scene.qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    scene.qtbot.mouseMove(view.viewport(), end)
    scene.qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=end)
    palette = window.reader.page().palette_
    assert palette.isVisible()
    assert not palette.geometry().intersects(view.cursorRect())
    words = view.textCursor().selectedText()
    palette.dots.dots[1].click()
    assert not palette.isVisible()
    assert notes.all_annotations(program.db)[0].colour == "green"
    assert notes.all_annotations(program.db)[0].targets[0].quote.exact == plain(words).strip()


def test_notes_of_the_arabic_are_carried_to_other_languages(program, window, document):
    import dataclasses

    from documents.citations.find import find_citations
    from library.citations import CitationSet

    english = dataclasses.replace(document, language="en", title="Countering")
    catalogue.add(program.db, english, CitationSet(find_citations(english)))
    one = annotation_edits.add(program.db, document, [Span(OP, 0, 12)], text="مهم")
    window.document_controller.open("E/RES/2019/20", "en")
    placed = {p.annotation.id: p for p in window.annotation_controller.placed}
    assert placed[one.id].carried
    assert [card.placed.carried for card in window.reader.page().margin._cards] == [True]
    assert window.reader.view().marks.state.notes.of(one.id) == []


def test_removing_a_label_and_its_way_back_in_the_window(scene, program, window, document):
    annotation_edits.add(program.db, document, [Span(OP, 0, 12)], text="x", labels=["a"])
    window.sidebar.show_page("bookmarks")
    page = window.sidebar.page("bookmarks")
    page.narrowing.choose(label="a")
    scene.qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    window.notes_controller.do("drop")
    assert labels.all_labels(program.db) == ()
    do(window, "undo")
    assert notes.all_annotations(program.db)[0].labels == ("a",)


# What is painted


def pixels(view, rect, colour):
    """How many pixels of a rectangle of the viewport are of a colour."""
    image = view.viewport().grab(rect.toAlignedRect()).toImage()
    wanted = QColor(colour).rgb()
    return sum(image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height()))


def test_a_highlight_is_painted_on_the_lines_of_its_words_and_nowhere_else(program, window, document):
    text = document.text_of("op_15")
    span = Span("op_15", 30, 190)
    annotation_edits.add(program.db, document, [span], colour="green")
    window.document_controller.go_to(Position("op_15"))
    window.annotation_controller.refresh()
    view = window.reader.view()
    at, start, end = view.shown.shown_span(span)
    view.provision_layout.ensure(at - 1, at + 1)
    bands = view.span_areas(at, start, end)
    lines = {round(band.top()) for band in bands}
    assert len(lines) >= 3, "it runs over several lines"
    green = window.appearance.mark("green").name()
    for band in bands:
        assert pixels(view, band, green) > 0.5 * band.width() * band.height()
    first, last = min(bands, key=lambda b: b.top()), max(bands, key=lambda b: b.top())
    provision = view.provision_rect(at)
    assert first.left() <= provision.left() + 2, "right to left: the first line is marked to its left end"
    assert last.right() >= provision.right() - 2, "and the last one from its right end"
    assert span.cut(text) == notes.all_annotations(program.db)[0].targets[0].quote.exact


def test_where_two_highlights_overlap_both_are_seen(program, window, document):
    annotation_edits.add(program.db, document, [Span("op_15", 0, 40)], colour="yellow")
    annotation_edits.add(program.db, document, [Span("op_15", 20, 60)], colour="blue")
    window.document_controller.go_to(Position("op_15"))
    window.annotation_controller.refresh()
    view = window.reader.view()
    yellow, blue = view.marks.state.notes.get(view.shown.index("op_15"))
    assert (yellow.depth, blue.depth) == (0, 1)
    at, start, end = view.shown.shown_span(Span("op_15", 22, 36))
    (both,) = view.span_areas(at, start, end)
    assert pixels(view, both, window.appearance.mark("blue").name()) > 0
    assert pixels(view, both, window.appearance.mark("yellow").name()) > 0


def test_a_selection_with_latin_and_digits_is_the_stored_words(program, window, document):
    """Selected as it is shown, right to left with Latin and digits inside, it is copied and marked as it is stored."""
    id_ = next(p.id for p in document.provisions if "73/" in p.text or "٧٣" in p.text)
    text = document.text_of(id_)
    view = select(window, Span(id_, 0, len(text)))
    do(window, "copy")
    reading = window.reader.current().reading
    assert QGuiApplication.clipboard().text() == reading.text(id_)
    do(window, "mark_yellow")
    assert notes.all_annotations(program.db)[0].targets[0].quote.exact == text
    assert not view.textCursor().hasSelection()


@pytest.fixture
def footnotes(scene, window):
    """The footnotes with the caret in the sixth."""
    pane = window.apparatus_sync.pane
    # The pane follows the text once it has come to rest; it would list other footnotes in the middle of a test.
    scene.qtbot.waitUntil(lambda: OP in pane._provisions)
    window.document_controller.go_to(Position("fn_6"))
    scene.qtbot.waitUntil(lambda: pane.footnotes.caret_note() == "6")
    return pane.footnotes


def test_the_words_of_a_footnote_are_marked_and_shown(program, window, footnotes):
    footnotes.setTextCursor(footnotes.document().find("الوثائق الرسمية", footnotes.textCursor()))
    do(window, "mark_blue")
    (one,) = notes.all_annotations(program.db)
    assert one.targets[0].span.provision == "fn_6"
    assert one.targets[0].quote.exact == "الوثائق الرسمية"
    shown = footnotes.extraSelections()
    assert [s.format.background().color().name() for s in shown] == [window.appearance.mark("blue").name()]
    assert [plain(s.cursor.selectedText()) for s in shown] == ["الوثائق الرسمية"]


def test_words_that_stand_twice_in_a_footnote_are_marked_where_they_were_selected(program, window, footnotes, document):
    text = document.text_of("fn_6")
    words = next(w for w in text.split() if text.count(w) > 1)
    second = text.index(words, text.index(words) + 1)
    cursor = footnotes.document().find(words, footnotes.textCursor())
    footnotes.setTextCursor(footnotes.document().find(words, cursor.selectionEnd()))
    do(window, "mark_pink")
    (one,) = notes.all_annotations(program.db)
    assert one.targets[0].span == Span("fn_6", second, second + len(words))
    (shown,) = footnotes.extraSelections()
    assert shown.cursor.selectionStart() > cursor.selectionEnd()
    assert plain(shown.cursor.selectedText()) == words


def test_a_note_on_a_footnote_is_edited_where_it_stands_and_taken_away(scene, program, window, footnotes):
    do(window, "note")
    editor = window.reader.page().margin.editor
    type_text(QApplication.focusWidget(), "عن الحاشية")
    press(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is footnotes, "the keyboard is back where it came from"
    (one,) = notes.all_annotations(program.db)
    (card,) = window.reader.page().margin._cards
    shown = window.reader.view().shown
    at, start, _ = shown.marker_of("fn_6")
    assert (card.note.id, card.at, card.offset) == (one.id, at, start), "beside its marker"
    do(window, "note")
    assert (editor.note.id, editor.text.toPlainText()) == (one.id, "عن الحاشية")
    press(QApplication.focusWidget(), Qt.Key.Key_Escape)
    (words,) = footnotes.extraSelections()
    point = footnotes.cursorRect(words.cursor).center()
    scene.qtbot.mouseClick(footnotes.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert editor.isVisible()
    press(QApplication.focusWidget(), Qt.Key.Key_Escape)
    do(window, "unmark")
    assert held(program) == []
    assert footnotes.extraSelections() == []


def test_a_note_on_the_whole_document(program, window):
    do(window, "note_on_document")
    type_text(QApplication.focusWidget(), "عن القرار كله")
    press(QApplication.focusWidget(), Qt.Key.Key_Escape)
    (one,) = notes.all_annotations(program.db)
    assert (one.targets, one.text) == ((), "عن القرار كله")
    assert [card.at for card in window.reader.page().margin._cards] == [0]


def test_a_document_removed_from_the_library_comes_back_and_its_notes_stay(scene, program, window, document):
    annotation_edits.add(program.db, document, [Span(OP, 0, 12)], text="x")
    window.sidebar.show_page("library")
    page = window.sidebar.page("library")
    page.list.setCurrentIndex(page._model.index(0, 0))
    press(page.list, Qt.Key.Key_Delete)
    assert not catalogue.has(program.db, "E/RES/2019/20")
    assert window.reader.current() is None
    assert notes.count(program.db) == 1
    do(window, "undo")
    assert catalogue.has(program.db, "E/RES/2019/20")
    assert page._model.rowCount() == 1


def test_the_stances_of_two_delegations_stand_on_one_provision(program, window):
    window.settings.author = "مصر"
    do(window, "stance_support", "stance_other")
    editor = window.reader.page().margin.editor
    next(a for a in editor._stances.actions() if plain(a.text()) == "خط أحمر").trigger()
    editor._stances.hide()
    assert QApplication.focusWidget() is editor.who
    type_text(editor.who, "شيلي")
    press(editor.who, Qt.Key.Key_Escape)
    assert [(one.stance, one.author) for one in notes.all_annotations(program.db)] == [
        ("support", "مصر"),
        ("red-line", "شيلي"),
    ]
    do(window, "stance_none")
    assert [(one.stance, one.author) for one in notes.all_annotations(program.db)] == [("red-line", "شيلي")]


def test_a_text_that_comes_anew_tells_which_notes_moved(scene, program, window, tmp_path):
    one, two = tmp_path / "one.txt", tmp_path / "two.txt"
    one.write_text(SAMPLE, encoding="utf-8")
    two.write_text(
        SAMPLE.replace("١ - يحث", "١ - يلاحظ مع التقدير الجهود المبذولة في هذا الشأن؛\n\n٢ - يحث").replace(
            "٢ - يطلب", "٣ - يطلب"
        ),
        encoding="utf-8",
    )
    window.bring((one,))
    scene.settle(program)
    sample = window.reader.current().document
    annotation_edits.add(program.db, sample, [Span("op_2", 0, len(sample.text_of("op_2")))], text="متى؟")
    window.bring((two,))
    scene.settle(program)
    assert window.status.message.text().startswith("ملاحظة واحدة") or "١" in window.status.message.text()
    window.sidebar.show_page("bookmarks")
    page = window.sidebar.page("bookmarks")
    assert page.strip.isVisible()
    page.undo.click()
    scene.qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    row = page.model.row(0)
    assert row.placed.state.value == "moved"
    assert [span.provision for span in row.placed.spans] == ["op_3"]
    press(page.list, Qt.Key.Key_Space)
    scene.settle(program)
    assert notes.all_annotations(program.db)[0].targets[0].span.provision == "op_3"


def test_the_notes_of_any_text_can_be_listed_alone(scene, program, window, document):
    annotation_edits.add(program.db, document, [Span(OP, 0, 12)], text="x")
    annotation_edits.add(program.db, document, [Span(OP, 0, 12)], stance="support", author="مصر")
    other = replace(document, symbol="A/RES/1/1")
    annotation_edits.add(program.db, other, [Span(OP, 0, 12)], text="y")
    window.sidebar.show_page("bookmarks")
    page = window.sidebar.page("bookmarks")
    scene.qtbot.waitUntil(lambda: page.model.rowCount() == 3)
    menu = QMenu()
    page.narrowing._fill_which(menu)
    subs = {plain(a.text()): [plain(b.text()) for b in a.menu().actions()] for a in menu.actions() if a.menu()}
    assert subs["النصّ"] == ["الكل", "E/RES/2019/20", "A/RES/1/1"]
    assert subs["صاحب الموقف"] == ["الكل", "مصر"]
    page.narrowing.choose(document="A/RES/1/1")
    scene.qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    page.narrowing.choose(document="", author="مصر")
    scene.qtbot.waitUntil(lambda: page.model.row(0).note.author == "مصر")


def test_the_palette_is_asked_for_by_key_and_answered_by_a_digit(program, window):
    view = window.reader.view()
    QTest.keyClick(view, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    palette = window.reader.page().palette_
    assert palette.isVisible()
    current = view.provision_rect(view.marks.state.current).toRect()
    assert not palette.geometry().intersects(current)
    assert QApplication.focusWidget() is palette.dots.dots[0]
    press(QApplication.focusWidget(), 0, text="٣")
    assert held(program) == [("highlight", "", "blue", "")]
    assert not palette.isVisible()
    assert QApplication.focusWidget() is view
    window.toolbar.highlight.click()
    press(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert QApplication.focusWidget() is view


def test_a_footnote_is_marked_by_the_same_key(program, window, footnotes):
    do(window, "highlight")
    menu = next(m for m in window.findChildren(QMenu) if m.objectName() == "colours")
    menu.actions()[4].trigger()
    menu.close()
    (one,) = notes.all_annotations(program.db)
    assert (one.colour, one.targets[0].span.provision) == ("violet", "fn_6")


def test_tab_goes_through_the_parts_of_the_editor_and_not_through_the_text(program, window):
    window.document_controller.go_to(Position("op_19"))
    view, editor = window.reader.view(), window.reader.page().margin.editor
    do(window, "note")
    type_text(editor.text, "x")
    QTest.keyClick(editor.text, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is editor.labels
    assert view.marks.state.focused is None
    type_text(editor.labels, "urgent")
    press(editor.labels, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is view
    assert view.marks.state.focused is None, "closing walks no stop of the text either"
    (one,) = notes.all_annotations(program.db)
    assert (one.text, one.labels) == ("x", ("urgent",))


def test_a_label_alone_makes_a_note(program, window):
    editor = window.reader.page().margin.editor
    do(window, "note")
    QTest.keyClick(editor.text, Qt.Key.Key_Tab)
    type_text(editor.labels, "urgent")
    press(editor.labels, Qt.Key.Key_Escape)
    assert [(one.text, one.labels) for one in notes.all_annotations(program.db)] == [("", ("urgent",))]


def test_the_editor_stays_beside_the_text_while_the_note_is_saved(scene, program, window):
    do(window, "note")
    page = window.reader.page()
    editor = page.margin.editor
    type_text(editor.text, "كلام")
    scene.qtbot.waitUntil(lambda: held(program) == [("note", "كلام", "", "")], timeout=2000)
    QApplication.processEvents()
    assert editor.width() == page.margin.width()
    text = page.view.provision_rect(page.view.shown.index(OP)).translated(page.view.viewport().pos())
    assert not editor.geometry().intersects(text.toRect())


@pytest.mark.parametrize(("width", "height", "scale"), [(1440, 900, 100), (1280, 800, 100), (900, 620, 200)])
def test_the_editor_is_whole_on_screen_wherever_its_line_is(program, window, document, width, height, scale):
    window.resize(width, height)
    window.interface_settings.set_text_scale(scale)
    QApplication.processEvents()
    long_note = annotation_edits.add(program.db, document, [Span(OP, 0, 12)], text="سطر طويل من الكلام\n" * 30)
    window.annotation_controller.refresh()
    view = window.reader.view()
    for at in (view.visible_provisions()[0], view.visible_provisions()[-1]):
        window.document_controller.go_to(Position(view.shown.provisions[at].id))
        do(window, "note")
        type_text(QApplication.focusWidget(), "x")
        editor = window.reader.page().margin.editor
        assert view.viewport().geometry().contains(editor.geometry())
        press(editor.text, Qt.Key.Key_Escape)
    window.annotation_controller.edit(long_note.id)
    QApplication.processEvents()
    editor = window.reader.page().margin.editor
    assert view.viewport().geometry().contains(editor.geometry())


def test_the_line_being_read_stays_where_it_is_when_notes_get_room(program, window):
    view = window.reader.view()
    window.document_controller.go_to(Position("op_9"))
    QApplication.processEvents()
    before = view.cursorRect().top()
    do(window, "note")
    assert window.reader.page().view.page.notes_width
    assert abs(view.cursorRect().top() - before) <= 2


def test_undo_in_the_editor_takes_back_what_was_typed_last(scene, program, window):
    do(window, "note")
    editor = window.reader.page().margin.editor
    type_text(editor.text, "one")
    scene.qtbot.waitUntil(lambda: held(program) == [("note", "one", "", "")], timeout=2000)
    type_text(editor.text, " two")
    scene.qtbot.waitUntil(lambda: held(program) == [("note", "one two", "", "")], timeout=2000)
    QTest.keyClick(editor.text, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert held(program) == [("note", "one", "", "")]
    assert editor.text.toPlainText() == "one"
    type_text(editor.text, "!")
    press(editor.text, Qt.Key.Key_Escape)
    assert held(program) == [("note", "one!", "", "")]


def test_a_colour_key_in_the_editor_colours_the_note_that_is_edited(program, window, document):
    one = annotation_edits.add(program.db, document, [Span(OP, 0, 12)], text="x", colour="pink")
    window.annotation_controller.refresh()
    window.annotation_controller.edit(one.id)
    editor = window.reader.page().margin.editor
    QTest.keyClick(editor.text, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert held(program) == [("note", "x", "blue", "")]
    QTest.keyClick(editor.text, Qt.Key.Key_0, Qt.KeyboardModifier.AltModifier)
    assert held(program) == [("note", "x", "", "")]


def test_a_note_is_shown_in_its_own_direction_whichever_was_shown_before(program, window, document):
    english = annotation_edits.add(program.db, document, [Span(OP, 0, 12)], text="English words")
    arabic = annotation_edits.add(program.db, document, [Span("op_6", 0, 12)], text="كلام عربي")
    window.annotation_controller.refresh()
    editor = window.reader.page().margin.editor
    for one, side in ((english, Qt.LayoutDirection.LeftToRight), (arabic, Qt.LayoutDirection.RightToLeft)):
        window.annotation_controller.edit(one.id)
        assert editor.text.document().defaultTextOption().textDirection() == side
        start = editor.text.textCursor()
        start.movePosition(QTextCursor.MoveOperation.Start)
        rtl = side == Qt.LayoutDirection.RightToLeft
        assert (editor.text.cursorRect(start).center().x() > editor.text.width() / 2) == rtl, (
            "it begins at its own side"
        )


def test_signs_of_notes_on_one_line_stand_under_one_another(program, window, document):
    window.resize(1280, 800)
    for text in ("one", "two"):
        annotation_edits.add(program.db, document, [Span(OP, 0, 12)], text=text)
    window.annotation_controller.refresh()
    QApplication.processEvents()
    (_, first), (_, second) = window.reader.page().margin.boxes()
    assert not first.intersects(second)


def test_a_mark_within_the_provision_is_taken_away_from_its_beginning(program, window, document):
    annotation_edits.add(program.db, document, [Span(OP, 20, 30)], colour="pink")
    window.annotation_controller.refresh()
    do(window, "unmark")
    assert held(program) == []
    do(window, "unmark")
    assert window.status.message.text() == "لا علامة هنا"


def test_copying_from_the_footnotes_copies_the_footnote(program, window, footnotes, document):
    footnotes.setTextCursor(footnotes.document().find("الوثائق الرسمية", footnotes.textCursor()))
    do(window, "copy")
    assert QGuiApplication.clipboard().text() == "الوثائق الرسمية"
    do(window, "copy_reference")
    words = plain(QGuiApplication.clipboard().text())
    assert words.startswith("«الوثائق الرسمية»")
    assert "الحاشية ٦" in words


def test_a_bookmark_and_a_stance_stand_on_the_footnote_that_has_the_keyboard(program, window, footnotes):
    do(window, "bookmark", "stance_amend")
    assert [one.targets[0].span.provision for one in notes.all_annotations(program.db)] == ["fn_6", "fn_6"]


def test_a_new_note_may_be_left_before_its_first_word(scene, program, window):
    do(window, "note")
    editor = window.reader.page().margin.editor
    window.toolbar.search.line.setFocus()
    editor.text.setFocus()
    type_text(editor.text, "كلام")
    scene.qtbot.waitUntil(lambda: held(program) == [("note", "كلام", "", "")], timeout=2000)
    editor.text.clear()
    window.toolbar.search.line.setFocus()
    editor.text.setFocus()
    type_text(editor.text, "غيره")
    press(editor.text, Qt.Key.Key_Escape)
    assert held(program) == [("note", "غيره", "", "")]


def test_a_colour_in_a_library_that_is_busy_costs_no_word(scene, program, window):
    do(window, "note")
    editor = window.reader.page().margin.editor
    other = sqlite3.connect(program.db.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    type_text(editor.text, "لا تضيع")
    editor.dots.dots[2].click()
    other.rollback()
    other.close()
    scene.qtbot.waitUntil(lambda: [one.text for one in notes.all_annotations(program.db)] == ["لا تضيع"], timeout=5000)


def test_what_another_program_wrote_meanwhile_is_kept_beside(scene, program, window, document):
    one = annotation_edits.add(program.db, document, [Span(OP, 0, 12)], text="first")
    window.annotation_controller.refresh()
    window.annotation_controller.edit(one.id)
    editor = window.reader.page().margin.editor
    with open_database(program.db.path) as elsewhere:
        annotation_edits.set_text(elsewhere, one.id, "theirs")
    type_text(editor.text, "!")
    press(editor.text, Qt.Key.Key_Escape)
    assert notes.annotation(program.db, one.id).text == "first!"
    ((conflict, _),) = pending_conflicts(program.db)
    assert (conflict.mine, conflict.theirs) == ({"text": "first!"}, {"text": "theirs"})


def test_a_note_removed_elsewhere_comes_back_with_what_is_typed(scene, program, window, document):
    one = annotation_edits.add(program.db, document, [Span(OP, 0, 12)], text="first")
    window.annotation_controller.refresh()
    window.annotation_controller.edit(one.id)
    editor = window.reader.page().margin.editor
    with open_database(program.db.path) as elsewhere:
        notes.remove(elsewhere, [one.id])
    type_text(editor.text, "!")
    press(editor.text, Qt.Key.Key_Escape)
    assert held(program) == [("note", "first!", "", "")]


def test_words_that_could_not_be_saved_are_told_of_at_the_next_start(scene, program, window):
    (scene.folder / "qarar-notes-x.txt").write_text("كلام", encoding="utf-8")
    scene.close(program)
    again = scene.start("ar")
    assert "qarar-notes-x.txt" in again.window.message_bar.words()


def test_a_file_of_notes_can_be_dropped_on_the_window(scene, program, window, document, tmp_path):
    one = annotation_edits.add(program.db, document, [Span(OP, 0, 12)], text="first")
    file = tmp_path / "colleague.jsonld"
    file.write_bytes(export(program.db, [replace(one, id="c0000000-0000-4000-8000-000000000001")], "jsonld", "ar"))
    window.bring((file,))
    scene.qtbot.waitUntil(lambda: len(held(program)) == 2)


def test_notes_of_a_text_that_came_anew_are_looked_for_beside_the_reading(scene, program, window, document):
    """As when the command line imported it: nothing is remembered of where its notes stand now."""
    one = annotation_edits.add(program.db, document, [Span(OP, 10, 40)], text="x")
    provisions = [replace(p, text=p.text + " وتفاصيله") if p.id == OP else p for p in document.provisions]
    with open_database(program.db.path) as elsewhere:
        store(elsewhere, replace(document, provisions=tuple(provisions)))
    window.document_controller.open("E/RES/2019/20", "ar")
    scene.qtbot.waitUntil(
        lambda: (
            window.annotation_controller.find(one.id) is not None
            and window.annotation_controller.find(one.id).spans != ()
        )
    )
    assert window.annotation_controller.find(one.id).spans == (Span(OP, 10, 40),)
    found, waiting_ = anchor_resolution.resolve_text_at_once(program.db, window.reader.current().document)
    assert waiting_ == (), "what was looked for is remembered"
    assert [placed.annotation.id for placed in found] == [one.id]


def test_a_note_without_a_word_that_is_left_for_another_is_gone(scene, program, window, document):
    other = annotation_edits.add(program.db, document, [Span("op_6", 0, 12)], text="other")
    window.annotation_controller.refresh()
    do(window, "note")
    margin = window.reader.page().margin
    draft = margin.edited
    window.annotation_controller.edit(other.id)
    assert [card.note.id for card in margin._cards] == [other.id]
    window.annotation_controller.edit(draft)
    assert margin.edited == other.id, "what is gone is not opened again"
    margin.editor.edited.emit(draft, "typed after all")
    assert window.annotation_controller.save_all()
    assert {one.text for one in notes.all_annotations(program.db)} == {"other", "typed after all"}


def test_labels_and_names_are_those_of_the_note_they_were_typed_in(program, window, document):
    one = annotation_edits.add(program.db, document, [Span(OP, 0, 12)], text="A")
    other = annotation_edits.add(program.db, document, [Span("op_6", 0, 12)], stance="support", author="x")
    window.annotation_controller.refresh()
    editor = window.reader.page().margin.editor
    window.annotation_controller.edit(other.id)
    for line, words in ((editor.labels, "forB"), (editor.who, "شيلي")):
        line.setFocus()
        line.selectAll()
        type_text(line, words)
    window.annotation_controller.edit(one.id)
    assert notes.annotation(program.db, one.id).labels == ()
    assert notes.annotation(program.db, other.id).labels == ("forB",)
    assert notes.annotation(program.db, other.id).author == "شيلي"
    assert editor.labels.text() == ""


def test_a_note_begun_before_its_text_came_anew_stands_on_its_words(scene, program, window, tmp_path):
    file = tmp_path / "one.txt"
    file.write_text(SAMPLE, encoding="utf-8")
    window.bring((file,))
    scene.settle(program)
    window.document_controller.go_to(Position("op_1"))
    do(window, "note")
    first = "١ - يلاحظ مع التقدير الجهود المبذولة في هذا الشأن؛\n\n٢ - يحث"
    file.write_text(SAMPLE.replace("١ - يحث", first).replace("٢ - يطلب", "٣ - يطلب"), encoding="utf-8")
    window.bring((file,))
    scene.settle(program)
    window.annotation_controller.draft_store.type(window.annotation_controller.draft_store.drafts()[0].id, "متى؟")
    assert window.annotation_controller.save_all()
    scene.settle(program)
    (one,) = notes.all_annotations(program.db)
    placed = window.annotation_controller.find(one.id)
    assert [span.provision for span in placed.spans] == ["op_2"]
    assert placed.needs_review


def test_a_note_without_a_word_yet_is_put_on_other_words(program, window):
    do(window, "note")
    draft = window.reader.page().margin.edited
    select(window, Span("op_6", 0, 12))
    do(window, "note_to_selection")
    assert [target.span for target in window.annotation_controller.find(draft).annotation.targets] == [
        Span("op_6", 0, 12)
    ]
    type_text(window.reader.page().margin.editor.text, "x")
    assert window.annotation_controller.save_all()
    assert notes.annotation(program.db, draft).targets[0].span == Span("op_6", 0, 12)
    do(window, "undo")
    assert window.reader.view().marks.state.chosen == ""


def test_a_label_that_was_taken_away_is_listed_no_more(scene, program, window, document):
    one = annotation_edits.add(program.db, document, [Span(OP, 0, 12)], text="x")
    annotation_edits.set_labels(program.db, one.id, ["tmp"])
    window.sidebar.show_page("bookmarks")
    page = window.sidebar.page("bookmarks")
    page.narrowing.choose(label="tmp")
    scene.qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    do(window, "undo")
    scene.qtbot.waitUntil(lambda: page.filter.label == "")


@pytest.mark.parametrize("read_only", [False, True])
def test_notes_are_looked_for_in_a_library_that_is_only_read_too(scene, program, document, read_only):
    one = annotation_edits.add(program.db, document, [Span(OP, 10, 40)], text="x")
    provisions = [replace(p, text=p.text + " وتفاصيله") if p.id == OP else p for p in document.provisions]
    store(program.db, replace(document, provisions=tuple(provisions)))
    scene.close(program)
    if read_only:
        again = sqlite3.connect(scene.paths.library)
        again.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")  # of a newer program: it is only read
        again.close()
    window = scene.start("ar").window
    assert window.session.db.read_only == read_only
    scene.qtbot.waitUntil(lambda: window.annotation_controller.find(one.id) is not None)
    assert window.annotation_controller.find(one.id).spans == (Span(OP, 10, 40),)
