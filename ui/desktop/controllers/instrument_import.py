"""Files of instruments that people bring: taken into the library's catalogue, or refused with row and field."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from documents.language import isolate
from library.database import Database
from ui.desktop.support import messages
from ui.desktop.support.place_names import Digits

if TYPE_CHECKING:
    from documents.citations.catalogue.instrument_file import RowError

SUFFIX = ".json"


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that was not taken: what is wrong in which row, None where the file could not even be read."""

    path: Path
    fault: RowError | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """How many instruments came in, and the files that did not."""

    instruments: int = 0
    refused: tuple[Refused, ...] = ()


def is_list(path: Path) -> bool:
    """Say whether a file is meant as a list of instruments."""
    return path.suffix.lower() == SUFFIX and not path.is_dir()


def take(db: Database, paths: Iterable[Path]) -> Taken:
    """Take the instruments of files into the library; a file is taken whole or not at all."""
    from documents.citations.catalogue.instrument_file import RowError
    from services.citations.instruments import add

    count, refused = 0, []
    for path in paths:
        try:
            count += add(db, path.read_bytes(), path.name)
        except RowError as fault:
            refused.append(Refused(path, fault))
        except OSError:
            refused.append(Refused(path))
    return Taken(count, tuple(refused))


def why_refused(refused: Refused, digits: Digits = str) -> str:
    """Return why a file was not taken: `row 3, field names.ar: not a text`."""
    fault = refused.fault
    if fault is None:
        return messages.import_failure("unreadable")
    problem = messages.row_problem(fault.problem)
    if not fault.row:
        return problem
    row = isolate(digits(str(fault.row)))
    if not fault.field:
        words = QCoreApplication.translate("Messages", "row %1: %2")
        return words.replace("%1", row).replace("%2", problem)
    words = QCoreApplication.translate("Messages", "row %1, field %2: %3")
    return words.replace("%1", row).replace("%2", isolate(fault.field, "ltr")).replace("%3", problem)
