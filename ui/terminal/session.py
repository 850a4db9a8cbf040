"""The output of a command, and a session: the output with the library open."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TextIO, TypeVar

from services.file_writer import write_whole
from services.open_library import Database, open_library
from services.paths import Paths
from ui.terminal.messages import sentence
from ui.terminal.safe_text import Json, harmless, json_text

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Console:
    """The folders, the language of the interface and the output streams of one command."""

    paths: Paths
    language: str
    out: TextIO
    err: TextIO

    def say(self, code: str, /, **values: object) -> None:
        """Write a sentence of the catalogue to stderr."""
        self.err.write(sentence(self.language, code, **values) + "\n")

    def print(self, line: str) -> None:
        """Write a line to stdout, its control characters replaced."""
        self.out.write(harmless(line) + "\n")

    def print_json(self, value: Json) -> None:
        """Write the JSON document of a command to stdout."""
        self.out.write(json_text(value) + "\n")

    def write_file(self, data: bytes, path: str | None) -> int:
        """Write a file whole or not at all, or to stdout for None, "" and `-`. Return the exit status."""
        if not path or path == "-":
            buffer = getattr(self.out, "buffer", None)
            if buffer is None:
                self.out.write(data.decode("utf-8", "replace"))
            else:
                self.out.flush()
                buffer.write(data)
            return 0
        try:
            write_whole(Path(path), data)
        except OSError as error:
            self.say("cannot-write", path=path, detail=error.strerror or type(error).__name__)
            return 1
        return 0


@dataclass(frozen=True, slots=True)
class Session(Console):
    """A console with the library open."""

    db: Database

    def ask_index(self, ask: Callable[[Path], Answer]) -> Answer:
        """Return the answer of `ask` for the index folder, or for a temporary one where that cannot be written."""
        try:
            return ask(self.paths.index)
        except OSError:
            # Every search updates the index of notes, which a read-only medium does not allow.
            with TemporaryDirectory(prefix="qarar-") as folder:
                return ask(Path(folder) / self.paths.index.name)


def with_library(
    run: Callable[[Session, argparse.Namespace], int],
) -> Callable[[Console, argparse.Namespace], int]:
    """Return a command that opens the library, with the bundled document in it, and then does `run`.

    NotHeld and LibraryError pass through.
    """

    def run_with_library(console: Console, options: argparse.Namespace) -> int:
        with open_library(console.paths) as db:
            return run(Session(console.paths, console.language, console.out, console.err, db), options)

    return run_with_library
