"""Messages about failures, in the language of the interface. The core raises typed errors with data."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from documents.language import isolate
from library.errors import (
    LibraryBusy,
    LibraryDamaged,
    LibraryError,
    LibraryReadOnly,
    LibraryTooNew,
    NotHeld,
)


def library_failure(error: LibraryError) -> tuple[str, str]:
    """Return head and body for a library that could not be opened or written."""
    place = isolate(str(error.path), "ltr")
    if isinstance(error, LibraryTooNew):
        head = QCoreApplication.translate("Messages", "This library was written by a newer Qarar.")
        body = QCoreApplication.translate("Messages", "Please update Qarar to open it. Nothing was changed. {path}")
    elif isinstance(error, LibraryBusy):
        head = QCoreApplication.translate("Messages", "Another program is using this library.")
        body = QCoreApplication.translate("Messages", "Close the other program and try again. {path}")
    elif isinstance(error, LibraryReadOnly):
        head = QCoreApplication.translate("Messages", "This library can be read but not written.")
        body = QCoreApplication.translate("Messages", "Bookmarks and imports cannot be kept. {path}")
    elif isinstance(error, LibraryDamaged):
        head = QCoreApplication.translate("Messages", "The library file is damaged.")
        body = QCoreApplication.translate("Messages", "It was left as it is. Copies lie in the folder backups. {path}")
    else:
        head = QCoreApplication.translate("Messages", "The library cannot be reached.")
        body = QCoreApplication.translate("Messages", "Check the disk and the permissions of the folder. {path}")
    return head, body.format(path=place)


def unsaved_notes(error: LibraryError) -> tuple[str, str]:
    """Return head and body while typed words of a note cannot be written."""
    head = QCoreApplication.translate("Messages", "Your note could not be saved yet.")
    body = QCoreApplication.translate(
        "Messages", "It is kept while the window is open and will be written as soon as that is possible. {reason}"
    )
    return head, body.format(reason=library_failure(error)[0])


def newer_library() -> tuple[str, str]:
    """Return head and body for a library of a newer program, opened for reading only."""
    return (
        QCoreApplication.translate("Messages", "This library was written by a newer Qarar."),
        QCoreApplication.translate("Messages", "It is open for reading only, so that nothing in it is lost."),
    )


def read_only_library() -> tuple[str, str]:
    """Return head and body for a library on a medium that cannot be written."""
    return (
        QCoreApplication.translate("Messages", "This library can be read but not written."),
        QCoreApplication.translate("Messages", "You can read and search. Bookmarks, places and imports are not kept."),
    )


def import_failure(code: str) -> str:
    """Return why a file could not be imported, in a few words."""
    known = {
        "unreadable": QCoreApplication.translate("Messages", "the file cannot be read"),
        "encrypted": QCoreApplication.translate("Messages", "the file is encrypted"),
        "no-text-layer": QCoreApplication.translate("Messages", "pictures without text"),
        "unsupported-format": QCoreApplication.translate("Messages", "a format that Qarar does not read yet"),
        "too-large": QCoreApplication.translate("Messages", "the file is too large"),
        "hostile": QCoreApplication.translate("Messages", "the file is built to do harm and was not opened"),
        "empty": QCoreApplication.translate("Messages", "the file is empty"),
    }
    return known.get(code, code)


def not_notes(name: str, code: str) -> str:
    """Return why a file could not be read as notes."""
    known = {
        "not-json": QCoreApplication.translate("Messages", "the file is not JSON"),
        "no-annotations": QCoreApplication.translate("Messages", "there are no notes in it"),
        "too-large": QCoreApplication.translate("Messages", "the file is too large"),
    }
    return f"{isolate(name)}: {known.get(code, code)}."


def not_written(error: OSError) -> tuple[str, str]:
    """Return head and body for a file that could not be written."""
    head = QCoreApplication.translate("Messages", "The file could not be written.")
    return head, error.strerror or type(error).__name__


def row_problem(code: str) -> str:
    """Return the problem of a row in a list of instruments, in a few words."""
    known = {
        "not-json": QCoreApplication.translate("Messages", "the file is not JSON"),
        "not-a-list": QCoreApplication.translate("Messages", "the file is not a list of instruments"),
        "too-large": QCoreApplication.translate("Messages", "the file is too large"),
        "not-an-object": QCoreApplication.translate("Messages", "not a list of fields"),
        "missing": QCoreApplication.translate("Messages", "it is missing"),
        "unknown": QCoreApplication.translate("Messages", "no such field is known"),
        "repeated": QCoreApplication.translate("Messages", "it stands in the file twice"),
        "not-text": QCoreApplication.translate("Messages", "not a text"),
        "not-a-date": QCoreApplication.translate("Messages", "not a date such as 2018-12-17"),
        "not-a-symbol": QCoreApplication.translate("Messages", "not a symbol"),
        "not-a-number": QCoreApplication.translate("Messages", "not a number of that kind"),
        "not-a-language": QCoreApplication.translate("Messages", "not a language code"),
        "too-short": QCoreApplication.translate("Messages", "too short"),
        "too-long": QCoreApplication.translate("Messages", "too long"),
        "reserved-character": QCoreApplication.translate("Messages", "it holds a character that is not allowed"),
    }
    return known.get(code, code)


def not_held(error: NotHeld) -> str:
    """Return the message for a document that the library does not hold."""
    words = QCoreApplication.translate("Messages", "{symbol} is not in the library.")
    return words.format(symbol=isolate(error.symbol, "ltr"))


def unexpected(error: BaseException, log: str) -> tuple[str, str]:
    """Return head and body for an unexpected error, with the path of the log."""
    head = QCoreApplication.translate("Messages", "Something went wrong. Your library is safe.")
    body = QCoreApplication.translate("Messages", "{error}. Details are in {log}")
    kind = isolate(f"{type(error).__name__}: {error}".strip(": "), "ltr")
    return head, body.format(error=kind, log=isolate(log, "ltr"))
