"""The private folder of the index and the stamp that says what was built there. Reads no byte of the index itself."""

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
"""To be raised whenever the fields or what is stored in them change."""

_STAMP = "stamp.json"
_WRITABLE_BY_OTHERS = stat.S_IWGRP | stat.S_IWOTH


def version() -> str:
    """Return what an index must have been built with to be opened: engine, rules, schema, Unicode, byte order."""
    return (
        f"{ENGINE}; analysis {ANALYSIS_VERSION}; schema {SCHEMA_VERSION};"
        f" unicode {unicodedata.unidata_version}; {sys.byteorder}"
    )


@dataclass(frozen=True, slots=True)
class Stamp:
    """What an index was built with, and the digest of each text in it by (symbol, language)."""

    version: str
    digests: Mapping[tuple[str, str], str]
    damaged: bool = False


def check_private(folder: Path) -> None:
    """Refuse a folder that another user owns or may write to, before anything in it is opened (IndexUnusable)."""
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
    """Make an empty folder with mode 0700; what stood there before is deleted."""
    discard(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.mkdir(mode=0o700)
    folder.chmod(0o700)


def discard(folder: Path) -> None:
    """Delete a folder, a file or a link of that name, as far as this user may."""
    if folder.is_dir() and not folder.is_symlink():
        shutil.rmtree(folder, ignore_errors=True)
    else:
        folder.unlink(missing_ok=True)


def read_stamp(folder: Path) -> Stamp:
    """Return the stamp of a private folder; IndexUnusable, stale where it is another program's."""
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
    """Return what changes whenever the stamp is written: its time, file and size; None where there is none."""
    try:
        facts = (folder / _STAMP).stat()
    except OSError:
        return None
    return facts.st_mtime_ns, facts.st_ino, facts.st_size


def write_stamp(folder: Path, stamp: Stamp) -> None:
    """Write the stamp in one step, the last act of building."""
    rows = [[symbol, language, digest] for (symbol, language), digest in sorted(stamp.digests.items())]
    data = {"version": stamp.version, "damaged": stamp.damaged, "digests": rows}
    new = folder / (_STAMP + ".new")
    with new.open("w", encoding="utf-8") as file:
        file.write(json.dumps(data))  # at once: `dump` encodes piece by piece, ten times as long
        file.flush()
        os.fsync(file.fileno())
    new.replace(folder / _STAMP)


def mark_damaged(folder: Path) -> None:
    """Remember that the index failed, so that it is built anew and not tried again; no error where that fails."""
    try:
        check_private(folder)
        write_stamp(folder, Stamp(version(), {}, damaged=True))
    except (OSError, IndexUnusable):
        return  # it will fail again, and be found damaged again


def swap(new: Path, folder: Path, *, keep_old: bool) -> None:
    """Put a folder that was built beside it in the place of `folder`; the old one is kept aside, or deleted."""
    aside = folder.with_name(folder.name + ".aside")
    discard(aside)
    if folder.exists() or folder.is_symlink():
        folder.rename(aside)
    new.rename(folder)
    if not keep_old:
        discard(aside)
