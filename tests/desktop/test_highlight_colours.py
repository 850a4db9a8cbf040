"""A highlight colour is one row of `Colour`; whatever else it needs is keyed by its name, and nothing is forgotten."""

import re

import pytest
from panels_scene import Speech
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from documents.annotations.export.export_texts import word
from documents.annotations.model import Colour
from ui.desktop.support import theme
from ui.desktop.support.appearance import COLOURS, Appearance
from ui.desktop.support.note_text import HIGHLIGHT_COMMANDS, colour_word
from ui.desktop.widgets.colour_picker import ColourPicker


@pytest.mark.parametrize("colour", Colour)
def test_a_colour_has_a_fill_tokens_names_and_a_command(qapp, colour):
    assert re.fullmatch("#[0-9A-F]{6}", colour.fill)
    for tokens in (theme.LIGHT, theme.DARK):
        assert all(re.fullmatch("#[0-9A-F]{6}", token) for token in tokens.highlights[colour])
    speech = Speech(Appearance("ar"))
    speech.speak("ar")
    assert colour_word(colour) not in {colour, colour.title()}
    speech.silence()
    assert word(colour, "ar") != word(colour, "en")


def test_nothing_is_left_of_a_colour_that_is_none():
    assert set(theme.LIGHT.highlights) == set(theme.DARK.highlights) == set(HIGHLIGHT_COMMANDS) == set(COLOURS)


def test_every_colour_has_a_digit(qtbot):
    picker = ColourPicker(Appearance("en"))
    qtbot.addWidget(picker)
    for number, colour in enumerate(COLOURS, 1):
        with qtbot.waitSignal(picker.chosen) as chosen:
            QTest.keyClick(picker, Qt.Key(Qt.Key.Key_0 + number))
        assert chosen.args == [colour]
    with qtbot.assertNotEmitted(picker.chosen):
        QTest.keyClick(picker, Qt.Key.Key_9)
        QTest.keyClick(picker, Qt.Key.Key_0)
