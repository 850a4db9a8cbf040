"""Failures of the index, as data. The remedy is always to rebuild it."""

from __future__ import annotations

from pathlib import Path


class IndexUnusable(Exception):
    """The index cannot answer.

    `reason` is missing, stale, damaged or refused (not private). `detail` is data for developers.
    """

    def __init__(self, reason: str, folder: Path, detail: str = "") -> None:
        super().__init__(reason, str(folder), detail)
        self.reason = reason
        self.folder = folder
        self.detail = detail


class IndexBusy(Exception):
    """Another process is writing this index."""


class Cancelled(Exception):
    """The caller asked to stop. Nothing was changed."""
