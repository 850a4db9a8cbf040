"""The sentences of the command line: from the catalogue `terminal`, by code or for an error of the core."""

from __future__ import annotations

import os

from documents.citations.catalogue.instrument_file import RowError
from documents.importers.errors import ImportFailure
from documents.interface_languages import InterfaceLanguage, interface_language
from documents.language import isolate
from documents.message_catalogue import MessageCatalogue
from library.errors import (
    LibraryBusy,
    LibraryDamaged,
    LibraryError,
    LibraryReadOnly,
    LibraryTooNew,
    NotHeld,
)
from ui.terminal.control_characters import harmless

CATALOGUE = MessageCatalogue("terminal")

_LIBRARY: tuple[tuple[type[LibraryError], str], ...] = (
    (LibraryTooNew, "too-new"),
    (LibraryBusy, "busy"),
    (LibraryReadOnly, "read-only"),
    (LibraryDamaged, "damaged"),
)


def sentence(language: str, code: str, /, **values: object) -> str:
    """Return a sentence of the catalogue in the language of the interface, with its values.

    Numbers take the digits of the language; the one called `count` chooses the plural form. In a right-to-left
    sentence every other value is isolated, so that a path or a symbol does not disturb its order. Control
    characters are replaced (`harmless`).
    """
    row, count = interface_language(language), values.get("count")
    template = CATALOGUE.message(language, code, count if isinstance(count, int) else 0)
    return template.format(**{name: _shown(value, row) for name, value in values.items()})


def _shown(value: object, row: InterfaceLanguage) -> str:
    if isinstance(value, int):
        return row.number(value)
    words = harmless(str(value))
    return isolate(words) if row.direction == "rtl" else words


def of_library(language: str, error: LibraryError) -> str:
    """Return the sentence about a library that cannot be used as asked."""
    key = next((key for kind, key in _LIBRARY if isinstance(error, kind)), "unusable")
    values = {"path": error.path, "detail": error.detail} if key == "unusable" else {"path": error.path}
    return sentence(language, key, **values)


def of_system(language: str, error: OSError) -> str:
    """Return the sentence about what the system refused: a disk that is full, a folder that cannot be written."""
    parts = [str(error.filename)] if error.filename else []
    return sentence(language, "not-finished", detail=": ".join([*parts, error.strerror or type(error).__name__]))


def of_import(language: str, failure: ImportFailure) -> str:
    """Return the sentence about a file that was not read."""
    return sentence(language, "failed", path=failure.path, reason=reason(language, failure.code))


def reason(language: str, code: str) -> str:
    """Return why a file was not imported, for a code of the contract."""
    return sentence(language, code if code in CATALOGUE else "unreadable")


def wrong_row(language: str, fault: RowError) -> str:
    """Return what is wrong with a file of instruments, by row and field."""
    problem = sentence(language, fault.problem if fault.problem in CATALOGUE else "unreadable")
    if not fault.row:
        return problem
    return sentence(language, "wrong-row", row=fault.row, field=fault.field or "-", problem=problem)


def of_missing(language: str, error: NotHeld) -> str:
    """Return the sentence about a document that the library does not hold."""
    if error.language:
        return sentence(language, "not-held-language", symbol=error.symbol, language=error.language)
    return sentence(language, "not-held", symbol=error.symbol)


def system_language() -> str:
    """Return the language of the interface that the locale asks for, English where there is none."""
    locale = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    return interface_language(locale).code
