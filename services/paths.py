"""The folders of an installation (`contract.md` §4): the library, its backups, the log and the search index."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

NAME = "Qarar"


@dataclass(frozen=True, slots=True)
class Paths:
    """The files and folders of one installation. None of them need exist."""

    data: Path
    library: Path
    index: Path
    backups: Path
    log: Path


def locate(data_dir: Path | None = None) -> Paths:
    """Return the paths under `data_dir`, else under QARAR_DATA_DIR, else in the user folders of the platform."""
    given = data_dir or (Path(os.environ["QARAR_DATA_DIR"]) if os.environ.get("QARAR_DATA_DIR") else None)
    if given is not None:
        data = given.expanduser().absolute()
        return _under(data, data / "index")
    # Imported only where no folder is given.
    import platformdirs

    data = Path(platformdirs.user_data_dir(NAME, appauthor=False))
    return _under(data, Path(platformdirs.user_cache_dir(NAME, appauthor=False)) / "index")


def _under(data: Path, index: Path) -> Paths:
    return Paths(data=data, library=data / "library.db", index=index, backups=data / "backups", log=data / "log")
