"""The command line run in this process, on a data folder of the test's own."""

import io
import json
from pathlib import Path

import pytest

from ui.terminal.cli import run


class Outcome:
    """What a command printed and how it ended."""

    def __init__(self, status: int, out: str, err: str):
        self.status = status
        self.out = out
        self.err = err

    @property
    def json(self):
        return json.loads(self.out)


@pytest.fixture
def command(tmp_path, monkeypatch, bundled_library):
    """Run `command("show", "2019/20")` with an English interface.

    A data folder that does not exist gets a library that holds the bundled text; one that exists is used as it is.
    """
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    monkeypatch.setenv("QARAR_DATA_DIR", str(tmp_path / "data"))

    def call(*arguments: str) -> Outcome:
        named = arguments[arguments.index("--data-dir") + 1] if "--data-dir" in arguments else tmp_path / "data"
        if not Path(named).exists():
            bundled_library(Path(named) / "library.db")
        out, err = io.StringIO(), io.StringIO()
        return Outcome(run(arguments, out, err), out.getvalue(), err.getvalue())

    return call
