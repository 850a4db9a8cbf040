"""Two languages: every page, menu and window opens in both, and all of it follows a switch while it runs."""

import re

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu
from shell_scene import plain, words_of

from documents.interface_languages import LANGUAGES
from documents.position import Position

LATIN = re.compile(r"[A-Za-z]{3,}")
ARABIC = re.compile("[\u0621-\u064a]")
KEYS = {"Ctrl", "Shift", "Alt", "Ins", "Esc", "Tab", "Enter", "Backspace"}
NAMES = {
    "RES", "UNTS", "MIT", "LGPL", "BSD", "OFL", "PySide", "Whoosh", "IBM", "Plex", "Sans", "Arabic",
    "Phosphor", "TXT", "XML", "Akoma", "Ntoso", "chapeau",
    *(word for row in LANGUAGES for word in LATIN.findall(row.name)),
}  # fmt: skip
SMALL_WINDOWS = ("keys", "settings", "text_size", "go_to", "about")


def open_everything(scene, window):
    for page in ("library", "outline", "results", "bookmarks"):
        window.actions_[page].trigger()
        assert window.sidebar.current == page
    window.search_controller.search("المنظمة")
    scene.settle(scene.programs[-1])
    for name in SMALL_WINDOWS:
        window.actions_[name].trigger()
        scene.qtbot.wait(10)
        assert any(w.isVisible() for w in window.commands.small_windows())
        for small in window.commands.small_windows():
            small.close()
    window.toolbar.open_menu()
    menu = window.toolbar.findChild(QMenu)
    assert [a.text() for a in menu.actions()]
    menu.close()


def said(window):
    """Everything the window itself says; the cards' second titles are English by design."""
    cards = window.apparatus_sync.pane.instruments
    roots = (window, *window.commands.small_windows())
    found = [(w, words) for root in roots for w, words in words_of(root) if not cards.isAncestorOf(w)]
    return found + [(a, plain(a.text())) for a in window.actions()]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_everything_opens(scene, language):
    window = scene.start(language).window
    open_everything(scene, window)
    assert window.reader.current().document.symbol == "E/RES/2019/20"


def test_no_english_is_left_after_a_switch_to_arabic(scene):
    program = scene.start("en")
    open_everything(scene, program.window)
    program.interface.set_language("ar")
    scene.settle(program)
    left = {words for _, words in said(program.window) for word in LATIN.findall(words) if word not in KEYS | NAMES}
    assert not left


def test_no_arabic_is_left_after_a_switch_to_english(scene):
    program = scene.start("ar")
    window = program.window
    open_everything(scene, window)
    program.interface.set_language("en")
    scene.settle(program)
    panes = (window.toolbar, window.status, window.message_bar, window.sidebar.tabs, *window.commands.small_windows())
    left = {words for pane in panes for _, words in words_of(pane) if ARABIC.search(words)} - {"العربية"}
    left |= {plain(a.text()) for a in window.actions() if ARABIC.search(a.text())} - {"العربية"}
    assert not left


def test_a_switch_mirrors_the_panes_and_keeps_place_and_language_of_the_text(scene):
    program = scene.start("ar")
    window = program.window
    window.document_controller.go_to(Position("pp_8"))
    scene.settle(program)
    place = window.reader.place()

    def left(widget):
        return widget.mapTo(window, QPoint(0, 0)).x()

    assert left(window.sidebar) > left(window.reader) > left(window.pane_layout.beside)
    assert left(window.toolbar.menu_button) > left(window.toolbar.apparatus)
    before = window.sidebar.width()
    program.interface.set_language("en")
    scene.settle(program)
    assert left(window.sidebar) < left(window.reader) < left(window.pane_layout.beside)
    assert left(window.toolbar.menu_button) < left(window.toolbar.apparatus)
    assert window.sidebar.width() == before
    assert window.reader.place() == place
    assert window.document_controller.provision == "pp_8"
    program.interface.set_language("ar")
    scene.settle(program)
    assert left(window.sidebar) > left(window.reader) > left(window.pane_layout.beside)


def test_back_points_as_it_is_drawn(scene):
    program = scene.start("ar")
    back = program.window.actions_["back"]
    assert back.shortcut().toString() == "Alt+Right"
    program.interface.set_language("en")
    assert back.shortcut().toString() == "Alt+Left"


def test_digits_follow_the_language_or_the_choice(scene):
    program = scene.start("ar")
    window = program.window
    window.document_controller.go_to(Position("pp_8"))
    assert plain(window.status.provision.text()) == "الفقرة PP8 من ١٩"
    assert window.status.corrections.words() == "٢٩ تصويبًا"
    program.interface.set_digits("western")
    assert plain(window.status.provision.text()) == "الفقرة PP8 من 19"
    program.interface.set_digits("language")
    program.interface.set_language("en")
    assert plain(window.status.provision.text()) == "Paragraph PP8 of 19"
    assert window.status.corrections.words() == "29 corrections"


def test_the_language_is_kept(scene):
    program = scene.start("ar")
    program.window.actions_["language"].trigger()
    assert program.app.layoutDirection() == Qt.LayoutDirection.LeftToRight
    scene.close(program)
    assert scene.start(None).window.appearance.language == "en"


def test_every_control_has_a_name_in_the_language(scene):
    window = scene.start("ar").window
    open_everything(scene, window)
    nameless = [
        f"{type(w).__name__} {w.objectName()}"
        for w in window.findChildren(type(window.toolbar.menu_button).__mro__[1])
        if w.isVisible() and not w.accessibleName()
    ]
    assert not nameless
