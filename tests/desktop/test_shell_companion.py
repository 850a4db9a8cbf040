"""The cited instrument beside the text: opened by key at the place named, read on its own, and left without a trace."""

import pytest
from PySide6.QtCore import Qt
from shell_scene import SAMPLE, plain, press, type_text, words_of

from documents.position import Position
from ui.desktop.window.pane_rules import APPARATUS, PaneWishes, Place, arrange

CITED = "E/RES/2019/20"


@pytest.fixture
def reading(scene):
    """E/RES/2020/10, which cites a text that is held, with the caret on the citation."""
    program = scene.start("ar", texts=(SAMPLE.replace("قراره ٢٠/٢٠١٩", "الفقرة ٣ من قراره ٢٠/٢٠١٩"),))
    window = program.window
    citation = next(c for c in window.reader.current().citations if c.target == CITED)
    window.reader.go_to(Position(citation.span.provision, citation.span.start), flash=False)
    window.document_controller.focus_text()
    scene.settle(program)
    return program


def beside(program):
    program.window.actions_["open_beside"].trigger()
    return program.window.companion_controller


def test_it_opens_at_the_paragraph_that_the_citation_names(scene, reading):
    window = reading.window
    top = window.reader.view().cursorRect().top()
    companion = beside(reading)
    scene.settle(reading)
    assert companion.is_open()
    assert companion.reader.current().document.symbol == CITED
    assert companion.reader.view().current_provision() == "op_3"
    assert companion.reader.view().hasFocus()
    assert companion.reader.view().marks.state.flash is not None
    assert window.reader.current().document.symbol == "E/RES/2020/10"
    assert abs(window.reader.view().cursorRect().top() - top) <= 1, "the line that is read stays where it is"
    assert (
        not window.document_controller.trail.can_go_back()
        or window.document_controller.trail.back(None).symbol != CITED
    )


def test_esc_gives_the_place_back_to_the_footnotes_and_the_keyboard_to_the_text(scene, reading):
    window = reading.window
    widths = window.pane_layout.splitter.sizes()
    companion = beside(reading)
    scene.settle(reading)
    assert window.pane_layout.beside.width() > widths[-1]
    press(companion.reader.view(), Qt.Key.Key_Escape)
    scene.settle(reading)
    assert not companion.is_open()
    assert window.reader.view().hasFocus()
    assert window.apparatus_sync.pane.isVisible()
    assert window.pane_layout.splitter.sizes() == widths


def test_a_place_that_is_not_there_is_said_in_one_line(scene, reading):
    companion = reading.window.companion_controller
    companion.open(CITED, "art_99")
    scene.settle(reading)
    pane = reading.window.pane_layout.beside.findChild(object, "companionPane")
    assert plain(pane.notice.words.text()) == "لم يُعثر في هذا النص على المادة ٩٩؛ وهو معروض من أوله."
    assert companion.reader.place().provision == companion.reader.current().document.provisions[0].id


def test_f3_finds_in_the_instrument_while_the_keyboard_is_there(scene, reading):
    companion = beside(reading)
    reading.window.actions_["find_next"].trigger()
    assert companion.reader.find_bar.isVisible()
    type_text(companion.reader.find_bar.field, "الأطفال")
    scene.settle(reading)
    assert companion.reader.view().marks.state.hits
    assert not reading.window.reader.find_bar.isVisible()
    press(companion.reader.find_bar.field, Qt.Key.Key_Escape)
    assert companion.is_open()
    assert companion.reader.view().hasFocus()


def test_f6_walks_into_the_instrument_and_on(scene, reading):
    window = reading.window
    companion = beside(reading)
    window.document_controller.focus_text()
    window.actions_["next_pane"].trigger()
    assert companion.reader.view().hasFocus()
    window.actions_["next_pane"].trigger()
    assert not companion.reader.view().hasFocus()


def test_what_is_not_held_is_not_opened_beside_and_its_link_is_copied(scene):
    program = scene.start("ar")
    companion = program.window.companion_controller
    assert companion.open("A/RES/73/154") is False
    assert not companion.is_open()
    assert program.app.clipboard().text() == "https://docs.un.org/ar/A/RES/73/154"


def test_the_instrument_becomes_a_tab_at_its_line(scene, reading):
    window = reading.window
    companion = beside(reading)
    scene.settle(reading)
    place = companion.reader.place()
    pane = window.pane_layout.beside.findChild(object, "companionPane")
    press(pane.head.tab, Qt.Key.Key_Return)
    scene.settle(reading)
    assert not companion.is_open()
    assert window.reader.current().document.symbol == CITED
    assert window.reader.place().provision == place.provision


def test_entering_a_footnote_of_the_text_brings_the_footnotes_back(scene):
    program = scene.start("ar")
    window = program.window
    window.companion_controller.open(CITED)
    window.document_controller.go_to(Position("fn_3"))
    scene.settle(program)
    assert not window.companion_controller.is_open()
    assert window.apparatus_sync.pane.isVisible()


def test_hiding_the_pane_closes_the_instrument(scene, reading):
    companion = beside(reading)
    action = reading.window.actions_["apparatus"]
    assert action.isChecked()
    action.trigger()
    scene.settle(reading)
    assert not companion.is_open()
    assert not reading.window.pane_layout.beside.isVisible()


def test_its_head_speaks_the_language_of_the_interface(scene, reading):
    beside(reading)
    pane = reading.window.pane_layout.beside.findChild(object, "companionPane")
    assert not [words for _, words in words_of(pane.head) if "Open" in words or "Close" in words]
    reading.interface.set_language("en")
    scene.settle(reading)
    assert pane.head.tab.text() == "Open as tab"


@pytest.mark.parametrize("width", [1024, 1280, 1440, 1920])
def test_the_instrument_is_as_wide_as_the_lines_of_the_text_allow(width):
    alone, both = arrange(width, PaneWishes()), arrange(width, PaneWishes(companion=True))
    assert both.apparatus is Place.SIDE
    assert alone.apparatus_width < both.apparatus_width <= APPARATUS[1]
    assert width - both.sidebar_width - both.apparatus_width >= 460


def test_below_1000_px_the_instrument_stands_under_the_text():
    assert arrange(940, PaneWishes(companion=True)).apparatus is Place.BELOW
    assert arrange(1440, PaneWishes(apparatus=False, companion=True)).apparatus is Place.SIDE
