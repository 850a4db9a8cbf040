"""One command with the library open: what it needs, and the sentences for what can go wrong."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from library.database import Database, open_database
from library.errors import LibraryError, NotHeld
from services.documents.document_import import ensure_bundled
from services.file_writer import write_whole
from services.paths import Paths
from ui.terminal import json_values
from ui.terminal.control_characters import harmless
from ui.terminal.messages import of_library, of_missing, of_system, sentence


@dataclass(frozen=True, slots=True)
class Session:
    """The open library, the interface's language and the streams of one command."""

    db: Database
    paths: Paths
    language: str
    out: TextIO
    err: TextIO

    def say(self, key: str, /, **values: object) -> None:
        """Write a sentence to stderr."""
        self.err.write(sentence(self.language, key, **values) + "\n")

    def print(self, line: str) -> None:
        """Write a line to stdout, without what a terminal would obey."""
        self.out.write(harmless(line) + "\n")

    def print_json(self, value: json_values.Json) -> None:
        """Write the one JSON document of a command to stdout."""
        self.out.write(json_values.written(value) + "\n")

    def write_file(self, data: bytes, path: str | None) -> int:
        """Write a file whole or not at all, or to stdout without a path or with `-`; return the exit status."""
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


def carry_out(options: argparse.Namespace, paths: Paths, language: str, out: TextIO, err: TextIO) -> int:
    """Open the library and run the command; return the exit status."""
    if options.command == "check":
        from ui.terminal.check_command import check

        return check(options, paths, language, out, err)
    from ui.terminal import commands

    try:
        with open_database(paths.library, backups=paths.backups) as db:
            ensure_bundled(db)
            return commands.COMMANDS[options.command](Session(db, paths, language, out, err), options)
    except NotHeld as error:
        err.write(of_missing(language, error) + "\n")
    except LibraryError as error:
        err.write(of_library(language, error) + "\n")
    except BrokenPipeError:
        raise  # nobody reads on: there is nobody to tell
    except OSError as error:
        err.write(of_system(language, error) + "\n")
    except KeyboardInterrupt:
        err.write(sentence(language, "interrupted") + "\n")
    return 1
