"""How the panes share the room: the rule as arithmetic, then the real window, and what a next start finds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lengths import examples
from PySide6.QtCore import Qt
from shell_scene import press

from ui.desktop.window.pane_rules import APPARATUS, PaneWishes, Place, arrange


@pytest.mark.parametrize(
    ("width", "sidebar", "apparatus"),
    [(1920, (Place.SIDE, 300), (Place.SIDE, 380)), (1440, (Place.SIDE, 264), (Place.SIDE, 320)),
     (1280, (Place.SIDE, 240), (Place.SIDE, 300)), (1024, (Place.RAIL, 56), (Place.SIDE, 284)),
     (980, (Place.RAIL, 56), (Place.BELOW, 0)), (760, (Place.RAIL, 56), (Place.BELOW, 0))],
)  # fmt: skip
def test_the_table_of_widths(width, sidebar, apparatus):
    found = arrange(width, PaneWishes())
    assert (found.sidebar, found.sidebar_width) == sidebar
    assert (found.apparatus, found.apparatus_width) == apparatus


def test_a_line_of_too_few_characters_sends_the_apparatus_below():
    assert arrange(1440, PaneWishes(), text_scale=200).apparatus is Place.SIDE
    assert arrange(1440, PaneWishes(), text_scale=300).apparatus is Place.BELOW


def test_hidden_stays_hidden_at_every_width():
    for width in (760, 1024, 1440, 3000):
        found = arrange(width, PaneWishes(sidebar=False, apparatus=False))
        assert (found.sidebar, found.apparatus) == (Place.HIDDEN, Place.HIDDEN)


@examples(60)
@given(
    width=st.integers(760, 3000),
    sidebar=st.integers(0, 900),
    apparatus=st.integers(0, 900),
    text=st.integers(100, 300),
    interface=st.sampled_from([0.9, 1.0, 1.25, 1.5, 2.0]),
)
def test_the_reader_keeps_its_room(width, sidebar, apparatus, text, interface):
    wishes = PaneWishes(sidebar_width=sidebar, apparatus_width=apparatus)
    found = arrange(width, wishes, text_scale=text, interface=interface)
    rest = width - found.sidebar_width - found.apparatus_width
    if found.apparatus is Place.SIDE:
        assert rest >= 460
        assert found.apparatus_width <= APPARATUS[1] * interface + 1
    assert rest > 0


def test_folding_is_undone_when_the_room_returns(scene):
    program = scene.start("ar", width=1440)
    window, splitter = program.window, program.window.pane_layout.splitter
    wide = splitter.sizes()
    assert window.sidebar.tabs.rail is False
    window.resize(1024, 768)
    scene.settle(program)
    assert window.sidebar.rail
    assert window.pane_layout.arrangement.apparatus is Place.SIDE
    window.resize(900, 700)
    scene.settle(program)
    assert window.pane_layout.beside.parent() is window.pane_layout.column
    window.resize(1440, 900)
    scene.settle(program)
    assert not window.sidebar.rail
    assert window.pane_layout.beside.parent() is splitter
    assert splitter.sizes() == wide


def test_a_page_opens_over_the_text_from_the_rail_and_esc_closes_it(scene):
    program = scene.start("ar", width=1024, height=768)
    window = program.window
    window.actions_["library"].trigger()
    page = window.sidebar.page("library")
    assert page.isVisible()
    assert window.pane_layout.stage.isAncestorOf(page)
    assert window.reader.width() > 600, "the page lies over the text and takes no room from it"
    press(window.sidebar.page("library"), Qt.Key.Key_Escape)
    assert not page.isVisible()


def test_choosing_in_the_rail_closes_its_page(scene):
    program = scene.start("ar", width=1024, height=768)
    window = program.window
    window.actions_["outline"].trigger()
    from documents.position import Position

    window.sidebar.page("outline").place_requested.emit(Position("op_5"))
    assert not window.sidebar.is_overlay_open()
    assert window.document_controller.provision == "op_5"


def test_a_next_start_finds_sizes_page_place_and_theme(scene):
    program = scene.start("ar")
    window = program.window
    window.sidebar.show_page("bookmarks")
    sizes = window.pane_layout.splitter.sizes()
    window.pane_layout.splitter.moveSplitter(sizes[0] + 60, 1)
    wanted = window.sidebar.width()
    program.interface.set_theme("dark")
    program.interface.set_text_scale(150)
    window.show_pane("apparatus", shown=False)
    window.document_controller.go("OP5")
    scene.settle(program)
    place = window.reader.place()
    scene.close(program)

    again = scene.start(None)
    assert again.window.sidebar.current == "bookmarks"
    assert abs(again.window.sidebar.width() - wanted) <= 1
    assert again.window.appearance.dark
    assert again.window.appearance.text_scale == 150
    assert again.window.pane_layout.beside.isHidden()
    assert again.window.reader.place() == place


def test_damaged_settings_fall_back(scene):
    scene.folder.mkdir()
    bad = "[layout]\npage=nowhere\nread-rtl-sidebar=wide\n[text]\nscale=many\nline_length=7\n[interface]\ntheme=pink\n"
    (scene.folder / "window.ini").write_text(bad)
    program = scene.start("ar")
    assert program.window.sidebar.current == "outline"
    assert program.window.appearance.text_scale == 100
    assert program.window.appearance.line_length == 83


def test_with_few_characters_in_a_line_the_apparatus_goes_below():
    assert arrange(1024, PaneWishes()).apparatus is Place.SIDE
    assert arrange(1024, PaneWishes(), text_scale=200).apparatus is Place.BELOW


def test_results_have_a_wider_sidebar():
    assert arrange(1440, PaneWishes(results=True)).sidebar_width == 300
    assert arrange(1440, PaneWishes(sidebar_width=250, results=True)).sidebar_width == 250
