"""The formats of files that are imported: one row for each, read by the importers, the services and the window.

A new importer of documents is a module with its reader and a row.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePath

from documents.model import Document

HEAD = 1024
"""The number of bytes at the start of a file by which its format is recognised."""

Reader = Callable[[bytes, str], Document]


class ImportKind(enum.StrEnum):
    """The kinds of imported files: a document, notes on documents, or instruments for the catalogue."""

    DOCUMENT = "document"
    NOTES = "notes"
    INSTRUMENTS = "instruments"


def _starts(*signatures: bytes) -> Callable[[bytes], bool]:
    """Return the test for a file that starts with one of these bytes."""
    return lambda head: head.startswith(signatures)


def _never(_head: bytes) -> bool:
    return False


def _is_html(head: bytes) -> bool:
    return head.lower().startswith((b"<!doctype html", b"<html"))


def _is_xml(head: bytes) -> bool:
    """Say whether a file is XML, by its declaration or by the root element of Akoma Ntoso."""
    return head.startswith((b"<?xml", b"<akomaNtoso", b"<!DOCTYPE akomaNtoso")) or b"<akomaNtoso" in head


@dataclass(frozen=True, slots=True)
class ImportFormat:
    """A format by its suffixes and by the start of its files.

    `code` names it for the user interface, `name` is its proper name. `suffixes` are in lower case. `recognises` is
    asked about the first `HEAD` bytes without a byte order mark and leading white space. `reader` is `module:function`
    in this package: the function takes the bytes and the name of a file, and raises ImportFailure. A document format
    without a reader is refused as `unsupported-format`. Other kinds are read by their services.
    """

    code: str
    name: str
    suffixes: tuple[str, ...] = ()
    recognises: Callable[[bytes], bool] = _never
    reader: str = ""
    kind: ImportKind = ImportKind.DOCUMENT

    @property
    def is_readable(self) -> bool:
        """Whether files of this format can be imported."""
        return bool(self.reader) or self.kind is not ImportKind.DOCUMENT

    def load_reader(self) -> Reader:
        """Import the module of the reader and return the function."""
        module, _, function = self.reader.partition(":")
        reader: Reader = getattr(import_module(f"documents.importers.{module}"), function)
        return reader


TEXT = ImportFormat("text", "Text", (".txt", ".text", ".md"), reader="text.reader:read_text")
"""The format of documents that no other format recognises."""

FORMATS = (
    TEXT,
    ImportFormat("html", "HTML", (".htm", ".html"), _is_html),
    ImportFormat("pdf", "PDF", (".pdf",), _starts(b"%PDF")),
    ImportFormat("office", "Office", (".docx", ".odt", ".xlsx", ".ooxml", ".epub"), _starts(b"PK\x03\x04")),
    ImportFormat("word", "Word 97-2003", (".doc",), _starts(b"\xd0\xcf\x11\xe0")),
    ImportFormat("rtf", "Rich Text", (".rtf",), _starts(b"{\\rtf")),
    ImportFormat("picture", "PNG, JPEG, GIF", (), _starts(b"\x89PNG", b"\xff\xd8\xff", b"GIF8")),
    ImportFormat("gzip", "gzip", (), _starts(b"\x1f\x8b")),
    ImportFormat("akn", "Akoma Ntoso", (".xml", ".akn"), _is_xml, reader="akn.reader:read_akn"),
    ImportFormat("notes", "Web Annotations", (".jsonld",), kind=ImportKind.NOTES),
    ImportFormat("instruments", "Instruments", (".json",), kind=ImportKind.INSTRUMENTS),
)
"""Every format, in the order in which a file's start is compared with them and in which they are offered."""

DOCUMENT_FORMATS = tuple(row for row in FORMATS if row.kind is ImportKind.DOCUMENT)
DOCUMENT_SUFFIXES = frozenset(suffix for row in DOCUMENT_FORMATS for suffix in row.suffixes)
"""The suffixes of the files taken from a folder, also of those that are then refused by name."""


def document_format(head: bytes, name: str) -> ImportFormat:
    """Return the format of a document's file by its start, else by its suffix where that can be read, else `TEXT`."""
    suffix = PurePath(name).suffix.lower()
    found = _first(row for row in DOCUMENT_FORMATS if row.recognises(head))
    return found or _first(row for row in DOCUMENT_FORMATS if row.is_readable and suffix in row.suffixes) or TEXT


def import_kind(name: str) -> ImportKind:
    """Return the kind of a file by its suffix. A file of no known suffix is a document."""
    suffix = PurePath(name).suffix.lower()
    found = _first(row for row in FORMATS if suffix in row.suffixes)
    return found.kind if found else ImportKind.DOCUMENT


def _first(rows: Iterable[ImportFormat]) -> ImportFormat | None:
    return next(iter(rows), None)
