#!/usr/bin/env python3
"""Qarar's composition root: arguments → paths → the window, or a command of the terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

_VALUED = ("--data-dir", "--language")


def main(arguments: Sequence[str]) -> int:
    """Run the program and return its exit status."""
    started = _window_arguments(arguments)
    if started is not None:
        return _window(*started)
    from ui.desktop.app.self_test import window_check
    from ui.terminal.launch import run_on_streams

    return run_on_streams(arguments, (window_check,))


def _window_arguments(arguments: Sequence[str]) -> tuple[str, str, list[str]] | None:
    """Return (data folder, language, files) for the window, or None for a command of the terminal."""
    found = dict.fromkeys(_VALUED, "")
    files: list[str] = []
    rest = list(arguments)
    while rest:
        word = rest.pop(0)
        name, equals, value = word.partition("=")
        if name in _VALUED and (equals or rest):
            found[name] = value if equals else rest.pop(0)
        elif word == "--":
            return found["--data-dir"], found["--language"], files + rest
        elif word.startswith("-") or (not files and _is_command(word)):
            return None
        else:
            files.append(word)
    return found["--data-dir"], found["--language"], files


def _is_command(word: str) -> bool:
    """Return whether a word is meant as a command, known or not: it is neither a path nor the name of a file."""
    return not any(sign in word for sign in (".", "/", os.sep)) and not Path(word).exists()


def _window(data_dir: str, language: str, files: list[str]) -> int:
    if sys.platform.startswith("linux") and not os.environ.keys() & {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}:
        from ui.terminal.launch import say_no_display

        return say_no_display(sys.stderr)
    from ui.desktop.app.launch import start

    return start(data_dir, language, files)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
