"""The window's stage, for every test that starts it."""

import pytest
from shell_scene import Scene


@pytest.fixture
def scene(qtbot, tmp_path, data_folder):
    """Windows on a data folder of the test's own."""
    made = Scene(qtbot, tmp_path / "data", data_folder)
    yield made
    made.close_all()
