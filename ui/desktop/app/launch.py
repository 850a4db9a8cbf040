"""The way into the window, before anything of Qt is loaded."""

from __future__ import annotations

import gc
from pathlib import Path

from services.paths import locate


def start(data_dir: str, language: str, files: list[str]) -> int:
    """Run the window on a data folder (the platform's without one); return the exit status."""
    # A tenth of the start is the collector looking at classes that stay; it goes on after the first paint.
    gc.disable()
    from ui.desktop.app.application import run

    return run(locate(Path(data_dir) if data_dir else None), tuple(map(Path, files)), language or None)
