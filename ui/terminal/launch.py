"""The command line on the streams of the process: UTF-8 in every locale, and no error where a reader closes early."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, TextIO

from documents.interface_languages import LANGUAGES
from ui.terminal.cli import run
from ui.terminal.messages import failure, sentence, system_language

if TYPE_CHECKING:
    from services.maintenance.self_test import Hook

EXAMPLE = "main.py show E/RES/2019/20"


def run_on_streams(arguments: Sequence[str], hooks: Iterable[Hook] = ()) -> int:
    """Run a command on stdout and stderr, and return its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A lone surrogate is written as its escape, which is the same in JSON.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        status = run(arguments, sys.stdout, sys.stderr, hooks=hooks)
        sys.stdout.flush()
    except OSError as error:
        # `… | head` has closed the pipe, or the disk is full. The interpreter flushes stdout again when it exits.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            sys.stderr.write(failure(system_language(), error) + "\n")
        return 1
    return status


def say_no_display(err: TextIO) -> int:
    """Write in every language that there is no display, with a command that needs none. Return 1."""
    if isinstance(err, io.TextIOWrapper):
        err.reconfigure(encoding="utf-8", errors="backslashreplace")
    for row in LANGUAGES:
        err.write(sentence(row.code, "no-display", command=EXAMPLE) + "\n")
    return 1
