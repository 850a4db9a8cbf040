"""The only access to bundled data: texts, lexicons, instruments, icons and translations."""

from __future__ import annotations

from pathlib import Path

_FOLDER = Path(__file__).parent


def resource(*parts: str) -> Path:
    """Return a bundled file or folder by its path parts, in a checkout, a wheel and a frozen folder."""
    return _FOLDER.joinpath(*parts)


def read_text(*parts: str) -> str:
    """Return a bundled UTF-8 text, FileNotFoundError where there is none."""
    return resource(*parts).read_text(encoding="utf-8")


def read_bytes(*parts: str) -> bytes:
    """Return a bundled file's bytes, FileNotFoundError where there is none."""
    return resource(*parts).read_bytes()
