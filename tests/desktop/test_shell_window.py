"""The window worked as a person works it: keys, places, history, bookmarks, search, lighting."""

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication
from shell_scene import plain, press, type_text

from documents.position import Position
from services.documents.link_groups import Link
from ui.desktop.window.actions import commands


@pytest.fixture
def program(scene):
    return scene.start("ar")


@pytest.fixture
def window(program):
    return program.window


def submit(window, words):
    line = window.toolbar.search.line
    line.setFocus()
    line.clear()
    type_text(line, words)
    press(line, Qt.Key.Key_Return)


def test_the_bundled_resolution_is_read_on_a_first_start(window):
    assert window.windowTitle() == "E/RES/2019/20 – قرار"
    assert plain(window.status.symbol.text()) == "E/RES/2019/20"
    assert QApplication.focusWidget() is window.reader.view()
    assert window.apparatus_sync.pane.isVisible()


def test_the_object_names_of_the_contract(window):
    for page in ("library", "outline", "results", "bookmarks"):
        window.sidebar.show_page(page)
    window.reader.show_find_bar()
    names = ("searchBox", "findBar", "readerView", "footnotesPane", "instrumentsPane", "outlineView", "resultsView",
             "catalogueView", "notesView", "statusLine")  # fmt: skip
    assert [name for name in names if window.findChild(object, name) is None] == []


def test_every_command_of_the_table_has_its_slot(window):
    assert {command.id for command in commands()} == set(window.commands.slots())


def test_tabs_actions_and_pages_come_from_one_table(window):
    from ui.desktop.window.sidebar_pages import PAGES

    names = [page.name for page in PAGES]
    assert list(window.sidebar.tabs.buttons) == names
    for page in PAGES:
        action = window.actions_[page.name]
        assert action.shortcut().toString() == page.key
        action.trigger()
        assert window.sidebar.current == page.name
        assert page.key in plain(window.sidebar.tabs.buttons[page.name].toolTip())


@pytest.mark.parametrize(
    ("typed", "provision"),
    [("OP17", "op_17"), ("ف ١٧", "op_17"), ("ف١٧", "op_17"), ("PP8", "pp_8"), ("E/RES/2019/20#op_5", "op_5"),
     ("2019/20 OP3", "op_3")],
)  # fmt: skip
def test_a_label_in_the_search_box_leads_to_its_provision(window, typed, provision):
    submit(window, typed)
    assert window.document_controller.provision == provision
    assert QApplication.focusWidget() is window.reader.view()


def test_go_to_says_what_is_not_there(scene, window):
    window.actions_["go_to"].trigger()
    popup = window.commands.small_windows()[-1]
    type_text(popup.line, "OP99")
    press(popup.line, Qt.Key.Key_Return)
    assert popup.isVisible()
    assert popup.said.text() == "لا توجد هذه الفقرة في هذا النصّ."
    popup.line.clear()
    type_text(popup.line, "الفقرة ١٧")
    press(popup.line, Qt.Key.Key_Return)
    assert not popup.isVisible()
    assert window.document_controller.provision == "op_17"


def test_history_returns_to_the_same_line(scene, program, window):
    window.reader.restore(Position("pp_3"))
    start = window.reader.place()
    assert not window.actions_["back"].isEnabled()
    submit(window, "OP17")
    scene.settle(program)
    there = window.reader.place()
    press(window.reader.view(), Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    window.actions_["back"].trigger() if window.actions_["back"].isEnabled() else None
    assert window.reader.place() == start
    assert window.actions_["forward"].isEnabled()
    window.actions_["forward"].trigger()
    assert window.reader.place() == there
    assert not window.actions_["forward"].isEnabled()


def test_a_search_is_answered_in_the_sidebar_and_its_hit_opens(scene, program, window):
    submit(window, "المنظمة")
    scene.settle(program)
    page = window.sidebar.page("results")
    assert page.isVisible()
    assert window.search_controller.answer.total >= 3
    hit = [hit for hit in window.search_controller.answer.hits if hit.provision][-1]
    page.hit_activated.emit(hit)
    assert window.document_controller.provision == hit.provision
    assert window.reader.view().marks.state.hits


def test_an_older_answer_never_replaces_a_newer_question(scene, program, window):
    for query in ("الأطفال", "الدول", "المنظمة"):
        window.search_controller.search(query)
    scene.settle(program)
    assert window.search_controller.answer.query == "المنظمة"


def test_a_symbol_that_is_not_held_is_searched_for(scene, program, window):
    submit(window, "A/RES/73/154")
    scene.settle(program)
    assert window.search_controller.query == "A/RES/73/154"
    assert window.sidebar.current == "results"


def test_a_bookmark_is_set_listed_and_taken_away(scene, program, window):
    window.document_controller.go_to(Position("op_5"))
    window.actions_["bookmark"].trigger()
    assert window.document_controller.bookmarked() == {"op_5"}
    assert window.status.message.text() == "وُضعت العلامة"
    window.sidebar.show_page("bookmarks")
    page = window.sidebar.page("bookmarks")
    scene.qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    window.document_controller.go_to(Position("pp_1"))
    page.opened.emit(page.model.row(0))
    assert window.document_controller.provision == "op_5"
    window.actions_["bookmark"].trigger()
    assert window.document_controller.bookmarked() == frozenset()
    scene.qtbot.waitUntil(lambda: page.model.rowCount() == 0)


def test_as_received_and_back_by_the_status_line(window):
    window.document_controller.go_to(Position("pp_8"))
    window.status.corrections.click()
    assert window.reader.current().reading.as_received
    assert window.actions_["as_received"].isChecked()
    assert plain(window.status.corrections.words()) == "كما ورد: دون ٢٩ تصويبًا"
    assert window.document_controller.provision == "pp_8"
    window.actions_["as_received"].trigger()
    assert not window.reader.current().reading.as_received
    assert not window.status.corrections.isChecked()


def test_text_and_pane_light_up_together(window):
    window.document_controller.go_to(Position("pp_8"))
    link = Link(frozenset({"4"}), frozenset({"UNTS 1577/27531"}))
    window.reader.link_pinned.emit(link)
    assert window.apparatus_sync.pane.footnotes.isVisible()
    window.apparatus_sync.pane.link_pinned.emit(link)
    assert window.reader.view().link_highlighter.pinned == link


def test_a_pinned_marker_brings_a_hidden_apparatus_back(window):
    window.actions_["apparatus"].trigger()
    assert window.pane_layout.beside.isHidden()
    window.reader.link_pinned.emit(Link(frozenset({"4"}), frozenset()))
    assert window.pane_layout.beside.isVisible()
    assert window.actions_["apparatus"].isChecked()


def test_lock_names_the_provision_and_lets_go(window):
    window.document_controller.go_to(Position("op_17"))
    window.actions_["lock"].trigger()
    assert window.apparatus_sync.locked
    window.document_controller.go_to(Position("pp_1"))
    assert "OP17" in plain(window.apparatus_sync.pane.footnotes.accessibleName())
    window.actions_["lock"].trigger()
    assert not window.apparatus_sync.locked
    assert not window.actions_["lock"].isChecked()


def test_a_link_is_copied_and_never_opened_unasked(window, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    window.external_links.follow("A/RES/73/154")
    assert QGuiApplication.clipboard().text() == "https://docs.un.org/ar/A/RES/73/154"
    assert plain(window.status.message.text()) == "الوثيقة A/RES/73/154 ليست في المكتبة. نُسخ رابطها."
    assert opened == []
    window.external_links.browse("A/RES/73/154")
    assert opened == [QUrl("https://docs.un.org/ar/A/RES/73/154")]


def test_a_copy_says_how_many_corrected_readings_are_inside(window):
    window.document_controller.go_to(Position("pp_8"))
    window.actions_["copy"].trigger()
    assert QGuiApplication.clipboard().text().startswith("وإذ تشير إلى")
    assert plain(window.status.message.text()) == "نُسخ · فيه قراءة مصوّبة واحدة"


def test_keys_lead_through_every_pane_and_back(scene, window):
    window.document_controller.focus_text()

    def pane():
        focused = QApplication.focusWidget()
        found = {"search": window.toolbar, "text": window.reader, "beside": window.pane_layout.beside,
                 "status": window.status, "sidebar": window.sidebar}  # fmt: skip
        return next((name for name, part in found.items() if part.isAncestorOf(focused)), "nowhere")

    seen = []
    for _ in range(6):
        seen.append(pane())
        window.actions_["next_pane"].trigger()
    assert seen == ["text", "beside", "status", "search", "sidebar", "text"]
    window.actions_["search"].trigger()
    assert pane() == "search"
    window.actions_["search"].trigger()
    assert pane() == "sidebar"
    window.actions_["previous_pane"].trigger()
    assert pane() == "search"


def test_tab_reaches_every_button_of_the_toolbar(window):
    window.toolbar.menu_button.setFocus(Qt.FocusReason.TabFocusReason)
    reached = set()
    for _ in range(12):
        reached.add(QApplication.focusWidget())
        press(QApplication.focusWidget(), Qt.Key.Key_Tab)
    toolbar = window.toolbar
    assert {toolbar.menu_button, toolbar.sidebar, toolbar.search.line, toolbar.bookmark, toolbar.theme} <= reached


def test_escape_closes_one_thing_at_a_time_and_ends_in_the_text(window):
    window.reader.show_find_bar()
    window.show_failure("تعذّر")
    window.toolbar.theme.setFocus()
    press(window.toolbar.theme, Qt.Key.Key_Escape)
    assert window.message_bar.isHidden()
    assert window.reader.find_bar.isVisible()
    press(window.toolbar.theme, Qt.Key.Key_Escape)
    assert window.reader.find_bar.isHidden()
    assert QApplication.focusWidget() is window.reader.view()


def test_the_key_sheet_shows_every_key_of_the_table(window):
    from PySide6.QtWidgets import QLabel

    from ui.desktop.window.actions import commands, key_words

    window.actions_["keys"].trigger()
    sheet = window.commands.small_windows()[-1]
    shown = " ".join(label.text() for label in sheet.findChildren(QLabel))
    for command in commands():
        for key in window.actions_.keys(command, rtl=True):
            assert key_words(key) in shown, command.id


def test_no_two_commands_share_a_key(window):
    taken = {}
    for action in window.actions():
        for key in action.shortcuts():
            assert taken.setdefault(key.toString(), action.objectName()) == action.objectName()


def test_every_letter_has_a_key_without_one_or_a_menu_entry(window):
    from ui.desktop.window.actions import SECTIONS, commands

    listed = {command.id for _, members in SECTIONS for command in members if command is not None}
    assert {command.id for command in commands()} == listed


def test_text_size_by_key_and_by_the_status_line(window):
    window.actions_["larger"].trigger()
    assert window.appearance.text_scale == 110
    window.status.larger.click()
    assert plain(window.status.zoom.words()) == "١٢٠٪"
    window.status.zoom.click()
    assert window.appearance.text_scale == 100


def test_closing_the_last_text_leaves_a_window_that_works(scene, program, window):
    window.actions_["close_text"].trigger()
    scene.settle(program)
    assert window.reader.current() is None
    assert not window.actions_["bookmark"].isEnabled()
    assert plain(window.status.symbol.text()) == ""
    window.actions_["open_example"].trigger()
    assert window.reader.current() is not None
    assert window.actions_["bookmark"].isEnabled()


def test_the_notice_comes_back_by_the_status_line(window):
    assert window.status.info.isHidden()
    window.reader.banner.dismissed.emit()
    assert window.reader.banner.isHidden()
    assert window.status.info.isVisible()
    window.status.info.click()
    assert window.reader.banner.isVisible()
    assert window.status.info.isHidden()
