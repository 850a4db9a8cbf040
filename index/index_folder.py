"""The private folder of the index, and the stamp of its content. Reads no byte of the index itself."""

from __future__ import annotations

import json
import os
import shutil
import stat
import sys
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from index.analysis import ANALYSIS_VERSION
from index.errors import IndexUnusable

ENGINE = "whoosh 2.7.4"
SCHEMA_VERSION = 2
"""Raised whenever the fields or their stored values change."""

_STAMP = "stamp.json"
_WRITABLE_BY_OTHERS = stat.S_IWGRP | stat.S_IWOTH


def version() -> str:
    """Return the version that an index must have to be opened.

    It names engine, analysis, schema, Unicode and byte order.
    """
    return (
        f"{ENGINE}; analysis {ANALYSIS_VERSION}; schema {SCHEMA_VERSION};"
        f" unicode {unicodedata.unidata_version}; {sys.byteorder}"
    )


@dataclass(frozen=True, slots=True)
class Stamp:
    """The version with which an index was built, and the digest of each text in it by (symbol, language)."""

    version: str
    digests: Mapping[tuple[str, str], str]
    damaged: bool = False


def check_private(folder: Path) -> None:
    """Check that the folder belongs to this user and nobody else may write to it.

    Called before anything in it is opened. IndexUnusable otherwise.
    """
    try:
        facts = folder.lstat()
    except OSError as error:
        raise IndexUnusable("missing", folder) from error
    if not stat.S_ISDIR(facts.st_mode):
        raise IndexUnusable("refused", folder, "not a folder")
    if sys.platform == "win32":
        return  # the user's cache folder is private by its inherited access list
    if facts.st_uid != os.getuid():
        raise IndexUnusable("refused", folder, f"owner {facts.st_uid}")
    if facts.st_mode & _WRITABLE_BY_OTHERS:
        raise IndexUnusable("refused", folder, f"mode {stat.S_IMODE(facts.st_mode):o}")


def make_private(folder: Path) -> None:
    """Create an empty folder with mode 0700 in place of whatever was there."""
    discard(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.mkdir(mode=0o700)
    folder.chmod(0o700)


def discard(folder: Path) -> None:
    """Delete a folder, file or link of that name, as far as this user may."""
    if folder.is_dir() and not folder.is_symlink():
        shutil.rmtree(folder, ignore_errors=True)
    else:
        folder.unlink(missing_ok=True)


def read_stamp(folder: Path) -> Stamp:
    """Return the stamp of a private folder. IndexUnusable, `stale` for the version of another program."""
    check_private(folder)
    try:
        data = json.loads((folder / _STAMP).read_text(encoding="utf-8"))
        digests = {(symbol, language): digest for symbol, language, digest in data["digests"]}
        stamp = Stamp(data["version"], digests, data["damaged"])
    except FileNotFoundError as error:
        raise IndexUnusable("missing", folder, _STAMP) from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise IndexUnusable("damaged", folder, _STAMP) from error
    if stamp.version != version():
        raise IndexUnusable("stale", folder, stamp.version)
    if stamp.damaged:
        raise IndexUnusable("damaged", folder, "seen before")
    return stamp


def stamp_mark(folder: Path) -> tuple[int, int, int] | None:
    """Return the time, file number and size of the stamp, which change whenever it is written. None without a stamp."""
    try:
        facts = (folder / _STAMP).stat()
    except OSError:
        return None
    return facts.st_mtime_ns, facts.st_ino, facts.st_size


def write_stamp(folder: Path, stamp: Stamp) -> None:
    """Write the stamp atomically, as the last step of building."""
    rows = [[symbol, language, digest] for (symbol, language), digest in sorted(stamp.digests.items())]
    data = {"version": stamp.version, "damaged": stamp.damaged, "digests": rows}
    new = folder / (_STAMP + ".new")
    with new.open("w", encoding="utf-8") as file:
        file.write(json.dumps(data))  # at once: `dump` encodes piece by piece, ten times as long
        file.flush()
        os.fsync(file.fileno())
    new.replace(folder / _STAMP)


def mark_damaged(folder: Path) -> None:
    """Mark the index as damaged, so that it is rebuilt and not tried again. A failure to do so is ignored."""
    try:
        check_private(folder)
        write_stamp(folder, Stamp(version(), {}, damaged=True))
    except (OSError, IndexUnusable):
        return  # the next use finds it damaged again


def swap(new: Path, folder: Path, *, keep_old: bool) -> None:
    """Move a folder that was built beside `folder` to its place. The old one is kept aside, or deleted."""
    aside = folder.with_name(folder.name + ".aside")
    discard(aside)
    if folder.exists() or folder.is_symlink():
        folder.rename(aside)
    new.rename(folder)
    if not keep_old:
        discard(aside)
