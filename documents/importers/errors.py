"""The failure of an import, as a typed error with data. Interfaces make the sentence."""

from __future__ import annotations

from typing import Literal

FailureCode = Literal[
    "unreadable", "encrypted", "no-text-layer", "unsupported-format", "too-large", "too-slow", "hostile", "empty"
]
"""The reason of a failed import (`contract.md` §2)."""


class ImportFailure(Exception):
    """A file could not become a document. `path` names it, `detail` is data for developers and no sentence."""

    def __init__(self, code: FailureCode, path: str, detail: str = "") -> None:
        super().__init__(code, path, detail)
        self.code = code
        self.path = path
        self.detail = detail
