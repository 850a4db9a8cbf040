"""Where everything lies (`contract.md` §4): the library, its copies, the log, and the index that is only a cache."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

NAME = "Qarar"


@dataclass(frozen=True, slots=True)
class Paths:
    """The files and folders of one installation; nothing is made by naming them."""

    data: Path
    library: Path
    index: Path
    backups: Path
    log: Path


def locate(data_dir: Path | None = None) -> Paths:
    """Return the places under `data_dir`, else under QARAR_DATA_DIR, else in the platform's user folders."""
    given = data_dir or (Path(os.environ["QARAR_DATA_DIR"]) if os.environ.get("QARAR_DATA_DIR") else None)
    if given is not None:
        data = given.expanduser().absolute()
        return _under(data, data / "index")
    # Needed only without a folder of one's own.
    import platformdirs

    data = Path(platformdirs.user_data_dir(NAME, appauthor=False))
    return _under(data, Path(platformdirs.user_cache_dir(NAME, appauthor=False)) / "index")


def _under(data: Path, index: Path) -> Paths:
    return Paths(data=data, library=data / "library.db", index=index, backups=data / "backups", log=data / "log")
