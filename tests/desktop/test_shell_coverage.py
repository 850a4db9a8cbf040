"""The coverage view in the real window: what it lists, how it is sorted, filtered, saved and left, with real keys."""

import csv
import io

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from shell_scene import SAMPLE, plain, press, type_text, words_of

from ui.desktop.panels.coverage.model import ROW
from ui.desktop.panels.coverage.rows import Group, Row

ALT = Qt.KeyboardModifier.AltModifier


def open_coverage(scene, program, scope="text"):
    program.window.actions_["coverage"].trigger()
    if scope == "library":
        QTest.mouseClick(program.window.coverage_controller.view.head.library, Qt.MouseButton.LeftButton)
    scene.settle(program)
    return program.window.coverage_controller.view


def listed(view):
    values = [view.model.index(at, 0).data(ROW) for at in range(view.model.rowCount())]
    return [value for value in values if isinstance(value, Row)], [v for v in values if isinstance(v, Group)]


def test_it_lists_what_the_text_cites_and_esc_goes_back_to_the_line_that_was_read(scene):
    program = scene.start("ar")
    window = program.window
    window.reader.go_to(window.reader.current().document.markers_of("3")[0], flash=False)
    before = window.reader.view().scrolled()
    view = open_coverage(scene, program)
    rows, groups = listed(view)
    targets = {c.target for c in window.reader.current().citations if c.target and not c.own}
    assert {row.covered.target for row in rows} == targets
    assert sum(group.total for group in groups) == len(targets)
    assert window.pane_layout.front.currentWidget() is view
    assert view.table.hasFocus()
    press(view.table, Qt.Key.Key_Escape)
    assert window.pane_layout.front.currentWidget() is window.reader
    assert window.reader.view().hasFocus()
    assert window.reader.view().scrolled() == before


def test_the_library_has_what_is_held_as_a_group_and_enter_opens_it(scene):
    program = scene.start("ar", texts=(SAMPLE,))
    window = program.window
    view = open_coverage(scene, program, "library")
    rows, groups = listed(view)
    assert groups[0].status == "held"
    assert rows[0].covered.target == "E/RES/2019/20"
    view.table.choose("E/RES/2019/20")
    press(view.table, Qt.Key.Key_Return)
    assert window.pane_layout.front.currentWidget() is window.reader
    assert window.reader.current().document.symbol == "E/RES/2019/20"


def test_a_row_that_is_not_held_leads_to_the_places_that_cite_it(scene):
    program = scene.start("ar")
    window = program.window
    view = open_coverage(scene, program)
    view.table.choose("UNTS 1577/27531")
    scene.settle(program)
    press(view.table, Qt.Key.Key_Return)
    places = view.details.places
    assert places.hasFocus()
    assert "PP8" in plain(places.currentIndex().data())
    press(places, Qt.Key.Key_Escape)
    assert view.table.hasFocus(), "Esc leads back step by step"
    press(view.table, Qt.Key.Key_Space)
    press(places, Qt.Key.Key_Return)
    assert window.pane_layout.front.currentWidget() is window.reader
    assert window.document_controller.provision == "pp_8"


def test_the_filter_and_the_order_are_worked_by_keys(scene):
    program = scene.start("en")
    view = open_coverage(scene, program)
    everything = len(listed(view)[0])
    program.window.actions_["find"].trigger()
    line = view.head.filter_box.line
    assert line.hasFocus()
    type_text(line, "child")
    press(line, Qt.Key.Key_Return)
    rows = listed(view)[0]
    assert 0 < len(rows) < everything
    assert all("child" in f"{row.name} {row.other}".lower() for row in rows)
    assert view.table.hasFocus()
    press(line, Qt.Key.Key_Escape)
    scene.settle(program)
    assert len(listed(view)[0]) == everything
    press(view.head.sort, Qt.Key.Key_Return)
    menu = program.app.activePopupWidget()
    next(action for action in menu.actions() if action.text() == "Name").trigger()
    menu.close()
    for group in ("known", "unknown"):
        names = [row.sorted_name for row in listed(view)[0] if row.covered.status == group and row.name]
        assert names == sorted(names)


def test_the_fetch_list_has_an_official_address_for_everything_that_is_missing(scene, tmp_path):
    program = scene.start("ar")
    view = open_coverage(scene, program)
    wanted = [row.covered.target for row in listed(view)[0] if row.covered.status != "held"]
    for suffix in (".csv", ".txt", ".md"):
        scene.target = tmp_path / f"list{suffix}"
        press(view.head.export, Qt.Key.Key_Return)
        text = scene.target.read_text(encoding="utf-8-sig")
        assert "https://docs.un.org/ar/A/RES/73/154" in text
        if suffix == ".csv":
            assert [row["target"] for row in csv.DictReader(io.StringIO(text))] == wanted
    assert "list.md" in plain(program.window.status.message.text())
    scene.target = tmp_path / "nowhere" / "list.csv"
    press(view.head.export, Qt.Key.Key_Return)
    assert program.window.message_bar.isVisible()


def test_saving_can_be_cancelled(scene, tmp_path):
    program = scene.start("ar")
    view = open_coverage(scene, program)
    scene.target = None
    press(view.head.export, Qt.Key.Key_Return)
    assert list(tmp_path.glob("*.csv")) == []
    assert not program.window.message_bar.isVisible()


def test_it_speaks_the_language_of_the_interface_and_follows_a_switch(scene):
    program = scene.start("ar")
    view = open_coverage(scene, program)
    latin = {words for _, words in words_of(view.head) if any("a" <= c <= "z" for c in words)}
    assert latin == {"إغلاق (Esc)"}, "the name of a key"
    assert listed(view)[0][0].name.startswith("البروتوكول")
    program.interface.set_language("en")
    scene.settle(program)
    assert listed(view)[0][0].name.startswith("Optional Protocol")
    assert view.head.library.text() == "Library"


def test_columns_fold_under_the_name_when_room_is_short(scene):
    program = scene.start("ar", width=1440)
    view = open_coverage(scene, program)
    assert view.table.delegate.folded == ()
    program.interface.set_interface_scale(200)
    scene.settle(program)
    assert "documents" in view.table.delegate.folded
    assert view.table.horizontalHeader().length() <= view.table.viewport().width()


def test_in_a_low_window_places_stand_instead_of_the_table(scene):
    program = scene.start("ar", width=1440, height=760)
    program.interface.set_interface_scale(200)
    view = open_coverage(scene, program)
    assert view.table.isVisible()
    assert not view.details.isVisible()
    press(view.table, Qt.Key.Key_Return)
    assert view.details.isVisible()
    assert not view.table.isVisible()
    press(view.details.places, Qt.Key.Key_Escape)
    assert view.table.isVisible()
    assert program.window.coverage_controller.is_open()


def test_another_text_leads_back_to_the_text(scene):
    program = scene.start("ar", texts=(SAMPLE,))
    open_coverage(scene, program)
    program.window.document_controller.open("E/RES/2019/20")
    assert program.window.pane_layout.front.currentWidget() is program.window.reader
