"""A plugin of pytest that writes down which functions of the program every test calls, and how long the test takes.

It serves `planted_faults.py`: what a test never calls, it cannot catch.
"""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from types import CodeType, FrameType

import pytest

ROOT = os.environ["CALLED_ROOT"] + os.sep
ROOMS = tuple(ROOT + room + os.sep for room in os.environ["CALLED_ROOMS"].split())


class CalledFunctions:
    """Collects, by test, the first lines of the functions that run while it does."""

    def __init__(self) -> None:
        self.tests: dict[str, dict[str, object]] = {}
        self._codes: set[CodeType] = set()

    def heard(self, frame: FrameType, _event: str, _argument: object) -> None:
        """Note a call; lines are not traced."""
        self._codes.add(frame.f_code)

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        self._codes, started = set(), time.perf_counter()
        threading.settrace(self.heard)
        sys.settrace(self.heard)
        try:
            return (yield)
        finally:
            sys.settrace(None)
            threading.settrace(None)  # type: ignore[arg-type]
            called = sorted(
                f"{code.co_filename.removeprefix(ROOT)}:{code.co_firstlineno}"
                for code in self._codes
                if code.co_filename.startswith(ROOMS)
            )
            self.tests[item.nodeid] = {"seconds": time.perf_counter() - started, "called": called}

    def pytest_sessionfinish(self) -> None:
        Path(os.environ["CALLED_FILE"]).write_text(json.dumps(self.tests), encoding="utf-8")


def pytest_configure(config: pytest.Config) -> None:
    """Begin."""
    config.pluginmanager.register(CalledFunctions())
