"""How long the tests run: short by default, long with `--long`, which conftest.py tells here and to child processes."""

import os

import pytest
from hypothesis import HealthCheck, settings

LONG = os.environ.get("QARAR_LONG") == "1"
KILLS = int(os.environ.get("QARAR_KILLS") or (60 if LONG else 10))
"""How often a process that writes is killed."""

long_only = pytest.mark.skipif(not LONG, reason="a long run only: --long")

_AT_LEAST = 10


def examples(most: int, **more: object) -> settings:
    """Return settings of Hypothesis for `most` examples in a long run, and a tenth, at least ten, in a short one."""
    return settings(max_examples=most if LONG else max(_AT_LEAST, most // 10), **more)


def some(items: list, least: int = _AT_LEAST) -> list:
    """Return all items in a long run, else `least` of them spread from the first to the last."""
    if LONG or len(items) <= least:
        return items
    return [items[at * (len(items) - 1) // (least - 1)] for at in range(least)]


def load_profile() -> None:
    """Set what holds for every test of Hypothesis: nothing is timed, and a short run repeats itself exactly."""
    settings.register_profile(
        "qarar",
        deadline=None,
        max_examples=100 if LONG else _AT_LEAST,
        derandomize=not LONG,
        suppress_health_check=[HealthCheck.too_slow],
    )
    settings.load_profile("qarar")
