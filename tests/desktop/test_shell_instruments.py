"""A user's own list of instruments through the window's import: taken, shown where it is cited, or refused by row."""

import json

from PySide6.QtWidgets import QLabel
from shell_scene import SAMPLE, plain

OWN = {"target": "E/RES/2018/1", "names": {"ar": "قرار من ملفي", "en": "A resolution of my own file"}}


def bring(scene, program, name, rows):
    file = scene.folder / name
    file.write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")
    program.window.bring((file,))
    scene.settle(program)


def test_an_instrument_of_the_user_has_its_name_in_the_coverage_view(scene):
    program = scene.start("ar", texts=(SAMPLE.replace("٢٠/٢٠١٩", "١/٢٠١٨"),))
    program.window.coverage_controller.open()
    scene.settle(program)
    row = next(
        row for row in program.window.coverage_controller.view.model.all_rows() if row.covered.target == OWN["target"]
    )
    assert (row.covered.status, row.name) == ("unknown", "")
    bring(scene, program, "own.json", [OWN])
    assert "أُضيف صك واحد" in plain(program.window.status.message.text())
    row = next(
        row for row in program.window.coverage_controller.view.model.all_rows() if row.covered.target == OWN["target"]
    )
    assert (row.covered.status, row.name) == ("known", "قرار من ملفي")


def test_a_wrong_row_is_told_with_its_number_and_its_field(scene):
    program = scene.start("ar")
    bring(scene, program, "own.json", [OWN, {**OWN, "target": "E/RES/2018/2", "names": {"ar": 7}}])
    strip = program.window.message_bar
    assert strip.isVisible()
    said = plain(" ".join(label.text() for label in strip.findChildren(QLabel)))
    assert "own.json: الصف ٢، الحقل names.ar: ليس نصًّا." in said


def test_a_file_that_is_no_list_is_told(scene):
    program = scene.start("en")
    bring(scene, program, "own.json", {"target": "x"})
    strip = program.window.message_bar
    said = plain(" ".join(label.text() for label in strip.findChildren(QLabel)))
    assert "own.json: the file is not a list of instruments." in said
