"""The command line run in this process, on a data folder of the test's own."""

import io
import json

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
def command(tmp_path, monkeypatch):
    """Run `command("show", "2019/20")` on an empty data folder, with an English interface."""
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    monkeypatch.setenv("QARAR_DATA_DIR", str(tmp_path / "data"))

    def call(*arguments: str) -> Outcome:
        out, err = io.StringIO(), io.StringIO()
        return Outcome(run(arguments, out, err), out.getvalue(), err.getvalue())

    return call
