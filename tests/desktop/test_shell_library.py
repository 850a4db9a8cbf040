"""Files come in by dialog, by drop and by a second start; libraries that cannot be used are met with a sentence."""

import sqlite3
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from shell_scene import SAMPLE, plain

from library.catalogue import entries
from library.database import open_database
from ui.desktop.app.crash_handler import CrashHandler
from ui.desktop.app.single_instance import SingleInstance, hand_over


@pytest.fixture
def sample(tmp_path):
    path = tmp_path / "E-RES-2020-10.ar.txt"
    path.write_text(SAMPLE, encoding="utf-8")
    return path


@pytest.fixture
def empty(tmp_path):
    path = tmp_path / "empty.txt"
    path.write_bytes(b"")
    return path


def held(program):
    return {entry.symbol for entry in entries(program.db)}


def test_import_by_dialog_opens_the_text_and_finds_its_words(scene, sample):
    program = scene.start("ar", check_index=True)
    scene.answer = (sample,)
    program.window.actions_["import"].trigger()
    scene.settle(program)
    assert held(program) == {"E/RES/2019/20", "E/RES/2020/10"}
    assert program.window.reader.current().document.symbol == "E/RES/2020/10"
    assert plain(program.window.status.message.text()) == "استُورد ملف واحد"
    assert program.window.status.index.words() == "الفهرس جاهز"
    program.window.search_controller.search("القراءة")
    scene.settle(program)
    assert [hit.document for hit in program.window.search_controller.answer.hits] == ["E/RES/2020/10"]


def test_what_cannot_be_read_is_told_by_name_and_the_rest_comes_in(scene, sample, empty):
    program = scene.start("ar")
    program.window.bring((sample, empty))
    scene.settle(program)
    words = plain(program.window.message_bar.words())
    assert words == "تعذّر استيراد ملف واحد. empty.txt: الملف فارغ. واستُورد الملف الآخر."
    assert "E/RES/2020/10" in held(program)
    assert program.window.status.progress.isHidden()


def test_files_are_dropped_on_the_window(scene, sample):
    program = scene.start("ar")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(sample))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    over = QDragEnterEvent(QPointF(200, 200).toPoint(), copy, data, left, none)
    QApplication.sendEvent(program.window, over)
    assert over.isAccepted()
    QApplication.sendEvent(program.window, QDropEvent(QPointF(200, 200), copy, data, left, none))
    scene.settle(program)
    assert "E/RES/2020/10" in held(program)


def test_files_of_the_command_line_are_imported(scene, sample):
    program = scene.start("ar", files=(sample,))
    scene.settle(program)
    assert program.window.reader.current().document.symbol == "E/RES/2020/10"


def test_going_back_crosses_documents(scene, sample):
    program = scene.start("ar")
    program.window.document_controller.go("OP5")
    program.window.bring((sample,))
    scene.settle(program)
    program.window.actions_["back"].trigger()
    assert program.window.reader.current().document.symbol == "E/RES/2019/20"
    program.window.actions_["forward"].trigger()
    assert program.window.reader.current().document.symbol == "E/RES/2020/10"


def test_a_cancelled_import_keeps_what_was_done(scene, sample):
    program = scene.start("ar")
    program.window.bring((sample,))
    program.window.worker.cancel()
    scene.settle(program)
    assert program.window.status.progress.isHidden()
    assert program.window.message_bar.isHidden()


def test_who_removed_the_bundled_text_does_not_get_it_back(scene):
    from library import document_versions

    program = scene.start("ar")
    document_versions.remove(program.db, "E/RES/2019/20", "ar")
    scene.close(program)
    again = scene.start("ar")
    assert again.window.reader.current() is None
    assert held(again) == set()


def test_a_removed_document_is_closed_and_again_when_the_removal_is_redone(scene):
    program = scene.start("ar")
    window = program.window
    window.document_controller.remove("E/RES/2019/20", "ar")
    assert window.reader.current() is None
    window.actions_["undo"].trigger()
    assert window.document_controller.open("E/RES/2019/20")
    window.actions_["redo"].trigger()
    assert held(program) == set()
    assert window.reader.current() is None


def test_a_damaged_library_is_met_with_a_sentence(scene):
    scene.folder.mkdir()
    (scene.folder / "library.db").write_bytes(b"this is no library" * 400)
    program = scene.start("ar")
    assert program.db is None
    assert plain(program.window.message_bar.words()).startswith("ملف المكتبة تالف. تُرك كما هو.")
    assert program.window.reader.current() is None
    program.window.bring((Path("x.txt"),))
    assert "لا يمكن الكتابة في هذه المكتبة" in program.window.message_bar.words()
    for action in program.window.actions():
        if action.isEnabled() and action.objectName() not in {"quit", "import", "close_text"}:
            action.trigger()
    for small in program.window.commands.small_windows():
        small.close()


def test_a_library_of_a_newer_program_is_read_or_named(scene):
    scene.close(scene.start("ar"))
    with sqlite3.connect(scene.folder / "library.db") as connection:
        connection.execute("PRAGMA user_version = 999")
    program = scene.start("ar")
    assert plain(program.window.message_bar.words()).startswith("كُتبت هذه المكتبة بإصدار أحدث من قرار.")
    assert program.db is None or program.db.read_only


def test_a_library_on_a_read_only_stick_is_read_and_not_written(scene, monkeypatch):
    scene.close(scene.start("ar"))
    real = open_database

    def read_only(path, **_):
        return real(path, read_only=True)

    monkeypatch.setattr("ui.desktop.app.application.open_database", read_only)
    program = scene.start("ar")
    window = program.window
    assert window.reader.current().document.symbol == "E/RES/2019/20"
    assert plain(window.message_bar.words()).startswith("يمكن قراءة هذه المكتبة ولا تمكن الكتابة فيها.")
    window.document_controller.go("OP5")
    window.actions_["bookmark"].trigger()
    assert window.document_controller.bookmarked() == frozenset()
    window.search_controller.search("المنظمة")
    scene.settle(program)
    assert window.search_controller.answer.total >= 3


def test_a_second_start_hands_its_files_to_the_first(qtbot, scene, sample, tmp_path):
    scene.folder.mkdir()
    first = SingleInstance(scene.folder)
    assert first.take()
    first.listen()
    asked = []
    first.asked.connect(asked.append)
    code = f"""
        import sys
        from pathlib import Path
        sys.path.insert(0, {str(Path(__file__).resolve().parents[2])!r})
        from PySide6.QtCore import QCoreApplication
        from ui.desktop.app.single_instance import SingleInstance, hand_over
        app = QCoreApplication([])
        folder = Path({str(scene.folder)!r})
        assert not SingleInstance(folder).take()
        assert hand_over(folder, (Path({str(sample)!r}),))
    """
    second = subprocess.Popen([sys.executable, "-c", textwrap.dedent(code)])
    qtbot.waitUntil(lambda: bool(asked), timeout=10_000)
    assert asked == [(sample,)]
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=10_000)
    assert second.returncode == 0
    first.release()
    again = SingleInstance(scene.folder)
    assert again.take()
    again.release()


def test_nobody_hears_a_library_that_is_not_open(qapp, tmp_path, monkeypatch):
    monkeypatch.setattr("ui.desktop.app.single_instance._WAIT_S", 0.3)
    assert not hand_over(tmp_path, ())


def test_an_unexpected_error_is_logged_and_told_once(tmp_path, caplog):
    crash_handler, told = CrashHandler(tmp_path / "log"), []
    crash_handler.tell = told.append
    crash_handler.install()
    try:
        sys.excepthook(ValueError, ValueError("why"), None)
    finally:
        crash_handler.uninstall()
    assert [str(error) for error in told] == ["why"]
    assert "ValueError: why" in crash_handler.file.read_text(encoding="utf-8")
    caplog.clear()


def test_a_large_log_is_put_aside_once(tmp_path, caplog):
    folder = tmp_path / "log"
    folder.mkdir()
    (folder / "qarar.log").write_bytes(b"x" * 1_000_001)
    crash_handler = CrashHandler(folder)
    crash_handler.install()
    try:
        sys.excepthook(ValueError, ValueError("new"), None)
    finally:
        crash_handler.uninstall()
    assert (folder / "qarar.log.1").stat().st_size == 1_000_001
    assert "new" in (folder / "qarar.log").read_text(encoding="utf-8")
    caplog.clear()


def test_an_error_of_the_worker_reaches_the_hook(scene, qtbot):
    program = scene.start("ar")
    from ui.desktop.support.operations import Operation

    with qtbot.captureExceptions() as caught:
        program.window.worker.start(Operation(lambda _: 1 / 0))
        scene.settle(program)
    assert [kind for kind, *_ in caught] == [ZeroDivisionError]
