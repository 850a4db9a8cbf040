"""What every test shares: no display, a folder of its own, and no silent warning or logged error."""

import logging
import os
from pathlib import Path

import pytest
from hypothesis import settings

# Nothing here is a timed test: a busy machine is no failure.
settings.register_profile("qarar", deadline=None)
settings.load_profile("qarar")

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_FONT_DPI"] = "96"
os.environ["QT_SCALE_FACTOR"] = "1"


@pytest.fixture(autouse=True)
def no_logged_error(caplog):
    """A logged error that a test did not ask for (`caplog.clear()`) fails it."""
    yield
    for phase in ("setup", "call"):
        errors = [r for r in caplog.get_records(phase) if r.levelno >= logging.ERROR]
        assert not errors, [r.getMessage() for r in errors]


@pytest.fixture
def corpus() -> Path:
    """The real material, or a visible skip where it is absent."""
    folder = os.environ.get("QARAR_CORPUS", "")
    if not folder or not Path(folder).is_dir():
        pytest.skip("QARAR_CORPUS does not name the corpus folder")
    return Path(folder)
