"""Data only, behind one door: texts, lexicons, instruments, icons and translations that ship with Qarar."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable


def resource(*parts: str) -> Traversable:
    """Return a bundled file or folder by its path parts; works from a checkout, a wheel and a frozen folder."""
    return files(__name__).joinpath(*parts)


def read_text(*parts: str) -> str:
    """Return a bundled UTF-8 text; FileNotFoundError where there is none."""
    return resource(*parts).read_text(encoding="utf-8")


def read_bytes(*parts: str) -> bytes:
    """Return a bundled file's bytes; FileNotFoundError where there is none."""
    return resource(*parts).read_bytes()
