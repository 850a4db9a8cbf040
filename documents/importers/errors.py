"""How reading a file fails: typed, with data; the interface makes the sentence."""

from __future__ import annotations

CODES = ("unreadable", "encrypted", "no-text-layer", "unsupported-format", "too-large", "hostile", "empty")
"""Every code a failed import may carry (`contract.md` §2)."""


class ImportFailure(Exception):
    """A file could not become a document: `code` is one of `CODES`, `detail` is data, not a sentence."""

    def __init__(self, code: str, path: str, detail: str = "") -> None:
        super().__init__(code, path, detail)
        self.code = code
        self.path = path
        self.detail = detail
