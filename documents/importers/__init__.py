"""Read a document from a file or its bytes, with the reader of its format."""

from __future__ import annotations

from pathlib import Path

from documents.importers.errors import ImportFailure
from documents.importers.formats import HEAD, document_format
from documents.model import Document

LARGEST = 32_000_000
"""The largest file in bytes. A larger one is refused before it is read."""


def read(path: Path) -> Document:
    """Return the document in a file. ImportFailure where it cannot be read."""
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
    """Return the document in the bytes of a file called `name`. ImportFailure where they cannot be read."""
    if len(data) > LARGEST:
        raise ImportFailure("too-large", name, str(len(data)))
    content = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not content:
        raise ImportFailure("empty", name)
    head = content[:HEAD]
    format_ = document_format(head, name)
    if not format_.is_readable:
        raise ImportFailure("unsupported-format", name, head[:5].decode("latin-1"))
    return format_.load_reader()(data, name)
