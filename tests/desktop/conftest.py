"""The window's stage, for every test that starts it."""

import pytest
from shell_scene import Scene

from ui.desktop.reader import idle_layout
from ui.desktop.reader.idle_layout import IdleLayout


@pytest.fixture
def slow_idle_layout(monkeypatch):
    """Lay out what is off the screen one provision at a time, fifty times a second, as a busy machine would.

    No test of the whole window has to pay for text that it never shows.
    """
    made = IdleLayout.__init__

    def make(self, *arguments):
        made(self, *arguments)
        self._timer.setInterval(20)

    monkeypatch.setattr(IdleLayout, "__init__", make)
    monkeypatch.setattr(idle_layout, "_SLICE_SECONDS", 0)


@pytest.fixture
def scene(qtbot, tmp_path, data_folder, slow_idle_layout):
    """Windows on a data folder of the test's own."""
    made = Scene(qtbot, tmp_path / "data", data_folder)
    yield made
    made.close_all()
