"""The command line on the streams of a process: UTF-8 whatever the locale, and a reader that goes away early."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable, Sequence
from typing import TextIO

from documents.interface_languages import LANGUAGES
from services.maintenance.self_test import Hook
from ui.terminal.cli import run
from ui.terminal.messages import of_system, sentence, system_language

EXAMPLE = "main.py show E/RES/2019/20"


def run_on_streams(arguments: Sequence[str], hooks: Iterable[Hook] = ()) -> int:
    """Run a command on stdout and stderr; return its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A lone surrogate of a damaged source is shown by its code: in JSON that is its escape.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        status = run(arguments, sys.stdout, sys.stderr, hooks=hooks)
        sys.stdout.flush()
    except OSError as error:
        # `… | head` has read enough, or the disk is full; the interpreter must not flush again on its way out.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            sys.stderr.write(of_system(system_language(), error) + "\n")
        return 1
    return status


def say_no_display(err: TextIO) -> int:
    """Say in every language that there is no screen for the window, and what works without one."""
    if isinstance(err, io.TextIOWrapper):
        err.reconfigure(encoding="utf-8", errors="backslashreplace")
    for row in LANGUAGES:
        err.write(sentence(row.code, "no-display", command=EXAMPLE) + "\n")
    return 1
