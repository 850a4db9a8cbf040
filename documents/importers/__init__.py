"""From a file to a document; what cannot be read is refused with a typed error."""

from __future__ import annotations

from pathlib import Path

from documents.importers.errors import ImportFailure
from documents.model import Document

LARGEST = 32_000_000
"""Bytes; a larger file is refused before it is read."""

_OTHERS = (b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b")
"""How files start that are no text: PDF, ZIP and Office, RTF, pictures, gzip."""

_PAGES = (b"<!doctype html", b"<html")
"""How a web page starts, in lower case."""


def read(path: Path) -> Document:
    """Return the document in a file; ImportFailure with the reason where there is none."""
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise ImportFailure("too-large", str(path), str(size))
        data = path.read_bytes()
    except OSError as error:
        raise ImportFailure("unreadable", str(path), error.strerror or type(error).__name__) from error
    try:
        return read_bytes(data, path.name)
    except ImportFailure as failure:
        raise ImportFailure(failure.code, str(path), failure.detail) from failure


def read_bytes(data: bytes, name: str) -> Document:
    """Return the document in the bytes of a file called `name`; ImportFailure as `read`."""
    if len(data) > LARGEST:
        raise ImportFailure("too-large", name, str(len(data)))
    content = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not content:
        raise ImportFailure("empty", name)
    start = content[:1024]
    if start.startswith(_OTHERS) or start.lower().startswith(_PAGES):
        raise ImportFailure("unsupported-format", name, start[:5].decode("latin-1"))
    if _is_xml(start) or name.lower().endswith((".xml", ".akn")):
        from documents.importers.akn import read_akn

        return read_akn(data, name)
    from documents.importers.text import read_text

    return read_text(data, name)


def _is_xml(start: bytes) -> bool:
    return start.startswith((b"<?xml", b"<akomaNtoso", b"<!DOCTYPE akomaNtoso")) or b"<akomaNtoso" in start
