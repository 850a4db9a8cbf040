"""The outline: provisions by verb, filter, keyboard, both languages."""

import dataclasses

import pytest
from panels_scene import Speech, plain, press, resolution, type_text, unnamed
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from documents.position import Position
from documents.reading import Reading
from services.documents.open_text import OpenText
from ui.desktop.panels.outline.model import ENTRY, GROUP
from ui.desktop.panels.outline.page import OutlinePage
from ui.desktop.panels.outline.rows import Group, Part, entry
from ui.desktop.support.appearance import Appearance


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
def page(qtbot, appearance, speech):
    made = OutlinePage(appearance)
    qtbot.addWidget(made)
    made.resize(264, 800)
    made.show_text(resolution())
    made.show()
    QApplication.processEvents()
    return made


def rows(page):
    """(head, labels under it) as the tree has them now."""
    model, found = page.tree.model(), {}
    for row in range(model.rowCount()):
        head = model.index(row, 0)
        under = [model.index(i, 0, head).data(ENTRY).label for i in range(model.rowCount(head))]
        found[head.data(GROUP).part] = under
    return found


def index_of(page, id_):
    return page._filter.mapFromSource(page._model.index_of(id_))


def said(page, id_):
    return plain(index_of(page, id_).data(Qt.ItemDataRole.AccessibleTextRole))


def test_the_draft_stands_in_groups_and_the_enclosing_resolution_opens_it(page):
    found = rows(page)
    assert found[Part.OPENING] == ["M1", "M2", "M3", "M4", "M5", "E-ch", "E-OP", "ch"]
    assert found[Part.PREAMBLE] == [f"PP{n}" for n in range(1, 20)]
    assert found[Part.OPERATIVE] == [f"OP{n}" for n in range(1, 22)]
    assert found[Part.CLOSING] == ["Z1", "Z2"]


@pytest.mark.parametrize(
    ("id_", "arabic", "english"),
    [
        ("pp_1", "تسلّم بـ", "Recognizing"),
        ("pp_3", "يساورها القلق إزاء", "Concerned"),
        ("pp_5", "تشدد على … وتلاحظ", "Emphasizing … noting"),
        ("pp_8", "تشير إلى", "Recalling"),
        ("pp_14", "تؤكد من جديد", "Reaffirming"),
        ("pp_17", "تسلّم بـ … وتنوّه", "Recognizing … noting"),
        ("pp_19", "تشير أيضاً إلى", "Recalling also"),
        ("op_2", "تحث أيضاً", "Also urges"),
        ("op_3", "تهيب بـ", "Calls upon"),
        ("op_8", "تشجع كذلك", "Further encourages"),
        ("op_15", "تطلب إلى", "Requests"),
        ("op_16", "تدعو", "Invites"),
        ("op_18", "تهيب بـ", "Calls upon"),
    ],
)
def test_verbs_are_those_of_the_text_or_their_english_names(id_, arabic, english):
    found = entry(resolution(), id_)
    assert (found.words("ar"), found.words("en")) == (arabic, english)


def test_force_has_a_word_and_bars(page):
    found = {id_: entry(resolution(), id_) for id_ in ("op_15", "op_1", "op_6", "outer_op_1", "pp_8")}
    assert [(found[i].force, found[i].rank) for i in ("op_15", "op_1", "op_6", "outer_op_1")] == [
        ("requests", 4),
        ("urges", 3),
        ("invites", 2),
        ("recommends", 1),
    ]
    assert found["pp_8"].force == ""


def test_rows_say_label_verb_force_and_footnotes(page, speech):
    assert said(page, "pp_8") == "PP8 تشير إلى (٤) (٥)"
    assert said(page, "op_1") == "OP1 تحث حثّ"
    assert said(page, "op_15") == "OP15 تطلب إلى طلب"
    head = page.tree.model().index(1, 0)
    assert head.data(Qt.ItemDataRole.AccessibleTextRole) == "الديباجة, ١٩ فقرة"
    speech.speak("en")
    assert said(page, "pp_8") == "PP8 Recalling (٤) (٥)"
    assert page.tree.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Preamble, 19 paragraphs"


def test_assistive_technology_meets_the_rows(page):
    tree = QAccessible.queryAccessibleInterface(page.tree)
    names = {tree.child(i).text(QAccessible.Text.Name) for i in range(tree.childCount())}
    assert any("PP8 تشير إلى" in plain(name) for name in names)


@pytest.mark.parametrize(
    ("count", "arabic", "english"),
    [
        (0, "لا فقرات", "0 paragraphs"),
        (1, "فقرة واحدة", "1 paragraph"),
        (2, "فقرتان", "2 paragraphs"),
        (3, "٣ فقرات", "3 paragraphs"),
        (10, "١٠ فقرات", "10 paragraphs"),
        (11, "١١ فقرة", "11 paragraphs"),
        (19, "١٩ فقرة", "19 paragraphs"),
        (100, "١٠٠ فقرة", "100 paragraphs"),
        (103, "١٠٣ فقرات", "103 paragraphs"),
    ],
)
def test_counts_take_the_plural_forms_of_the_language(page, speech, count, arabic, english):
    group = Group(Part.PREAMBLE, (), count)
    assert page._delegate.counts.of_group(group) == arabic
    speech.speak("en")
    assert page._delegate.counts.of_group(group) == english


def test_enter_and_click_ask_for_the_place(qtbot, page):
    page.tree.setCurrentIndex(index_of(page, "pp_8"))
    with qtbot.waitSignal(page.place_requested) as asked:
        press(page.tree, Qt.Key.Key_Return)
    assert asked.args[0] == Position("pp_8")
    at = page.tree.visualRect(index_of(page, "pp_3")).center()
    with qtbot.waitSignal(page.place_requested) as asked:
        qtbot.mouseClick(page.tree.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert asked.args[0] == Position("pp_3")


def test_groups_fold_by_click_and_by_enter(qtbot, page):
    opening = page.tree.model().index(0, 0)
    assert not page.tree.isExpanded(opening)
    qtbot.mouseClick(page.tree.viewport(), Qt.MouseButton.LeftButton, pos=page.tree.visualRect(opening).center())
    assert page.tree.isExpanded(opening)
    page.tree.setCurrentIndex(opening)
    press(page.tree, Qt.Key.Key_Return)
    assert not page.tree.isExpanded(opening)


def test_the_provision_of_the_reader_is_marked_and_brought_into_view(page):
    page.set_current("op_21")
    rect = page.tree.visualRect(index_of(page, "op_21"))
    assert page.tree.viewport().rect().contains(rect.center())
    picture = page.tree.viewport().grab().toImage()
    right = page.tree.viewport().width() - 1
    assert picture.pixelColor(right, rect.center().y()) == page._appearance.color("accent")


def test_provisions_on_screen_have_a_bar_at_the_start_edge(page, speech):
    page.set_visible(("pp_2", "pp_3"))
    rect = page.tree.visualRect(index_of(page, "pp_3"))
    right = page.tree.viewport().width() - 1
    color = page._appearance.color
    assert page.tree.viewport().grab().toImage().pixelColor(right, rect.center().y()) == color("line2")
    speech.speak("en")
    picture = page.tree.viewport().grab().toImage()
    assert picture.pixelColor(0, rect.center().y()) == color("line2")
    assert picture.pixelColor(right, rect.center().y()) == color("window")


def test_the_filter_folds_letters_like_the_search(page):
    type_text(page.filter_box.line, "المنظمه")
    assert rows(page)[Part.OPERATIVE] == ["OP17"]
    assert "PP19" in rows(page)[Part.PREAMBLE]
    page.filter_box.line.setText("recalling")
    assert rows(page)[Part.PREAMBLE] == ["PP8", "PP12", "PP16", "PP18", "PP19"]
    page.filter_box.line.setText("٢٠١٨")
    assert "PP18" in rows(page)[Part.PREAMBLE]


def test_enter_in_the_filter_goes_to_the_first_that_is_left(qtbot, page):
    page.filter_box.line.setText("OP17")
    with qtbot.waitSignal(page.place_requested) as asked:
        press(page.filter_box.line, Qt.Key.Key_Return)
    assert asked.args[0] == Position("op_17")


def test_esc_empties_the_filter_and_nothing_found_is_said(page):
    page.filter_box.line.setText("شيء لا يوجد")
    assert page.nothing.isVisible()
    assert page.nothing.text() == "لا فقرة مطابقة."
    press(page.filter_box.line, Qt.Key.Key_Escape)
    assert page.filter_box.line.text() == ""
    assert page.tree.isVisible()
    assert not page.tree.isExpanded(page.tree.model().index(0, 0))


def test_another_reading_keeps_what_was_folded_and_current(page):
    page.set_current("pp_8")
    page.tree.setExpanded(page.tree.model().index(2, 0), False)
    page.show_text(resolution().as_received())
    assert not page.tree.isExpanded(page.tree.model().index(2, 0))
    assert page.tree.isExpanded(page.tree.model().index(1, 0))
    assert page._delegate.current == "pp_8"


def test_language_changes_keep_scroll_and_selection(page, speech):
    page.tree.setCurrentIndex(index_of(page, "op_21"))
    QApplication.processEvents()
    at = page.tree.verticalScrollBar().value()
    assert at > 0
    speech.speak("en")
    speech.speak("ar")
    assert page.tree.verticalScrollBar().value() == at
    assert page.tree.currentIndex().data(ENTRY).id == "op_21"


@pytest.mark.parametrize("language", ["ar", "en"])
def test_everything_that_takes_the_focus_has_a_name(page, speech, language):
    speech.speak(language)
    assert unnamed(page) == []
    assert page.tree.objectName() == "outlineView"


def test_rows_grow_with_the_letters(page, appearance):
    before = page.tree.visualRect(index_of(page, "pp_5")).height()
    appearance.set(interface_scale=200)
    QApplication.processEvents()
    assert page.tree.visualRect(index_of(page, "pp_5")).height() >= 2 * before


def test_no_text(page):
    page.show_text(None)
    assert page.nothing.text() == "لا نصّ مفتوح."
    assert not page.tree.isVisible()


def test_a_long_document_is_not_measured_row_by_row(page, monkeypatch):
    text = resolution()
    provisions = tuple(
        dataclasses.replace(p, id=f"{p.id}_{n}" if n else p.id) for n in range(20) for p in text.document.provisions
    )
    long = dataclasses.replace(text.document, provisions=provisions)
    asked = []
    monkeypatch.setattr(page._delegate, "_height", lambda entry, width: asked.append(entry) or 28)
    page.show_text(OpenText(long, Reading(long), ()))
    page.tree.viewport().grab()
    assert len(provisions) == 1000
    assert len(asked) < 100
    assert page._model._entries.keys() < {p.id for p in provisions}
