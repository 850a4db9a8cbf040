"""An error inside an event filter reaches the exception hook, and the window lives on."""

from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLineEdit

import ui.desktop
from ui.desktop.support.safe_event_filter import guarded


class Failing(QObject):
    @guarded
    def eventFilter(self, _watched, event):  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.User:
            raise ValueError("why")
        return False


def test_an_error_in_a_filter_is_told_and_the_event_goes_on(qtbot):
    line, failing = QLineEdit(), Failing()
    qtbot.addWidget(line)
    line.installEventFilter(failing)
    with qtbot.captureExceptions() as caught:
        QApplication.sendEvent(line, QEvent(QEvent.Type.User))
    told = [str(error) for _, error, _ in caught]
    # Tracebacks keep the widgets of their frames: they must not die with them, in an order Qt does not expect.
    caught.clear()
    assert told == ["why"]


def test_every_event_filter_of_the_window_is_guarded():
    for path in Path(ui.desktop.__file__).parent.rglob("*.py"):
        lines = path.read_text(encoding="utf-8").splitlines()
        for before, line in pairwise(lines):
            assert "def eventFilter" not in line or before.strip() == "@guarded", path.name
