"""Decode the bytes of a text file: UTF-8, UTF-16 with its mark, or the old Arabic code page."""

from __future__ import annotations

import codecs
import re

from documents.importers.errors import ImportFailure

_ARABIC_LETTER = re.compile("[\u0621-\u064a]")
_LETTER = re.compile(r"[^\W\d_]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f]")
_STRANGE = 0.01
"""The share of control characters from which a file is no text."""


def decode(data: bytes, name: str) -> str:
    """Return the text of a file without its byte-order mark. ImportFailure `unreadable` or `empty`."""
    text = _decoded(data)
    if text is None:
        raise ImportFailure("unreadable", name, "encoding")
    if "\x00" in text or len(_CONTROL.findall(text)) > _STRANGE * len(text):
        raise ImportFailure("unreadable", name, "binary")
    if not text.strip():
        raise ImportFailure("empty", name)
    return text


def _decoded(data: bytes) -> str | None:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _tried(data, "utf-16")
    text = _tried(data, "utf-8-sig")
    return _arabic_code_page(data) if text is None else text


def _tried(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _arabic_code_page(data: bytes) -> str | None:
    """Return the text in Windows-1256 if most of its letters are Arabic, else None."""
    text = _tried(data, "cp1256")
    if text is None:
        return None
    letters = len(_LETTER.findall(text))
    return text if letters and len(_ARABIC_LETTER.findall(text)) > 0.6 * letters else None
