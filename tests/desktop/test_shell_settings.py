"""The settings act at once and for the next start; the size popup; a first start in the system's language."""

import pytest
from PySide6.QtCore import QLocale, Qt
from shell_scene import plain, press

from ui.desktop.support.interface_settings import system_language
from ui.desktop.support.settings import Settings


@pytest.fixture
def form(scene):
    program = scene.start("ar")
    program.window.actions_["settings"].trigger()
    form = program.window.commands.small_windows()[-1].form
    yield form
    form.window().close()


def choose(choice, value):
    choice.setCurrentIndex(choice.findData(value))
    choice.activated.emit(choice.currentIndex())


def test_each_choice_acts_at_once_and_is_kept(scene, form):
    look, window = form.interface.appearance, scene.programs[0].window
    choose(form.digits, "western")
    assert plain(window.status.zoom.words()) == "100٪"
    choose(form.theme, "dark")
    assert look.dark
    choose(form.line_length, "60")
    assert look.line_length == 60
    press(form.text_size.slider, Qt.Key.Key_Right if look.language == "en" else Qt.Key.Key_Left)
    assert look.text_scale == 110
    choose(form.language, "en")
    scene.settle(scene.programs[0])
    assert form.window().windowTitle() == "Settings"
    assert form.line_length.currentText() == "60 characters"
    kept = Settings(scene.paths.data)
    assert (kept.digits, kept.theme, kept.line_length, kept.text_scale) == ("western", "dark", 60, 110)
    assert kept.language == "en"


def test_the_menu_bar_comes_and_goes(scene, form):
    bar = scene.programs[0].window.menuBar()
    assert not bar.isVisible()
    form.menu_bar.click()
    assert bar.isVisible()
    assert [plain(action.text()) for action in bar.actions()] == [
        *("المكتبة", "النصّ", "الملاحظات", "انتقال", "العرض", "المساعدة")
    ]
    form.menu_bar.click()
    assert not bar.isVisible()


def test_the_size_popup_stays_within_the_window(scene):
    window = scene.start("ar").window
    window.actions_["text_size"].trigger()
    popup = window.commands.small_windows()[-1]
    assert popup.isVisible()
    assert window.geometry().contains(popup.geometry().center())
    press(popup.form.text_size.slider, Qt.Key.Key_Escape)
    assert not popup.isVisible()


@pytest.mark.parametrize(("system", "wanted"), [("ar_EG", "ar"), ("ar_TN", "ar"), ("en_GB", "en"), ("sw_KE", "en")])
def test_a_first_start_speaks_the_systems_language(qapp, monkeypatch, system, wanted):
    monkeypatch.setattr(QLocale, "system", lambda: QLocale(system))
    assert system_language() == wanted


def test_the_systems_theme_is_followed_until_one_is_chosen(scene):
    program = scene.start("ar")
    assert program.interface.settings.theme == "system"
    program.window.actions_["theme"].trigger()
    assert program.interface.settings.theme in {"light", "dark"}
    assert program.window.appearance.dark is (program.interface.settings.theme == "dark")


def test_unknown_values_change_nothing(scene):
    look = scene.start("ar").window.appearance
    look.set(language="xx", digits="roman", line_length=7, text_scale=9000, interface_scale=1)
    assert (look.language, look.digits, look.line_length) == ("ar", "language", 83)
    assert (look.text_scale, look.interface_scale) == (300, 90)
