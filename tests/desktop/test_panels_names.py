"""What the window calls a place: no label of the data is ever shown where words are meant."""

import pytest
from panels_scene import Speech, resolution

from ui.desktop.support.appearance import Appearance
from ui.desktop.support.place_names import display_name, margin_name, name_of

NAMES = [
    ("pp_8", "PP8", "PP8", "PP8"),
    ("op_5_a", "OP5 (a)", "OP5 (a)", "OP5 (a)"),
    ("masthead_4", "M4", "الترويسة", "Masthead"),
    ("title", "M5", "العنوان", "Title"),
    ("chapeau", "ch", "الصيغة الاستهلالية", "Opening formula"),
    ("outer_chapeau", "E-ch", "استهلال القرار الحاضن", "Outer opening formula"),
    ("outer_op_1", "E-OP", "منطوق القرار الحاضن", "Outer operative paragraph"),
    ("outer_op_2", "E-OP2", "OP2 (القرار الحاضن)", "OP2 (outer resolution)"),
    ("closing_1", "Z1", "الخاتمة", "Closing"),
    ("fn_3", "FN3", "الحاشية ٣", "Footnote 3"),
    ("annex_1_p_3", "A1.3", "المرفق ١، الفقرة ٣", "Annex 1, paragraph 3"),
    ("part_2_pp_3", "2-PP3", "الجزء ٢، PP3", "Part 2, PP3"),
]


@pytest.fixture
def speech(qapp):
    made = Speech(Appearance("ar"))
    yield made
    made.silence()


@pytest.mark.parametrize(("id_", "label", "arabic", "english"), NAMES)
def test_places_are_named_in_words(speech, id_, label, arabic, english):
    for language, name in (("ar", arabic), ("en", english)):
        speech.speak(language)
        assert display_name(id_, label, speech.appearance.number) == name


def test_every_place_of_the_resolution_has_a_name_for_people(speech):
    speech.speak("en")
    document = resolution().document
    for id_, _ in document.texts():
        name = name_of(document, id_)
        assert name.startswith(("PP", "OP")) or " " in name or name in {"Masthead", "Title", "Closing"}


@pytest.mark.parametrize(("label", "name"), [("PP8", "PP8"), ("E-OP", ""), ("M4", ""), ("B3", "3"), ("A1.3", "3")])
def test_the_margin_shows_only_what_people_quote_by(label, name):
    assert margin_name(label) == name
