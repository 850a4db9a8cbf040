"""The page of notes, on a real library: rows, filters, order, what is removed and what is to be chosen."""

import datetime
import time

import pytest
from panels_scene import Speech, plain, press, resolution, unnamed
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from documents.annotations.model import Annotation, AnnotationKind, Target
from documents.position import Quote, Span
from library import labels, notes
from library.conflicts import OpenConflict
from library.database import open_database
from services.notes import annotation_edits
from services.notes.anchor_resolution import resolve
from services.notes.note_query import FilterChoices, NoteFilter, NoteListing, filtered
from ui.desktop.panels.notes.page import NotesPage
from ui.desktop.panels.notes.rows import conflict_row, look_row, note_row
from ui.desktop.support.appearance import Appearance
from ui.desktop.widgets.colour_picker import ColourPicker
from ui.desktop.widgets.item_painting import layout_height

NOW = datetime.datetime(2026, 1, 31, tzinfo=datetime.UTC)


@pytest.fixture
def appearance(qapp):
    return Appearance("ar")


@pytest.fixture
def speech(appearance):
    made = Speech(appearance)
    made.speak("ar")
    yield made
    made.silence()


@pytest.fixture
def library(bundled_library, tmp_path):
    with open_database(bundled_library(tmp_path / "library.db")) as database:
        document = resolution().document
        annotation_edits.toggle_bookmark(database, document, "op_15")
        annotation_edits.add(
            database, document, [Span("op_17", 0, 20)], text="ملاحظة بالعربية", colour="pink", labels=["a/b"]
        )
        annotation_edits.add(database, document, [Span("pp_7", 3, 30)], text="In English", labels=["a/b"])
        annotation_edits.take_stance(database, document, "op_3", "red-line", "أمل")
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
    page.show_listing(NoteListing(found, FilterChoices(named, (), ("E/RES/2019/20",))))


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
    at = sign_of(page, 0)
    assert at.x() < 40, "the end edge is the left one in Arabic"
    with qtbot.waitSignal(page.removed):
        qtbot.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=at)


def sign_of(page, at):
    return page.list._delegate.sign_box(page.list.visualRect(page.model.index(at))).center()


def test_in_the_trash_everything_brings_back_and_nothing_removes(qtbot, page, library, appearance, speech):
    speech.speak("en")
    notes.remove(library, [one.id for one in notes.all_annotations(library)])
    page.narrowing.choose(show="trash")
    page.show_listing(NoteListing(notes.in_trash(library)))
    page.list.setCurrentIndex(page.model.index(1))
    one = page.model.row(1)
    assert (one.is_gone, one.sign) == (True, "arrow-u-up-left")
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        with qtbot.waitSignal(page.restored) as restored:
            press(page.list, key)
        assert restored.args == [one]
    with qtbot.waitSignal(page.restored) as restored:
        qtbot.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=sign_of(page, 2))
    assert restored.args == [page.model.row(2)]
    with qtbot.assertNotEmitted(page.restored), qtbot.assertNotEmitted(page.removed):
        with qtbot.waitSignal(page.told) as told:
            press(page.list, Qt.Key.Key_Delete)
        beside = page.list.visualRect(page.model.index(0)).center()
        qtbot.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=beside)
    assert told.args == ["It lies in the trash; Enter brings it back"]


def test_what_was_removed_offers_a_way_back(qtbot, page):
    page.offer_undo("أُزيلت")
    assert page.strip.isVisible()
    with qtbot.waitSignal(page.undo_asked):
        press(page.undo, Qt.Key.Key_Return)
    assert not page.strip.isVisible()


def test_no_notes_yet(page, speech, appearance):
    page.show_listing(NoteListing([]))
    assert page.empty.isVisible()
    assert page.empty.head.text() == "لا ملاحظات بعد"
    speech.speak("en")
    assert page.empty.head.text() == "No notes yet"
    assert not page.clear.isVisible()
    page.narrowing.choose(colour="blue")
    page.show_listing(NoteListing([]))
    assert page.empty.head.text() == "Nothing here"
    assert page.clear.text() == "Show all my notes"
    page.clear.click()
    assert page.filter == NoteFilter()


def test_a_search_that_is_met_by_nothing_says_so_and_is_cleared(qtbot, page, speech, appearance):
    speech.speak("en")
    page.narrowing.choose(kind="note")
    with qtbot.waitSignal(page.search_asked):
        page.search.line.setText("qqq")
    page.show_listing(NoteListing([]))
    assert plain(page.empty.body.text()) == "No note meets the search “qqq”."
    assert page.clear.text() == "Clear the search"
    with qtbot.waitSignal(page.search_asked) as asked:
        press(page.clear, Qt.Key.Key_Return)
    assert (asked.args, page.search.line.text(), page.filter.kind) == ([""], "", "note")


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        (NoteFilter(), 4),
        (NoteFilter(kind="stance"), 1),
        (NoteFilter(colour="pink"), 1),
        (NoteFilter(stance="red-line"), 1),
        (NoteFilter(document="A/RES/1"), 0),
        (NoteFilter(days=2), 4),
        (NoteFilter(ids=frozenset()), 0),
    ],
    ids=str,
)
def test_filters(library, wanted, count):
    assert len(filtered(notes.all_annotations(library), wanted)) == count


def test_orders(library):
    made = notes.all_annotations(library)
    in_text = [note.targets[0].span.provision for note in filtered(made, NoteFilter(sort="text"))]
    assert in_text == ["pp_7", "op_3", "op_15", "op_17"]
    assert filtered(made, NoteFilter(sort="newest"))[0].stance == "red-line"
    later = made[0].changed + datetime.timedelta(days=9)
    assert filtered(made, NoteFilter(days=7), now=later) == []


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the time zone of a process is changed on Unix alone")
def test_days_are_those_of_the_calendar_where_the_reader_is(library, monkeypatch):
    monkeypatch.setenv("TZ", "Asia/Riyadh")
    time.tzset()
    try:
        now = datetime.datetime(2026, 3, 10, 22, 0, tzinfo=datetime.UTC)  # the 11th in Riyadh, an hour old
        moments = {"today": now, "yesterday": now - datetime.timedelta(hours=24, minutes=59)}
        moments["the day before"] = moments["yesterday"] - datetime.timedelta(minutes=2)
        made = [
            Annotation(name, AnnotationKind.NOTE, "A/RES/1", "ar", (), moment, moment)
            for name, moment in moments.items()
        ]
        assert [one.id for one in filtered(made, NoteFilter(days=2), now=now)] == ["today", "yesterday"]
        assert len(filtered(made, NoteFilter(days=7), now=now)) == 3
    finally:
        monkeypatch.undo()
        time.tzset()


def test_the_filter_says_its_value_and_counts_its_days(page, speech, library, appearance):
    speech.speak("en")
    assert page.narrowing.which.accessibleName() == "Filter and order: All"
    page.narrowing.choose(days=30)
    assert plain(page.narrowing.which.text()).startswith("In the last 30 day")
    assert page.narrowing.which.accessibleName().endswith(page.narrowing.which.text())
    speech.speak("ar")
    page.narrowing.choose(days=2)
    assert page.narrowing.which.text() == "اليوم وأمس"


def test_a_label_within_another_stands_under_it_further_in(page, library, appearance):
    menu = QMenu()
    page.narrowing._fill_which(menu)
    sub = next(action.menu() for action in menu.actions() if action.menu() and action.text() == "الوسم")
    assert [action.text() for action in sub.actions()] == ["الكل", "a", "\u2003\u2003b"]
    sub.actions()[1].trigger()
    show(page, library, appearance)
    assert page.filter.label == "a"
    assert page.model.rowCount() == 2, "choosing the outer label lists what has the inner one"
    menu.deleteLater()


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
    other = annotation_edits.add(library, document, [Span("op_5", 0, 30)])
    text = document.text_of("op_6")
    moved = Target(Span("op_5", 0, 30), Quote(text[:30], "", text[30:62]), text)
    notes.change(library, other.id, targets=(moved,))
    (placed,) = resolve(library, document, [notes.annotation(library, other.id)])
    assert placed.state.value == "moved"
    page.show_listing(NoteListing([placed], texts={(document.symbol, document.language): dict(document.texts())}))
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


# What rows say and how they are painted


def note(text="", quote="كلمات", **fields):
    targets = (Target(Span("op_5", 0, 5), Quote(quote)),) if quote else ()
    return Annotation("1", AnnotationKind.NOTE, "A/RES/1", "ar", targets, NOW, NOW, text=text, **fields)


def painted(page, at):
    """The words of the lines of a row as they are laid out."""
    page.list.grab()
    delegate, row = page.list._delegate, page.model.row(at)
    return [layout.text() for _, layout in delegate._lines(row, page.list.viewport().width())]


def test_a_note_on_the_whole_document_has_a_name(speech, appearance):
    speech.speak("en")
    assert note_row(note("x", quote=""), appearance).name == "Whole document"


def test_the_signs_of_markdown_are_not_shown(appearance):
    row = note_row(note("**مهم** جدًّا\n- أولًا\n- *ثانيًا*"), appearance)
    assert row.lines[1].words == "مهم جدًّا • أولًا • ثانيًا"


@pytest.mark.parametrize("count", [1, 400], ids=["own heights", "one height"])
def test_what_has_no_room_ends_in_an_ellipsis_and_a_quote_stays_closed(page, appearance, count):
    page.show_listing(NoteListing([note("كلام " * 60, "نصّ القرار " * 20)] * count))
    quote, own, _ = painted(page, 0)
    assert quote.startswith("«")
    assert quote.endswith(("القرار…»", "نصّ…»"))
    assert own.endswith("كلام…")


def test_rows_are_as_high_as_their_words(page, appearance):
    made = [note("قصير", "كلمات"), note("كلام " * 60, "نصّ القرار " * 20)]
    page.show_listing(NoteListing(made))
    page.list.grab()
    short, long = (page.list.visualRect(page.model.index(at)).height() for at in (0, 1))
    assert long - short >= 40, "a line of the quote and one of the words more"
    lines = page.list._delegate._lines(page.model.row(1), page.list.viewport().width())
    assert [layout.lineCount() for _, layout in lines] == [2, 2, 1]
    page.show_listing(NoteListing(made * 200))
    page.list.grab()
    assert len({page.list.visualRect(page.model.index(at)).height() for at in (0, 1)}) == 1


def test_no_row_is_too_low_for_its_words_at_any_width(page, appearance, speech):
    speech.speak("en")
    made = [note("كلام " * size, "نصّ القرار " * size) for size in range(1, 9)] + [note("on all of it", quote="")]
    page.show_listing(NoteListing(made))
    delegate = page.list._delegate
    for width in range(220, 420, 3):
        page.resize(width, 900)
        QApplication.processEvents()
        for at in range(len(made)):
            row, rect = page.model.row(at), page.list.visualRect(page.model.index(at))
            head = delegate._caption(row, rect.width(), current=False)
            lines = [(delegate._height(line), layout) for line, layout in delegate._lines(row, rect.width())]
            words = sum(height * layout.lineCount() for height, layout in lines)
            assert rect.height() >= delegate._around(layout_height(head)) + words - 1


def test_the_list_stays_where_it_was_scrolled_when_it_is_filled_anew(page, appearance):
    made = [note("كلام " * (at % 40), "نصّ القرار " * (at % 9)) for at in range(60)]
    page.show_listing(NoteListing(made))
    page.list.grab()
    page.list.verticalScrollBar().setValue(700)
    page.show_listing(NoteListing(made))
    page.list.grab()
    assert page.list.verticalScrollBar().value() == 700


def test_quotes_grow_with_the_interface_and_not_with_the_text(page, appearance):
    def size():
        return page.list._delegate._font("quote").pointSizeF()

    before = size()
    appearance.set(text_scale=200)
    assert size() == pytest.approx(before)
    appearance.set(interface_scale=200)
    assert size() == pytest.approx(2 * before)


def test_an_english_note_with_an_arabic_word_runs_from_left_to_right(page, appearance):
    page.show_listing(NoteListing([note("See OP12 (منظور)")]))
    page.list.grab()
    delegate = page.list._delegate
    _, (_, own), _ = delegate._lines(page.model.row(0), page.list.viewport().width())
    assert own.textOption().textDirection() == Qt.LayoutDirection.LeftToRight


def test_what_is_to_be_looked_at_shows_the_words_of_the_note_too(library, appearance):
    document = resolution().document
    lost = annotation_edits.add(library, document, [Span("op_5", 0, 30)], text="متى؟")
    target = Target(Span("op_5", 0, 30), Quote("كلمات لا ترد في القرار"))
    notes.change(library, lost.id, targets=(target,))
    (placed,) = resolve(library, document, [notes.annotation(library, lost.id)])
    words = [line.words for line in look_row(placed, dict(document.texts()), appearance).lines]
    assert words[1] == "متى؟"


def test_a_conflict_says_which_side_is_whose_and_where_theirs_comes_from(appearance, speech):
    speech.speak("en")
    conflict = OpenConflict("c", "1", "text", {"text": "هذا"}, {"text": "that"}, "زميل.jsonld")
    row = conflict_row(conflict, note("x"), appearance)
    assert [plain(line.words) for line in row.lines] == ["1. Mine: هذا", "2. Theirs: that", "From زميل.jsonld"]
    assert "\u2066زميل.jsonld\u2069" in row.lines[2].words, "a file's name runs from left to right"
    here = OpenConflict("c", "1", "text", {"text": "a"}, {"text": "b"}, "")
    assert conflict_row(here, note("x"), appearance).lines[2].words == "Written elsewhere on this computer"
    assert row.sign == "", "a conflict is chosen, not removed"


@pytest.mark.parametrize("dark", [False, True])
def test_the_chosen_colour_has_a_tick_and_the_focused_one_a_ring(qtbot, appearance, speech, dark):
    appearance.set(dark=dark)
    dots = ColourPicker(appearance)
    qtbot.addWidget(dots)
    with qtbot.waitActive(dots):
        dots.show()
        dots.activateWindow()
    dots.set_chosen("green")
    dots.dots[3].setFocus()
    plain_dot, chosen, focused = (accents(dots.dots[at], appearance) for at in (0, 1, 3))
    assert plain_dot == (0, 0)
    assert chosen[0] == 0
    assert chosen[1] > 2
    assert focused[0] > 20
    assert focused[1] == 0


def accents(dot, appearance):
    """How many pixels of accent a dot has above its middle, where a ring is, and in the corner, where a tick is."""
    image, accent = dot.grab().toImage(), appearance.color("accent")
    side = image.width()
    met = [(x, y) for x in range(side) for y in range(side) if near(image.pixelColor(x, y), accent)]
    return sum(y < side // 3 for _, y in met), sum(y > side - 5 and x < 4 for x, y in met)


def near(one, other):
    return sum(abs(a - b) for a, b in zip(one.getRgb(), other.getRgb(), strict=True)) < 90
