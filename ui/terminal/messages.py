"""The sentences of the command line: from the catalogue `terminal`, by code or for an error of the core."""

from __future__ import annotations

import os

from documents.citations.catalogue.instrument_file import RowError
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
from ui.terminal.safe_text import harmless

CATALOGUE = MessageCatalogue("terminal")

_LIBRARY: tuple[tuple[type[LibraryError], str], ...] = (
    (LibraryTooNew, "too-new"),
    (LibraryBusy, "busy"),
    (LibraryReadOnly, "read-only"),
    (LibraryDamaged, "damaged"),
)


def sentence(language: str, code: str, /, **values: object) -> str:
    """Return a sentence of the catalogue in the language of the interface, with its values.

    Numbers take the digits of the language. The one called `count` chooses the plural form. In a right-to-left
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


def failure(language: str, error: LibraryError | NotHeld | OSError) -> str:
    """Return the sentence about a library that cannot be used, a document it does not hold, or a system error."""
    if isinstance(error, NotHeld):
        code = "not-held-language" if error.language else "not-held"
        return sentence(language, code, symbol=error.symbol, language=error.language)
    if isinstance(error, LibraryError):
        code = next((code for kind, code in _LIBRARY if isinstance(error, kind)), "unusable")
        return sentence(language, code, path=error.path, detail=error.detail)
    parts = [str(error.filename)] if error.filename else []
    return sentence(language, "not-finished", detail=": ".join([*parts, error.strerror or type(error).__name__]))


def import_failure(language: str, code: str) -> str:
    """Return why a file was not imported, for a code of `documents.importers.errors`."""
    return sentence(language, code if code in CATALOGUE else "unreadable")


def row_failure(language: str, fault: RowError) -> str:
    """Return why a file of instruments was not imported, with row and field where one is wrong."""
    problem = import_failure(language, fault.problem)
    if not fault.row:
        return problem
    return sentence(language, "wrong-row", row=fault.row, field=fault.field or "-", problem=problem)


def system_language() -> str:
    """Return the language of the interface that the locale asks for, English where there is none."""
    locale = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    return interface_language(locale).code
